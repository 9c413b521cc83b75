"""Commands for the office's console, cron, and checks from outside: `flask --app wsgi …`."""

import json
import sys
from datetime import date
from pathlib import Path

import click
from email_validator import EmailNotValidError, validate_email
from flask import Flask, current_app
from peewee import DatabaseError

from pst import clock
from pst.actions import audit
from pst.actions.accounts import accounts, second_factor
from pst.actions.catalogue import romantik
from pst.actions.complaints import identities
from pst.actions.letters import book_years
from pst.actions.letters.stamping import Press
from pst.actions.office import backup, erased, holidays, office, restore
from pst.actions.vault import Unreadable, Vault
from pst.cli import catalogue, design, doctor, letters
from pst.cli.console import Day, Refusal, Whole, command, text_of
from pst.config import Config, identity_keys_of, make_keys
from pst.demo import make_demo
from pst.exchange.holidays_seed import seed_holidays
from pst.jobs import do_minute_jobs
from pst.mail.deliver import forget_kept
from pst.mail.server import send_trial
from pst.models import schema
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.calendar import WorkCalendar
from pst.rules.letters.numbering import HERE
from pst.rules.review.labels import ROLE_LABELS
from pst.rules.roles import ACCOUNT_ROLES, Role
from pst.rules.submissions import deadlines
from pst.serve import NEWER
from pst.web.instance import the_stamp_keys

FILE = click.Path(path_type=Path)
ROLES = {word: role for role in ACCOUNT_ROLES for word in (role.value, ROLE_LABELS[role].lower())}
"""Roles as they may be typed: officer or petugas."""


def register(app: Flask) -> None:
    """Hang every command on the application."""
    for each in COMMANDS:
        app.cli.add_command(each)


@command("upgrade", "Memutakhirkan basis data dan mengisi yang diperlukan kantor baru.")
def upgrade() -> None:
    """Bring the database up to date, and fill what a new office needs."""
    if schema.unknown():
        raise Refusal(NEWER)
    done = [f"Migrasi {name} dijalankan." for name in schema.upgrade()]
    done += office.furnish(clock.now()) + make_keys(_config())
    click.echo("\n".join(done) or "Basis data sudah mutakhir.")


@command("first-admin", "Mencetak tautan sekali pakai untuk membuat administrator pertama.")
def first_admin() -> None:
    """Print a one-time link that creates the first administrator."""
    path = accounts.first_admin_link(clock.now())
    if path is None:
        raise Refusal("Administrator sudah ada. Akun lain dibuat olehnya, atau dengan perintah add-user.")
    click.echo(f"{_config().site}{path}")


@command("add-user", "Membuat akun SUREL atas NAMA; tanpa kata sandi, pemiliknya dikirimi tautan.")
@click.argument("email", metavar="SUREL")
@click.argument("name", metavar="NAMA")
@click.option("--role", "roles", multiple=True, help="pemohon, petugas, kepala, admin; boleh lebih dari satu.")
@click.option("--agency", default="", help="Nama instansi pemohon.")
@click.option("--password-stdin", is_flag=True, help="Kata sandi dibaca dari masukan baku, satu baris.")
def add_user(email: str, name: str, roles: tuple[str, ...], agency: str, password_stdin: bool) -> None:
    """Open an account; without a password its owner is mailed a link to set one."""
    if not name.strip():
        raise Refusal("Nama tidak boleh kosong.")
    if not roles:
        raise Refusal("Sebutkan perannya, misalnya --role pemohon, --role petugas, --role kepala, atau --role admin.")
    belongs = Agency.named(agency) if agency else None
    if agency and belongs is None:
        raise Refusal(f"Instansi “{agency}” tidak ada dalam daftar.")
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else ""
    if password_stdin and not password:
        raise Refusal("Tidak ada kata sandi pada masukan baku.")
    user = accounts.create_user(
        name, _mailbox(email), [_role(role) for role in roles], belongs, None, clock.now(), password=password
    )
    ready = "siap dipakai" if password else "tautan untuk menetapkan kata sandi dikirim lewat surel"
    click.echo(f"Akun {user.email} dibuat: {ready}.")


