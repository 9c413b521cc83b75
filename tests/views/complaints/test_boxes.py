"""The box on the screen: printing, opening, the grid, closing, the minutes."""

import pytest
import zxingcpp
from webtest import Upload

from pst.actions.complaints import boxes
from pst.models.complaints.boxes import BoxForm, BoxOpening, BoxSheet
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile
from pst.rules import numbering
from tests.exchange.test_uploads import an_xlsx
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import a_box, a_photo, a_sheet
from tests.paper.reading import pictures_of

pytestmark = pytest.mark.usefixtures("monday")
HOME = "/petugas/pengaduan/kotak"


def fill(form, **typed):
    """Type into the grid: `fill(form, text_1=…)`."""
    for name, value in typed.items():
        form[name.replace("_", "-")] = value
    return form


def test_a_printed_batch_leaves_as_a_pdf_whose_codes_the_house_knows_only_by_hash(browse):
    form = browse(an_officer()).get(HOME).forms["print"]
    form["how_many"] = "2"

    paper = form.submit()

    codes = [zxingcpp.read_barcodes(picture)[0].text.split("#")[1] for picture in pictures_of(paper.body)]
    assert paper.headers["Content-Disposition"].endswith("formulir-KS-2026-00001-KS-2026-00002.pdf")
    assert [BoxForm.by_code(numbering.hash_code(code)).number for code in codes] == ["KS-2026-00001", "KS-2026-00002"]


@pytest.mark.parametrize("how_many", ["0", "61", "", "banyak"])
def test_a_batch_of_an_odd_size_is_refused(browse, how_many):
    form = browse(an_officer()).get(HOME).forms["print"]
    form["how_many"] = how_many

    page = form.submit(status=422)

    assert (page.html.find("main")["data-result"], BoxForm.select().count()) == ("refused", 0)


def test_one_witness_twice_is_refused_with_what_was_typed(browse):
    form = browse(an_officer()).get(f"{HOME}/baru").forms["opening"]
    form["first_witness"], form["second_witness"], form["found"] = "Mira Umpama", "mira umpama", "4"

    page = form.submit(status=422)

    assert "dua saksi yang berbeda" in page.text
    assert (page.forms["opening"]["found"].value, BoxOpening.select().count()) == ("4", 0)


def test_the_grid_enters_all_filled_rows_and_offers_as_many_as_are_left(browse):
    printed = boxes.print_forms(1, an_officer(), WHEN)[0]
    opening = a_box(found=4)
    officer = browse(an_officer())
    form = fill(
        officer.get(f"{HOME}/{opening.number}").forms["sheets"],
        text_1="Antrean lama.",
        form_1=printed.number,
        kind_1="aspiration",
        text_2="Toilet kotor.",
        void_4=True,
        scan_2=Upload("IMG_1.jpg", a_photo(), "image/jpeg"),
    )

    page = form.submit(status=303).follow()

    assert BoxSheet.count_by_kind(opening) == {"form": 1, "plain": 1, "void": 1}
    assert Complaint.by_code(numbering.hash_code(printed.code)).kind == "aspiration"
    assert ComplaintFile.select().count() == 1
    assert [legend.text for legend in page.html.select("#sheets legend")] == ["Lembar 1"]
    assert "3 lembar dientri." in page.text


def test_the_row_that_is_refused_stays_and_those_before_it_are_not_entered_twice(browse):
    opening = a_box(found=3)
    officer = browse(an_officer())
    form = fill(
        officer.get(f"{HOME}/{opening.number}").forms["sheets"],
        text_1="Antrean lama.",
        text_2="Toilet kotor.",
        form_2="KS-2026-00009",
        text_3="AC bocor.",
    )

    page = form.submit(status=422)
    again = page.forms["sheets"]
    kept = [again[f"text-{row}"].value for row in (1, 2, 3)]
    fill(again, form_2="").submit(status=303)

    assert "Lembar 2: Nomor formulir KS-2026-00009 tidak pernah dicetak." in page.text
    assert kept == ["", "Toilet kotor.", "AC bocor."]
    assert sorted(row.text for row in Complaint.select()) == ["AC bocor.", "Antrean lama.", "Toilet kotor."]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"form_1": "KS-2026-00001"}, "tuliskan isi lembar"),
        ({"scan_1": Upload("a.jpg", a_photo(), "image/jpeg")}, "tuliskan isi lembar"),
        ({"text_1": "Isi.", "scan_1": Upload("a.xlsx", an_xlsx(), "text/plain")}, "Dokumen Office"),
    ],
)
def test_a_row_half_filled_is_never_lost_in_silence(browse, typed, message):
    opening = a_box()
    form = fill(browse(an_officer()).get(f"{HOME}/{opening.number}").forms["sheets"], **typed)

    page = form.submit(status=422)

    assert message in page.text
    assert BoxSheet.select().count() == 0


def test_an_empty_grid_stores_nothing_and_says_so(browse):
    opening = a_box()

    page = browse(an_officer()).get(f"{HOME}/{opening.number}").forms["sheets"].submit(status=303).follow()

    assert ("Belum ada lembar yang diisi." in page.text, BoxSheet.select().count()) == (True, 0)


def test_a_wrong_count_is_corrected_on_the_page(browse):
    opening = a_box(found=3)
    a_sheet(opening)
    officer = browse(an_officer())
    form = officer.get(f"{HOME}/{opening.number}").forms["recount"]

    form["found"], form["why"] = "0", "Salah hitung."
    refused = form.submit(status=422)
    form = refused.forms["recount"]
    form["found"] = "1"
    page = form.submit(status=303).follow()

    assert "Sudah dientri 1 lembar" in refused.text and form["why"].value == "Salah hitung."
    assert BoxOpening.find(opening.number).found == 1
    assert "Hitungan diperbaiki dari 3 menjadi 1 lembar: Salah hitung." in page.text


def test_the_picture_of_a_void_sheet_can_be_fetched_by_whoever_entered_it(browse):
    opening = a_box()
    sheet = a_sheet(opening, "", is_void=True, scan_name="a.jpg", scan=a_photo())
    address = f"{HOME}/{opening.number}/lembar/{sheet.id}"

    answer = browse(an_officer()).get(address)

    assert (answer.content_type, answer.headers["Cache-Control"]) == ("image/jpeg", "no-store")
    browse(user("petugas2")).get(address, status=404)


def test_an_opening_nobody_recorded_is_not_there(browse):
    browse(an_officer()).get(f"{HOME}/BAK-2026-009", status=404)
