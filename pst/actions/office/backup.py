"""Copies of everything an instance holds, made while it serves, and putting such a copy back.

A backup is a folder: the database as one file, the stored files, the mails kept as files, the keys of cookies and of
the chain of events, and `manifest.json` with the SHA-256 of each. The database is copied first: a file is on disk
before the row that names it, so every row of the copy finds its file. The key of complainants' identities is not in
it (`config.identity_keys_of` says why); a restore leaves it where it is.
"""

import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pst.actions import audit
from pst.config import AUDIT_KEY, IDENTITY_KEY, SECRET_KEY
from pst.models.accounts.users import User
from pst.models.audit import HEAD, NEWEST, write_head
from pst.models.base import database, write
from pst.rules.refusals import Refusal

MANIFEST = "manifest.json"
DATABASE = "pst.sqlite3"
FOLDERS = ("files", "mail")
LAST = "last-backup"
LEFT_BEHIND = {SECRET_KEY, IDENTITY_KEY, AUDIT_KEY, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"}
"""What starting the program puts into an empty folder."""
DAILY = "harian-"
"""How the folders of daily backups begin; only these are cleared away."""


class BackupRefused(Refusal):
    """Nothing was made or put back; the message says why, in Indonesian."""


@dataclass(frozen=True)
class Backup:
    """One backup on disk: its folder, when it was made (naive UTC), and what it holds."""

    folder: Path
    made_at: datetime
    files: int
    size: int

    @property
    def name(self) -> str:
        return self.folder.name


def make_backup(instance: Path, folder: Path, at: datetime, actor: User | None = None) -> Backup:
    """Copy the instance into this folder, which must be new or empty. Raises `BackupRefused`.

    What is half done carries another name until it is whole; `last-backup` in the instance then tells the
    moment as a UNIX timestamp.
    """
    folder = folder.expanduser().resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupRefused(f"Folder {folder} sudah berisi. Sebutkan folder lain.")
    half = folder.with_name(f".{folder.name}.belum-selesai")
    shutil.rmtree(half, ignore_errors=True)
    try:
        half.mkdir(parents=True)
        _copy_all(instance, half)
        made = _write_manifest(half, at)
        if folder.exists():
            folder.rmdir()
        os.replace(half, folder)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(half, ignore_errors=True)
        raise BackupRefused(f"Cadangan tidak dapat dibuat: {error}.") from error
    _note(instance, folder, at, actor)
    return Backup(folder, at, len(made), sum(item["size"] for item in made.values()))


def restore(folder: Path, instance: Path, at: datetime, replace: bool = False) -> Path | None:
    """Put a backup in the place of an instance that is not running; returns where the old one was kept, if
    any.

    Raises `BackupRefused` when the backup is not whole, or the instance is not empty and `replace` was not
    said.
    """
    names = verify_backup(folder)
    if _is_used(instance) and not replace:
        raise BackupRefused(f"Folder {instance} sudah berisi data. Pakai --replace untuk menggantinya.")
    database.close()
    _refuse_while_serving(instance)
    fresh = instance.with_name(f"{instance.name}.sedang-dipulihkan")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        for name in names:
            _copy(folder / name, fresh / name)
        old = _swap(instance, fresh, at)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise BackupRefused(f"Cadangan tidak dapat dipulihkan: {error}.") from error
    with write():
        audit.record("backup", folder.resolve().name[:80], "restore", None, at)
    return old


def verify_backup(folder: Path) -> list[str]:
    """The names of all files in a backup, each compared with the manifest, the database also looked into.

    Raises `BackupRefused`.
    """
    kept = _manifest(folder)
    for name, item in kept["files"].items():
        if not _belongs(name):
            raise BackupRefused(f"Cadangan ini tidak utuh: {name} bukan bagian cadangan.")
        file = (folder / name).resolve()
        if not file.is_relative_to(folder.resolve()) or not file.is_file():
            raise BackupRefused(f"Cadangan ini tidak utuh: berkas {name} tidak ada.")
        if _hash(file) != item["sha256"]:
            raise BackupRefused(f"Cadangan ini tidak utuh: isi berkas {name} berbeda dari daftarnya.")
    if DATABASE not in kept["files"]:
        raise BackupRefused("Cadangan ini tidak memuat basis data.")
    if not _is_sound(folder / DATABASE):
        raise BackupRefused("Cadangan ini tidak utuh: basis datanya rusak.")
    return list(kept["files"])


def backups_in(folder: Path) -> list[Backup]:
    """The whole backups in a folder of backups, newest first."""
    found = []
    for manifest in folder.glob(f"*/{MANIFEST}"):
        try:
            kept = _manifest(manifest.parent)
            size = sum(item["size"] for item in kept["files"].values())
            made_at = datetime.fromisoformat(kept["made_at"])
        except (BackupRefused, KeyError, TypeError, ValueError):
            continue
        found.append(Backup(manifest.parent, made_at, len(kept["files"]), size))
    return sorted(found, key=lambda backup: (backup.made_at, backup.name), reverse=True)


def last_made(instance: Path) -> datetime | None:
    """When this instance was last backed up (naive UTC); None when never."""
    try:
        return datetime.fromtimestamp(float((instance / LAST).read_text()), UTC).replace(tzinfo=None)
    except (OSError, ValueError):
        return None


def clear_old(folder: Path, keep: int) -> int:
    """Delete daily backups beyond the newest `keep`; returns how many. Those made by hand stay."""
    old = [backup for backup in backups_in(folder) if backup.name.startswith(DAILY)][keep:]
    for backup in old:
        shutil.rmtree(backup.folder)
    return len(old)


def _copy_all(instance: Path, target: Path) -> None:
    if not (instance / DATABASE).exists():
        raise OSError("basis data belum ada")
    with closing(sqlite3.connect(instance / DATABASE)) as source, closing(sqlite3.connect(target / DATABASE)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        write_head(target, copy.execute(NEWEST).fetchone())
    for name in FOLDERS:
        for file in sorted((instance / name).rglob("*")):
            if file.is_file() and not file.name.startswith("."):
                _copy(file, target / file.relative_to(instance))
    for name in (SECRET_KEY, AUDIT_KEY):
        if (instance / name).exists():
            _copy(instance / name, target / name)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def _write_manifest(folder: Path, at: datetime) -> dict[str, dict]:
    files = {
        file.relative_to(folder).as_posix(): {"size": file.stat().st_size, "sha256": _hash(file)}
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
    text = json.dumps({"made_at": at.isoformat(), "files": files}, indent=1)
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return files


def _manifest(folder: Path) -> dict:
    try:
        kept = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {
            str(name): {"size": int(item["size"]), "sha256": str(item["sha256"])}
            for name, item in kept["files"].items()
        }
        return {"made_at": str(kept["made_at"]), "files": files}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise BackupRefused(f"Di {folder} tidak ada cadangan: {MANIFEST} tidak dapat dibaca.") from None


def _belongs(name: str) -> bool:
    """One of the names that a backup has: whoever writes the list shall not choose where a restore writes."""
    top, *below = name.split("/")
    inside = top in FOLDERS and below and all(part.strip(".") and not set(part) & set("\\:") for part in below)
    return name in (DATABASE, SECRET_KEY, AUDIT_KEY, HEAD) or bool(inside)


def _hash(file: Path) -> str:
    with open(file, "rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _is_sound(file: Path) -> bool:
    """The database opens, holds together, and is one of ours."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            copy.execute("SELECT 1 FROM event LIMIT 1")
            return copy.execute("PRAGMA quick_check").fetchone() == ("ok",)
    except sqlite3.Error:
        return False


def _refuse_while_serving(instance: Path) -> None:
    """A database that somebody has open cannot leave WAL; a broken one is replaced without being asked."""
    if not (instance / DATABASE).exists():
        return
    try:
        with closing(sqlite3.connect(instance / DATABASE, timeout=1)) as probe:
            probe.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BackupRefused(
                f"Data di {instance} sedang dipakai. Hentikan dahulu aplikasinya, lalu ulangi."
            ) from None
    except sqlite3.Error:
        return


def _note(instance: Path, folder: Path, at: datetime, actor: User | None) -> None:
    (instance / LAST).write_text(str(at.replace(tzinfo=UTC).timestamp()))
    with write():
        audit.record("backup", folder.name[:80], "create", actor, at)


def _is_used(instance: Path) -> bool:
    """Holds more than the keys and the database without tables that starting the program leaves behind."""
    return _has_tables(instance / DATABASE) or any((instance / name).exists() for name in FOLDERS)


def _has_tables(path: Path) -> bool:
    """Whether anything was ever kept in this database; one that cannot be read counts as somebody's."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path)) as found:
            return found.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0] > 0
    except sqlite3.DatabaseError:
        return True


def _swap(instance: Path, fresh: Path, at: datetime) -> Path | None:
    """The old folder steps aside with all it holds, unless nothing was ever kept in it."""
    old = None
    if (instance / IDENTITY_KEY).exists():
        _copy(instance / IDENTITY_KEY, fresh / IDENTITY_KEY)
    found = {path.name for path in instance.iterdir()} if instance.exists() else set()
    if _is_used(instance) or found - LEFT_BEHIND:
        old = instance.with_name(f"{instance.name}-sebelum-{at:%Y%m%d-%H%M%S}")
        os.replace(instance, old)
    else:
        shutil.rmtree(instance, ignore_errors=True)
    os.replace(fresh, instance)
    return old
