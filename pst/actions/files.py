"""Keeping files: by content, on disk before the row that names them."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

from pst.actions.scanning import Examine, nobody
from pst.models.base import database
from pst.models.files import StoredFile


class FileStore:
    """The folder `instance/files`; a file stands under `ab/cd/<sha256>` and never changes."""

    def __init__(self, folder: Path, examine: Examine = nobody):
        self.folder = folder
        self.examine = examine
        """Asks the office's virus scanner about an upload; raises `UploadRefused`."""

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, content: bytes, at: datetime | None = None) -> str:
        """Write the bytes, flushed to disk and renamed into place; returns their SHA-256.

        The file bears the time `at`, and no finer one: that of an anonymous complainant's file is only a day.
        Where writing fails, as on a full disk, nothing of the bytes stays behind.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        place = self.path(sha256)
        if place.exists():
            return sha256
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(f".{sha256}.{os.getpid()}.{id(content)}")
        try:
            _write_through(half, content)
            if at is not None:
                os.utime(half, (at.replace(tzinfo=UTC).timestamp(),) * 2)
            os.replace(half, place)
        except OSError:
            half.unlink(missing_ok=True)
            raise
        _flush_folder(place.parent)
        return sha256

    def read(self, sha256: str) -> bytes:
        return self.path(sha256).read_bytes()


def keep_file(store: FileStore, content: bytes, mime: str, at: datetime) -> StoredFile:
    """Store the bytes and the row that names them; only inside `write()`."""
    assert database.in_transaction()
    sha256 = store.put(content, at)
    StoredFile.insert(sha256=sha256, size=len(content), mime=mime, created_at=at).on_conflict_ignore().execute()
    return StoredFile.get_by_id(sha256)


def erase_if_unowned(store: FileStore, sha256: str) -> bool:
    """Erase a file that no row names any more; whether it was so. Only inside `write()`.

    Files are kept inside `write()` as well, so nobody can begin to use these bytes meanwhile.
    """
    assert database.in_transaction()
    owners = StoredFile._meta.backrefs.items()
    if any(table.select().where(field == sha256).exists() for field, table in owners):
        return False
    StoredFile.delete().where(StoredFile.sha256 == sha256).execute()
    store.path(sha256).unlink(missing_ok=True)
    return True


def _write_through(path: Path, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
