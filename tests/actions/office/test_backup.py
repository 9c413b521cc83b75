"""Copies made while the office works, and what is put back from them."""

import json
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from hashlib import sha256

import pytest

from pst.actions import audit
from pst.actions.office import backup
from pst.actions.office.backup import BackupRefused
from pst.actions.submissions import submissions
from pst.models.audit import Event
from pst.models.base import database
from pst.models.submissions.submissions import Submission
from tests.factories import WHEN, a_draft, an_applicant, user

PDF = b"%PDF-1.7 isi berkas"


@pytest.fixture
def office(db, config, store):
    """A small office: a draft, a stored file, a kept mail and the keys."""
    a_draft()
    store.put(PDF)
    config.mails.mkdir()
    (config.mails / "1.eml").write_text("Subject: uji")
    (config.folder / "secret-key").write_text("k" * 40)
    (config.folder / "identity-key").write_text("kunci identitas")
    return config.folder


@pytest.fixture
def made(office, tmp_path_factory):
    """A backup of that office."""
    return backup.make_backup(office, tmp_path_factory.mktemp("luar") / "cadangan", WHEN)


def titles() -> list[str]:
    return [row.title for row in Submission.select().order_by(Submission.id)]


def test_a_backup_holds_database_files_mails_and_key_and_no_identity_key(made, store):
    file = store.path(store.put(PDF)).relative_to(store.folder.parent).as_posix()

    kept = json.loads((made.folder / "manifest.json").read_text())

    assert sorted(kept["files"]) == ["audit-head", "audit-key", file, "mail/1.eml", "pst.sqlite3", "secret-key"]
    assert (made.files, made.made_at, backup.verify_backup(made.folder)) == (6, WHEN, list(kept["files"]))
    with closing(sqlite3.connect(made.folder / "pst.sqlite3")) as copy:
        assert copy.execute("SELECT title FROM submission").fetchall() == [(titles()[0],)]


def test_making_one_is_noted_with_its_moment(made, office):
    event = Event.last()

    assert (event.noun, event.key, event.verb, event.at) == ("backup", "cadangan", "create", WHEN)
    assert backup.last_made(office) == WHEN


def test_while_people_write_the_copy_is_of_one_moment(office, tmp_path_factory):
    """Every draft comes with its event in one transaction: a copy has both or neither."""
    writing, applicant = threading.Event(), an_applicant()

    def write_on():
        for _ in range(40):
            submissions.start_draft(applicant, WHEN)
            writing.set()
        database.close()

    writer = threading.Thread(target=write_on)
    writer.start()
    writing.wait(10)
    made = backup.make_backup(office, tmp_path_factory.mktemp("luar") / "cadangan", WHEN)
    writer.join()

    with closing(sqlite3.connect(made.folder / "pst.sqlite3")) as copy:
        (drafts,) = copy.execute("SELECT count(*) FROM submission").fetchone()
        (events,) = copy.execute("SELECT count(*) FROM event WHERE verb = 'start'").fetchone()
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert drafts == events > 1
    assert (len(titles()), audit.find_break()) == (41, None)


def test_a_folder_that_holds_something_is_left_alone(office, tmp_path_factory):
    folder = tmp_path_factory.mktemp("luar")
    (folder / "foto.jpg").write_bytes(b"x")

    with pytest.raises(BackupRefused, match="sudah berisi"):
        backup.make_backup(office, folder, WHEN)

    assert [path.name for path in folder.iterdir()] == ["foto.jpg"]


def test_a_copy_that_fails_half_way_leaves_nothing(office, tmp_path_factory, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.shutil, "copy2", full)
    folder = tmp_path_factory.mktemp("luar")

    with pytest.raises(BackupRefused, match="tidak dapat dibuat"):
        backup.make_backup(office, folder / "cadangan", WHEN)

    assert list(folder.iterdir()) == [] and backup.last_made(office) is None


def test_restoring_brings_back_what_was_and_sets_the_present_aside(made, office, store, config):
    submissions.save_answers(Submission.get(), an_applicant(), {"judul_kegiatan": "Sesudahnya"}, WHEN)
    later = store.put(b"berkas sesudah cadangan")

    old = backup.restore(made.folder, office, WHEN + timedelta(days=1), replace=True)

    assert titles() == ["Kompilasi Data Kasus Stunting Kabupaten Mempawah"]
    assert store.read(store.put(PDF)) == PDF and not store.path(later).exists()
    assert (office / "identity-key").read_text() == "kunci identitas"
    with closing(sqlite3.connect(old / "pst.sqlite3")) as aside:
        assert aside.execute("SELECT title FROM submission").fetchall() == [("Sesudahnya",)]
    assert (Event.last().verb, audit.find_tampering()) == ("restore", [])


def test_an_office_with_data_is_not_replaced_by_mistake(made, office):
    submissions.start_draft(an_applicant(), WHEN)

    with pytest.raises(BackupRefused, match="--replace"):
        backup.restore(made.folder, office, WHEN)

    assert len(titles()) == 2


