"""Spans of days in which activities are out."""

from datetime import date

from pst.actions.submissions.submissions import withdraw
from pst.models.catalogue.fieldwork import FieldSpan
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, an_applicant

FEBRUARY = date(2027, 2, 1), date(2027, 2, 28)


def test_what_was_sent_is_out_on_its_days_and_what_was_withdrawn_is_not(db):
    sent, gone = (a_submission(Status.SUBMITTED, method="survei") for _ in range(2))
    a_draft(method="survei")
    withdraw(gone, an_applicant(), WHEN, "Tidak jadi.")

    [row] = FieldSpan.between(*FEBRUARY)

    assert (row.number, row.starts, row.ends, row.units) == (
        sent.number,
        date(2027, 2, 1),
        date(2027, 3, 31),
        "individu",
    )
    assert FieldSpan.between(*FEBRUARY, but=sent.id) == FieldSpan.between(date(2027, 5, 1), date(2027, 5, 31)) == []
