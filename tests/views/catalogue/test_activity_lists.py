"""A list is looked over before it is taken."""

from pathlib import Path

from webtest import Upload

from pst.models.catalogue.catalogue import Activity
from tests.factories import user

LIST = (Path(__file__).parents[2] / "exchange" / "activities.csv").read_bytes()


def test_every_doubt_is_shown_before_anything_is_taken_and_then_all_of_it_is(officer):
    form = officer.get("/petugas/katalog/impor").forms["list"]
    form["berkas"] = Upload("katalog.csv", LIST)

    page = form.submit(status=303).follow()
    assert "4 kegiatan akan ditambahkan, 3 di antaranya ditandai untuk diperbaiki" in page.text
    assert "Tahun ditulis “2021-2023”." in page.html.select_one("#doubtful").text
    assert Activity.select().count() == 0
    assert "4 kegiatan ditambahkan" in page.forms["take"].submit(status=303).follow().text


def test_a_line_written_twice_in_the_list_is_not_said_to_be_in_the_catalogue(browse):
    form = browse(user("petugas")).get("/petugas/katalog/impor").forms["list"]
    form["berkas"] = Upload("katalog.csv", b"judul;tahun\nSurvei Harga;2024\nSurvei Harga;2024\n")

    page = form.submit(status=303).follow()

    assert "1 kegiatan akan ditambahkan" in page.text and "1 sudah ada dalam katalog atau daftar ini" in page.text


def test_what_is_no_list_and_what_no_longer_waits_is_told(officer):
    form = officer.get("/petugas/katalog/impor").forms["list"]
    form["berkas"] = Upload("katalog.csv", b"a;b\n1;2\n")

    assert "Tidak ada kolom judul" in form.submit(status=422).text
    assert "Unggah lagi" in officer.get("/petugas/katalog/impor/pratinjau?unggahan=x", status=303).follow().text
