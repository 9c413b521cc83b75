"""A letter waits for the file signed outside, and goes out with it; a second person looks at what is not certain."""

from datetime import timedelta

import pytest
from peewee import IntegrityError

from pst.actions import audit
from pst.actions.letters import letters, signed_copies
from pst.actions.letters.draft import LetterRefused
from pst.exchange.uploads import UploadRefused
from pst.models.base import database
from pst.models.catalogue.catalogue import Activity
from pst.models.emails import Email
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import PRESS, WHEN, a_scan, a_submission, issue, sign_letters, user

LATER = WHEN + timedelta(days=1)  # Selasa, 24 November 2026


@pytest.fixture
def waiting(db, store) -> Letter:
    """A letter that was approved and waits for its signature."""
    sign_letters()
    letter = issue(a_submission(Status.AWAITING_SIGNATURE), store)
    Email.delete().execute()
    return letter


def brought(letter: Letter, store, by: str = "petugas") -> SignedCopy:
    return signed_copies.bring(letter, user(by), ("surat.pdf", a_scan(letter)), LATER, store)


def test_an_approved_letter_waits_and_nothing_of_it_is_out(waiting):
    submission = Submission.get_by_id(waiting.submission_id)

    assert (waiting.state, submission.status, submission.clock_stopped, submission.decided_at) == (
        "waiting",
        Status.SIGNING,
        None,
        None,
    )
    assert (Letter.issued_of(submission), Letter.shown_of(submission), Activity.in_catalogue(submission.number)) == (
        None,
        None,
        None,
    )
    assert Email.select().count() == 0
    assert "Berlaku bila bertanda tangan" in waiting.facts["signing_note"]


def test_the_confirmed_file_goes_out_and_stops_the_clock(waiting, store):
    copy = brought(waiting, store)

    signed_copies.confirm(copy, user("kepala"), LATER)

    submission, letter = Submission.get_by_id(waiting.submission_id), Letter.get_by_id(waiting.id)
    assert (submission.status, submission.clock_stopped, submission.decided_at, submission.outcome) == (
        Status.ISSUED,
        LATER,
        LATER,
        "layak",
    )
    assert (letter.state, SignedCopy.taken_of(letter.id).checked_by.name) == ("issued", "Dewi Kepala")
    mails = Email.select().where(Email.kind == "issued")
    assert [mail.facts["letter_file"] for mail in mails] == [copy.file_id] * 2
    assert Letter.by_file(copy.file_id).id == Letter.by_file(letter.file_id).id == letter.id
    assert audit.find_tampering() == []


def test_whoever_brought_a_scan_does_not_confirm_it(waiting, store):
    copy = brought(waiting, store)

    with pytest.raises(LetterRefused, match="orang kedua"):
        signed_copies.confirm(copy, user("petugas"), LATER)
    with pytest.raises(LetterRefused, match="menunggu dibandingkan"):
        brought(waiting, store)


def test_a_refused_file_goes_back_with_its_reason_and_another_is_brought(waiting, store):
    copy = brought(waiting, store)

    signed_copies.refuse(copy, user("petugas2"), "Halaman 2 terpotong.", LATER)

    assert (SignedCopy.get_by_id(copy.id).state, Letter.get_by_id(waiting.id).state) == ("refused", "waiting")
    signed_copies.confirm(brought(waiting, store), user("petugas2"), LATER)
    assert [copy.state for copy in SignedCopy.of(waiting.id)] == ["taken", "refused"]


@pytest.mark.parametrize(
    ("content", "why"), [(None, "belum ditandatangani"), (b"GIF89a", "bukan PDF"), (b"", "kosong")], ids=str
)
def test_what_cannot_be_the_signed_letter_is_refused(waiting, store, content, why):
    original = store.read(waiting.file_id)

    with pytest.raises(UploadRefused, match=why):
        signed_copies.bring(
            waiting, user("petugas"), ("surat.pdf", original if content is None else content), LATER, store
        )


def test_the_applicant_who_works_here_brings_nothing(waiting, store):
    Submission.update(applicant=user("petugas")).execute()

    with pytest.raises(LetterRefused, match="pemohon kegiatan ini"):
        brought(waiting, store)


def test_a_letter_given_up_before_its_signature_is_a_draft_again(waiting, store):
    submission = Submission.get_by_id(waiting.submission_id)

    letters.void(submission, user("kepala"), LATER, "Salah tujuan.")

    draft = Letter.draft_of(submission)
    assert (submission.status, Letter.get_by_id(waiting.id).state) == (Status.DRAFTING, "void")
    assert (draft.draft["recipient"], draft.number, Email.select().count()) == (waiting.draft["recipient"], None, 0)
    letters.request_signature(submission, user("petugas"), LATER)
    assert issue(submission, store, at=LATER).sequence == waiting.sequence + 1


def test_a_replaced_letter_counts_until_the_new_one_is_signed(waiting, store):
    signed_copies.confirm(brought(waiting, store), user("kepala"), LATER)
    old = Letter.get_by_id(waiting.id)
    Email.delete().execute()

    new = letters.replace(old, user("kepala"), "Salah tujuan.", {"recipient": "Camat Toho"}, LATER, store, PRESS)

    assert (Letter.get_by_id(old.id).state, new.state, Email.select().count()) == ("issued", "waiting", 0)
    with pytest.raises(LetterRefused, match="menunggu tanda tangan"):
        letters.revoke(old, user("kepala"), "Salah.", LATER)
    copy = brought(new, store)
    signed_copies.confirm(copy, user("petugas2"), LATER)
    ended = Letter.get_by_id(old.id)
    assert (ended.state, ended.replaced_by_id, ended.end_reason) == ("replaced", new.id, "Salah tujuan.")
    assert {(mail.kind, mail.facts["letter_file"]) for mail in Email.select()} == {("letter_replaced", copy.file_id)}
    assert audit.find_tampering() == []


def test_a_replacement_given_up_leaves_the_old_letter_in_force(waiting, store):
    signed_copies.confirm(brought(waiting, store), user("kepala"), LATER)
    old = Letter.get_by_id(waiting.id)
    new = letters.replace(old, user("kepala"), "Salah tujuan.", {"recipient": "Camat Toho"}, LATER, store, PRESS)
    offered = brought(new, store)
    Email.delete().execute()

    letters.revoke(new, user("kepala"), "Ternyata benar.", LATER)

    given_up = SignedCopy.get_by_id(offered.id)
    assert (given_up.state, given_up.reason) == ("refused", "Ternyata benar.")
    assert (Letter.get_by_id(old.id).state, Letter.get_by_id(new.id).state) == ("issued", "void")
    assert Email.select().count() == 0


def test_the_signed_file_of_a_letter_is_never_another(waiting, store):
    copy = brought(waiting, store)
    signed_copies.confirm(copy, user("kepala"), LATER)

    with pytest.raises(IntegrityError):
        SignedCopy.update(state="refused").execute()
    database.execute_sql("DROP TRIGGER signed_copy_stays")
    SignedCopy.update(file=waiting.file_id).execute()
    assert audit.find_tampering() == [f"Berkas bertanda tangan surat {waiting.number} berbeda dari yang tercatat."]
