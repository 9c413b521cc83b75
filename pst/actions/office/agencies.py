"""The agencies the office serves: added, corrected; and what applicants proposed, approved or merged."""

from datetime import datetime

from pst.actions import audit, search
from pst.actions.seen import refuse_if_changed
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.rules.refusals import Refusal

FIELDS = ("name", "address", "phone", "email", "leader", "active")


class AgencyRefused(Refusal):
    """The agency cannot be so; the message says why, in Indonesian."""


def add_agency(actor: User | None, at: datetime, **fields: object) -> Agency:
    """Add an agency; `fields` are those of `FIELDS`. Raises `AgencyRefused` when the name is taken."""
    with write():
        _refuse_taken(str(fields["name"]))
        agency = Agency.create(**_tidy(fields))
        audit.record("agency", str(agency.id), "create", actor, at, facts={"name": agency.name})
    return agency


def kept(agency: Agency) -> dict[str, object]:
    """What is kept of an agency, by `FIELDS`."""
    return {name: getattr(agency, name) for name in FIELDS}


def change_agency(agency: Agency, actor: User, at: datetime, seen: str = "", **fields: object) -> None:
    """Correct an agency. A new name is found in searches at once; letters issued before keep the old one.

    `seen` is the mark of what the page showed. Raises `AgencyRefused`, `ChangedMeanwhile`.
    """
    with write():
        agency = _still_there(agency)
        before = kept(agency)
        changed = {name: value for name, value in _tidy(fields).items() if value != before[name]}
        if not changed:
            return
        refuse_if_changed(seen, before, "agency", [str(agency.id)])
        _refuse_taken(str(changed.get("name", "")), agency)
        for name, value in changed.items():
            setattr(agency, name, value)
        agency.save()
        facts = {"from": {name: before[name] for name in changed}, "to": changed}
        audit.record("agency", str(agency.id), "change", actor, at, facts=facts)
        if "name" in changed:
            _index_again(agency)


def approve_agency(agency: Agency, actor: User, at: datetime, seen: str = "") -> None:
    """Take a proposed agency into the list that applicants choose from.

    `seen` is the mark of what the page showed: the id of a proposal that was merged away may be another one's by
    now. Raises `AgencyRefused`, `ChangedMeanwhile`.
    """
    with write():
        agency = _still_there(agency)
        refuse_if_changed(seen, kept(agency), "agency", [str(agency.id)])
        if Agency.update(approved=True).where(Agency.id == agency.id, ~Agency.approved).execute():
            audit.record("agency", str(agency.id), "approve", actor, at, facts={"name": agency.name})


def merge_agency(proposed: Agency, into: Agency, actor: User, at: datetime, seen: str = "") -> int:
    """The proposed agency is one we have: its people and submissions go there, and it disappears.

    Returns how many people moved. `seen` is the mark of the proposal as the page showed it. Raises
    `AgencyRefused`, `ChangedMeanwhile`.
    """
    with write():
        proposed, into = _still_there(proposed), _still_there(into)
        refuse_if_changed(seen, kept(proposed), "agency", [str(proposed.id)])
        if proposed.approved or not into.approved or proposed.id == into.id:
            raise AgencyRefused("Yang dapat digabungkan hanya usulan, ke dalam instansi lain yang sudah ada.")
        people = User.update(agency=into).where(User.agency == proposed.id).execute()
        Submission.update(agency=into).where(Submission.agency == proposed.id).execute()
        _index_again(into)
        proposed.delete_instance()
        facts = {"name": proposed.name, "into": into.name, "people": people}
        audit.record("agency", str(proposed.id), "merge", actor, at, facts=facts)
    return people


def _still_there(agency: Agency) -> Agency:
    """The agency as it is now, under the write lock."""
    now = Agency.find(agency.id)
    if now is None:
        raise AgencyRefused(f"“{agency.name}” sudah digabungkan ke instansi lain.")
    return now


def _tidy(fields: dict) -> dict[str, object]:
    return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in fields.items()}


def _refuse_taken(name: str, but: Agency | None = None) -> None:
    same = Agency.named(name) if name else None
    if same is not None and (but is None or same.id != but.id):
        raise AgencyRefused(f"Instansi “{same.name}” sudah ada.")


def _index_again(agency: Agency) -> None:
    for submission in Submission.select().where(Submission.agency == agency.id):
        search.index_submission(submission)
