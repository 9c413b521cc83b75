"""The officers' rooms for complaints in a real browser: the register and the grid of the box."""

import re

from playwright.sync_api import Page, expect

from tests.browser.instruments import new_violations
from tests.browser.walking import sign_in

MANAGER = "petugas2@contoh.test"


def test_the_register_is_narrowed_in_place(page: Page):
    sign_in(page, MANAGER)
    page.goto("/petugas/pengaduan")

    page.select_option("[name=saluran]", "lapor")
    expect(page.locator("#register tbody tr")).to_have_count(1)

    expect(page).to_have_url(re.compile("saluran=lapor"))
    assert page.locator("#register th[scope=row] a").all_inner_texts() == ["Syarat permintaan data berubah-ubah"]


def test_the_grid_of_the_box_takes_sheets_and_closes_on_a_phone(window):
    page = window(width=320)
    sign_in(page, MANAGER)
    page.goto("/petugas/pengaduan/kotak/baru")
    page.fill("[name=first_witness]", "Mira Umpama")
    page.fill("[name=second_witness]", "Oki Umpama")
    page.fill("[name=found]", "2")
    page.click("#opening button")
    page.fill("[name=text-1]", "Kursi kurang.")
    sound = new_violations(page), page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.check("[name=void-2]")
    page.click("#sheets > button")
    page.get_by_text("Semua lembar sudah dientri").wait_for()
    page.get_by_role("button", name="Tutup pembukaan").click()
    page.get_by_text("cetak berita acara untuk ditandatangani").wait_for()

    assert sound == ([], True)
    assert new_violations(page) == []
