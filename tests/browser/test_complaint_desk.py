"""The officers' rooms for complaints in a real browser: register, case, the grid of the box."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.instruments import violations

PASSWORD = "sandi-contoh-2026"


@pytest.fixture
def desk(window):
    """`desk(width)`: a window in which the manager of complaints has signed in."""

    def open_desk(width: int) -> Page:
        page = window(width=width)
        page.goto("/masuk")
        page.fill("[name=email]", "petugas2@contoh.test")
        page.fill("[name=password]", PASSWORD)
        page.click("#sign-in button[type=submit]")
        return page

    return open_desk


@pytest.mark.parametrize("width", [1280, 320])
def test_register_case_and_steps_are_sound_and_never_scroll_sideways(desk, width):
    page = desk(width)
    page.goto("/petugas/pengaduan")
    case = page.get_by_role("link", name="Syarat permintaan data berubah-ubah").first.get_attribute("href")
    found = {}

    for address in (
        "/petugas/pengaduan",
        case,
        f"{case}/langkah/escalate",
        f"{case}/terlapor",
        "/petugas/pengaduan/baru",
        "/petugas/pengaduan/rekap",
        "/petugas/pengaduan/papan",
    ):
        page.goto(address)
        found[address] = (violations(page), page.evaluate("document.documentElement.scrollWidth <= innerWidth"))

    assert found == dict.fromkeys(found, ([], True))


def test_the_register_is_narrowed_in_place(desk):
    page = desk(1280)
    page.goto("/petugas/pengaduan")

    page.select_option("[name=saluran]", "lapor")
    expect(page.locator("#register tbody tr")).to_have_count(1)

    expect(page).to_have_url(re.compile("saluran=lapor"))
    assert page.locator("#register th[scope=row] a").all_inner_texts() == ["Syarat permintaan data berubah-ubah"]


@pytest.mark.parametrize("width", [1280, 320])
def test_the_grid_of_the_box_takes_sheets_and_closes(desk, width):
    page = desk(width)
    page.goto("/petugas/pengaduan/kotak/baru")
    page.fill("[name=first_witness]", "Mira Umpama")
    page.fill("[name=second_witness]", "Oki Umpama")
    page.fill("[name=found]", "2")
    page.click("#opening button")
    page.fill("[name=text-1]", "Kursi kurang.")
    sound = violations(page), page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.check("[name=void-2]")
    page.click("#sheets > button")
    page.get_by_text("Semua lembar sudah dientri").wait_for()
    page.get_by_role("button", name="Tutup pembukaan").click()
    page.get_by_text("cetak berita acara untuk ditandatangani").wait_for()

    assert sound == ([], True)
    assert violations(page) == []
