"""Laws 6 and 12: fragments have one named root, pages one title and one `h1`; nothing is inline or from elsewhere;
a block of data for other programs is no script, and is filled in as JSON alone;
no template compares a status, a kind or an outcome: what follows from it is decided before.

Templates are read as source, with what Jinja fills in left open: `id="remark-{{ remark.id }}"` is `remark-…`.
A fragment lies beside its page (`templates/<wing>/<noun>/_name.html`); what lies deeper, as in
`submissions/submissions/kinds/_number.html`, is a part drawn many times on one page, without a root of its own.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.laws.tree import ROOT, TEMPLATES, name

NOT_PAGES = {"kit", "emails"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
FETCHED = {"src", "srcset", "data", "poster", "xlink:href"}
ELSEWHERE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
AS_JSON = re.compile(r"{{ [\w.]+\|tojson }}")
DATA = {"application/ld+json"}
"""Kinds of `<script>` that no browser runs."""
FILLED_IN = "…"
DECIDES = re.compile(r"\b(?:status|state|kind|outcome|verb) *(?:[!=]=|\b(?:not )?in *[(\[])")
"""A comparison; being in a list of the context is none."""
GIVEN_AWAY = {"templates/letters/published/parts/frame.html"}
"""Pages that lie on a stick, without a server: style and script stand inside them."""


class Reader(HTMLParser):
    """Collects every start tag with its depth: (depth, tag, attributes); depth 0 is a root."""

    def __init__(self, source: str):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[int, str, dict[str, str]]] = []
        self.feed(without_jinja(source))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((len(self.open), tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((len(self.open), tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def test_a_fragment_has_one_root_that_bears_its_name():
    assert {name(path): roots for path in fragments() if not _is_named((roots := _roots(path)), path)} == {}


def test_a_page_has_a_title_of_its_own():
    own_title = re.compile(r"{%-?\s*block title\s*-?%}\s*[^\s{]|{%-?\s*block title\s*-?%}\s*{{")

    assert [name(path) for path in pages() if not own_title.search(_whole(path))] == []


def test_a_page_has_one_h1():
    assert {name(path): count for path in pages() if (count := _headings(path)) != 1} == {}


def test_no_template_has_inline_style_or_script():
    inline = {name(path) for path in every_template() if any(map(_is_inline, _tags(path)))}

    assert inline == GIVEN_AWAY


def test_a_block_of_data_is_one_value_as_json():
    blocks = {
        name(path): re.findall(r'<script type="[^"]+/[^"]+json">(.*?)</script>', _source(path), re.DOTALL)
        for path in every_template()
    }

    assert {
        file: odd for file, found in blocks.items() if (odd := [each for each in found if not AS_JSON.fullmatch(each)])
    } == {}


def test_what_opens_a_tab_of_its_own_cannot_be_steered_from_there():
    opening = {
        name(path): re.findall(r'target="_blank"(?! rel="noopener")', _source(path)) for path in every_template()
    }

    assert {file: odd for file, odd in opening.items() if odd} == {}


def test_no_template_or_style_fetches_from_elsewhere():
    fetching = {name(path): odd for path in every_template() if (odd := [*filter(_fetches_elsewhere, _tags(path))])}
    styles = [
        path
        for path in (ROOT / "static").rglob("*.css")
        if re.search(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", _source(path))
    ]

    assert (fetching, styles) == ({}, [])


def test_no_template_decides_by_status_kind_or_outcome():
    """The kit draws what it is told, and the words of a mail are chosen by the facts that were kept with it."""
    read = [path for path in every_template() if path.relative_to(TEMPLATES).parts[0] not in NOT_PAGES]
    deciding = {name(path) for path in read if any(map(DECIDES.search, _statements(path)))}

    assert deciding == set()


def every_template() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


def pages() -> list[Path]:
    """What is drawn as a whole page: `templates/<wing>/<noun>/name.html`."""
    found = [path for path in _beside_each_other() if not path.name.startswith("_")]
    assert found, "no page: was templates/ moved?"
    return sorted(found)


def fragments() -> list[Path]:
    """What htmx replaces: `templates/<wing>/<noun>/_name.html`."""
    found = [path for path in _beside_each_other() if path.name.startswith("_")]
    assert found, "no fragment: was templates/ moved?"
    return sorted(found)


def _beside_each_other() -> list[Path]:
    """Pages and their fragments: in the folder of their noun, or of errors."""
    found = [*TEMPLATES.glob("*/*.html"), *TEMPLATES.glob("*/*/*.html")]
    return [path for path in found if path.relative_to(TEMPLATES).parts[0] not in NOT_PAGES]


def without_jinja(source: str) -> str:
    """The HTML alone: comments and statements removed, filled-in values as one mark."""
    return re.sub(r"{{.*?}}", FILLED_IN, re.sub(r"{#.*?#}|{%.*?%}", "", source, flags=re.DOTALL), flags=re.DOTALL)


def _roots(path: Path) -> list[str]:
    """The `id` of each outermost element."""
    return [attributes.get("id", f"<{tag}> without id") for depth, tag, attributes in _tags(path) if depth == 0]


def _is_named(roots: list[str], path: Path) -> bool:
    own = path.stem.removeprefix("_").replace("_", "-")
    return len(roots) == 1 and roots[0].replace("_", "-") in (own, f"{own}-{FILLED_IN}")


def _whole(path: Path) -> str:
    """The page with the one it fills in, where that is not the frame of all pages."""
    extended = re.match(r"{% extends ['\"]([^'\"]+/[^'\"]+)['\"]", _source(path))
    return _source(path) + (_source(TEMPLATES / extended[1]) if extended else "")


def _headings(path: Path) -> int:
    """How many `h1` the page draws itself, through fragments it includes, and through macros of the kit."""
    source = re.sub(r"{#.*?#}", "", _whole(path), flags=re.DOTALL)
    included = [TEMPLATES / file for file in re.findall(r"{%-?\s*include\s+['\"]([^'\"]+\.html)['\"]", source)]
    called = sum(len(re.findall(rf"\b{macro}\(", source)) for macro in _heading_macros())
    return source.count("<h1") + called + sum(map(_headings, included))


def _heading_macros() -> list[str]:
    """Macros of the kit that draw an `h1`."""
    kit = "\n".join(_source(path) for path in (TEMPLATES / "kit").glob("*.html"))
    macros = re.findall(r"{%-?\s*macro (\w+)\((.*?){%-?\s*endmacro", kit, flags=re.DOTALL)
    return [macro for macro, body in macros if "<h1" in body]


def _statements(path: Path) -> list[str]:
    """What Jinja is told to do and to fill in."""
    return re.findall(r"{[%{].*?[%}]}", re.sub(r"{#.*?#}", "", _source(path), flags=re.DOTALL), re.DOTALL)


def _tags(path: Path) -> list[tuple[int, str, dict[str, str]]]:
    return Reader(_source(path)).tags


def _is_inline(found: tuple[int, str, dict[str, str]]) -> bool:
    _, tag, attributes = found
    handlers = [key for key in attributes if key == "style" or re.match(r"on[a-z]|hx-on", key)]
    scripted = [value for value in attributes.values() if value.strip().lower().startswith("javascript:")]
    runs = tag == "script" and "src" not in attributes and attributes.get("type") not in DATA
    return bool(handlers or scripted or tag == "style" or runs)


def _fetches_elsewhere(found: tuple[int, str, dict[str, str]]) -> bool:
    _, tag, attributes = found
    fetched = FETCHED | ({"href"} if tag in ("link", "use", "image") else set())
    return any(ELSEWHERE.match(value) for key, value in attributes.items() if key in fetched)


def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


HEARD = (
    "complaints/complaints",
    "complaints/desk/new.html",
    "complaints/boxes/show.html",
    "frontdesk/visits",
    "frontdesk/satisfaction",
)
"""Where complainants and visitors say something, or somebody writes it down for them."""


def test_no_browser_keeps_the_words_of_complainants_and_visitors():
    kept = []
    for path in sorted(TEMPLATES.rglob("*.html")):
        if name(path).removeprefix("templates/").startswith(HEARD):
            forms = re.findall(
                r"(?:<form|\{% call kit\.post_form).*?(?:</form>|\{% endcall %\})", path.read_text(), re.DOTALL
            )
            texts = [form for form in forms if "rows=" in form or "textarea" in form]
            kept += [(name(path), form[:60]) for form in texts if "autocomplete" not in form.split("\n")[0]]
    assert kept == []
