"""What was overruled is kept by its rule."""

import pytest

from pst.models.base import write
from pst.models.review.overrulings import Overruling
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, an_officer

pytestmark = pytest.mark.usefixtures("db")


def test_each_submission_has_its_own():
    one, other = a_submission(Status.IN_REVIEW), a_submission(Status.IN_REVIEW)
    with write():
        Overruling.create(submission=one, rule="R-V-11", reason="Cukup.", by=an_officer(), at=WHEN)

    assert ({rule: row.officer for rule, row in Overruling.of(one).items()}, Overruling.of(other)) == (
        {"R-V-11": "Sinta Petugas"},
        {},
    )
