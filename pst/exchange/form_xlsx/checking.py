"""Is this our form, of this version, with every row where it was written?"""

from collections.abc import Mapping
from dataclasses import dataclass

from pst.exchange.form_xlsx import refusals
from pst.exchange.form_xlsx.cells import Cells
from pst.exchange.form_xlsx.layout import (
    ABOUT,
    cell_name,
    keys_of,
    layout_checksum,
    sheet_names,
    sheets_of,
    words_checksum,
    words_of,
)
from pst.questionnaires.kinds import Questionnaire

FORM, LAYOUT, WORDS, SUBMISSION, MADE, PURPOSE = ("formulir", "susunan", "tulisan", "permohonan", "dibuat", "kegunaan")
"""The names on the hidden sheet about the file."""
PRINT = "sidik "
"""Before a question's code: the mark of what stood in its cells when the file was made."""
FORMULAS_NAMED = 8


@dataclass(frozen=True)
class Identity:
    """What the hidden sheet says: form, checksums, whose workbook it is, and the marks of its answers."""

    form: str
    layout: str
    words: str
    number: str
    prints: Mapping[str, str]


def identity_of(sheets: Mapping[str, Cells]) -> Identity:
    """The file's own words about itself. Raises `FormFileRefused` where there are none."""
    cells = sheets.get(ABOUT, {})
    said = {
        str(cell.value): str(cells[row, 2].value) if (row, 2) in cells else ""
        for (row, column), cell in cells.items()
        if column == 1
    }
    if not said.get(FORM) or LAYOUT not in said:
        raise refusals.not_our_form()
    prints = {name.removeprefix(PRINT): mark for name, mark in said.items() if name.startswith(PRINT)}
    return Identity(said[FORM], said[LAYOUT], said.get(WORDS, ""), said.get(SUBMISSION, ""), prints)


def check_arrangement(form: Questionnaire, identity: Identity, sheets: Mapping[str, Cells]) -> None:
    """Raise `FormFileRefused` when version, sheets, rows, columns or the words of a question changed."""
    if identity.layout != layout_checksum(form):
        raise refusals.wrong_version(identity.form)
    _check_sheets(form, sheets)
    for sheet in sheets_of(form):
        for place, key in keys_of(sheet).items():
            if _text(sheets[sheet.name], place) != key:
                raise refusals.rows_moved(sheet.name, cell_name(*place))
    _check_words(form, identity, sheets)


def check_formulas(sheets: Mapping[str, Cells]) -> None:
    """Raise `FormFileRefused` when any cell of the workbook is calculated."""
    found = [
        f"lembar “{name}” sel {cell_name(*place)}"
        for name, cells in sheets.items()
        for place, cell in sorted(cells.items())
        if cell.kind == "f"
    ]
    if found:
        raise refusals.has_formulas(found[:FORMULAS_NAMED], len(found))


def _check_sheets(form: Questionnaire, sheets: Mapping[str, Cells]) -> None:
    """The order of the sheets may change; which there are may not."""
    expected = sheet_names(form)
    missing = [name for name in expected if name not in sheets]
    extra = [name for name in sheets if name not in expected]
    if missing or extra:
        raise refusals.sheets_changed(missing, extra)


def _check_words(form: Questionnaire, identity: Identity, sheets: Mapping[str, Cells]) -> None:
    """The words must be those the file was written with, which may be older than today's."""
    written = {sheet.name: words_of(sheet) for sheet in sheets_of(form)}
    found = {name: {place: _text(sheets[name], place) for place in words} for name, words in written.items()}
    if words_checksum(found) == identity.words:
        return
    for name, words in written.items():
        for place, text in sorted(words.items()):
            if _text(sheets[name], place).split() != text.split():
                raise refusals.words_changed(name, cell_name(*place))
    raise refusals.words_changed("", "")


def _text(cells: Cells, place: tuple[int, int]) -> str:
    return str(cells[place].value) if place in cells else ""
