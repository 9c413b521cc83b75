"""The first sheet: what the workbook is for, how it is filled in, and how it comes back."""

from typing import Any

from pst.exchange.form_xlsx.dressing import LOOK, height_for
from pst.exchange.form_xlsx.values import sayable
from pst.questionnaires.kinds import Questionnaire

WIDTH = 110
PURPOSE = (
    "Isian dipakai BPS untuk memeriksa rancangan kegiatan statistik sektoral dan menyusun surat rekomendasi "
    "(PP 51/1999). Nama dan kontak penanggung jawab hanya dipakai untuk urusan permohonan ini."
)
STEPS = (
    "Isi sel berwarna kuning muda pada setiap lembar, mulai dari lembar sesudah petunjuk ini. Sel lain dikunci agar "
    "berkas dapat dibaca kembali.",
    "Pilih sel untuk membaca petunjuknya; penjelasan lengkap ada pada kolom Penjelasan. Pertanyaan yang "
    "bertanda “Diisi hanya bila …” dilewati bila syaratnya tidak terpenuhi.",
    "Pada pertanyaan dengan beberapa pilihan, isi “Ya” di sebelah setiap pilihan yang sesuai.",
    "Jadwal, variabel, dan wilayah diisi pada lembarnya sendiri, masing-masing satu baris.",
    "Jangan menambah, menghapus, atau menggeser baris dan lembar, dan jangan memakai rumus. Tempel teks sebagai nilai.",
    "Simpan sebagai XLSX tanpa kata sandi, lalu unggah di {site}. Anda melihat dahulu apa yang akan diambil "
    "dan apa yang perlu dibetulkan.",
    "Berkas pendukung (instrumen, KAK, surat permohonan) diunggah di situs, tidak di dalam buku kerja ini.",
)
UNCHANGED = (
    "Buku kerja ini dibuat untuk permohonan {number} dan hanya dapat diunggah di permohonan itu. Sel yang "
    "tidak Anda ubah tidak mengubah apa pun; sel yang Anda kosongkan mengosongkan isiannya."
)


def write_guide(page: Any, form: Questionnaire, made_on: str, site: str, number: str, title: str, remark: str) -> None:
    """Write the sheet; `number`, `title` and `remark` belong to a submission, "" for a blank form."""
    page.column_dimensions["A"].width = 5
    page.column_dimensions["B"].width = WIDTH
    page.sheet_view.showGridLines = False
    _line(page, 1, "A", form.title, "title")
    page.row_dimensions[1].height = 24
    _line(page, 2, "A", f"Versi {form.name}, dibuat {made_on}", "banner")
    row = 4
    if number:
        row = _submission(page, row, number, title, remark)
    row = _words(page, row, "Kegunaan", (form.purpose or PURPOSE,))
    row = _words(page, row, "Cara mengisi", tuple(step.format(site=site) for step in STEPS), numbered=True)
    page.protection.sheet = True
    page.page_setup.paperSize, page.page_setup.fitToHeight = 9, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _submission(page: Any, row: int, number: str, title: str, remark: str) -> int:
    said = [f"{title} ({number})" if title else number, UNCHANGED.format(number=number)]
    row = _words(page, row, "Permohonan", tuple(said))
    return _words(page, row, "Catatan pemeriksa", (remark,)) if remark else row


def _words(page: Any, row: int, heading: str, sentences: tuple[str, ...], numbered: bool = False) -> int:
    """A heading and sentences below it; returns the row after them."""
    _line(page, row, "A", heading, "heading")
    for place, sentence in enumerate(sentences, 1):
        if numbered:
            _line(page, row + place, "A", f"{place}.", "plain")
        _line(page, row + place, "B", sentence, "plain")
        page.row_dimensions[row + place].height = height_for([(sentence, WIDTH)])
    return row + len(sentences) + 2


def _line(page: Any, row: int, letter: str, text: str, look: str) -> None:
    cell = page[f"{letter}{row}"]
    cell.value = sayable(text)
    cell.data_type = "s"
    cell.style = LOOK + look
