"""The box on the wall: codes that leave on paper alone, counts that must agree, sheets that join a dialogue."""

import io
from datetime import timedelta

import pytest
from PIL import Image

from pst.actions.complaints import boxes
from pst.actions.complaints.boxes import DoesNotAgree
from pst.exchange.uploads import UploadRefused
from pst.models.audit import Event
from pst.models.complaints.boxes import BoxForm, BoxOpening, BoxSheet
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile
from pst.models.files import StoredFile
from pst.rules import numbering
from pst.rules.complaints.complaints import Privacy
from pst.rules.steps import StepRefused
from tests.exchange.test_uploads import an_xlsx
from tests.factories import WHEN, a_store, an_officer, finds_a_virus
from tests.factories_complaints import WITNESSES, a_box, a_photo, a_sheet

pytestmark = pytest.mark.usefixtures("db")


def test_printed_forms_are_numbered_in_series_and_only_the_hash_of_a_code_stays():
    first = boxes.print_forms(2, an_officer(), WHEN)
    second = boxes.print_forms(1, an_officer(), WHEN)

    forms = [*first, *second]
    assert [form.number for form in forms] == ["KS-2026-00001", "KS-2026-00002", "KS-2026-00003"]
    kept = [(row.number, row.batch, row.code_hash) for row in BoxForm.select().order_by(BoxForm.id)]
    assert kept == [
        (form.number, batch, numbering.hash_code(form.code)) for form, batch in zip(forms, (1, 1, 2), strict=True)
    ]


@pytest.mark.parametrize("how_many", [0, 61])
def test_a_batch_has_one_to_sixty_forms(how_many):
    with pytest.raises(StepRefused):
        boxes.print_forms(how_many, an_officer(), WHEN)

    assert BoxForm.select().count() == 0


@pytest.mark.parametrize(
    ("late", "witnesses", "found"),
    [
        (0, ("Mira Umpama", " mira  umpama"), 1),
        (0, ("Mira Umpama", ""), 1),
        (1, WITNESSES, 1),
        (0, WITNESSES, -1),
        (0, WITNESSES, 501),
    ],
)
def test_an_opening_needs_two_people_a_moment_that_was_and_a_count_that_can_be(late, witnesses, found):
    with pytest.raises(StepRefused):
        boxes.open_box(WHEN + timedelta(minutes=late), witnesses, found, "", an_officer(), WHEN)

    assert BoxOpening.select().count() == 0


def test_an_empty_box_is_a_result_and_can_be_closed_at_once():
    opening = a_box(found=0)

    boxes.close_opening(opening, an_officer(), WHEN)

    assert BoxOpening.find("BAK-2026-001").is_closed
    assert [(event.verb, event.facts) for event in Event.of("box", opening.number)] == [
        ("open_box", {"found": 0}),
        ("close_opening", {"found": 0, "form": 0, "plain": 0, "void": 0}),
    ]


def test_a_coded_form_joins_the_dialogue_its_stub_opens_and_comes_back_once():
    form = boxes.print_forms(1, an_officer(), WHEN)[0]
    opening = a_box(found=2)

    a_sheet(opening, "Antrean lama.", form_number=" ks-2026-00001 ")

    complaint = Complaint.by_code(numbering.hash_code(form.code))
    assert (complaint.text, complaint.channel, complaint.privacy) == ("Antrean lama.", "box", Privacy.ANONYMOUS)
    assert complaint.board_code is None
    with pytest.raises(StepRefused, match="sudah dientri"):
        a_sheet(opening, "Sekali lagi.", form_number=form.number)


def test_a_number_that_was_never_printed_is_refused_and_nothing_is_registered():
    opening = a_box()

    with pytest.raises(StepRefused, match="tidak pernah dicetak"):
        a_sheet(opening, form_number="KS-2026-00009")

    assert (Complaint.select().count(), BoxSheet.select().count()) == (0, 0)


def test_a_sheet_without_stub_hangs_on_the_board_under_a_code_that_opens_no_dialogue():
    a_sheet(a_box())

    complaint = Complaint.get()
    assert complaint.board_text == boxes.BOARD_WORDS
    assert numbering.hash_code(complaint.board_code) != complaint.code_hash


def test_a_scan_is_turned_upright_and_loses_what_tells_on_the_camera():
    a_sheet(a_box(), scan_name="IMG_2041.jpg", scan=a_photo(40, 30))

    row = ComplaintFile.get()
    kept = a_store().read(row.file_id)
    with Image.open(io.BytesIO(kept)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((30, 40), {})
    assert (row.name, b"Kamera Rahasia" in kept) == ("lampiran-1.jpg", False)


def test_a_void_sheet_keeps_its_picture_and_registers_no_complaint():
    a_sheet(a_box(), "", is_void=True, scan_name="kosong.jpg", scan=a_photo())

    sheet = BoxSheet.get()
    assert (sheet.kind, sheet.complaint_id, Complaint.select().count()) == ("void", None, 0)
    assert StoredFile.get_by_id(sheet.scan_id).mime == "image/jpeg"


def test_a_scan_that_is_no_picture_is_refused_before_anything_is_kept():
    opening = a_box()

    with pytest.raises(UploadRefused):
        a_sheet(opening, scan_name="lembar.xlsx", scan=an_xlsx())

    assert (Complaint.select().count(), BoxSheet.select().count()) == (0, 0)


def test_a_scan_with_a_virus_is_refused_before_anything_is_kept(store):
    opening, store.examine = a_box(), finds_a_virus

    for sheet in ({"text": "Toilet kotor."}, {"text": "", "is_void": True}):
        with pytest.raises(UploadRefused, match="virus"):
            a_sheet(opening, **sheet, store=store, scan_name="lembar.jpg", scan=a_photo())

    assert [table.select().count() for table in (Complaint, BoxSheet, StoredFile)] == [0, 0, 0]


def test_the_counts_must_agree_before_it_is_closed():
    opening = a_box(found=2)
    a_sheet(opening)

    with pytest.raises(DoesNotAgree, match="Dihitung 2 lembar, dientri 1"):
        boxes.close_opening(opening, an_officer(), WHEN)
    a_sheet(opening, "", is_void=True)
    with pytest.raises(DoesNotAgree, match="semuanya sudah dientri"):
        a_sheet(opening, "Yang ketiga.")
    boxes.close_opening(opening, an_officer(), WHEN)

    assert BoxOpening.find(opening.number).is_closed
    with pytest.raises(StepRefused, match="sudah ditutup"):
        a_sheet(opening)


def test_a_wrong_count_is_corrected_with_a_reason_that_stands_in_the_minutes():
    opening = a_box(found=3)
    a_sheet(opening)

    with pytest.raises(StepRefused, match="Sudah dientri 1 lembar"):
        boxes.recount(opening, 0, "Salah hitung.", an_officer(), WHEN)
    with pytest.raises(StepRefused, match="mengapa"):
        boxes.recount(opening, 1, "  ", an_officer(), WHEN)
    boxes.recount(opening, 1, "Dua lembar menempel.", an_officer(), WHEN)

    kept = BoxOpening.find(opening.number)
    assert (kept.found, kept.note) == (1, "Hitungan diperbaiki dari 3 menjadi 1 lembar: Dua lembar menempel.")
