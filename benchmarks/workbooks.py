"""The form as a file: five hundred random submissions go out as workbooks, and none may come back changed."""

from benchmarks import budgets
from benchmarks.budgets import Row
from benchmarks.measuring import timed
from pst.exchange.form_xlsx import read_form
from pst.questionnaires.shelf import SHELF
from tests.exchange.workbooks import a_workbook, comes_back, random_answers, very_long_answers

ROUND_TRIPS, LONGEST_MS = 500, 2000


def measure_workbooks() -> list[Row]:
    """How many came back other than they went; and how long a very long one is read."""
    changed = sum(not comes_back(random_answers(seed)) for seed in range(ROUND_TRIPS))
    content = a_workbook(very_long_answers())
    return [
        budgets.at_most(f"dari {ROUND_TRIPS} formulir Excel kembali berubah", changed, 0, ""),
        budgets.at_most("membaca formulir 300 variabel", timed(lambda: read_form(content, SHELF)), LONGEST_MS, "ms"),
    ]
