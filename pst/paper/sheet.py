"""A4 sheets in our own font: lines, paragraphs, page turning, footer, watermark. Lengths in mm, letters in
points.

fpdf2 wraps and measures at some 200 ms a letter; wrapping here, with the widths of the cut font, takes 7. It
is imported inside the function because it costs a second that no other page should pay.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from pst.paper.glyphs import printable
from pst.paper.xmp import xmp_packet

FONTS = {"": "regular.ttf", "B": "bold.ttf", "BI": "bold-italic.ttf"}
FONT_FOLDER = Path(__file__).parent / "fonts"
FAMILY = "arimo"
COMPLIANCE = "PDF/A-3U"
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
LEFT, RIGHT, TOP, BOTTOM = 25.0, 20.0, 13.0, 20.0
WIDTH = PAGE_WIDTH - LEFT - RIGHT
POINT = 25.4 / 72
LEADING = 1.22
WORDS = re.compile(r"[^ \t]+")
"""A no-break space keeps what it joins on one line: “Laman mempawahkab.bps.go.id”."""
Ink = tuple[int, int, int]
INK, GREY, PALE, WATERMARK = (17, 24, 28), (82, 92, 98), (236, 240, 241), (232, 232, 232)


SHARE_BEFORE = {"center": 0.5, "right": 1.0}
"""How much of the room that a line leaves stands before it."""


class Sheet:
    """A paper being written from top to bottom; `y` is the top of the next line.

    `footer` is the text at the foot of every page, left after the page number, right, and small below them;
    `mark` is printed across every page underneath everything else. `identifier` is what the
    file's metadata call the paper.
    """

    def __init__(
        self, title: str, made_at: datetime, footer: tuple[str, ...] = ("", ""), mark: str = "", identifier: str = ""
    ) -> None:
        self.pdf = document(printable(title), made_at, identifier=identifier)
        self.footer, self.mark = footer, mark
        self.y = TOP
        self.turn()

    def turn(self) -> None:
        """Ends this page, if there is one, with its foot, and begins the next."""
        if self.pdf.page_no():
            _footer(self)
        self.pdf.add_page()
        if self.mark:
            _watermark(self)
        self.y = TOP

    @property
    def floor(self) -> float:
        """The lowest `y` that may be written on."""
        return PAGE_HEIGHT - BOTTOM

    def need(self, height: float) -> None:
        """Turns the page unless `height` is left on this one."""
        if self.y + height > self.floor:
            self.turn()

    def skip(self, height: float) -> None:
        """Leaves white; swallowed by the end of a page."""
        self.y += height

    def put(self, x: float, y: float, text: str, size: float = 10.5, style: str = "", ink: Ink = INK) -> None:
        """One line exactly there; `y` is its top."""
        self.pdf.set_font(FAMILY, style, size)
        self.pdf.set_text_color(*ink)
        self.pdf.text(x, y + ascent(size), text)

    def width_of(self, text: str, size: float, style: str = "") -> float:
        """How wide a printable text is."""
        widths: Mapping[int, float] = self.pdf.fonts[FAMILY + style].cw
        return sum(widths[ord(char)] for char in text) * size * POINT / 1000

    def wrapped(self, text: str, width: float, size: float, style: str = "") -> list[str]:
        """The text as lines no wider than `width`; its own line breaks are kept."""
        return [line for part in printable(text).split("\n") for line in self._fill(part, width, size, style)]

    def _fill(self, text: str, width: float, size: float, style: str) -> list[str]:
        lines, current = [], ""
        pieces = [piece for word in WORDS.findall(text) for piece in self._pieces(word, width, size, style)]
        for word in pieces:
            longer = f"{current} {word}" if current else word
            if current and self.width_of(longer, size, style) > width:
                lines.append(current)
                longer = word
            current = longer
        return [*lines, current]

    def _pieces(self, word: str, width: float, size: float, style: str) -> list[str]:
        """A word, cut where it alone is wider than the line (addresses of web pages, a key held down)."""
        if self.width_of(word, size, style) <= width:
            return [word]
        pieces, current = [], ""
        for char in word:
            if current and self.width_of(current + char, size, style) > width:
                pieces.append(current)
                current = ""
            current += char
        return [*pieces, current]

    def paragraph(
        self,
        text: str,
        size: float = 10.5,
        style: str = "",
        x: float = LEFT,
        width: float = WIDTH,
        align: str = "left",
        after: float = 2.2,
        ink: Ink = INK,
    ) -> None:
        """Wrapped lines from `y` down, over page ends; a paragraph of up to three lines is not torn.

        `align` is left, center, right, or justify: then all lines but the last are as wide as the paragraph.
        """
        lines = self.wrapped(text, width, size, style)
        height = line_height(size)
        self.need(height * min(len(lines), 3))
        for number, line in enumerate(lines, 1):
            self.need(height)
            room = width - self.width_of(line, size, style)
            if align == "justify" and number < len(lines):
                self._put_apart(x, line, room, size, style, ink)
            else:
                self.put(x + room * SHARE_BEFORE.get(align, 0), self.y, line, size, style, ink)
            self.y += height
        self.y += after

    def _put_apart(self, x: float, line: str, room: float, size: float, style: str, ink: Ink) -> None:
        """One line, its words apart by an equal share of `room`; each keeps its space, for whoever copies it."""
        words = line.split(" ")
        more = room / max(len(words) - 1, 1)
        if more > size * POINT:  # a line with next to nothing on it is not torn open
            more = 0
        for word in words:
            self.put(x, self.y, f"{word} ", size, style, ink)
            x += self.width_of(f"{word} ", size, style) + more

    def items(
        self,
        items: tuple[str, ...],
        labels: str = "1",
        size: float = 10.5,
        x: float = LEFT,
        after: float = 2.2,
        align: str = "left",
        gap: float = 0.5,
        width: float = WIDTH,
    ) -> None:
        """A list labelled 1. 2. 3. or a. b. c. (as `labels` begins), hanging; a single item needs no label."""
        indent = 6.5 if len(items) > 1 else 0
        for place, item in enumerate(items):
            self.need(line_height(size))
            if indent:
                self.put(x, self.y, label_of(place, labels), size)
            self.paragraph(item, size, x=x + indent, width=width - (x - LEFT) - indent, align=align, after=gap)
        self.y += after

    def heading(self, text: str, size: float = 11.5) -> None:
        """A bold line that stays with what follows, and a bookmark."""
        self.need(line_height(size) + 2.9 + 3 * line_height(10.5))  # itself, its spaces, an untorn paragraph
        self.pdf.start_section(printable(text))
        self.skip(1.5)
        self.paragraph(text, size, "B", after=1.4)

    def rule(self, y: float, thickness: float = 0.2, x: float = LEFT, width: float = WIDTH, ink: Ink = GREY) -> None:
        """A horizontal line."""
        self.pdf.set_draw_color(*ink)
        self.pdf.set_line_width(thickness)
        self.pdf.line(x, y, x + width, y)

    def box(self, x: float, y: float, width: float, height: float, ink: Ink = PALE) -> None:
        """A filled rectangle."""
        self.pdf.set_fill_color(*ink)
        self.pdf.rect(x, y, width, height, "F")

    def bytes(self) -> bytes:
        """The finished PDF; nothing can be written after."""
        _footer(self)
        return finished(self.pdf)


def line_height(size: float) -> float:
    """Distance from one line's top to the next."""
    return size * POINT * LEADING


