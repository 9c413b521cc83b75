"""The head of every paper of the office: mark, name, region, address, double rule."""

from pst.paper.glyphs import printable
from pst.paper.office_facts import OfficeFacts
from pst.paper.sheet import GREY, INK, LEFT, PAGE_WIDTH, RIGHT, Sheet, line_height

MARK_SIZE = 19.0
MARK_INK = (14, 83, 106)
TEXT_X = LEFT + MARK_SIZE + 5
TEXT_WIDTH = PAGE_WIDTH - RIGHT - TEXT_X


def draw_letterhead(sheet: Sheet, office: OfficeFacts) -> None:
    """The whole letterhead at the top of the page; leaves `y` below the double rule."""
    top = sheet.y
    _mark(sheet, office, top)
    sheet.y = top - 0.5
    for line in (office.institution, office.region):
        sheet.paragraph(line.upper(), 15, "BI", TEXT_X, TEXT_WIDTH, after=-0.6)
    sheet.skip(1.2)
    sheet.paragraph(address_line(office), 8.5, x=TEXT_X, width=TEXT_WIDTH, after=0, ink=GREY)
    sheet.y = max(sheet.y, top + MARK_SIZE) + 2
    sheet.rule(sheet.y, 0.9, ink=INK)
    sheet.rule(sheet.y + 1.1, 0.25, ink=INK)
    sheet.skip(1.1 + line_height(10))


def address_line(office: OfficeFacts) -> str:
    """Address, telephone, website and e-mail as one line of the letterhead; what is empty is left out."""
    parts = ((office.phone, "Telepon "), (office.website, "Laman "), (office.email, "Pos-el "))
    return ", ".join([office.address, *(f"{label}{value}" for value, label in parts if value)])


def _mark(sheet: Sheet, office: OfficeFacts, top: float) -> None:
    if office.logo is None:
        _own_mark(sheet, LEFT, top)
    else:
        alt = printable(f"Lambang {office.name}")
        sheet.pdf.image(office.logo, LEFT, top, MARK_SIZE, MARK_SIZE, keep_aspect_ratio=True, alt_text=alt)


def _own_mark(sheet: Sheet, x: float, y: float) -> None:
    """Four columns over a water line in a dark square: figures of a river town. Not the agency's emblem."""
    unit = MARK_SIZE / 19
    sheet.box(x, y, MARK_SIZE, MARK_SIZE, MARK_INK)
    for place, height in enumerate((4, 7, 6, 10)):
        sheet.box(x + (3 + place * 3.5) * unit, y + (13 - height) * unit, 2.5 * unit, height * unit, (255, 255, 255))
    sheet.box(x + 3 * unit, y + 14.2 * unit, 13 * unit, 0.7 * unit, (154, 208, 222))
    sheet.box(x + 3 * unit, y + 15.8 * unit, 9.5 * unit, 0.7 * unit, (154, 208, 222))
