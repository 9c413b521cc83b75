"""The printed form, filled in as a document (DOCX) or a workbook (XLSX): its labels, and what stands beside or below.

What comes out is MS-Keg by its labels, so a label that is not known is named among what finds no place.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree import ElementTree

from pst.exchange.lists import rows_of
from pst.exchange.romantik.mskeg import NOTHING, question_of, stage_of, variable_column
from pst.exchange.romantik.received import BadRecord
from pst.exchange.uploads import DOCX, XLSX, check_upload
from pst.questionnaires.shelf import CURRENT
from pst.questionnaires.text import without_controls

NOT_A_FORM = "Berkas itu bukan JSON, XLSX, atau DOCX. Simpan ulang dalam salah satu bentuk itu."
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBER = re.compile(r"([\dIVX]+(\.\d+)*[.)]?[a-z]?[.)]?|No(mor)?\.?)", re.IGNORECASE)
TICKED = re.compile(r"[☑☒✓✔√■●]|\[[xXvV√]\]")
BOX = re.compile(rf"({TICKED.pattern}|[☐□○◯]|\[ ?\])")
HEADS = ("Tahap", "Tahapan", "Kegiatan")
"""Of the table of the schedule."""
SCHEDULE, VARIABLES = CURRENT.question("jadwal").label, CURRENT.question("variabel").label
MOST_ROWS = 5_000

Cells = list[str]


def read_printed(content: bytes) -> dict[str, Any]:
    """What it says by its labels. Raises `BadRecord`, `UploadRefused`."""
    _, kind, _ = check_upload("formulir", content, (DOCX, XLSX), NOT_A_FORM)
    form = PrintedForm()
    for cells in _document(content) if kind == DOCX else (cells for _, cells in rows_of(content)):
        form.take([cell for cell in map(str.strip, cells) if cell not in ("", ":")])
    return form.told


class PrintedForm:
    """What was read so far: `told` by label; where we are is a heading, a table of variables, or a label alone."""

    def __init__(self) -> None:
        self.told: dict[str, Any] = {}
        self.heading = self.open = ""
        self.columns: Cells = []

    def take(self, cells: Cells) -> None:
        """One row of cells, or a paragraph."""
        cells = cells[1:] if len(cells) > 1 and NUMBER.fullmatch(cells[0]) else cells
        if not cells or cells[0] in HEADS:
            return
        if len(cells) == 1 and ":" in cells[0]:
            before, _, behind = cells[0].partition(":")
            cells = [before.strip(), behind.strip()] if self._label(before) and behind.strip() else cells
        columns = [variable_column(cell) for cell in cells]
        if len(cells) > 1 and all(columns[:2]):
            self.columns, self.open = columns, ""
        elif len(cells) > 1 and stage_of(cells[0]):
            self.told.setdefault(SCHEDULE, {})[cells[0]] = cells[1:3] if len(cells) > 2 else cells[1]
        elif label := self._label(cells[0]):
            self._begin(label, cells[1:])
        elif self.columns and len(cells) > 1:
            self.told.setdefault(VARIABLES, []).append(dict(zip(self.columns, cells, strict=False)))
        elif self.open:
            self.told[self.open] = "\n".join(filter(None, (self.told.get(self.open, ""), *map(_chosen, cells))))
        elif len(cells) > 1:
            self.told.setdefault(cells[0], ", ".join(map(_chosen, cells[1:])))
        else:
            self.heading = cells[0]

    def _begin(self, label: str, values: Cells) -> None:
        self.columns, self.open = [], "" if values or label in (SCHEDULE, VARIABLES) else label
        said = ", ".join(filter(None, map(_chosen, values)))
        if said not in NOTHING and label not in (SCHEDULE, VARIABLES):
            self.told.setdefault(label, said)

    def _label(self, cell: str) -> str:
        """The label of ours that this is, under the heading above where it says more; "" where it is none."""
        named = cell.strip().rstrip(":").strip()
        for label in (f"{self.heading} {named}", named):
            if question := question_of(label):
                return question.label
        return ""


def _chosen(value: str) -> str:
    """What is ticked, where there are boxes; else the whole."""
    parts = BOX.split(value)
    if len(parts) == 1:
        return value
    boxes = zip(parts[1::2], parts[2::2], strict=True)
    return ", ".join(text.strip(" ;,\n") for box, text in boxes if TICKED.fullmatch(box))


def _document(content: bytes) -> Iterator[Cells]:
    """Rows of tables and paragraphs in the order of the document."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = archive.read("word/document.xml")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise BadRecord(NOT_A_FORM)
    body = ElementTree.fromstring(text).find(f"{WORD}body")
    for number, block in enumerate(body if body is not None else ()):
        if number > MOST_ROWS:
            return
        if block.tag == f"{WORD}tbl":
            yield from ([_text(cell) for cell in row.iter(f"{WORD}tc")] for row in block.iter(f"{WORD}tr"))
        else:
            yield [_text(block)]


def _text(part: ElementTree.Element) -> str:
    """The words of its paragraphs, a line each."""
    lines = ("".join(_runs(paragraph)) for paragraph in part.iter(f"{WORD}p"))
    return "\n".join(filter(None, (without_controls(line).strip() for line in lines)))


def _runs(paragraph: ElementTree.Element) -> Iterable[str]:
    for run in paragraph.iter():
        if run.tag == f"{WORD}t":
            yield run.text or ""
        elif run.tag in (f"{WORD}tab", f"{WORD}br"):
            yield " "
        elif run.tag == f"{WORD}sym":
            yield "☒" if run.get(f"{WORD}char", "").upper() in ("F0FE", "F0FD", "F052", "F0FC") else "☐"
