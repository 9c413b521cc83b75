"""A passkey in a real browser, whose device is Chromium's own pretended one: made, shown at the door, taken off."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.walking import Walker

DEVICE = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True}


def test_a_key_is_made_opens_the_door_and_is_taken_off(window: Callable[..., Page]):
    page = window(own=True)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {**DEVICE, "hasResidentKey": True}})
    walker = Walker(page, "petugas2@contoh.test")

    walker.open("/akun/faktor-kedua")
    walker.fill("Nama perangkat", "Laptop loket")
    walker.press("Tambahkan kunci sandi")
    expect(page.locator("#recovery-codes li")).to_have_count(10)

    page.context.clear_cookies()
    walker.open("/masuk")
    walker.give_password("petugas2@contoh.test")
    walker.press("Pakai kunci sandi")
    page.wait_for_url("**/petugas")

    walker.open("/akun/faktor-kedua")
    expect(page.locator("#kunci-sandi")).to_contain_text("Laptop loket")
    walker.press("Hapus Laptop loket")
    expect(page.locator("#kunci-sandi")).to_have_count(0)
