"""The example office shows complaints of every channel, in every state, and keeps its own rules."""

import pytest

from pst.models.accounts.users import User
from pst.models.complaints.boxes import BoxOpening
from pst.models.complaints.complaints import Complaint, ComplaintSubject
from pst.models.complaints.identities import Identity
from pst.models.complaints.publications import Publication
from pst.models.office.settings import the_office
from pst.rules.complaints.channels import CHANNEL_LABELS
from pst.rules.complaints.complaints import Status
from tests.factories_complaints import VAULT

pytestmark = pytest.mark.usefixtures("example_office")


def test_the_examples_stand_in_every_channel_and_every_state():
    complaints = list(Complaint.select())

    assert {row.channel for row in complaints} == set(CHANNEL_LABELS)
    assert {row.status for row in complaints} == set(Status)


def test_the_examples_show_what_is_kept_from_whom():
    about = [(row.complaint.title, row.user.name) for row in _subjects()]
    head = Complaint.get(Complaint.about_head)
    manager = User.by_email(the_office().complaint_manager)

    assert about == [("Diminta uang agar data cepat selesai", "Lestari Rekaan, S.Si.")]
    assert [Complaint.find(who, head.number) is not None for who in (manager, _the_head())] == [True, False]


def test_names_are_sealed_one_answer_is_public_and_the_box_was_empty_once():
    names = [VAULT.open(row.sealed).get("name", "") for row in Identity.select()]

    assert names and all(name.endswith("Umpama") for name in names)
    assert [row.title for row in Publication.published()] == ["Ruang tunggu panas dan kurang kursi"]
    assert [opening.found for opening in BoxOpening.newest()] == [3, 0]


def _subjects():
    return (
        ComplaintSubject.select(ComplaintSubject, Complaint, User).join(Complaint).switch(ComplaintSubject).join(User)
    )


def _the_head() -> User:
    return User.by_email("kepala@contoh.test")
