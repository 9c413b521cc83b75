"""A new code for a complainant: asked for by one, given by another, never in the place of one in hand."""

from datetime import timedelta

import pytest

from pst.actions.complaints import codes, dialogue
from pst.models.audit import Event
from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaints import Complaint
from pst.rules import numbering
from pst.rules.complaints.complaints import Status
from pst.rules.steps import StepRefused
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import CODE, a_complaint

pytestmark = pytest.mark.usefixtures("db")

WHY = "Tanda terimanya basah, pelapor ada di loket."
FRESH = "AAAA-BBBB-CCCC-DDDD"
LATER = WHEN + timedelta(hours=3)


def at_the_desk() -> Complaint:
    """Of somebody who came to the office, and in the hands of `petugas`."""
    return a_complaint(Status.IN_PROGRESS, channel="visit")


def give(complaint, actor, at=LATER):
    codes.give(complaint, actor, numbering.hash_code(FRESH), at)


def test_two_people_give_a_new_code_and_it_ends_the_old_one():
    complaint = at_the_desk()
    codes.ask(complaint, an_officer(), WHY, LATER)

    give(complaint, user("petugas2"))

    assert [Complaint.by_code(numbering.hash_code(code)) for code in (CODE, FRESH)] == [None, complaint]
    told = [(event.verb, event.actor_name, event.note) for event in Event.of("complaint", complaint.number)][-2:]
    assert told == [("ask_code", "Sinta Petugas", WHY), ("reissue_code", "Bayu Petugas", "")]
    assert codes.asked(complaint, LATER) is None


def test_nobody_gives_what_was_not_asked_for_nor_what_he_or_she_asked_for_nor_the_day_after():
    complaint = at_the_desk()
    with pytest.raises(StepRefused, match="tidak ada kode baru yang diminta"):
        give(complaint, user("petugas2"))
    with pytest.raises(StepRefused, match="yang menangani"):
        codes.ask(complaint, user("petugas2"), WHY, LATER)
    codes.ask(complaint, an_officer(), WHY, LATER)

    with pytest.raises(StepRefused, match="orang kedua"):
        give(complaint, an_officer())
    with pytest.raises(StepRefused, match="tidak ada kode baru yang diminta"):
        give(complaint, user("petugas2"), LATER + timedelta(days=1))
    assert Complaint.by_code(numbering.hash_code(CODE)) == complaint


def test_a_code_in_hand_is_never_taken_from_its_complainant():
    used, of_the_box = at_the_desk(), at_the_desk()
    dialogue.note_seen(used, WHEN.date())
    BoxForm.create(number="KS-1", code_hash=of_the_box.code_hash, batch=1, printed_on=WHEN.date())

    for complaint in (a_complaint(Status.IN_PROGRESS), Complaint.get_by_id(used.id), of_the_box):
        with pytest.raises(StepRefused, match="memegang kodenya sendiri"):
            codes.ask(complaint, an_officer(), WHY, LATER)


def test_one_that_is_used_after_it_was_asked_for_stays():
    complaint = at_the_desk()
    codes.ask(complaint, an_officer(), WHY, LATER)
    dialogue.note_seen(complaint, WHEN.date())

    with pytest.raises(StepRefused):
        give(complaint, user("petugas2"))
