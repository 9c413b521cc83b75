"""Putting a backup back, and trying out whether it could be."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from pyrage import DecryptError, IdentityError, decrypt_file, x25519

from pst.actions import audit
from pst.actions.office import series
from pst.actions.office.backup import FOLDERS, BackupRefused, refuse_unsound, verify_backup
from pst.config import AUDIT_KEY, COPY_IT, DATABASE, SECRET_KEY
from pst.models.audit import Event
from pst.models.base import database, write
from pst.models.engines.sqlite import holds_tables, is_served, rows_of

LEFT_BEHIND = {SECRET_KEY, *COPY_IT, AUDIT_KEY, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"}
"""What starting the program puts into an empty folder."""


def restore(folder: Path, instance: Path, at: datetime, replace: bool = False, key: Path | None = None) -> Path | None:
    """Put a backup in the place of an instance that is not running; returns where the old one was kept, if
    any. `key` is the file of the key that opens a sealed one.

    Raises `BackupRefused` when the backup is not whole, or the instance is not empty and `replace` was not
    said.
    """
    kept = verify_backup(folder)
    if _is_used(instance) and not replace:
        raise BackupRefused(f"Folder {instance} sudah berisi data. Pakai --replace untuk menggantinya.")
    database.close()
    if (instance / DATABASE).exists() and is_served(instance / DATABASE):
        raise BackupRefused(f"Data di {instance} sedang dipakai. Hentikan dahulu aplikasinya, lalu ulangi.")
    fresh = instance.with_name(f"{instance.name}.sedang-dipulihkan")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _unpack(folder, kept, fresh, key)
        old = _swap(instance, fresh, at)
    except (OSError, BackupRefused) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise BackupRefused(f"Cadangan tidak dapat dipulihkan: {str(error).rstrip('.')}.") from error
    with write():
        note = series.go_on(old and old / DATABASE, at)
        audit.record("backup", folder.resolve().name[:80], "restore", None, at, note=note)
    return old


def rehearse(folder: Path, at: datetime) -> int:
    """Try out a backup where it lies: every file whole, the database sound, no file missing that it names; returns how
    many there are.

    Of a sealed one only the list is compared, for its key is not here. Raises `BackupRefused`. Either way it is
    written down, with what was wrong.
    """
    wrong = ""
    try:
        return _tried_out(folder)
    except BackupRefused as refusal:
        wrong = str(refusal)
        raise
    finally:
        with write():
            audit.record("backup", folder.name[:80], "rehearse", None, at, note=wrong)


def tried_since(at: datetime) -> bool:
    """Whether a backup was put back on trial since this moment."""
    return Event.select().where(Event.noun == "backup", Event.verb == "rehearse", Event.at >= at).exists()


def new_key(place: Path) -> str:
    """Make a key to seal backups with: the half that opens goes to this file, the other is returned."""
    pair = x25519.Identity.generate()
    with open(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(f"# public key: {pair.to_public()}\n{pair}\n")
    return str(pair.to_public())


def _tried_out(folder: Path) -> int:
    kept = verify_backup(folder)
    if kept["sealed_to"]:
        return len(kept["files"])
    named = {name for (name,) in rows_of(folder / DATABASE, "SELECT sha256 FROM stored_file")}
    if missing := named - {name.rpartition("/")[2] for name in kept["files"]}:
        raise BackupRefused(f"Cadangan ini tidak memuat {len(missing)} berkas yang dicatat basis datanya.")
    return len(kept["files"])


def _unpack(folder: Path, kept: dict, target: Path, key: Path | None) -> None:
    pairs = _keys_in(key) if kept["sealed_to"] else []
    for name in kept["files"]:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if pairs:
            try:
                decrypt_file(str(folder / name), str(target / name), pairs)
            except DecryptError:
                raise BackupRefused(f"Kunci di {key} tidak membuka cadangan ini") from None
        else:
            shutil.copy2(folder / name, target / name)
        (target / name).chmod(0o600)
    refuse_unsound(target / DATABASE)


def _keys_in(key: Path | None) -> list[x25519.Identity]:
    if key is None:
        raise BackupRefused("Cadangan ini disegel: sebutkan berkas kuncinya dengan --key")
    try:
        lines = [line.strip() for line in key.read_text(encoding="ascii").splitlines()]
        pairs = [x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except (OSError, UnicodeDecodeError, IdentityError):
        pairs = []
    if not pairs:
        raise BackupRefused(f"{key} bukan berkas kunci cadangan")
    return pairs


def _is_used(instance: Path) -> bool:
    """Holds more than the keys and the database without tables that starting the program leaves behind."""
    return holds_tables(instance / DATABASE) or any((instance / name).exists() for name in FOLDERS)


def _swap(instance: Path, fresh: Path, at: datetime) -> Path | None:
    """The old folder steps aside with all it holds, unless nothing was ever kept in it."""
    old = None
    for name in COPY_IT:
        if (instance / name).exists():
            shutil.copy2(instance / name, fresh / name)
    found = {path.name for path in instance.iterdir()} if instance.exists() else set()
    if _is_used(instance) or found - LEFT_BEHIND:
        old = instance.with_name(f"{instance.name}-sebelum-{at:%Y%m%d-%H%M%S}")
        os.replace(instance, old)
    else:
        shutil.rmtree(instance, ignore_errors=True)
    os.replace(fresh, instance)
    return old
