"""A covered copy stays in the office beside its original, and the history says who made it."""

import pytest

from pst.actions.complaints import dialogue
from pst.actions.complaints.redactions import redact
from pst.models.audit import Event
from pst.models.complaints.dialogue import ComplaintFile
from pst.rules.complaints.redactions import Box
from pst.rules.steps import StepRefused
from tests.exchange.test_pdf_pages import a_paper
from tests.factories import WHEN, user
from tests.factories_complaints import a_complaint


@pytest.fixture
def complaint(db, store):
    complaint = a_complaint()
    complaint.sent = dialogue.attach(complaint, "complainant", "bukti.pdf", a_paper(), WHEN, store)
    return complaint


def test_the_copy_is_kept_in_the_office_and_the_original_as_it_was(complaint, store):
    before = store.read(complaint.sent.file_id)

    copy = redact(complaint, complaint.sent, [Box(1, 0, 0, 50, 9)], user("petugas"), WHEN, store)

    assert [file.name for file in ComplaintFile.of(complaint)] == ["lampiran-1.pdf"]
    assert (copy.side, copy.name) == ("internal", "lampiran-1-disensor.pdf")
    assert store.read(complaint.sent.file_id) == before != store.read(copy.file_id)
    event = Event.of("complaint", complaint.number).order_by(Event.id.desc()).first()
    assert (event.verb, event.actor_id, event.note) == ("redact_file", user("petugas").id, "Dari lampiran-1.pdf.")


def test_without_a_box_there_is_nothing_to_keep(complaint, store):
    with pytest.raises(StepRefused):
        redact(complaint, complaint.sent, [], user("petugas"), WHEN, store)


def test_whoever_must_not_know_of_it_makes_no_copy(complaint, store):
    with pytest.raises(StepRefused, match="tidak ditemukan"):
        redact(complaint, complaint.sent, [Box(1, 0, 0, 50, 9)], user("pemohon"), WHEN, store)
