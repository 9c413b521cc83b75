"""The letter from its signature to its end: all or nothing, one number each, and a record of everything."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from pst.actions import emails
from pst.actions.letters import letters, publishing
from pst.actions.letters.draft import DraftUnfinished, LetterRefused
from pst.actions.office import housekeeping
from pst.models.audit import Event
from pst.models.base import write
from pst.models.catalogue.catalogue import Activity
from pst.models.emails import Email
from pst.models.files import StoredFile
from pst.models.letters.book_entries import BookEntry
from pst.models.letters.letters import Letter
from pst.models.narrowing import Wanted
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import PRESS, SIGNING, WHEN, a_submission, draft_of, issue, user

LATER = WHEN + timedelta(days=1)  # Selasa, 24 November 2026


def a_refusal(submission) -> None:
    """Turn the draft of a submission in DRAFTING into a refusal."""
    fields = {"outcome": "ditolak", "reasons": "Pengumpulan data sudah berlangsung."}
    letters.edit_draft(draft_of(submission), user("petugas"), fields, WHEN)


def an_issued(store) -> tuple[Submission, Letter]:
    submission = a_submission(Status.ISSUED)
    letter = Letter.issued_of(submission)
    assert letter is not None
    return submission, letter


def test_issuing_writes_number_file_row_event_duties_catalogue_and_mail_together(db, store):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    Email.delete().execute()

    letter = issue(submission, store)

    assert (letter.number, letter.sequence, letter.identity_number, letter.state) == (
        "B-1/61040/KS.200/11/2026",
        1,
        "K-26.6104.001",
        "issued",
    )
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(store.read(letter.file_id))).pages)
    assert "B-1/61040/KS.200/11/2026" in text and letter.code in text and "KONSEP" not in text
    assert f"Rantai kejadian {letter.facts['chain']}" in text
    now = Submission.get_by_id(submission.id)
    assert (now.status, now.outcome, now.identity_number, now.decided_at) == (
        Status.ISSUED,
        "layak",
        "K-26.6104.001",
        SIGNING,
    )
    event = Event.select().order_by(Event.id.desc()).first()
    assert (event.verb, event.facts["letter"], event.facts["sha256"]) == ("publish", letter.number, letter.file_id)
    assert [(duty.kind, str(duty.due_on)) for duty in Duty.of(submission)] == [
        ("identity", "None"),
        ("results", "2027-10-29"),
        ("metadata", "2027-10-29"),
    ]
    assert Activity.in_catalogue(submission.number).identity_number == "K-26.6104.001"
    assert [
        (mail.kind, mail.to, mail.facts["letter_number"]) for mail in Email.select().where(Email.kind == "issued")
    ] == [("issued", "pemohon@contoh.test", letter.number), ("issued", "dinas@contoh.test", letter.number)]


def test_a_failure_at_the_last_moment_leaves_nothing_behind(db, store, monkeypatch):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    before = (Event.select().count(), Email.select().count(), StoredFile.select().count())

    def full_disk(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr(publishing, "tell_agency", full_disk)
    with pytest.raises(OSError, match="no space"):
        issue(submission, store)

    assert (Event.select().count(), Email.select().count(), StoredFile.select().count()) == before
    assert Submission.get_by_id(submission.id).status == Status.AWAITING_SIGNATURE
    assert (draft_of(submission).number, BookEntry.page(Wanted()).rows) == (None, [])
    monkeypatch.undo()
    assert issue(submission, store).number == "B-1/61040/KS.200/11/2026"


def test_a_letter_is_issued_once(db, store):
    submission = a_submission(Status.ISSUED)

    with pytest.raises(StepRefused, match="tidak dapat dilakukan lagi"):
        issue(submission, store)

    assert Letter.select().where(Letter.submission == submission.id).count() == 1


def test_a_refusal_has_no_identity_no_duties_and_no_place_in_the_catalogue(db, store):
    submission = a_submission(Status.DRAFTING)
    a_refusal(submission)
    letters.request_signature(submission, user("petugas"), WHEN)

    letter = issue(submission, store)

    assert (letter.outcome, letter.identity_number, letter.facts["reasons"]) == (
        "ditolak",
        "",
        ["Pengumpulan data sudah berlangsung."],
    )
    assert (Duty.of(submission).count(), Activity.of_submission(submission)) == (0, None)
    assert Submission.get_by_id(submission.id).outcome == "ditolak"


def test_an_unfinished_draft_does_not_go_to_the_head(db):
    submission = a_submission(Status.DRAFTING)
    fields = {"outcome": "ditolak", "recipient": "", "conditions": "Lengkapi {variabel}."}
    letters.edit_draft(draft_of(submission), user("petugas"), fields, WHEN)

    with pytest.raises(DraftUnfinished) as refused:
        letters.request_signature(submission, user("petugas"), WHEN)

    assert [field for field, _ in refused.value.problems] == ["recipient", "reasons", "conditions"]
    assert Submission.get_by_id(submission.id).status == Status.DRAFTING


def test_a_draft_is_shut_while_it_waits_for_the_head_and_open_again_when_sent_back(db):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    with pytest.raises(StepRefused, match="tidak sedang disusun"):
        letters.edit_draft(draft_of(submission), user("petugas"), {"place": "Toho"}, WHEN)

    letters.send_back(submission, user("kepala"), WHEN, "Perbaiki tujuan surat.")
    letters.edit_draft(draft_of(submission), user("petugas"), {"place": "Toho"}, WHEN)

    assert draft_of(submission).draft["place"] == "Toho"


def test_the_head_does_not_write_drafts(db):
    submission = a_submission(Status.DRAFTING)

    with pytest.raises(StepRefused, match="disusun oleh petugas"):
        letters.edit_draft(draft_of(submission), user("kepala"), {"place": "Toho"}, WHEN)


def test_a_draft_made_anew_keeps_its_addressee_and_follows_the_new_conclusion(db):
    submission = a_submission(Status.DRAFTING)
    letters.edit_draft(draft_of(submission), user("petugas"), {"recipient": "Camat Toho", "conditions": "Lama."}, WHEN)

    with write():
        letters.open_draft(submission, user("petugas2"), LATER)

    draft = draft_of(submission)
    assert (draft.draft["recipient"], draft.draft["conditions"], draft.draft["hands"]) == (
        "Camat Toho",
        ["Sampaikan pedoman pengisian kepada seluruh puskesmas."],
        [user("petugas2").id],
    )


def test_a_letter_revoked_before_its_mail_left_is_never_mailed_as_valid(db, store):
    submission, letter = an_issued(store)
    Email.update(state="queued", tries=3).execute()

    letters.revoke(letter, user("kepala"), "Salah instansi.", LATER)

    states = {(mail.kind, mail.state) for mail in Email.select().where(Email.kind.in_(("issued", "letter_revoked")))}
    assert states == {("issued", "dropped"), ("letter_revoked", "queued")}
    now = Submission.get_by_id(submission.id)
    assert (now.status, now.clock_stopped) == (Status.COMPLETED, submission.clock_stopped)
    mail = Email.get(Email.kind == "issued")
    assert (emails.try_again(mail, user("admin"), LATER), mail.error) == (
        False,
        f"Surat nomor {letter.number} tidak berlaku lagi sebelum surel ini terkirim.",
    )


def test_a_letter_replaced_before_its_mail_left_is_mailed_as_the_new_one_and_received_with_it(db, store):
    submission, letter = an_issued(store)

    new = letters.replace(letter, user("kepala"), "Salah tujuan.", {"recipient": "Camat Toho"}, LATER, store, PRESS)

    waiting = Email.select().where(Email.state == "queued", Email.kind.in_(("issued", "letter_replaced")))
    assert {mail.facts["letter_number"] for mail in waiting} == {new.number}
    housekeeping.note_letter_sent(Email.get(Email.kind == "letter_replaced"), LATER)
    assert Submission.get_by_id(submission.id).status == Status.COMPLETED


def test_a_revoked_letter_keeps_its_number_and_leaves_the_catalogue(db, store):
    submission, letter = an_issued(store)
    Email.delete().execute()
    words = letter.facts

    letters.revoke(letter, user("kepala"), "Salah instansi.", LATER)

    now = Letter.numbered(letter.id)
    assert (now.state, now.number, now.facts, now.file_id, now.end_reason) == (
        "revoked",
        letter.number,
        words,
        letter.file_id,
        "Salah instansi.",
    )
    now = Submission.get_by_id(submission.id).status
    assert (now, Activity.in_catalogue(submission.number)) == (Status.COMPLETED, None)
    assert [(mail.kind, mail.facts["reason"]) for mail in Email.select()] == [("letter_revoked", "Salah instansi.")] * 2
    assert issue(a_submission(Status.AWAITING_SIGNATURE), store).sequence == letter.sequence + 1


def test_a_letter_ends_once_with_a_reason_and_by_the_head(db, store):
    _, letter = an_issued(store)
    with pytest.raises(LetterRefused, match="oleh Kepala"):
        letters.revoke(letter, user("petugas"), "Salah.", LATER)
    with pytest.raises(LetterRefused, match="alasannya"):
        letters.revoke(letter, user("kepala"), "  ", LATER)

    letters.revoke(letter, user("kepala"), "Salah.", LATER)

    with pytest.raises(LetterRefused, match="sudah tidak berlaku"):
        letters.revoke(letter, user("kepala"), "Salah.", LATER)


def test_a_replacement_has_its_own_number_and_both_point_at_each_other(db, store):
    submission, old = an_issued(store)
    Email.delete().execute()
    fields = {"recipient": "Camat Toho", "conditions": "Satu.\nDua."}

    new = letters.replace(old, user("kepala"), "Salah tujuan.", fields, LATER, store, PRESS)

    before, after = Letter.numbered(old.id), Letter.numbered(new.id)
    assert (before.state, before.replaced_by.number, before.file_id) == ("replaced", new.number, old.file_id)
    assert (after.number, after.identity_number, after.facts["replaces"], after.facts["conditions"]) == (
        "B-2/61040/KS.200/11/2026",
        old.identity_number,
        old.number,
        ["Satu.", "Dua."],
    )
    assert Letter.issued_of(submission).id == new.id
    assert Submission.get_by_id(submission.id).status == Status.ISSUED
    assert [(mail.kind, mail.facts["old_number"]) for mail in Email.select()] == [("letter_replaced", old.number)] * 2


def test_a_replacement_that_refuses_takes_the_activity_out_of_the_catalogue(db, store):
    submission, old = an_issued(store)
    fields = {"outcome": "ditolak", "reasons": "Rancangan dibatalkan instansi."}

    letters.replace(old, user("kepala"), "Salah hasil.", fields, LATER, store, PRESS)

    assert Activity.in_catalogue(submission.number) is None
    assert Submission.get_by_id(submission.id).outcome == "ditolak"
