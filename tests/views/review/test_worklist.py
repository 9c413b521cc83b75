"""The register, as people open it."""

import csv
import io

import pytest

from pst.models.base import write
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import a_submission, user

pytestmark = pytest.mark.usefixtures("monday")


def test_lists_say_what_the_letter_says_and_not_that_all_is_done(browse):
    a_submission(Status.COMPLETED)

    register = browse(user("petugas")).get("/petugas/permohonan")

    assert register.html.select_one("tbody .pst-tag").get_text(strip=True) == "Layak"
    assert "Layak" in browse(user("petugas")).get("/petugas/permohonan.csv").text


def test_filters_live_in_the_address_and_htmx_gets_the_list_alone(browse):
    found = a_submission(judul_kegiatan="Survei Angkatan Kerja Desa")
    a_submission(judul_kegiatan="Kompilasi Data Pangan")
    browser = browse(user("petugas"))

    page = browser.get("/petugas/permohonan?cari=angkatan&keadaan=submitted")
    alone = browser.get("/petugas/permohonan?cari=angkatan", headers={"HX-Request": "true"})

    assert [link.text for link in page.html.select("tbody th a")] == [found.title]
    assert page.html.select_one("#cari")["value"] == "angkatan"
    assert (alone.html.find()["id"], "<h1" in alone) == ("register", False)
    assert "HX-Request" in alone.headers["Vary"]


def test_an_address_of_broken_bytes_is_refused(browse):
    browse(user("petugas")).get("/petugas/permohonan?tahun=²", status=400)  # sent as the single byte B2


def test_a_filter_that_finds_nothing_says_how_to_go_on(browse):
    assert "Tidak ada yang cocok" in browse(user("petugas")).get("/petugas/permohonan?cari=zzz")


def test_the_register_leaves_as_csv_without_formulas(browse):
    a_submission(judul_kegiatan="=HYPERLINK(1)")
    a_submission(Status.IN_REVIEW, judul_kegiatan="Kompilasi Data Pangan")

    answer = browse(user("petugas")).get("/petugas/permohonan.csv?cari=hyperlink")

    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row[1] for row in rows] == ["Judul", "'=HYPERLINK(1)"]
    assert answer.headers["Content-Disposition"] == "attachment; filename=permohonan-2026-11-23.csv"


def test_only_an_officer_is_offered_to_enter_for_a_visitor(browse):
    offered = {
        name: "/petugas/permohonan/baru" in browse(user(name)).get("/petugas/permohonan")
        for name in ("petugas", "kepala")
    }

    assert offered == {"petugas": True, "kepala": False}


def test_the_register_is_narrowed_by_officer(browse):
    mine = a_submission(Status.IN_REVIEW)
    a_submission(Status.SUBMITTED)

    page = browse(user("kepala")).get(f"/petugas/permohonan?petugas={user('petugas').id}")

    assert [link.text for link in page.html.select("tbody th a")] == [mine.title]


def test_what_is_chosen_is_assigned_together_and_each_says_what_became_of_it(browse):
    first, second = a_submission(Status.SUBMITTED), a_submission(Status.SUBMITTED)
    own = a_submission(Status.SUBMITTED, applicant=_also_an_applicant())
    browser = browse(user("petugas"))
    form = browser.get("/petugas/permohonan").forms["assign"]

    page = browser.post(form.action, _chosen(form, "petugas2", first.number, own.number, "REK-0"))

    assert page.html.h1.text == "1 permohonan ditugaskan kepada Bayu Petugas"
    said = [line.get_text(" ", strip=True) for line in page.html.select(".pst-finds li")]
    assert said[0] == f"Selesai {first.number}"
    assert "pemohonnya sendiri" in said[1] and "tidak ditemukan" in said[2]
    assert [Submission.get_by_id(each.id).assignee_id for each in (first, second)] == [user("petugas2").id, None]


def test_what_is_chosen_is_closed_together_after_one_question(browse):
    issued, running = a_submission(Status.ISSUED), a_submission(Status.IN_REVIEW)
    browser = browse(user("petugas"))
    form = browser.get("/petugas/permohonan").forms["assign"]

    asked = browser.post("/petugas/permohonan/tutup", _chosen(form, "petugas", issued.number, running.number))
    assert Submission.get_by_id(issued.id).status == Status.ISSUED
    page = asked.forms["close"].submit()

    assert page.html.h1.text == "1 permohonan ditutup"
    states = [Submission.get_by_id(each.id).status for each in (issued, running)]
    assert states == [Status.COMPLETED, Status.IN_REVIEW]


def test_nothing_chosen_is_told(browse):
    a_submission(Status.SUBMITTED)
    form = browse(user("petugas")).get("/petugas/permohonan").forms["assign"]

    assert "Pilih dahulu permohonannya" in form.submit(status=303).follow()


def _also_an_applicant():
    person = user("petugas2")
    person.roles = frozenset({Role.APPLICANT, Role.OFFICER})
    with write():
        person.save()
    return person


def _chosen(form, name: str, *numbers: str) -> list[tuple[str, str]]:
    hidden = [(field, form[field].value) for field in ("csrf_token", "_once")]
    return [*hidden, ("officer", str(user(name).id)), *(("number", number) for number in numbers)]
