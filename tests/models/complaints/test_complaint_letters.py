"""Letters about a complaint, and which of them counts."""

from datetime import timedelta

from pst.actions.complaints.complaint_letters import issue
from pst.actions.letters import book_entries
from pst.models.complaints.complaint_letters import ComplaintLetter
from pst.rules.complaints.complaint_letters import ANSWER_LETTER, REFERRAL_LETTER
from pst.rules.complaints.complaints import Status
from tests.factories import SIGNING, user
from tests.factories_complaints import a_complaint

LATER = SIGNING + timedelta(hours=3)


def test_a_letter_counts_until_its_number_is_void_and_is_still_listed_then(db, store):
    complaint, other = a_complaint(Status.ANSWERED), a_complaint(Status.ANSWERED)
    given = dict.fromkeys(("number", "prefix", "kka", "reason"), "")
    letter = issue(complaint, ANSWER_LETTER, given, user("kepala"), LATER, store)
    found = ComplaintLetter.in_force(complaint, ANSWER_LETTER.name)
    of_others = [ComplaintLetter.in_force(other, ANSWER_LETTER.name), ComplaintLetter.in_force(complaint, "penerusan")]

    book_entries.void(letter.entry, "Salah cetak.", user("kepala"), LATER)

    assert (found, of_others) == (letter, [None, None])
    assert ComplaintLetter.in_force(complaint, ANSWER_LETTER.name) is None
    assert [(row.id, row.is_void) for row in ComplaintLetter.of(complaint)] == [(letter.id, True)]
    assert REFERRAL_LETTER.name == "penerusan"
