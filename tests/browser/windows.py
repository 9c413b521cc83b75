"""Windows of a real Chromium, opened once and used again: a new one takes as long as several pages."""

from contextlib import ExitStack
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from tests.browser.instruments import watched
from tests.browser.serving import chromium

PLAIN = "/healthz"
"""A page of the site that runs no script."""
FORGET = "localStorage.clear(); sessionStorage.clear()"


@dataclass
class Window:
    """A page at a site, and what it met that nobody may meet."""

    page: Page
    site: str
    troubles: list[str] = field(default_factory=list)
    plain: bool = True
    """Whether it can be lent again: its browser was given no habits of its own."""


class Windows:
    """Those of one Chromium, which is started with the first and stopped by `close`."""

    def __init__(self) -> None:
        self._running = ExitStack()
        self._browser: Browser | None = None
        self._idle: list[Window] = []

    @property
    def browser(self) -> Browser:
        """The Chromium itself."""
        if not self._browser:
            self._browser = self._running.enter_context(chromium())
        return self._browser

    def open(self, site: str, width: int, height: int, own: bool = False, **habits) -> Window:
        """A window that knows nothing; with habits, or as somebody's `own`, one that is closed afterwards."""
        size = {"width": width, "height": height}
        lent = next((it for it in self._idle if it.site == site), None)
        if lent and not habits and not own:
            self._idle.remove(lent)
            lent.page.set_viewport_size(size)
            return lent
        habits = {"base_url": site, "viewport": size, "locale": "id-ID", "reduced_motion": "reduce", **habits}
        window = Window(self.browser.new_context(**habits).new_page(), site, plain=not own and len(habits) == 4)
        watched(window.page, site, window.troubles)
        return window

    def give_back(self, window: Window) -> list[str]:
        """What the window met. It forgets who was there: first who that was, lest the page store on leaving."""
        met, context = list(window.troubles), window.page.context
        if not window.plain or context.pages != [window.page]:
            context.close()
            return met
        context.clear_cookies()
        window.page.goto(PLAIN)
        window.page.evaluate(FORGET)
        context.clear_cookies()
        window.troubles.clear()
        self._idle.append(window)
        return met

    def close(self) -> None:
        """Stop Chromium with all its windows."""
        self._running.close()
        self._browser, self._idle = None, []
