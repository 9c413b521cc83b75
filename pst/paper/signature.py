"""Who signs a letter of the office, and the place for the signature."""

from dataclasses import dataclass

from pst.paper.sheet import LEFT, WIDTH, Sheet

SPACE = 19.0
"""Room for a pen, or for the visible part of an electronic signature."""
SIGNATURE_X, SIGNATURE_WIDTH = LEFT + 82, WIDTH - 82
"""Where on the sheet it stands."""


@dataclass(frozen=True)
class SignatoryFacts:
    """Who signs.

    `title` is the whole line above the name, with its comma: “Plt. Kepala Badan … Mempawah,”.
    """

    title: str
    name: str
    rank: str = ""
    nip: str = ""


def draw_signature(sheet: Sheet, person: SignatoryFacts, size: float) -> None:
    """The title, the room for the signature, and the name with rank and NIP."""
    sheet.paragraph(person.title, size, x=SIGNATURE_X, width=SIGNATURE_WIDTH, after=SPACE)
    sheet.paragraph(person.name, size, "B", x=SIGNATURE_X, width=SIGNATURE_WIDTH, after=0)
    for line in (person.rank, f"NIP {person.nip}" if person.nip else ""):
        if line:
            sheet.paragraph(line, size, x=SIGNATURE_X, width=SIGNATURE_WIDTH, after=0)
