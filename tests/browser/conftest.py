"""A real Chromium and a real server with the demo office.

`page` is a fresh window at the demo office. When a test ends, its windows must have met no script error, no
breach of the content policy and no request to anywhere else.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.instruments import watched
from tests.demo_office import copy_of_office

ROOT = Path(__file__).resolve().parents[2]
NAMES = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this process."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served demo office of its own, as `make demo` would make it."""
    port = _free_port()
    chosen = {"PST_PORT": str(port), "PST_HOST": "localhost", "PST_DEMO": "1", "PST_RATE_LIMITS": "relaxed"}
    environment = {**os.environ, **chosen}
    folder = copy_of_office(tmp_path_factory, "served", lambda pattern: _make_demo(pattern, environment))
    server = subprocess.Popen([sys.executable, "wsgi.py"], cwd=ROOT, env={**environment, "PST_INSTANCE": str(folder)})
    try:
        yield _answering(f"http://localhost:{port}", server)
    finally:
        server.terminate()
        server.wait(timeout=20)


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


def _make_demo(folder: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "demo"]
    subprocess.run(command, cwd=ROOT, env={**environment, "PST_INSTANCE": str(folder)}, check=True)


def _chromium() -> str:
    found = next((path for name in NAMES if name and (path := shutil.which(name))), None)
    if not found:
        pytest.fail("Chromium tidak ditemukan: apt-get install chromium, atau CHROMIUM=..., atau BROWSER=no.")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answering(address: str, server: subprocess.Popen) -> str:
    """The address, once the server there says it is well; fails after thirty seconds or when it stops."""
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return address
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"the server did not answer (exit code {server.poll()})")
