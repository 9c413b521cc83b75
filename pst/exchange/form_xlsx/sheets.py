"""The sheets that people fill in: one per block, one per table."""

from collections.abc import Collection, Mapping
from typing import Any

from pst.exchange.form_xlsx.dressing import LOOK, Lists, height_for, least_lines, number_format, validation_for
from pst.exchange.form_xlsx.layout import (
    ANSWER,
    FIRST_COLUMN,
    FIRST_ROW,
    HEAD_ROW,
    HELP,
    INTRO_ROW,
    LABEL,
    NUMBER,
    REMARK,
    TABLE_FIRST_ROW,
    TABLE_HEAD_ROW,
    TABLE_HELP_ROW,
    TABLE_KEY_ROW,
    TABLE_REMARK_ROW,
    TITLE_ROW,
    BlockSheet,
    Line,
    TableSheet,
    cell_name,
    keys_of,
    room_for,
    table_name,
    words_of,
)
from pst.exchange.form_xlsx.values import YES, CellValue, escaped, to_cell
from pst.questionnaires.explained import explain_question, in_words
from pst.questionnaires.kinds import Block, Choice, Choices, Date, Files, LongText, Question, Questionnaire, Table

WIDTHS = {NUMBER: 7, LABEL: 36, ANSWER: 58, HELP: 64, REMARK: 44}
"""Columns of a block's sheet, in characters."""
ATTACHED = "Berkasnya diunggah di situs."


def write_block(
    page: Any,
    form: Questionnaire,
    sheet: BlockSheet,
    lists: Lists,
    answers: Mapping[str, Any],
    writable: Collection[str],
    remarks: Mapping[str, str],
) -> None:
    """A row per question and per option, with its answer so far and its explanation."""
    _head_of_block(page, form, sheet)
    for line in sheet.lines:
        _write_answer(page, line, lists, answers, line.question.code in writable)
        if line.option is None:
            _explain(page, form, line.row, line.question, remarks.get(line.question.code, ""))
        else:
            for column in (HELP, REMARK):
                _put(page, line.row, column, None, "quiet")
        page.row_dimensions[line.row].height = _height(page, line)
    page.column_dimensions["F"].hidden = not any(line.question.code in remarks for line in sheet.lines)
    _furnish(page, f"A{FIRST_ROW}", HEAD_ROW)


def write_table(
    page: Any,
    form: Questionnaire,
    sheet: TableSheet,
    lists: Lists,
    answers: Mapping[str, Any],
    writable: Collection[str],
    remarks: Mapping[str, str],
) -> None:
    """Rows to fill in under the columns of one question."""
    table = sheet.table
    value = answers.get(table.code)
    rows = table.rows(value) if value is not None else [dict(row) for row in table.initial_rows]
    _head_of_table(page, form, table, remarks.get(table.code, ""))
    last = TABLE_FIRST_ROW + room_for(table, len(rows)) - 1
    look = "open" if table.code in writable else "closed"
    for row in range(TABLE_FIRST_ROW, last + 1):
        filled = rows[row - TABLE_FIRST_ROW] if row - TABLE_FIRST_ROW < len(rows) else {}
        _write_row(page, row, table, filled, look)
    for place, column in enumerate(table.columns, FIRST_COLUMN):
        rule = validation_for(column, lists)
        rule.add(f"{cell_name(TABLE_FIRST_ROW, place)}:{cell_name(last, place)}")
        page.add_data_validation(rule)
    _furnish(page, f"C{TABLE_FIRST_ROW}", TABLE_HEAD_ROW)


def _head_of_block(page: Any, form: Questionnaire, sheet: BlockSheet) -> None:
    for column, width in WIDTHS.items():
        page.column_dimensions[page.cell(1, column).column_letter].width = width
    _keys_and_words(page, sheet)
    _put(page, TITLE_ROW, NUMBER, sheet.block.title, "title")
    width = sum(WIDTHS.values()) - WIDTHS[REMARK]
    _banner(page, INTRO_ROW, _intro(form, sheet.block), "banner", HELP, width)
    page.row_dimensions[TITLE_ROW].height = 24


def _intro(form: Questionnaire, block: Block) -> str:
    when = in_words(form, block.ask_if)
    return f"{block.intro} Diisi hanya {when}." if when else block.intro


def _keys_and_words(page: Any, sheet: BlockSheet | TableSheet) -> None:
    """What the reader recognises: hidden keys, heads, numbers and questions."""
    head_row = HEAD_ROW if isinstance(sheet, BlockSheet) else TABLE_HEAD_ROW
    for (row, column), key in keys_of(sheet).items():
        _put(page, row, column, key, "")
    for (row, column), text in words_of(sheet).items():
        is_question = column == LABEL and not text.startswith(" ")
        _put(page, row, column, text, "head" if row == head_row else "strong" if is_question else "words")
    page.column_dimensions["A"].hidden = True


