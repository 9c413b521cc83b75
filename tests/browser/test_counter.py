"""The counter in a real browser: by keyboard alone, and every page of the desk by the rules of axe."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from pst.config import DEMO_PASSWORD
from pst.demo.people import mailbox
from tests.browser.instruments import violations

ROOMS = (
    "/petugas/loket",
    "/petugas/loket?ganti=1",
    "/petugas/loket/jadwal",
    "/petugas/tamu",
    "/petugas/tamu?semua=1",
    "/petugas/tamu/baru",
    "/petugas/tamu/laporan",
    "/sandi-baru",
)


FOCUSED = "() => (document.activeElement.innerText || document.activeElement.id || '').trim()"


def sign_in(page: Page, short: str = "petugas1", counter: int = 1) -> Page:
    """Sign in and sit down, with the keys alone."""
    page.goto("/masuk")
    page.locator("#email").focus()
    page.keyboard.type(mailbox(short))
    page.keyboard.press("Tab")
    page.keyboard.type(DEMO_PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/petugas"))
    page.goto("/petugas/loket?ganti=1")
    page.locator(f"[name=counter][value='{counter}']").focus()
    page.keyboard.press("Space")
    take_over = page.locator("[name=take_over]")  # offered where a colleague sits, as after another test
    if take_over.count():
        take_over.focus()
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(f"Loket {counter}")
    return page


def reach(page: Page, name: str) -> None:
    """By the skip link and the tab key to the control with these words or this id.

    As nobody without a mouse must miss.
    """
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == name:
            return
    raise AssertionError(f"the tab key never reaches {name}")


def press(page: Page, name: str, says: str) -> None:
    """Reach the button, press Enter, and read what the page says then."""
    reach(page, name)
    page.keyboard.press("Enter")
    expect(page.locator(".pst-flash")).to_contain_text(says)


def state(page: Page) -> str | None:
    return page.locator("#panel [data-status]").get_attribute("data-status")


def test_the_counter_is_worked_by_keys_alone(window: Callable[..., Page]):
    page = sign_in(window(), "petugas2", counter=2)

    press(page, "Panggil berikutnya", "dipanggil ke loket 2")
    assert state(page) == "called"
    press(page, "Panggil lagi", "dipanggil lagi")
    press(page, "Mulai layani", "mulai dilayani")
    assert state(page) == "serving"
    reach(page, "outcome")
    page.keyboard.type("Metode dijelaskan.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".pst-flash")).to_contain_text("Hasil konsultasi disimpan.")
    press(page, "Selesai", "selesai: keperluan selesai dilayani.")

    expect(page.locator("h1")).to_have_text("Loket 2")


def test_a_called_number_leaves_the_other_counters_queue_by_itself(window: Callable[..., Page]):
    one, two = sign_in(window(), "petugas2", 2), sign_in(window(), "petugas3", 1)
    waiting = two.locator("#queue .pst-number")
    before = waiting.count()
    at = two.locator("#queue").get_by_role("link", name="Perbarui sekarang")
    at.focus()

    press(one, "Panggil berikutnya", "dipanggil ke loket 2")

    expect(waiting).to_have_count(before - 1, timeout=8000)
    expect(at).to_be_focused()
    press(one, "Tunda", "ditunda")


def test_a_contact_opens_in_its_place_and_the_reason_is_asked_first(page: Page):
    sign_in(page)
    page.get_by_role("link", name=re.compile("^Buka kunjungan")).click()
    address = page.url

    page.get_by_role("button", name="Tampilkan kontak").click()
    expect(page.locator("#visitor .govuk-error-message")).to_contain_text("Pilih dahulu keperluannya.")
    page.select_option("#reason", "dokumen")
    page.get_by_role("button", name="Tampilkan kontak").click()

    expect(page.locator("#visitor a[href^='mailto:']")).to_be_visible()
    assert page.url == address


def test_every_room_of_the_desk_is_sound_and_scrolls_only_downwards(window: Callable[..., Page]):
    page = sign_in(window())
    page.get_by_role("link", name=re.compile("^Buka kunjungan")).click()
    page.locator("summary", has_text="Buatkan akun").click()

    found = {}
    for room in (page.url, *ROOMS):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(room)
        troubles = violations(page)
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth") > 320
        found[room] = [*troubles, *(["scrolls sideways"] if wide else [])]

    assert {room: troubles for room, troubles in found.items() if troubles} == {}
