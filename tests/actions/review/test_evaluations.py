"""The team's evaluation: opened, discussed, concluded; and the letter that waits for the conclusion."""

from datetime import date, datetime, timedelta

import pytest

from pst.actions.review import evaluations
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.letters.letters import Letter
from pst.models.review.evaluations import Evaluation, InternalNote, Opinion
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import a_submission, examine, user

HELD = date(2026, 11, 23)  # Senin
LATER = datetime(2026, 11, 23, 7, 0)  # Senin, 14.00 WIB


def concluded(submission, outcome="layak", text="Rancangan memenuhi kaidah."):
    return evaluations.conclude(
        submission,
        user("petugas"),
        LATER,
        held_on=HELD,
        participants=" Sinta Petugas \n\nBayu Petugas\n",
        outcome=outcome,
        text=text,
        alone_reason="Rekan sedang bertugas di lapangan.",
    )


def test_starting_opens_a_sitting_with_the_step(db):
    submission = a_submission(Status.IN_REVIEW)
    examine(submission)

    sitting = evaluations.start_evaluation(submission, user("petugas"), LATER)

    assert (submission.status, sitting.opened_by_id, sitting.opened_at) == ("evaluation", user("petugas").id, LATER)
    assert Event.latest("submission", submission.number).verb == "start_evaluation"


def test_two_officers_starting_at_once_open_one_sitting(db):
    first = a_submission(Status.IN_REVIEW)
    examine(first)
    second = Submission.get_by_id(first.id)

    evaluations.start_evaluation(first, user("petugas"), LATER)
    with pytest.raises(StepRefused):
        evaluations.start_evaluation(second, user("petugas2"), LATER)

    assert Evaluation.select().count() == 1


def test_a_colleague_is_asked_once_however_often_the_button_is_pressed(db):
    submission = a_submission(Status.EVALUATION)

    for _ in range(2):
        evaluations.invite(submission, user("petugas2"), user("petugas"), LATER)

    assert [(o.officer_id, o.stance, o.given_at) for o in Opinion.select()] == [(user("petugas2").id, "", None)]
    assert Event.select().where(Event.verb == "invite").count() == 1


@pytest.mark.parametrize("name", ["pemohon", "pemohon2", "admin"])
def test_only_officers_and_the_head_are_asked(db, name):
    submission = a_submission(Status.EVALUATION)

    with pytest.raises(StepRefused):
        evaluations.invite(submission, user(name), user("petugas"), LATER)
    evaluations.invite(submission, user("kepala"), user("petugas"), LATER)

    assert [opinion.officer_id for opinion in Opinion.select()] == [user("kepala").id]


def test_everybody_writes_only_their_own_opinion(db):
    submission = a_submission(Status.EVALUATION)
    evaluations.invite(submission, user("petugas2"), user("petugas"), LATER)

    evaluations.give_opinion(submission, user("petugas2"), "layak", "Setuju.", LATER)
    evaluations.give_opinion(submission, user("petugas"), "ditolak", " Sampel terlalu kecil. ", LATER)

    said = [(o.officer_id, o.stance, o.text, o.given_at) for o in Opinion.select().order_by(Opinion.id)]
    assert said == [
        (user("petugas2").id, "layak", "Setuju.", LATER),
        (user("petugas").id, "ditolak", "Sampel terlalu kecil.", LATER),
    ]


def test_an_opinion_may_be_changed_until_the_conclusion(db):
    submission = a_submission(Status.EVALUATION)
    evaluations.give_opinion(submission, user("petugas2"), "layak", "Setuju.", LATER)
    evaluations.give_opinion(submission, user("petugas2"), "bersyarat", "Setuju bersyarat.", LATER)

    concluded(submission)
    with pytest.raises(StepRefused, match="Kesimpulan sudah dicatat"):
        evaluations.give_opinion(submission, user("petugas2"), "ditolak", "Berubah.", LATER)

    assert [(o.stance, o.text) for o in Opinion.select()] == [("bersyarat", "Setuju bersyarat.")]


def test_an_unknown_opinion_is_refused(db):
    with pytest.raises(StepRefused, match="Pilih salah satu pendapat"):
        evaluations.give_opinion(a_submission(Status.EVALUATION), user("petugas"), "mungkin", "Entah.", LATER)


def test_applicants_take_no_part_and_read_no_discussion(db):
    submission = a_submission(Status.EVALUATION)

    evaluations.add_note(submission, user("kepala"), " Kita bahas Kamis. ", LATER)
    with pytest.raises(StepRefused, match="hanya diikuti petugas dan Kepala"):
        evaluations.add_note(submission, user("pemohon"), "Halo.", LATER)

    assert [(note.author_id, note.text) for note in InternalNote.select()] == [(user("kepala").id, "Kita bahas Kamis.")]


def test_the_conclusion_keeps_date_participants_and_words(db):
    submission = a_submission(Status.EVALUATION)

    concluded(submission, "bersyarat", "Tambahkan uji coba.")

    sitting = Evaluation.latest(submission)
    assert (sitting.held_on, sitting.participants, sitting.outcome, sitting.conclusion, sitting.concluded_at) == (
        HELD,
        "Sinta Petugas\nBayu Petugas",
        "bersyarat",
        "Tambahkan uji coba.",
        LATER,
    )
    assert Event.latest("submission", submission.number).facts == {
        "outcome": "bersyarat",
        "held_on": "2026-11-23",
        "participants": ["Sinta Petugas", "Bayu Petugas"],
    }


