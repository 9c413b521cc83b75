"""A breach of personal data on paper: the notice to those concerned, and the report to the authority."""

from dataclasses import dataclass
from datetime import date, datetime

from pst.paper.letterhead import draw_letterhead
from pst.paper.office_facts import OfficeFacts
from pst.paper.sheet import LEFT, WIDTH, Sheet
from pst.paper.tables import draw_table
from pst.rules import wording

TITLES = {False: "Pemberitahuan pelindungan data pribadi", True: "Laporan kegagalan pelindungan data pribadi"}
OPENING = {
    False: "Dengan ini kami beri tahukan kegagalan pelindungan data pribadi yang menyangkut Saudara.",
    True: "Dengan ini kami laporkan kegagalan pelindungan data pribadi sebagai berikut.",
}
BASIS = "Disampaikan menurut Pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi."


@dataclass(frozen=True)
class BreachFacts:
    """What Pasal 46 asks to be told; the authority is told besides how many it concerns and who was told."""

    office: OfficeFacts
    contact: str
    to_authority: bool
    known: str
    happened: str
    data: str
    people: str
    measures: str
    advice: str
    told: str
    made_at: datetime
    today: date


def breach_pdf(facts: BreachFacts) -> bytes:
    """One letter without a number: the office enters it in its book."""
    title = TITLES[facts.to_authority]
    sheet = Sheet(title, facts.made_at, (title, ""))
    draw_letterhead(sheet, facts.office)
    sheet.paragraph(title.upper(), 13, "B", align="center", after=0.5)
    sheet.paragraph("Nomor: ……………………………", 11, align="center", after=5)
    sheet.paragraph(OPENING[facts.to_authority])
    draw_table(sheet, (), [row for row in _rows(facts) if row[1]], (3, 6), size=10.5)
    sheet.paragraph(BASIS, after=8)
    _sign(sheet, facts)
    return sheet.bytes()


def _rows(facts: BreachFacts) -> tuple[tuple[str, str], ...]:
    counted = (("Banyaknya orang", facts.people), ("Yang sudah diberi tahu", facts.told)) if facts.to_authority else ()
    return (
        ("Data yang terungkap", facts.data),
        ("Kapan dan bagaimana", facts.happened),
        ("Diketahui", facts.known),
        *counted,
        ("Penanganan dan pemulihan", facts.measures),
        ("Saran", "" if facts.to_authority else facts.advice),
        ("Narahubung", facts.contact),
    )


def _sign(sheet: Sheet, facts: BreachFacts) -> None:
    sheet.need(40)
    x = LEFT + WIDTH / 2
    sheet.paragraph(f"{facts.office.city}, {wording.long_date(facts.today)}", x=x, width=WIDTH / 2, after=0)
    sheet.paragraph(f"Kepala {facts.office.full_name},", x=x, width=WIDTH / 2, after=22)
    sheet.rule(sheet.y, 0.25, x, WIDTH / 2)
