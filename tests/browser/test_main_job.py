"""The main job in a real browser with script: from a form half typed to a letter whose printed code tells the truth."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from tests.browser.walking import Walker, end_session
from tests.exchange.test_uploads import a_pdf
from tests.paper.reading import pictures_of

PURPOSE = "Tujuan umum: menyediakan data harga. Tujuan khusus: rata-rata harga mingguan setiap komoditas pokok."


@pytest.fixture
def walker(window: Callable[..., Page]) -> Callable[[str], Walker]:
    """`walker("petugas1")`: this person, signed in, in a window of the own."""
    return lambda short: Walker(window(), f"{short}@contoh.test")


def test_from_a_form_half_typed_to_a_letter_anyone_can_check(
    walker: Callable[[str], Walker], window: Callable[..., Page]
):
    applicant, officer, head = walker("pemohon2"), walker("petugas1"), walker("kepala")
    number = applicant.begin_as_copy_of("Harga Komoditas")
    type_the_cover(applicant, number)
    grow_and_shrink_a_table(applicant, number)
    attach_and_agree(applicant, number)
    send(applicant, number)

    case = f"/petugas/permohonan/{number}"
    take_step(officer, case, "Nyatakan lengkap")
    note_remark(officer, case, "tujuan_kegiatan", "Sebutkan indikator yang dihasilkan.")
    take_step(officer, case, "Kembalikan untuk diperbaiki", "Mohon lengkapi tujuan.")
    answer_remark(applicant, number)
    send(applicant, number)
    take_step(officer, case, "Periksa perbaikan")
    settle_remark(officer, case)
    examine(officer, case)
    take_step(officer, case, "Mulai evaluasi tim")
    conclude(officer, case)
    take_step(officer, case, "Susun naskah surat")
    officer.open(f"{case}?lihat=surat")
    officer.press("Simpan dan ajukan ke Kepala")
    head.open(f"{case}/pengesahan")
    head.press("Sahkan surat")
    letter_number = head.number
    bring_signed(officer, head)

    applicant.open(f"/permohonan/{number}/surat")
    applicant.sees(letter_number)
    printed = applicant.page.request.get(f"/permohonan/{number}/surat.pdf").body()
    [code] = [found.text for page in pictures_of(printed) for found in zxingcpp.read_barcodes(page)]
    anyone = Walker(window())
    anyone.open(code)
    anyone.sees("Surat asli dan berlaku")
    anyone.sees(letter_number)


def test_what_was_typed_while_the_session_ended_is_offered_again(walker: Callable[[str], Walker]):
    desk = walker("pemohon3")
    page, block = desk.page, a_draft_of(desk)
    end_session(page, "pemohon3@contoh.test")

    page.locator("#latar_belakang_kegiatan").fill("Nelayan meminta angka pendaratan ikan setiap pelabuhan.")
    expect(page.locator("[data-autosave-status]")).to_contain_text("Sesi Anda sudah berakhir")
    desk.look()
    desk.follow("Masuk lagi")
    desk.give_password("pemohon3@contoh.test")
    assert page.url.endswith(block)
    expect(page.locator(".pst-unsaved")).to_contain_text(re.compile(r"diketik \d+ \w+ pukul \d\d\.\d\d WIB"))
    page.get_by_role("button", name="Pakai").click()
    expect(page.locator("[data-autosave-status]")).to_contain_text("Tersimpan")

    desk.open(block)
    expect(page.locator("#latar_belakang_kegiatan")).to_have_value(re.compile("^Nelayan meminta"))
    expect(page.locator(".pst-unsaved")).to_have_count(0)


def test_a_form_sent_after_the_session_ended_is_carried_through_the_door(walker: Callable[[str], Walker]):
    desk = walker("pemohon3")
    page, block = desk.page, a_draft_of(desk)
    end_session(page, "pemohon3@contoh.test")

    page.locator("#tujuan_kegiatan").fill("Tujuan umum: angka pendaratan ikan. Tujuan khusus: nilai setiap jenis.")
    desk.press("Simpan dan lanjutkan")
    desk.sees("Yang baru saja Anda isi belum tersimpan")
    desk.give_password("pemohon3@contoh.test")
    desk.press("Kirim isian tadi")

    desk.open(block)
    expect(page.locator("#tujuan_kegiatan")).to_have_value(re.compile("Tujuan khusus: nilai setiap jenis"))


def test_an_impatient_double_click_begins_one_draft(walker: Callable[[str], Walker]):
    applicant = walker("pemohon4")
    mine = applicant.page.locator("#permohonan tr")
    applicant.open("/permohonan")
    before = mine.count()

    applicant.open("/permohonan/baru")
    applicant.press_twice(applicant.page.locator("#start button"), "**/permohonan/REK-**")

    applicant.open("/permohonan")
    expect(mine).to_have_count(before + 1)


def a_draft_of(applicant: Walker) -> str:
    """The address of Blok III of the example draft, opened."""
    applicant.open("/permohonan")
    row = applicant.page.locator("#permohonan tr").filter(has=applicant.page.locator('[data-status="draft"]')).last
    block = f"{row.get_by_role('link').get_attribute('href')}/blok/3"
    applicant.open(block)
    return block


def type_the_cover(applicant: Walker, number: str) -> None:
    """What is typed stores itself; a question appears when its condition is met, and goes again."""
    page, title = applicant.page, "Kompilasi Data Harga Komoditas Pasar Rakyat Terbaru Kabupaten Mempawah"
    asked = page.get_by_label("Identitas Rekomendasi", exact=True)
    applicant.open(f"/permohonan/{number}/blok/0")
    expect(page.locator("[data-autosave-status]")).to_have_text("Isian disimpan sendiri sambil Anda mengetik.")
    applicant.fill("Judul Kegiatan", title)
    expect(page.locator("[data-autosave-status]")).to_contain_text("Tersimpan")
    expect(asked).to_have_count(0)

    applicant.choose("Apakah kegiatan ini pernah mendapat rekomendasi dari BPS?", "Ya")
    expect(asked).to_be_visible()
    applicant.look()
    applicant.choose("Apakah kegiatan ini pernah mendapat rekomendasi dari BPS?", "Tidak")
    expect(asked).to_have_count(0)

    applicant.press("Simpan dan kembali ke daftar bagian")
    applicant.follow("Identitas Kegiatan")
    expect(page.get_by_label("Judul Kegiatan")).to_have_value(title)
    applicant.press("Simpan dan lanjutkan")
    expect(page.locator("h1")).to_have_text("Blok I. Penyelenggara")


def grow_and_shrink_a_table(applicant: Walker, number: str) -> None:
    """A row more, filled and kept; the row before it goes."""
    table = applicant.page.locator("#question-variabel")
    applicant.open(f"/permohonan/{number}/blok/3")
    before = table.locator(".pst-row-card").count()
    applicant.press("Tambah variabel")
    expect(table.locator(".pst-row-card")).to_have_count(before + 1)
    last = table.locator(".pst-row-card").last
    for label, text in (
        ("Nama variabel", "Asal barang"),
        ("Konsep", "Perdagangan"),
        ("Definisi", "Kabupaten tempat barang dihasilkan."),
        ("Referensi waktu", "Minggu yang lalu"),
    ):
        last.get_by_label(label).fill(text)
    expect(applicant.page.locator("#block [data-autosave-status]")).to_contain_text("Tersimpan")

    table.locator(".pst-row-card > summary").nth(before - 1).click()
    applicant.press(f"Hapus variabel {before}")
    expect(table.locator(".pst-row-card")).to_have_count(before)
    expect(table.locator(".pst-row-card").last.get_by_label("Nama variabel")).to_have_value("Asal barang")

    last.get_by_label("Nama variabel").fill("Asal barang dagangan")  # not stored yet: the button takes it along
    applicant.press("Tambah variabel")
    expect(applicant.page.locator(".pst-unsaved")).to_have_count(0)
    applicant.press(f"Hapus variabel {before + 1}")
    expect(last.get_by_label("Nama variabel")).to_have_value("Asal barang dagangan")


def attach_and_agree(applicant: Walker, number: str) -> None:
    applicant.open(f"/permohonan/{number}/blok/9")
    paper = {"name": "instrumen.pdf", "mimeType": "application/pdf", "buffer": a_pdf()}
    applicant.page.set_input_files("#file_berkas_pendukung", paper)
    applicant.page.get_by_label("Isian ini benar, dan pengumpulan data belum dimulai.").check()
    applicant.press("Simpan dan periksa")
    applicant.open(f"/permohonan/{number}/periksa")
    applicant.sees("instrumen.pdf")


def send(applicant: Walker, number: str) -> None:
    """An impatient double click; the page that follows says the number."""
    applicant.open(f"/permohonan/{number}/periksa")
    applicant.press_twice(applicant.page.locator("#send button"), "**/terkirim")
    assert applicant.number == number


def take_step(officer: Walker, case: str, label: str, note: str = "") -> None:
    """The button of the step; where the office is asked first, the page behind it."""
    officer.open(case)
    officer.press(label)
    if "/langkah/" not in officer.page.url:
        return
    if note:
        officer.page.locator("#note").fill(note)
    officer.press(label)


def note_remark(officer: Walker, case: str, code: str, text: str) -> None:
    """Beside the question, without leaving the page."""
    officer.open(f"{case}?lihat=isian")
    question = officer.page.locator(f"#question-{code}")
    question.get_by_role("link", name="Beri catatan").click()
    expect(question.get_by_label("Catatan", exact=True)).to_be_focused()
    question.get_by_label("Catatan", exact=True).fill(text)
    officer.look()
    question.get_by_role("button", name="Simpan catatan").click()
    expect(question.locator(".pst-remark")).to_contain_text(text)
    expect(officer.page.locator("#noted")).to_contain_text(text)


def answer_remark(applicant: Walker, number: str) -> None:
    """Repairs what was asked, and says so under the remark."""
    applicant.open(f"/permohonan/{number}?lihat=catatan")
    applicant.page.locator("#tujuan_kegiatan").fill(PURPOSE)
    applicant.fill("Tanggapan Anda", "Indikatornya sudah kami sebutkan.")
    applicant.look()
    applicant.press("Simpan dahulu")


def settle_remark(officer: Walker, case: str) -> None:
    """Old and new stand side by side; the officer is satisfied."""
    officer.open(f"{case}?lihat=isian&saring=berubah")
    officer.sees("rata-rata harga mingguan")
    officer.open(f"{case}?lihat=isian")
    remark = officer.page.locator("#question-tujuan_kegiatan .pst-remark")
    remark.get_by_role("button", name="Selesai").click()
    expect(remark.get_by_role("button", name="Buka kembali")).to_be_visible()


def examine(officer: Walker, case: str) -> None:
    """Every part is marked; each button is another once it was pressed."""
    officer.open(f"{case}?lihat=isian")
    marks = officer.page.get_by_role("button", name="Tandai diperiksa")
    for left in range(marks.count(), 0, -1):
        marks.first.click()
        expect(marks).to_have_count(left - 1)


def bring_signed(officer: Walker, head: Walker) -> None:
    """The officer brings the scan of the signed paper; the head compares it, and the letter is out."""
    officer.open(head.page.url)
    with officer.page.expect_download() as download:
        officer.page.get_by_role("link", name="PDF untuk ditandatangani").click()
    scan = Path(download.value.path()).read_bytes() + b"\n% dipindai\n"
    paper = {"name": "surat-bertanda-tangan.pdf", "mimeType": "application/pdf", "buffer": scan}
    officer.page.set_input_files("#berkas", paper)
    officer.press("Unggah berkas bertanda tangan")
    head.open(officer.page.url)
    for box in head.page.get_by_role("checkbox").all():
        box.check()
    head.press("Berkasnya sama: terbitkan surat")


def conclude(officer: Walker, case: str) -> None:
    officer.open(f"{case}?lihat=evaluasi")
    officer.choose("Hasil", "Layak")
    officer.fill("Peserta", "Maya Rekaan")
    officer.fill("Uraian kesimpulan", "Rancangan layak dilaksanakan.")
    officer.fill("Alasan dievaluasi sendiri", "Rekan sedang bertugas di lapangan.")
    officer.press("Simpan kesimpulan")
