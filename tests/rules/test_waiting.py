"""What waits, kind by kind: what is asked, of whom, and how soon."""

from datetime import date

import pytest

from pst.rules.complaints.complaints import WITH_OFFICE
from pst.rules.review.workflow import WAITING_FOR_OFFICER
from pst.rules.roles import Role
from pst.rules.waiting import ASKED, ROWS, SERVICES, asked_of, group_of, grouped, kinds_for

MONDAY = date(2026, 11, 23)  # Senin


def test_every_state_that_waits_for_the_office_says_what_it_asks():
    assert (WAITING_FOR_OFFICER | WITH_OFFICE) - ASKED.keys() == set()
    assert {row.service for row in ROWS} == set(SERVICES)


def test_what_is_asked_comes_from_the_kind_else_from_the_state():
    assert asked_of("opinion", "evaluation") == "pendapat Anda"
    assert asked_of("work", "evaluation") == "kesimpulan evaluasi"


def test_letters_wait_for_the_head_and_visitors_for_officers():
    assert "sign" in kinds_for([Role.HEAD]) and "visitors" not in kinds_for([Role.HEAD])
    assert "visitors" in kinds_for([Role.OFFICER]) and "sign" not in kinds_for([Role.OFFICER])
    assert kinds_for([Role.ADMIN]) == ()


@pytest.mark.parametrize(
    ("due", "group"),
    [
        (date(2026, 11, 22), "late"),
        (MONDAY, "today"),
        (date(2026, 11, 29), "week"),  # Minggu
        (date(2026, 11, 30), "rest"),  # Senin
        (None, "rest"),
    ],
)
def test_groups_say_how_soon(due, group):
    assert group_of(due, MONDAY) == group


def test_groups_without_rows_are_left_out_and_rows_keep_their_order():
    rows = [("b", MONDAY), ("a", MONDAY), ("c", None)]

    assert grouped(rows, MONDAY) == [("today", "Hari ini", ["b", "a"]), ("rest", "Selebihnya", ["c"])]
