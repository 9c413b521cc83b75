"""The recommendation letter, for an activity that is layak or ditolak: facts in, PDF bytes out."""

from pst.paper.glyphs import printable
from pst.paper.letterhead import draw_letterhead
from pst.paper.letters.facts import LetterFacts
from pst.paper.letters.parts import Listing, Paragraphs, Section, Table
from pst.paper.letters.text import (
    CLOSING,
    DRAFT_MARK,
    VERDICT,
    dateline,
    letter_head,
    letter_sections,
    subject_of,
    verification_note,
)
from pst.paper.qr import draw_qr
from pst.paper.sheet import GREY, LEFT, PALE, WIDTH, Sheet, line_height
from pst.paper.tables import draw_table

SIZE = 10.5
NOTE_SIZE = 8.0
QR_SIZE = 26.0
SIGNATURE_X = LEFT + 82
SIGNATURE_WIDTH = WIDTH - 82
SIGNATURE_SPACE = 22.0
"""Room for a pen, or for the visible part of an electronic signature."""


def recommendation_pdf(facts: LetterFacts) -> bytes:
    """The whole letter with its attachment, PDF/A-3U, byte-identical for equal facts."""
    sheet = Sheet(subject_of(facts), facts.made_at, _footer(facts), DRAFT_MARK if facts.is_draft else "")
    sections = letter_sections(facts)
    _draw_first_page_head(sheet, facts)
    for section in sections:
        if section.key == CLOSING:
            sheet.need(_closing_height(sheet, section) + _signing_height(sheet, facts))
        if not section.attached:
            _draw(sheet, section)
    _draw_signing(sheet, facts)
    _draw_copies(sheet, facts)
    _draw_attachment(sheet, facts, [section for section in sections if section.attached])
    return sheet.bytes()


def _footer(facts: LetterFacts) -> tuple[str, str]:
    if facts.is_draft:
        return f"Konsep surat, permohonan {facts.request.number}", ""
    return f"Nomor {facts.number}", f"Kode verifikasi {facts.verify_code}"


def _draw_first_page_head(sheet: Sheet, facts: LetterFacts) -> None:
    draw_letterhead(sheet, facts.office)
    date_text = printable(dateline(facts))
    sheet.put(LEFT + WIDTH - sheet.width_of(date_text, SIZE), sheet.y, date_text, SIZE)
    for place, (label, value) in enumerate(letter_head(facts)):
        _labelled(sheet, label, value, width=WIDTH - 60 if place == 0 else WIDTH - 22)
    sheet.skip(4)
    for line in (f"Yth. {facts.recipient.name}", f"di {facts.recipient.place}"):
        sheet.paragraph(line, SIZE, after=0)
    sheet.skip(4)


def _labelled(sheet: Sheet, label: str, value: str, width: float) -> None:
    sheet.put(LEFT, sheet.y, label, SIZE)
    sheet.put(LEFT + 20, sheet.y, ":", SIZE)
    sheet.paragraph(value, SIZE, x=LEFT + 22.5, width=width - 2.5, after=0)


def _draw(sheet: Sheet, section: Section) -> None:
    if section.key == VERDICT:
        _draw_verdict(sheet, section)
        return
    if section.heading:
        sheet.heading(section.heading)
    for part in section.content:
        _draw_part(sheet, part)


def _draw_part(sheet: Sheet, part: Paragraphs | Listing | Table) -> None:
    match part:
        case Paragraphs(texts):
            for text in texts:
                sheet.paragraph(text, SIZE)
        case Listing(lead, items, labels):
            if lead:
                sheet.paragraph(lead, SIZE, after=0.7)
            sheet.items(items, labels, SIZE)
        case Table(heads, rows, shares):
            draw_table(sheet, heads, rows, shares)


