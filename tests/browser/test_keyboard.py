"""The applicant's way with the keyboard alone; and the same way in a browser that runs no script."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.walking import PASSWORD, Walker, first_in

IN_REVIEW = "/petugas/permohonan?keadaan=in_review"
CHANGED_TWICE = """() => {  // the second time at the moment the first is drawn
    const change = () => document.body.dispatchEvent(new Event("catatan-berubah"));
    let drawn = 0;
    document.addEventListener("htmx:afterSwap", ({ target, detail }) => {
        if (!detail.pathInfo.requestPath.endsWith("/bagian") || detail.xhr.counted) return;
        detail.xhr.counted = true;
        document.getElementById("parts").dataset.drawn = ++drawn;
        if (drawn === 1) change();
    });
    change();
}"""
FOCUS = """() => {
  const [at, look] = [document.activeElement, getComputedStyle(document.activeElement)];
  if (at === document.body) return { id: "", name: "(the browser itself)", shown: true, marked: true };
  const label = at.labels?.[0]?.textContent ?? at.textContent ?? "";
  const { top, bottom, height } = (at.labels?.[0] ?? at).getBoundingClientRect();
  return {
    id: at.id,
    name: (at.getAttribute("aria-label") ?? label).trim().replace(/\\s+/g, " "),
    shown: height > 0 && bottom > 0 && top < innerHeight,
    marked: look.outlineStyle !== "none" || look.boxShadow !== "none" || look.backgroundColor === "rgb(255, 207, 74)",
  };
}"""
"""Where the keyboard is: the element's id, what it is called, whether it is on the screen and looks it."""


def test_an_applicant_fills_a_table_and_reads_what_is_missing_by_keyboard_alone(page: Page):
    page.goto("/masuk")
    page.keyboard.press("Tab")
    assert where(page)["name"] == "Langsung ke isi halaman"
    page.keyboard.press("Enter")
    assert where(page)["id"] == "main"
    tab_to(page, "Alamat surel")
    page.keyboard.type("pemohon3@contoh.test")
    tab_to(page, "Kata sandi")
    page.keyboard.type(PASSWORD)
    press(page, "Enter")

    go(page, "Kompilasi Data Produksi Perikanan Tangkap Kabupaten Mempawah")
    go(page, "Blok III. Perencanaan dan Persiapan")
    rows = page.locator("#question-variabel .pst-row-card")
    before = rows.count()
    go(page, "Tambah variabel")
    expect(rows).to_have_count(before + 1)
    expect(page.locator(f"#variabel-{before}-nama")).to_be_focused()
    page.keyboard.type("Jumlah kapal")
    go(page, f"Hapus variabel {before + 1}")
    expect(rows).to_have_count(before)
    expect(page.locator(f"#variabel-{before - 1}-nama")).to_be_focused()

    go(page, "Kembali ke daftar bagian", back=True)
    go(page, "Periksa dan kirim")
    go(page, "Kirim permohonan")
    expect(page.locator("#error-summary")).to_be_focused()
    tab_to(page, "Masih ada")
    page.keyboard.press("Enter")
    expect(page.locator("#kurang")).to_be_focused()
    assert page.url.endswith("#kurang")


def test_an_officer_stays_in_the_question_that_htmx_draws_anew(window: Callable[..., Page]):
    page = Walker(window(), "petugas1@contoh.test").page
    page.goto(f"{first_in(page, IN_REVIEW)}?lihat=isian")
    question = page.locator("#question-tujuan_kegiatan")

    question.get_by_role("link", name="Beri catatan").press("Enter")
    expect(question.get_by_label("Catatan", exact=True)).to_be_focused()
    page.keyboard.type("Sebutkan indikatornya.")
    question.get_by_role("button", name="Simpan catatan").press("Enter")
    expect(question.locator(".pst-remark").last).to_contain_text("Sebutkan indikatornya.")
    expect(question).to_be_focused()
    page.keyboard.press("Tab")
    expect(question.locator(":focus")).to_have_count(1)

    page.locator("#mark-2 button").press("Enter")
    expect(page.locator("#part-2 > summary")).to_be_focused()
    expect(page.locator("#parts li", has_text="Blok II.")).to_contain_text("Diperiksa")
    page.locator("#show-contact button").press("Enter")
    expect(page.locator("#contact")).to_be_focused()


