"""A letter that goes out unsigned, as the office decided, tells so and goes the same way."""

from pst.models.audit import Event
from pst.models.letters.signed_copies import SignedCopy
from pst.rules.review.workflow import Status
from tests.factories import SIGNING, a_submission, issue


def test_a_letter_leaves_unsigned_at_once_where_the_office_says_so(db, store):
    submission = a_submission(Status.AWAITING_SIGNATURE)

    letter = issue(submission, store)

    history = list(Event.of("submission", submission.number))[-2:]
    assert [(event.source, event.verb, event.target) for event in history] == [
        ("awaiting_signature", "issue", "signing"),
        ("signing", "publish", "issued"),
    ]
    assert (letter.state, SignedCopy.taken_of(letter.id), submission.clock_stopped) == ("issued", None, SIGNING)
    assert "di luar sistem ini" in letter.facts["signing_note"]
