"""Invitations by address: in force for the account that has it, whenever that account comes to be."""

from pst.models.submissions.together import Invited
from pst.rules.roles import Role
from pst.rules.submissions.hats import READ
from tests.factories import WHEN, a_draft, a_user, an_applicant


def test_an_invitation_waits_for_the_account_and_follows_its_agency(db):
    draft = a_draft()
    row = Invited.create(submission=draft, email="atasan@contoh.test", may=READ, at=WHEN)

    late = a_user("Atasan@contoh.test", "Sari Atasan", Role.APPLICANT, agency=an_applicant().agency_id)

    assert (Invited.of(draft, late), Invited.find(late, draft.number)) == (row, draft)
    late.agency = None
    assert (Invited.of(draft, late), Invited.find(late, draft.number), Invited.shared_with(late)) == (None, None, [])


def test_an_invitation_follows_its_person_to_another_address(db):
    draft, both = a_draft(), a_draft()
    for submission, email in ((draft, "lama@a.test"), (both, "lama@a.test"), (both, "baru@a.test")):
        Invited.create(submission=submission, email=email, may=READ, at=WHEN)

    Invited.follow("Lama@a.test", "Baru@a.test")

    assert [[row.email for row in Invited.to(each)] for each in (draft, both)] == [["baru@a.test"], ["baru@a.test"]]
