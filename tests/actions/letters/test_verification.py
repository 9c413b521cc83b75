"""What is told of a letter, wherever it is asked; the pages around it are in tests/views/letters."""

from datetime import date

from pst.actions.letters import signed_copies
from pst.actions.letters.verification import by_code, signer_of, verified
from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_scan, a_submission, user

TODAY = date(2026, 12, 1)


def test_a_letter_is_found_however_its_code_is_written(db):
    letter = Letter.issued_of(a_submission(Status.ISSUED))

    found = by_code(letter.code.lower().replace("-", " "))

    assert (found.id, by_code("bukan kode"), signer_of(found)) == (letter.id, None, "")


def test_the_file_that_went_out_and_the_text_before_it_are_told_apart(db, store):
    letter = Letter.waiting_of(a_submission(Status.SIGNING))
    copy = signed_copies.bring(letter, user("petugas"), ("surat.pdf", a_scan(letter)), WHEN, store)
    signed_copies.confirm(copy, user("kepala"), WHEN)
    letter = Letter.by_file(copy.file_id)

    out, text, asked = (verified(letter, TODAY, sha256) for sha256 in (copy.file_id, letter.file_id, ""))

    assert (out.verdict, out.only_text, "sama persis" in out.compared) == ("Surat asli dan berlaku", False, True)
    assert (text.verdict, text.only_text) == ("Naskah sebelum ditandatangani, bukan surat yang terbit", True)
    assert (asked.compared, asked.signing, asked.outcome) == ("", "Tanda tangan pena (pindaian)", "Layak")
