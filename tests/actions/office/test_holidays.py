"""The calendar of the office: a change counts exactly the open cases again, and tells those whose day moved."""

import random
from datetime import date, timedelta

import pytest

from pst.actions.office import holidays, office
from pst.actions.office.holidays import HOLIDAYS, moved_in_words
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.actions.submissions import replies, submissions
from pst.exchange.holidays_csv import CsvRefused
from pst.models.audit import Event
from pst.models.base import database, write
from pst.models.complaints.complaints import Complaint
from pst.models.emails import Email
from pst.models.office.holidays import HolidayRow
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Pause, Submission
from pst.rules.calendar import Holiday
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import OPEN, UNDECIDED, Status
from tests.factories import WHEN, a_submission, an_applicant, an_officer, user
from tests.factories_complaints import a_complaint
from tests.rules.submissions.test_deadlines import naive_due

pytestmark = pytest.mark.usefixtures("db")

WEDNESDAY = date(2026, 12, 2)
VILLAGE_VOTE = Holiday(WEDNESDAY, "Pemilihan kepala desa", "local")
OPEN_STATES = [status for status in Status if status in OPEN and status is not Status.REVISED]


def admin():
    return user("admin")


def an_office_full_of_cases() -> None:
    """One case in every state, begun on different days, counted by each rule the office may choose."""
    states = enumerate([Status.DRAFT, *OPEN_STATES, Status.COMPLETED])
    for days_ago, status in reversed(list(states)):  # numbers of letters go up with their days
        a_submission(status, at=WHEN - timedelta(days=days_ago))
    for days_ago, rule in enumerate(("restart_on_revision", "no_pause", "pause_resume")):
        office.change_settings("clock", {"clock_on_revision": rule}, admin(), WHEN)
        case = a_submission(Status.NEEDS_REVISION, at=WHEN - timedelta(days=5 + days_ago))
        if rule != "pause_resume":  # this one still waits for its applicant
            answer_remarks(case, WHEN - timedelta(days=days_ago))
    withdrawn = a_submission(Status.IN_REVIEW)
    submissions.withdraw(withdrawn, an_applicant(), WHEN, "Anggaran dialihkan.")


def answer_remarks(case: Submission, at) -> None:
    texts = {remark.id: "Sudah kami perbaiki." for remark in Remark.sent_of(case)}
    replies.save_replies(case, an_applicant(), texts, at)
    submissions.save_answers(case, an_applicant(), {"catatan_pemohon": "Judul sudah diperbaiki."}, at)
    submissions.submit(case, an_applicant(), at)


def rows_of(number: str) -> list[tuple]:
    """Everything the database keeps of a case, as it lies on the disk."""
    (case_id,) = database.execute_sql("select id from submission where number = ?", (number,)).fetchone()
    found = []
    for table in ("submission", "pause", "revision", "remark", "letter", "evaluation", "duty", "email"):
        column = "id" if table == "submission" else "submission_id"
        found += database.execute_sql(f"select * from {table} where {column} = ?", (case_id,)).fetchall()
    return found + database.execute_sql("select * from event where key = ? order by id", (number,)).fetchall()


def last_days() -> dict[str, date | None]:
    return dict(Submission.select(Submission.number, Submission.due_on).tuples())


def counted_day_by_day() -> dict[str, date | None]:
    """The last day of every open case, by the counter that looks at one day after the other."""
    rows = list(HolidayRow.select())
    closed = {row.day for row in rows if row.closed}
    opened = {row.day for row in rows if not row.closed}
    return {
        case.number: naive_due(clock, closed, opened)
        for case in Submission.select().where(Submission.status.in_(tuple(UNDECIDED)))
        if (clock := case.clock(Pause.of(case)))
    }


def mailed() -> list[str]:
    mails = Email.select(Email, Submission).join(Submission).where(Email.kind == "due_moved")
    return sorted(mail.submission.number for mail in mails)


def test_days_put_in_and_taken_out_move_exactly_the_cases_that_a_count_by_hand_moves():
    an_office_full_of_cases()
    dice = random.Random(2026)
    closed = [case.number for case in Submission.select().where(Submission.status.not_in(tuple(UNDECIDED)))]
    told = []
    for _ in range(25):
        day = date(2026, 11, 15) + timedelta(days=dice.randrange(40))
        row, before = HolidayRow.on(day), last_days()
        untouched = {number: rows_of(number) for number in before}

        if row is None:
            kind = dice.choice(("national", "collective", "local", "override"))
            moved = holidays.add_holiday(Holiday(day, "Hari X", kind, kind != "override"), admin(), WHEN)
        else:
            moved = holidays.remove_holiday(row, admin(), WHEN)

        expected = {**before, **counted_day_by_day()}
        changed = sorted(number for number in before if before[number] != expected[number])
        told = sorted([*told, *changed])
        assert last_days() == expected
        assert sorted(case.number for case in moved) == changed
        assert mailed() == told
        assert {number: rows_of(number) for number in before if number not in changed} == {
            number: rows for number, rows in untouched.items() if number not in changed
        }
    assert len(closed) == 4 and not set(closed) & set(told)
    assert len(told) > 25  # there was something to move


