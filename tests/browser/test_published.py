"""The page that needs no server, opened from a folder in a Chromium without a network."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from pst.actions.letters import letters
from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from pst.views.letters.published import published_files
from tests.browser.instruments import new_violations
from tests.factories import SIGNING, a_store, a_submission, user
from tests.paper.reading import pictures_of


@pytest.fixture
def folder(app, tmp_path) -> Callable[[], Path]:
    """Exports the page and the list, as they are now."""

    def export() -> Path:
        with app.app_context():
            for name, content in published_files().items():
                (tmp_path / name).write_text(content)
        return tmp_path

    return export


@pytest.fixture
def stick(browser: Browser) -> Iterator[Page]:
    """A window that reaches no other machine and may ask for nothing but files."""
    context = browser.new_context(offline=True, locale="id-ID", viewport={"width": 360, "height": 740})
    page, troubles = context.new_page(), []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda asked: asked.url.startswith(("file:", "data:")) or troubles.append(asked.url))
    yield page
    context.close()
    assert troubles == []


def said_of_text(page: Page, text: str) -> str:
    page.get_by_label("Isi QR pada surat").fill(text)
    page.get_by_role("button", name="Periksa QR").click()
    return page.locator("#result h2").inner_text()


def said_of_file(page: Page, content: bytes) -> str:
    page.evaluate("document.getElementById('result').replaceChildren()")
    file = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": content}
    page.get_by_label("Atau berkas PDF suratnya").set_input_files(file)
    page.get_by_role("button", name="Periksa berkas").click()
    return page.locator("#result h2").inner_text()


def test_paper_and_file_are_told_genuine_changed_or_revoked_from_a_stick(db, store, folder, stick, monday):
    letter = Letter.issued_of(a_submission(Status.ISSUED))
    paper = a_store().read(letter.file_id)
    (code,) = zxingcpp.read_barcodes(pictures_of(paper)[0])
    address = f"{folder().as_uri()}/verifikasi.html"

    stick.goto(f"{address}#{code.text}")
    expect(stick.locator("#result h2")).to_have_text("Surat asli dan berlaku")
    expect(stick.locator("#result")).to_contain_text(letter.facts["activity"]["agency"])
    assert new_violations(stick) == []
    for place in (30, len(code.text) - 150, len(code.text) - 1):
        other = "3" if code.text[place] != "3" else "4"
        changed = code.text[:place] + other + code.text[place + 1 :]
        assert said_of_text(stick, changed) == "Tidak asli", place
        assert said_of_text(stick, code.text) == "Surat asli dan berlaku"
    middle = len(paper) // 2
    assert said_of_file(stick, paper) == "Surat asli dan berlaku"
    assert said_of_file(stick, paper[:middle] + b"~" + paper[middle + 1 :]) == "Berkas ini diubah"
    assert said_of_file(stick, paper + b"\n%%EOF\n") == "Surat asli, dengan tambahan yang tidak diperiksa di sini"
    assert said_of_file(stick, b"%PDF-1.7") == "Berkas ini tidak dikenal"

    letters.revoke(letter, user("kepala"), "Keliru.", SIGNING + timedelta(hours=1))
    folder()
    stick.reload()
    expect(stick.locator("#result h2")).to_have_text("Surat sudah dicabut")
    assert said_of_file(stick, paper) == "Surat sudah dicabut"
    stick.goto(address.replace("verifikasi.html", "daftar-surat.html"))
    expect(stick.get_by_role("row", name=letter.number)).to_contain_text("Dicabut pada 23 November 2026")
