"""What looks at a page for us: the rules of axe, and an ear for errors people would not report."""

from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page

from tests.browser.crawling import kind_of

AXE = (Path(__file__).parent / "vendor/axe-4.14.1.min.js").read_text(encoding="utf-8")
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK = """async (tags) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return found.violations.flatMap(
    ({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}"""
"""Only the findings leave the browser: all that axe has to say about a long page takes seconds to carry over."""

SHAPES = """() => Array.from(document.querySelectorAll("*"), (element) => [
  element.parentElement?.className, element.tagName, element.className, element.getAttributeNames().join(" "),
  element.getAttribute("type"), element.getAttribute("role"), element.childElementCount ? "" : !element.textContent,
].join("|"))"""
"""What an element is to axe, without the words it holds."""
_looked_at: dict[str, set[str]] = {}


def new_violations(page: Page) -> list[str]:
    """As `violations`, but nothing where a page of this kind was looked at whose elements were all of these shapes."""
    known, shapes = _looked_at.setdefault(kind_of(page.url), set()), set(page.evaluate(SHAPES))
    if shapes <= known:
        return []
    found = violations(page)
    known |= shapes if not found else set()
    return found


def watched(page: Page, site: str, troubles: list[str]) -> Page:
    """The page, noting into `troubles` its script errors, breaches of policy and requests elsewhere."""
    page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    page.on("console", lambda said: _note_console(said, troubles))
    page.on("request", lambda request: _note_request(request.url, site, troubles))
    return page


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: `rule: help (where)`, one line per rule and element."""
    page.evaluate(AXE)  # not a script tag: the content policy would rightly refuse it
    return page.evaluate(ASK, STANDARD)


def _note_console(said: ConsoleMessage, troubles: list[str]) -> None:
    """Refused answers (4xx) also appear as console errors; those the tests see for themselves."""
    if said.type == "error" and "Failed to load resource" not in said.text and "Response Status" not in said.text:
        troubles.append(f"console: {said.text}")


def _note_request(url: str, site: str, troubles: list[str]) -> None:
    """The browser's own viewer of PDF is no other site."""
    if not url.startswith((site, "data:", "blob:", "about:", "chrome:", "chrome-extension:")):
        troubles.append(f"left the site: {url}")