def ascent(size: float) -> float:
    """Distance from a line's top to its baseline."""
    return size * POINT * 0.98


def label_of(place: int, labels: str) -> str:
    """The label of the item at `place` (from 0): numbers, or letters for the first twenty-six."""
    return f"{chr(ord('a') + place)}." if labels == "a" and place < 26 else f"{place + 1}."


@lru_cache(maxsize=1)
def _fpdf() -> Any:
    from fpdf import FPDF

    return FPDF


def document(title: str, made_at: datetime, size: str | tuple[float, float] = "A4", identifier: str = "") -> Any:
    """An empty PDF/A with our fonts; `size` in mm where it is not A4."""
    pdf = _fpdf()(format=size, enforce_compliance=COMPLIANCE)
    pdf.set_auto_page_break(False)
    pdf.c_margin = 0
    pdf.set_lang("id-ID")
    pdf.set_title(title)
    pdf.set_creation_date(made_at.replace(tzinfo=UTC))
    pdf.set_xmp_metadata(xmp_packet(title, made_at, identifier))
    for style, file in FONTS.items():
        pdf.add_font(FAMILY, style, FONT_FOLDER / file)
    return pdf


def finished(pdf: Any) -> bytes:
    """The paper's bytes; nothing can be written after."""
    paper = bytes(pdf.output())
    put_away(pdf)
    return paper


def put_away(pdf: Any) -> None:
    """Close what a paper holds open: fpdf2 reads a face's letters from its file when they are first needed."""
    for font in pdf.fonts.values():
        font.ttfont.close()


def _footer(sheet: Sheet) -> None:
    left, right, *below = (printable(text) for text in sheet.footer)
    y = PAGE_HEIGHT - 14
    sheet.rule(y - 1.5, ink=(190, 198, 202))
    sheet.put(LEFT, y, left, 8.5, ink=GREY)
    _page_of_pages(sheet, LEFT + sheet.width_of(left, 8.5), y, " · " if left else "")
    sheet.put(LEFT + WIDTH - sheet.width_of(right, 8.5), y, right, 8.5, ink=GREY)
    for text in below:
        sheet.put(LEFT, y + 3.8, text, 6.5, ink=GREY)


def _page_of_pages(sheet: Sheet, x: float, y: float, before: str) -> None:
    """“Halaman 2 dari 4”.

    Only `cell` can put the number of all pages in later; it sets its baseline 0.3 of the letter below its
    middle, which the height makes up for.
    """
    sheet.pdf.set_xy(x, y)
    sheet.pdf.cell(h=2 * (ascent(8.5) - 0.3 * 8.5 * POINT), text=f"{before}Halaman {sheet.pdf.page_no()} dari {{nb}}")


def _watermark(sheet: Sheet) -> None:
    size = 120
    with sheet.pdf.rotation(52, PAGE_WIDTH / 2, PAGE_HEIGHT / 2):
        width = sheet.width_of(sheet.mark, size, "B")
        sheet.put((PAGE_WIDTH - width) / 2, PAGE_HEIGHT / 2 - ascent(size) / 2, sheet.mark, size, "B", WATERMARK)
