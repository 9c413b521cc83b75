"""Small verbs that build the world of a test: a person, a submission that has come this far."""

from datetime import datetime, timedelta
from pathlib import Path

from pst.actions import lists
from pst.actions.accounts import accounts
from pst.actions.files import FileStore
from pst.actions.letters import letters
from pst.actions.letters.initials import INITIALLERS
from pst.actions.letters.stamping import Press, StampKeys
from pst.actions.review import evaluations, examinations, remarks
from pst.actions.submissions import replies, submissions
from pst.clock import local
from pst.exchange.holidays_seed import seed_holidays
from pst.exchange.uploads import UploadRefused
from pst.models.accounts.users import User
from pst.models.base import database, write
from pst.models.files import Attachment, StoredFile
from pst.models.letters.book_years import BookYear
from pst.models.letters.initials import Initialler
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.models.office.sentences import Sentence
from pst.models.office.settings import Setting
from pst.models.review.evaluations import Evaluation
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.copies import copies
from tests.factories_answers import complete_answers

PASSWORD = "sandi-yang-panjang"
WHEN = datetime(2026, 11, 23, 2, 0)  # Senin, 09.00 WIB
SIGNING = WHEN + timedelta(hours=3)
"""When a submission that began at `WHEN` has come to its letter."""
SITE = "http://pst.test"
PRESS = Press(SITE, StampKeys("c3RlbXBlbC11bnR1ay11amktc2FqYS0zMi1iaXRhISE="))
_hashes: dict[str, str] = {}


def furnish() -> None:
    """Fill the golden database: holidays, agencies, one person of each role, one signatory.

    Letters leave unsigned here: few tests need a file that was signed outside (`sign_letters`), or a second factor
    (`ask_factor`).
    """
    with write():
        HolidayRow.insert_many(
            [dict(day=h.day, name=h.name, kind=h.kind, closed=h.closed, decree=h.decree) for h in seed_holidays()]
        ).execute()
        health = Agency.create(name="Dinas Kesehatan Kabupaten Mempawah", address="Jalan Contoh No. 1, Mempawah")
        Agency.create(name="Dinas Sosial Kabupaten Mempawah", address="Jalan Contoh No. 2, Mempawah")
        a_user("pemohon@contoh.test", "Ratna Pemohon", Role.APPLICANT, agency=health, position="Kepala Subbagian Data")
        a_user("pemohon2@contoh.test", "Joko Pemohon", Role.APPLICANT, agency=health)
        a_user("petugas@contoh.test", "Sinta Petugas", Role.OFFICER)
        a_user("petugas2@contoh.test", "Bayu Petugas", Role.OFFICER)
        head = a_user("kepala@contoh.test", "Dewi Kepala", Role.HEAD)
        a_user("admin@contoh.test", "Agus Administrator", Role.ADMIN)
        BookYear.insert_many([dict(year=year, kept="here") for year in range(2025, 2029)]).execute()
        _leave_unsigned()
        _ask_no_factor()
        Signatory.create(user=head, kind="kepala", name=head.name, starts=datetime(2025, 1, 1).date())


def a_user(email: str, name: str, *roles: Role, agency: Agency | None = None, **more) -> User:
    """An account whose address is confirmed and whose password is `PASSWORD`."""
    hashed = _hashes.setdefault(PASSWORD, accounts.hash_password(PASSWORD))
    return User.create(
        email=email,
        name=name,
        roles=frozenset(roles),
        agency=agency,
        password_hash=hashed,
        confirmed_at=WHEN,
        created_at=WHEN,
        **{"notice_version": NOTICE_VERSION, **more},
    )


def user(name: str) -> User:
    """One of the golden people: pemohon, pemohon2, petugas, petugas2, kepala, admin."""
    return User.get(User.email == f"{name}@contoh.test")


def an_applicant() -> User:
    return user("pemohon")


def an_officer() -> User:
    return user("petugas")


