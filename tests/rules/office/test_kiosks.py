"""Who may sign the guest book, and who may be looked for by a phone number."""

from datetime import timedelta

import pytest

from pst.rules.office.kiosks import may_be_recognised, may_sign, state_of
from tests.factories import WHEN


@pytest.mark.parametrize(
    ("access", "is_ours", "has_networks", "signs", "recognised"),
    [
        ("first", False, False, True, True),
        ("first", False, True, False, False),
        ("first", True, True, True, True),
        ("devices", False, False, False, False),
        ("devices", True, False, True, True),
        ("anyone", False, True, True, False),
        ("anyone", True, False, True, True),
    ],
)
def test_strangers_sign_where_the_office_lets_them_and_never_learn_who_is_known(
    access, is_ours, has_networks, signs, recognised
):
    standing = (access, is_ours, has_networks)

    assert (may_sign(*standing), may_be_recognised(*standing)) == (signs, recognised)


def test_a_device_waits_for_its_code_only_while_the_code_holds():
    assert state_of(None, WHEN + timedelta(minutes=1), WHEN)[0] == "Menunggu kode diketik"
    assert state_of(None, WHEN, WHEN)[0] == "Belum dipasangkan"
    assert state_of(WHEN, None, WHEN)[0] == "Terpasang"
