"""What looks at a page for us: the rules of axe, and an ear for errors people would not report."""

from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page

HERE = Path(__file__).parent
AXE = (HERE / "vendor/axe-4.14.1.min.js").read_text(encoding="utf-8")
LOOKING = (HERE / "looking.js").read_text(encoding="utf-8")
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SEEN_ELSEWHERE = ("Failed to load resource", "Response Status", "htmx:sendError", "htmx:afterRequest")
_good: set[str] = set()
"""Shapes and paints on which axe found nothing."""


def new_violations(page: Page) -> list[str]:
    """As `violations`, of what no page had that was looked at before: elements of a shape, letters on a ground."""
    new = set(page.evaluate(f"{LOOKING}.survey()")) - _good
    if not new:
        return []
    paints = [it for it in new if it.startswith("paint|")]
    found = _ask(page, STANDARD if len(paints) < len(new) else [], paints)
    _good.update(() if found else new)
    return found


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: `rule: help (where)`, one line per rule and element."""
    return _ask(page, STANDARD)


def _ask(page: Page, *what: list[str]) -> list[str]:
    """Only the findings leave the browser: all that axe has to say about a long page takes seconds to carry over."""
    page.evaluate(AXE)  # not a script tag: the content policy would rightly refuse it
    return page.evaluate(f"(what) => {LOOKING}.ask(...what)", what)


def watched(page: Page, site: str, troubles: list[str]) -> Page:
    """The page, noting into `troubles` its script errors, breaches of policy and requests elsewhere."""
    page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    page.on("console", lambda said: _note_console(said, troubles))
    page.on("request", lambda request: _note_request(request.url, site, troubles))
    return page


def _note_console(said: ConsoleMessage, troubles: list[str]) -> None:
    """Refused and lost answers also appear as console errors; those the tests see for themselves."""
    if said.type == "error" and not any(words in said.text for words in SEEN_ELSEWHERE):
        troubles.append(f"console: {said.text}")


def _note_request(url: str, site: str, troubles: list[str]) -> None:
    """The browser's own viewer of PDF is no other site."""
    if not url.startswith((site, "data:", "blob:", "about:", "chrome:", "chrome-extension:")):
        troubles.append(f"left the site: {url}")
