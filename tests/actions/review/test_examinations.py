"""Blocks are marked as examined; a new revision keeps the marks of those in which nothing changed."""

import pytest

from pst.actions.review import evaluations, examinations
from pst.models.audit import Event
from pst.models.base import write
from pst.models.office.settings import Setting
from pst.models.review.evaluations import Evaluation
from pst.models.review.examinations import Examined
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import WHEN, a_submission, an_applicant, an_officer, user

pytestmark = pytest.mark.usefixtures("db")


def marked(submission):
    return sorted(Examined.of(Submission.get_by_id(submission.id)))


def test_a_mark_says_who_examined_the_block_and_is_made_once():
    submission = a_submission(Status.IN_REVIEW)

    for _ in range(2):
        examinations.mark(submission, 3, an_officer(), WHEN)

    assert {block: row.officer for block, row in Examined.of(submission).items()} == {3: "Sinta Petugas"}
    assert [event.verb for event in Event.of("submission", submission.number)].count("examine") == 1


def test_a_mark_can_be_taken_back():
    submission = a_submission(Status.IN_REVIEW)
    examinations.mark(submission, 3, an_officer(), WHEN)

    examinations.unmark(submission, 3, user("petugas2"), WHEN)

    assert marked(submission) == []
    assert Event.latest("submission", submission.number).verb == "unexamine"


def test_a_compilation_has_no_sample_to_examine():
    submission = a_submission(Status.IN_REVIEW)

    numbers = [block.number for block in examinations.unexamined(submission)]

    assert 5 not in numbers and {0, 1, 4, 9} <= set(numbers)
    with pytest.raises(StepRefused, match="tidak ada pada formulir"):
        examinations.mark(submission, 5, an_officer(), WHEN)


def test_only_officers_mark_and_only_while_it_is_examined():
    running, done = a_submission(Status.IN_REVIEW), a_submission(Status.DRAFTING)
    Examined.delete().execute()

    for submission, actor in ((running, an_applicant()), (running, user("kepala")), (done, an_officer())):
        with pytest.raises(StepRefused):
            examinations.mark(submission, 3, actor, WHEN)
    assert Examined.select().count() == 0


def test_the_team_waits_for_every_block():
    submission = a_submission(Status.IN_REVIEW)
    blocks = examinations.blocks_of(submission)
    for block in blocks[1:]:
        examinations.mark(submission, block.number, an_officer(), WHEN)

    with pytest.raises(StepRefused, match=r"belum diperiksa: [^,]+\.$"):
        evaluations.start_evaluation(submission, an_officer(), WHEN)
    assert (Submission.get_by_id(submission.id).status, Evaluation.select().count()) == ("in_review", 0)

    examinations.mark(submission, blocks[0].number, an_officer(), WHEN)
    evaluations.start_evaluation(submission, an_officer(), WHEN)
    assert Submission.get_by_id(submission.id).status == "evaluation"


def test_an_office_may_decide_that_the_team_need_not_wait():
    submission = a_submission(Status.IN_REVIEW)
    with write():
        Setting.create(key="examine_all", value="tidak", changed_at=WHEN)

    evaluations.start_evaluation(submission, an_officer(), WHEN)

    assert Submission.get_by_id(submission.id).status == "evaluation"
