"""What the organisers of the examples plan: whole forms, whatever the day they are filled in."""

from datetime import date

import pytest

from pst.demo.activities import economy, society, surroundings
from pst.demo.forms import Activity
from pst.questionnaires.answers import is_asked, problems, unanswered
from pst.questionnaires.shelf import CURRENT
from tests.factories_answers import FILES

ACTIVITIES = [
    value
    for module in (economy, society, surroundings)
    for value in vars(module).values()
    if isinstance(value, Activity)
]


def test_there_are_twelve_with_titles_of_their_own():
    assert len({activity.title for activity in ACTIVITIES}) == len(ACTIVITIES) == 12


@pytest.mark.parametrize("activity", ACTIVITIES, ids=lambda activity: activity.title)
@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 12, 31), date(2028, 2, 29)], ids=str)
def test_its_form_is_complete_right_and_says_nothing_that_is_not_asked(activity, day):
    answers = activity.answers(day)

    assert unanswered(CURRENT, answers, FILES) == []
    assert {b.number: found for b in CURRENT.blocks if (found := problems(CURRENT, answers, b))} == {}
    assert [code for code in answers if not is_asked(CURRENT, CURRENT.question(code), answers)] == []


def test_every_way_of_collecting_but_the_newest_is_shown():
    assert {activity.method for activity in ACTIVITIES} == {
        "survei",
        "pencacahan_lengkap",
        "kompilasi_produk_administrasi",
    }
