"""Versions of the form are found by name."""

import pytest

from pst.questionnaires import shelf


def test_the_current_version_is_on_the_shelf_under_its_own_name():
    assert shelf.find(shelf.CURRENT.name) is shelf.CURRENT


def test_an_unknown_version_is_a_key_error():
    with pytest.raises(KeyError):
        shelf.find("rekomendasi_1999")
