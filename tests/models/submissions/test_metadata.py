"""The working copy of an agency's metadata."""

from pst.models.submissions.metadata import Metadata
from tests.factories import WHEN, a_draft, an_applicant


def test_there_is_none_before_anybody_saved(db):
    draft = a_draft()
    assert (Metadata.answers_of(draft.id), Metadata.answers_of(None)) == ({}, {})

    Metadata.create(submission=draft, answers={"ms_var": [{"nama": "Luas"}]}, at=WHEN, by=an_applicant())

    assert Metadata.answers_of(draft.id) == {"ms_var": [{"nama": "Luas"}]}