@command("account-link", "Mencetak tautan sekali pakai bagi EMAIL: kata sandi baru, atau konfirmasi pendaftarannya.")
@click.argument("email")
def account_link(email: str) -> None:
    """Print a one-time link for the owner of this mailbox, where no mail is sent; it is noted in the history."""
    click.echo(f"{_config().site}{accounts.console_link(email, clock.now())}")


@command(
    "reset-second-factor", "Menghapus faktor kedua akun EMAIL yang kehilangan ponsel atau kuncinya, dengan alasan."
)
@click.argument("email")
@click.option("--reason", required=True, help="Alasannya; dibaca pemilik akun dan tercatat.")
def reset_second_factor(email: str, reason: str) -> None:
    """Take a lost second factor off an account, e.g. the only administrator's; its owner is told why."""
    user = User.by_email(email)
    if user is None:
        raise Refusal(f"Tidak ada akun dengan alamat {email}.")
    second_factor.reset(user, None, reason, clock.now())
    click.echo(f"Faktor kedua {user.email} dihapus; pemiliknya diberi tahu.")


@command("minute", "Mengerjakan yang jatuh tempo: pengingat, surel, masa simpan, cadangan.")
def minute() -> None:
    """Do whatever is due: reminders, mail, retention, backup. For cron or a timer."""
    if schema.pending():
        raise Refusal("Basis data belum siap. Jalankan dahulu: flask --app wsgi upgrade")
    done = do_minute_jobs(current_app._get_current_object(), clock.now())  # type: ignore[attr-defined]  # a proxy
    click.echo("\n".join(f"{name}: {count}" for name, count in done.items() if count) or "Tidak ada yang jatuh tempo.")
    if failed := [name for name, count in done.items() if count is None]:
        raise Refusal(f"Gagal: {', '.join(failed)}. Sebabnya ada dalam log.")


@command("import-romantik", "Membuat draf dari satu catatan ROMANTIK; baris terakhir nomornya.")
@click.argument("file", type=FILE)
@click.option("--applicant", required=True, help="Alamat surel pemohon yang akan memiliki draf ini.")
def import_romantik(file: Path, applicant: str) -> None:
    """Begin a draft from one record of ROMANTIK; the last line is its number."""
    owner = User.by_email(applicant)
    if owner is None or not owner.active or Role.APPLICANT not in owner.roles:
        raise Refusal(f"Tidak ada akun pemohon yang aktif dengan surel {applicant}.")
    draft = romantik.import_record(file.read_bytes(), owner, clock.now())
    click.echo(f"Draf dibuat untuk {owner.name}: {draft.title}")
    left_over, notes = romantik.left_over(draft)
    for where, what in left_over:
        click.echo(f"Tidak ada tempatnya dalam formulir, tersimpan bersama permohonan: {where}: {what}")
    for note in notes:
        click.echo(f"Catatan pemeriksa {note.when} ({note.status}): {note.text}")
    click.echo(draft.number)


@command("export-romantik", "Mencetak permohonan sebagai catatan ROMANTIK (JSON).")
@click.argument("number")
def export_romantik(number: str) -> None:
    """Print a submission as a record of ROMANTIK (JSON)."""
    submission = Submission.with_people().where(Submission.number == number.strip().upper()).first()
    if submission is None:
        raise Refusal(f"Tidak ada permohonan bernomor {number}.")
    click.echo(json.dumps(romantik.export_record(submission), ensure_ascii=False, indent=2))


@command("due-date", "Menghitung batas waktu sejak START; baris terakhir tanggalnya.")
@click.argument("start", type=Day())
@click.option("--days", type=Whole(), default=None, help="Hari kerja yang dijanjikan; bila kosong, menurut kantor.")
@click.option(
    "--pause",
    "pauses",
    type=(Day(), Day()),
    multiple=True,
    metavar="FROM TO",
    help="Jeda menunggu pemohon; boleh beberapa kali.",
)
def due_date(start: date, days: int | None, pauses: tuple[tuple[date, date], ...]) -> None:
    """Print every day from the start with its reason; the last line is the due date (ISO)."""
    calendar, promised = _calendar_and_promise(start)
    lines = deadlines.due_table(start, promised if days is None else days, calendar, pauses)
    for line in lines:
        click.echo(f"{line.date.isoformat()}  {wording.weekday_date(line.date)}: {line.why}")
    if unknown := deadlines.what_is_not_known(lines, calendar):
        click.echo(unknown, err=True)
    click.echo(lines[-1].date.isoformat())


