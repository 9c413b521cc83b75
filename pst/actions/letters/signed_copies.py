"""The file of a letter that was signed outside: who brings it, and who compares it with the letter."""

from datetime import datetime
from pathlib import Path

from pst.actions import audit
from pst.actions.files import FileStore, keep_file
from pst.actions.letters.draft import LetterRefused
from pst.actions.letters.publishing import publish
from pst.actions.letters.recognition import recognise
from pst.actions.submissions.progress import hats_on
from pst.exchange.uploads import PDF, UploadRefused, check_upload
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role

NOT_WAITING = "Surat ini tidak sedang menunggu tanda tangan."
NOT_YOURS = "Berkas bertanda tangan diurus petugas atau Kepala, bukan oleh pemohon kegiatan ini."


def bring(
    letter: Letter, actor: User, upload: tuple[str, bytes], at: datetime, store: FileStore, trusted: Path | None = None
) -> SignedCopy:
    """Bring the file (name and bytes) that was signed outside; `trusted` are the certificates the office relies on.

    Where the electronic signature leaves no doubt the letter goes out at once; anything else waits for a second
    person. Raises `UploadRefused`, `LetterRefused`.
    """
    _, mime, content = check_upload(*upload, (PDF,), "Berkas itu bukan PDF. Surat bertanda tangan dibawa sebagai PDF.")
    store.examine(content)
    seen = recognise(content, store.read(letter.file_id), trusted, at)
    with write():
        letter, submission = _waiting(letter, actor)
        if SignedCopy.offered_of(letter.id):
            raise LetterRefused("Sudah ada berkas yang menunggu dibandingkan; terima atau tolak dahulu berkas itu.")
        file = keep_file(store, content, mime, at)
        if file.sha256 == letter.file_id:
            raise UploadRefused("Berkas ini naskah yang belum ditandatangani.")
        copy = SignedCopy.create(letter=letter, file=file, brought_by=actor, brought_at=at, **seen.columns)
        audit.record("letter", letter.number, "bring_copy", actor, at, facts={"sha256": file.sha256, "way": copy.way})
        if seen.leaves_no_doubt_for(letter, at):
            _take(copy, letter, submission, actor, at)
    return copy


def confirm(copy: SignedCopy, actor: User, at: datetime) -> None:
    """A second person has compared it with the letter: the letter goes out with it. Raises `LetterRefused`."""
    with write():
        copy, letter, submission = _offered(copy, actor)
        if copy.brought_by_id == actor.id:
            raise LetterRefused("Berkas yang Anda bawa dibandingkan oleh orang kedua.")
        _take(copy, letter, submission, actor, at)


def refuse(copy: SignedCopy, actor: User, reason: str, at: datetime) -> None:
    """It is not the letter, or not signed: back to whoever brought it, with the reason. Raises `LetterRefused`."""
    with write():
        copy, letter, _ = _offered(copy, actor)
        if not reason.strip():
            raise LetterRefused("Tuliskan alasannya; yang membawa berkas ini perlu mengetahuinya.", "note")
        copy.decide("refused", actor.id, at, reason.strip())
        facts = {"sha256": copy.file_id}
        audit.record("letter", letter.number, "refuse_copy", actor, at, note=reason.strip(), facts=facts)


def may_bring(letter: Letter, submission: Submission, actor: User) -> bool:
    """It waits for its signature, and this person works on it and did not apply for it."""
    return letter.state == "waiting" and bool(hats_on(submission, actor) & {Role.OFFICER, Role.HEAD})


def _take(copy: SignedCopy, letter: Letter, submission: Submission, actor: User, at: datetime) -> None:
    copy.decide("taken", actor.id, at)
    facts = {"sha256": copy.file_id, "way": copy.way}
    audit.record("letter", letter.number, "take_copy", actor, at, facts=facts)
    publish(letter, submission, actor, at, copy)


def _waiting(letter: Letter, actor: User) -> tuple[Letter, Submission]:
    """The letter as it now is, if it waits for its signature and this person may see to it. Only inside `write()`."""
    letter = Letter.get_by_id(letter.id)
    submission = Submission.get_by_id(letter.submission_id)
    if letter.state != "waiting":
        raise LetterRefused(NOT_WAITING)
    if not may_bring(letter, submission, actor):
        raise LetterRefused(NOT_YOURS)
    return letter, submission


def _offered(copy: SignedCopy, actor: User) -> tuple[SignedCopy, Letter, Submission]:
    copy = SignedCopy.get_by_id(copy.id)
    if copy.state != "offered":
        raise LetterRefused("Berkas ini sudah diterima atau ditolak; muat ulang halamannya.")
    return copy, *_waiting(Letter(id=copy.letter_id), actor)
