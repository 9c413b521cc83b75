"""Letters about a complaint: the answer to somebody without a name, and the one that hands it on."""

from pst.paper.complaints.complaint_facts import ReplyFacts
from pst.paper.letterhead import DRAFT_MARK, NO_DATE, NO_NUMBER, chain_line, draw_address, draw_letterhead
from pst.paper.sheet import WIDTH, Sheet, line_height
from pst.paper.signature import SPACE, draw_signature
from pst.paper.tables import draw_table
from pst.rules import wording

SIZE = 10.5
SIGN_HEIGHT = SPACE + 6 * line_height(SIZE)


def reply_pdf(facts: ReplyFacts) -> bytes:
    """The letter: to whom, about which complaint, what is said, where to go if that is not enough, who signs.

    The last paragraph stays with the signature, so that no signature stands on a page of its own.
    """
    numbered = f"Nomor {facts.number}" if facts.number else "Konsep surat"
    footer = (numbered, f"Pengaduan {facts.complaint}", *chain_line(facts.chain))
    sheet = Sheet(f"{facts.subject} {facts.complaint}", facts.made_at, footer, "" if facts.number else DRAFT_MARK)
    _head(sheet, facts)
    *before, last = facts.paragraphs
    for text in before:
        sheet.paragraph(text, SIZE, align="justify")
    if facts.summary:
        draw_table(sheet, (), facts.summary, (1, 3), size=10)
        sheet.skip(3)
    sheet.need(len(sheet.wrapped(last, WIDTH, SIZE)) * line_height(SIZE) + SIGN_HEIGHT)
    sheet.paragraph(last, SIZE, align="justify")
    sheet.skip(3)
    draw_signature(sheet, facts.signatory, SIZE)
    return sheet.bytes()


def _head(sheet: Sheet, facts: ReplyFacts) -> None:
    draw_letterhead(sheet, facts.office)
    rows = (
        ("Nomor", facts.number or NO_NUMBER),
        ("Sifat", facts.nature),
        ("Lampiran", "-"),
        ("Hal", f"{facts.subject} {facts.complaint}"),
    )
    day = wording.long_date(facts.day) if facts.day else NO_DATE
    draw_address(sheet, f"{facts.office.city}, {day}", rows, (f"Yth. {facts.recipient}",), SIZE)