def _head_of_table(page: Any, form: Questionnaire, table: Table, remark: str) -> None:
    page.column_dimensions["B"].width = 6
    for place, column in enumerate(table.columns, FIRST_COLUMN):
        page.column_dimensions[page.cell(1, place).column_letter].width = _table_width(column)
        _put(page, TABLE_HELP_ROW, place, column.help, "quiet")
    _keys_and_words(page, TableSheet(table_name(table), table))
    explained = explain_question(form, table)
    _put(page, TITLE_ROW, NUMBER, table.title, "title")
    said = f"{explained.how} Diisi hanya {explained.when}." if explained.when else explained.how
    last, width = FIRST_COLUMN + len(table.columns) - 1, sum(_table_width(column) for column in table.columns)
    _banner(page, INTRO_ROW, f"{said} {table.help}", "banner", last, width)
    if remark:
        _banner(page, TABLE_REMARK_ROW, f"Catatan pemeriksa: {remark}", "warning", last, width)
    page.row_dimensions[TITLE_ROW].height = 24
    page.row_dimensions[TABLE_KEY_ROW].hidden = True
    page.row_dimensions[TABLE_HELP_ROW].height = height_for([(c.help, _table_width(c)) for c in table.columns])


def _table_width(column: Question) -> int:
    if isinstance(column, Date):
        return 17
    return 52 if isinstance(column, LongText) else 34 if not isinstance(column, Choice) else 28


def _write_row(page: Any, row: int, table: Table, filled: Mapping[str, Any], look: str) -> None:
    _put(page, row, NUMBER, row - TABLE_FIRST_ROW + 1, "words")
    texts = []
    for place, column in enumerate(table.columns, FIRST_COLUMN):
        value = to_cell(column, filled.get(column.code))
        _put(page, row, place, value, look, number_format(column))
        texts.append((str(value or ""), _table_width(column)))
    page.row_dimensions[row].height = height_for(texts)


def _write_answer(page: Any, line: Line, lists: Lists, answers: Mapping[str, Any], is_open: bool) -> None:
    look = "open" if is_open else "closed"
    question = line.question
    if not line.takes_answer:
        _put(page, line.row, ANSWER, _instead(question), "words")
        if isinstance(question, Table):
            _link(page, line.row, table_name(question))
        return
    value: CellValue = None
    if line.option is None:
        value = to_cell(question, answers.get(question.code))
    elif isinstance(question, Choices) and line.option in question.chosen(answers.get(question.code)):
        value = YES
    _put(page, line.row, ANSWER, value, look, number_format(question))
    if is_open:
        rule = validation_for(question, lists, line.option)
        rule.add(cell_name(line.row, ANSWER))
        page.add_data_validation(rule)


def _instead(question: Question) -> str | None:
    """What stands where there is nothing to fill in."""
    if isinstance(question, Files):
        return ATTACHED
    return f"Isi pada lembar “{table_name(question)}”." if isinstance(question, Table) else None


def _link(page: Any, row: int, target: str) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    place = cell_name(row, ANSWER)
    first = cell_name(TABLE_FIRST_ROW, FIRST_COLUMN)
    page[place].hyperlink = Hyperlink(ref=place, location=f"'{target}'!{first}")


def _explain(page: Any, form: Questionnaire, row: int, question: Question, remark: str) -> None:
    explained = explain_question(form, question)
    when = f" Diisi hanya {explained.when}." if explained.when else ""
    _put(page, row, HELP, f"{explained.duty}. {explained.how}{when}\n{question.help}", "quiet")
    _put(page, row, REMARK, remark or None, "remark" if remark else "quiet")


def _height(page: Any, line: Line) -> float:
    texts = [(str(page.cell(line.row, column).value or ""), width) for column, width in WIDTHS.items()]
    return height_for(texts, least_lines(line.question) if line.takes_answer and line.option is None else 1)


def _banner(page: Any, row: int, text: str, look: str, last: int, width: int) -> None:
    """A text over all columns to `last`, which together hold `width` characters."""
    _put(page, row, NUMBER, text, look)
    page.merge_cells(start_row=row, end_row=row, start_column=NUMBER, end_column=last)
    page.row_dimensions[row].height = height_for([(text, width)])


def _put(page: Any, row: int, column: int, value: CellValue, look: str, number: str = "") -> None:
    """Write one cell; a text stays a text, whatever sign it begins with."""
    cell = page.cell(row, column)
    if look:
        cell.style = LOOK + look
    if isinstance(value, str) and value:
        cell.value = escaped(value)
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@", "'")
    elif value not in (None, ""):
        cell.value = value
    if number:
        cell.number_format = number


def _furnish(page: Any, frozen: str, head_row: int) -> None:
    """Locked but for its open cells, its head in view and on every printed page."""
    page.freeze_panes = frozen
    page.sheet_view.showGridLines = False
    page.protection.sheet = True
    page.protection.formatRows = page.protection.formatColumns = False
    page.print_title_rows = f"{head_row}:{head_row}"
    page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight = "landscape", 9, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.left.text, page.oddFooter.right.text = "&A", "Halaman &P dari &N"
