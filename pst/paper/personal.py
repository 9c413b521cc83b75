"""The copy of all that is kept about a person, on paper (UU 27/2022, Pasal 7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pst.paper.letterhead import draw_letterhead
from pst.paper.office_facts import OfficeFacts
from pst.paper.sheet import GREY, Sheet
from pst.paper.tables import draw_table
from pst.rules import wording

TITLE = "Salinan data pribadi"
Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SectionFacts:
    """One kind of data: what it is for and how long it stays, each row as (label, words), what is held back."""

    label: str
    purpose: str
    kept: str
    rows: tuple[Rows, ...]
    is_cut: bool = False
    withheld: str = ""


@dataclass(frozen=True)
class CopyFacts:
    """Whose copy it is; `made_at` as stored, `when` on the clock of the office."""

    office: OfficeFacts
    whose: str
    made_at: datetime
    when: datetime
    sections: Iterable[SectionFacts]


def copy_pdf(facts: CopyFacts) -> bytes:
    """Section by section; where there are more rows than fit on paper, it says that the other file has them all."""
    sheet = Sheet(f"{TITLE} {facts.whose}", facts.made_at, (TITLE, facts.whose))
    draw_letterhead(sheet, facts.office)
    sheet.paragraph(TITLE.upper(), 13, "B", align="center", after=0.5)
    sheet.paragraph(facts.whose, 11, align="center", after=0.5)
    sheet.paragraph(wording.long_moment(facts.when), 10, align="center", after=4, ink=GREY)
    for section in facts.sections:
        _draw(sheet, section)
    return sheet.bytes()


def _draw(sheet: Sheet, section: SectionFacts) -> None:
    sheet.heading(section.label)
    sheet.paragraph(f"Untuk: {section.purpose} Disimpan: {section.kept}", 9, ink=GREY)
    if not section.rows:
        sheet.paragraph("Tidak ada.")
    for row in section.rows:
        draw_table(sheet, (), row)
    if section.is_cut:
        sheet.paragraph("Hanya yang terbaru; seluruhnya ada dalam berkas JSON.", 9)
    if section.withheld:
        sheet.paragraph(f"Disimpan juga, tetapi tidak disalin: {section.withheld}.", 9)
