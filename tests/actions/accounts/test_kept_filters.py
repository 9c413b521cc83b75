"""Keeping a register's filters, and letting go of them."""

import pytest

from pst.actions.accounts.kept_filters import MOST, drop, keep
from pst.models.accounts.kept_filters import KeptFilter
from pst.rules.refusals import Refusal
from tests.factories import user

LIST = "/petugas/permohonan"


def test_the_same_name_again_takes_the_place_of_what_it_meant(db):
    me = user("petugas")
    keep(me, LIST, "tahun=2026", "Milik saya", False)
    keep(me, LIST, "tahun=2027", "Milik saya", True)
    keep(user("kepala"), LIST, "saya=1", "Milik saya", False)

    kept = KeptFilter.select().order_by(KeptFilter.id)
    assert [(row.query, row.shared) for row in kept] == [("tahun=2027", True), ("saya=1", False)]


def test_nothing_too_much_and_too_many_are_refused(db):
    me = user("petugas")
    for query in ("", "cari=" + "a" * 400):
        with pytest.raises(Refusal):
            keep(me, LIST, query, "Nama", False)
    with pytest.raises(Refusal, match="untuk sendiri"):
        keep(me, "/petugas/pengaduan", "cari=kepala", "Nama", True)
    for number in range(MOST):
        keep(me, LIST, "saya=1", str(number), False)
    with pytest.raises(Refusal, match="Paling banyak 60"):
        keep(me, LIST, "saya=1", "lagi", False)


def test_only_the_owner_lets_go_of_it(db):
    me, other = user("petugas"), user("kepala")
    keep(me, LIST, "saya=1", "Nama", True)
    kept = KeptFilter.get()

    assert (drop(other, kept.id), drop(me, kept.id), drop(me, kept.id)) == (None, "Nama", None)
