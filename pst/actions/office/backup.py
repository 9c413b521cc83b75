"""Copies of everything an instance holds, made while it serves.

A backup is a folder: the database as one file, the stored files, the mails kept as files, the keys of cookies and of
the chain of events, and `manifest.json` with the newest event and
the SHA-256 of each file. The database is copied first: a file is on disk
before the row that names it, so every row of the copy finds its file. The key of complainants' identities is not in
it (`config.identity_keys_of` says why); a restore leaves it where it is.

What did not change since the backup before is not written again: both folders name one file on the disk. Where the
office keeps a public key (age, age-encryption.org), everything but the list is sealed to it, and only the holder of
the other half can put the backup back.
"""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from pyrage import EncryptError, encrypt_file, x25519

from pst.actions import audit
from pst.actions.office import erased
from pst.config import AUDIT_KEY, DATABASE, SECRET_KEY
from pst.disk import flush, write_whole
from pst.models.accounts.users import User
from pst.models.audit import HEAD, NEWEST, write_head
from pst.models.base import database, write
from pst.models.engines.sqlite import Unreadable, is_sound, rows_of
from pst.rules.audit import printed_head
from pst.rules.refusals import Refusal

MANIFEST = "manifest.json"
FOLDERS = ("files/", "mail/")
LAST = "last-backup"
KEYS = (SECRET_KEY, AUDIT_KEY)
HALF = ".belum-selesai"
A_DAY = 86_400
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
    is_sealed: bool = False

    @property
    def name(self) -> str:
        return self.folder.name


def make_backup(
    instance: Path, folder: Path, at: datetime, actor: User | None = None, sealed_to: Sequence[str] = ()
) -> Backup:
    """Copy the instance into this folder, which must be new or empty. Raises `BackupRefused`.

    What is half done carries another name until it is whole; `last-backup` in the instance then tells the
    moment as a UNIX timestamp, and a list beside the backup what has been erased. `sealed_to` are public keys of age.
    """
    folder = folder.expanduser().resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupRefused(f"Folder {folder} sudah berisi. Sebutkan folder lain.")
    half = folder.with_name(f".{folder.name}.{os.getpid()}{HALF}")
    shutil.rmtree(half, ignore_errors=True)
    try:
        half.mkdir(parents=True)
        head, files = _copy_all(instance, _Copies(half, tuple(sealed_to)))
        listed = {"made_at": at.isoformat(), "chain": head, "sealed_to": list(sealed_to), "files": files}
        write_whole(half / MANIFEST, json.dumps(listed, indent=1).encode())
        if folder.exists():
            folder.rmdir()
        os.replace(half, folder)
    except (OSError, Unreadable, EncryptError, BackupRefused) as error:
        shutil.rmtree(half, ignore_errors=True)
        raise BackupRefused(f"Cadangan tidak dapat dibuat: {str(error).rstrip('.')}.") from error
    _note(instance, folder, at, actor)
    return Backup(folder, at, len(files), sum(item["size"] for item in files.values()))


def verify_backup(folder: Path) -> dict[str, dict]:
    """The list of a backup: each file compared with it, the database also looked into where it is not sealed.

    Raises `BackupRefused`.
    """
    kept = manifest_of(folder)
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
    if not kept["sealed_to"]:
        refuse_unsound(folder / DATABASE)
    return kept


def refuse_unsound(file: Path) -> None:
    """Raises `BackupRefused` unless the database opens, holds together, and is one of ours."""
    if not is_sound(file):
        raise BackupRefused("Cadangan ini tidak utuh: basis datanya rusak.")


def backups_in(folder: Path) -> list[Backup]:
    """The whole backups in a folder of backups, newest first."""
    found = []
    for manifest in folder.glob(f"*/{MANIFEST}"):
        try:
            kept = manifest_of(manifest.parent)
            size = sum(item["size"] for item in kept["files"].values())
            made_at = datetime.fromisoformat(kept["made_at"])
        except (BackupRefused, KeyError, TypeError, ValueError):
            continue
        found.append(Backup(manifest.parent, made_at, len(kept["files"]), size, bool(kept["sealed_to"])))
    return sorted(found, key=lambda backup: (backup.made_at, backup.name), reverse=True)


