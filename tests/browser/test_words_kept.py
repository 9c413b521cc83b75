"""Words are not lost: two windows on one block, leaving in the middle of a sentence, a session that ends."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_main_job import a_draft_of
from tests.browser.walking import Walker, end_session, first_in
from tests.exchange.test_uploads import a_pdf

REMARK = "Sebutkan indikator yang dihasilkan, satu baris setiap indikator."
ROWS = 120
FILL_ROWS = """async (rows) => {
  const fields = new URLSearchParams({ _drawn: "variabel" });
  const definition = "Banyaknya ikan yang didaratkan di pelabuhan pada bulan yang lalu, dalam kilogram. ".repeat(8);
  for (let row = 0; row < rows; row++) {
    fields.set(`variabel-${row}-nama`, `Variabel ${row}`);
    fields.set(`variabel-${row}-definisi`, definition);
  }
  const token = document.querySelector('meta[name="csrf-token"]').content;
  const headers = { "X-CSRFToken": token, "X-Autosave": "1" };
  return (await fetch(location.pathname, { method: "POST", body: fields, headers })).ok;
}"""


@pytest.fixture
def walker(window: Callable[..., Page]) -> Callable[[str], Walker]:
    """`walker("petugas1")`: this person, signed in, in a window of the own."""
    return lambda short: Walker(window(), f"{short}@contoh.test")


def test_two_windows_on_one_block_lose_nothing(walker: Callable[[str], Walker]):
    office = walker("pemohon3")
    block = a_draft_of(office)
    home = walker("pemohon3")
    home.open(block)

    home.page.locator("#latar_belakang_kegiatan").fill("Latar belakang yang diketik dari rumah, cukup panjang.")
    expect(home.page.locator("[data-autosave-status]")).to_contain_text("Tersimpan")
    office.page.locator("#tujuan_kegiatan").fill("Tujuan umum yang diketik dari kantor, cukup panjang pula.")
    expect(office.page.locator("[data-autosave-status]")).to_contain_text("Tersimpan")
    home.page.locator("#latar_belakang_kegiatan").fill("Latar belakang yang diketik dari rumah, diperbaiki sendiri.")
    expect(home.page.locator("[data-autosave-status]")).not_to_contain_text("tempat lain", timeout=3000)

    office.page.locator("#latar_belakang_kegiatan").fill("Latar belakang lain yang diketik dari kantor.")
    expect(office.page.locator("[data-autosave-status]")).to_contain_text("juga diubah di tempat lain")
    office.press("Simpan dan lanjutkan")
    office.sees("Latar belakang yang diketik dari rumah, diperbaiki sendiri.")
    expect(office.page.locator("#latar_belakang_kegiatan")).to_have_value(re.compile("dari kantor"))
    office.press("Pakai isian saya")

    home.open(block)
    expect(home.page.locator("#latar_belakang_kegiatan")).to_have_value(re.compile("dari kantor"))
    expect(home.page.locator("#tujuan_kegiatan")).to_have_value(re.compile("dari kantor"))


def test_a_hundred_and_twenty_rows_do_not_lose_the_last_words_before_leaving(walker: Callable[[str], Walker]):
    desk = walker("pemohon3")
    page, block = desk.page, a_draft_of(desk)
    assert page.evaluate(FILL_ROWS, ROWS)
    page.goto(block)

    page.locator(".pst-row-card > summary").last.click()
    page.locator(f"#variabel-{ROWS - 1}-nama").fill("Variabel yang diketik terakhir")
    page.goto("/permohonan")
    page.goto(block)

    last, offer = page.locator(f"#variabel-{ROWS - 1}-nama"), page.get_by_role("button", name="Pakai")
    if last.input_value() != "Variabel yang diketik terakhir":
        offer.click()
    expect(last).to_have_value("Variabel yang diketik terakhir")
    expect(page.locator(".pst-unsaved")).to_have_count(0)


def a_remark_begun(officer: Walker) -> Page:
    """A remark half written beside its question, on the first case that may be examined."""
    page = officer.page
    page.goto(f"{first_in(page, '/petugas/permohonan?keadaan=in_review')}?lihat=isian")
    question = page.locator("#question-tujuan_kegiatan")
    question.get_by_role("link", name="Beri catatan").click()
    expect(question.get_by_label("Catatan", exact=True)).to_be_focused()
    question.get_by_label("Catatan", exact=True).fill(REMARK)
    return page


def test_a_remark_is_offered_again_after_another_tab_of_the_case(walker: Callable[[str], Walker]):
    officer = walker("petugas1")
    page = a_remark_begun(officer)

    officer.follow("Riwayat")
    offer = page.locator(".pst-unsaved")
    expect(offer).to_contain_text(REMARK)
    offer.get_by_role("link").click()
    page.get_by_role("button", name="Pakai").click()
    question = page.locator("#question-tujuan_kegiatan")
    expect(question.get_by_label("Catatan", exact=True)).to_have_value(REMARK)

    question.get_by_role("button", name="Simpan catatan").click()
    expect(question.locator(".pst-remark").last).to_contain_text(REMARK)
    officer.follow("Riwayat")
    expect(page.locator(".pst-unsaved")).to_have_count(0)


def test_a_refused_form_without_words_leaves_nothing_behind(walker: Callable[[str], Walker]):
    officer = walker("petugas1")
    page = a_remark_begun(officer)
    box = page.locator("#question-tujuan_kegiatan")
    box.get_by_label("Catatan", exact=True).fill(" ")
    box.get_by_label("Catatan", exact=True).press("Control+Enter")
    expect(box.locator(".govuk-error-message")).to_be_visible()
    officer.follow("Riwayat")
    expect(page.locator(".pst-unsaved")).to_have_count(0)

    admin = walker("admin")
    admin.open("/petugas/kantor/kalimat/baru")
    admin.press("Simpan")
    admin.page.wait_for_url("**/kalimat/baru")
    expect(admin.page.locator(".govuk-error-summary")).to_be_visible()
    admin.page.locator("textarea").first.fill("Sebutkan sumber datanya.")
    admin.open("/petugas/kantor")
    offer = admin.page.locator(".pst-unsaved")
    expect(offer).to_contain_text("“Sebutkan sumber datanya.”")
    expect(offer).not_to_contain_text("Kesalahan")


def test_an_opinion_in_a_folded_form_is_offered_where_it_can_be_seen(walker: Callable[[str], Walker]):
    officer = walker("petugas1")
    page = officer.page
    officer.open(f"{first_in(page, '/petugas/permohonan?keadaan=evaluation')}?lihat=evaluasi")
    form = page.locator("details", has=page.locator("#opinion"))
    if not page.locator("#opinion").is_visible():
        form.locator("summary").click()
    page.locator("#opinion-text").fill("Rancangan sudah sesuai kaidah.")
    officer.follow("Pesan")
    officer.follow("Evaluasi")

    form.get_by_role("button", name="Pakai").click()
    expect(page.locator("#opinion-text")).to_have_value("Rancangan sudah sesuai kaidah.")
    form.get_by_role("button", name="Simpan pendapat").click()
    expect(page.locator("#opinions")).to_contain_text("Rancangan sudah sesuai kaidah.")


def test_a_remark_outlives_the_session_and_the_window(walker: Callable[[str], Walker]):
    officer = walker("petugas2")
    page = a_remark_begun(officer)
    end_session(page, "petugas2@contoh.test")

    page.locator("#question-tujuan_kegiatan").get_by_role("button", name="Simpan catatan").click()
    page.wait_for_url("**/masuk**")
    page.close()
    officer.page = page = page.context.new_page()
    officer.page.goto("/masuk?lanjut=/petugas")
    officer.give_password("petugas2@contoh.test")

    expect(page.locator(".pst-unsaved")).to_contain_text(REMARK)
    page.locator(".pst-unsaved").get_by_role("link").click()
    expect(page.get_by_role("button", name="Pakai")).to_be_visible()
    page.get_by_role("button", name="Buang").click()
    page.goto("/petugas")
    expect(page.locator(".pst-unsaved")).to_have_count(0)


def test_nothing_is_kept_of_whoever_signs_out(walker: Callable[[str], Walker]):
    officer = walker("petugas2")
    page = a_remark_begun(officer)

    page.get_by_role("button", name="Keluar", exact=True).click()
    expect(page.get_by_text("Anda sudah keluar.")).to_be_visible()

    assert page.evaluate("Object.keys(localStorage)") == []


def test_the_outcome_of_a_visit_outlives_another_button_of_its_page(walker: Callable[[str], Walker]):
    officer = walker("petugas1")
    page = officer.page
    officer.open(first_in(page, "/petugas/tamu"))
    page.locator("#outcome").fill("Diberi penjelasan tentang blok lima.")

    officer.press("Simpan kaitan")
    expect(page.locator(".pst-unsaved")).to_be_visible()
    page.get_by_role("button", name="Pakai").click()
    officer.press("Simpan hasil")
    expect(page.locator("#outcome")).to_have_value("Diberi penjelasan tentang blok lima.")
    expect(page.locator(".pst-unsaved")).to_have_count(0)


def test_chosen_files_go_up_at_once_and_are_not_left_behind(walker: Callable[[str], Walker]):
    applicant = walker("pemohon3")
    page, block = applicant.page, a_draft_of(applicant).replace("/blok/3", "/blok/9")
    page.goto(block)
    page.locator("#catatan_pemohon").press_sequentially("Peta menyusul.")  # browsers ask only whoever did something
    page.evaluate("""() => document.addEventListener("htmx:xhr:progress",
        ({ target }) => { window.shown ??= target.nextElementSibling?.matches("progress"); })""")

    page.set_input_files(
        "#file_berkas_pendukung", {"name": "peta.pdf", "mimeType": "application/pdf", "buffer": a_pdf()}
    )
    expect(page.get_by_role("link", name="peta.pdf")).to_be_visible()
    assert page.evaluate("[window.shown, document.querySelectorAll('progress').length]") == [True, 0]
    page.get_by_role("link", name="Kembali ke daftar bagian").click()
    page.wait_for_url(lambda address: not address.endswith(block))

    applicant.open(block)
    applicant.sees("peta.pdf")


def test_what_is_ticked_while_a_file_goes_up_is_ticked_in_what_is_drawn_anew_at_once(walker: Callable[[str], Walker]):
    applicant = walker("pemohon2")
    page, number = applicant.page, applicant.begin_as_copy_of("Harga Komoditas")
    applicant.open(f"/permohonan/{number}/blok/9")
    agreed = page.get_by_label("Isian ini benar, dan pengumpulan data belum dimulai.")
    page.evaluate("""() => {  // ticked when the file is on its way, looked at the moment htmx has drawn
        const agreed = () => document.getElementsByName("pernyataan")[0];
        window.drawn = [];
        document.addEventListener("htmx:beforeSend", () => agreed().click(), { once: true });
        document.addEventListener("htmx:afterSwap", () => window.drawn.push(agreed().checked));
    }""")

    paper = {"name": "peta.pdf", "mimeType": "application/pdf", "buffer": a_pdf()}
    with page.expect_response(lambda answer: "x-autosave" in answer.request.headers):  # the tick, by itself
        page.set_input_files("#file_berkas_pendukung", paper)
    expect(page.get_by_role("link", name="peta.pdf")).to_be_visible()

    assert set(page.evaluate("window.drawn")) == {True}
    applicant.open(f"/permohonan/{number}/blok/9")
    expect(agreed).to_be_checked()
