"""The form written as a workbook, blank or with the answers of a submission.

openpyxl is imported inside functions: it costs a second that no other page should pay.
"""

import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pst.exchange.form_xlsx import checking
from pst.exchange.form_xlsx.dressing import Lists, add_looks
from pst.exchange.form_xlsx.guide import PURPOSE, write_guide
from pst.exchange.form_xlsx.layout import (
    ABOUT,
    GUIDE,
    LISTS,
    BlockSheet,
    layout_checksum,
    sheets_of,
    words_checksum,
    words_of,
)
from pst.exchange.form_xlsx.sheets import write_block, write_table
from pst.exchange.form_xlsx.values import fingerprint
from pst.questionnaires.answers import initial, is_asked
from pst.questionnaires.kinds import Questionnaire, Table


@dataclass(frozen=True)
class Prefill:
    """What a workbook for one submission holds beforehand.

    `number` is the submission; `writable` the codes whose cells are open; `remarks` what the examiner asks,
    by code, "" for the whole; `title` names the activity on the first sheet.
    """

    number: str
    title: str
    answers: Mapping[str, Any]
    writable: Collection[str]
    remarks: Mapping[str, str] = field(default_factory=dict)


def write_form(form: Questionnaire, made_on: str, site: str, prefill: Prefill | None = None) -> bytes:
    """The workbook. `made_on` is the day in words, `site` the address it comes back to."""
    from openpyxl import Workbook
    from openpyxl.workbook.protection import WorkbookProtection

    book = Workbook()
    book.active.title = GUIDE
    add_looks(book)
    given = prefill or blank(form)
    pages = [(sheet, book.create_sheet(sheet.name)) for sheet in sheets_of(form)]
    lists = Lists(book.create_sheet(LISTS))
    write_guide(book[GUIDE], form, made_on, site, given.number, given.title, given.remarks.get("", ""))
    for sheet, page in pages:
        if isinstance(sheet, BlockSheet):
            write_block(page, form, sheet, lists, given.answers, given.writable, given.remarks)
        else:
            answers = _without_suggestions(form, sheet.table, given)
            write_table(page, form, sheet, lists, answers, given.writable, given.remarks)
    _write_about(book.create_sheet(ABOUT), form, made_on, given)
    book[LISTS].sheet_state = book[ABOUT].sheet_state = "hidden"
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.title, book.properties.creator = form.title, "Pelayanan Statistik Terpadu"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def blank(form: Questionnaire) -> Prefill:
    """What a workbook for nobody holds: the form's own defaults, open but for what the office fills in."""
    writable = frozenset(question.code for question in form.questions if not question.staff_only)
    return Prefill("", "", initial(form), writable)


def _without_suggestions(form: Questionnaire, table: Table, given: Prefill) -> Mapping[str, Any]:
    """A submission that is not asked for a table gets none of the rows it would begin with."""
    if not given.number or table.code in given.answers or is_asked(form, table, given.answers):
        return given.answers
    return {**given.answers, table.code: []}


def _write_about(page: Any, form: Questionnaire, made_on: str, given: Prefill) -> None:
    """What the reader needs to recognise the file, and a mark of every answer as it was written."""
    words = {sheet.name: words_of(sheet) for sheet in sheets_of(form)}
    said = {
        checking.FORM: form.name,
        checking.LAYOUT: layout_checksum(form),
        checking.WORDS: words_checksum(words),
        checking.SUBMISSION: given.number,
        checking.MADE: made_on,
        checking.PURPOSE: PURPOSE,
        **{
            f"{checking.PRINT}{question.code}": fingerprint(question, given.answers.get(question.code))
            for question in form.questions
        },
    }
    for row, (name, value) in enumerate(said.items(), 1):
        for column, text in ((1, name), (2, value)):
            cell = page.cell(row, column, text or None)
            cell.data_type = "s" if text else "n"
    page.protection.sheet = True
