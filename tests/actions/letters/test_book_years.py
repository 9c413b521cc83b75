"""The office says where its book is kept; before, nothing is numbered."""

import pytest

from pst.actions.letters import book_years, letters
from pst.actions.letters.draft import DraftUnfinished
from pst.actions.office.office import change_settings
from pst.models.audit import Event
from pst.models.letters.book_years import BookYear
from pst.rules.letters.numbering import ELSEWHERE, HERE
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, draft_of, issue, user


def test_a_letter_has_no_number_before_the_office_says_where_its_book_is_kept(db, store):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    BookYear.delete().execute()

    with pytest.raises(DraftUnfinished, match="belum menyatakan di mana buku surat tahun 2026 disimpan"):
        issue(submission, store)

    book_years.say_where(2026, HERE, 1146, user("petugas"), WHEN)
    assert issue(submission, store).number == "B-1146/61040/KS.200/11/2026"
    assert (book_years.next_number(2026), book_years.next_number(2027)) == (1147, 1)


def test_a_book_kept_elsewhere_gives_no_number_of_its_own(db, store):
    book_years.say_where(2026, ELSEWHERE, 1, user("petugas"), WHEN)
    submission = a_submission(Status.DRAFTING)
    with pytest.raises(DraftUnfinished, match="ketik nomor surat dari buku itu"):
        letters.request_signature(submission, user("petugas"), WHEN)

    letters.edit_draft(draft_of(submission), user("petugas"), {"letter_number": "B-1150/61040/HM.310/11/2026"}, WHEN)
    letters.request_signature(submission, user("petugas"), WHEN)

    assert issue(submission, store).number == "B-1150/61040/HM.310/11/2026"


def test_what_was_said_is_an_event(db):
    book_years.say_where(2026, ELSEWHERE, 1, user("petugas"), WHEN)

    event = Event.latest("letter_book", "2026")
    assert (event.actor_name, event.facts) == (
        "Sinta Petugas",
        {"from": {"kept": "here", "next": 1}, "to": {"kept": "elsewhere", "next": 1}},
    )


def test_the_office_decides_whether_a_letter_waits_for_the_identity_that_only_romantik_gives(db, store):
    submission = a_submission(Status.DRAFTING)
    letters.edit_draft(draft_of(submission), user("petugas"), {"identity_number": ""}, WHEN)
    change_settings("letter", {"identity_missing": "refuse"}, user("admin"), WHEN)

    with pytest.raises(DraftUnfinished, match="Identitas rekomendasi dari ROMANTIK belum diketik"):
        letters.request_signature(submission, user("petugas"), WHEN)

    change_settings("letter", {"identity_missing": "silent"}, user("admin"), WHEN)
    letters.request_signature(submission, user("petugas"), WHEN)
    assert issue(submission, store).identity_number == ""
