"""One-time surveys: found by the hash of their code, open for a while, counted by service."""

from datetime import date, timedelta

import pytest

from pst.actions.frontdesk import satisfaction
from pst.models.frontdesk.satisfaction import Rating
from pst.rules.numbering import hash_code
from tests.factories import WHEN
from tests.factories_desk import a_guest, served

pytestmark = pytest.mark.usefixtures("db")
DAY = date(2026, 11, 23)  # Senin


def test_a_token_is_open_from_the_end_of_the_service_until_it_is_used():
    signed = a_guest()
    assert Rating.open_token(signed.visit, WHEN) == ""

    served(signed.ticket, minutes=10)
    after = WHEN + timedelta(minutes=11)
    token = Rating.of(signed.visit).token
    assert Rating.open_token(signed.visit, after) == token
    assert Rating.open_token(signed.visit, after + timedelta(days=31)) == ""

    satisfaction.answer(token, {"keseluruhan": 3}, "", after)
    assert Rating.open_token(signed.visit, after) == ""


def test_it_is_found_by_the_hash_of_its_code_alone():
    rating = Rating.of(a_guest().visit)

    assert Rating.by_token(hash_code(rating.token)).id == rating.id
    assert Rating.by_token(rating.token) is None


def test_answers_are_read_by_day_with_their_comments():
    for service, step, words in (("K", 4, "Ramah."), ("R", 2, ""), ("K", 1, "Lama.")):
        signed = a_guest(service=service)
        served(signed.ticket, minutes=1)
        satisfaction.answer(Rating.of(signed.visit).token, {"keseluruhan": step}, words, WHEN + timedelta(hours=1))

    assert sorted(Rating.given(DAY, DAY)) == [("K", 1), ("K", 4), ("R", 2)]
    assert Rating.comments(DAY, DAY) == [(DAY, "K", 1, "Lama."), (DAY, "K", 4, "Ramah.")]
    assert Rating.given(DAY + timedelta(days=1), DAY + timedelta(days=9)) == []
