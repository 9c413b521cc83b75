"""Writing a file so that it is there whole after a power cut, or not at all."""

import os
from datetime import UTC, datetime
from pathlib import Path


def write_whole(place: Path, content: bytes, at: datetime | None = None, mode: int = 0o666) -> None:
    """Write beside the place, flush to disk, rename into place, flush the folder.

    The file bears the time `at` (naive UTC), if it is given. Where writing fails, as on a full disk, what stood there
    before still stands and nothing else stays behind.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_name(f".{place.name}.{os.getpid()}.{id(content)}")
    try:
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if at is not None:
            os.utime(half, (at.replace(tzinfo=UTC).timestamp(),) * 2)
        os.replace(half, place)
    except OSError:
        half.unlink(missing_ok=True)
        raise
    flush(place.parent)


def flush(place: Path) -> None:
    """Have the disk hold what was written to this file or folder."""
    if os.name != "posix":
        return
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
