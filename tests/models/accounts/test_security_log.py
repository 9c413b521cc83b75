"""Lines of the security log as they are looked for."""

import pytest

from pst.models.accounts.security_log import SecurityEvent
from pst.models.narrowing import Wanted
from tests import factories


@pytest.fixture
def ratna(db, at):
    ratna = factories.an_applicant()
    for kind, user, address in (("sign_in", ratna, "10.0.0.7"), ("wrong_password", None, "10.0.0.8")):
        SecurityEvent.create(at=at, kind=kind, user=user, address=address, device="Edge di Windows")
    return ratna


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        ({}, ["wrong_password", "sign_in"]),
        ({"jenis": "sign_in"}, ["sign_in"]),
        ({"nama": "ratna"}, ["sign_in"]),
        ({"alamat": "10.0.0.8"}, ["wrong_password"]),
    ],
)
def test_lines_are_narrowed_by_kind_name_and_address(ratna, filters, kinds):
    assert [row.kind for row in SecurityEvent.page(Wanted(filters=filters)).rows] == kinds


def test_a_person_without_any_line_is_known_everywhere_and_then_only_where_it_was(ratna):
    places = [("Edge di Windows", "10.0.0.7"), ("Edge di Windows", "10.0.0.8"), ("Firefox di Linux", "10.0.0.7")]
    assert [SecurityEvent.knows(ratna.id, *place) for place in places] == [True, False, False]
    assert SecurityEvent.knows(factories.an_officer().id, *places[1])


def test_the_own_lines_newest_first(ratna):
    assert [row.kind for row in SecurityEvent.newest_of(ratna.id)] == ["sign_in"]
