"""The officers' first page and the register, as people open them."""

import csv
import io
from datetime import timedelta

import pytest

from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, user

pytestmark = pytest.mark.usefixtures("monday")


def test_the_desk_says_what_waits_and_what_to_do_where_nothing_does(browse):
    page = browse(user("petugas")).get("/petugas")
    assert "Semua pekerjaan selesai" in page

    submission = a_submission(Status.SUBMITTED)
    page = browse(user("petugas")).get("/petugas")
    assert page.html.select_one("#unassigned a")["href"] == f"/petugas/permohonan/{submission.number}"
    assert page.html.select_one("#unassigned [data-status]")["data-status"] == "submitted"


def test_the_desk_shows_days_left_in_number_and_word_and_a_stage_that_runs_over(browse):
    a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=40))

    row = browse(user("petugas")).get("/petugas").html.select_one("#mine tbody tr")

    assert "hari kerja terlambat" in row.select_one(".pst-days").text
    assert "lewat target" in row.text


def test_lists_say_what_the_letter_says_and_not_that_all_is_done(browse):
    a_submission(Status.COMPLETED)

    register = browse(user("petugas")).get("/petugas/permohonan")

    assert register.html.select_one("tbody .pst-tag").get_text(strip=True) == "Layak"
    assert "Layak" in browse(user("petugas")).get("/petugas/permohonan.csv").text


def test_the_head_reads_first_what_waits_for_a_signature(browse):
    page = browse(user("kepala")).get("/petugas")

    assert page.html.select("main section")[0]["id"] == "head"
    assert "Tidak ada naskah yang menunggu tanda tangan" in page


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
        (name, address): "/petugas/permohonan/baru" in browse(user(name)).get(address)
        for name in ("petugas", "kepala")
        for address in ("/petugas", "/petugas/permohonan")
    }

    assert offered == {
        ("petugas", "/petugas"): True,
        ("petugas", "/petugas/permohonan"): True,
        ("kepala", "/petugas"): False,
        ("kepala", "/petugas/permohonan"): False,
    }
