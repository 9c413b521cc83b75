"""Identities are sealed, opened only with a reason by whoever may, and what is opened is written down first."""

import base64

import pytest

from pst.actions.complaints import identities
from pst.actions.vault import Unreadable, Vault
from pst.models.audit import Event
from pst.models.complaints.identities import Identity, IdentityOpening
from pst.rules.complaints.complaints import Status
from pst.rules.steps import StepRefused
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import CODE, KEY, WHO, a_complaint, a_vault

pytestmark = pytest.mark.usefixtures("db")
OTHER_KEY = base64.urlsafe_b64encode(b"o" * 32).decode()
WHY = "Perlu memastikan tanggal kejadian"


def opened(complaint, name, why=WHY):
    person = user(name)
    return identities.open_identity(complaint, person, why, WHEN, a_vault())


def test_the_handler_opens_it_and_the_complainant_reads_by_whom_and_why():
    complaint = a_complaint(Status.IN_PROGRESS)

    assert opened(complaint, "petugas", f"  {WHY}\n") == WHO

    (row,) = IdentityOpening.of(complaint)
    assert (row.user.name, row.why, row.at) == ("Sinta Petugas", WHY, WHEN)
    event = Event.latest("complaint", complaint.number)
    assert (event.verb, event.note, event.actor_name) == ("open_identity", WHY, "Sinta Petugas")


@pytest.mark.parametrize(
    ("privacy", "may"),
    [("confidential", {"petugas"}), ("named", {"petugas", "petugas2", "kepala"}), ("anonymous", set())],
)
def test_who_may_open(privacy, may):
    complaint = a_complaint(Status.IN_PROGRESS, privacy=privacy)
    people = ("petugas", "petugas2", "kepala", "admin", "pemohon")

    assert {name for name in people if identities.may_open(complaint, user(name))} == may


def test_a_confidential_identity_stays_shut_to_other_officers_and_the_head():
    complaint = a_complaint(Status.IN_PROGRESS)

    for name in ("petugas2", "kepala", "admin"):
        with pytest.raises(StepRefused, match="hanya dapat dibuka"):
            opened(complaint, name)
    assert list(IdentityOpening.of(complaint)) == []


@pytest.mark.parametrize("why", ["", "perlu", "         a         b "])
def test_without_a_reason_it_stays_shut(why):
    complaint = a_complaint(Status.IN_PROGRESS)

    with pytest.raises(StepRefused, match="alasan yang jelas"):
        opened(complaint, "petugas", why)
    assert list(IdentityOpening.of(complaint)) == []


def test_where_nothing_was_said_there_is_nothing_to_open():
    nothing = dict.fromkeys(WHO, "")
    complaint = a_complaint(Status.IN_PROGRESS, **nothing)

    assert Identity.of(complaint) is None
    with pytest.raises(StepRefused, match="tidak memberikan"):
        opened(complaint, "petugas")
    assert identities.is_named_in(complaint, "Wulandari Pelapor", a_vault()) is False


def test_what_stands_in_the_database_is_not_the_identity():
    sealed = Identity.of(a_complaint()).sealed

    assert not any(value in sealed for value in WHO.values())
    assert a_vault().seal(WHO) != a_vault().seal(WHO)  # equal people do not look equal


def test_a_lost_key_says_so_and_writes_no_opening():
    complaint = a_complaint(Status.IN_PROGRESS)

    with pytest.raises(Unreadable):
        identities.open_identity(complaint, an_officer(), WHY, WHEN, a_vault(OTHER_KEY))
    assert list(IdentityOpening.of(complaint)) == []


def test_a_new_key_reseals_everything_and_then_opens_alone():
    first, second = a_complaint(), a_complaint(code=CODE[::-1])
    both = Vault((OTHER_KEY, KEY))

    assert both.open(Identity.of(first).sealed) == WHO
    assert identities.reseal_all(both) == 2

    assert [a_vault(OTHER_KEY).open(Identity.of(row).sealed) for row in (first, second)] == [WHO, WHO]
    with pytest.raises(Unreadable):
        a_vault(KEY).open(Identity.of(first).sealed)


def test_resealing_with_a_wrong_key_changes_nothing():
    before = Identity.of(a_complaint()).sealed

    with pytest.raises(Unreadable):
        identities.reseal_all(a_vault(OTHER_KEY))
    assert Identity.select().get().sealed == before


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Saudari wulandari   pelapor", True),
        ("Tulis ke WULAN.PELAPOR@rumah.test", True),
        ("Telepon 0899 7777 6666", True),
        ("Seorang warga", False),
    ],
)
def test_a_text_that_gives_the_complainant_away_is_recognised(text, named):
    assert identities.is_named_in(a_complaint(), text, a_vault()) is named


def test_the_complainant_takes_the_identity_back_and_the_complaint_goes_on():
    complaint = a_complaint(Status.IN_PROGRESS)

    assert [identities.forget_identity(complaint, WHEN) for _ in range(2)] == [True, False]

    assert Identity.of(complaint) is None and complaint.is_open
    assert [event.verb for event in Event.history_of("complaint", complaint.number)].count("forget_identity") == 1