@command("add-holidays", "Menambah atau mengubah hari libur dari CSV (tanggal, nama, jenis, dasar).")
@click.argument("file", type=FILE)
def add_holidays(file: Path) -> None:
    """Add or change holidays from a CSV (tanggal, nama, jenis, dasar) and count open due dates again."""
    count, moved = holidays.import_holidays(text_of(file), None, clock.now())
    click.echo(f"{count} hari ditambahkan atau diubah. {holidays.moved_in_words(moved)}")


@command("demo", "Mengisi instans kosong dengan orang dan permohonan contoh.")
def demo() -> None:
    """Fill an empty instance with example people and submissions in every state."""
    schema.upgrade()
    office.furnish(clock.now())
    vault, press = Vault(identity_keys_of(_config())), Press(_config().site, the_stamp_keys())
    click.echo("\n".join(make_demo(clock.now(), current_app.extensions["pst_files"], press, vault)))


@command("reseal-identities", "Menyegel identitas pelapor dan faktor kedua dengan kunci baru (PST_IDENTITY_KEY).")
def reseal_identities() -> None:
    """Seal every complainant's identity with the first key; the old ones may be dropped afterwards."""
    try:
        vault = Vault(identity_keys_of(_config()))
        with write():  # both or neither
            count, factors = identities.reseal_all(vault), second_factor.reseal_all(vault)
    except Unreadable:
        raise Refusal(
            "Ada identitas yang disegel dengan kunci lain; isi PST_IDENTITY_KEY_FALLBACKS. Tidak ada yang diubah."
        ) from None
    click.echo(f"{count} identitas dan {factors} faktor kedua disegel dengan kunci pertama.")


@command("backup", "Menyalin basis data, berkas, surel, dan kunci ke FOLDER baru selagi melayani.")
@click.argument("folder", type=FILE)
@click.option("--keep", type=Whole(), default=None, help="FOLDER memuat banyak cadangan; sisakan sekian yang terbaru.")
def make_backup(folder: Path, keep: int | None) -> None:
    """Copy database, files, kept mails and key into a new folder, while the site serves."""
    config, at = _config(), clock.now()
    place = folder if keep is None else folder / f"{backup.DAILY}{clock.local(at):%Y-%m-%d-%H%M%S}"
    made = backup.make_backup(config.folder, place, at, sealed_to=config.sealed_to)
    click.echo(f"Cadangan dibuat di {made.folder}: {made.files} berkas, {made.size} bita.")
    if keep is not None and (cleared := backup.clear_old(folder, keep, at)):
        click.echo(f"{cleared} cadangan lama dihapus.")


@command("backup-key", "Membuat kunci penyegel cadangan: yang membuka ke BERKAS, yang menyegel dicetak.")
@click.argument("file", type=FILE)
def backup_key(file: Path) -> None:
    """Make the pair of keys that seals backups; the half that opens them goes to this file, which must be new."""
    if file.exists():
        raise Refusal(f"{file} sudah ada.")
    public = restore.new_key(file)
    click.echo(f"Pindahkan {file} ke tempat lain yang terkunci; tanpa berkas itu cadangan tidak dapat dibuka.")
    click.echo("Isi pada .env:")
    click.echo(f"PST_BACKUP_KEY={public}")


