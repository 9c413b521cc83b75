"""A database that is locked or cannot be written, and a disk that is full: a calm page, and nothing is lost."""

import errno
import os
import resource
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from peewee import OperationalError

from pst.actions import audit
from pst.config import make_keys
from pst.models import base
from pst.models.emails import Email
from pst.models.files import Attachment, StoredFile
from pst.models.letters.letters import Letter
from pst.models.schema import TABLES
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.exchange.test_uploads import a_pdf
from tests.factories import a_draft, a_submission, an_applicant, user
from tests.factories_complaints import a_photo
from tests.journeys import walking as walk


@pytest.fixture
def mine(browse):
    return browse(an_applicant())


@contextmanager
def locked(db):
    """Somebody else holds the write lock and does not let go; waiting is cut short."""
    db.execute_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(db.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()
    db.execute_sql("PRAGMA busy_timeout = 5000")


@contextmanager
def unwritable(db):
    """The database file can only be read, as on a disk that went bad."""
    path = Path(db.database)
    db.close()
    db.init(f"file:{path}?mode=ro", uri=True)
    yield
    base.open_database(path)


@pytest.fixture
def full_disk(monkeypatch):
    """Every file that is written finds no room; its beginning is already there."""

    def flush(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", flush)


TROUBLES = pytest.mark.parametrize("trouble", [locked, unwritable])


@TROUBLES
def test_what_was_typed_is_not_kept_and_the_page_says_so(trouble, mine, db):
    draft = a_draft()
    form = mine.get(f"/permohonan/{draft.number}/blok/0").forms["block"]
    form["judul_kegiatan"] = "Judul yang belum tersimpan"

    with trouble(db):
        page = form.submit("_overview", status=503)

    assert "isian tadi belum tersimpan" in page and page.html.select_one("main")["data-result"] == "refused"
    assert Submission.get_by_id(draft.id).answers == draft.answers
    form.submit("_overview", status=303)
    assert Submission.get_by_id(draft.id).title == "Judul yang belum tersimpan"


@TROUBLES
def test_pages_are_still_read_meanwhile(trouble, mine, db):
    draft = a_draft()

    with trouble(db):
        page = mine.get(f"/permohonan/{draft.number}", status=200)

    assert draft.title in page


@TROUBLES
def test_sending_is_refused_whole_and_succeeds_afterwards_with_the_same_page(trouble, mine, db):
    draft = a_draft()
    form = mine.get(f"/permohonan/{draft.number}/periksa").forms["send"]

    with trouble(db):
        form.submit(status=503)
    assert (Submission.get_by_id(draft.id).status, Email.select().count()) == (Status.DRAFT, 0)

    form.submit(status=303)
    assert (Submission.get_by_id(draft.id).status, Email.select().count()) == (Status.SUBMITTED, 3)
    assert audit.find_break() is None


@TROUBLES
def test_signing_in_is_refused_calmly(trouble, anyone, db):
    form = anyone.get("/masuk").forms["sign-in"]
    form["email"], form["password"] = "pemohon@contoh.test", "sandi-yang-panjang"

    with trouble(db):
        form.submit(status=503)

    form.submit(status=303)


def test_on_a_full_disk_no_file_is_attached_and_none_lies_about(mine, store, full_disk):
    draft = a_draft()
    before = list(Attachment.select().tuples())
    form = mine.get(f"/permohonan/{draft.number}/blok/9").forms["block"]
    form["file_berkas_pendukung"] = [("instrumen.pdf", a_pdf())]

    page = form.submit("_overview", status=507)

    assert "Penyimpanan penuh" in page and "belum tersimpan" in page
    assert list(Attachment.select().tuples()) == before and StoredFile.select().count() == len(before)
    assert [path for path in store.folder.rglob("*") if path.is_file()] == []


def test_on_a_full_disk_no_letter_is_issued_and_its_number_is_not_used_up(browse, monkeypatch, full_disk):
    number = a_submission(Status.AWAITING_SIGNATURE).number
    head = browse(user("kepala"))
    form = head.get(f"/petugas/permohonan/{number}/pengesahan").forms["issue"]

    form.submit(status=507)
    assert (walk.submission(number).status, Letter.issued_of(walk.submission(number))) == (
        Status.AWAITING_SIGNATURE,
        None,
    )

    monkeypatch.undo()
    assert walk.issue(head, number).startswith("B-1/")
    assert audit.find_break() is None


def test_a_database_without_room_to_grow_says_so(mine, db):
    draft = a_draft()
    form = mine.get(f"/permohonan/{draft.number}/blok/0").forms["block"]
    db.execute_sql("PRAGMA max_page_count = 1")  # no page may be added to those there are
    form["judul_kegiatan"] = "Judul yang belum tersimpan " + "dan panjang " * 20

    page = form.submit("_overview", status=507)

    assert "Penyimpanan penuh" in page
    assert Submission.get_by_id(draft.id).answers == draft.answers


def test_a_done_thing_stays_done_when_only_its_note_for_repeats_cannot_be_written(mine, monkeypatch):
    draft = a_draft()
    form = mine.get(f"/permohonan/{draft.number}/periksa").forms["send"]

    def lock_out(*fields, **values):
        raise OperationalError("database is locked")

    monkeypatch.setattr(base.FormKey, "update", lock_out)

    form.submit(status=303)

    assert Submission.get_by_id(draft.id).status == Status.SUBMITTED


@contextmanager
def nothing_grows():
    """The kernel refuses every write to every file, whichever store it belongs to."""
    before, highest = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, highest))


def all_that_is_kept(config) -> tuple[dict, set[str]]:
    """Every row of every table, and every file."""
    rows = {table.__name__: set(map(str, table.select().tuples())) for table in TABLES}
    return rows, {str(file) for file in config.folder.rglob("*") if file.is_file() and "-wal" not in file.name}


def complaining(anyone):
    form = anyone.get("/pengaduan/baru").forms["complaint"]
    form["text"], form["privacy"], form["files"] = "Timbangan tidak dicocokkan.", "named", [("a.jpg", a_photo())]
    form["name"] = "Wulan"
    return form


def attaching(browse):
    form = browse(an_applicant()).get(f"/permohonan/{a_draft().number}/blok/9").forms["block"]
    form["file_berkas_pendukung"] = [("instrumen.pdf", a_pdf())]
    return form


def issuing(browse):
    number = a_submission(Status.AWAITING_SIGNATURE).number
    return browse(user("kepala")).get(f"/petugas/permohonan/{number}/pengesahan").forms["issue"]


def sending(browse):
    return browse(an_applicant()).get(f"/permohonan/{a_draft().number}/periksa").forms["send"]


@pytest.mark.parametrize(("begin", "status"), [(complaining, 507), (attaching, 503), (issuing, 507), (sending, 503)])
def test_where_nothing_can_be_written_nothing_is_half_done_in_any_store(begin, status, anyone, browse, config):
    make_keys(config)
    form = begin(anyone if begin is complaining else browse)
    before = all_that_is_kept(config)

    with nothing_grows():
        page = form.submit(status=status)

    assert page.html.main["data-result"] == "refused"
    assert all_that_is_kept(config) == before
    form.submit(status=303)


def test_what_is_on_disk_is_told_though_its_traces_beside_the_database_cannot_be_written(mine, monkeypatch):
    draft = a_draft()
    form = mine.get(f"/permohonan/{draft.number}/periksa").forms["send"]

    def broken(*given):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("pst.actions.audit.write_head", broken)

    form.submit(status=303)

    assert Submission.get_by_id(draft.id).status == Status.SUBMITTED