def test_evaluating_alone_needs_a_reason(db):
    submission = a_submission(Status.EVALUATION)
    whole = {"held_on": HELD, "participants": "Sinta", "outcome": "layak", "text": "Baik."}
    evaluations.invite(submission, user("petugas2"), user("petugas"), LATER)
    evaluations.give_opinion(submission, user("petugas"), "layak", "Baik.", LATER)

    with pytest.raises(StepRefused, match="mengapa dievaluasi sendiri") as refusal:
        evaluations.conclude(submission, user("petugas"), LATER, **whole, alone_reason=" ")
    assert refusal.value.field == "alone_reason"

    evaluations.conclude(submission, user("petugas"), LATER, **whole, alone_reason=" Rekan cuti. ")
    assert Evaluation.latest(submission).alone_reason == "Rekan cuti."


def test_a_colleagues_opinion_makes_a_team(db):
    submission = a_submission(Status.EVALUATION)
    evaluations.give_opinion(submission, user("petugas2"), "layak", "Setuju.", LATER)

    evaluations.conclude(
        submission, user("petugas"), LATER, held_on=HELD, participants="Sinta", outcome="layak", text="Baik."
    )

    assert Evaluation.latest(submission).alone_reason == ""


def test_a_sitting_begun_by_mistake_is_left_without_a_word_to_the_applicant(db):
    submission = a_submission(Status.EVALUATION)
    concluded(submission)
    due, mails = submission.due_on, Email.select().count()

    with pytest.raises(StepRefused):
        evaluations.back_to_review(submission, user("petugas"), LATER, " ")
    evaluations.back_to_review(submission, user("petugas"), LATER, "Terpencet.")

    event = Event.latest("submission", submission.number)
    assert (submission.status, submission.due_on, event.note) == ("in_review", due, "Terpencet.")
    assert Email.select().count() == mails
    evaluations.start_evaluation(submission, user("petugas"), LATER)
    with pytest.raises(StepRefused, match="kesimpulan"):
        evaluations.start_drafting(submission, user("petugas"), LATER)


@pytest.mark.parametrize(
    "change", [{"participants": " \n "}, {"text": " "}, {"outcome": ""}, {"held_on": HELD + timedelta(days=1)}]
)
def test_an_unfinished_conclusion_is_refused(db, change):
    submission = a_submission(Status.EVALUATION)
    whole = {"held_on": HELD, "participants": "Sinta", "outcome": "layak", "text": "Baik."}

    with pytest.raises(StepRefused):
        evaluations.conclude(submission, user("petugas"), LATER, **{**whole, **change})

    assert Evaluation.latest(submission).concluded_at is None


def test_no_letter_is_drafted_before_the_conclusion(db):
    submission = a_submission(Status.EVALUATION)

    with pytest.raises(StepRefused, match="kesimpulan"):
        evaluations.start_drafting(submission, user("petugas"), LATER)
    assert Submission.get_by_id(submission.id).status == "evaluation"

    concluded(submission)
    evaluations.start_drafting(submission, user("petugas"), LATER)
    assert (submission.status, Letter.draft_of(submission).outcome) == ("drafting", "layak")


@pytest.mark.parametrize(("outcome", "letter"), [("layak", "layak"), ("bersyarat", "layak"), ("ditolak", "ditolak")])
def test_the_letter_proposes_what_the_team_concluded(db, outcome, letter):
    submission = a_submission(Status.EVALUATION)
    concluded(submission, outcome)

    evaluations.start_drafting(submission, user("petugas"), LATER)

    assert (Submission.get_by_id(submission.id).outcome, Letter.draft_of(submission).outcome) == (letter, letter)


def test_going_back_to_the_team_needs_a_new_conclusion(db):
    submission = a_submission(Status.EVALUATION)
    concluded(submission)
    evaluations.start_drafting(submission, user("petugas"), LATER)

    evaluations.back_to_evaluation(submission, user("petugas"), LATER, "Ada data baru.")
    with pytest.raises(StepRefused, match="kesimpulan"):
        evaluations.start_drafting(submission, user("petugas"), LATER)

    assert Evaluation.select().count() == 2


def test_silence_leads_to_a_proposed_refusal_only_after_three_months(db):
    submission = a_submission(Status.NEEDS_REVISION)  # returned on Senin, 23 November 2026
    almost, enough = (
        datetime(2027, 2, 22, 16, 59),
        datetime(2027, 2, 22, 17, 0),
    )  # 23.59 WIB; Selasa, 23 Februari, 00.00

    with pytest.raises(StepRefused, match="mulai 23 Februari 2027"):
        evaluations.propose_refusal(submission, user("petugas"), almost, "Tidak ada tanggapan.")
    evaluations.propose_refusal(submission, user("petugas"), enough, "Tidak ada tanggapan.")

    assert (submission.status, submission.outcome, Letter.draft_of(submission).outcome) == (
        "drafting",
        "ditolak",
        "ditolak",
    )


def test_a_conclusion_that_a_colleague_recorded_meanwhile_is_not_overwritten_unseen(db):
    submission = a_submission(Status.EVALUATION)
    seen = mark_of(evaluations.concluded(Evaluation.latest(submission)))
    concluded(submission, "bersyarat", "Tambahkan uji coba.")

    with pytest.raises(ChangedMeanwhile) as refusal:
        evaluations.conclude(
            submission,
            user("petugas2"),
            LATER,
            held_on=HELD,
            participants="Bayu",
            outcome="layak",
            text="Baik.",
            alone_reason="Rekan sedang bertugas di lapangan.",
            seen=seen,
        )

    assert refusal.value.who == "Sinta Petugas"
    assert Evaluation.latest(submission).conclusion == "Tambahkan uji coba."
