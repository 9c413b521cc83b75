"""A submission is found through the eyes of whoever asks: to write in it, or to work on it."""

import pytest

from pst.models.accounts.users import User
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import a_submission, an_officer, user

pytestmark = pytest.mark.usefixtures("monday")


def test_who_applied_finds_it_on_the_own_page_and_who_works_here_on_the_officers(browse):
    number = a_submission(Status.SUBMITTED).number

    browse(user("pemohon")).get(f"/permohonan/{number}", status=200)
    browse(user("petugas")).get(f"/permohonan/{number}", status=404)
    browse(user("petugas")).get(f"/petugas/permohonan/{number}", status=200)


def test_an_officer_finds_the_own_application_nowhere_in_the_office(browse):
    officer = an_officer()
    User.update(roles=frozenset({Role.APPLICANT, Role.OFFICER})).where(User.id == officer.id).execute()
    number = a_submission(Status.SUBMITTED, applicant=User.get_by_id(officer.id)).number

    for place in ("", "/naskah", "/langkah/withdraw"):
        browse(User.get_by_id(officer.id)).get(f"/petugas/permohonan/{number}{place}", status=404)
    browse(User.get_by_id(officer.id)).get(f"/permohonan/{number}", status=200)
