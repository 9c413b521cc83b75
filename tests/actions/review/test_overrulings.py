"""A finding is overruled once, by an officer who examines, with a reason that stays."""

import pytest

from pst.actions.review.overrulings import overrule
from pst.models.audit import Event
from pst.models.review.overrulings import Overruling
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import WHEN, a_submission, an_applicant, an_officer, user

pytestmark = pytest.mark.usefixtures("db")


def test_the_reason_is_kept_and_logged():
    submission = a_submission(Status.IN_REVIEW)

    overrule(submission, "R-V-11", " Cukup teliti. ", an_officer(), WHEN)

    kept = Overruling.of(submission)["R-V-11"]
    event = Event.latest("submission", submission.number)
    assert (kept.reason, kept.officer) == ("Cukup teliti.", "Sinta Petugas")
    assert (event.verb, event.note) == ("overrule", "Cukup teliti.")


@pytest.mark.parametrize(
    ("status", "who", "rule", "said"),
    [
        (Status.IN_REVIEW, "pemohon", "R-V-11", "oleh petugas"),
        (Status.COMPLETED, "petugas", "R-V-11", "tidak sedang diperiksa"),
        (Status.IN_REVIEW, "petugas", "R-X", "tidak dikenal"),
        (Status.IN_REVIEW, "petugas", "R-I-01", "sudah diabaikan"),
    ],
)
def test_others_times_rules_and_a_second_time_are_refused(status, who, rule, said):
    submission = a_submission(status)
    if status == Status.IN_REVIEW:
        overrule(submission, "R-I-01", "Tidak berlaku.", an_officer(), WHEN)
    an_applicant()

    with pytest.raises(StepRefused, match=said):
        overrule(submission, rule, "Alasan", user(who), WHEN)
