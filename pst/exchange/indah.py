"""Metadata in the shape of INDAH: of the activity (MS-Keg), its variables (MS-Var) and its indicators (MS-Ind).

A workbook with a sheet each: the columns of Peraturan BPS 5/2020 and, for what is chosen, the code printed on paper and
the constant that INDAH stores.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pst.exchange.xlsx_table import Sheet
from pst.questionnaires.answers import asked
from pst.questionnaires.kinds import Agreement, Choice, Choices, Files, Option, Question, Questionnaire, Table
from pst.questionnaires.metadata import INDICATORS, VARIABLES, cell_text

OPEN_BLOCKS = frozenset({0, 3, 4, 5, 6, 7, 8})
"""Blocks in which nobody can be reached: those about organiser and responsible person hold addresses and numbers."""
ORGANISER = "instansi_penyelenggara"
HEAD = ("No", "Rincian", "Isian", "Kode", "Konstanta INDAH")


def indah_sheets(
    form: Questionnaire, answers: Mapping[str, Any], metadata: Mapping[str, Any], *, contacts: bool
) -> list[Sheet]:
    """The three sheets; without `contacts` nothing by which somebody could be reached."""
    told = [question for question in asked(form, answers) if contacts or _is_open(form, question)]
    rows = [_line(question, answers.get(question.code)) for question in told if not isinstance(question, UNTOLD)]
    return [Sheet("MS-Keg", HEAD, rows), _sheet(VARIABLES, metadata), _sheet(INDICATORS, metadata)]


UNTOLD = (Files, Agreement)


def _is_open(form: Questionnaire, question: Question) -> bool:
    return form.block_of(question.code).number in OPEN_BLOCKS or question.code == ORGANISER


def _line(question: Question, value: Any) -> tuple[str, str, str, str, str]:
    chosen = _chosen(question, value)
    printed = [int(option.printed_code) for option in chosen if option.printed_code.isdecimal()]
    code = str(sum(printed)) if printed else ""
    return question.number, question.label, question.show(value), code, "; ".join(option.constant for option in chosen)


def _chosen(question: Question, value: Any) -> list[Option]:
    if isinstance(question, Choices):
        return question.chosen(value)
    option = question.option(value) if isinstance(question, Choice) else None
    return [option] if option else []


def _sheet(table: Table, metadata: Mapping[str, Any]) -> Sheet:
    return Sheet(table.number, ("No", *(column.label for column in table.columns)), _numbered(table, metadata))


def _numbered(table: Table, metadata: Mapping[str, Any]) -> Iterable[list[object]]:
    filled = table.filled_rows(metadata.get(table.code))
    for number, (_, row) in enumerate(filled, 1):
        yield [number, *(cell_text(column, row.get(column.code)) for column in table.columns)]
