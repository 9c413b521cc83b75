"""What the second of two people is told."""

from datetime import date

import pytest

from pst.actions import audit
from pst.actions.seen import ChangedMeanwhile, mark_of, refuse_if_changed
from pst.models.base import write
from pst.rules.roles import Role
from tests.factories import WHEN, user


def test_a_mark_is_the_same_for_the_same_values_in_any_order_and_another_for_others():
    first = mark_of({"name": "Dinas", "roles": frozenset({Role.OFFICER, Role.HEAD}), "day": date(2026, 12, 2)})

    assert first == mark_of({"day": date(2026, 12, 2), "roles": frozenset({Role.HEAD, Role.OFFICER}), "name": "Dinas"})
    others = [{"name": "Dinas "}, {"name": None}, {"name": ""}, {"nama": "Dinas"}, {}]
    assert len({first, *map(mark_of, others)}) == 6


def test_what_was_shown_may_be_saved_and_the_console_is_asked_nothing(db):
    kept = {"name": "Dinas"}

    assert [refuse_if_changed(seen, kept, "agency", ["1"]) for seen in (mark_of(kept), "")] == [None, None]


def test_the_last_change_tells_who_was_quicker_and_when(db):
    with write():
        audit.record("setting", "city", "change", user("admin"), WHEN)
        audit.record("setting", "phone", "change", user("kepala"), WHEN)

    with pytest.raises(ChangedMeanwhile) as refusal:
        refuse_if_changed(mark_of({"city": "Lama"}), {"city": "Baru"}, "setting", ["city", "phone", "address"])

    told = refusal.value
    assert (told.who, told.when, told.now) == ("Dewi Kepala", WHEN, {"city": "Baru"})


def test_a_change_nobody_noted_is_still_refused(db):
    with pytest.raises(ChangedMeanwhile) as refusal:
        refuse_if_changed(mark_of({}), {"city": "Baru"}, "setting", ["city"])

    assert (refusal.value.who, refusal.value.when) == ("Orang lain", None)