def test_what_changes_while_the_list_of_parts_is_drawn_is_heard(window: Callable[..., Page]):
    page = Walker(window(), "petugas1@contoh.test").page
    page.goto(f"{first_in(page, IN_REVIEW)}?lihat=isian")
    asked: list[str] = []
    page.on("response", lambda answer: asked.append(answer.url) if answer.url.endswith("/bagian") else None)

    page.evaluate(CHANGED_TWICE)

    expect(page.locator("#parts[data-drawn='2']")).to_be_visible()
    assert len(asked) == 2


def test_three_remarks_take_keys_alone_and_an_attachment_opens_beside_the_sheet(window: Callable[..., Page]):
    officer = Walker(window(), "petugas1@contoh.test")
    page = officer.page
    page.goto(f"{first_in(page, IN_REVIEW)}?lihat=isian#part-6")
    remarks = page.locator("#part-6 .pst-remark").filter(has_text="Jelaskan, nomor")
    before = remarks.count()

    for number in range(3):
        page.keyboard.press("n")
        page.keyboard.press("c")
        expect(page.locator("textarea:focus")).to_be_visible()
        page.keyboard.type(f"Jelaskan, nomor {number} c n p.")
        page.keyboard.press("Control+Enter")
        expect(remarks).to_have_count(before + number + 1)
    officer.look()

    paper = page.locator("#question-file_berkas_pendukung a[hx-get*=berkas]").first
    paper.press("Enter")
    expect(page.locator("#viewer iframe")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#viewer iframe")).to_have_count(0)
    expect(paper).to_be_focused()


def test_without_script_the_form_grows_shrinks_and_asks_further(window: Callable[..., Page]):
    applicant = Walker(window(width=360, java_script_enabled=False), "pemohon2@contoh.test", looks=False)
    page, number = applicant.page, applicant.begin_as_copy_of("Harga Komoditas Pasar Rakyat Kabupaten")

    applicant.open(f"/permohonan/{number}/blok/0")
    applicant.sees("Isian disimpan ketika Anda menekan salah satu tombol di bawah ini.")
    applicant.choose("Apakah kegiatan ini pernah mendapat rekomendasi dari BPS?", "Ya")
    applicant.press("Simpan dan lanjutkan")
    applicant.sees("membuka pertanyaan tambahan")
    expect(page.get_by_label("Identitas Rekomendasi", exact=True)).to_be_visible()

    rows = page.locator("#question-variabel .pst-row-card")
    applicant.open(f"/permohonan/{number}/blok/3")
    before = rows.count()
    applicant.press("Tambah variabel")
    expect(rows).to_have_count(before + 1)
    expect(rows.last.get_by_label("Nama variabel")).to_be_focused()
    applicant.press(f"Hapus variabel {before + 1}")
    expect(rows).to_have_count(before)


def where(page: Page) -> dict:
    """Where the keyboard is now."""
    return page.evaluate(FOCUS)


def tab_to(page: Page, name: str, back: bool = False) -> None:
    """Tab until the element called so; whatever is passed must be on the screen and show that it is there."""
    passed = []
    for _ in range(120):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        here = where(page)
        assert (here["shown"], here["marked"]) == (True, True), here
        passed.append(here["name"])
        if here["name"].startswith(name):
            return
    raise AssertionError(f"{name} is not among {passed}")


def go(page: Page, name: str, back: bool = False) -> None:
    """Follow the link or press the button called so."""
    tab_to(page, name, back)
    press(page, "Enter")


def press(page: Page, key: str) -> None:
    """A key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)
