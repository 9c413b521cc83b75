"""The desk's small papers from rows: whose they are, what they are called, what their codes lead to."""

from datetime import timedelta

import pytest
import zxingcpp

from pst.actions.frontdesk import satisfaction
from pst.models.frontdesk.satisfaction import Rating
from pst.views.frontdesk.desk_papers import card_paper, slip_paper
from tests.factories import WHEN
from tests.factories_desk import a_guest, served
from tests.paper.reading import pictures_of, words_of

pytestmark = pytest.mark.usefixtures("db")


def codes_on(paper) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(pictures_of(paper.data)[0])}


def test_the_slip_leads_to_the_place_and_to_the_survey(app):
    signed = a_guest()
    token = Rating.of(signed.visit).token
    with app.test_request_context():
        paper = slip_paper(signed.ticket)

    assert codes_on(paper) == {f"http://pst.test/antrean/{signed.ticket.code}", f"http://pst.test/survei/{token}"}
    assert paper.headers["Content-Disposition"] == "inline; filename=antrean-K-001.pdf"
    assert "23 November 2026 pukul 09.00 WIB" in words_of(paper.data)


def test_a_survey_that_was_answered_is_no_longer_printed(app):
    signed = a_guest()
    served(signed.ticket)
    satisfaction.answer(Rating.of(signed.visit).token, {"keseluruhan": 4}, "", WHEN + timedelta(hours=1))
    with app.test_request_context():
        paper = slip_paper(signed.ticket)

    assert codes_on(paper) == {f"http://pst.test/antrean/{signed.ticket.code}"}


def test_the_card_holds_the_visitors_code(app):
    visitor = a_guest().visitor
    with app.test_request_context():
        paper = card_paper(visitor, WHEN)

    assert (codes_on(paper), paper.mimetype) == ({visitor.card}, "application/pdf")
