"""The blank form: something to write on, and a stub that opens the answer."""

import zxingcpp

from pst.paper.complaints.complaint_form import LINES, SECRET, forms_pdf
from tests.paper.reading import pages_of, pictures_of
from tests.paper.sample_complaints import CODES, FORMS, TRACK

DOTS_PER_MM = 150 / 25.4


def test_each_form_is_one_page_with_its_number_twice_and_its_code_once():
    pages = pages_of(forms_pdf(FORMS))

    assert [
        (page.count(form.number), page.count(form.code)) for page, form in zip(pages, FORMS.forms, strict=True)
    ] == [(2, 1), (2, 1)]


def test_the_picture_on_the_stub_is_read_back_with_the_code_behind_the_hash():
    pictures = pictures_of(forms_pdf(FORMS))

    read = [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in pictures]

    assert read == [[f"{TRACK}#{code}"] for code in CODES]


def test_the_picture_stands_below_the_line_to_tear_and_is_large_enough_for_an_old_phone():
    place = zxingcpp.read_barcodes(pictures_of(forms_pdf(FORMS))[0])[0].position

    width = (place.top_right.x - place.top_left.x) / DOTS_PER_MM
    assert width > 28 and place.top_left.y / DOTS_PER_MM > 297 - 20 - 56


def test_the_form_asks_every_question_and_promises_what_the_house_keeps():
    page = pages_of(forms_pdf(FORMS))[0]

    assert [question for question, _ in LINES if question not in page] == []
    assert "Anda tidak perlu menulis nama." in page and SECRET in page and TRACK in page


def test_the_same_batch_gives_the_same_bytes():
    assert forms_pdf(FORMS) == forms_pdf(FORMS)
