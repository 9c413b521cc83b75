"""The letter on an officer's page: who may write, who only reads, what was issued."""

import pytest

from pst.actions.letters import letters
from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from pst.views.letters.case_letter import desk_context
from tests.factories import WHEN, a_submission, user


def desk_of(app, status: Status, who: str):
    submission = a_submission(status)
    with app.test_request_context():
        return desk_context(submission, user(who))["desk"]


@pytest.mark.parametrize(
    ("status", "who", "expected"),
    [
        (Status.IN_REVIEW, "petugas", (False, False, False, False)),
        (Status.DRAFTING, "petugas", (True, True, False, False)),
        (Status.DRAFTING, "kepala", (False, True, False, False)),
        (Status.AWAITING_SIGNATURE, "petugas", (False, True, False, False)),
        (Status.AWAITING_SIGNATURE, "kepala", (False, True, True, False)),
        (Status.ISSUED, "petugas", (False, False, False, True)),
    ],
)
def test_each_sees_what_they_may_do(app, status, who, expected):
    desk = desk_of(app, status, who)

    assert (desk.form is not None, desk.paper is not None, desk.may_sign, desk.issued is not None) == expected


def test_an_odd_identity_number_is_pointed_out_and_not_refused(app):
    submission = a_submission(Status.DRAFTING)
    letters.edit_draft(Letter.draft_of(submission), user("petugas"), {"identity_number": "61.04/7"}, WHEN)

    with app.test_request_context():
        desk = desk_context(submission, user("petugas"))["desk"]

    assert (desk.identity_odd, desk.problems) == (True, [])
