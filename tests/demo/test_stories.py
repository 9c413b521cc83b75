"""The example office: twelve activities in every state, all of it made by the real actions."""

import pytest
import time_machine

from pst.actions import audit
from pst.actions.files import FileStore
from pst.demo import make_demo
from pst.demo.stories import STORIES
from pst.models.audit import Event
from pst.models.catalogue.catalogue import Activity
from pst.models.complaints.complaints import Complaint
from pst.models.letters.letters import Letter
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.models.submissions.submissions import Pause, Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import unanswered
from pst.rules.review.workflow import Status
from pst.rules.submissions import deadlines
from tests.browsing import Browsing
from tests.demo.test_people import ACCOUNTS
from tests.demo_office import NOW
from tests.factories import PRESS
from tests.factories_complaints import VAULT

STATES = {
    "Kompilasi Data Kasus Stunting Kabupaten Mempawah": (Status.COMPLETED, "layak"),
    "Survei Kepuasan Masyarakat Pelayanan Disdukcapil Kabupaten Mempawah": (Status.IN_REVIEW, ""),
    "Kompilasi Data Harga Komoditas Pasar Rakyat Kabupaten Mempawah": (Status.COMPLETED, "layak"),
    "Kompilasi Data Luas Panen dan Produksi Padi Palawija Kabupaten Mempawah": (Status.NEEDS_REVISION, ""),
    "Kompilasi Data Produksi Perikanan Tangkap Kabupaten Mempawah": (Status.DRAFT, ""),
    "Survei Kesejahteraan Penerima Bantuan Sosial Kabupaten Mempawah": (Status.EVALUATION, ""),
    "Pencacahan Lengkap Usaha Mikro Kecil Kabupaten Mempawah": (Status.SUBMITTED, ""),
    "Kompilasi Data Volume dan Komposisi Sampah Kabupaten Mempawah": (Status.AWAITING_SIGNATURE, "layak"),
    "Kompilasi Data Pengunjung Destinasi Wisata Kabupaten Mempawah": (Status.COMPLETED, "ditolak"),
    "Kompilasi Data Guru dan Tenaga Kependidikan Kabupaten Mempawah": (Status.COMPLETED, "layak"),
    "Survei Indeks Kepuasan Penumpang Angkutan Kabupaten Mempawah": (Status.WITHDRAWN, ""),
    "Kompilasi Data Kejadian Bencana Kabupaten Mempawah": (Status.INCOMPLETE, ""),
}


@pytest.fixture
def config(made):
    return made


@pytest.fixture
def db(example_office):
    return example_office


def by_title() -> dict[str, Submission]:
    return {row.title: row for row in Submission.with_people()}


def test_the_twelve_activities_stand_where_the_examples_say(db):
    assert {title: (row.status, row.outcome) for title, row in by_title().items()} == STATES
    assert len(STORIES) == 12


def test_all_but_the_draft_are_complete_to_the_last_answer(db):
    form = shelf.CURRENT
    gaps = {
        title: [gap.label for gap in unanswered(form, row.answers, {"file_berkas_pendukung": 1, "surat_permohonan": 1})]
        for title, row in by_title().items()
    }

    assert {title for title, missing in gaps.items() if missing} == {
        "Kompilasi Data Produksi Perikanan Tangkap Kabupaten Mempawah"
    }


def test_the_chain_is_whole_and_every_moment_lies_in_office_hours_of_the_past(db):
    assert audit.find_break() is None
    moments = [event.at for event in Event.select()]
    assert len(moments) > 100 and max(moments) <= NOW


def test_letters_have_consecutive_numbers_their_files_and_their_place_in_the_catalogue(db, config):
    store = FileStore(config.files)
    letters = list(Letter.select().where(Letter.state == "issued").order_by(Letter.sequence))

    assert [letter.sequence for letter in letters] == [1, 2, 3, 4]
    assert all(store.read(letter.file_id).startswith(b"%PDF-") for letter in letters)
    assert {row.title for row in Activity.select()} == {
        title for title, state in STATES.items() if state == (Status.COMPLETED, "layak")
    }


def test_there_is_something_late_something_paused_and_something_on_time(db):
    calendar, today = HolidayRow.calendar(), NOW.date()
    running = {
        row.title.split()[2]: row.clock(Pause.of(row))
        for row in by_title().values()
        if row.status in (Status.IN_REVIEW, Status.EVALUATION, Status.NEEDS_REVISION)
    }

    left = {name: deadlines.days_left(clock, calendar, today) for name, clock in running.items()}
    assert (left["Masyarakat"], left["Penerima"]) == (2, -2)
    assert [name for name, clock in running.items() if deadlines.open_pause(clock)] == ["Luas"]


def test_every_page_an_account_first_sees_and_every_submission_opens(app):
    with time_machine.travel(NOW.replace(hour=9, minute=30)):
        officer = _signed_in(app, "petugas1@contoh.test")
        numbers = [row.number for row in Submission.select().where(Submission.submitted_at.is_null(False))]
        for number in numbers:
            assert number in officer.get(f"/petugas/permohonan/{number}")

    assert len(numbers) == 11


def test_made_again_nothing_changes(db, config):
    before = (Submission.select().count(), Complaint.select().count(), Event.select().count())

    said = make_demo(NOW, FileStore(config.files), PRESS, VAULT)

    assert said == [
        "Data contoh sudah ada.",
        "Kata sandi semua akun: sandi-contoh-2026",
        *(f"  {name}@contoh.test" for name in ACCOUNTS),
    ]
    assert (Submission.select().count(), Complaint.select().count(), Event.select().count()) == before


def test_of_the_agencies_that_the_stories_proposed_one_still_waits(db):
    waiting = [agency.name for agency in Agency.select().where(~Agency.approved)]

    assert waiting == ["Dinas Perhubungan Kabupaten Mempawah"]


def _signed_in(app, email: str) -> Browsing:
    browser = Browsing(app)
    form = browser.get("/masuk").forms["sign-in"]
    form["email"], form["password"] = email, "sandi-contoh-2026"
    form.submit(status=303)
    return browser
