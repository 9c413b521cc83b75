"""What is sealed is read by its key alone."""

import base64

import pytest

from pst.actions.vault import Unreadable, Vault

OLD, NEW = (base64.urlsafe_b64encode(sign * 32).decode() for sign in (b"o", b"n"))


def test_what_is_sealed_reads_as_nothing_and_comes_back_whole():
    sealed = Vault((OLD,)).seal({"name": "Wulandari"})

    assert "Wulandari" not in sealed
    assert Vault((NEW, OLD)).open(sealed) == {"name": "Wulandari"}


def test_renewed_it_opens_with_the_new_key_alone():
    renewed = Vault((NEW, OLD)).renew(Vault((OLD,)).seal({"name": "Wulandari"}))

    assert Vault((NEW,)).open(renewed) == {"name": "Wulandari"}
    for use in (Vault((OLD,)).open, Vault((OLD,)).renew):
        with pytest.raises(Unreadable):
            use(renewed)