def a_draft(
    applicant: User | None = None, method: str = "kompilasi_produk_administrasi", at=WHEN, **answers
) -> Submission:
    """A draft with every answer given and one file attached."""
    submission = submissions.start_draft(
        applicant or an_applicant(), at, answers={**complete_answers(method), **answers}
    )
    attach(submission, "file_berkas_pendukung", at)
    return Submission.with_people().where(Submission.id == submission.id).get()


def attach(submission: Submission, code: str, at=WHEN) -> Attachment:
    """A row of an attachment; its bytes are not on disk."""
    with write():
        StoredFile.insert(
            sha256="a" * 64, size=1234, mime="application/pdf", created_at=at
        ).on_conflict_ignore().execute()
        return Attachment.create(
            submission=submission, code=code, file="a" * 64, name="instrumen.pdf", by=submission.applicant_id, at=at
        )


def a_submission(status: Status = Status.SUBMITTED, applicant: User | None = None, at=WHEN, **more) -> Submission:
    """A submission that has come as far as `status` through the real actions, a quarter of an hour a step."""
    what = (status, applicant and applicant.email, at, repr(more))
    row_id = copies.first(what, lambda: _walk(status, applicant, at, more))
    return Submission.with_people().where(Submission.id == row_id).get()


def _walk(status: Status, applicant: User | None, at: datetime, more: dict) -> int:
    submission, officer = a_draft(applicant, at=at, **more), an_officer()
    for number, step in enumerate(_way_to(status), start=1):
        step(submission, officer, at + timedelta(hours=number / 4))
    return submission.id


def a_remark(
    submission: Submission,
    code: str = "judul_kegiatan",
    text: str = "Lengkapi cakupan wilayah.",
    severity="must",
    sentence: Sentence | None = None,
):
    """A remark noted by the officer, not yet sent."""
    return remarks.add_remark(submission, an_officer(), code, severity, text, WHEN, sentence and sentence.id)


def answer_and_send(submission: Submission, at: datetime = WHEN + timedelta(days=1)) -> None:
    """Its applicant answers every remark and sends again."""
    submissions.save_answers(submission, an_applicant(), {"catatan_pemohon": "Sudah diperbaiki."}, WHEN)
    ids = [remark.id for remark in Remark.of(submission)]
    replies.save_replies(submission, an_applicant(), dict.fromkeys(ids, "Sudah diperbaiki."), WHEN)
    submissions.submit(submission, an_applicant(), at)


def _send(submission, officer, at):
    applicant = User.get_by_id(submission.applicant_id)
    submissions.submit(submission, applicant, at)


def _complete(submission, officer, at):
    submissions.declare_complete(submission, officer, at)


def _return(submission, officer, at):
    a_remark(submission)
    remarks.return_for_revision(submission, officer, at, "Mohon perbaiki judul.")


def _incomplete(submission, officer, at):
    remarks.return_incomplete(submission, officer, at, "Lampirkan instrumen.")


def examine(submission: Submission, officer: User | None = None, at: datetime = WHEN) -> None:
    """Every part of its form is marked as examined."""
    for block in examinations.unexamined(submission):
        examinations.mark(submission, block.number, officer or an_officer(), at)


def _evaluate(submission, officer, at):
    examine(submission, officer, at)
    evaluations.start_evaluation(submission, officer, at)


def _conclude(submission, officer, at):
    text = "Sampaikan pedoman pengisian kepada seluruh puskesmas."
    conclude(submission, "bersyarat", text, officer, at, participants="Sinta Petugas\nBayu Petugas")


def conclude(
    submission: Submission,
    outcome: str = "layak",
    text: str = "Baik.",
    officer: User | None = None,
    at: datetime = WHEN,
    participants: str = "Sinta",
) -> Evaluation:
    """The officer concludes the team's evaluation, alone and saying why."""
    return evaluations.conclude(
        submission,
        officer or an_officer(),
        at,
        held_on=local(at).date(),
        participants=participants,
        outcome=outcome,
        text=text,
        alone_reason="Rekan sedang bertugas di lapangan.",
    )


