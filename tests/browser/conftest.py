"""A real Chromium and a real server with the demo office.

`page` is a fresh window at the demo office. When a test ends, its windows must have met no script error, no
breach of the content policy and no request to anywhere else.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import make_demo, served, surroundings
from tests.browser.windows import Window, Windows
from tests.demo_office import copy_of_office

expect.set_options(timeout=20_000)  # nobody's patience is measured here, and machines may be busy
WINDOWS = Windows()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a browser test."""
    for item in filter(_is_here, items):
        item.add_marker(pytest.mark.browser)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    """Chromium runs while tests of this folder follow each other: beside its driver no test can use asyncio."""
    if not nextitem or not _is_here(nextitem):
        WINDOWS.close()


def _is_here(item: pytest.Item) -> bool:
    return Path(__file__).parent in item.path.parents


@pytest.fixture
def browser() -> Browser:
    """Chromium itself, for what is no window at an office."""
    return WINDOWS.browser


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served demo office of its own, as `make demo` would make it."""
    environment = surroundings()
    folder = copy_of_office(tmp_path_factory, "served", lambda pattern: make_demo(pattern, environment))
    with served(folder, environment) as address:
        yield address


@pytest.fixture
def window_at() -> Iterator[Callable[..., Page]]:
    """Opens windows that share nothing: `window_at(site, 360, 740)`, `window_at(…, java_script_enabled=False)`.

    Whoever stops its clock, cuts its network or gives it scripts wants it `own=True`.
    """
    opened: list[Window] = []

    def open_window(site: str, width: int, height: int, **more) -> Page:
        opened.append(WINDOWS.open(site, width, height, **more))
        return opened[-1].page

    yield open_window
    troubles = [trouble for window in opened for trouble in WINDOWS.give_back(window)]
    assert troubles == []


@pytest.fixture
def window(window_at: Callable[..., Page], site: str) -> Callable[..., Page]:
    """Opens windows at the demo office: `window(width=360)`, `window(java_script_enabled=False)`."""
    return lambda width=1280, height=900, **more: window_at(site, width, height, **more)


@pytest.fixture
def page(window: Callable[..., Page]) -> Page:
    """One window on a desk's screen."""
    return window()
