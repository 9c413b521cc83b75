"""Letters of a complaint: the answer to somebody without a name, and the referral of one about the head."""

from pst.paper.complaints.complaint_facts import ReplyFacts
from pst.paper.letterhead import draw_letterhead
from pst.paper.sheet import LEFT, WIDTH, Sheet
from pst.paper.tables import draw_table
from pst.rules import wording

SIGN_X = LEFT + WIDTH * 0.55


def reply_pdf(facts: ReplyFacts) -> bytes:
    """The letter: to whom, about which complaint, what is said, where to go if that is not enough."""
    sheet = Sheet(f"{facts.subject} {facts.number}", facts.made_at, (f"Pengaduan {facts.number}", ""))
    draw_letterhead(sheet, facts.office)
    place = f"{facts.office.city}, {wording.long_date(facts.day)}"
    sheet.paragraph(place, align="right", after=2)
    draw_table(sheet, (), (("Nomor pengaduan", facts.number), ("Hal", facts.subject)), (1, 3), size=10.5)
    sheet.paragraph("Yth.", after=0)
    sheet.paragraph(facts.recipient, after=5)
    for text in facts.paragraphs:
        sheet.paragraph(text)
    if facts.summary:
        draw_table(sheet, (), facts.summary, (1, 3), size=10)
    sheet.need(40)
    sheet.skip(3)
    sheet.paragraph(facts.signed_as, x=SIGN_X, width=LEFT + WIDTH - SIGN_X, after=20)
    sheet.rule(sheet.y, 0.25, SIGN_X, LEFT + WIDTH - SIGN_X)
    return sheet.bytes()
