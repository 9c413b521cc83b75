"""The files brought for a letter: which waits, which went out, and who looked at them."""

from pst.actions.letters import signed_copies
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_scan, a_submission, user


def test_of_the_files_of_a_letter_one_waits_and_one_went_out(db, store):
    letter = Letter.waiting_of(a_submission(Status.SIGNING))
    upload = ("surat.pdf", a_scan(letter))
    first = signed_copies.bring(letter, user("petugas"), upload, WHEN, store)
    signed_copies.refuse(first, user("petugas"), "Keliru.", WHEN)
    second = signed_copies.bring(letter, user("petugas"), upload, WHEN, store)

    assert (SignedCopy.offered_of(letter.id).id, SignedCopy.taken_of(letter.id)) == (second.id, None)
    assert [(copy.state_label, copy.brought_by.name) for copy in SignedCopy.of(letter.id)] == [
        ("Menunggu dibandingkan", "Sinta Petugas"),
        ("Ditolak", "Sinta Petugas"),
    ]
    assert SignedCopy.find(letter.id + 1, first.id) is None