def _draw_verdict(sheet: Sheet, section: Section) -> None:
    lines = [text for part in section.content if isinstance(part, Paragraphs) for text in part.texts]
    height = sum(line_height(size) for size in _verdict_sizes(lines)) + 4
    sheet.need(height + 3)
    if not sheet.mark:
        sheet.box(LEFT, sheet.y, WIDTH, height, PALE)
    sheet.skip(2)
    for text, size in zip(lines, _verdict_sizes(lines), strict=True):
        sheet.paragraph(text, size, "B", align="center", after=0)
    sheet.skip(4.2)


def _verdict_sizes(lines: list[str]) -> list[float]:
    return [13.0] + [11.0] * (len(lines) - 1)


def _draw_signing(sheet: Sheet, facts: LetterFacts) -> None:
    """The signature block on the right, kept whole; beside it the code by which anyone checks the letter."""
    sheet.need(_signing_height(sheet, facts))
    sheet.skip(2)
    top = sheet.y
    _draw_check(sheet, facts)
    bottom, sheet.y = sheet.y, top
    _draw_signature(sheet, facts)
    sheet.y = max(sheet.y, bottom) + 3


def _signing_height(sheet: Sheet, facts: LetterFacts) -> float:
    title = sheet.wrapped(facts.signatory.title, SIGNATURE_WIDTH, SIZE)
    signing = (len(title) + 3) * line_height(SIZE) + SIGNATURE_SPACE
    checking = QR_SIZE + 8 + line_height(10) + len(_check_lines(sheet, facts)) * line_height(NOTE_SIZE)
    return max(signing, checking) + 2


def _closing_height(sheet: Sheet, closing: Section) -> float:
    """The last paragraph stays with the signature, so that no signature stands on a page of its own."""
    texts = [text for part in closing.content if isinstance(part, Paragraphs) for text in part.texts]
    return sum(len(sheet.wrapped(text, WIDTH, SIZE)) * line_height(SIZE) + 2.2 for text in texts)


def _check_lines(sheet: Sheet, facts: LetterFacts) -> list[str]:
    return sheet.wrapped(verification_note(facts), SIGNATURE_X - LEFT - 8, NOTE_SIZE)


def _draw_signature(sheet: Sheet, facts: LetterFacts) -> None:
    person = facts.signatory
    sheet.paragraph(person.title, SIZE, x=SIGNATURE_X, width=SIGNATURE_WIDTH, after=SIGNATURE_SPACE)
    sheet.paragraph(person.name, SIZE, "B", x=SIGNATURE_X, width=SIGNATURE_WIDTH, after=0)
    for line in (person.rank, f"NIP {person.nip}" if person.nip else ""):
        if line:
            sheet.paragraph(line, SIZE, x=SIGNATURE_X, width=SIGNATURE_WIDTH, after=0)


def _draw_check(sheet: Sheet, facts: LetterFacts) -> None:
    if not facts.is_draft:
        draw_qr(sheet, facts.verify_url, LEFT + 4, sheet.y + 2, QR_SIZE)
        sheet.y += QR_SIZE + 5
        sheet.paragraph(facts.verify_code, 10, "B", x=LEFT + 4, width=SIGNATURE_X - LEFT - 8, after=0.5)
    for line in _check_lines(sheet, facts):
        sheet.put(LEFT, sheet.y, line, NOTE_SIZE, ink=GREY)
        sheet.y += line_height(NOTE_SIZE)


def _draw_copies(sheet: Sheet, facts: LetterFacts) -> None:
    if facts.copies:
        sheet.need(line_height(9.5) * (len(facts.copies) + 1))
        sheet.paragraph("Tembusan Yth.:", 9.5, after=0.3)
        sheet.items(facts.copies, "1", 9.5)


def _draw_attachment(sheet: Sheet, facts: LetterFacts, sections: list[Section]) -> None:
    sheet.turn()
    sheet.paragraph("LAMPIRAN", 13, "B", after=0.5)
    numbered = f"Surat Nomor {facts.number}" if facts.number else "Konsep surat"
    sheet.paragraph(f"{numbered} · {dateline(facts)}", 9.5, after=0.3, ink=GREY)
    sheet.paragraph(f"Hal: {subject_of(facts)}", 9.5, after=2, ink=GREY)
    for section in sections:
        _draw(sheet, section)
