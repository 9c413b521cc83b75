"""The counter in a real browser: by keyboard alone, and beside another counter."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from pst.demo.people import mailbox
from tests.browser.instruments import new_violations
from tests.browser.walking import sign_in

NEXT_LOOK = 6_000
"""Milliseconds after which a counter has asked again who waits."""
FOCUSED = "() => (document.activeElement.innerText || document.activeElement.id || '').trim()"


def sit_down(page: Page, short: str = "petugas1", counter: int = 1) -> Page:
    """Sign in, and take a seat with the keys alone."""
    sign_in(page, mailbox(short))
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


def test_the_counter_is_worked_by_keys_alone(page: Page):
    sit_down(page, "petugas2", counter=2)
    found = new_violations(page)

    press(page, "Panggil berikutnya", "dipanggil ke loket 2")
    assert state(page) == "called"
    press(page, "Panggil lagi", "dipanggil lagi")
    found += new_violations(page)
    press(page, "Mulai layani", "mulai dilayani")
    assert state(page) == "serving"
    found += new_violations(page)
    reach(page, "outcome")
    page.keyboard.type("Metode dijelaskan.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".pst-flash")).to_contain_text("Hasil konsultasi disimpan.")
    press(page, "Selesai", "selesai: keperluan selesai dilayani.")

    expect(page.locator("h1")).to_have_text("Loket 2")
    assert found == []


def test_a_called_number_leaves_the_other_counters_queue_by_itself(window: Callable[..., Page]):
    one, two = sit_down(window(), "petugas2", 2), window(own=True)
    two.clock.install()
    sit_down(two, "petugas3", 1)
    waiting = two.locator("#queue .pst-number")
    before = waiting.count()
    at = two.locator("#queue").get_by_role("link", name="Perbarui sekarang")
    at.focus()

    press(one, "Panggil berikutnya", "dipanggil ke loket 2")
    two.clock.fast_forward(NEXT_LOOK)

    expect(waiting).to_have_count(before - 1)
    expect(at).to_be_focused()
    press(one, "Tunda", "ditunda")


def test_a_contact_opens_in_its_place_and_the_reason_is_asked_first(page: Page):
    sit_down(page)
    page.get_by_role("link", name=re.compile("^Buka kunjungan")).click()
    expect(page.locator("#visitor")).to_be_visible()
    address = page.url

    page.get_by_role("button", name="Tampilkan kontak").click()
    expect(page.locator("#visitor .govuk-error-message")).to_contain_text("Pilih dahulu keperluannya.")
    page.select_option("#reason", "dokumen")
    page.get_by_role("button", name="Tampilkan kontak").click()

    expect(page.locator("#visitor a[href^='mailto:']")).to_be_visible()
    assert page.url == address
