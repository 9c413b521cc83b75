"""The register, entry by hand, the receipt, the board and the recap."""

import csv
import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from webtest import Upload

from pst.actions.complaints import complaint_steps as steps
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile
from pst.rules import numbering
from tests.factories import WHEN, an_officer
from tests.factories_complaints import a_box, a_complaint, a_manager, a_photo, a_sheet, answered

pytestmark = pytest.mark.usefixtures("monday")
HOME = "/petugas/pengaduan"


def titles(page, part: str = "#register") -> list[str]:
    """The titles in the register, or in another part of the page, as they stand."""
    return [link.text for link in page.html.select(f"{part} tbody th a")]


def test_what_waits_stands_above_the_register_with_the_nearest_last_day_first(browse):
    a_complaint(title="Baru", text="Satu.")
    answered(a_complaint(title="Dijawab", text="Dua."))
    a_complaint(title="Lama", text="Tiga.", at=WHEN - timedelta(days=6))

    page = browse(an_officer()).get(HOME)

    assert titles(page, "#waiting") == ["Lama", "Baru"]
    assert titles(page) == ["Dijawab"]
    assert titles(browse(an_officer()).get(f"{HOME}?keadaan=kantor")) == ["Baru", "Lama"]
    assert "hari kerja terlambat" in page.html.select_one("#waiting").text


def test_the_register_goes_on_below_the_last_row_of_the_page_before(browse):
    a_complaint(title="Lama", text="Satu.", at=WHEN - timedelta(days=6))
    newest = a_complaint(title="Baru", text="Dua.")

    page = browse(an_officer()).get(f"{HOME}?keadaan=kantor&sebelum={newest.id}")

    assert titles(page) == ["Lama"]


def test_an_empty_register_says_what_to_do_and_one_narrowed_to_nothing_too(officer):
    page = officer.get(HOME)

    assert ("Belum ada pengaduan" in page.text, titles(page)) == (True, [])
    assert "Tidak ada yang cocok" in officer.get(f"{HOME}?cari=zzz").text


def test_the_register_shows_what_the_address_asks_for(browse):
    a_complaint(title="Telepon mati", text="Satu.", channel="phone")
    a_complaint(title="Loket tutup", text="Dua.")

    assert titles(browse(an_officer()).get(f"{HOME}?saluran=phone&kelas=x")) == ["Telepon mati"]


def test_the_register_alone_comes_back_to_a_page_with_script(browse):
    a_complaint()

    answer = browse(an_officer()).get(HOME, headers={"HX-Request": "true"})

    assert answer.text.lstrip().startswith('<div id="register">') and "HX-Request" in answer.headers["Vary"]


def test_the_table_to_take_away_has_neither_words_nor_people(browse):
    complaint = answered(a_complaint(channel="lapor", outside_number="LPR-1"))
    a_complaint(text="Sinta tidak ramah.", who="Sinta")

    answer = browse(an_officer()).get(f"{HOME}/daftar.csv?pemisah=titik-koma")

    assert list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig")), delimiter=";")) == [
        {
            "nomor": complaint.number,
            "saluran": "SP4N-LAPOR!",
            "nomor_di_saluran": "LPR-1",
            "kelas": "Pengaduan tidak berkadar pengawasan",
            "topik": "Waktu layanan",
            "keadaan": "Dijawab – menunggu tanggapan pelapor",
            "diterima": "2026-11-23",
            "batas_waktu": "2026-12-11",
            "dijawab": "2026-11-23",
            "selesai": "",
            "tepat_waktu": "ya",
            "dibuka_kembali": "0",
            "penilaian": "",
        }
    ]


def test_an_entry_gives_a_receipt_whose_code_opens_the_dialogue_until_it_is_handed_over(officer):
    form = officer.get(f"{HOME}/baru").forms["entry"]
    form["channel"], form["outside_number"], form["text"] = "lapor", "LPR-0000123", "Syarat berubah-ubah."
    form["name"] = "Anto Umpama"

    page = form.submit(status=303).follow()
    code = page.html.find("main")["data-code"]
    again = officer.get(f"{HOME}/tanda-terima")
    home = next(it for it in page.forms.values() if "diserahkan" in it.text).submit(status=303).follow()
    gone = officer.get(f"{HOME}/tanda-terima", status=303)

    complaint = Complaint.by_code(numbering.hash_code(code))
    assert (complaint.channel, complaint.outside_number, complaint.entered_by_id) == (
        "lapor",
        "LPR-0000123",
        an_officer().id,
    )
    assert code in page.text and code in again.text and "Anto Umpama" not in page.text
    assert complaint.number in home.request.path
    assert gone.location.endswith(HOME)


