"""Copies made while the office works, and what is put back from them."""

import json
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta

import pytest

from pst import clock
from pst.actions import audit
from pst.actions.office import backup
from pst.actions.office.backup import BackupRefused
from pst.actions.submissions import submissions
from pst.models.audit import Event
from pst.models.base import database
from pst.models.submissions.submissions import Submission
from pst.rules.audit import printed_head
from tests.actions.office.conftest import PDF
from tests.factories import WHEN, an_applicant, user


def titles() -> list[str]:
    return [row.title for row in Submission.select().order_by(Submission.id)]


def test_a_backup_holds_database_files_mails_and_key_and_no_identity_key(made, store):
    file = store.path(store.put(PDF)).relative_to(store.folder.parent).as_posix()

    kept = json.loads((made.folder / "manifest.json").read_text())

    assert sorted(kept["files"]) == ["audit-head", "audit-key", file, "mail/1.eml", "pst.sqlite3", "secret-key"]
    assert (made.files, made.made_at, backup.verify_backup(made.folder)["files"]) == (6, WHEN, kept["files"])
    with closing(sqlite3.connect(made.folder / "pst.sqlite3")) as copy:
        assert copy.execute("SELECT title FROM submission").fetchall() == [(titles()[0],)]


def test_making_one_is_noted_with_its_moment(made, office):
    event = Event.last()

    assert (event.noun, event.key, event.verb, event.at) == ("backup", "cadangan", "create", WHEN)
    assert backup.last_made(office) == WHEN
    listed = json.loads((made.folder / "manifest.json").read_text())["chain"]
    assert (listed, audit.find_missing(listed)) == (printed_head(event.id - 1, event.previous), "")


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

    assert backup.clear_old(folder, 2, WHEN) == 2

    assert [each.name for each in backup.backups_in(folder)] == [
        "harian-2026-11-23",
        "harian-2026-11-22",
        "sebelum-pindah",
    ]
    assert Event.last().actor_name == "Agus Administrator"


def test_what_did_not_change_is_shared_with_the_backup_before(office, tmp_path_factory, store):
    folder = tmp_path_factory.mktemp("luar")
    file = store.path(store.put(PDF)).relative_to(office).as_posix()
    backup.make_backup(office, folder / "satu", WHEN)
    (office / "mail" / "1.eml").write_text("Subject: lain")

    backup.make_backup(office, folder / "dua", WHEN + timedelta(days=1))

    first, second = folder / "satu", folder / "dua"
    assert os.path.samefile(first / file, second / file)
    assert (first / "mail" / "1.eml").read_text() != (second / "mail" / "1.eml").read_text()
    assert not os.path.samefile(first / "pst.sqlite3", second / "pst.sqlite3")
    shutil.rmtree(first)
    assert file in backup.verify_backup(second)["files"]


def test_a_disk_without_links_takes_copies(office, tmp_path_factory, store, monkeypatch):
    folder = tmp_path_factory.mktemp("luar")
    backup.make_backup(office, folder / "satu", WHEN)
    monkeypatch.setattr(os, "link", raise_(OSError("tidak didukung")))

    made = backup.make_backup(office, folder / "dua", WHEN)

    assert made.files == len(backup.verify_backup(made.folder)["files"]) == 6


def test_a_copy_that_differs_from_what_was_read_is_no_backup(office, tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp("luar")
    monkeypatch.setattr(shutil, "copy2", lambda source, target: target.write_bytes(b"rusak di jalan"))

    with pytest.raises(BackupRefused, match="berbeda dari aslinya"):
        backup.make_backup(office, folder / "cadangan", WHEN)

    assert list(folder.iterdir()) == []


def test_what_was_left_half_done_is_cleared_after_a_day(office, tmp_path_factory):
    folder = tmp_path_factory.mktemp("luar")
    half = folder / ".harian-2026-11-20.7.belum-selesai"
    half.mkdir()

    assert (backup.clear_old(folder, 3, clock.now()), half.exists()) == (0, True)
    backup.clear_old(folder, 3, clock.now() + timedelta(days=2))
    assert not half.exists()


def raise_(error):
    def raising(*_):
        raise error

    return raising


def test_a_damaged_database_is_not_kept_as_if_it_were_a_backup(office, tmp_path_factory):
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with open(office / "pst.sqlite3", "r+b") as file:
        file.seek(0, 2)
        file.seek(file.tell() // 2)
        file.write(bytes(40960))
    folder = tmp_path_factory.mktemp("luar")

    with pytest.raises(BackupRefused, match="tidak dapat dibuat"):
        backup.make_backup(office, folder / "cadangan", WHEN)

    assert list(folder.iterdir()) == []
