"""The files of the examples are real PDFs that say whose they are."""

from pst.demo.activities.society import STUNTING
from pst.demo.papers import covering_letter_pdf, worksheet_pdf
from pst.exchange.uploads import check_upload
from tests.factories import WHEN
from tests.paper.reading import words_of


def test_the_worksheet_names_every_variable_and_district():
    said = words_of(worksheet_pdf(STUNTING, WHEN))

    assert all(name in said for name, *_ in STUNTING.variables)
    assert "Sungai Pinyuh" in said and STUNTING.agency in said


def test_the_covering_letter_asks_for_the_recommendation():
    said = words_of(covering_letter_pdf(STUNTING, WHEN))

    assert STUNTING.title in said and "mohon rekomendasi" in said


def test_both_are_taken_like_any_upload_and_come_out_the_same_each_time():
    for made in (worksheet_pdf, covering_letter_pdf):
        assert made(STUNTING, WHEN) == made(STUNTING, WHEN)
        assert check_upload("berkas.pdf", made(STUNTING, WHEN))[1] == "application/pdf"
