"""Small papers on one page of their own size, written from top to bottom: slips of a receipt printer, cards."""

from datetime import datetime

from pst.paper.glyphs import printable
from pst.paper.sheet import INK, Ink, Sheet, document, finished, line_height


class Slip(Sheet):
    """One page of `width` × `height` mm with `margin` on each side; no foot, and it is never turned."""

    def __init__(self, title: str, made_at: datetime, width: float, height: float, margin: float = 5.0) -> None:
        self.pdf = document(printable(title), made_at, (width, height))
        self.width, self.height, self.margin = width, height, margin
        self.footer, self.mark = ("", ""), ""
        self.pdf.add_page()
        self.y = margin

    def turn(self) -> None:
        raise ValueError("A slip has one page; what does not fit is a fault of its layout.")

    @property
    def floor(self) -> float:
        return self.height - self.margin

    def centered(self, text: str, size: float, style: str = "", after: float = 1.0, ink: Ink = INK) -> None:
        """Wrapped lines in the middle."""
        inner = self.width - 2 * self.margin
        for line in self.wrapped(text, inner, size, style):
            self.put((self.width - self.width_of(line, size, style)) / 2, self.y, line, size, style, ink)
            self.y += line_height(size)
        self.y += after

    def bytes(self) -> bytes:
        return finished(self.pdf)
