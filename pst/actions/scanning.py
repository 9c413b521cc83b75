"""Asking a virus scanner (clamd) about uploads, where the office has one.

The bytes go over the wire as clamd's INSTREAM command wants them: pieces behind their length, a zero at the end.
"""

import logging
import socket
from collections.abc import Callable

from pst.exchange.uploads import UploadRefused

log = logging.getLogger("pst")

PIECE = 64 * 1024
SECONDS = 20
"""How long the scanner may take; a large file takes one or two."""

DOWN = (
    "Pemeriksa virus kantor sedang tidak dapat dihubungi, jadi berkas belum dapat diterima. "
    "Coba lagi beberapa menit lagi; isian lain tetap dapat disimpan."
)

Examine = Callable[[bytes], None]


def scanner_at(address: str) -> Examine:
    """What examines an upload: clamd at `host:port` or at the path of its socket; nothing where that is empty.

    What it gives raises `UploadRefused` for a file with a virus, and for any file while the scanner does not answer.
    """
    return (lambda content: _examine(address, content)) if address else nobody


def nobody(content: bytes) -> None:
    """Where the office has no scanner, nobody looks."""


def _examine(address: str, content: bytes) -> None:
    try:
        verdict = _ask(address, content)
    except OSError as error:
        log.error("virus scanner: %s", error)
        raise UploadRefused(DOWN) from None
    if verdict.endswith("FOUND"):
        name = verdict.removeprefix("stream: ").removesuffix(" FOUND")
        raise UploadRefused(f"Berkas itu memuat virus ({name}) dan tidak disimpan. Periksa komputer Anda.")
    if verdict != "stream: OK":
        log.error("virus scanner answered: %s", verdict)
        raise UploadRefused(DOWN)


def _ask(address: str, content: bytes) -> str:
    with _connect(address) as wire:
        wire.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            wire.sendall(len(piece).to_bytes(4, "big") + piece)
        wire.sendall(bytes(4))
        return wire.makefile("rb").read(4096).decode(errors="replace").rstrip("\0\n")


def _connect(address: str) -> socket.socket:
    host, _, port = address.rpartition(":")
    if host and port.isdigit():
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    wire.settimeout(SECONDS)
    try:
        wire.connect(address)
    except OSError:
        wire.close()
        raise
    return wire
