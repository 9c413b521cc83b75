"""The recommendation letter, for an activity that is layak or ditolak: facts in, PDF bytes out."""

from collections.abc import Iterable

from pst.paper.letterhead import DRAFT_MARK, chain_line, draw_address, draw_letterhead
from pst.paper.letters.facts import LetterFacts
from pst.paper.letters.parts import Listing, Paragraphs, Section, Table
from pst.paper.letters.text import (
    CLOSING,
    VERDICT,
    dateline,
    letter_head,
    letter_sections,
    subject_of,
    verification_note,
)
from pst.paper.qr import draw_qr
from pst.paper.sheet import GREY, LEFT, PALE, WIDTH, Sheet, line_height, put_away
from pst.paper.signature import SIGNATURE_WIDTH, SPACE, draw_signature
from pst.paper.tables import draw_table

COMFORTABLE, SMALLER = 10.5, 10.0
"""Letters of the text in points: smaller where that brings the signature onto the first page."""
GAP = 1.6
NOTE_SIZE, COPIES_SIZE = 7.5, 8.5
QR_SIZE = 25.0
CHECK_X = LEFT + QR_SIZE + 3
CHECK_WIDTH = 50.0
COPIES_WIDTH = 70.0


def recommendation_pdf(facts: LetterFacts) -> bytes:
    """The whole letter with its attachment, PDF/A-3U, byte-identical for equal facts."""
    sections = letter_sections(facts)
    sheet = _written(facts, [section for section in sections if not section.attached])
    _draw_attachment(sheet, facts, [section for section in sections if section.attached])
    return sheet.bytes()


def _written(facts: LetterFacts, body: list[Section]) -> Sheet:
    """The letter itself: on one page where it fits, else at its comfortable size on two."""
    for size in (COMFORTABLE, SMALLER):
        sheet = _at_size(facts, body, size)
        if sheet.pdf.page_no() == 1:
            return sheet
        put_away(sheet.pdf)
    return _at_size(facts, body, COMFORTABLE)


def _at_size(facts: LetterFacts, body: list[Section], size: float) -> Sheet:
    mark = DRAFT_MARK if facts.is_draft else ""
    sheet = Sheet(subject_of(facts), facts.made_at, _footer(facts), mark, _place_of_stamp(facts))
    _Letter(sheet, facts, size).draw(body)
    return sheet


def _footer(facts: LetterFacts) -> tuple[str, ...]:
    if facts.is_draft:
        return f"Konsep surat, permohonan {facts.request.number}", ""
    return f"Nomor {facts.number}", f"Kode verifikasi {facts.verify_code}", *chain_line(facts.chain)


def _place_of_stamp(facts: LetterFacts) -> str:
    """What the file is called, with room for a stamp over its own bytes; "" where the letter has none."""
    return f"{facts.verify_url}#{'0' * len(facts.stamp)}" if facts.stamp else ""


def _draw_attachment(sheet: Sheet, facts: LetterFacts, sections: Iterable[Section]) -> None:
    sheet.turn()
    sheet.paragraph("LAMPIRAN", 13, "B", after=0.5)
    numbered = f"Surat Nomor {facts.number}" if facts.number else "Konsep surat"
    sheet.paragraph(f"{numbered} · {dateline(facts)}", 9.5, after=0.3, ink=GREY)
    sheet.paragraph(f"Hal: {subject_of(facts)}", 9.5, after=2, ink=GREY)
    for section in sections:
        sheet.heading(section.heading)
        for part in section.content:
            _draw_part(sheet, part, SMALLER)


def _draw_part(sheet: Sheet, part: Paragraphs | Listing | Table, size: float) -> None:
    match part:
        case Paragraphs(texts):
            for text in texts:
                sheet.paragraph(text, size, align="justify", after=GAP)
        case Listing(lead, items, labels):
            if lead:
                sheet.paragraph(lead, size, after=0.7)
            sheet.items(items, labels, size, align="justify", after=GAP)
        case Table(heads, rows, shares):
            draw_table(sheet, heads, rows, shares)


