"""Kiosk and board side by side in a real browser, on a Monday morning while the desk is open."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from pst.actions.frontdesk import tickets
from pst.config import Config
from pst.models import base
from pst.models.frontdesk.tickets import Ticket
from pst.rules.frontdesk.tickets import TicketState
from tests.browser.instruments import new_violations
from tests.browser.serving import answering, free_port
from tests.browser.walking import sign_in
from tests.factories import PASSWORD, WHEN, an_officer
from tests.factories_desk import a_guest
from tests.laws.tree import ROOT

ON_THAT_MONDAY = """
import runpy, time_machine
time_machine.travel("2026-11-23T02:00:00+00:00").start()
runpy.run_path("wsgi.py", run_name="__main__")
"""
KIOSK, PHONE, DESK = (1280, 720), (360, 740), (1280, 900)
KIOSKS = (KIOSK, (800, 1280))
TARGETS = """() => [...document.querySelectorAll("main a, main button, main input, main summary, header a")]
  .filter((it) => it.type !== "hidden" && it.checkVisibility())
  .map((it) => (it.closest(".govuk-radios__item, .govuk-checkboxes__item") ?? it))
  .map((it) => [it.textContent.trim() || it.name, it.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([words, box]) => `${words}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""
LOUDSPEAKER = """speechSynthesis.speak = (call) => {
  const heard = Object.assign(document.createElement("output"), { lang: call.lang, textContent: call.text });
  document.querySelector("main").append(heard);
}"""
HIDDEN = """() => [...document.querySelectorAll(".pst-kiosk__keys > *, .pst-key")]
  .filter((it) => it.getBoundingClientRect().bottom > innerHeight && !(innerWidth < 600 && it.matches(".pst-key")))
  .map((it) => it.textContent.trim() + " below the edge")"""
COUNTING = "() => { window.taps = 0; addEventListener('pointerdown', () => { window.taps += 1; }, true); }"
DOWNWARDS = "document.documentElement.scrollHeight - document.documentElement.clientHeight"
SMALLEST = """(board) => Math.min(...[...board.querySelectorAll("*")].filter((it) => it.innerText?.trim())
  .map((it) => parseFloat(getComputedStyle(it).fontSize)))"""
NEXT_LOOK = 11_000
"""Milliseconds after which a phone has asked again where its number stands."""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Desk(NamedTuple):
    """A served office and its database."""

    address: str
    database: Path


@pytest.fixture(scope="session")
def desk(golden: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The golden office, served on Senin, 23 November 2026, from 09.00 WIB on."""
    folder, port = tmp_path_factory.mktemp("desk"), free_port()
    database = Path(Config(instance=str(folder)).database)
    shutil.copy(golden, database)
    environment = {
        **os.environ,
        "PST_INSTANCE": str(folder),
        "PST_HOST": "127.0.0.1",
        "PST_PORT": str(port),
        "PST_RATE_LIMITS": "relaxed",
        "PST_MINUTE_JOBS": "0",
    }
    server = subprocess.Popen([sys.executable, "-c", ON_THAT_MONDAY], cwd=ROOT, env=environment)
    try:
        yield Desk(answering(f"http://127.0.0.1:{port}", server), database)
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def open_window(window_at: Callable[..., Page], desk: Desk) -> Callable[..., Page]:
    """Opens windows at this office: `open_window(PHONE)`."""
    return lambda size=KIOSK, **more: window_at(desk.address, *size, **more)


@contextmanager
def at_the_counter(desk: Desk) -> Iterator[None]:
    """The office's database, as an officer's process has it."""
    base.open_database(desk.database)
    try:
        yield
    finally:
        base.database.close()


def to_the_number(page: Page, seen: Callable[[Page], None] = lambda page: None, name: str = "Siti Contoh") -> str:
    """A first visit, touch by touch; `seen` looks at every screen. Returns the number."""
    page.goto("/buku-tamu")
    seen(page)
    page.get_by_role("link", name="Baru pertama kali").click()
    seen(page)
    page.get_by_label("Nama lengkap").fill(name)
    page.get_by_label("Instansi, sekolah, atau perusahaan").fill("Dinas Kesehatan")
    go_on(page, seen)
    page.get_by_label("Nomor HP atau WhatsApp").fill("0812 9999 1234")
    page.get_by_text("Mei", exact=True).click()
    go_on(page, seen)
    page.get_by_text("Bertanya tentang data, konsep").click(force=True)  # the whole tile answers
    expect(page.get_by_label("Konsultasi statistik")).to_be_checked()
    page.get_by_text("Mencari data").click()
    page.get_by_text("Lanjut usia").click()
    go_on(page, seen)
    go_on(page, seen)
    go_on(page, seen)
    page.get_by_role("button", name="Ambil nomor antrean").click()
    expect(page.locator(".pst-slip__title strong")).to_be_visible()
    seen(page)
    return page.locator(".pst-slip__title strong").inner_text()


def go_on(page: Page, seen: Callable[[Page], None]) -> None:
    before = page.locator("h1").inner_text()
    page.get_by_role("button", name="Lanjut").click()
    expect(page.locator("h1")).not_to_have_text(before)
    seen(page)


@pytest.mark.parametrize("size", [KIOSK, PHONE], ids=["kiosk", "phone"])
def test_every_screen_is_sound_made_for_fingers_and_whole_on_a_kiosk(open_window, size):
    found: list[str] = []

    def look(page: Page) -> None:
        title = page.locator("h1").inner_text()
        found.extend(f"{title}: {said}" for said in (*new_violations(page), *page.evaluate(TARGETS)))
        if page.evaluate(SIDEWAYS) > 0:
            found.append(f"{title}: scrolls sideways")
        for width, height in (size,) if size == PHONE else KIOSKS:
            page.set_viewport_size({"width": width, "height": height})
            found.extend(f"{title}, {width} x {height}: {said}" for said in page.evaluate(HIDDEN))
            if size != PHONE and page.evaluate(DOWNWARDS) > 0:
                found.append(f"{title}: does not fit {width} x {height}")

    page = open_window(size)
    number = to_the_number(page, look)
    taps = come_again(page, look)

    assert found == []
    assert (number[0], taps) == ("K", 6)


def come_again(page: Page, seen: Callable[[Page], None]) -> int:
    """The same visitor once more, with the finger only but for the phone number; returns how many taps it took."""
    page.goto("/buku-tamu")
    page.evaluate(COUNTING)
    page.get_by_role("link", name="Pernah berkunjung").click()
    phone = page.get_by_label("Nomor HP atau WhatsApp")
    phone.click()
    seen(page)
    phone.fill("0812 9999 1234")
    page.get_by_role("button", name="Mei").click()
    expect(page.locator("h1")).to_have_text("Benar Anda Siti Contoh?")
    seen(page)
    page.get_by_text("R: Rekomendasi").click()
    page.get_by_text("Mengambil surat", exact=True).click()
    page.get_by_role("button", name="Ya, ambil nomor antrean").click()
    expect(page.locator(".pst-slip__title strong")).to_contain_text("R-")
    return page.evaluate("window.taps")


def test_the_board_fills_its_screen_and_is_read_from_three_metres(open_window):
    board = open_window()
    board.goto("/antrean")

    for width, height in ((1280, 720), (1920, 1080)):
        board.set_viewport_size({"width": width, "height": height})
        smallest = board.locator("#board").evaluate(SMALLEST)
        bottom = board.locator("#board").bounding_box()
        assert smallest >= 40 * width / 1920
        assert height * 0.94 <= bottom["y"] + bottom["height"] <= height
        assert (board.evaluate(DOWNWARDS), board.evaluate(SIDEWAYS), new_violations(board)) == (0, 0, [])


def test_kiosk_counter_board_and_phone_tell_one_story(open_window, desk):
    kiosk, counter = open_window(), open_window(DESK)
    board, phone = open_window(own=True), open_window(PHONE, own=True)
    board.add_init_script(LOUDSPEAKER)
    phone.clock.install()
    board.goto("/antrean")
    board.get_by_role("button", name="Nyalakan suara panggilan").click()
    nobody_waits(desk)
    first, second = called(desk, counter=1), to_the_number(kiosk, name="Tamu Bersama")
    assert slip_of(kiosk, second) == ([80], ["antrean", "survei"])
    phone.goto(f"/antrean/{kiosk.locator('.pst-slip__place .pst-number').inner_text()}")
    expect(phone.locator("#place")).to_contain_text("giliran berikutnya")

    sit_down(counter)
    counter.get_by_role("button", name="Panggil berikutnya").click()

    expect(board.locator(".pst-board__number")).to_have_text(second)
    expect(board.locator(".pst-board__earlier li").first).to_contain_text(first)
    expect(board.locator("output[lang=id-ID]")).to_have_count(2)
    said = [" ".join(words.split()[-4:]) for words in board.locator("output").all_inner_texts()]
    assert said == ["Silakan menuju loket satu.", "Silakan menuju loket dua."]
    phone.clock.fast_forward(NEXT_LOOK)
    expect(phone.locator("#place")).to_contain_text("Silakan menuju loket 2")
    assert [found for page in (counter, board, phone) for found in new_violations(page)] == []
    counter.get_by_role("button", name="Mulai layani").click()
    expect(counter.locator("#panel [data-status]")).to_have_attribute("data-status", "serving")
    counter.get_by_role("button", name="Selesai").click()
    expect(counter.locator(".pst-flash")).to_contain_text("selesai")
    phone.clock.fast_forward(NEXT_LOOK)
    expect(phone.locator("#place")).to_contain_text("sudah selesai")
    assert "Tamu Bersama" in counter.content()
    names = ("Tamu Bersama", "Rahmat", "0812")
    assert [name for page in (board, phone) for name in names if name in page.content()] == []


def nobody_waits(desk: Desk) -> None:
    """Whoever another test left in the queue has gone."""
    with at_the_counter(desk):
        Ticket.update(state=TicketState.CANCELLED).where(Ticket.state == TicketState.WAITING).execute()


def called(desk: Desk, counter: int) -> str:
    """The number of a guest who was called when the desk opened: before all that this office's own clock says."""
    with at_the_counter(desk):
        return tickets.call(a_guest().ticket, an_officer(), counter, WHEN).number


def slip_of(kiosk: Page, number: str) -> tuple[list[int], list[str]]:
    """The page as a printer of receipts gets it: its width in millimetres, and where its codes lead."""
    with pypdfium2.PdfDocument(io.BytesIO(kiosk.pdf(prefer_css_page_size=True))) as document:
        sizes = [round(sheet.get_width() * 25.4 / 72) for sheet in document]
        picture = document[0].render(scale=3).to_pil()
        words = document[0].get_textpage().get_text_range()
    assert number in words and "Cetak nomor" not in words and "Tamu Bersama" not in words
    return sizes, sorted(found.text.rsplit("/", 2)[1] for found in zxingcpp.read_barcodes(picture))


def sit_down(page: Page) -> None:
    """An officer takes counter 2."""
    sign_in(page, "petugas2@contoh.test", PASSWORD)
    page.goto("/petugas/loket?ganti=1")
    page.locator("[name=counter][value='2']").check()
    page.get_by_role("button", name="Mulai").click()
    expect(page.locator("h1")).to_have_text("Loket 2")


def test_untouched_the_kiosk_forgets_after_45_seconds_and_not_before(open_window):
    page = open_window(own=True)
    page.clock.install()
    page.goto("/buku-tamu")
    page.get_by_role("link", name="Baru pertama kali").click()
    page.get_by_label("Nama lengkap").fill("Nama Rahasia")

    page.clock.run_for(30_000)
    expect(page.get_by_text("Halaman ini segera dikosongkan")).to_be_visible()
    page.locator("h1").click()
    expect(page.get_by_text("Halaman ini segera dikosongkan")).to_have_count(0)
    page.clock.run_for(40_000)
    expect(page.get_by_label("Nama lengkap")).to_have_value("Nama Rahasia")
    page.clock.run_for(6_000)
    expect(page.locator("h1")).to_have_text("Selamat datang")

    page.go_back()
    expect(page.locator("h1")).to_have_text("Selamat datang")
    assert "Nama Rahasia" not in page.content()


def test_a_network_hiccup_is_told_loses_nothing_and_hides_what_was_left(open_window):
    page = open_window(own=True)
    page.clock.install()
    page.goto("/buku-tamu/isi")
    page.get_by_label("Nama lengkap").fill("Nama Rahasia")
    page.get_by_label("Instansi, sekolah, atau perusahaan").fill("Perorangan")

    page.context.set_offline(True)
    page.get_by_role("button", name="Lanjut").click()
    expect(page.locator("#trouble")).to_contain_text("Sambungan terputus")
    expect(page.get_by_label("Nama lengkap")).to_have_value("Nama Rahasia")
    page.context.set_offline(False)
    page.get_by_role("button", name="Lanjut").click()
    expect(page.locator("h1")).to_have_text("Bagaimana Anda dapat dihubungi?")

    page.context.set_offline(True)
    page.clock.run_for(46_000)
    expect(page.locator("h1")).to_have_text("Sambungan terputus")
    assert "Nama Rahasia" not in page.content()
    page.context.set_offline(False)
    page.clock.run_for(6_000)
    expect(page.locator("h1")).to_have_text("Selamat datang")
