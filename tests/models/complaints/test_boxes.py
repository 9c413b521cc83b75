"""What was printed, opened and found; and who sees which of it."""

from datetime import date, datetime, timedelta

import pytest

from pst.actions.complaints import boxes
from pst.models.complaints.boxes import BoxForm, BoxOpening, BoxSheet
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import a_box, a_manager, a_photo, a_sheet

pytestmark = pytest.mark.usefixtures("db")


def test_batches_say_first_last_and_how_many_newest_first():
    boxes.print_forms(2, an_officer(), WHEN)
    boxes.print_forms(1, an_officer(), WHEN + timedelta(days=1))

    assert [(row.batch, row.first, row.last, row.printed_on, row.printed) for row in BoxForm.batches()] == [
        (2, "KS-2026-00003", "KS-2026-00003", date(2026, 11, 24), 1),
        (1, "KS-2026-00001", "KS-2026-00002", date(2026, 11, 23), 2),
    ]


def test_the_last_opening_is_the_one_that_was_opened_last_whenever_it_was_recorded():
    assert BoxOpening.last_day() is None
    a_box(at=WHEN)
    a_box(at=WHEN - timedelta(days=3))

    assert (BoxOpening.last_day(), [opening.number for opening in BoxOpening.newest()]) == (
        date(2026, 11, 23),
        ["BAK-2026-001", "BAK-2026-002"],
    )


def test_what_is_opened_before_the_office_day_ends_elsewhere_counts_on_the_office_day():
    a_box(at=datetime(2026, 11, 22, 23))  # in the office it is Senin, 06.00 WIB

    assert BoxOpening.last_day() == date(2026, 11, 23)


def test_sheets_are_counted_by_kind_and_a_kind_without_sheets_is_zero():
    opening = a_box()
    a_sheet(opening)

    assert BoxSheet.count_by_kind(opening) == {"form": 0, "plain": 1, "void": 0}


def test_the_grid_lists_the_own_sheets_and_leaves_out_what_is_about_oneself():
    opening = a_box()
    a_sheet(opening, "Kursi kurang.")
    a_sheet(opening, "Sinta tidak ramah.", who="Sinta")
    a_sheet(opening, "AC bocor.", by=user("petugas2"))

    assert [row.title for row in BoxSheet.entered(opening, an_officer())] == ["Kursi kurang."]
    assert [row.title for row in BoxSheet.entered(opening, user("petugas2"))] == ["AC bocor."]


def test_the_picture_of_a_void_sheet_is_for_whoever_entered_it_and_for_managers():
    opening = a_box(found=4)
    sheet = a_sheet(opening, "", is_void=True, scan_name="a.jpg", scan=a_photo())
    bare = a_sheet(opening, "", is_void=True)
    read = a_sheet(opening, "Terbaca.", scan_name="a.jpg", scan=a_photo())
    a_manager("kepala")

    def sees(name, it=sheet):
        return BoxSheet.scanned(opening, it.id, user(name)) is not None

    assert [sees(name) for name in ("petugas", "kepala", "petugas2")] == [True, True, False]
    assert (sees("petugas", bare), sees("petugas", read)) == (False, False)
