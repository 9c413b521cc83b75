"""A real Chromium, and a real server with an office of examples."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.laws.tree import ROOT

NAMES = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """One Chromium without a screen."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


def surroundings() -> dict[str, str]:
    """The environment of a demo office at a free port of this machine."""
    chosen = {"PST_HOST": "localhost", "PST_DEMO": "1", "PST_RATE_LIMITS": "relaxed"}
    return {**os.environ, **chosen, "PST_PORT": str(free_port())}


def make_demo(folder: Path, environment: dict[str, str]) -> None:
    """Fill the folder as `make demo` would."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "demo"]
    subprocess.run(command, cwd=ROOT, env={**environment, "PST_INSTANCE": str(folder)}, check=True)


@contextmanager
def served(folder: Path, environment: dict[str, str], says: int | None = None) -> Iterator[str]:
    """The address of the office in this folder, while it is served; `says` is where its log goes."""
    mine = {**environment, "PST_INSTANCE": str(folder)}
    server = subprocess.Popen([sys.executable, "wsgi.py"], cwd=ROOT, env=mine, stdout=says, stderr=says)
    try:
        yield answering(f"http://localhost:{environment['PST_PORT']}", server)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _chromium() -> str:
    found = next((path for name in NAMES if name and (path := shutil.which(name))), None)
    if not found:
        pytest.fail("Chromium tidak ditemukan: apt-get install chromium, atau CHROMIUM=..., atau BROWSER=no.")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answering(address: str, server: subprocess.Popen) -> str:
    """The address, once the server there says it is well; fails after thirty seconds or when it stops."""
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return address
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"the server did not answer (exit code {server.poll()})")
