"""Anybody may count: the calculator says the last day, and why each day before it counts or does not."""

import pytest

from pst.rules.dates import UNREADABLE

pytestmark = pytest.mark.usefixtures("monday")


def ask(anyone, status=200, **given):
    form = anyone.get("/standar-pelayanan/hitung").forms["due-date"]
    for name, value in given.items():
        form[name] = value
    return form.submit(status=status)


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ({"mulai": "9/3/2026"}, "Senin, 6 April 2026"),
        ({"mulai": "2026-11-23", "dari": "2026-11-25", "sampai": "2026-11-27"}, "Selasa, 15 Desember 2026"),
    ],
)
def test_the_worked_dates_come_out(anyone, given, due):
    assert f"Batas waktu: {due}" in ask(anyone, **given)


def test_a_year_whose_holidays_nobody_knows_is_said(anyone):
    said = "Hari libur tahun 2028 belum ditetapkan"

    assert said in ask(anyone, mulai="2028-02-21")
    assert "belum ditetapkan" not in ask(anyone, mulai="2026-03-09")


def test_every_day_has_its_reason(anyone):
    page = ask(anyone, mulai="2026-12-14")

    rows = {row.th.text: row.find_all("td")[1].text for row in page.html.select(".pst-calendar tbody tr")}
    assert len(rows) == 25
    assert "Natal" in rows["Jumat, 25 Desember 2026"]
    assert rows["Kamis, 7 Januari 2027"] == "Hari ke-14: batas waktu"


def test_before_anything_is_asked_today_stands_in_the_field(anyone):
    page = anyone.get("/standar-pelayanan/hitung")

    assert page.forms["due-date"]["mulai"].value == "23 November 2026"
    assert "Batas waktu:" not in page


def test_what_cannot_be_counted_is_refused_and_stays(anyone):
    page = ask(anyone, status=422, mulai="31-31-2026", sampai="2026-11-27")

    assert page.forms["due-date"]["mulai"].value == "31-31-2026"
    assert page.forms["due-date"]["sampai"].value == "27 November 2026"
    assert page.html.main["data-result"] == "refused"


def test_asking_what_was_understood_never_changes_the_address(anyone):
    field = anyone.get("/standar-pelayanan/hitung").html.find(id="mulai")

    assert (field["hx-get"], field["hx-push-url"]) == ("/tanggal", "false")


def test_a_field_hears_what_its_text_was_understood_as(anyone):
    assert anyone.get("/tanggal?jadwal-0-awal=5+1+2027").text == "Selasa, 5 Januari 2027"
    assert anyone.get("/tanggal?mulai=31+Februari+2027").html.strong.text.endswith(UNREADABLE)
    assert anyone.get("/tanggal?mulai=").text == anyone.get("/tanggal").text == ""