def test_whoever_moved_is_told_from_when_to_when_and_why():
    case = a_submission(Status.IN_REVIEW)

    holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN)

    mail = Email.get(Email.kind == "due_moved")
    assert (mail.to, mail.facts["before"], mail.facts["due_on"], mail.facts["cause"]) == (
        "pemohon@contoh.test",
        "11 Desember 2026",
        "14 Desember 2026",
        "2 Desember 2026: Libur lokal, Pemilihan kepala desa",
    )
    event = Event.latest("submission", case.number)
    assert (event.verb, event.facts, event.actor_name) == (
        "due_moved",
        {"from": "2026-12-11", "to": "2026-12-14"},
        "Sistem",
    )


def test_a_case_that_waits_for_its_applicant_moves_nowhere_until_the_answer_comes():
    case = a_submission(Status.NEEDS_REVISION)

    assert holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN) == []

    answer_remarks(case, WHEN + timedelta(days=2))  # Rabu: Selasa dan Rabu diberikan kembali
    assert Submission.get_by_id(case.id).due_on == date(2026, 12, 16)  # Rabu


def test_a_day_that_changes_nothing_about_working_moves_nobody():
    a_submission(Status.IN_REVIEW)
    saturday = Holiday(date(2026, 12, 5), "Libur lokal", "local")
    open_monday = Holiday(date(2026, 11, 30), "Dibuka seperti biasa", "override", closed=False)

    assert [holidays.add_holiday(day, admin(), WHEN) for day in (saturday, open_monday)] == [[], []]
    assert mailed() == []


def test_a_day_moved_to_another_date_frees_the_old_one():
    case = a_submission(Status.IN_REVIEW)
    holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN)

    moved = holidays.move_holiday(
        HolidayRow.on(WEDNESDAY), Holiday(date(2026, 12, 16), "Pemilihan kepala desa", "local"), admin(), WHEN
    )

    assert (HolidayRow.on(WEDNESDAY), HolidayRow.on(date(2026, 12, 16)).kind) == (None, "local")
    assert [(each.number, each.due_on) for each in moved] == [(case.number, date(2026, 12, 11))]
    assert Event.latest("submission", case.number).note == (
        "Pemilihan kepala desa pindah dari 2 Desember 2026 ke 16 Desember 2026"
    )


def test_what_was_saved_just_so_before_is_no_change():
    holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN)
    before = Event.select().count()

    assert holidays.move_holiday(HolidayRow.on(WEDNESDAY), VILLAGE_VOTE, admin(), WHEN) == []
    assert Event.select().count() == before


def test_a_date_has_one_row():
    christmas, vote = HolidayRow.on(date(2026, 12, 25)), Holiday(date(2026, 12, 25), "Lain", "local")
    holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN)

    with pytest.raises(Refusal, match="25 Desember 2026 sudah ada"):
        holidays.add_holiday(vote, admin(), WHEN)
    with pytest.raises(Refusal, match="25 Desember 2026 sudah ada"):
        holidays.move_holiday(HolidayRow.on(WEDNESDAY), vote, admin(), WHEN)

    assert HolidayRow.on(date(2026, 12, 25)).name == christmas.name
    assert HolidayRow.on(WEDNESDAY).name == "Pemilihan kepala desa"


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2101, 1, 1)])
def test_a_year_that_no_page_shows_is_refused_at_the_day(day):
    with pytest.raises(Refusal, match="Tahun di luar 2000–2100") as refusal:
        holidays.add_holiday(Holiday(day, "Pilkades", "local"), admin(), WHEN)

    assert refusal.value.field == "day"


def test_a_day_is_read_as_the_calendar_keeps_it():
    entered = {"day": WEDNESDAY, "name": "Pilkades", "kind": "override", "decree": "SK 1"}

    assert holidays.as_entered(entered) == Holiday(WEDNESDAY, "Pilkades", "override", closed=False, decree="SK 1")
    assert holidays.as_entered({**entered, "kind": "local"}).closed


