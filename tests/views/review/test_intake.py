"""Entering a submission for a visitor, from a letter, or from a record."""

from pathlib import Path

import pytest
from webtest import Upload

from pst.models.accounts.users import User
from pst.models.submissions.submissions import Submission
from tests.factories import user

pytestmark = pytest.mark.usefixtures("monday")
RECORD = (Path(__file__).parents[2] / "exchange" / "romantik-record.json").read_bytes()
HERE = "/petugas/permohonan/baru"


def test_a_visitor_is_entered_and_the_form_opens(officer):
    form = officer.get(HERE).forms["walk-in"]

    form["email"] = "pemohon@contoh.test"
    page = form.submit(status=303).follow()

    draft = Submission.get()
    assert (draft.applicant_id, draft.channel, draft.entered_by_id) == (user("pemohon").id, "visit", user("petugas").id)
    assert page.request.path == f"/permohonan/{draft.number}/blok/0"
    row = officer.get("/petugas").html.select_one("[data-row]")["href"]
    assert draft.number in officer.get(row).html.select_one("main").text
    assert "diisi oleh petugas" in officer.get(f"/petugas/permohonan/{draft.number}")


def test_the_sender_of_a_letter_gets_an_account(browse):
    form = browse(user("petugas")).get(HERE).forms["walk-in"]
    form["channel"], form["email"], form["name"] = "letter", "tono@contoh.test", "Tono Surat"
    form["new_agency"] = "Dinas Perikanan Kabupaten Mempawah"

    form.submit(status=303)

    person = User.select().where(User.email == "tono@contoh.test").get()
    assert (Submission.get().applicant_id, Submission.get().channel, person.name) == (person.id, "letter", "Tono Surat")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"email": "bukan surel"}, "email"),
        ({"email": "baru@contoh.test"}, "name"),
        ({"email": "kepala@contoh.test"}, "email"),
        ({"email": ""}, "email"),
    ],
)
def test_what_cannot_be_is_refused_with_everything_typed(browse, typed, field):
    form = browse(user("petugas")).get(HERE).forms["walk-in"]
    for name, value in {"position": "Kepala Bidang", **typed}.items():
        form[name] = value

    refused = form.submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == f"#{field}"
    assert refused.forms["walk-in"]["position"].value == "Kepala Bidang"
    assert Submission.select().count() == 0


def test_a_record_becomes_a_draft(browse):
    form = browse(user("petugas")).get(HERE).forms["import-record"]
    form["email"], form["record"] = "pemohon@contoh.test", Upload("catatan.json", RECORD)

    form.submit(status=303)

    assert (Submission.get().channel, Submission.get().title) == ("romantik", "Kompilasi Data Pelaporan Gratifikasi")


@pytest.mark.parametrize("content", [b"", b"bukan json"])
def test_a_file_that_is_no_record_is_refused(browse, content):
    form = browse(user("petugas")).get(HERE).forms["import-record"]
    form["email"], form["record"] = "pemohon@contoh.test", Upload("catatan.json", content)

    refused = form.submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == "#record"
    assert Submission.select().count() == 0


def test_what_a_record_holds_beyond_the_form_is_said_and_stays_on_the_case(officer):
    form = officer.get(HERE).forms["import-record"]
    more = (Path(__file__).parents[2] / "exchange" / "romantik-more.json").read_bytes()
    form["email"], form["record"] = "pemohon@contoh.test", Upload("catatan.json", more)

    begun = form.submit(status=303).follow()
    case = officer.get(f"/petugas/permohonan/{Submission.get().number}")

    assert "2 isian tidak ada tempatnya" in begun.text
    assert "DUA_TAHUNAN" in case.html.select_one("#left-over").text
    assert "tambahkan cakupan wilayah" in case.html.select_one("#old-notes").text
