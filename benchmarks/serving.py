"""The site as it is really served: a process of its own, asked over loopback; it is stopped again at the end."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from benchmarks import budgets
from benchmarks.budgets import Row
from benchmarks.jobs import copy_of
from benchmarks.load import mixed_load
from pst.config import ROOT, Config

PATIENCE = 30
"""Seconds until a server that has not answered counts as broken."""

HREF = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def measure_serving(config: Config, seconds: int) -> list[Row]:
    """Start, bytes, mixed load, memory; on a copy of the data set."""
    with tempfile.TemporaryDirectory() as empty:
        rows = [_start(Path(empty))]
    with copy_of(config) as copy, serving(Path(copy.instance)) as (port, process):
        return [*rows, *_bytes(port), *mixed_load(port, seconds), *_memory(process.pid)]


@contextmanager
def serving(instance: Path) -> Iterator[tuple[int, subprocess.Popen]]:
    """The site on a free port of 127.0.0.1, with its process."""
    port = _free_port()
    process = subprocess.Popen([sys.executable, "wsgi.py"], **_surroundings(instance, port))
    try:
        _wait(port, process)
        yield port, process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _surroundings(instance: Path, port: int) -> dict:
    settings = {
        "PST_INSTANCE": str(instance), "PST_HOST": "127.0.0.1", "PST_PORT": str(port), "PST_RATE_LIMITS": "relaxed",
        "PST_MINUTE_JOBS": "0", "PST_SMTP": "", "PST_DEMO": "0", "PST_TLS": "0", "PST_SECRET_KEY": "b" * 40,
    }  # fmt: skip
    return {"cwd": ROOT, "env": {**os.environ, **settings}, "stdout": subprocess.DEVNULL}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait(port: int, process: subprocess.Popen) -> None:
    """Until the first page is answered."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            return _fetch(port, "/")[1] and None
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"the server did not answer within {PATIENCE} seconds")


def _start(instance: Path) -> Row:
    """What `make run` does in an office that is already set up: bring up to date, serve, answer."""
    port = _free_port()
    upgrade = [sys.executable, "-m", "flask", "--app", "wsgi", "upgrade"]
    subprocess.run(upgrade, check=True, **_surroundings(instance, port))
    start = time.perf_counter()
    subprocess.run(upgrade, check=True, **_surroundings(instance, port))
    with serving(instance):
        taken = time.perf_counter() - start
    return budgets.at_most("mulai (make run) sampai jawaban pertama", taken, budgets.START_SECONDS, "dtk")


def _fetch(port: int, path: str, cookie: str = "") -> tuple[int, bytes]:
    """Status and body as they travel, to a browser that takes compressed answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Cookie": cookie})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def _bytes(port: int) -> list[Row]:
    """A first visit with everything its page names, and the pages after it, of which only the page itself travels."""
    _, page = _fetch(port, "/")
    assets = sorted(set(HREF.findall(_unzipped(page))))
    first = len(page) + sum(len(_fetch(port, path)[1]) for path in assets)
    pages = {
        path: len(_fetch(port, path)[1]) for path in ("/katalog", "/standar-pelayanan", "/masuk", "/daftar")
    }
    largest = max(pages, key=lambda path: pages[path])
    return [
        budgets.at_most(f"byte kunjungan pertama, {len(assets)} berkas", first / 1024, budgets.FIRST_VISIT_KIB, "KiB"),
        budgets.at_most(f"byte halaman berikutnya ({largest})", pages[largest] / 1024, budgets.NEXT_PAGE_KIB, "KiB"),
    ]  # fmt: skip


def _unzipped(body: bytes) -> str:
    import gzip

    return (gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body).decode()


def _memory(pid: int) -> list[Row]:
    """What the process holds after the load; told only where the system tells it in /proc."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return []
    held = int(re.search(r"VmRSS:\s+(\d+) kB", status.read_text())[1]) / 1024
    return [budgets.at_most("memori sesudah beban", held, budgets.MEMORY_MB, "MB")]
