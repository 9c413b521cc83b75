"""Who works inside the office."""

from pst.rules.roles import ACCOUNT_ROLES, STAFF, Role


def test_only_the_minute_job_wears_a_hat_no_account_may_have():
    assert set(Role) - set(ACCOUNT_ROLES) == {Role.SYSTEM}


def test_applicants_are_not_staff():
    assert set(ACCOUNT_ROLES) - {Role.APPLICANT} == STAFF
