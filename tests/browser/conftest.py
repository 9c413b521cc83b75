"""A real Chromium and a real server with the demo office.

`page` is a fresh window at the demo office. When a test ends, its windows must have met no script error, no
breach of the content policy and no request to anywhere else.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.instruments import watched
from tests.browser.serving import chromium, make_demo, served, surroundings
from tests.demo_office import copy_of_office


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of a file: while its driver runs, no other test of the process may use asyncio."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served demo office of its own, as `make demo` would make it."""
    environment = surroundings()
    folder = copy_of_office(tmp_path_factory, "served", lambda pattern: make_demo(pattern, environment))
    with served(folder, environment) as address:
        yield address


@pytest.fixture
def window(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens windows that share nothing: `window(width=360)`, `window(java_script_enabled=False)`."""
    opened: list[BrowserContext] = []
    troubles: list[str] = []

    def open_window(width: int = 1280, height: int = 900, **more) -> Page:
        context = browser.new_context(
            base_url=site, viewport={"width": width, "height": height}, locale="id-ID", **more
        )
        opened.append(context)
        return watched(context.new_page(), site, troubles)

    yield open_window
    for context in opened:
        context.close()
    assert troubles == []


@pytest.fixture
def page(window: Callable[..., Page]) -> Page:
    """One window on a desk's screen."""
    return window()
