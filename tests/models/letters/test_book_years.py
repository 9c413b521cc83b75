"""What the office said of a year."""

from pst.models.letters.book_years import BookYear


def test_a_year_nobody_spoke_of_has_no_book(db):
    BookYear.put(year=2026, kept="elsewhere")
    BookYear.delete().where(BookYear.year == 2027).execute()

    assert (BookYear.of(2026).kept, BookYear.of(2027)) == ("elsewhere", None)
