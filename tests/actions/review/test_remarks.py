"""Remarks go out together, open only what they question, and come back answered."""

from datetime import timedelta

import pytest

from pst.actions.review import remarks
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.actions.submissions import submissions
from pst.models.audit import Event
from pst.models.office.sentences import Sentence
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.steps import NoteMissing, StepRefused
from tests.factories import WHEN, a_remark, a_submission, an_applicant, an_officer, answer_and_send, user

pytestmark = pytest.mark.usefixtures("db")


def test_a_noted_remark_is_unseen_until_the_form_goes_back():
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission)
    assert list(Remark.sent_of(submission)) == []

    remarks.return_for_revision(submission, an_officer(), WHEN, "Mohon perbaiki judul.")

    assert [(r.code, r.state, r.sent_at) for r in Remark.sent_of(submission)] == [("judul_kegiatan", "open", WHEN)]


def test_a_form_cannot_go_back_without_a_remark_or_without_a_word():
    submission = a_submission(Status.IN_REVIEW)

    with pytest.raises(StepRefused, match="satu catatan"):
        remarks.return_for_revision(submission, an_officer(), WHEN, "Mohon perbaiki.")
    a_remark(submission)
    with pytest.raises(NoteMissing):
        remarks.return_for_revision(submission, an_officer(), WHEN, "  ")

    assert Submission.get_by_id(submission.id).status == Status.IN_REVIEW
    assert [r.state for r in Remark.of(submission)] == ["noted"]


def test_an_answered_remark_is_settled_or_goes_out_again():
    submission = a_submission(Status.NEEDS_REVISION)
    answer_and_send(submission)
    submissions.resume_review(submission, an_officer(), WHEN)
    (remark,) = Remark.of(submission)

    remarks.settle_remark(remark, submission, an_officer(), WHEN)
    assert [r.state for r in Remark.of(submission)] == ["settled"]

    remarks.reopen_remark(remark, submission, an_officer(), WHEN)
    remarks.return_for_revision(submission, an_officer(), WHEN + timedelta(days=1), "Sekali lagi.")
    assert [(r.state, r.reply) for r in Remark.of(submission)] == [("open", "")]


def test_what_was_sent_is_not_rewritten():
    submission = a_submission(Status.NEEDS_REVISION)
    (remark,) = Remark.of(submission)

    for change in (
        lambda: remarks.edit_remark(remark, submission, an_officer(), "must", "Lain", WHEN),
        lambda: remarks.drop_remark(remark, submission, an_officer(), WHEN),
    ):
        with pytest.raises(StepRefused, match="sudah dikirim"):
            change()
    assert Remark.get_by_id(remark.id).text == "Lengkapi cakupan wilayah."


def test_a_note_is_changed_by_officers_alone_and_only_while_the_form_is_examined():
    submission = a_submission(Status.IN_REVIEW)
    remark = remarks.add_remark(submission, an_officer(), "judul_kegiatan", "must", "Perjelas judul.", WHEN)

    with pytest.raises(StepRefused, match="petugas"):
        remarks.edit_remark(remark, submission, an_applicant(), "advice", "Lain", WHEN)
    Submission.update(status=Status.DRAFTING).where(Submission.id == submission.id).execute()
    with pytest.raises(StepRefused, match="tidak sedang diperiksa"):
        remarks.drop_remark(remark, submission, an_officer(), WHEN)
    assert (Remark.get_by_id(remark.id).state, Remark.get_by_id(remark.id).text) == ("noted", "Perjelas judul.")


def test_remarks_are_written_by_officers_on_questions_that_exist():
    submission = a_submission(Status.IN_REVIEW)

    with pytest.raises(StepRefused, match="petugas"):
        remarks.add_remark(submission, an_applicant(), "judul_kegiatan", "must", "x", WHEN)
    with pytest.raises(StepRefused, match="tidak ada pada formulir"):
        remarks.add_remark(submission, an_officer(), "bukan_pertanyaan", "must", "x", WHEN)
    with pytest.raises(StepRefused, match="tidak sedang diperiksa"):
        remarks.add_remark(a_submission(Status.NEEDS_REVISION), an_officer(), "judul_kegiatan", "must", "x", WHEN)


