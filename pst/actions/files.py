"""Keeping files: by content, on disk before the row that names them."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

from pst.actions.scanning import Examine, nobody
from pst.disk import write_whole
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
        """
        sha256 = hashlib.sha256(content).hexdigest()
        place = self.path(sha256)
        if place.exists():
            return sha256
        self._write(place, content, at)
        return sha256

    def renew(self, sha256: str, at: datetime, today: datetime) -> bool:
        """Write a file of an earlier day anew, once: the disk remembers when a file was made, whatever time it bears.

        Whether it was done; `today` is when this day began.
        """
        place = self.path(sha256)
        if not place.exists() or place.stat().st_ctime >= today.replace(tzinfo=UTC).timestamp():
            return False
        self._write(place, place.read_bytes(), at)
        return True

    def _write(self, place: Path, content: bytes, at: datetime | None) -> None:
        """The folders bear the same time as their file: theirs would tell when it came."""
        write_whole(place, content, at)
        if at is None:
            return
        moment = at.replace(tzinfo=UTC).timestamp()
        for folder in (place.parent, place.parent.parent, self.folder):
            os.utime(folder, (moment, moment))

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
