"""Tables on a sheet: a grey head that returns on every page, thin rules, cells that grow with their text."""

from collections.abc import Sequence

from pst.paper.sheet import LEFT, WIDTH, Sheet, line_height

PAD = 1.3
MIN_LINES = 2
"""Fewer lines than this of a torn row are not left alone at the foot of a page."""

Lines = list[list[str]]


def draw_table(
    sheet: Sheet,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[int] = (),
    size: float = 9.0,
    x: float = LEFT,
    width: float = WIDTH,
) -> None:
    """All rows from `sheet.y` down. Without heads the first column is bold, being the label of the second."""
    _Table(sheet, heads, _widths(shares or _default_shares(heads), width), size, x).draw(rows)
    sheet.skip(2.5)


class _Table:
    def __init__(self, sheet: Sheet, heads: Sequence[str], widths: list[float], size: float, x: float) -> None:
        self.sheet, self.heads, self.widths, self.size = sheet, heads, widths, size
        self.starts = [x + sum(widths[:place]) for place in range(len(widths))]
        self.x, self.width, self.line = x, sum(widths), line_height(size)

    def draw(self, rows: Sequence[Sequence[str]]) -> None:
        self.sheet.need(self.line * 2 + PAD * 4)
        self._head()
        for row in rows:
            self._row(self._wrapped(row))

    def _head(self) -> None:
        if self.heads:
            lines = self._wrapped(self.heads, "B")
            self.sheet.box(self.x, self.sheet.y, self.width, self._height(lines))
            self._cells(lines, "B")

    def _row(self, lines: Lines) -> None:
        """Draws a row where it fits; a row taller than a page is torn, others move to the next page whole."""
        while self._tallest(lines) > (room := self._room()):
            whole_page = int((self.sheet.floor - 40) / self.line)
            if room < MIN_LINES or self._tallest(lines) <= whole_page:
                self._next_page()
                continue
            self._cells([cell[:room] for cell in lines])
            lines = [cell[room:] for cell in lines]
            self._next_page()
        self._cells(lines)

    def _next_page(self) -> None:
        self.sheet.turn()
        self._head()

    def _cells(self, lines: Lines, bold: str = "") -> None:
        sheet = self.sheet
        for place, cell in enumerate(lines):
            style = bold or ("B" if place == 0 and not self.heads else "")
            for number, text in enumerate(cell):
                sheet.put(self.starts[place] + PAD, sheet.y + PAD + number * self.line, text, self.size, style)
        sheet.y += self._height(lines)
        sheet.rule(sheet.y, 0.15, self.x, self.width)

    def _wrapped(self, row: Sequence[str], bold: str = "") -> Lines:
        styles = [bold or ("B" if place == 0 and not self.heads else "") for place in range(len(row))]
        cells = zip(row, self.widths, styles, strict=True)
        return [self.sheet.wrapped(text, width - 2 * PAD, self.size, style) for text, width, style in cells]

    def _tallest(self, lines: Lines) -> int:
        return max(len(cell) for cell in lines)

    def _height(self, lines: Lines) -> float:
        return self._tallest(lines) * self.line + 2 * PAD

    def _room(self) -> int:
        return int((self.sheet.floor - self.sheet.y - 2 * PAD) / self.line)


def _widths(shares: Sequence[int], width: float) -> list[float]:
    return [width * share / sum(shares) for share in shares]


def _default_shares(heads: Sequence[str]) -> list[int]:
    return [1] * len(heads) if heads else [3, 7]
