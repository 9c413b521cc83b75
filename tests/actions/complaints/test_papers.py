"""The papers of complaints say what was decided, and never who complained."""

import io
from datetime import timedelta

import pytest
import zxingcpp
from pypdf import PdfReader

from pst.actions.complaints import boxes, dialogue, papers
from pst.actions.complaints import complaint_steps as steps
from pst.models.complaints.boxes import BoxOpening
from pst.models.complaints.complaints import Complaint
from tests.factories import SITE, WHEN, an_officer
from tests.factories_complaints import a_box, a_complaint, a_manager, a_sheet, answered, verified
from tests.paper.reading import pictures_of, words_of

pytestmark = pytest.mark.usefixtures("db")


def test_the_letter_holds_the_answer_and_not_what_was_said_after_it():
    complaint = answered(a_complaint())
    dialogue.reply(complaint, an_officer(), "Terima kasih sudah menunggu.", WHEN + timedelta(hours=2))

    letter = words_of(papers.answer_pdf(complaint, WHEN + timedelta(hours=3)))

    assert complaint.number in letter and "Loket kini buka sampai pukul empat." in letter
    assert ("Terima kasih sudah menunggu" in letter, "Wulandari Pelapor" in letter) == (False, False)


def test_the_letter_holds_the_newest_answer():
    complaint = answered(a_complaint())
    dialogue.not_resolved(complaint, "Masih tutup.", WHEN + timedelta(hours=2))
    steps.take(complaint, "answer", an_officer(), "Kunci sudah diganti.", WHEN + timedelta(hours=3))

    letter = words_of(papers.answer_pdf(complaint, WHEN))

    assert ("Kunci sudah diganti." in letter, "Loket kini buka" in letter) == (True, False)


def test_a_refusal_is_a_letter_too_and_before_any_word_there_is_none():
    complaint = a_complaint()
    dialogue.reply(complaint, an_officer(), "Kami periksa dahulu.", WHEN)
    before = papers.answer_pdf(complaint, WHEN)
    steps.take(complaint, "refuse", an_officer(), "Isinya iklan.", WHEN)

    assert before is None
    assert "Isinya iklan." in words_of(papers.answer_pdf(complaint, WHEN))


def test_a_complaint_about_the_head_goes_to_the_province_with_its_reason():
    complaint = a_complaint(about="head", hope="Undangan dibagikan.")

    letter = words_of(papers.referral_pdf(complaint, WHEN))

    assert papers.is_referred(complaint)
    assert "Kepala Badan Pusat Statistik Provinsi Kalimantan Barat" in letter
    assert "yang menyangkut Kepala BPS Kabupaten Mempawah" in letter and "benturan kepentingan" in letter
    assert complaint.text in letter and "Undangan dibagikan." in letter
    assert "Wulandari Pelapor" not in letter


@pytest.mark.parametrize(
    ("level", "recipient"),
    [("inspectorate", "Inspektur Utama Badan Pusat Statistik"), ("province", "Provinsi Kalimantan Barat")],
)
def test_an_escalated_one_goes_to_its_level_and_speaks_of_no_conflict(level, recipient):
    complaint = verified(a_complaint())
    steps.escalate(complaint, an_officer(), level, "Di luar wewenang.", WHEN)

    letter = words_of(papers.referral_pdf(complaint, WHEN))

    assert recipient in letter and "wewenang di atas kantor kami" in letter and "menyangkut Kepala" not in letter


def test_a_level_inside_the_office_needs_no_letter():
    complaint = verified(a_complaint())
    steps.escalate(complaint, an_officer(), "head", "Perlu keputusan.", WHEN)

    assert not papers.is_referred(Complaint.get_by_id(complaint.id))


def test_each_form_of_a_batch_carries_its_own_number_code_and_picture():
    forms = boxes.print_forms(3, an_officer(), WHEN)

    paper = papers.blank_forms_pdf(forms, SITE, WHEN)

    read = [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in pictures_of(paper)]
    assert read == [[f"{SITE}/pengaduan/lacak#{form.code}"] for form in forms]
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages]
    assert [form.number in page and form.code in page for form, page in zip(forms, pages, strict=True)] == [True] * 3


def test_the_minutes_hold_counts_and_nothing_of_what_the_sheets_say():
    a_manager()
    opening = a_box(found=2)
    a_sheet(opening, "Toilet kotor sekali.")
    a_sheet(opening, "", is_void=True)
    open_ = words_of(papers.opening_pdf(BoxOpening.find(opening.number), WHEN))
    boxes.close_opening(opening, an_officer(), WHEN)

    minutes = words_of(papers.opening_pdf(BoxOpening.find(opening.number), WHEN))

    assert "Mira Umpama" in minutes and "Oki Umpama" in minutes and an_officer().name in minutes
    assert ("jumlahnya sesuai" in minutes, "jumlahnya sesuai" in open_) == (True, False)
    assert "Toilet" not in minutes
