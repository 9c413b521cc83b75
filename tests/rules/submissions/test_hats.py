"""Whoever applied does not work on it; who may write follows from the hats."""

import pytest

from pst.rules.roles import Role
from pst.rules.submissions.hats import hats_towards, may_write

A, P, H = Role.APPLICANT, Role.OFFICER, Role.HEAD


@pytest.mark.parametrize(
    ("person", "roles", "hats"), [(1, {A}, {A}), (1, {A, P, H}, {A}), (2, {A}, set()), (2, {A, P}, {P}), (2, {H}, {H})]
)
def test_the_applicant_is_the_applicant_and_nothing_else(person, roles, hats):
    assert hats_towards(1, person, frozenset(roles)) == frozenset(hats)


def test_whose_initials_are_missing_wears_one_hat_more_unless_it_is_the_applicant():
    assert [hats_towards(1, person, frozenset({P}), True) for person in (1, 2)] == [{A}, {P, Role.INITIALLER}]


@pytest.mark.parametrize(
    ("hats", "entered_by_office", "may"),
    [({A}, False, True), ({A}, True, True), ({P}, False, False), ({P}, True, True), ({H}, True, False)],
)
def test_an_officer_writes_only_what_the_office_entered(hats, entered_by_office, may):
    assert may_write(frozenset(hats), entered_by_office) is may
