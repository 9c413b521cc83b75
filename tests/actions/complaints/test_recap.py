"""The month in numbers: what is small is not shown, what somebody may not know is not counted, nobody is named."""

from datetime import date, datetime, timedelta

import pytest

from pst.actions.complaints import dialogue
from pst.actions.complaints import recap as recaps
from pst.models.base import write
from pst.models.complaints.complaints import Complaint
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import a_complaint, answered, verified

pytestmark = pytest.mark.usefixtures("db")
NOVEMBER = date(2026, 11, 1)
SMALL = "< 5 / disamarkan"


def published(user, month, today):
    return recaps.recap_of(user, month, today, recaps.smallest_cell())


def test_an_empty_month_is_counted_as_nothing():
    recap = published(an_officer(), NOVEMBER, WHEN.date())

    assert (recap.total, [table.rows for table in recap.tables]) == ("0", [(), (), ()])


def test_small_cells_are_left_out_and_so_is_what_would_give_them_away():
    for place in range(9):
        a_complaint(channel="phone" if place < 6 else "email" if place < 8 else "web", text=f"Uraian {place}.")

    recap = published(an_officer(), NOVEMBER, WHEN.date())

    by_channel = dict(next(table.rows for table in recap.tables if table.title == "Menurut saluran"))
    assert (recap.total, recap.floor) == ("9", 5)
    assert by_channel == {"Situs ini": SMALL, "Telepon": by_channel["Telepon"], "Surel": SMALL}


def test_a_small_month_does_not_even_tell_its_total():
    a_complaint()

    assert published(an_officer(), NOVEMBER, WHEN.date()).total == SMALL


def test_days_to_answer_are_working_days_and_shares_need_enough_cases():
    for days in (0, 1, 1, 2, 7):
        complaint = verified(a_complaint(text=f"Uraian {days} {Complaint.select().count()}."))
        with write():
            Complaint.update(status="answered", answered_on=(WHEN + timedelta(days=days)).date(), in_time=True).where(
                Complaint.id == complaint.id
            ).execute()

    facts = dict(published(an_officer(), NOVEMBER, WHEN.date()).facts)

    assert facts == {
        "Masih terbuka": "5",
        "Dibuka kembali oleh pelapor": "0",
        "Jawaban belum pernah dibaca pelapor": "5",
        "Waktu jawab tengah (median, hari kerja)": "1",
        "Sembilan dari sepuluh dijawab dalam (hari kerja)": "5",
        "Dijawab tepat waktu": "100%",
        "Pelapor yang mengetik kembali kodenya": "0%",
    }


def test_a_share_that_would_point_at_one_person_is_hidden():
    for place in range(6):
        answered(a_complaint(text=f"Uraian {place}."))
    late = Complaint.select().first()
    with write():
        Complaint.update(in_time=False).where(Complaint.id == late.id).execute()

    assert dict(published(an_officer(), NOVEMBER, WHEN.date()).facts)["Dijawab tepat waktu"] == "disamarkan"


def test_what_is_overdue_and_still_open_was_not_answered_in_time():
    for place in range(10):
        complaint = a_complaint(text=f"Uraian {place}.")
        if place < 5:
            answered(complaint)

    facts = [
        dict(published(an_officer(), NOVEMBER, day).facts)["Dijawab tepat waktu"]
        for day in (date(2026, 12, 11), date(2026, 12, 12))  # Jumat, hari terakhir; Sabtu
    ]

    assert facts == ["100%", "50%"]


def test_an_answer_that_was_read_is_not_counted_as_unread():
    for place in range(5):
        dialogue.note_seen(answered(a_complaint(text=f"Uraian {place}.")), WHEN.date())

    assert dict(published(an_officer(), NOVEMBER, WHEN.date()).facts)["Jawaban belum pernah dibaca pelapor"] == "0"


def test_the_month_of_the_office_counts_not_that_of_the_server():
    a_complaint(at=datetime(2026, 11, 30, 17, 30))  # Selasa, 1 Desember, 00.30 WIB

    totals = [published(an_officer(), date(2026, month, 1), WHEN.date()).total for month in (11, 12)]

    assert totals == ["0", SMALL]


def test_what_somebody_may_not_know_is_not_counted_for_that_one():
    for place in range(5):
        a_complaint(text=f"Uraian {place}.")
    a_complaint(text="Sinta tidak ramah.", who="Sinta")

    totals = [published(user(name), NOVEMBER, WHEN.date()).total for name in ("petugas", "petugas2")]

    assert totals == ["5", "6"]


def test_those_inside_see_every_number(db):
    a_complaint()

    inside = recaps.recap_of(an_officer(), NOVEMBER, WHEN.date())

    assert inside.total == "1"
    assert [number for table in inside.tables for _, number in table.rows] == ["1", "1", "1"]
