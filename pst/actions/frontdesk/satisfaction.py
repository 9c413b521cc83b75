"""The survey after a visit: prepared with it, opened when it ends, answered once."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from pst.actions import audit, emails
from pst.clock import local
from pst.models.base import database, write
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.visits import Visit
from pst.models.office.settings import the_office
from pst.rules import numbering, wording
from pst.rules.frontdesk.satisfaction import SURVEY, RatingRefused, check_answers, overall_of

NOT_YET = "Penilaian dibuka setelah Anda selesai dilayani."
USED = "Penilaian untuk kunjungan ini sudah kami terima. Terima kasih."
OVER = "Waktu untuk menilai kunjungan ini sudah lewat."


def prepare(visit: Visit) -> Rating:
    """Draw the one-time code of a visit's survey, so that the slip can carry it. Only inside `write()`."""
    assert database.in_transaction()
    token = numbering.new_code()
    return Rating.create(visit=visit, token=token, token_hash=numbering.hash_code(token), survey=SURVEY)


def open_for(visit: Visit, service: str, at: datetime) -> None:
    """The visit ended: its survey may be answered from now on; the link goes by mail where there is an address.

    Only inside `write()`. A survey that is open or answered stays as it is.
    """
    assert database.in_transaction()
    rating = Rating.of(visit)
    if rating is None or rating.opens_at is not None:
        return
    rating.opens_at, rating.service = at, service
    rating.expires_at = at + timedelta(days=the_office().survey_days)
    rating.save()
    if visit.email:
        facts = {
            "name": visit.name,
            "path": f"/survei/{rating.token}",
            "day": wording.long_date(visit.day),
            "until": wording.long_moment(local(rating.expires_at)),
        }
        emails.queue("satisfaction", visit.email, facts, at)


def find(code: str, at: datetime) -> Rating | None:
    """The survey behind this code if it can be answered now, None for an unknown code. Raises `RatingRefused`."""
    clean = numbering.clean_code(code)
    rating = Rating.by_token(numbering.hash_code(clean)) if clean else None
    if rating is not None and (problem := _problem(rating, at)):
        raise RatingRefused(problem)
    return rating


def answer(code: str, answers: Mapping[str, int], comment: str, at: datetime) -> Rating | None:
    """Keep the answers and use the code up; None for an unknown code. Raises `RatingRefused`."""
    checked = check_answers(answers)
    with write():
        rating = find(code, at)
        if rating is None:
            return None
        rating.survey, rating.answers, rating.overall = SURVEY, checked, overall_of(checked)
        rating.comment, rating.token = comment.strip(), ""
        rating.answered_at, rating.answered_on = at, local(at).date()
        rating.save()
        visit = Visit.get_by_id(rating.visit_id)
        audit.record("visit", visit.number, "rate", None, at)
    return rating


def _problem(rating: Rating, at: datetime) -> str:
    if rating.answered_at is not None:
        return USED
    if rating.opens_at is None:
        return NOT_YET
    return OVER if rating.expires_at is not None and at > rating.expires_at else ""