def test_a_day_put_in_later_no_longer_moves_a_case_whose_letter_is_out():
    waiting, signed = a_submission(Status.IN_REVIEW), a_submission(Status.ISSUED)
    due = signed.due_on

    moved = holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN)

    assert [case.number for case in moved] == [waiting.number]
    assert Submission.get_by_id(signed.id).due_on == due
    assert Email.select().where(Email.kind == "due_moved").count() == 1
    assert moved_in_words(moved).endswith("Pemohonnya diberi tahu lewat surel.")
    assert moved_in_words([]) == "Tidak ada batas waktu yang berubah."


def test_of_two_administrators_the_second_is_told_what_the_first_did():
    holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN)
    row = HolidayRow.on(WEDNESDAY)
    shown = mark_of(HOLIDAYS.kept(row))
    holidays.move_holiday(row, Holiday(WEDNESDAY, "Pilkades", "local"), admin(), WHEN, shown)

    with pytest.raises(ChangedMeanwhile) as refusal:
        holidays.move_holiday(row, Holiday(WEDNESDAY, "Pemilu desa", "local"), admin(), WHEN, shown)
    assert (refusal.value.who, refusal.value.now["name"]) == ("Agus Administrator", "Pilkades")
    holidays.remove_holiday(row, admin(), WHEN)
    for late in (
        lambda: holidays.move_holiday(row, VILLAGE_VOTE, admin(), WHEN),
        lambda: holidays.remove_holiday(row, admin(), WHEN),
    ):
        with pytest.raises(Refusal, match="sudah dihapus"):
            late()


def test_a_file_comes_in_whole_or_not_at_all():
    case = a_submission(Status.IN_REVIEW)
    head = "date,name,kind,decree\n"

    with pytest.raises(CsvRefused):
        holidays.import_holidays(f"{head}2026-12-02,Pilkades,local,\n2026-13-01,X,local,", admin(), WHEN)
    assert HolidayRow.on(WEDNESDAY) is None
    count, moved = holidays.import_holidays(
        f"{head}2026-12-02,Pilkades,local,SK 1\n2026-12-25,Hari Raya Natal,national,SKB 9", admin(), WHEN
    )

    assert (count, [each.number for each in moved]) == (2, [case.number])
    assert HolidayRow.on(date(2026, 12, 25)).decree == "SKB 9"
    again = f"{head}2026-12-02,Pilkades,local,SK 1"
    assert holidays.import_holidays(again, admin(), WHEN) == (0, [])


def test_a_year_is_filled_from_the_library_and_days_with_a_row_keep_it():
    with write():
        HolidayRow.delete().where(HolidayRow.day.between(date(2027, 1, 1), date(2027, 12, 31))).execute()
    holidays.add_holiday(Holiday(date(2027, 1, 1), "Dibuka", "override", False, "SK 7"), admin(), WHEN)

    count, _ = holidays.fill_years([2027], admin(), WHEN)

    assert (count, HolidayRow.on(date(2027, 1, 1)).name) == (25, "Dibuka")
    assert HolidayRow.on(date(2027, 12, 24)).kind == "collective"
    assert holidays.fill_years([2027], admin(), WHEN) == (0, [])


def test_an_empty_calendar_is_seeded_once():
    with write():
        HolidayRow.delete().execute()
        first, second = holidays.seed_calendar(WHEN), holidays.seed_calendar(WHEN)

    assert (first, second) == ("79 hari libur diisikan untuk tahun 2025–2027.", "")


def test_every_change_is_an_event_with_what_was_and_what_is():
    holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN)
    holidays.remove_holiday(HolidayRow.on(WEDNESDAY), an_officer(), WHEN)

    kept = {"name": "Pemilihan kepala desa", "kind": "local", "closed": True, "decree": ""}
    assert [(event.verb, event.facts, event.actor_name) for event in Event.of("holiday", "2026-12-02")] == [
        ("create", {"from": {}, "to": kept}, "Agus Administrator"),
        ("remove", {"from": kept, "to": {}}, "Sinta Petugas"),
    ]


def test_a_day_put_in_and_taken_out_moves_the_days_of_complaints_at_once():
    complaint, lasts = a_complaint(), []
    for change in (lambda: holidays.add_holiday(VILLAGE_VOTE, admin(), WHEN), lambda: remove(WEDNESDAY)):
        change()
        lasts.append(Complaint.get_by_id(complaint.id).due_on)

    assert lasts == [date(2026, 12, 14), date(2026, 12, 11)]  # Senin, Jumat


def remove(day: date) -> None:
    holidays.remove_holiday(HolidayRow.on(day), admin(), WHEN)
