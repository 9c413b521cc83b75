"""The receipt for a letter that is fetched at the counter, to be signed by whoever takes it."""

from dataclasses import dataclass
from datetime import date, datetime

from pst.paper.letterhead import draw_letterhead
from pst.paper.office_facts import OfficeFacts
from pst.paper.sheet import GREY, LEFT, WIDTH, Sheet
from pst.paper.tables import draw_table
from pst.rules import wording

TITLE = "Tanda terima surat rekomendasi"
SAID = "Dengan ini diterima surat berikut dari {office}, tanpa dipungut biaya."


@dataclass(frozen=True)
class HandoverFacts:
    """One letter that changes hands. Days are the office's own; `made_at` is naive UTC."""

    office: OfficeFacts
    letter: str
    letter_day: date
    title: str
    submission: str
    agency: str
    visit: str
    officer: str
    receiver: str
    institution: str
    handed_on: date
    made_at: datetime


def handover_pdf(facts: HandoverFacts) -> bytes:
    """One page: which letter, for whom, and two places to sign."""
    sheet = Sheet(f"{TITLE} {facts.letter}", facts.made_at, (f"Kunjungan {facts.visit}", ""))
    draw_letterhead(sheet, facts.office)
    sheet.paragraph(TITLE.upper(), 13, "B", align="center", after=5)
    sheet.paragraph(SAID.format(office=facts.office.full_name))
    draw_table(sheet, (), _rows(facts), (3, 7), size=10.5)
    sheet.skip(6)
    sheet.paragraph(f"{facts.office.city}, {wording.long_date(facts.handed_on)}", after=3)
    _signatures(sheet, facts)
    return sheet.bytes()


def _rows(facts: HandoverFacts) -> tuple[tuple[str, str], ...]:
    return (
        ("Nomor surat", facts.letter),
        ("Tanggal surat", wording.long_date(facts.letter_day)),
        ("Perihal", facts.title),
        ("Instansi", facts.agency),
        ("Permohonan", facts.submission),
        ("Kunjungan", facts.visit),
    )


def _signatures(sheet: Sheet, facts: HandoverFacts) -> None:
    width, top = WIDTH / 2, sheet.y
    people = (
        ("Yang menyerahkan", facts.officer, "Petugas Pelayanan Statistik Terpadu"),
        ("Yang menerima", facts.receiver, facts.institution),
    )
    for place, (label, name, role) in enumerate(people):
        x = LEFT + place * width
        sheet.y = top
        sheet.paragraph(label, x=x, width=width - 8, after=24)
        sheet.rule(sheet.y, 0.25, x, width - 10, GREY)
        sheet.skip(1)
        sheet.paragraph(name, 10.5, "B", x, width - 8, after=0)
        sheet.paragraph(role, 9.5, "", x, width - 8, after=0, ink=GREY)
