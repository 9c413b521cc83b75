"""The masthead leads where the person has business."""

from types import SimpleNamespace

import pytest

from pst.models.accounts.users import User
from pst.rules.roles import Role
from pst.web.navigation import beginning, for_user, may_apply, work_trail

NOBODY = SimpleNamespace(is_authenticated=False)


def somebody(*roles: Role) -> User:
    return User(roles=frozenset(roles))


@pytest.mark.parametrize(
    ("user", "has", "has_not"),
    [
        (NOBODY, "/lacak", "/permohonan"),
        (somebody(Role.APPLICANT), "/permohonan", "/petugas"),
        (somebody(Role.OFFICER), "/petugas/permohonan", "/petugas/kantor"),
        (somebody(Role.OFFICER), "/petugas/loket", "/permohonan"),
        (somebody(Role.HEAD), "/petugas/surat", "/petugas/kantor"),
        (somebody(Role.HEAD), "/petugas/tamu", "/petugas/loket"),
        (somebody(Role.ADMIN), "/petugas/surel", "/petugas/tamu"),
        (somebody(Role.ADMIN), "/petugas/kantor", "/petugas/permohonan"),
    ],
)
def test_each_sees_the_own_rooms(user, has, has_not):
    addresses = [url for _, url, _ in for_user(user, "/")]

    assert has in addresses
    assert has_not not in addresses


def test_only_the_nearest_room_is_marked_as_here():
    links = for_user(somebody(Role.OFFICER), "/petugas/permohonan/REK-6104-2026-0001")

    assert [url for _, url, here in links if here] == ["/petugas/permohonan"]


@pytest.mark.parametrize(
    ("user", "address"),
    [
        (NOBODY, "/permohonan/baru"),
        (somebody(Role.APPLICANT), "/permohonan/baru"),
        (somebody(Role.OFFICER), "/petugas"),
        (somebody(Role.HEAD), "/petugas"),
        (somebody(Role.ADMIN), "/petugas/kantor"),
    ],
)
def test_the_first_page_leads_each_to_the_own_beginning(user, address):
    assert beginning(user)[1] == address


def test_only_applicants_and_visitors_are_invited_to_apply():
    people = (NOBODY, somebody(Role.APPLICANT), somebody(Role.OFFICER), somebody(Role.HEAD), somebody(Role.ADMIN))

    assert [may_apply(person) for person in people] == [True, True, False, False, False]


def test_the_trail_of_a_page_of_the_office_begins_at_the_work_list():
    assert work_trail(("Loket", "/petugas/loket"), ("Jadwal", "")) == [
        ("Pekerjaan", "/petugas"),
        ("Loket", "/petugas/loket"),
        ("Jadwal", ""),
    ]


@pytest.mark.parametrize(
    ("path", "label"),
    [("/petugas/katalog/impor", "Katalog"), ("/petugas/kalender", "Permohonan"), ("/petugas/temuan", "Permohonan")],
)
def test_a_room_with_another_address_stands_under_the_link_it_belongs_to(path, label):
    assert [word for word, _, here in for_user(somebody(Role.OFFICER), path) if here] == [label]
