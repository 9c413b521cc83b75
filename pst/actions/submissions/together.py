"""Working on a form together: the applicant invites people of the agency to read, fill in, or approve it."""

from datetime import datetime

from pst.actions import attempts, audit, emails
from pst.actions.seen import mark_of
from pst.actions.steps import refresh
from pst.actions.submissions.notices import tell_applicant
from pst.actions.submissions.progress import hats_on
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.files import Attachment
from pst.models.submissions.submissions import Submission
from pst.models.submissions.together import Invited
from pst.rules.accounts.lockout import BY_ALL_ASKERS, BY_MAILBOX
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import WITH_APPLICANT
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.submissions.hats import APPROVE, MAY

MOST = 10
"""People invited to one form."""
CHANGED = "Isian ini berubah sejak halaman ini Anda buka. Bacalah sekali lagi sebelum menyetujuinya."


def invite(submission: Submission, email: str, may: str, actor: User, at: datetime) -> None:
    """Invite whoever has this address, or change what that person may do; the mail tells how to come in.

    Nothing tells the applicant whether the address has an account. Raises `Refusal`, `TooManyTries`.
    """
    address = email.strip().lower()
    with write():
        refresh(submission)
        _refuse_invitation(submission, address, actor)
        attempts.count_try("share", address, BY_MAILBOX, at)
        attempts.count_try("share_by", str(actor.id), BY_ALL_ASKERS, at)
        asked = {"may": may, "at": at, "approved_at": None, "approved_mark": "", "objection": ""}
        row, new = Invited.get_or_create(submission=submission.id, email=address, defaults=asked)
        if not new:
            Invited.update(asked).where(Invited.id == row.id).execute()
        audit.record("submission", submission.number, "share", actor, at, facts={"may": may})
        facts = {
            "number": submission.number,
            "title": submission.title,
            "path": f"/permohonan/{submission.number}/bersama",
            "from_name": actor.name,
            "agency": submission.agency.name,
            "email": address,
            "may": MAY[may].lower(),
        }
        emails.queue("shared", address, facts, at, submission)


def _refuse_invitation(submission: Submission, address: str, actor: User) -> None:
    _refuse_others(submission, actor)
    if submission.status not in WITH_APPLICANT:
        raise StepRefused("Permohonan ini sudah dikirim; rekan diundang selama isiannya masih ada pada Anda.")
    if submission.agency_id is None:
        raise Refusal("Pilih dahulu instansi Anda pada halaman akun: yang diundang harus dari instansi yang sama.")
    if address == actor.email.lower():
        raise Refusal("Ini alamat surel Anda sendiri.", "email")
    others = [row for row in Invited.to(submission) if row.email != address]
    if len(others) >= MOST:
        raise Refusal(f"Paling banyak {MOST} orang untuk satu permohonan. Batalkan dahulu undangan yang lain.", "email")


def take_back(submission: Submission, key: int, actor: User, at: datetime) -> None:
    """The applicant takes an invitation back; one that is gone already stays gone. Raises `StepRefused`."""
    with write():
        _refuse_others(submission, actor)
        _end(submission, Invited.id == key, actor, at, "unshare")


def leave(submission: Submission, actor: User, at: datetime) -> None:
    """Whoever was invited leaves."""
    with write():
        _end(submission, Invited.email == actor.email.lower(), actor, at, "leave_share")


def approve(submission: Submission, seen: str, actor: User, at: datetime) -> None:
    """Approve what stands now, which is what was `seen`; the applicant is told. Raises `StepRefused`."""
    with write():
        row = _approver(submission, actor)
        if seen != mark(submission):
            raise StepRefused(CHANGED)
        if row.approved_mark == seen:
            return
        row.approved_at, row.approved_mark, row.objection = at, seen, ""
        row.save()
        audit.record("submission", submission.number, "approve_form", actor, at)
        tell_applicant(submission, "form_approved", at, who=actor.name)


def object_to(submission: Submission, reason: str, actor: User, at: datetime) -> None:
    """Say why it is not approved yet; its applicant reads it with the form and is told. Raises `StepRefused`."""
    with write():
        row = _approver(submission, actor)
        if row.objection == reason.strip():
            return
        row.objection, row.objected_at, row.approved_at, row.approved_mark = reason.strip(), at, None, ""
        row.save()
        audit.record("submission", submission.number, "object_form", actor, at, note=row.objection)
        tell_applicant(submission, "form_objected", at, who=actor.name, reason=row.objection)


def _approver(submission: Submission, actor: User) -> Invited:
    """The invitation of whoever is asked to approve it, while it may be. Only inside `write()`."""
    refresh(submission)
    row = Invited.of(submission, actor)
    if row is None or row.may != APPROVE:
        raise StepRefused("Anda tidak diminta menyetujui permohonan ini.")
    if submission.status not in WITH_APPLICANT:
        raise StepRefused("Permohonan ini sudah dikirim.")
    return row


def mark(submission: Submission) -> str:
    """Of everything that will be sent: another answer or file has another mark."""
    files = sorted((item.code, item.file_id) for item in Attachment.of(submission))
    return mark_of({"answers": submission.answers, "beside": submission.beside, "files": files})


def awaited(submission: Submission, invited: list[Invited] | None = None) -> list[str]:
    """The addresses of those who are still to approve what stands now."""
    approvers = [row for row in (Invited.to(submission) if invited is None else invited) if row.may == APPROVE]
    now = mark(submission) if approvers else ""
    return [row.email for row in approvers if row.approved_mark != now]


def refuse_unapproved(submission: Submission) -> None:
    """Raise `StepRefused` while somebody invited to approve has not approved what stands now."""
    if waits := awaited(submission):
        raise StepRefused(
            f"Belum dikirim: isian ini masih menunggu persetujuan {', '.join(waits)}. "
            "Kirimlah sesudah disetujui, atau batalkan undangannya."
        )


def _refuse_others(submission: Submission, actor: User) -> None:
    if Role.APPLICANT not in hats_on(submission, actor):
        raise StepRefused("Rekan diundang oleh pemohonnya sendiri.")


def _end(submission: Submission, which: object, actor: User, at: datetime, verb: str) -> None:
    if Invited.delete().where(Invited.submission == submission.id, which).execute():
        audit.record("submission", submission.number, verb, actor, at)
