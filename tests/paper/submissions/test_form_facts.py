"""An answer is a text or rows, never both."""

from pst.paper.submissions.form_facts import FormTable
from tests.paper.sample_facts import FORM


def test_rows_of_an_answer_are_as_long_as_its_heads():
    tables = [row.answer for block in FORM.blocks for row in block.rows if isinstance(row.answer, FormTable)]

    assert [{len(row) for row in table.rows} for table in tables] == [{len(table.heads)} for table in tables] == [{3}]
