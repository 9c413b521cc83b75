"""No evaluation, draft, or signature over what must be mended; each remark that waits is named."""

import pytest

from pst.actions.letters import letters
from pst.actions.review import evaluations, remarks
from pst.actions.submissions import submissions
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import PRESS, WHEN, a_remark, a_submission, answer_and_send, conclude, examine, user

NOT_SENT = "Masih ada catatan wajib yang belum selesai: 3.4 Variabel (Karakteristik) yang Dikumpulkan (belum dikirim). "


def status_of(submission) -> str:
    return Submission.get_by_id(submission.id).status


def test_a_remark_that_was_never_sent_keeps_the_team_from_sitting_down(db):
    submission = a_submission(Status.IN_REVIEW)
    examine(submission)
    remark = a_remark(submission, "variabel")

    with pytest.raises(StepRefused) as refusal:
        evaluations.start_evaluation(submission, user("petugas"), WHEN)

    assert str(refusal.value).startswith(NOT_SENT)
    remarks.drop_remark(remark, submission, user("petugas"), WHEN)
    evaluations.start_evaluation(submission, user("petugas"), WHEN)
    assert submission.status == Status.EVALUATION


def test_an_answer_is_looked_at_before_the_team_sits_down(db):
    submission = a_submission(Status.NEEDS_REVISION)
    answer_and_send(submission)
    officer = user("petugas")

    submissions.resume_review(submission, officer, WHEN)
    examine(submission)
    with pytest.raises(StepRefused, match="tanggapannya belum diperiksa"):
        evaluations.start_evaluation(submission, officer, WHEN)

    remarks.settle_remark(Remark.get(), submission, officer, WHEN)
    evaluations.start_evaluation(submission, officer, WHEN)
    assert submission.status == Status.EVALUATION


@pytest.mark.parametrize("outcome", ["layak", "bersyarat", "ditolak"])
def test_a_remark_noted_while_the_team_sits_is_sent_or_taken_back_before_any_letter(db, outcome):
    submission = a_submission(Status.EVALUATION)
    a_remark(submission, "variabel")
    conclude(submission, outcome)

    with pytest.raises(StepRefused) as refusal:
        evaluations.start_drafting(submission, user("petugas"), WHEN)

    assert str(refusal.value).startswith(NOT_SENT)
    assert status_of(submission) == Status.EVALUATION


@pytest.mark.parametrize(("outcome", "drafted"), [("layak", False), ("ditolak", True)])
def test_a_refusal_may_rest_on_what_was_asked_for_and_not_done(db, outcome, drafted):
    submission = a_submission(Status.EVALUATION)
    a_remark(submission, "variabel")
    Remark.update(state="open", sent_at=WHEN).execute()
    conclude(submission, outcome)

    if drafted:
        evaluations.start_drafting(submission, user("petugas"), WHEN)
    else:
        with pytest.raises(StepRefused, match="belum ditanggapi pemohon"):
            evaluations.start_drafting(submission, user("petugas"), WHEN)

    assert (status_of(submission) == Status.DRAFTING) is drafted


@pytest.mark.parametrize("status", [Status.DRAFTING, Status.AWAITING_SIGNATURE])
def test_neither_officer_nor_head_brings_out_a_letter_over_a_remark_that_waits(db, store, status):
    submission = a_submission(status)
    Remark.create(
        submission=submission,
        revision=submission.revision,
        code="variabel",
        severity="must",
        text="Sebut batas umur.",
        state="answered",
        author=user("petugas"),
        created_at=WHEN,
    )

    with pytest.raises(
        StepRefused, match=r"3\.4 Variabel \(Karakteristik\) yang Dikumpulkan \(tanggapannya belum diperiksa\)"
    ):
        if status == Status.DRAFTING:
            letters.request_signature(submission, user("petugas"), WHEN)
        else:
            letters.issue(submission, user("kepala"), WHEN, store, PRESS)

    assert status_of(submission) == status


def test_of_many_the_first_five_are_named(db):
    submission = a_submission(Status.IN_REVIEW)
    for number in range(7):
        a_remark(submission, "", f"Catatan {number}.")

    with pytest.raises(StepRefused, match=r"seluruh permohonan \(belum dikirim\); dan 2 lainnya"):
        evaluations.start_evaluation(submission, user("petugas"), WHEN)
