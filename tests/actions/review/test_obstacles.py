"""What stands in the way of a step is told before it is pressed, as the rule that refuses it tells it then."""

import pytest

from pst.actions.review import evaluations, examinations
from pst.actions.review.evaluations import NOT_CONCLUDED
from pst.actions.review.obstacles import obstacles
from pst.models.office.settings import the_office
from pst.models.review.remarks import Remark
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import WHEN, a_remark, a_submission, user

pytestmark = pytest.mark.usefixtures("db")


def told(submission, verb):
    return obstacles(submission, verb, the_office(), Remark.shown_of(submission))


def test_the_team_waits_for_must_fix_remarks_and_for_every_block():
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission)
    a_remark(submission, "tujuan_kegiatan")
    last, *others = [block.number for block in examinations.unexamined(submission)][::-1]
    for block in others:
        examinations.mark(submission, block, user("petugas"), WHEN)

    assert told(submission, "start_evaluation") == [
        "2 catatan wajib belum dikirim",
        "Tandai dahulu bagian yang belum diperiksa: Blok IX.",
    ]
    assert last == 9
    with pytest.raises(StepRefused):
        evaluations.start_evaluation(submission, user("petugas"), WHEN)


def test_the_draft_waits_for_a_conclusion_and_other_steps_for_nothing():
    submission = a_submission(Status.EVALUATION)

    assert told(submission, "start_drafting") == [NOT_CONCLUDED]
    assert told(submission, "back_to_review") == []
