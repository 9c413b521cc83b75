"""A filled office of version 0.1.0, brought up to date as its operator would: nothing is lost and every page opens.

`pst-0.1.0.sqlite3.gz` is the database of that version's `demo`, with some more done in it: blocks examined, a term
extended, a letter revoked, a session open, mails kept, and one mail in the hands of a sender that died. Its people
are invented.
"""

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from pst import create_app
from pst.actions import audit
from pst.jobs import do_minute_jobs
from pst.models import base, schema
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.files import StoredFile
from pst.models.letters.letters import Letter
from pst.models.submissions.submissions import Submission
from pst.views.office.home import DEMO_PASSWORD
from tests.browsing import Browsing
from tests.migrations.columns import columns, differences, triggers

OLD = Path(__file__).with_name("pst-0.1.0.sqlite3.gz")
IN_FLIGHT = 51
"""The mail whose sender died."""

PAGES = {
    "": ("/", "/lacak", "/katalog", "/standar-pelayanan", "/pengaduan", "/buku-tamu"),
    "pemohon1": ("/permohonan", "/permohonan/REK-6104-2026-0003"),
    "pemohon3": ("/permohonan/REK-6104-2026-0009", "/permohonan/REK-6104-2026-0012/blok/3"),
    "petugas1": (
        "/petugas",
        "/petugas/permohonan/REK-6104-2026-0007",
        "/petugas/surel",
        f"/petugas/surel/{IN_FLIGHT}",
        "/petugas/surat",
        "/petugas/pengaduan",
        "/petugas/tamu",
        "/petugas/loket",
    ),
    "kepala": ("/petugas", "/petugas/permohonan/REK-6104-2026-0008", "/petugas/surat"),
    "admin": ("/petugas/kantor", "/petugas/kantor/pengguna", "/petugas/kantor/riwayat"),
}


@pytest.fixture
def upgraded(config):
    """The old office, upgraded; everything has a value that was written by the version before."""
    config.database.write_bytes(gzip.decompress(OLD.read_bytes()))
    base.open_database(config.database)
    schema.upgrade()
    yield base.database
    base.database.close()


@pytest.fixture
def the_day_after():
    """Senin, 30 November 2026, 11.00 WIB."""
    with time_machine.travel(datetime(2026, 11, 30, 4, tzinfo=UTC), tick=False):
        yield


def test_its_tables_are_those_of_today(upgraded, golden):
    assert (differences(upgraded), schema.pending()) == ("", [])
    assert (columns(upgraded), triggers(upgraded)) == tables_of(golden)


def tables_of(path):
    database = type(base.database)(path)
    try:
        return columns(database), triggers(database)
    finally:
        database.close()


def test_its_history_is_whole_and_its_rows_are_all_there(upgraded):
    assert audit.find_tampering() == []
    assert (Event.select().count(), Submission.select().count(), Letter.select().count()) == (
        644 + 4 + 1,
        12,
        5,
    )  # a seal for each letter with a number, and one for the book
    assert {row.number for row in Submission.select() if row.extended_days} == {"REK-6104-2026-0007"}


def test_its_pages_open(upgraded, config, the_day_after):
    app = create_app(replace(config, demo=True))  # as it was; another office leads its head to a second factor

    for person, pages in PAGES.items():
        browser = Browsing(app)
        if person:
            sign_in(browser, person)
        for page in pages:
            browser.get(page, status=200)


def sign_in(browser: Browsing, person: str) -> None:
    form = browser.get("/masuk").forms["sign-in"]
    form["email"], form["password"] = f"{person}@contoh.test", DEMO_PASSWORD
    form.submit(status=303)


def test_its_letters_are_verified_as_before(upgraded, config, the_day_after):
    anyone = Browsing(create_app(config))
    letters = Letter.select().where(Letter.number.is_null(False)).order_by(Letter.id)

    states = {
        letter.number: anyone.get(f"/verifikasi/{letter.code}").html.select_one("[data-status]")["data-status"]
        for letter in letters
    }

    assert states == {
        "B-1/61040/KS.200/09/2026": "revoked",
        "B-2/61040/KS.200/10/2026": "issued",
        "B-3/61040/KS.200/11/2026": "issued",
        "B-4/61040/KS.200/11/2026": "issued",
    }


def test_a_mail_left_in_flight_goes_with_the_first_minute_and_every_job_works(upgraded, config, the_day_after):
    app = create_app(config)
    for row in StoredFile.select():
        place = app.extensions["pst_files"].path(row.sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"")

    done = do_minute_jobs(app, datetime(2026, 11, 30, 4))

    assert None not in done.values()
    assert Email.get_by_id(IN_FLIGHT).state == "kept"
