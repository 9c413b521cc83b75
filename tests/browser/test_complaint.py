"""Complaining on a phone, and when somebody looks over the shoulder."""

import io

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from pst.rules.complaints.effort import is_solved
from tests.browser.instruments import new_violations

PHONE = {"width": 360, "height": 740}
TEXT = "Loket kedua selalu kosong pada hari Senin, padahal antreannya panjang."


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, "PNG")
    return out.getvalue()


def fill_and_send(page: Page) -> tuple[str, str]:
    """Tell it without a name and with a picture; number and code from the page that shows them."""
    page.goto("/pengaduan/baru")
    page.get_by_label("Ceritakan dengan kata-kata Anda").fill(TEXT)
    page.get_by_label("Tanpa identitas").check()
    page.get_by_text("Tambahkan keterangan atau foto").click()
    page.get_by_label("Foto atau PDF").set_input_files(
        {"name": "loket.png", "mimeType": "image/png", "buffer": a_picture()}
    )
    page.get_by_role("button", name="Kirim").click()
    main = page.locator("main[data-code]")
    return main.get_attribute("data-number") or "", main.get_attribute("data-code") or ""


def overflow(page: Page) -> int:
    """How far the page can be pushed sideways, in pixels."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_a_complaint_from_a_phone_and_the_way_back_through_its_qr(window):
    page = window(**PHONE, own=True)
    number, code = fill_and_send(page)
    assert (new_violations(page), overflow(page)) == ([], 0)
    assert qr_on(page).endswith(f"/pengaduan/lacak#{code}")

    page.goto("/pengaduan/kode/cetak")
    expect(page.get_by_role("button", name="Cetak lembar ini")).to_be_visible()
    assert new_violations(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".pst-sheet__code")).to_have_text(code)
    for around in ("Cetak lembar ini", "Tutup cepat"):
        expect(page.get_by_text(around)).to_be_hidden()
    address = qr_on(page)
    page.emulate_media(media="null")

    page.goto("/pengaduan/kode")
    page.get_by_label("Empat huruf atau angka terakhir").fill(code[-4:].lower())
    page.get_by_role("button", name="Sudah saya catat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Terima kasih")
    assert (new_violations(page), overflow(page)) == ([], 0)
    page.goto("about:blank")
    page.goto(address)
    expect(page.get_by_label("Kode Anda")).to_have_value(code)
    assert page.url.endswith("/pengaduan/lacak")  # the code has left the address
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(f"Pengaduan {number}")
    page.get_by_label("Pesan Anda").fill("Ada kabar?")
    page.get_by_role("button", name="Kirim pesan").click()
    expect(page.locator(".pst-message--mine")).to_contain_text("Ada kabar?")
    expect(page.get_by_role("link", name="lampiran-1.png")).to_be_visible()
    assert (new_violations(page), overflow(page)) == ([], 0)


def test_the_form_makes_the_effort_it_asks_for_and_asks_no_name_of_whoever_wants_none(window):
    page = window(**PHONE)
    page.goto("/pengaduan/baru")
    form = page.locator("#complaint")
    expect(page.locator("#name")).to_be_visible()

    page.get_by_label("Tanpa identitas").check()
    expect(page.locator("#name")).to_be_hidden()
    page.get_by_label("Rahasia").check()
    expect(page.locator("#name")).to_be_visible()

    expect(page.locator("#work")).not_to_have_value("")
    challenge, work = page.locator("#challenge").input_value(), page.locator("#work").input_value()
    assert is_solved(challenge, work, int(form.get_attribute("data-effort") or 0))


def test_leaving_quickly_and_going_back_shows_nothing(window):
    page = window(**PHONE)
    number, code = fill_and_send(page)
    expect(page.locator("main")).to_contain_text(number)

    page.get_by_role("button", name="Tutup cepat").click()
    page.wait_for_url("**/katalog")
    nothing_is_behind(page, number)
    page.goto("/pengaduan/kode")
    expect(page.get_by_role("heading", level=1)).to_have_text("Pengaduan dan saran")

    page.goto("/pengaduan/lacak")
    page.get_by_label("Kode Anda").fill(code)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(number)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url("**/katalog")
    nothing_is_behind(page, number)


def nothing_is_behind(page: Page, number: str) -> None:
    page.go_back()
    expect(page.locator("main")).not_to_contain_text(number)


def qr_on(page: Page) -> str:
    """Where the picture on the screen leads."""
    (qr,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    return qr.text
