"""What is wrong with this installation, one line each; nothing is changed but a file that is tried and removed."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta

import click
from flask import current_app
from peewee import PeeweeException

from pst import clock
from pst.actions import scanning
from pst.actions.office.backup import last_made
from pst.cli.console import Refusal, command
from pst.config import COPY_IT, ROOT, SECRET_KEY, SETTINGS, Config, named_in, opens_elsewhere
from pst.disk import write_whole
from pst.exchange.uploads import UploadRefused
from pst.models import schema
from pst.models.audit import Event
from pst.models.emails import Email

Said = Iterator[tuple[bool, str]]
"""Whether it is as it should be, and the sentence that says so."""

SECRETS = ("SECRET", "KEY", "PASSWORD")
LEAST_DISK = 1024**3
OLDEST_BACKUP = timedelta(hours=30)


@command("doctor", "Memeriksa pemasangan ini: alamat, kunci, folder, surel, jam, cakram, cadangan, setelan.")
def doctor() -> None:
    """Say what is right and what is wrong with this installation; leave with one when anything is wrong."""
    config: Config = current_app.extensions["pst_config"]
    found = [line for look in LOOKS for line in look(config)]
    for good, sentence in found:
        click.echo(f"{'baik ' if good else 'PERLU'}  {sentence}")
    for name, value in settings_read():
        click.echo(f"       {name}={value}")
    if wrong := sum(not good for good, _ in found):
        raise Refusal(f"{wrong} hal perlu dibereskan.")


def settings_read() -> list[tuple[str, str]]:
    """Every setting that was given, as it was read; those that are secret only by their length."""
    given = named_in(os.environ)
    return [
        (name, f"({len(value)} huruf)" if any(word in name for word in SECRETS) and value else value)
        for name, value in given.items()
    ]


def _address(config: Config) -> Said:
    if config.demo:
        yield False, "PST_DEMO=1: akun contoh dan kata sandinya tampil di halaman pertama."
    good = opens_elsewhere(config.site)
    yield good, f"Alamat {config.site} " + ("dapat dibuka orang lain." if good else "hanya dapat dibuka di mesin ini.")
    if config.site.startswith("https://") != config.tls:
        yield False, "PST_TLS dan PST_BASE_URL tidak sejalan: keduanya HTTPS, atau tidak keduanya."


def _settings(config: Config) -> Said:
    unknown = [name for name in named_in(os.environ) if name not in SETTINGS]
    yield not unknown, f"Setelan yang tidak dikenal: {', '.join(unknown)}." if unknown else "Semua setelan dikenal."


def _keys(config: Config) -> Said:
    for name in (SECRET_KEY, *COPY_IT):
        if (place := config.folder / name).exists():
            yield (
                _private(place),
                f"{place} hanya dapat dibaca pemiliknya."
                if _private(place)
                else (f"{place} dapat dibaca pengguna lain: chmod 600."),
            )


def _folder(config: Config) -> Said:
    probe = config.folder / ".doctor"
    try:
        write_whole(probe, b"")
        probe.unlink()
        yield True, f"Folder data {config.folder} dapat ditulis."
    except OSError as error:
        yield False, f"Folder data {config.folder} tidak dapat ditulis: {error.strerror}."
    if not _private(config.folder):
        yield False, f"Folder data {config.folder} terbuka bagi pengguna lain: chmod 700."
    if os.name == "posix" and os.access(ROOT / "wsgi.py", os.W_OK) and os.geteuid() != 0:
        yield False, f"Program di {ROOT} dapat diubah oleh akun layanan ini."
    free = shutil.disk_usage(config.folder).free
    yield free > LEAST_DISK, f"Ruang kosong cakram {free // 1024**2:,} MB.".replace(",", ".")


def _database(config: Config) -> Said:
    try:
        pending, unknown = schema.pending(), schema.unknown()
        yield not pending, "Basis data perlu dimutakhirkan: upgrade." if pending else "Basis data mutakhir."
        if unknown:
            yield False, f"Basis data ini dari program yang lebih baru ({unknown[-1]}): pasang program itu kembali."
        if not pending:
            good = Event.none_after(clock.now())
            yield good, "Jam mesin wajar." if good else "Jam mesin lebih awal daripada kejadian terbaru."
            waiting = Email.backlog(clock.now())
            yield waiting < 100, f"Surel menunggu: {waiting}."
    except PeeweeException as error:
        yield False, f"Basis data tidak dapat dibaca: {error}."


def _mail(config: Config) -> Said:
    if not config.smtp:
        yield False, "PST_SMTP kosong: surel tidak dikirim, hanya disimpan sebagai berkas."
        return
    yield True, f"Surel lewat {config.smtp}; cobalah dengan test-mail."
    if config.mail_from == Config.mail_from:
        yield False, "PST_MAIL_FROM belum diisi."


def _scanner(config: Config) -> Said:
    if config.clamd:
        try:
            scanning.scanner_at(config.clamd)(b"uji")
            yield True, "Pemeriksa virus menjawab."
        except UploadRefused:
            yield False, f"Pemeriksa virus di {config.clamd} tidak menjawab: setiap lampiran ditolak."


def _backup(config: Config) -> Said:
    made = last_made(config.folder)
    recent = made is not None and clock.now() - made < OLDEST_BACKUP
    when = f"{clock.local(made):%d-%m-%Y %H.%M}" if made else "belum pernah"
    yield recent, f"Cadangan terakhir: {when}, di {config.backup_folder}."
    if config.backup_folder.exists() and os.stat(config.backup_folder).st_dev == os.stat(config.folder).st_dev:
        yield True, "Cadangan dan data di cakram yang sama: salin juga ke mesin lain."
    if not config.sealed_to:
        yield True, "Cadangan tidak disegel (PST_BACKUP_KEY kosong)."


def _private(place: os.PathLike[str]) -> bool:
    return os.name != "posix" or not os.stat(place).st_mode & 0o077


LOOKS: tuple[Callable[[Config], Said], ...] = (_address, _settings, _keys, _folder, _database, _mail, _scanner, _backup)