def _draft_letter(submission, officer, at):
    evaluations.start_drafting(submission, officer, at)
    with write():  # as ROMANTIK gave it
        letter, given = draft_of(submission), Letter.select().where(Letter.outcome == "layak").count()
        way = {"survei": "V", "kompilasi_produk_administrasi": "K"}.get(submission.method, "L")
        letter.draft = {**letter.draft, "identity_number": f"{way}-{local(at):%y}.6104.{given:03d}"}
        letter.save()


def _ask_signature(submission, officer, at):
    letters.request_signature(submission, officer, at)


def _ask_initials(submission, officer, at):
    """In an office where one officer initials this one."""
    place = a_place(1, user("petugas2"))
    _ask_signature(submission, officer, at)
    place.delete_instance()


def a_place(place: int, person: User, stand_in: User | None = None) -> Initialler:
    """A place in the chain of initials."""
    given = {"place": place, "name": f"Ketua Tim {place}", "person": person.id}
    return lists.add(INITIALLERS, {**given, "stand_in": stand_in.id if stand_in else None}, user("admin"), WHEN)


def _issue(submission, officer, at):
    issue(submission, a_store(), at=at)


def _approve(submission, officer, at):
    """The letter waits for its signature, in an office that signs this one."""
    sign_letters()
    _issue(submission, officer, at)
    _leave_unsigned()


def _deliver(submission, officer, at):
    submissions.deliver(submission, officer, at)


def issue(submission: Submission, store: FileStore, actor: User | None = None, at: datetime = SIGNING) -> Letter:
    """Issue its letter; without an `actor` the head signs."""
    return letters.issue(submission, actor or user("kepala"), at, store, PRESS)


def _leave_unsigned() -> None:
    Setting.create(key="letter_signing", value="unsigned", changed_at=WHEN)


def _ask_no_factor() -> None:
    """Heads and administrators come in by their password alone, as while an office gives them time."""
    Setting.create(key="second_factor_leading", value="31 Desember 2099", changed_at=WHEN)


def ask_factor() -> None:
    """From now on they are led to their second factor, as in an office that decides nothing else."""
    Setting.delete().where(Setting.key == "second_factor_leading").execute()


def sign_letters() -> None:
    """From now on letters wait for the file signed outside, as in an office that decides nothing else."""
    Setting.delete().where(Setting.key == "letter_signing").execute()


def a_scan(letter: Letter) -> bytes:
    """The letter with a signature that only people see: as many pages, other bytes."""
    return a_store().read(letter.file_id) + b"\n% dipindai\n"


def draft_of(submission: Submission) -> Letter:
    """The draft of its letter, which must be there."""
    letter = Letter.draft_of(submission)
    assert letter is not None
    return letter


def a_store() -> FileStore:
    """The file store beside the database that is open now."""
    return FileStore(Path(database.database).parent / "files")


def finds_a_virus(content: bytes) -> None:
    """A virus scanner that lets nothing through; it is only asked while nobody waits for it to write."""
    assert not database.in_transaction()
    raise UploadRefused("Berkas itu memuat virus.")


_TO_EVALUATION = (_send, _complete, _evaluate)
_TO_DRAFT = (*_TO_EVALUATION, _conclude, _draft_letter)
_WAYS = {
    Status.DRAFT: (),
    Status.SUBMITTED: (_send,),
    Status.INCOMPLETE: (_send, _incomplete),
    Status.IN_REVIEW: (_send, _complete),
    Status.NEEDS_REVISION: (_send, _complete, _return),
    Status.EVALUATION: _TO_EVALUATION,
    Status.DRAFTING: _TO_DRAFT,
    Status.INITIALLING: (*_TO_DRAFT, _ask_initials),
    Status.AWAITING_SIGNATURE: (*_TO_DRAFT, _ask_signature),
    Status.SIGNING: (*_TO_DRAFT, _ask_signature, _approve),
    Status.ISSUED: (*_TO_DRAFT, _ask_signature, _issue),
    Status.COMPLETED: (*_TO_DRAFT, _ask_signature, _issue, _deliver),
}


def _way_to(status: Status):
    return _WAYS[status]