@command("restore", "Memulihkan cadangan dari FOLDER; hentikan dahulu aplikasinya.")
@click.argument("folder", type=FILE)
@click.option("--replace", is_flag=True, help="Ganti data yang ada; data lama disimpan di sebelahnya.")
@click.option("--key", type=FILE, default=None, help="Berkas kunci (dari backup-key) bila cadangannya disegel.")
@click.option("--last-number", type=Whole(), default=None, help="Nomor urut surat terakhir yang sudah keluar.")
def put_back(folder: Path, replace: bool, key: Path | None, last_number: int | None) -> None:
    """Put a backup in place; stop the site first. No letter gets a number before somebody says how far they went."""
    config, at = _config(), clock.now()
    told = erased.told_in(folder.resolve().parent)
    old = restore.restore(folder, config.folder, at, replace, key)
    click.echo(f"Cadangan dipulihkan ke {config.folder}.")
    if old:
        click.echo(f"Data sebelumnya disimpan di {old}.")
    for name in schema.upgrade():
        click.echo(f"Migrasi {name} dijalankan.")
    store = current_app.extensions["pst_files"]
    if again := erased.erase_again(told, old and old / backup.DATABASE, at, store):
        forget_kept(config)
        click.echo(f"{again} penghapusan data pribadi sesudah cadangan ini dilakukan lagi.")
    year = clock.local(at).year
    if last_number is not None:
        book_years.say_where(year, HERE, last_number + 1, None, at)
    elif book_years.doubt(year, at):
        click.echo(
            f"Surat yang keluar sesudah cadangan ini tidak tercatat di sini. Sebelum surat berikutnya diberi nomor, "
            f"nyatakan nomor buku surat tahun {year} di {config.site}/petugas/surat/buku/{year}."
        )


@command("test-mail", "Mengirim satu surel uji ke EMAIL dan mencetak jawaban peladennya.")
@click.argument("email")
def test_mail(email: str) -> None:
    """Send one mail to this address, now, and say what the server answered."""
    config = _config()
    outcome = send_trial(_mailbox(email), config)
    if outcome.state != "sent":
        raise Refusal(outcome.error)
    click.echo(f"Surel uji diterima {config.smtp} untuk {email}.")


@command(
    "verify-audit", "Memeriksa bahwa tidak ada kejadian, surat, atau baris buku surat yang diubah, hilang, disisipkan."
)
@click.option("--against", multiple=True, metavar="KEPALA", help="Kepala rantai dari kaki surat, cadangan, atau surel.")
def verify_audit(against: tuple[str, ...]) -> None:
    """Check that no event, letter or line of the book was changed, removed or put in since it was written."""
    if found := [*audit.find_tampering(), *filter(None, map(audit.find_missing, against))]:
        raise Refusal("\n".join(found))
    click.echo(f"Rantai utuh: {Event.select().count()} kejadian, kepala {audit.head() or '–'}.")


COMMANDS = (
    upgrade,
    first_admin,
    add_user,
    account_link,
    reset_second_factor,
    minute,
    import_romantik,
    export_romantik,
    due_date,
    *letters.COMMANDS,
    add_holidays,
    demo,
    reseal_identities,
    make_backup,
    backup_key,
    put_back,
    test_mail,
    verify_audit,
    doctor.doctor,
    *catalogue.COMMANDS,
    *design.COMMANDS,
)


def _config() -> Config:
    return current_app.extensions["pst_config"]


def _mailbox(email: str) -> str:
    try:
        return validate_email(email, check_deliverability=False, globally_deliverable=False).normalized
    except EmailNotValidError:
        raise Refusal(f"“{email}” bukan alamat surel.") from None


def _role(word: str) -> Role:
    if word.strip().lower() not in ROLES:
        raise Refusal(f"Peran “{word}” tidak dikenal. Yang dikenal: {', '.join(ROLES)}.")
    return ROLES[word.strip().lower()]


def _calendar_and_promise(start: date) -> tuple[WorkCalendar, int]:
    """The office's own table and promise.

    Without a database or holidays, the decrees' and the standard's fourteen.
    """
    try:
        calendar, promised = HolidayRow.calendar(), the_office().promise_days
    except DatabaseError:
        calendar, promised = WorkCalendar(), 14
    if not tuple(calendar.holidays):
        calendar = WorkCalendar(tuple(seed_holidays(range(min(start.year, 2025), max(start.year, 2026) + 2))))
    return calendar, promised
