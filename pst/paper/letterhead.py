"""The head of every paper of the office: emblem where it has one, name, region, address, double rule."""

from collections.abc import Iterable, Sequence

from pst.paper.glyphs import printable
from pst.paper.office_facts import OfficeFacts
from pst.paper.sheet import GREY, INK, LEFT, PAGE_WIDTH, RIGHT, WIDTH, Sheet, line_height

EMBLEM_SIZE = 19.0
NO_BREAK = "\u00a0"
NO_NUMBER = "(diberikan saat surat diterbitkan)"
NO_DATE = "(tanggal terbit)"
DRAFT_MARK = "KONSEP"


def draw_letterhead(sheet: Sheet, office: OfficeFacts) -> None:
    """The whole letterhead at the top of the page; leaves `y` below the double rule.

    The emblem is the office's own: without one the name begins at the margin, for nothing is invented on a letter.
    """
    top, x = sheet.y, LEFT
    if office.logo:
        alt = printable(f"Lambang {office.name}")
        sheet.pdf.image(office.logo, LEFT, top, EMBLEM_SIZE, EMBLEM_SIZE, keep_aspect_ratio=True, alt_text=alt)
        x = LEFT + EMBLEM_SIZE + 5
    width = PAGE_WIDTH - RIGHT - x
    sheet.y = top - 0.5
    for line in (office.institution, office.region):
        sheet.paragraph(line.upper(), 15, "BI", x, width, after=0.4)
    sheet.skip(0.8)
    sheet.paragraph(address_line(office), 8, x=x, width=width, after=0, ink=GREY)
    sheet.y = max(sheet.y, top + EMBLEM_SIZE * bool(office.logo)) + 2
    sheet.rule(sheet.y, 0.9, ink=INK)
    sheet.rule(sheet.y + 1.1, 0.25, ink=INK)
    sheet.skip(1.1 + line_height(10))


def draw_address(
    sheet: Sheet, dateline: str, rows: Sequence[tuple[str, str]], addressed: Iterable[str], size: float
) -> None:
    """The day at the upper right, beside it the number and what it is about, and below them to whom it goes."""
    date_text = printable(dateline)
    sheet.put(LEFT + WIDTH - sheet.width_of(date_text, size), sheet.y, date_text, size)
    for place, (label, value) in enumerate(rows):
        sheet.put(LEFT, sheet.y, label, size)
        sheet.put(LEFT + 20, sheet.y, ":", size)
        width = WIDTH - (62.5 if place == 0 else 24.5)  # the date stands beside the first
        sheet.paragraph(value, size, x=LEFT + 22.5, width=width, after=0)
    sheet.skip(3)
    for line in addressed:
        sheet.paragraph(line, size, width=WIDTH * 0.7, after=0)
    sheet.skip(3)


def chain_line(newest: str) -> tuple[str, ...]:
    """What the foot of a letter says of the office's history: its newest event. Nothing in papers without one."""
    return (f"Rantai kejadian {newest}",) if newest else ()


def address_line(office: OfficeFacts) -> str:
    """Address, telephone, website and e-mail as one line of the letterhead; what is empty is left out.

    A label is never torn from what it names.
    """
    parts = ((office.phone, "Telepon"), (office.website, "Laman"), (office.email, "Pos-el"))
    reached = [f"{label}{NO_BREAK}{value.replace(' ', NO_BREAK)}" for value, label in parts if value]
    return ", ".join([office.address, *reached])
