"""The agencies the office serves: what is kept of them; and what applicants proposed, approved or merged."""

from collections.abc import Mapping
from datetime import datetime

from pst.actions import audit, lists, search
from pst.actions.catalogue.catalogue import index_of_agency
from pst.actions.seen import refuse_if_changed
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.rules.items import Item, shaped
from pst.rules.office.settings import PHONE
from pst.rules.refusals import Refusal


def approve_agency(agency: Agency, actor: User, at: datetime, seen: str = "") -> None:
    """Take a proposed agency into the list that applicants choose from.

    `seen` is the mark of what the page showed: the id of a proposal that was merged away may be another one's by
    now. Raises `Refusal`, `ChangedMeanwhile`.
    """
    with write():
        agency = lists.still_there(AGENCIES, agency)
        refuse_if_changed(seen, AGENCIES.kept(agency), "agency", [str(agency.id)])
        if Agency.update(approved=True).where(Agency.id == agency.id, ~Agency.approved).execute():
            audit.record("agency", str(agency.id), "approve", actor, at, facts={"name": agency.name})


def merge_agency(proposed: Agency, into: Agency, actor: User, at: datetime, seen: str = "") -> int:
    """The proposed agency is one we have: its people and submissions go there, and it disappears.

    Returns how many people moved. `seen` is the mark of the proposal as the page showed it. Raises
    `Refusal`, `ChangedMeanwhile`.
    """
    with write():
        proposed, into = (lists.still_there(AGENCIES, each) for each in (proposed, into))
        refuse_if_changed(seen, AGENCIES.kept(proposed), "agency", [str(proposed.id)])
        if proposed.approved or not into.approved or proposed.id == into.id:
            raise Refusal("Yang dapat digabungkan hanya usulan, ke dalam instansi lain yang sudah ada.")
        people = User.update(agency=into).where(User.agency == proposed.id).execute()
        Submission.update(agency=into).where(Submission.agency == proposed.id).execute()
        _remember(into, proposed.name, *proposed.former.splitlines())
        into.save()
        _index_again(into)
        proposed.delete_instance()
        facts = {"name": proposed.name, "into": into.name, "people": people}
        audit.record("agency", str(proposed.id), "merge", actor, at, facts=facts)
    return people


def _refuse_taken(agency: Agency, before: Mapping[str, object]) -> None:
    same = Agency.named(agency.name)
    if same is not None and same.id != agency.id:
        raise Refusal(f"Instansi “{same.name}” sudah ada.", "name")
    if before and before["name"] != agency.name:
        _remember(agency, str(before["name"]))


def _remember(agency: Agency, *names: str) -> None:
    """These are names it had; capitals make no other name."""
    kept = {name.casefold(): name for name in (*agency.former.splitlines(), *names) if name.strip()}
    kept.pop(agency.name.casefold(), None)
    agency.former = "\n".join(kept.values())


def _find_by_new_name(agency: Agency, changed: frozenset[str]) -> None:
    """A new name is found in searches at once, and so are those before; letters issued before keep the old one."""
    if changed & {"name", "former"}:
        _index_again(agency)


def _index_again(agency: Agency) -> None:
    for submission in Submission.select().where(Submission.agency == agency.id):
        search.index_submission(submission)
    index_of_agency(agency)


def _merged(event: Event) -> str:
    return f"“{event.facts['name']}” sudah digabungkan ke {event.facts['into']} oleh {event.actor_name}."


AGENCIES = lists.Kind(
    noun="agency",
    table=Agency,
    items=(
        Item(
            "name",
            "Nama instansi",
            required=True,
            help="Lengkap, tanpa singkatan.",
            error="Tuliskan nama instansi.",
            check=shaped(r".{5,}", "Isi paling sedikit 5 karakter."),
        ),
        Item(
            "former",
            "Nama sebelumnya",
            "longtext",
            help="Satu nama tiap baris. Permohonan dan kegiatannya ditemukan juga dengan nama ini.",
            limit=2_000,
        ),
        Item("address", "Alamat", limit=300),
        Item("phone", "Telepon", limit=30, check=PHONE),
        Item("email", "Surel instansi", "email", limit=254),
        Item("leader", "Jabatan pimpinan", help="Misalnya Kepala Dinas Kesehatan."),
        Item(
            "active", "Dapat dipilih pemohon", "check", default=True, help="Hapus tandanya bila instansi sudah dilebur."
        ),
    ),
    gone=_merged,
    guard=_refuse_taken,
    follow=_find_by_new_name,
)
