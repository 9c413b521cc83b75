"""The letter with all that its page shows."""

from pst.models.letters.book_entries import BookEntry
from pst.models.letters.letters import Letter
from pst.models.narrowing import Wanted
from pst.rules.review.workflow import Status
from tests.factories import a_submission


def test_a_letter_comes_with_everything_its_page_shows(db):
    submission = a_submission(Status.ISSUED)

    letter = Letter.issued_of(submission)

    assert (
        letter.submission.agency.name,
        letter.drafted_by.name,
        letter.issued_by.name,
        letter.signatory.name,
        letter.file.mime,
        letter.replaced_by,
        letter.valid_until,
    ) == (
        "Dinas Kesehatan Kabupaten Mempawah",
        "Sinta Petugas",
        "Dewi Kepala",
        "Dewi Kepala",
        "application/pdf",
        None,
        None,
    )
    assert Letter.by_code(letter.code_hash).id == Letter.by_file(letter.file_id).id == letter.id
    assert (Letter.by_code("0"), Letter.by_file("0"), Letter.draft_of(submission)) == (None, None, None)


def test_a_draft_is_not_in_the_register(db):
    submission = a_submission(Status.DRAFTING)
    draft = Letter.draft_of(submission)

    assert (BookEntry.page(Wanted()).rows, Letter.numbered(draft.id), Letter.issued_of(submission)) == ([], None, None)
