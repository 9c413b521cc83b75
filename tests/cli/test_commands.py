"""Every command through Flask's own runner: what it prints, what it leaves behind, how it refuses."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from flask.cli import FlaskGroup

from pst import clock, create_app
from pst.actions.accounts import links
from pst.actions.letters import book_years
from pst.cli.commands import COMMANDS
from pst.config import Config
from pst.models import base
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import database
from pst.models.emails import Email
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import Setting
from pst.models.submissions.submissions import Submission
from pst.rules.letters.numbering import HERE
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import a_draft, a_submission, user
from tests.mail.mail_server import free_port

RECORD = Path(__file__).parents[1] / "exchange" / "romantik-record.json"
TWO_PAUSES = ["--pause", "2026-11-26", "2026-12-01", "--pause", "2026-12-03", "2026-12-04"]


@pytest.fixture
def empty_office(tmp_path):
    """The runner of an instance that has only just been put on the machine."""
    app = create_app(Config(instance=str(tmp_path / "baru"), base_url="http://pst.test", minute_jobs=False))
    yield app.test_cli_runner()
    base.database.close()


def test_help_names_every_command_in_indonesian(run):
    said = run("--help")

    assert all(each.name in said and each.help.split()[0] in said for each in COMMANDS)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (["2026-03-09"], "2026-04-06"),  # Senin → Senin, melewati Nyepi dan Idulfitri
        (["2026-11-23"], "2026-12-11"),  # Senin → Jumat
        (["2026-11-23", "--days", "1"], "2026-11-24"),
        (["2026-11-23", "--pause", "2026-11-26", "2026-12-01"], "2026-12-16"),  # Jumat, Senin, Selasa kembali
        (["2026-11-23", *TWO_PAUSES], "2026-12-17"),
    ],
)
def test_the_last_line_is_the_due_date_and_every_day_above_has_its_reason(words, due, run):
    *days, last = run("due-date", *words).splitlines()

    assert last == due
    assert "Hari ke-0" in days[0] and days[-1].startswith(due)
    dates = [date.fromisoformat(line[:10]) for line in days]
    assert [(after - before).days for before, after in pairwise(dates)] == [1] * (len(days) - 1)
    assert all(line.partition(": ")[2] for line in days)


def test_the_offices_own_calendar_and_promise_are_counted_with(run):
    HolidayRow.create(day=date(2026, 12, 1), name="Pilkades", kind="local", closed=True)
    Setting.create(key="promise_days", value=10, changed_at=date(2026, 1, 1), changed_by="")

    said = run("due-date", "2026-11-23").splitlines()

    assert said[-1] == "2026-12-08"  # Selasa
    assert any("Pilkades" in line for line in said)


def test_without_a_database_the_decrees_and_fourteen_days_hold(empty_office):
    outcome = empty_office.invoke(args=["due-date", "2026-11-23"])

    assert outcome.stdout.splitlines()[-1] == "2026-12-11"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["kemarin"], "“kemarin” bukan tanggal; tulis seperti 2026-11-23."),
        (["2026-11-23", "--days", "0"], "Jangka waktu layanan adalah 1 sampai 1000 hari kerja."),
        (["2026-11-23", "--pause", "2026-12-01", "2026-11-26"], "Jeda berakhir sebelum dimulai."),
    ],
)
def test_what_cannot_be_counted_is_refused(words, said, refuse):
    assert refuse("due-date", *words) == f"{said}\n"


def test_a_new_office_is_brought_up_furnished_and_given_its_first_administrator(empty_office):
    first, again = (empty_office.invoke(args=["upgrade"]).stdout for _ in range(2))
    link = empty_office.invoke(args=["first-admin"]).stdout.strip()

    assert "Migrasi 0001_initial dijalankan." in first and "hari libur diisikan" in first
    assert "identity-key dibuat" in first
    assert again == "Basis data sudah mutakhir.\n"
    assert link.startswith("http://pst.test/admin-pertama/")


def test_an_office_with_an_administrator_hands_out_no_second_first_link(refuse):
    assert "Administrator sudah ada" in refuse("first-admin")


def test_before_the_upgrade_commands_say_what_to_do(empty_office):
    outcome = empty_office.invoke(args=["verify-audit"])

    assert outcome.exit_code == 1 and "flask --app wsgi upgrade" in outcome.stderr


def test_an_account_with_a_password_can_sign_in_at_once(run, browse, app):
    said = run(
        "add-user",
        "Rudi@contoh.test",
        "Rudi Petugas",
        "--role",
        "petugas",
        "--role",
        "admin",
        "--password-stdin",
        input="sandi-yang-panjang\n",
    )

    made = User.by_email("rudi@contoh.test")
    assert said == f"Akun {made.email} dibuat: siap dipakai.\n"
    assert (made.name, made.roles) == ("Rudi Petugas", frozenset({Role.OFFICER, Role.ADMIN}))
    assert "/petugas" in browse(made).get("/petugas").request.path


def test_an_account_without_one_is_mailed_a_link_and_belongs_to_its_agency(run):
    agency = "Dinas Sosial Kabupaten Mempawah"

    run("add-user", "wati@contoh.test", "Wati", "--role", "applicant", "--agency", agency)

    made = User.by_email("wati@contoh.test")
    assert [(mail.kind, mail.to) for mail in Email.select()] == [("invitation", "wati@contoh.test")]
    assert (made.agency_id is not None, made.is_active) == (True, False)


def test_the_console_prints_a_link_for_whoever_gets_no_mail_and_the_history_keeps_it(run, refuse):
    link = run("account-link", "kepala@contoh.test").strip()

    assert links.find_link(link.rpartition("/")[2], clock.now(), "password").user.name == "Dewi Kepala"
    assert [(event.verb, event.actor_name) for event in Event.select()] == [("print_password_link", "Sistem")]
    assert "Tidak ada akun atau pendaftaran" in refuse("account-link", "siapa@contoh.test")


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        (["bukan-surel", "Rudi", "--role", "officer"], "", "bukan alamat surel"),
        (["rudi@contoh.test", "Rudi", "--role", "raja"], "", "Peran “raja” tidak dikenal"),
        (["rudi@contoh.test", "Rudi"], "", "Sebutkan perannya"),
        (["rudi@contoh.test", " ", "--role", "officer"], "", "Nama tidak boleh kosong"),
        (
            ["rudi@contoh.test", "Rudi", "--role", "applicant", "--agency", "Dinas X"],
            "",
            "Instansi “Dinas X” tidak ada",
        ),
        (["rudi@contoh.test", "Rudi", "--role", "officer", "--password-stdin"], "", "Tidak ada kata sandi"),
        (
            ["rudi@contoh.test", "Rudi", "--role", "officer", "--password-stdin"],
            "pendek\n",
            "paling sedikit 10 karakter",
        ),
        (["PETUGAS@contoh.test", "Rudi", "--role", "officer"], "", "sudah"),
    ],
)
def test_an_account_that_cannot_be_is_refused_and_none_is_made(words, typed, said, refuse):
    before = User.select().count()

    assert said in refuse("add-user", *words, input=typed)

    assert (User.select().count(), Email.select().count()) == (before, 0)


def test_the_minute_says_what_it_did_and_then_that_nothing_is_due(run):
    Setting.create(key="backup_daily", value="tidak", changed_at=clock.now(), changed_by="")
    a_submission(Status.SUBMITTED)

    assert "surel: 3" in run("minute").splitlines()
    assert run("minute") == "Tidak ada yang jatuh tempo.\n"


def test_a_minute_in_which_something_failed_says_so_and_leaves_with_one(app, monkeypatch):
    monkeypatch.setattr("pst.actions.office.housekeeping.remind_officers", lambda at: 1 / 0)

    outcome = app.test_cli_runner().invoke(args=["minute"])

    assert (outcome.exit_code, outcome.stderr) == (1, "Gagal: pengingat petugas. Sebabnya ada dalam log.\n")


def test_a_romantik_record_goes_in_and_comes_out_unchanged(run):
    *_, number = run("import-romantik", RECORD, "--applicant", "pemohon@contoh.test").splitlines()

    record = json.loads(run("export-romantik", number.lower()))

    draft = Submission.get(Submission.number == number)
    assert (draft.status, draft.applicant_id) == (Status.DRAFT, user("pemohon").id)
    assert record == json.loads(RECORD.read_text(encoding="utf-8"))


def test_what_found_no_place_is_listed_with_old_notes(run):
    said = run("import-romantik", RECORD.with_name("romantik-more.json"), "--applicant", "pemohon@contoh.test")

    assert "blok_iv.frekuensi_penyelanggara: DUA_TAHUNAN" in said
    assert "Catatan pemeriksa 2026-11-02 10:24:52 (belum diperbaiki): Judul: tambahkan cakupan wilayah." in said


@pytest.mark.parametrize(
    ("content", "applicant", "said"),
    [
        (b"{}", "siapa@contoh.test", "Tidak ada akun pemohon yang aktif dengan surel siapa@contoh.test."),
        (b"{}", "petugas@contoh.test", "Tidak ada akun pemohon"),
        (b"bukan json", "pemohon@contoh.test", ""),
        (None, "pemohon@contoh.test", "tidak ada."),
    ],
)
def test_what_is_no_record_or_has_no_owner_makes_no_draft(content, applicant, said, refuse, tmp_path):
    file = tmp_path / "catatan.json"
    if content is not None:
        file.write_bytes(content)

    told = refuse("import-romantik", file, "--applicant", applicant)

    assert told.strip() and said in told and "Traceback" not in told
    assert Submission.select().count() == 0


def test_an_unknown_number_is_not_exported(refuse):
    said = refuse("export-romantik", "REK-6104-2026-9999")

    assert said == "Tidak ada permohonan bernomor REK-6104-2026-9999.\n"


def test_holidays_from_a_file_move_what_is_promised_and_say_so(run, tmp_path):
    submission = a_submission(Status.IN_REVIEW)
    file = tmp_path / "libur.csv"
    file.write_text("date,name,kind,decree\n2026-12-01,Pilkades,local,SK Bupati 12/2026\n", encoding="utf-8")

    first, again = run("add-holidays", file), run("add-holidays", file)

    assert first.startswith("1 hari ditambahkan atau diubah.") and "1 permohonan" in first
    assert again.startswith("0 hari ditambahkan")
    assert Submission.get_by_id(submission.id).due_on == date(2026, 12, 14)  # Senin, sehari kerja kemudian
    assert Email.select().where(Email.kind == "due_moved").count() == 1


def test_a_file_with_one_wrong_line_changes_no_day(refuse, tmp_path):
    before = HolidayRow.select().count()
    file = tmp_path / "libur.csv"
    file.write_text("date,name,kind\n2026-12-01,Pilkades,local\n2026-13-01,Salah,local\n", encoding="utf-8")

    assert refuse("add-holidays", file).startswith("Baris 3: ")

    assert HolidayRow.select().count() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add-user"], "SUREL belum disebut."),
        (["export-romantik"], "NUMBER belum disebut."),
        (["import-romantik", "x.json"], "--applicant belum disebut."),
        (["minute", "sekarang"], "Ada kata yang berlebih atau keliru."),
        (["due-date", "2026-11-23", "--hari", "3"], "Pilihan --hari tidak dikenal."),
        (["due-date", "2026-11-23", "--pause", "2026-11-26"], "Nilai --pause tidak lengkap atau tidak pada tempatnya."),
    ],
)
def test_words_that_do_not_fit_are_told_in_indonesian_with_the_way_to_use_them(words, said, app):
    outcome = app.test_cli_runner().invoke(args=words)

    why, usage, _ = outcome.stderr.splitlines()
    assert (outcome.exit_code, outcome.stdout, why) == (2, "", said)
    assert usage.startswith(f"Cara pakai: flask --app wsgi {words[0]} [OPTIONS]")


def test_on_an_instance_without_its_tables_the_minute_says_what_to_do_first(empty_office):
    outcome = empty_office.invoke(args=["minute"])

    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert outcome.stderr == "Basis data belum siap. Jalankan dahulu: flask --app wsgi upgrade\n"


def test_a_backup_goes_out_and_comes_back(run, refuse, tmp_path_factory, config):
    kept = a_draft()
    folder = tmp_path_factory.mktemp("luar") / "cadangan"
    said = run("backup", folder)
    a_draft()
    assert said.startswith(f"Cadangan dibuat di {folder}: ") and "bita" in said
    assert "sudah berisi" in refuse("backup", folder)
    assert "--replace" in refuse("restore", folder)

    said = run("restore", folder, "--replace").splitlines()

    assert said[0] == f"Cadangan dipulihkan ke {config.folder}."
    assert said[1].startswith(f"Data sebelumnya disimpan di {config.folder}-sebelum-")
    assert [row.number for row in Submission.select()] == [kept.number]


def test_after_a_restore_no_letter_gets_a_number_before_somebody_says_how_far_they_went(run, tmp_path_factory):
    with time_machine.travel(datetime(2026, 11, 23, 2, tzinfo=UTC), tick=False):
        book_years.say_where(2026, HERE, 1146, None, clock.now())
        folder = tmp_path_factory.mktemp("luar")
        run("backup", folder / "cadangan")
        said = run("restore", folder / "cadangan", "--replace")
        assert "/petugas/surat/buku/2026" in said and "belum menyatakan" in book_years.number_lacking("", 2026)

    with time_machine.travel(datetime(2026, 11, 23, 3, tzinfo=UTC), tick=False):
        said = run("restore", folder / "cadangan", "--replace", "--last-number", "1150")
        assert "/petugas/surat/buku" not in said
        assert (book_years.number_lacking("", 2026), book_years.next_number(2026)) == ("", 1151)


def test_backups_outside_are_sealed_and_the_oldest_make_room(run, refuse, app, config, tmp_path_factory):
    folder = tmp_path_factory.mktemp("luar")
    said = run("backup-key", folder / "kunci").splitlines()
    app.extensions["pst_config"] = replace(config, backup_key=said[-1].removeprefix("PST_BACKUP_KEY="))
    assert "sudah ada" in refuse("backup-key", folder / "kunci")

    for minute in range(3):
        with time_machine.travel(datetime(2026, 11, 23, 2, minute, tzinfo=UTC), tick=False):
            said = run("backup", folder / "banyak", "--keep", "2")

    assert said.endswith("1 cadangan lama dihapus.\n")
    kept = sorted(each.name for each in (folder / "banyak").iterdir())
    assert kept == ["harian-2026-11-23-090100", "harian-2026-11-23-090200"]
    assert "--key" in refuse("restore", folder / "banyak" / kept[0], "--replace")
    assert "dipulihkan" in run("restore", folder / "banyak" / kept[0], "--replace", "--key", folder / "kunci")


def test_a_new_machine_is_filled_from_a_backup_without_further_word(run, tmp_path_factory):
    kept = a_draft()
    folder = tmp_path_factory.mktemp("luar") / "cadangan"
    run("backup", folder)
    new_machine = tmp_path_factory.mktemp("mesin") / "baru"
    runner = create_app(Config(instance=str(new_machine), minute_jobs=False)).test_cli_runner()

    outcome = runner.invoke(args=["restore", str(folder)])

    assert (outcome.exit_code, outcome.stderr) == (0, ""), outcome
    assert outcome.stdout.startswith(f"Cadangan dipulihkan ke {new_machine}.\nSurat yang keluar sesudah cadangan ini")
    assert list(new_machine.parent.iterdir()) == [new_machine]
    assert [row.number for row in Submission.select()] == [kept.number]
    base.database.close()


def test_a_mail_is_tried_out_and_what_the_server_answers_is_said(run, refuse, app, config):
    assert refuse("test-mail", "a@contoh.test").startswith("PST_SMTP kosong")

    server = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    server.start()
    app.extensions["pst_config"] = replace(config, smtp=f"127.0.0.1:{server.port}")
    said = run("test-mail", "a@contoh.test")
    server.stop()

    assert said == f"Surel uji diterima 127.0.0.1:{server.port} untuk a@contoh.test.\n"
    assert refuse("test-mail", "a@contoh.test") == "Server surel tidak dapat dihubungi: sambungan ditolak.\n"


def test_the_chain_is_whole_until_somebody_changes_an_event(run, refuse):
    a_submission(Status.SUBMITTED)
    head = f"{Event.last().hash[:16]}:{Event.last().id}"
    assert run("verify-audit", "--against", head) == f"Rantai utuh: {Event.last().id} kejadian, kepala {head}.\n"
    assert refuse("verify-audit", "--against", "0" * 16 + ":1").startswith("Kejadian nomor 1 bukan yang tercetak")

    database.execute_sql("DROP TRIGGER event_stays")
    database.execute_sql("UPDATE event SET note = 'diubah diam-diam' WHERE verb = 'submit'")

    broken = Event.get(Event.verb == "submit")
    assert refuse("verify-audit").startswith(f"Rantai kejadian putus pada baris {broken.id} (submission ")


def test_routes_lists_every_address(app):
    """Flask's own command, which only its own group has."""
    outcome = app.test_cli_runner().invoke(FlaskGroup(create_app=lambda: app), ["routes"])

    addresses = {rule.rule for rule in app.url_map.iter_rules()}
    assert outcome.exit_code == 0 and len(addresses) > 100
    assert addresses <= {line.split()[-1] for line in outcome.stdout.splitlines()}
