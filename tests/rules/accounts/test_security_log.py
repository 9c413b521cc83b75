"""Every kind of line has its words."""

from pst.rules.accounts.security_log import KINDS


def test_kinds_fit_their_column_and_read_differently():
    assert max(map(len, KINDS)) <= 20
    assert len(set(KINDS.values())) == len(KINDS)