def test_the_same_form_sent_twice_is_one_complaint_and_the_code_is_not_lost(officer):
    form = officer.get(f"{HOME}/baru").forms["entry"]
    form["text"] = "Syarat berubah-ubah."

    first = form.submit(status=303).follow().html.find("main")["data-code"]
    second = form.submit(status=303).follow().html.find("main")["data-code"]

    assert (first == second, Complaint.select().count()) == (True, 1)


@pytest.mark.parametrize(
    ("changed", "message"),
    [({"text": ""}, "Tuliskan uraiannya."), ({"received_on": "2026-11-24"}, "Tanggal itu belum tiba.")],
)
def test_a_refused_entry_keeps_what_was_typed(browse, changed, message):
    form = browse(an_officer()).get(f"{HOME}/baru").forms["entry"]
    form["text"], form["who"], form["name"] = "Syarat berubah-ubah.", "Pak Anu", "Anto Umpama"
    for name, value in changed.items():
        form[name] = value

    page = form.submit(status=422)

    kept = page.forms["entry"]
    assert message in page.text
    assert (kept["who"].value, kept["name"].value, Complaint.select().count()) == ("Pak Anu", "Anto Umpama", 0)


def test_whoever_enters_a_complaint_about_oneself_hands_over_the_receipt_and_sees_no_more(officer):
    form = officer.get(f"{HOME}/baru").forms["entry"]
    form["text"], form["who"] = "Tidak ramah.", "Bu Sinta"

    receipt = form.submit(status=303).follow()
    after = next(it for it in receipt.forms.values() if "diserahkan" in it.text).submit(status=303)

    assert "Tidak ramah." not in receipt.text and "tidak dapat Anda buka" in receipt.text
    assert after.location.endswith(HOME) and titles(after.follow()) == []


def test_the_board_shows_code_and_neutral_state_alone(browse):
    a_sheet(a_box(), "Toilet kotor sekali.")
    complaint = Complaint.get()
    steps.take(complaint, "ask_more", an_officer(), "Toilet yang mana?", WHEN)

    page = browse(an_officer()).get(f"{HOME}/papan")

    cells = [cell.text for cell in page.html.select("#board tr > *")]
    assert cells == [
        complaint.board_code,
        "23 November 2026",
        "Perlu keterangan: hubungi meja PST",
        "Kami sudah membaca lembar ini.",
    ]
    assert complaint.number not in page.text and "Toilet" not in page.text


def test_the_recap_is_of_the_month_asked_for_and_can_be_taken_away(browse):
    for place in range(5):
        a_complaint(text=f"Uraian {place}.")
    officer = browse(an_officer())

    page, before = officer.get(f"{HOME}/rekap"), officer.get(f"{HOME}/rekap?bulan=2026-10")
    odd = officer.get(f"{HOME}/rekap?bulan=kapan")
    book = load_workbook(io.BytesIO(officer.get(f"{HOME}/rekap.xlsx?bulan=2026-11").body)).active

    assert "Rekap pengaduan November 2026" in page.text and "Rekap pengaduan November 2026" in odd.text
    assert "Tidak ada pengaduan" in before.text
    text = officer.get(f"{HOME}/rekap.csv?bulan=2026-11").body.decode("utf-8-sig")
    rows = list(book.iter_rows(min_row=2, values_only=True))
    assert [tuple(row) for row in csv.reader(io.StringIO(text))][1:] == rows
    assert rows[:2] == [("Seluruhnya", "Jumlah", "5"), ("Menurut kelas", "Pengaduan", "5")]


def test_the_desk_warns_of_a_forgotten_box_and_of_nobody_for_the_head(browse):
    a_box(at=WHEN - timedelta(days=9))
    officer = browse(an_officer())

    before = officer.get(HOME).text
    a_manager()
    a_box(at=WHEN)
    after = officer.get(HOME).text

    warnings = ("Terakhir dibuka 9 hari yang lalu", "Belum ada yang menangani pengaduan tentang Kepala")
    assert [words in before for words in warnings] == [True, True]
    assert [words in after for words in warnings] == [False, False]


def test_a_file_brought_along_is_kept_with_the_entry(browse):
    form = browse(an_officer()).get(f"{HOME}/baru").forms["entry"]
    form["text"], form["files"] = "Syarat berubah-ubah.", [Upload("surat.jpg", a_photo(), "image/jpeg")]

    form.submit(status=303)

    assert [(row.name, row.side) for row in ComplaintFile.select()] == [("lampiran-1.jpg", "complainant")]