class _Letter:
    """The pages before the attachment, at one size of letters."""

    def __init__(self, sheet: Sheet, facts: LetterFacts, size: float) -> None:
        self.sheet, self.facts, self.size, self.line = sheet, facts, size, line_height(size)

    def draw(self, body: Iterable[Section]) -> None:
        self._head()
        for section in body:
            if section.key == CLOSING:
                self.sheet.need(self._closing_height(section) + self._signing_height())
            if section.key == VERDICT:
                self._verdict(section)
            else:
                for part in section.content:
                    _draw_part(self.sheet, part, self.size)
        self._signing()

    def _head(self) -> None:
        facts, recipient = self.facts, self.facts.recipient
        draw_letterhead(self.sheet, facts.office)
        addressed = (f"Yth. {recipient.name}", f"di {recipient.place}")
        draw_address(self.sheet, dateline(facts), letter_head(facts), addressed, self.size)

    def _verdict(self, section: Section) -> None:
        lines = _texts(section)
        sizes = [12.5] + [10.5] * (len(lines) - 1)
        height = sum(map(line_height, sizes)) + 3.6
        self.sheet.need(height + 3)
        if not self.sheet.mark:
            self.sheet.box(LEFT, self.sheet.y, WIDTH, height, PALE)
        self.sheet.skip(1.8)
        for text, size in zip(lines, sizes, strict=True):
            self.sheet.paragraph(text, size, "B", align="center", after=0)
        self.sheet.skip(4)

    def _signing(self) -> None:
        """The signature on the right; beside it the code by which anyone checks the letter, and who gets a copy."""
        sheet = self.sheet
        sheet.need(self._signing_height())
        sheet.skip(1.5)
        top = sheet.y
        draw_signature(sheet, self.facts.signatory, self.size)
        bottom, sheet.y = sheet.y, top
        self._check()
        self._copies()
        sheet.y = max(sheet.y, bottom)

    def _closing_height(self, closing: Section) -> float:
        """The last paragraph stays with the signature, so that no signature stands on a page of its own."""
        return sum(len(self.sheet.wrapped(text, WIDTH, self.size)) * self.line + GAP for text in _texts(closing))

    def _signing_height(self) -> float:
        title = self.sheet.wrapped(self.facts.signatory.title, SIGNATURE_WIDTH, self.size)
        signing = (len(title) + 3) * self.line + SPACE
        return max(signing, max(QR_SIZE, self._check_height()) + self._copies_height()) + 1.5

    def _check_height(self) -> float:
        return line_height(COPIES_SIZE) + len(self._check_lines()) * line_height(NOTE_SIZE)

    def _check_lines(self) -> list[str]:
        return self.sheet.wrapped(verification_note(self.facts), CHECK_WIDTH, NOTE_SIZE)

    def _check(self) -> None:
        """The code as a picture, and beside it what it is for."""
        sheet, facts, top = self.sheet, self.facts, self.sheet.y
        if not facts.is_draft:
            draw_qr(sheet, facts.verify_url, LEFT, top, QR_SIZE, facts.stamp)
            sheet.paragraph(facts.verify_code, COPIES_SIZE, "B", x=CHECK_X, width=CHECK_WIDTH, after=0)
        for line in self._check_lines():
            sheet.put(CHECK_X, sheet.y, line, NOTE_SIZE, ink=GREY)
            sheet.y += line_height(NOTE_SIZE)
        sheet.y = max(sheet.y, top + QR_SIZE)

    def _copies_height(self) -> float:
        lines = [line for text in self.facts.copies for line in self.sheet.wrapped(text, COPIES_WIDTH, COPIES_SIZE)]
        return (len(lines) + 1) * line_height(COPIES_SIZE) + 3 if lines else 0

    def _copies(self) -> None:
        if self.facts.copies:
            self.sheet.skip(2)
            self.sheet.paragraph("Tembusan Yth.:", COPIES_SIZE, after=0.3)
            self.sheet.items(self.facts.copies, "1", COPIES_SIZE, width=COPIES_WIDTH, after=0, gap=0)


def _texts(section: Section) -> list[str]:
    return [text for part in section.content if isinstance(part, Paragraphs) for text in part.texts]
