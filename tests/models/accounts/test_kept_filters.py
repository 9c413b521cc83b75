"""Filters with a name: whose they are, and where they are used."""

from pst.actions.accounts.sessions import hash_token, open_session
from pst.models.accounts.kept_filters import KeptFilter
from pst.models.accounts.users import UserSession
from pst.models.base import write
from tests.factories import WHEN, user


def test_a_register_offers_ones_own_and_what_others_share_by_name(db):
    me, other = user("petugas"), user("kepala")
    for person, path, name, shared in (
        (me, "/petugas/surat", "B", False),
        (other, "/petugas/surat", "A", True),
        (other, "/petugas/surat", "rahasia", False),
        (me, "/petugas/tamu", "tamu", False),
    ):
        KeptFilter.create(person=person, path=path, query="tahun=2026", name=name, shared=shared)

    with write():
        token = open_session(me, "Firefox", WHEN)
    found = KeptFilter.at("/petugas/surat", UserSession.living(hash_token(token), "/petugas/surat").user)

    assert [(kept.name, kept.owner, kept.query) for kept in found] == [
        ("A", other.name, "tahun=2026"),
        ("B", me.name, "tahun=2026"),
    ]
