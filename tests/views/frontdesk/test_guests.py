"""The register of the guest book: today's visits, filters, entry by an officer, exports."""

import csv
import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from pst.models.audit import Event, Look
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.rules.privacy import NOTICE_VERSION
from tests.factories import WHEN, user
from tests.factories_desk import GUEST, a_guest, guests, served

pytestmark = pytest.mark.usefixtures("monday")
HERE = "/petugas/tamu"
EVIL = '=HYPERLINK("http://jahat.test")'


def names(page) -> list[str]:
    return [link.text for link in page.html.select("#visits th a")]


def counts(page) -> list[str]:
    return [item.get_text(" ", strip=True) for item in page.html.select(".pst-counts li")]


def entered(browser, **typed):
    """The entry form with a whole guest, and what differs."""
    form = browser.get(f"{HERE}/baru").forms["entry"]
    for name, value in {**GUEST, **typed}.items():
        if name == "needs":
            for box in form.fields[name]:
                box.checked = box._value in value
        else:
            form[name].force_value(value) if name in ("day", "hour") else form.set(name, value)
    return form


def test_the_register_opens_on_today_with_waiting_times(browse):
    first, _ = guests(2)
    a_guest(WHEN - timedelta(days=3), name="Tamu Jumat")  # Jumat, 20 November 2026
    served(first, minutes=20, at=WHEN + timedelta(minutes=12))

    page = browse(user("petugas")).get(HERE)

    assert names(page) == ["Tamu 1", "Tamu 0"]
    assert counts(page) == ["1 menunggu", "0 di loket", "1 selesai dilayani", "12 menit median tunggu hari ini"]
    row = page.html.select("#visits tr")[1]
    assert [cell.get_text(" ", strip=True) for cell in row.select("td")] == [
        "09.00 WIB",
        "Konsultasi statistik Data penduduk miskin 2025",
        "•••7890 rah•••@contoh.test",
        "K-001 Selesai",
        "12 menit",
        "20 menit",
        "Sinta Petugas",
    ]


def test_no_contact_stands_in_the_list_and_no_address_leads_to_one(browse):
    a_guest()

    page = browse(user("kepala")).get(HERE)

    assert "rah•••@contoh.test" in page
    assert not [secret for secret in (GUEST["email"], GUEST["phone"]) if secret in page]
    assert "Isikan untuk tamu" not in page  # only officers enter for others


def test_filters_stand_in_the_address_and_come_back_filled(browse):
    a_guest(name="Ani Konsultasi", service="K")
    a_guest(WHEN - timedelta(days=3), name="Budi Pustaka", service="P")  # Jumat
    browser = browse(user("petugas"))

    assert names(browser.get(f"{HERE}?semua=1")) == ["Budi Pustaka", "Ani Konsultasi"]
    assert names(browser.get(f"{HERE}?semua=1&layanan=K")) == ["Ani Konsultasi"]
    page = browser.get(f"{HERE}?cari=budi&dari=2026-11-20&sampai=2026-11-20")
    assert names(page) == ["Budi Pustaka"]
    typed = {field["name"]: field["value"] for field in page.html.select(".pst-filters input")}
    assert typed == {"cari": "budi", "dari": "20 November 2026", "sampai": "20 November 2026"}


def test_nobody_today_and_nobody_found_say_what_to_do(officer):
    assert "Belum ada tamu hari ini" in officer.get(HERE)
    found = officer.get(f"{HERE}?cari=entah")
    assert "Tidak ada yang cocok" in found
    assert found.html.select_one(".pst-empty a")["href"] == HERE


def test_htmx_gets_the_list_alone(browse):
    guests(2)

    fragment = browse(user("petugas")).get(HERE, headers={"HX-Request": "true"})

    assert (fragment.html.find()["id"], names(fragment)) == ("list", ["Tamu 1", "Tamu 0"])


def test_the_register_leaves_as_a_table_with_masked_contacts_and_no_formula(browse):
    a_guest(name=EVIL, purpose="@SUM(A1)", institution="-1+2")
    browser = browse(user("petugas"))

    answer = browser.get(f"{HERE}.csv")
    head, row = csv.reader(io.StringIO(answer.body.decode("utf-8-sig")))

    told = dict(zip(head, row, strict=True))
    assert answer.headers["Content-Disposition"] == "attachment; filename=buku-tamu-2026-11-23.csv"
    assert (told["Nama"], told["Keperluan"], told["Instansi"]) == (f"'{EVIL}", "'@SUM(A1)", "'-1+2")
    assert (told["Telepon (disamarkan)"], told["Surel (disamarkan)"]) == ("•••7890", "rah•••@contoh.test")
    assert (told["Layanan"], told["Pendidikan"], told["Asal isian"]) == (
        "Konsultasi statistik",
        "D4 atau S1",
        "Diisi sendiri",
    )


def test_the_workbook_holds_the_same_rows_and_both_downloads_are_remembered(browse):
    guests(2)
    browser = browse(user("kepala"))

    sheet = load_workbook(io.BytesIO(browser.get(f"{HERE}.xlsx").body)).active
    table = list(csv.reader(io.StringIO(browser.get(f"{HERE}.csv").body.decode("utf-8-sig"))))

    numbers = ["Nomor", "KUN-2026-0001", "KUN-2026-0002"]
    assert [row[0].value for row in sheet.rows] == [row[0] for row in table] == numbers
    assert [cell.data_type for cell in sheet[2][:4]] == ["s", "d", "d", "s"]
    looks = [(look.user_id, look.what, look.why) for look in Look.select().order_by(Look.id)]
    assert looks == [
        (user("kepala").id, "guests", "Mengunduh (XLSX)"),
        (user("kepala").id, "guests", "Mengunduh (CSV)"),
    ]


def test_an_officer_fills_the_book_for_somebody_who_cannot(browse):
    form = entered(browse(user("petugas")), needs=["lansia"])

    page = form.submit(status=303).follow()

    visit, ticket = Visit.get(), Ticket.get()
    assert (visit.channel, visit.entered_by_id, visit.privacy) == ("officer", user("petugas").id, NOTICE_VERSION)
    assert (ticket.number, ticket.priority) == ("K-001", True)
    assert "Nomor antrean K-001." in page
    assert page.html.select_one("main")["data-number"] == visit.number
    assert Event.of("visit", visit.number)[0].actor_name == "Sinta Petugas"


def test_a_page_of_the_paper_book_is_back_dated_and_marked(browse):
    form = entered(browse(user("petugas")), paper="ya", day="2026-11-20", hour="10:15")

    page = form.submit(status=303).follow()

    visit = Visit.get()
    assert (visit.channel, visit.day.isoformat(), visit.arrived_at.isoformat()) == (
        "paper",
        "2026-11-20",
        "2026-11-20T03:15:00",
    )
    assert Ticket.select().count() == 0
    assert "Dari buku kertas (Sinta Petugas, 23 November 2026)" in page.html.select_one(".pst-head").text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"paper": "ya"}, "day"),
        ({"paper": "ya", "day": "2026-11-23", "hour": "23:00"}, "day"),
        ({"paper": "ya", "day": "2024-10-31"}, "day"),
        ({"phone": "", "email": ""}, "phone"),
        ({"case": "REK-6104-2026-9999"}, "case"),
    ],
)
def test_what_cannot_be_is_refused_with_everything_typed(browse, typed, field):
    refused = entered(browse(user("petugas")), **typed).submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == f"#{field}"
    assert refused.forms["entry"]["purpose"].value == GUEST["purpose"]
    assert Visit.select().count() == 0
