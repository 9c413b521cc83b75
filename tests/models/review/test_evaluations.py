"""The team's sittings on a case, its opinions and its talk, each with the people already joined."""

from datetime import timedelta

import pytest

from pst.models.base import write
from pst.models.review.evaluations import Evaluation, InternalNote, Opinion
from tests.factories import WHEN, a_submission, an_officer, user

pytestmark = pytest.mark.usefixtures("db")


def a_sitting(case, **more) -> Evaluation:
    with write():
        return Evaluation.create(submission=case, opened_by=an_officer(), opened_at=WHEN, **more)


def test_the_latest_sitting_counts_and_other_cases_have_their_own():
    case, other = a_submission(), a_submission()
    a_sitting(case)
    second = a_sitting(case)
    a_sitting(other)

    assert Evaluation.latest(case).id == second.id
    assert Evaluation.latest(a_submission()) is None


def test_opinions_come_in_the_order_of_invitation_with_their_officers(count_queries):
    sitting = a_sitting(a_submission())
    with write():
        for colleague in (user("petugas2"), user("kepala")):
            Opinion.create(evaluation=sitting, officer=colleague, invited_at=WHEN)

    with count_queries() as seen:
        told = [(opinion.officer.name, opinion.stance) for opinion in Opinion.of(sitting)]

    assert (told, seen.number) == ([("Bayu Petugas", ""), ("Dewi Kepala", "")], 1)


def test_the_discussion_is_read_as_it_was_said(count_queries):
    case = a_submission()
    with write():
        for minutes, name in enumerate(("petugas", "petugas2", "petugas")):
            at = WHEN + timedelta(minutes=minutes)
            InternalNote.create(submission=case, author=user(name), at=at, text=f"kata {minutes}")
        InternalNote.create(submission=a_submission(), author=user("petugas"), at=WHEN, text="lain")

    with count_queries() as seen:
        told = [(note.author.name, note.text) for note in InternalNote.of(case)]

    assert seen.number == 1
    assert told == [("Sinta Petugas", "kata 0"), ("Bayu Petugas", "kata 1"), ("Sinta Petugas", "kata 2")]
