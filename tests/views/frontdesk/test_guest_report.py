"""A month at the desk in numbers."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from pst.actions.frontdesk import satisfaction, tickets
from pst.models.frontdesk.satisfaction import Rating
from tests.factories import WHEN, an_officer, user
from tests.factories_desk import a_guest, guests, served

pytestmark = pytest.mark.usefixtures("monday")
HERE = "/petugas/tamu/laporan"


def bars(page, caption: str) -> dict[str, str]:
    """The rows of one chart as people read them."""
    [table] = [it for it in page.html.select("table.pst-bars") if it.caption.text == caption]
    return {row.th.text: row.select("td")[-1].text for row in table.tbody.select("tr")}


def times(page) -> dict[str, list[str]]:
    rows = page.html.select("#times tr")
    return {row.th.text: [cell.text for cell in row.select("td")] for row in rows}


def test_the_month_is_counted_by_everything_the_book_asks(browse):
    guests(2)
    a_guest(
        service="P", name="Wati", sex="p", education="", occupation="pelajar", institution="SMA Contoh", purpose="Buku"
    )

    page = browse(user("kepala")).get(HERE)

    assert page.html.h1.text == "Kunjungan November 2026"
    assert bars(page, "Layanan") == {"Konsultasi statistik": "2", "Perpustakaan": "1"}
    assert bars(page, "Jenis kelamin") == {"Laki-laki": "2", "Perempuan": "1"}
    assert bars(page, "Pendidikan") == {"D4 atau S1": "2", "Tidak disebutkan": "1"}
    assert bars(page, "Pekerjaan") == {"Pelajar atau mahasiswa": "1", "ASN, TNI, atau Polri": "2"}
    assert bars(page, "Instansi terbanyak") == {"Dinas Kesehatan Kabupaten Mempawah": "2", "SMA Contoh": "1"}
    assert bars(page, "Keperluan terbanyak") == {"Data penduduk miskin 2025": "2", "Buku": "1"}
    assert bars(page, "Kunjungan menurut hari") == {"23 Nov 2026": "3"}


def test_waiting_and_serving_are_measured_by_service(browse):
    for number, waits in enumerate((5, 10, 30)):
        at = WHEN + timedelta(hours=number)
        served(a_guest(at, name=f"Tamu {number}").ticket, minutes=waits * 2, at=at + timedelta(minutes=waits))

    shown = times(browse(user("petugas")).get(HERE))

    measured = ["3", "10 menit", "30 menit", "3", "20 menit", "60 menit"]
    assert shown == {"Konsultasi statistik": measured, "Semua layanan": measured}


def test_who_did_not_come_and_how_it_was_rated(browse):
    first, second = guests(2)
    tickets.call(first, an_officer(), 1, WHEN)
    tickets.take(first, "no_show", an_officer(), WHEN)
    served(second)
    rating = Rating.get(Rating.visit == second.visit_id)
    satisfaction.answer(rating.token, {"keseluruhan": 3}, "<b>Cepat</b>", WHEN)

    page = browse(user("petugas")).get(HERE)

    assert [item.get_text(" ", strip=True) for item in page.html.select(".pst-counts li")] == [
        "2 kunjungan",
        "1 tidak hadir saat dipanggil",
        "1 penilaian",
        "3 nilai rata-rata dari 4",
    ]
    assert bars(page, "Penilaian pengunjung")["Baik"] == "1"
    assert "<b>Cepat</b>" in page.html.select_one("ul .pst-card p").text


def test_months_follow_each_other_and_the_line_shows_twelve(browse):
    guests(1)
    a_guest(WHEN - timedelta(days=31))  # Jumat, 23 Oktober 2026
    browser = browse(user("petugas"))

    page = browser.get(HERE)
    line = {row.th.text: row.td.text for row in page.html.select(".pst-trend tbody tr")}
    october = page.click("Bulan sebelumnya")

    assert (len(line), line["Nov"], line["Okt"], line["Des"]) == (12, "1", "1", "0")
    assert october.html.h1.text == "Kunjungan Oktober 2026"
    assert october.click("Bulan berikutnya").html.h1.text == "Kunjungan November 2026"
    assert "Bulan berikutnya" not in page


@pytest.mark.parametrize("query", ["", "?tahun=2026&bulan=13", "?tahun=x&bulan=1", "?tahun=1&bulan=1", "?bulan=3"])
def test_a_month_that_cannot_be_is_this_one(browse, query):
    page = browse(user("petugas")).get(HERE + query)

    assert page.html.h1.text == "Kunjungan November 2026"
    assert "Belum ada kunjungan" in page


def test_the_workbook_holds_the_numbers_of_the_page_and_no_comment(browse):
    ticket = guests(1)[0]
    served(ticket, minutes=8, at=WHEN + timedelta(minutes=4))
    satisfaction.answer(Rating.get().token, {"keseluruhan": 4}, "Terima kasih Bu Sinta", WHEN)

    answer = browse(user("kepala")).get(f"{HERE}.xlsx?tahun=2026&bulan=11")
    rows = {tuple(row[:2]): row[2] for row in load_workbook(io.BytesIO(answer.body)).active.values}

    assert rows["Jumlah", "Kunjungan"] == 1
    assert rows["Waktu menunggu (menit)", "Konsultasi statistik: median"] == 4
    assert rows["Waktu dilayani (menit)", "Semua layanan: persentil 90"] == 8
    assert (rows["Layanan", "Konsultasi statistik"], rows["Penilaian", "Sangat baik"]) == (1, 1)
    assert "Terima kasih" not in str(rows)
