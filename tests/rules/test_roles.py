"""Who works inside the office."""

from pst.rules.roles import ACCOUNT_ROLES, STAFF, Role


def test_the_minute_job_and_whoever_initials_wear_hats_that_no_account_has():
    assert set(Role) - set(ACCOUNT_ROLES) == {Role.SYSTEM, Role.INITIALLER}


def test_applicants_are_not_staff():
    assert set(ACCOUNT_ROLES) - {Role.APPLICANT} == STAFF
