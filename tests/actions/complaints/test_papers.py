"""The papers around the box."""

import io

import pytest
import zxingcpp
from pypdf import PdfReader

from pst.actions.complaints import boxes, papers
from pst.models.complaints.boxes import BoxOpening
from tests.factories import SITE, WHEN, an_officer
from tests.factories_complaints import a_box, a_manager, a_sheet
from tests.paper.reading import pictures_of, words_of

pytestmark = pytest.mark.usefixtures("db")


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
