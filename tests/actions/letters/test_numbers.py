"""Numbers of the book: drawn one after the other, or typed."""

from pst.actions.letters import numbers
from pst.actions.letters.book_years import next_number
from pst.actions.office.office import change_settings
from pst.models.base import write
from tests.factories import WHEN, user

DAY = WHEN.date()


def test_a_book_may_pad_its_numbers(db):
    change_settings("letter", {"letter_pattern": "{prefix}-{seq:03d}/{unit}/{kka}/{yyyy}"}, user("admin"), WHEN)

    with write():
        assert numbers.draw(DAY, "", "HM.310") == ("B-001/61040/HM.310/2026", 1)
        assert numbers.follow("B-036/61040/KS.200/2026", 2026) == 36
    assert (next_number(2026), numbers.doubts("B-037/61040/KS.200/2026", 2026)) == (37, "")


def test_a_number_of_another_year_does_not_move_the_series(db):
    with write():
        assert numbers.follow("B-36/61040/KS.200/11/2025", 2026) is None
    assert next_number(2026) == 1
