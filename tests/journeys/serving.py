"""A real server process on an instance of its own, and browsers that reach it over the wire."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.browsing import Browsing

ROOT = Path(__file__).resolve().parents[2]
Answer = TypeVar("Answer")
UNANSWERED = (OSError, http.client.HTTPException)
"""What a browser meets when the server died, or is not there."""


class Served:
    """`python wsgi.py` on this instance folder, which a test starts, kills and stops."""

    def __init__(self, folder: Path, **settings: str):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        chosen = {"PST_INSTANCE": str(folder), "PST_PORT": str(self.port), "PST_RATE_LIMITS": "relaxed"}
        self.environment = {**os.environ, **chosen, "PST_HOST": "127.0.0.1", "PST_MINUTE_JOBS": "0"}
        self.environment |= {"PST_BASE_URL": "http://pst.test", **settings}
        self.process: subprocess.Popen | None = None

    def start(self) -> "Served":
        """Start it and wait until it answers."""
        self.process = subprocess.Popen(
            [sys.executable, "wsgi.py"],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        insist(lambda: ask(self.port, "GET", "/healthz", {}, b""), lambda: self.process.poll() is None)
        return self

    def kill(self) -> None:
        """As if the power went: nothing is finished, nothing is said."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """Ask it to end; returns its exit code. One that already ended is left in peace."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)

    def browser(self) -> Browsing:
        """A browser that knows nobody yet."""
        return Browsing(self._over_the_wire)

    def _over_the_wire(self, environ: dict, start_response: Callable) -> list[bytes]:
        """Any request, sent to the server as it is; what nobody answers is raised."""
        headers = {
            name[5:].replace("_", "-").title(): value
            for name, value in environ.items()
            if name.startswith("HTTP_") and name != "HTTP_CONNECTION"
        }
        headers["Content-Type"] = environ.get("CONTENT_TYPE", "")
        path = environ["PATH_INFO"] + (f"?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else "")
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        status, given, content = ask(self.port, environ["REQUEST_METHOD"], path, headers, body)
        start_response(status, [(name, value) for name, value in given if name.lower() not in HOP_BY_HOP])
        return [content]


HOP_BY_HOP = {"connection", "transfer-encoding", "keep-alive"}


def ask(port: int, method: str, path: str, headers: dict, body: bytes) -> tuple[str, list, bytes]:
    """One request on a connection of its own: status, headers, content."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        line.request(method, path, body, headers)
        answer = line.getresponse()
        return f"{answer.status} {answer.reason}", answer.getheaders(), answer.read()
    finally:
        line.close()


def insist(do: Callable[[], Answer], while_: Callable[[], bool] = lambda: True, seconds: float = 60) -> Answer:
    """Try again what was not answered, as people do who see no page."""
    until = time.monotonic() + seconds
    while True:
        try:
            return do()
        except UNANSWERED:
            assert time.monotonic() < until and while_(), "the server did not come back"
            time.sleep(0.05)
