"""The list of words that mean the same."""

import pytest

from pst.rules.catalogue.everyday import EVERYDAY, meanings, readable
from pst.rules.refusals import Refusal


def test_every_way_of_saying_it_leads_to_all_of_them():
    found = meanings("dinkes = dinas kesehatan\ncabe = cabai\ncabe=lombok")

    assert found[("dinkes",)] == (("dinkes",), ("dinas", "sehat"))
    assert found[("dinas", "sehat")] == (("dinas", "sehat"), ("dinkes",))
    assert found[("cabe",)] == (("cabe",), ("cabai",), ("lombok",))


def test_what_the_office_begins_with_can_be_read():
    assert readable(EVERYDAY) == EVERYDAY
    assert readable("\n a = b \n") == "\n a = b \n"


@pytest.mark.parametrize("typed", ["dinkes", "dinkes =", "= dinas", "a = b\n!!! = c"])
def test_a_line_that_says_no_meaning_is_refused(typed):
    with pytest.raises(Refusal, match="singkatan = kepanjangan"):
        readable(typed)