def test_an_empty_place_is_filled_without_further_word(made, office):
    database.close()
    empty = office.with_name("baru")
    empty.mkdir()
    (empty / "secret-key").write_text("dibuat saat mulai")
    database.init(str(empty / "pst.sqlite3"))

    assert backup.restore(made.folder, empty, WHEN) is None

    assert len(titles()) == 1 and (empty / "secret-key").read_text() == "k" * 40


def test_a_site_that_still_runs_is_not_replaced_under_its_feet(made, office):
    with closing(sqlite3.connect(office / "pst.sqlite3")) as served:
        served.execute("SELECT * FROM submission").fetchone()
        with pytest.raises(BackupRefused, match="sedang dipakai"):
            backup.restore(made.folder, office, WHEN, replace=True)
        assert served.execute("SELECT count(*) FROM submission").fetchone() == (1,)

    assert backup.restore(made.folder, office, WHEN, replace=True).exists()


def _cut(folder):
    file = folder / "pst.sqlite3"
    file.write_bytes(file.read_bytes()[:-4096])


def _swap_a_byte(folder):
    file = folder / "mail" / "1.eml"
    file.write_text("Subject: UJI")


def _lose_a_file(folder):
    (folder / "secret-key").unlink()


def _lose_the_list(folder):
    (folder / "manifest.json").unlink()


def _list_another_file(folder):
    _rewrite(folder, lambda files: files | {"../../pst.sqlite3": {"size": 1, "sha256": "0" * 64}})


def _list_a_part_of_the_program(folder):
    program = folder / "program" / "clock.py"
    program.parent.mkdir()
    program.write_text("jahat")
    digest = sha256(b"jahat").hexdigest()
    _rewrite(folder, lambda files: files | {"files/../program/clock.py": {"size": 5, "sha256": digest}})


def _list_a_page_of_the_program(folder):
    (folder / "clock.py").write_text("jahat")
    _rewrite(folder, lambda files: files | {"clock.py": {"size": 5, "sha256": sha256(b"jahat").hexdigest()}})


def _forget_the_database(folder):
    _rewrite(folder, lambda files: {name: item for name, item in files.items() if name != "pst.sqlite3"})


def _damage_with_a_matching_list(folder):
    file = folder / "pst.sqlite3"
    content = bytearray(file.read_bytes())
    content[4096:40960] = bytes(36864)
    file.write_bytes(content)
    _rewrite(folder, lambda files: files | {"pst.sqlite3": {"size": 1, "sha256": sha256(content).hexdigest()}})


def _rewrite(folder, change):
    manifest = folder / "manifest.json"
    kept = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**kept, "files": change(kept["files"])}))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (_cut, "isi berkas pst.sqlite3 berbeda dari daftarnya"),
        (_swap_a_byte, "isi berkas mail/1.eml berbeda dari daftarnya"),
        (_lose_a_file, "berkas secret-key tidak ada"),
        (_lose_the_list, "manifest.json tidak dapat dibaca"),
        (_list_another_file, "../../pst.sqlite3 bukan bagian cadangan"),
        (_list_a_part_of_the_program, "files/../program/clock.py bukan bagian cadangan"),
        (_list_a_page_of_the_program, "clock.py bukan bagian cadangan"),
        (_forget_the_database, "tidak memuat basis data"),
        (_damage_with_a_matching_list, "basis datanya rusak"),
    ],
)
def test_a_damaged_backup_is_refused_and_the_office_stays_as_it_was(damage, said, made, office):
    damage(made.folder)

    with pytest.raises(BackupRefused, match=said):
        backup.restore(made.folder, office, WHEN, replace=True)

    assert len(titles()) == 1 and (office / "mail" / "1.eml").exists()


@pytest.mark.parametrize("text", ["", "[]", '{"files": {"a": "b"}, "made_at": "x"}', '{"files": []}', "\x00"])
def test_a_manifest_that_is_none_is_refused(text, tmp_path):
    (tmp_path / "manifest.json").write_text(text)

    with pytest.raises(BackupRefused, match="tidak ada cadangan"):
        backup.verify_backup(tmp_path)


def test_the_list_shows_whole_backups_newest_first_and_clearing_spares_those_made_by_hand(office):
    folder = office / "backups"
    for day in range(4):
        backup.make_backup(office, folder / f"harian-2026-11-2{day}", WHEN + timedelta(days=day))
    backup.make_backup(office, folder / "sebelum-pindah", WHEN - timedelta(days=9), user("admin"))
    (folder / "harian-rusak").mkdir()
    (folder / "harian-rusak" / "manifest.json").write_text("{}")

    assert backup.clear_old(folder, keep=2) == 2

    assert [each.name for each in backup.backups_in(folder)] == [
        "harian-2026-11-23",
        "harian-2026-11-22",
        "sebelum-pindah",
    ]
    assert Event.last().actor_name == "Agus Administrator"
