"""Rich text from other people's editors as plain lines, and plain lines as the simplest rich text.

Paragraphs, list items and table rows become lines of their own; numbered items keep a number. No tag
survives.
"""

import re
from html import escape
from html.parser import HTMLParser

# fmt: off
BLOCKS = frozenset({
    "p", "div", "ul", "ol", "li", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
    "section", "article", "figure", "hr",
})
INLINE = frozenset({
    "a", "abbr", "b", "br", "caption", "code", "col", "colgroup", "del", "em", "figcaption", "font", "i",
    "img", "ins", "label", "mark", "o:p", "s", "small", "span", "strike", "strong", "sub", "sup", "tbody",
    "td", "tfoot", "th", "thead", "tt", "u",
})
SILENT = frozenset({"script", "style", "iframe", "object", "svg", "math", "template", "title", "head"})
# fmt: on
"""Elements whose inside is no text for people."""
MARKUP = re.compile(rf"</?({'|'.join(sorted(BLOCKS | INLINE | SILENT))})\b[^<>]*>", re.IGNORECASE)


def html_to_text(value: str) -> str:
    """The words of `value`.

    A text without any known tag is taken as typed: "umur < 5 tahun" stays as it is.
    """
    if not MARKUP.search(value):
        return value
    reader = _Reader()
    reader.feed(value)
    reader.close()
    return reader.text()


def text_to_html(text: str) -> str:
    """One paragraph per line that is not empty; "" for a text without any."""
    return "".join(f"<p>{escape(line.strip(), quote=False)}</p>" for line in text.split("\n") if line.strip())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self.marker = ""
        self.lists: list[int | None] = []
        """One entry per open list: the number of its last item, or None where items are not numbered."""
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag in BLOCKS or tag == "br":
            self._break()
            self._open(tag)
        elif tag in ("td", "th"):
            self.handle_data(" ")
        elif tag not in INLINE:
            self.handle_data(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in BLOCKS:
            self._break()
            if tag in ("ol", "ul") and self.lists:
                self.lists.pop()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if data.strip() and self.marker:
            self.lines[-1], self.marker = self.marker, ""
        self.lines[-1] += data

    def text(self) -> str:
        lines = (" ".join(line.split()) for line in self.lines)
        return "\n".join(line for line in lines if line)

    def _open(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.marker = self._next_marker()

    def _next_marker(self) -> str:
        if not self.lists or self.lists[-1] is None:
            return "- "
        self.lists[-1] += 1
        return f"{self.lists[-1]}. "

    def _break(self) -> None:
        if self.lines[-1].strip():
            self.lines.append("")
