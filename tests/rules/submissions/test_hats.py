"""Whoever applied does not work on it; who may write follows from the hats."""

import pytest

from pst.rules.roles import Role
from pst.rules.submissions.hats import APPROVE, READ, WRITE, hats_towards, may_be_invited, may_fill, may_write

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


@pytest.mark.parametrize(
    ("hats", "invited_to", "may"),
    [({A}, "", True), (set(), WRITE, True), (set(), READ, False), (set(), APPROVE, False), (set(), "", False)],
)
def test_whoever_is_invited_to_write_fills_in(hats, invited_to, may):
    assert may_fill(frozenset(hats), False, invited_to) is may


@pytest.mark.parametrize(
    ("agency", "own", "roles", "may"),
    [(1, 1, {A}, True), (1, 2, {A}, False), (None, None, {A}, False), (1, 1, {A, P}, False), (1, 1, {H}, False)],
)
def test_an_invitation_counts_for_the_same_agency_and_never_for_the_office(agency, own, roles, may):
    assert may_be_invited(agency, own, frozenset(roles)) is may
