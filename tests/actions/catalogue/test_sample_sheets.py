"""Details of a sample beside its question."""

import pytest

from pst.actions.catalogue.sample_sheets import write_sheet
from pst.actions.submissions.submissions import copy_as_draft, submit
from pst.models.submissions.submissions import Revision
from pst.rules.catalogue.sample_sheets import SampleSheet, sheet_of
from pst.rules.catalogue.sample_size import Plan
from pst.rules.steps import StepRefused
from tests.factories import WHEN, a_draft, an_applicant

SHEET = sheet_of(Plan(0.05, 1200), None, 30, 1, {"populasi": "1200", "batas": "5"})


def test_it_is_written_into_the_answers_sent_with_them_and_copied(db):
    draft = a_draft(method="survei")

    write_sheet(draft, an_applicant(), SHEET, WHEN, into_answers=True)
    assert draft.answers["fraksi_sampel"] == "291/1.200"
    submit(draft, an_applicant(), WHEN)

    assert SampleSheet.kept(Revision.latest(draft).beside) == SHEET
    assert SampleSheet.kept(copy_as_draft(draft, an_applicant(), WHEN).beside) == SHEET
    with pytest.raises(StepRefused):
        write_sheet(draft, an_applicant(), SHEET, WHEN, into_answers=False)


def test_words_of_ones_own_may_stay(db):
    draft = a_draft(method="survei")
    before = draft.answers["fraksi_sampel"]

    write_sheet(draft, an_applicant(), SHEET, WHEN, into_answers=False)

    assert draft.answers["fraksi_sampel"] == before
