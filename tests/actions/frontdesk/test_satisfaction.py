"""One survey for a visit: closed before the service ends, answered once, over after its time."""

from datetime import timedelta

import pytest

from pst.actions.frontdesk import satisfaction
from pst.models.frontdesk.satisfaction import Rating
from pst.rules.frontdesk.satisfaction import SURVEY, RatingRefused
from tests.factories import WHEN
from tests.factories_desk import a_guest, served

pytestmark = pytest.mark.usefixtures("db")
GOOD = {"keseluruhan": 4}


def a_survey() -> str:
    """The code of a survey whose visit has ended."""
    ticket = served(a_guest().ticket)
    return Rating.get(Rating.visit == ticket.visit_id).token


def test_a_survey_is_answered_once_and_its_code_is_used_up():
    code = a_survey()

    rating = satisfaction.answer(code, GOOD, "  Ramah dan cepat. ", WHEN + timedelta(hours=1))

    assert (rating.overall, rating.answers, rating.comment, rating.token) == (4, GOOD, "Ramah dan cepat.", "")
    assert (rating.survey, str(rating.answered_on), rating.service) == (SURVEY, "2026-11-23", "K")
    with pytest.raises(RatingRefused, match="sudah kami terima"):
        satisfaction.answer(code, {"keseluruhan": 1}, "", WHEN + timedelta(hours=2))
    assert Rating.get_by_id(rating.id).overall == 4


def test_the_slip_carries_the_code_before_the_survey_opens():
    rating = Rating.of(a_guest().visit)

    with pytest.raises(RatingRefused, match="setelah Anda selesai dilayani"):
        satisfaction.find(rating.token, WHEN)


def test_a_survey_is_over_after_thirty_days():
    code = a_survey()

    assert satisfaction.find(code, WHEN + timedelta(days=30))
    with pytest.raises(RatingRefused, match="sudah lewat"):
        satisfaction.answer(code, GOOD, "", WHEN + timedelta(days=31))


@pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKMN-PQRS", "bukan kode"])
def test_an_unknown_code_is_nothing(code):
    assert satisfaction.find(code, WHEN) is None
    assert satisfaction.answer(code, GOOD, "", WHEN) is None


def test_an_answer_off_the_scale_is_refused_and_the_code_still_works():
    code = a_survey()

    with pytest.raises(RatingRefused):
        satisfaction.answer(code, {"keseluruhan": 7}, "", WHEN + timedelta(hours=1))

    assert satisfaction.answer(code, GOOD, "", WHEN + timedelta(hours=1)).overall == 4
