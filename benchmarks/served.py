"""Servers in processes of their own on 127.0.0.1, stopped again at the end; and a browser that asks them."""

import gzip
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlencode

from pst.config import ROOT

PATIENCE = 30
"""Seconds until a server that has not answered counts as broken."""


@dataclass
class Browser:
    """One connection that is kept open, and its cookies; takes compressed answers, as every browser does."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    connection: HTTPConnection | None = None

    def ask(self, path: str, form: dict[str, str] | bytes | None = None, **headers: str) -> tuple[int, bytes]:
        """Status and body, as they travel; raises OSError when nobody answers. Bytes are sent as the headers say."""
        if self.connection is None:
            self.connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        headers |= {"Accept-Encoding": "gzip"}
        if isinstance(form, dict):
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
            form = urlencode(form).encode()
        self.connection.request("GET" if form is None else "POST", path, form, headers)
        answer = self.connection.getresponse()
        self._keep(answer.headers)
        return answer.status, answer.read()

    def get(self, path: str) -> bytes:
        """A page that must be there, as it travels."""
        status, body = self.ask(path)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        return body

    def hang_up(self) -> None:
        """Close the connection; the next question opens another."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def _keep(self, headers: HTTPMessage) -> None:
        for cookie in headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value


def plain(body: bytes) -> str:
    """The text of an answer, however it travelled."""
    return (gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body).decode()


def hidden(body: bytes) -> dict[str, str]:
    """The fields of a page's form that nobody types."""
    page = plain(body)
    fields = {name: re.search(rf'name="{name}"[^>]*value="([^"]+)"', page) for name in ("csrf_token", "_once")}
    return {name: found[1] for name, found in fields.items() if found}


@contextmanager
def site(instance: Path) -> Iterator[tuple[int, int]]:
    """The site on a free port, over this instance: (port, process id)."""
    with _running([sys.executable, "wsgi.py"], surroundings(instance, port := free_port()), port) as process:
        yield port, process.pid


@contextmanager
def bare_site() -> Iterator[int]:
    """The bare page, served the same way."""
    port = free_port()
    with _running([sys.executable, "-m", "benchmarks.bare", str(port)], {"cwd": ROOT}, port):
        yield port


def surroundings(instance: Path, port: int) -> dict:
    """Folder and environment of a process of the site; nothing of the caller's own settings gets in."""
    settings = {
        "PST_INSTANCE": str(instance),
        "PST_HOST": "127.0.0.1",
        "PST_PORT": str(port),
        "PST_RATE_LIMITS": "relaxed",
        "PST_MINUTE_JOBS": "0",
        "PST_SECRET_KEY": "b" * 40,
    }
    blank = {"PST_SMTP": "", "PST_DEMO": "0", "PST_TLS": "0", "PST_PROXIES": "0", "PST_TRUSTED_HOSTS": ""}
    return {
        "cwd": ROOT,
        "env": {**os.environ, **blank, **settings},
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def _running(command: list[str], where: dict, port: int) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(command, **where)
    try:
        _wait(port, process)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _wait(port: int, process: subprocess.Popen) -> None:
    """Until the first page is answered."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            Browser(port).get("/")
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server did not answer")
