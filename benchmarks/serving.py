"""The site as it is really served: how soon it answers, what travels, how it bears a crowd and an enemy, and memory."""

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import budgets
from benchmarks.budgets import Row
from benchmarks.hostile import hostile_load
from benchmarks.jobs import copy_of
from benchmarks.load import mixed_load
from benchmarks.served import Browser, bare_site, free_port, plain, site, surroundings
from pst.config import Config

HREF = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def measure_serving(config: Config, seconds: int) -> list[Row]:
    """Start, bytes, mixed load, memory; on a copy of the data set."""
    with tempfile.TemporaryDirectory() as empty:
        rows = [_start(Path(empty))]
    with copy_of(config) as copy, site(copy.folder) as (port, process):
        return [
            *rows,
            *_memory(process, "sesudah mulai"),
            *_bytes(port),
            *mixed_load(port, seconds),
            *_memory(process, "sesudah beban"),
            *hostile_load(port, min(seconds, 15)),
            *_memory(process, "sesudah beban jahat"),
        ]


def _start(instance: Path) -> Row:
    """From starting the site, in an office that is already set up, to its first answer; against a bare site."""
    upgrade = [sys.executable, "-m", "flask", "--app", "wsgi", "upgrade"]
    subprocess.run(upgrade, check=True, **surroundings(instance, free_port()))
    start = time.perf_counter()
    with bare_site():
        bare = time.perf_counter() - start
    start = time.perf_counter()
    with site(instance):
        taken = time.perf_counter() - start
    return budgets.against("mulai sampai jawaban pertama", taken, budgets.START_TIMES, bare, "dtk")


def _bytes(port: int) -> list[Row]:
    """A first visit with everything its page names, and pages after it, of which only the page itself travels."""
    page = _travels(port, "/")
    assets = sorted(set(HREF.findall(plain(page))))
    first = len(page) + sum(len(_travels(port, path)) for path in assets)
    pages = {path: len(_travels(port, path)) for path in NEXT}
    largest = max(pages, key=lambda path: pages[path])
    return [
        budgets.at_most(f"kunjungan pertama, {len(assets)} berkas", first / 1024, budgets.FIRST_VISIT_KIB, "KiB"),
        budgets.at_most(f"halaman berikutnya ({largest})", pages[largest] / 1024, budgets.NEXT_PAGE_KIB, "KiB"),
    ]


NEXT = ("/katalog", "/standar-pelayanan", "/masuk", "/daftar", "/lacak", "/verifikasi")
"""Where a first visit leads."""


def _travels(port: int, path: str) -> bytes:
    """The body as it travels to somebody new."""
    browser = Browser(port)
    try:
        return browser.get(path)
    finally:
        browser.hang_up()


def _memory(pid: int, when: str) -> list[Row]:
    """What the process holds; told only where the system tells it in /proc."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return []
    lines = (line.split() for line in status.read_text().splitlines())
    (held,) = (int(line[1]) / 1024 for line in lines if line[0] == "VmRSS:")
    return [budgets.at_most(f"memori {when}", held, budgets.MEMORY_MB, "MB")]
