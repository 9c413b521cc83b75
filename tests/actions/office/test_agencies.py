"""The agencies the office serves."""

import pytest

from pst.actions import lists
from pst.actions.accounts import registration
from pst.actions.office import agencies
from pst.actions.office.agencies import AGENCIES
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.models.search import SubmissionIndex
from pst.models.submissions.submissions import Submission
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import WHEN, a_submission, a_user, an_applicant, user

pytestmark = pytest.mark.usefixtures("db")

HEALTH = "Dinas Kesehatan Kabupaten Mempawah"


def admin():
    return user("admin")


def health() -> Agency:
    return Agency.get(Agency.name == HEALTH)


def change(agency: Agency, **values: object) -> None:
    lists.change(AGENCIES, agency, values, admin(), WHEN)


def a_proposal(name="Dinkes Mempawah") -> Agency:
    with write():
        return registration.find_or_propose(None, name)


def found(words: str) -> list[int]:
    """The submissions that a search for these words finds."""
    return [row.rowid for row in SubmissionIndex.select().where(SubmissionIndex.matching(words))]


def test_an_agency_is_kept_tidy_and_under_one_name():
    agency = lists.add(AGENCIES, {"name": "  Dinas   Perikanan  "}, admin(), WHEN)

    assert agency.name == "Dinas Perikanan"
    with pytest.raises(Refusal, match="Instansi “Dinas Perikanan” sudah ada"):
        lists.add(AGENCIES, {"name": "dinas PERIKANAN"}, admin(), WHEN)
    with pytest.raises(Refusal, match="sudah ada"):
        change(agency, name=HEALTH)
    assert [event.verb for event in Event.of("agency", str(agency.id))] == ["create"]


def test_a_name_may_change_its_capitals():
    change(health(), name=HEALTH.upper())

    assert Agency.named(HEALTH).name == HEALTH.upper()


def test_a_corrected_name_is_found_at_once_and_the_event_tells_both():
    case = a_submission(Status.SUBMITTED)

    change(health(), name="Dinas Puskesmas")

    assert (found("puskesmas dinas"), found("kesehatan")) == ([case.id], [case.id])
    assert (health_now := Agency.named("Dinas Puskesmas")).former == HEALTH
    assert Agency.listed("kesehatan") == [health_now]
    assert Event.last().facts == {"from": {"name": HEALTH}, "to": {"name": "Dinas Puskesmas"}}


def test_an_agency_out_of_use_is_no_longer_offered():
    change(health(), active=False)

    assert [name for _, name in Agency.choices()] == ["Dinas Sosial Kabupaten Mempawah"]


def test_a_proposal_is_offered_once_it_was_approved():
    proposed = a_proposal("Dinas Perikanan")

    agencies.approve_agency(proposed, admin(), WHEN)
    agencies.approve_agency(proposed, admin(), WHEN)

    assert "Dinas Perikanan" in [name for _, name in Agency.choices()]
    assert [event.verb for event in Event.of("agency", str(proposed.id))] == ["approve"]


def test_a_proposal_that_is_an_agency_we_have_goes_into_it_with_people_and_cases():
    proposed = a_proposal()
    newcomer = a_user("baru@contoh.test", "Baru Pemohon", Role.APPLICANT, agency=proposed)
    case = a_submission(Status.SUBMITTED, applicant=newcomer)

    people = agencies.merge_agency(proposed, health(), admin(), WHEN)

    assert people == 1
    assert User.with_agency(newcomer.id).agency.name == HEALTH
    assert Submission.get_by_id(case.id).agency_id == health().id
    assert (Agency.find(proposed.id), found("kesehatan")) == (None, [case.id])
    assert Event.last().facts == {"name": "Dinkes Mempawah", "into": HEALTH, "people": 1}


def test_only_proposals_are_merged_and_never_into_one():
    social, proposed = Agency.get(Agency.name.startswith("Dinas Sosial")), a_proposal()

    for one, into in ((social, health()), (proposed, proposed), (proposed, a_proposal("Dinas Lain"))):
        with pytest.raises(Refusal, match="hanya usulan"):
            agencies.merge_agency(one, into, admin(), WHEN)

    assert Agency.select().count() == 4


def test_a_proposal_somebody_merged_can_no_longer_be_approved_changed_or_merged():
    proposed, other = a_proposal(), a_proposal("Dinas Lain")
    agencies.merge_agency(proposed, health(), admin(), WHEN)

    for late in (
        lambda: agencies.approve_agency(proposed, admin(), WHEN),
        lambda: change(proposed, name="Dinkes"),
        lambda: agencies.merge_agency(proposed, health(), admin(), WHEN),
        lambda: agencies.merge_agency(other, proposed, admin(), WHEN),
    ):
        with pytest.raises(Refusal, match="“Dinkes Mempawah” sudah digabungkan"):
            late()
    assert an_applicant().agency_id == health().id


def test_the_page_of_a_proposal_that_has_gone_does_nothing_to_the_one_with_its_number():
    first = a_proposal()
    shown = mark_of(AGENCIES.kept(first))
    agencies.merge_agency(first, health(), admin(), WHEN, shown)
    second = a_proposal("Dinas Perikanan")

    for late in (
        lambda: agencies.approve_agency(first, admin(), WHEN, shown),
        lambda: agencies.merge_agency(first, health(), admin(), WHEN, shown),
    ):
        with pytest.raises(ChangedMeanwhile):
            late()

    assert (second.id, Agency.find(second.id).approved) == (first.id, False)
