"""What happens by itself: silence ends, officers are told once a day, the box is not forgotten."""

from datetime import timedelta

import pytest

from pst.actions.complaints import complaint_steps as steps
from pst.actions.complaints import reminders as duties
from pst.models.audit import Event
from pst.models.complaints.complaints import Complaint
from pst.models.emails import Email
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import a_box, a_complaint, a_manager, verified

pytestmark = pytest.mark.usefixtures("db")


def mails(kind: str) -> list[tuple[str, dict]]:
    """(mailbox, facts) of every mail of this kind."""
    return [(mail.to, mail.facts) for mail in Email.select().where(Email.kind == kind).order_by(Email.to)]


def test_what_was_not_completed_within_thirty_days_counts_as_withdrawn():
    complaint = a_complaint()
    steps.take(complaint, "ask_more", an_officer(), "Tanggal berapa?", WHEN)

    ended = [duties.end_silent(WHEN + timedelta(days=days)) for days in (30, 31)]

    assert (ended, Complaint.get_by_id(complaint.id).status) == ([0, 1], "withdrawn")


def test_each_officer_is_told_what_that_one_may_know_and_no_word_of_it():
    a_manager("petugas2")
    a_complaint(title="Rahasia", text="Rahasia sekali.", who="Sinta")
    verified(a_complaint(title="Rahasia juga"), user("kepala"))

    told = duties.tell_officers(WHEN)

    usual = {"path": "/petugas/pengaduan", "late": 0, "with_complainant": 0, "unread": 0}
    assert told == 2
    assert mails("complaint_digest") == [
        ("kepala@contoh.test", {**usual, "name": "Dewi Kepala", "new": 1, "mine": 1}),
        ("petugas2@contoh.test", {**usual, "name": "Bayu Petugas", "new": 1, "mine": 0}),
    ]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (timedelta(hours=-2), 0),  # Senin, 07.00 WIB
        (timedelta(days=5), 0),  # Sabtu
        (timedelta(days=1), 3),  # Selasa, 09.00 WIB
    ],
)
def test_officers_are_told_in_the_morning_of_working_days(after, told):
    a_complaint()

    assert duties.tell_officers(WHEN + after) == told


def test_nobody_is_told_twice_on_one_day():
    a_complaint()

    told = [duties.tell_officers(WHEN + timedelta(hours=hours)) for hours in (0, 3, 24)]

    assert told == [3, 0, 3]


def test_a_box_that_nobody_opened_for_a_week_is_recalled_once_a_week():
    assert duties.remind_of_box(WHEN) == 0  # a box that was never recorded may not hang yet
    a_box(at=WHEN)

    told = [duties.remind_of_box(WHEN + timedelta(days=days)) for days in (6, 7, 8, 14)]

    assert told == [0, 2, 0, 2]
    facts = {"path": "/petugas/pengaduan/kotak", "last": "2026-11-23", "days": 7}
    assert mails("box_reminder")[0] == ("petugas2@contoh.test", {**facts, "name": "Bayu Petugas"})


def test_once_the_day_is_over_the_chain_has_what_an_anonymous_complainant_did(store):
    complaint = a_complaint(privacy="anonymous")

    assert duties.lose_the_hours(WHEN + timedelta(hours=12), store) == 0
    assert duties.lose_the_hours(WHEN + timedelta(days=1), store) == 1

    assert [event.verb for event in Event.of("complaint", complaint.number)] == ["file"]


def test_when_the_day_is_over_the_log_of_the_database_keeps_no_order(config, store):
    a_complaint(privacy="anonymous")
    log = config.database.with_name(f"{config.database.name}-wal")
    assert log.stat().st_size

    assert duties.lose_the_hours(WHEN + timedelta(days=1), store) == 1

    assert log.stat().st_size == 0
