"""A letter is fetched at the counter, against a receipt."""

import pytest

from pst.actions.frontdesk import handover
from pst.actions.frontdesk.visit_records import DeskRefused
from pst.models.audit import Event
from pst.models.frontdesk.visits import Visit
from pst.models.letters.letters import Letter
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, an_officer
from tests.factories_desk import a_visit
from tests.paper.reading import words_of

pytestmark = pytest.mark.usefixtures("db")


def done(visit: Visit) -> list[str]:
    return [event.verb for event in Event.of("visit", visit.number)][2:]


def test_the_letter_is_handed_over_and_the_submission_is_complete():
    submission = a_submission(Status.ISSUED)
    visit = a_visit(case=submission.code)
    assert handover.may_hand_over(visit)

    handover.hand_over(visit, an_officer(), "Budi Penerima", WHEN)

    assert Submission.get_by_id(submission.id).status == Status.COMPLETED
    note = Event.latest("submission", submission.number).note
    assert note == f"Diserahkan di loket kepada Budi Penerima ({visit.number})."
    assert done(visit) == ["hand_over"]
    assert "Budi" not in str([(event.note, event.facts) for event in Event.of("visit", visit.number)])


def test_the_receipt_names_the_letter_and_both_who_sign():
    submission = a_submission(Status.ISSUED)
    visit = a_visit(case=submission.code)

    said = words_of(handover.receipt_paper(visit, an_officer(), WHEN))

    letter = Letter.issued_of(submission)
    wanted = (letter.number, submission.number, submission.title, visit.number, visit.name, an_officer().name)
    assert [words for words in wanted if words not in said] == []
    assert done(visit) == []


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.AWAITING_SIGNATURE])
def test_without_an_issued_letter_nothing_is_handed_over_or_signed_for(status):
    visit = a_visit(case=a_submission(status).code)
    assert not handover.may_hand_over(visit) and not handover.has_letter(visit)

    with pytest.raises(DeskRefused):
        handover.hand_over(visit, an_officer(), "Rahmat", WHEN)
    with pytest.raises(DeskRefused):
        handover.receipt_paper(visit, an_officer(), WHEN)
    assert done(visit) == []


def test_a_visit_without_a_case_has_no_letter():
    visit = a_visit()

    assert (handover.may_hand_over(visit), handover.has_letter(visit)) == (False, False)
    with pytest.raises(DeskRefused):
        handover.receipt_paper(visit, an_officer(), WHEN)
