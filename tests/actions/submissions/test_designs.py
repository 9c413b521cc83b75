"""A submission as the rules read it."""

from datetime import date

import pytest

from pst.actions.submissions.designs import burden_lines, design_of
from pst.models.office.holidays import HolidayRow
from pst.rules.office.office import office_of
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission

pytestmark = pytest.mark.usefixtures("db")


def read(submission, **answers):
    given = {**submission.answers, **answers}
    return design_of(submission, given, ["KAK.pdf"], WHEN, office_of({}), HolidayRow.calendar())


def test_a_draft_counts_as_if_it_were_sent_now():
    design = read(a_draft())

    assert (design.sent_on, design.letter_by, design.files) == (date(2026, 11, 23), date(2026, 12, 11), ("KAK.pdf",))


def test_what_was_sent_has_its_own_days():
    submission = a_submission(Status.IN_REVIEW)

    assert read(submission).letter_by == submission.due_on


def test_answers_that_do_not_apply_are_not_looked_at():
    assert read(a_draft(method="pencacahan_lengkap"), sampling_error="MoE 5 persen").text("sampling_error") == ""


def test_the_burden_is_told_where_the_numbers_are_there():
    design = read(a_draft(method="survei"))

    assert burden_lines(design) == [
        "382 responden, 2 kali setahun: 764 kali seseorang ditanya.",
        "0,3 wawancara per petugas per hari (382 responden, 18 petugas, 65 hari).",
    ]
    assert burden_lines(read(a_draft())) == []
