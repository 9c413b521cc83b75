"""Somebody means ill: files that are bombs, and connections that are held open, while a visitor looks on."""

import io
import socket
import threading
import time
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from PIL import Image
from werkzeug.test import encode_multipart

from benchmarks import budgets
from benchmarks.budgets import Row
from benchmarks.load import Person, Tally
from benchmarks.measuring import percentile
from benchmarks.pages import APPLICANT, drafts_of
from benchmarks.served import hidden
from pst.questionnaires import shelf

FILES = "file_berkas_pendukung"
"""The question that files are thrown at."""
REFUSED = 422
HELD, UPLOADERS = 40, 4
HALVES = (
    b"GET / HTTP/1.1\r\nHost: pst.test\r\nX-Slow: ",
    b"POST /masuk HTTP/1.1\r\nHost: pst.test\r\nContent-Length: 1000000\r\n\r\nemail=",
    b"GET /katalog.json HTTP/1.1\r\nHost: pst.test\r\n\r\n",
)
"""A head and a body that never end, and an answer that nobody reads."""


def hostile_load(port: int, seconds: int) -> list[Row]:
    """All of it for so many seconds: whether anything broke, and how long a visitor waited meanwhile."""
    address = f"/permohonan/{drafts_of(APPLICANT)[0]}/blok/{shelf.CURRENT.block_of(FILES).number}"
    bombs = {name: make() for name, make in BOMBS.items()}
    visitor, enemy, end = Tally(), Tally(), time.monotonic() + seconds
    crowd = [Person(port, enemy, nth) for nth in range(UPLOADERS)]
    crowd[0].sign_in(APPLICANT)
    for person in crowd[1:]:
        person.browser.cookies |= crowd[0].browser.cookies
    threads = [threading.Thread(target=_throw, args=(person, address, bombs, end)) for person in crowd]
    with ExitStack() as held:
        for nth in range(HELD):
            held.enter_context(_half_asked(port, HALVES[nth % len(HALVES)]))
        for thread in threads:
            thread.start()
        looking = Person(port, visitor, 0)
        while time.monotonic() < end:
            for path in ("/", "/katalog"):
                looking.ask(path)
        for thread in threads:
            thread.join()
    wrong = [*visitor.wrong, *enemy.wrong]
    print(*wrong[:5], sep="\n", end="\n" if wrong else "")
    said = f"{HELD} sambungan ditahan, {len(enemy.taken)} berkas jahat, {seconds} dtk"
    return [
        budgets.at_most(f"beban jahat, galat ({said})", len(wrong), 0, ""),
        budgets.at_most("beban jahat, pengunjung lain p95", percentile(visitor.taken, 95), budgets.LOAD_MS, "ms"),
    ]


def _half_asked(port: int, half: bytes) -> socket.socket:
    """A connection on which nothing more comes, and of whose answer nothing is read."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.connect(("127.0.0.1", port))
    line.sendall(half)
    return line


def _throw(person: Person, address: str, bombs: dict[str, bytes], end: float) -> None:
    """One bomb after another, each of which has to be refused in words; every one of them at least once."""
    going_on = True
    while going_on:
        for name, content in bombs.items():
            fields = {**hidden(person.ask(address, counted=False)), FILES: (io.BytesIO(content), name)}
            boundary, body = encode_multipart(fields)
            kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
            status, _ = person.browser.ask(address, body, **kind)
            person.tally.taken.append(status)
            if status != REFUSED:
                person.tally.wrong.append(f"{name}: {status}")
        going_on = time.monotonic() < end


def _picture() -> bytes:
    """Eighty million dots in a few kilobytes."""
    file = io.BytesIO()
    Image.new("1", (10_000, 8_000)).save(file, "PNG")
    return file.getvalue()


def _workbook() -> bytes:
    """Three hundred megabytes of nothing, packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", bytes(300_000_000))
    return file.getvalue()


BOMBS: dict[str, Callable[[], bytes]] = {
    "gambar.png": _picture,
    "buku.xlsx": _workbook,
    "surat.pdf": partial(bytes, b"%PDF-1.7\n" + b"1 0 obj << /Length 9999999 >> stream\n" * 50_000),
    "besar.pdf": partial(bytes, 12_000_000),
}
