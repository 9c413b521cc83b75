"""Marks are read for the newest revision alone, with their officer."""

import pytest

from pst.models.review.examinations import Examined
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, an_officer

pytestmark = pytest.mark.usefixtures("db")


def test_marks_of_an_older_revision_and_of_others_are_left_out():
    submission, other = a_submission(Status.IN_REVIEW), a_submission(Status.IN_REVIEW)
    for row, revision, block in ((submission, 1, 2), (submission, 0, 4), (other, 1, 6)):
        Examined.create(submission=row, revision=revision, block=block, by=an_officer(), at=WHEN)

    assert {block: mark.officer for block, mark in Examined.of(submission).items()} == {2: "Sinta Petugas"}
