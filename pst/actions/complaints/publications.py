"""Publishing a complaint with its answer: rewritten by one person so that it names nobody, approved by another."""

from datetime import datetime

from pst.actions import audit
from pst.actions.complaints.complaint_steps import refuse_strangers
from pst.actions.complaints.identities import is_named_in
from pst.actions.vault import Unreadable, Vault
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.complaints.complaints import Complaint, ComplaintSubject
from pst.models.complaints.publications import Publication
from pst.rules.complaints import subjects
from pst.rules.complaints.complaints import may_be_published
from pst.rules.steps import StepRefused

UNCHECKED = (
    "Identitas disegel dengan kunci yang tidak ada di sini, sehingga naskah tidak dapat diperiksa. "
    "Hubungi administrator."
)


def may_publish(complaint: Complaint) -> bool:
    """Whether the public may read of it, as it stands now."""
    about_somebody = complaint.about_head or complaint.unresolved or ComplaintSubject.of(complaint).exists()
    return may_be_published(complaint.status, complaint.kind, is_about_somebody=about_somebody)


def prepare(
    complaint: Complaint, actor: User, title: str, text: str, answer: str, at: datetime, vault: Vault
) -> Publication:
    """Write (anew) what the public would read; an earlier approval ends. Raises `StepRefused`."""
    with write():
        refuse_strangers(complaint, actor)
        if not may_publish(complaint):
            raise StepRefused("Pengaduan ini tidak dapat dipublikasikan.")
        _refuse_names(complaint, f"{title}\n{text}\n{answer}", vault)
        Publication.delete().where(Publication.complaint == complaint.id).execute()
        audit.record("complaint", complaint.number, "prepare", actor, at)
        return Publication.create(
            complaint=complaint, title=title, text=text, answer=answer, prepared_by=actor, prepared_at=at
        )


def approve(complaint: Complaint, actor: User, at: datetime) -> None:
    """A second person agrees; from now on the public reads it. Raises `StepRefused`."""
    with write():
        refuse_strangers(complaint, actor)
        publication = Publication.of(complaint)
        if publication is None or not may_publish(complaint):
            raise StepRefused("Belum ada naskah yang dapat dipublikasikan.")
        if publication.prepared_by_id == actor.id:
            raise StepRefused("Persetujuan diberikan oleh orang kedua, bukan penyusun naskah.")
        publication.approved_by, publication.approved_on = actor, local(at).date()
        publication.save()
        audit.record("complaint", complaint.number, "publish", actor, at)


def unpublish(complaint: Complaint, actor: User, at: datetime) -> None:
    """Take it away from the public; the draft goes with it."""
    with write():
        refuse_strangers(complaint, actor)
        if Publication.delete().where(Publication.complaint == complaint.id).execute():
            audit.record("complaint", complaint.number, "unpublish", actor, at)


def _refuse_names(complaint: Complaint, text: str, vault: Vault) -> None:
    """The machine reads it too: neither the complainant nor anybody of the office may stand in it."""
    staff = [(user.id, user.name) for user in User.colleagues()]
    try:
        is_named = is_named_in(complaint, text, vault)
    except Unreadable:
        raise StepRefused(UNCHECKED) from None
    if is_named or subjects.mentioned("", text, staff):
        raise StepRefused("Naskah masih memuat nama atau kontak seseorang. Samarkan dahulu.")