def pack(backup: Backup, file: IO[bytes]) -> None:
    """Write a backup into one file to carry away, as it is: what is sealed does not become smaller."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(backup.folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{backup.name}/{path.relative_to(backup.folder)}")


def last_made(instance: Path) -> datetime | None:
    """When this instance was last backed up (naive UTC); None when never."""
    try:
        return datetime.fromtimestamp(float((instance / LAST).read_text()), UTC).replace(tzinfo=None)
    except (OSError, ValueError):
        return None


def clear_old(folder: Path, keep: int, at: datetime) -> int:
    """Delete daily backups beyond the newest `keep`, and what was left half done a day ago; returns how many
    backups. Those made by hand stay.
    """
    for half in folder.glob(f".*{HALF}"):
        if at.replace(tzinfo=UTC).timestamp() - half.stat().st_mtime > A_DAY:
            shutil.rmtree(half, ignore_errors=True)
    old = [backup for backup in backups_in(folder) if backup.name.startswith(DAILY)][keep:]
    for backup in old:
        shutil.rmtree(backup.folder)
    return len(old)


def manifest_of(folder: Path) -> dict:
    """What the list of a backup says: `made_at`, `sealed_to`, `files`. Raises `BackupRefused`."""
    try:
        kept = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {
            str(name): {**item, "size": int(item["size"]), "sha256": str(item["sha256"])}
            for name, item in kept["files"].items()
        }
        return {"made_at": str(kept["made_at"]), "sealed_to": list(kept.get("sealed_to", ())), "files": files}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise BackupRefused(f"Di {folder} tidak ada cadangan: {MANIFEST} tidak dapat dibaca.") from None


class _Copies:
    """A backup as it grows: each file written once, sealed where keys are given, or shared with the backup before."""

    def __init__(self, folder: Path, sealed_to: tuple[str, ...]) -> None:
        self.folder = folder
        self.files: dict[str, dict] = {}
        self._keys = [x25519.Recipient.from_str(key) for key in sealed_to]
        self._before, self._known = self._backup_before(sealed_to)

    def add(self, source: Path, name: str) -> None:
        """Take this file under this name. Raises OSError when what was written is not what was read."""
        seen, target = source.stat(), self.folder / name
        item = {"mark": [seen.st_size, seen.st_mtime_ns]}
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.startswith(FOLDERS) and self._known.get(name, {}).get("mark") == item["mark"]:
            with suppress(OSError):  # a disk without links, or the other backup was cleared away meanwhile
                os.link(self._before / name, target)
                self.files[name] = self._known[name]
                return
        if self._keys:
            encrypt_file(str(source), str(target), self._keys)
        else:
            shutil.copy2(source, target)
        flush(target)
        self.files[name] = item | {"size": target.stat().st_size, "sha256": _hash(target)}
        if not self._keys and self.files[name]["sha256"] != _hash(source):
            raise OSError(f"salinan {name} berbeda dari aslinya")

    def _backup_before(self, sealed_to: tuple[str, ...]) -> tuple[Path, dict[str, dict]]:
        for earlier in backups_in(self.folder.parent):
            kept = manifest_of(earlier.folder)
            if kept["sealed_to"] == list(sealed_to):
                return earlier.folder, kept["files"]
        return self.folder, {}


def _copy_all(instance: Path, copies: _Copies) -> tuple[str, dict[str, dict]]:
    """The newest event of what was copied, as papers carry it; and the list of files."""
    if not (instance / DATABASE).exists():
        raise OSError("basis data belum ada")
    with tempfile.TemporaryDirectory(dir=instance, prefix=".cadangan-") as scratch:
        place = Path(scratch)
        database.copy_to(place / DATABASE, settled="complaint_index")
        newest = next(iter(rows_of(place / DATABASE, NEWEST)), None)
        write_head(place, newest)
        refuse_unsound(place / DATABASE)  # before it is sealed, and before it pushes out an older one that was sound
        for name in (DATABASE, HEAD):
            if (place / name).exists():
                copies.add(place / name, name)
    for name in FOLDERS:
        for file in sorted((instance / name).rglob("*")):
            if file.is_file() and not file.name.startswith("."):
                copies.add(file, file.relative_to(instance).as_posix())
    for name in KEYS:
        if (instance / name).exists():
            copies.add(instance / name, name)
    return printed_head(*newest) if newest else "", copies.files


def _belongs(name: str) -> bool:
    """One of the names that a backup has: whoever writes the list shall not choose where a restore writes."""
    top, *below = name.split("/")
    inside = f"{top}/" in FOLDERS and below and all(part.strip(".") and not set(part) & set("\\:") for part in below)
    return name in (DATABASE, SECRET_KEY, AUDIT_KEY, HEAD) or bool(inside)


def _hash(file: Path) -> str:
    with open(file, "rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _note(instance: Path, folder: Path, at: datetime, actor: User | None) -> None:
    (instance / LAST).write_text(str(at.replace(tzinfo=UTC).timestamp()))
    with write():
        audit.record("backup", folder.name[:80], "create", actor, at)
    erased.tell(folder.parent)
