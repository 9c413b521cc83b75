"""What is put back from a backup, and what is not."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from hashlib import sha256

import pytest

from pst.actions import audit
from pst.actions.office import backup, restore
from pst.actions.office.backup import BackupRefused
from pst.actions.submissions import submissions
from pst.models.audit import Event
from pst.models.base import database
from pst.models.files import StoredFile
from pst.models.submissions.submissions import Submission
from tests.actions.office.conftest import PDF
from tests.factories import WHEN, an_applicant


def titles() -> list[str]:
    return [row.title for row in Submission.select().order_by(Submission.id)]


def test_restoring_brings_back_what_was_and_sets_the_present_aside(made, office, store, config):
    submissions.save_answers(Submission.get(), an_applicant(), {"judul_kegiatan": "Sesudahnya"}, WHEN)
    later = store.put(b"berkas sesudah cadangan")

    old = restore.restore(made.folder, office, WHEN + timedelta(days=1), replace=True)

    assert titles() == ["Kompilasi Data Kasus Stunting Kabupaten Mempawah"]
    assert store.read(store.put(PDF)) == PDF and not store.path(later).exists()
    assert (office / "identity-key").read_text() == "kunci identitas"
    assert (office / "verification-key").read_text() == "kunci QR surat"
    with closing(sqlite3.connect(old / "pst.sqlite3")) as aside:
        assert aside.execute("SELECT title FROM submission").fetchall() == [("Sesudahnya",)]
    assert (Event.last().verb, audit.find_tampering()) == ("restore", [])


def test_an_office_with_data_is_not_replaced_by_mistake(made, office):
    submissions.start_draft(an_applicant(), WHEN)

    with pytest.raises(BackupRefused, match="--replace"):
        restore.restore(made.folder, office, WHEN)

    assert len(titles()) == 2


def test_an_empty_place_is_filled_without_further_word(made, office):
    database.close()
    empty = office.with_name("baru")
    empty.mkdir()
    (empty / "secret-key").write_text("dibuat saat mulai")
    database.init(str(empty / "pst.sqlite3"))

    assert restore.restore(made.folder, empty, WHEN) is None

    assert len(titles()) == 1 and (empty / "secret-key").read_text() == "k" * 40


def test_a_site_that_still_runs_is_not_replaced_under_its_feet(made, office):
    with closing(sqlite3.connect(office / "pst.sqlite3")) as served:
        served.execute("SELECT * FROM submission").fetchone()
        with pytest.raises(BackupRefused, match="sedang dipakai"):
            restore.restore(made.folder, office, WHEN, replace=True)
        assert served.execute("SELECT count(*) FROM submission").fetchone() == (1,)

    assert restore.restore(made.folder, office, WHEN, replace=True).exists()


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
        restore.restore(made.folder, office, WHEN, replace=True)

    assert len(titles()) == 1 and (office / "mail" / "1.eml").exists()


@pytest.fixture
def sealed(office, tmp_path_factory):
    """A backup sealed to a key, and the file of the half that opens it."""
    folder = tmp_path_factory.mktemp("luar")
    public = restore.new_key(folder / "kunci")
    return backup.make_backup(office, folder / "cadangan", WHEN, sealed_to=[public]), folder / "kunci"


def test_a_sealed_backup_shows_nothing_and_comes_back_with_its_key(sealed, office):
    made, key = sealed
    written = b"".join(file.read_bytes() for file in made.folder.rglob("*") if file.is_file())
    assert not any(word in written for word in (b"Stunting", b"SQLite format", PDF, b"Subject: uji", b"k" * 40))

    restore.restore(made.folder, office, WHEN, replace=True, key=key)

    assert titles() == ["Kompilasi Data Kasus Stunting Kabupaten Mempawah"]
    assert (office / "secret-key").read_text() == "k" * 40 and key.stat().st_mode & 0o077 == 0


def test_without_its_key_a_sealed_backup_stays_closed(sealed, office, tmp_path_factory):
    made, _ = sealed
    other = tmp_path_factory.mktemp("lain") / "kunci"
    restore.new_key(other)

    for given, said in (
        (None, "--key"),
        (other, "tidak membuka"),
        (made.folder / "manifest.json", "bukan berkas kunci"),
    ):
        with pytest.raises(BackupRefused, match=said):
            restore.restore(made.folder, office, WHEN, replace=True, key=given)

    assert len(titles()) == 1


def test_files_sealed_to_the_same_key_are_shared_and_to_another_are_not(sealed, office, store):
    made, _ = sealed
    file = store.path(store.put(PDF)).relative_to(office).as_posix()
    public = made.folder / "manifest.json"
    same = backup.make_backup(
        office, made.folder.with_name("sama"), WHEN, sealed_to=json.loads(public.read_text())["sealed_to"]
    )
    open_one = backup.make_backup(office, made.folder.with_name("terbuka"), WHEN)

    assert (made.folder / file).samefile(same.folder / file)
    assert (open_one.folder / file).read_bytes() == PDF


def test_a_trial_finds_a_backup_whole_or_says_what_it_lacks(office, made, sealed, store, tmp_path_factory):
    with pytest.raises(BackupRefused, match="tidak memuat 1 berkas yang dicatat"):
        restore.rehearse(made.folder, WHEN)
    assert "tidak memuat 1 berkas" in Event.last().note

    attached = store.path(StoredFile.get().sha256)
    attached.parent.mkdir(parents=True)
    attached.write_bytes(PDF)
    whole = backup.make_backup(office, tmp_path_factory.mktemp("luar") / "utuh", WHEN)

    assert (restore.rehearse(whole.folder, WHEN), restore.rehearse(sealed[0].folder, WHEN)) == (7, 6)
    assert (Event.last().verb, Event.last().key, Event.last().note) == ("rehearse", "cadangan", "")
    assert (restore.tried_since(WHEN), restore.tried_since(WHEN + timedelta(days=1))) == (True, False)
