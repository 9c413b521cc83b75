"""What belongs to the dialogue, and what to the office alone."""

import pytest

from pst.actions.complaints import dialogue
from pst.models.complaints.dialogue import ComplaintFile
from pst.rules.complaints.complaints import Status
from tests.factories import WHEN, an_officer
from tests.factories_complaints import a_complaint, a_photo

pytestmark = pytest.mark.usefixtures("db")


def test_internal_messages_and_files_are_the_offices_alone(store):
    complaint = a_complaint(Status.IN_PROGRESS)
    inside = dialogue.attach(complaint, "internal", "a.jpg", a_photo(), WHEN, store, an_officer())

    assert (ComplaintFile.find(complaint, inside.id), ComplaintFile.find(complaint, inside.id, internal=True)) == (
        None,
        inside,
    )
    assert ComplaintFile.find(a_complaint(), inside.id, internal=True) is None
