"""Numbers of the book: drawn one after the other, or typed."""

from pst.actions.letters import book_entries, numbers
from pst.actions.letters.book_years import next_number
from pst.actions.office.office import change_settings
from pst.models.base import write
from pst.rules.letters.numbering import RESERVED
from tests.factories import WHEN, user

DAY = WHEN.date()


def test_a_book_may_pad_its_numbers(db):
    change_settings("letter", {"letter_pattern": "{prefix}-{seq:03d}/{unit}/{kka}/{yyyy}"}, user("admin"), WHEN)

    with write():
        assert numbers.draw(DAY, "", "HM.310") == ("B-001/61040/HM.310/2026", 1)
        numbers.follow(36, 2026)
    assert (next_number(2026), numbers.doubts("B-037/61040/KS.200/2026", 2026)) == (37, [])


def test_a_number_of_another_year_has_no_place_in_the_series(db):
    assert numbers.place_in("B-36/61040/KS.200/11/2025", 2026) == (None, 0)
    assert numbers.place_in("B-38.10/61040/KS.200/11/2026", 2026) == (38, 10)


def test_what_was_set_aside_is_skipped_and_stays_free_for_whoever_types_it(db):
    book_entries.set_aside(2026, 2, 4, RESERVED, "Untuk sensus ekonomi", user("petugas"), WHEN)

    with write():
        drawn = [numbers.draw(DAY, "", "")[1] for _ in range(2)]
        numbers.follow(3, 2026)

    assert (drawn, next_number(2026)) == ([1, 5], 6)
    assert numbers.doubts("B-3/61040/KS.200/11/2026", 2026) == []


def test_the_number_that_is_announced_is_the_one_that_is_drawn(db):
    book_entries.set_aside(2026, 1, 4, RESERVED, "Untuk sensus ekonomi", user("petugas"), WHEN)

    announced = numbers.following(DAY, "", "HM.310")

    assert (announced[0], next_number(2026)) == ("B-5/61040/HM.310/11/2026", 5)
    with write():
        assert numbers.draw(DAY, "", "HM.310") == announced
    assert next_number(2026) == 6