def test_what_a_colleague_changed_meanwhile_is_not_overwritten_unseen():
    submission = a_submission(Status.IN_REVIEW)
    remark = a_remark(submission)
    seen = mark_of(remarks.noted(remark))
    remarks.edit_remark(remark, submission, user("petugas2"), "advice", "Sebutkan tahunnya.", WHEN, seen)

    with pytest.raises(ChangedMeanwhile) as refusal:
        remarks.edit_remark(remark, submission, an_officer(), "must", "Lain.", WHEN, seen)

    assert (refusal.value.who, refusal.value.when) == ("Bayu Petugas", WHEN)
    assert remarks.noted(Remark.get_by_id(remark.id)) == {
        "severity": "advice",
        "text": "Sebutkan tahunnya.",
        "sentence": "",
    }


def test_what_happens_to_an_unsent_remark_is_recorded_outside_the_history_of_the_submission():
    submission = a_submission(Status.IN_REVIEW)
    remark, before = a_remark(submission), Event.of("submission", submission.number).count()
    remarks.edit_remark(remark, submission, an_officer(), "must", "Lain.", WHEN)
    remarks.drop_remark(remark, submission, an_officer(), WHEN)

    with pytest.raises(StepRefused, match="sudah dihapus"):
        remarks.drop_remark(remark, submission, an_officer(), WHEN)
    assert [(event.verb, event.facts) for event in Event.of("remark", str(remark.id))] == [
        ("remark_changed", {"submission": submission.number}),
        ("remark_dropped", {"submission": submission.number}),
    ]
    assert Event.of("submission", submission.number).count() == before


def test_a_remark_carries_its_ready_sentence_and_the_version_it_was_written_with(db):
    submission = a_submission(Status.IN_REVIEW)
    sentence = Sentence.create(heading="Judul", text="Sebut wilayahnya.", version=3)
    remark = a_remark(submission, sentence=sentence)
    assert (remark.sentence_id, remark.sentence_version) == (sentence.id, 3)

    remarks.edit_remark(remark, submission, an_officer(), "must", "Sebut kabupatennya.", WHEN)

    now = Remark.get_by_id(remark.id)
    assert (now.text, now.sentence_id, now.sentence_version) == ("Sebut kabupatennya.", None, None)


def test_the_gaps_of_a_ready_sentence_are_filled_before_it_is_a_remark(db):
    submission = a_submission(Status.IN_REVIEW)

    with pytest.raises(StepRefused) as refusal:
        a_remark(submission, text="Kirim {dokumen} paling lambat {tanggal}.")

    assert (str(refusal.value), refusal.value.field) == ("Isi dahulu {dokumen} dan {tanggal} pada catatan ini.", "text")


def test_a_remark_dropped_by_mistake_is_taken_back_for_ten_minutes():
    submission = a_submission(Status.IN_REVIEW)
    remark = a_remark(submission)
    remarks.drop_remark(remark, submission, an_officer(), WHEN)

    with pytest.raises(StepRefused, match="sepuluh menit"):
        remarks.undo_drop(remark, submission, an_officer(), WHEN + timedelta(minutes=11))
    remarks.undo_drop(remark, submission, an_officer(), WHEN + timedelta(minutes=9))

    assert Remark.get_by_id(remark.id).state == "noted"
    with pytest.raises(StepRefused):
        remarks.undo_drop(remark, submission, an_officer(), WHEN + timedelta(minutes=9))


def test_the_history_says_which_remark_was_settled():
    submission = a_submission(Status.NEEDS_REVISION)
    answer_and_send(submission)
    submissions.resume_review(submission, an_officer(), WHEN)
    remark = next(each for each in Remark.of(submission) if each.state == "answered")

    remarks.settle_remark(remark, submission, an_officer(), WHEN)

    assert Event.latest("submission", submission.number, ("remark_settled",)).note.startswith(
        "Judul Kegiatan: Lengkapi"
    )
