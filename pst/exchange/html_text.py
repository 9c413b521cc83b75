"""Rich text from other people's editors as plain lines, and plain lines as the simplest rich text.

Paragraphs, list items and table rows become lines of their own; numbered items keep a number. No tag
survives.
"""

import re
from html import escape, unescape

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
_NAMES = "|".join(sorted(BLOCKS | INLINE | SILENT, key=len, reverse=True))
_ATTRIBUTE = r"""\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+)"""
MARKUP = re.compile(rf"<(/?)({_NAMES})(?:{_ATTRIBUTE})*\s*/?>|<!--|-->", re.IGNORECASE)
"""A known tag with well-formed attributes, or an end of a comment: "a<b dan c>d" is none.

The standard library's parser is not used: it takes seconds over some texts of 50,000 characters, and over
others it raises an AssertionError.
"""


def html_to_text(value: str) -> str:
    """The words of `value`. A text without any tag is taken as typed: "umur < 5 tahun" stays as it is."""
    if not MARKUP.search(value):
        return value
    reader = _Reader()
    place, last_end = 0, value.rfind("-->")
    for token in MARKUP.finditer(value):
        reader.words(value[place : token.start()])
        reader.tag(token, comment_ends=token.start() < last_end)
        place = token.end()
    reader.words(value[place:])
    return reader.text()


def text_to_html(text: str) -> str:
    """One paragraph per line that is not empty; "" for a text without any."""
    return "".join(f"<p>{escape(line.strip(), quote=False)}</p>" for line in text.split("\n") if line.strip())


class _Reader:
    def __init__(self) -> None:
        self.lines = [""]
        self.marker = ""
        self.lists: list[int | None] = []
        """One entry per open list: the number of its last item, or None where items are not numbered."""
        self.silent = 0
        self.in_comment = False

    def words(self, text: str) -> None:
        """Takes the text between two tags."""
        if self.silent or self.in_comment:
            return
        said = unescape(text)
        if said.strip() and self.marker:
            self.lines[-1], self.marker = self.marker, ""
        self.lines[-1] += " ".join(said.split("\n"))

    def tag(self, token: re.Match[str], comment_ends: bool) -> None:
        """Takes a tag, or an end of a comment; a comment that never ends is not begun."""
        if token[2] is None:
            self.in_comment = token[0] == "<!--" and comment_ends
        elif not self.in_comment:
            self._element(token[2].lower(), closing=bool(token[1]))

    def text(self) -> str:
        """All lines that say something, with single spaces."""
        lines = (" ".join(line.split()) for line in self.lines)
        return "\n".join(line for line in lines if line)

    def _element(self, name: str, closing: bool) -> None:
        if name in SILENT:
            self.silent = max(0, self.silent + (-1 if closing else 1))
        elif name in BLOCKS or name == "br":
            self._break()
            self._list(name, closing)
        elif name in ("td", "th"):
            self.words(" ")

    def _list(self, name: str, closing: bool) -> None:
        if name in ("ol", "ul") and not closing:
            self.lists.append(0 if name == "ol" else None)
        elif name in ("ol", "ul"):
            self.lists = self.lists[:-1]
        elif name == "li" and not closing:
            self.marker = self._next_marker()

    def _next_marker(self) -> str:
        number = self.lists[-1] if self.lists else None
        if number is None:
            return "- "
        self.lists[-1] = number + 1
        return f"{number + 1}. "

    def _break(self) -> None:
        if self.lines[-1].strip():
            self.lines.append("")
