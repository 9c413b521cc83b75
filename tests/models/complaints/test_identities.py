"""Who complained stands apart from the complaint, and so does who looked."""

from datetime import timedelta

import pytest

from pst.models.base import write
from pst.models.complaints.identities import Identity, IdentityOpening
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import a_complaint

pytestmark = pytest.mark.usefixtures("db")


def test_an_identity_belongs_to_one_complaint_and_an_anonymous_one_has_none():
    named, anonymous = a_complaint(), a_complaint(privacy="anonymous")

    assert Identity.of(named).complaint_id == named.id
    assert Identity.of(anonymous) is None


def test_openings_are_told_in_their_order_with_the_name_of_whoever_looked():
    complaint, other = a_complaint(), a_complaint()
    with write():
        for where, who, hours in (
            (complaint, user("petugas2"), 2),
            (other, an_officer(), 1),
            (complaint, an_officer(), 3),
        ):
            IdentityOpening.create(complaint=where, user=who, why=f"jam {hours}", at=WHEN + timedelta(hours=hours))

    told = [(opening.user.name, opening.why) for opening in IdentityOpening.of(complaint)]

    assert told == [(user("petugas2").name, "jam 2"), (an_officer().name, "jam 3")]
