"""The clock of the service: worked dates, a naive counter beside it, and what holds for every calendar."""

import random
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.calendar import Holiday, WorkCalendar
from pst.rules.submissions import deadlines
from pst.rules.submissions.deadlines import Clock, ClockRule, Pause
from tests.rules import skb

CLOSED = skb.dates(skb.NATIONAL) | skb.dates(skb.COLLECTIVE)
SKB = WorkCalendar([Holiday(day, "Libur", "national") for day in CLOSED])
MODES = ("pause_resume", "restart_on_revision", "no_pause")
MONDAY = datetime(2026, 11, 23, 9, 0)  # Senin
DUE = date(2026, 12, 11)  # Jumat, hari ke-14 sesudahnya


def a_clock(*pauses: tuple[date, date | None], started=MONDAY, stopped=None, **rule) -> Clock:
    return Clock(ClockRule(**rule), started, tuple(Pause(a, b, "Menunggu") for a, b in pauses), stopped)


@pytest.mark.parametrize(
    ("accepted", "due"),
    [
        (date(2026, 3, 9), date(2026, 4, 6)),  # Senin → Senin, melewati Nyepi dan Idulfitri
        (date(2026, 11, 23), date(2026, 12, 11)),  # Senin → Jumat
        (date(2026, 12, 14), date(2027, 1, 7)),  # Senin → Kamis, melewati Natal, tahun baru, Isra Mikraj
        (date(2027, 3, 1), date(2027, 3, 31)),  # Senin → Rabu
    ],
)
def test_worked_dates_of_the_standard(accepted, due):
    assert deadlines.due_on(a_clock(started=datetime.combine(accepted, time(10))), SKB) == due


def test_waiting_gives_back_exactly_the_working_days_waited():
    waited = (date(2026, 11, 26), date(2026, 12, 1))  # Kamis–Selasa: Jumat, Senin, Selasa

    assert deadlines.due_on(a_clock(waited), SKB) == SKB.add(DUE, 3) == date(2026, 12, 16)  # Rabu


def test_returned_and_answered_on_one_day_gives_nothing_back():
    assert deadlines.due_on(a_clock((date(2026, 11, 26), date(2026, 11, 26))), SKB) == DUE


def test_an_answer_on_a_saturday_counts_as_coming_on_monday():
    saturday, monday = date(2026, 11, 28), date(2026, 11, 30)
    friday = date(2026, 11, 27)

    assert deadlines.due_on(a_clock((friday, saturday)), SKB) == deadlines.due_on(a_clock((friday, monday)), SKB)
    assert deadlines.due_on(a_clock((friday, saturday)), SKB) == SKB.add(DUE, 1)


def test_the_last_day_is_unknown_while_the_applicant_is_awaited():
    waiting = a_clock((date(2026, 11, 26), None))  # sejak Kamis, hari ke-3
    monday = date(2026, 11, 30)

    assert deadlines.due_on(waiting, SKB) is None
    assert (deadlines.used_days(waiting, SKB, monday), deadlines.days_left(waiting, SKB, monday)) == (3, 11)
    assert deadlines.open_pause(waiting) == waiting.pauses[0]


def test_remarks_sent_after_the_last_day_do_not_undo_being_late():
    late = a_clock((date(2026, 12, 14), None))  # Senin, sehari sesudah batas waktu

    assert deadlines.due_on(late, SKB) == DUE
    assert deadlines.days_left(late, SKB, date(2027, 1, 4)) == -1  # Senin; hanya 14 Desember milik kantor


def test_remarks_sent_on_the_last_day_are_in_time_until_the_answer_has_come():
    waiting = a_clock((DUE, None))
    answered = a_clock((DUE, date(2026, 12, 16)))  # Rabu

    assert deadlines.days_left(waiting, SKB, date(2026, 12, 30)) == 0
    assert deadlines.days_left(answered, SKB, date(2026, 12, 16)) == 0
    assert deadlines.days_left(answered, SKB, date(2026, 12, 17)) == -1  # Kamis


def test_restarting_counts_fourteen_days_from_the_last_answer():
    clock = a_clock(
        (date(2026, 11, 24), date(2026, 11, 25)),  # Selasa–Rabu
        (date(2026, 11, 27), date(2026, 11, 30)),  # Jumat–Senin
        on_revision="restart_on_revision",
    )

    assert deadlines.due_on(clock, SKB) == SKB.add(date(2026, 11, 30), 14)
    assert deadlines.used_days(clock, SKB, date(2026, 12, 2)) == 2


def test_without_pauses_the_clock_runs_on():
    clock = a_clock((date(2026, 11, 24), None), on_revision="no_pause")

    assert deadlines.due_on(clock, SKB) == DUE
    assert deadlines.open_pause(clock) is None


def test_days_left_fall_to_zero_on_the_last_day_and_below_it_after():
    clock = a_clock()
    days = [MONDAY.date(), date(2026, 12, 10), DUE, DUE + timedelta(days=1), DUE + timedelta(days=3)]

    assert [deadlines.days_left(clock, SKB, day) for day in days] == [14, 1, 0, -1, -1]


def test_a_stopped_clock_counts_no_further():
    clock = a_clock(stopped=date(2026, 12, 3))  # Kamis, hari ke-8
    years_later = date(2028, 1, 3)

    assert deadlines.used_days(clock, SKB, years_later) == 8
    assert deadlines.days_left(clock, SKB, years_later) == 6


@pytest.mark.parametrize(("used", "mark"), [(6, None), (7, 50), (11, 50), (12, 80), (13, 80), (14, 100), (20, 100)])
def test_officers_are_reminded_at_half_at_four_fifths_and_on_the_last_day(used, mark):
    today = SKB.add(MONDAY.date(), used)

    assert deadlines.reminder_due(a_clock(), SKB, today) == mark


def test_a_mark_is_reached_exactly_where_the_last_day_lies_before_its_bound():
    for used in range(20):
        today = SKB.add(MONDAY.date(), used)
        reached = deadlines.reminder_due(a_clock(), SKB, today) or 0
        bounds = deadlines.may_be_due(14, SKB, today)
        assert [mark for mark in bounds if bounds[mark] > DUE] == [mark for mark in bounds if mark <= reached]


@pytest.mark.parametrize(("days", "marks"), [(29, ()), (30, (30,)), (79, (30, 60)), (80, (30, 60, 80))])
def test_applicants_are_reminded_of_open_remarks_three_times(days, marks):
    noted = date(2026, 9, 1)  # Selasa

    assert deadlines.silence_reminders(noted, noted + timedelta(days=days)) == marks


# A counter that knows nothing of the one above: it looks at every day, one after the other.


def naive_due(clock: Clock, closed: set[date], opened: set[date]) -> date | None:
    def works(day: date) -> bool:
        return day in opened or (day not in closed and day.isoweekday() < 6)

    def roll(day: date) -> date:
        while not works(day):
            day += timedelta(days=1)
        return day

    def paused(day: date) -> bool:
        if clock.rule.on_revision == "no_pause":
            return False
        for pause in clock.pauses:
            if pause.end is None and pause.start < day:
                return True
            if pause.end is not None and pause.start < pause.end and pause.start < day <= roll(pause.end):
                return True
        return False

    day = clock.started.date()
    if clock.started.time() > clock.rule.closing:
        day += timedelta(days=1)
    day = roll(day)
    if clock.rule.on_revision == "restart_on_revision":
        day = max([day] + [roll(pause.end) for pause in clock.pauses if pause.end is not None])
    number = 0
    for _ in range(400):
        day += timedelta(days=1)
        number += works(day) and not paused(day)
        if number == clock.rule.days:
            return day
    return None


def a_random_case(dice: random.Random) -> tuple[Clock, list[Holiday]]:
    first = date(2026, 1, 1)

    def some_day(span: int) -> date:
        return first + timedelta(days=dice.randrange(span))

    pauses = []
    for _ in range(dice.randrange(4)):
        start = some_day(70)
        end = None if dice.random() < 0.15 else start + timedelta(days=dice.randrange(20))
        pauses.append(Pause(start, end, ""))
    rule = ClockRule(days=dice.randint(1, 20), on_revision=dice.choice(MODES))
    started = datetime.combine(some_day(40), time(dice.randrange(24), dice.randrange(60)))
    odd = {some_day(120): dice.random() < 0.8 for _ in range(dice.randrange(25))}
    holidays = [Holiday(day, "X", "national" if shut else "override", shut) for day, shut in odd.items()]
    return Clock(rule, started, tuple(pauses)), holidays


def test_ten_thousand_random_clocks_agree_with_the_naive_counter():
    dice = random.Random(6104)
    outcomes = set()
    for _ in range(10_000):
        clock, holidays = a_random_case(dice)
        closed = {holiday.day for holiday in holidays if holiday.closed}
        opened = {holiday.day for holiday in holidays if not holiday.closed}

        due = deadlines.due_on(clock, WorkCalendar(holidays))

        assert due == naive_due(clock, closed, opened), (clock, holidays)
        outcomes.add((clock.rule.on_revision, due is None))
    assert outcomes == {(mode, known) for mode in MODES for known in (True, False)} - {("no_pause", True)}


cases = st.randoms(use_true_random=False).map(a_random_case)


@given(cases, st.dates(date(2026, 1, 1), date(2026, 6, 30)))
def test_one_more_holiday_never_makes_the_last_day_earlier(case, extra):
    clock, holidays = case
    kept = [holiday for holiday in holidays if holiday.day != extra]

    before = deadlines.due_on(clock, WorkCalendar(kept))
    after = deadlines.due_on(clock, WorkCalendar([*kept, Holiday(extra, "Baru", "local")]))

    assert (before or date.max) <= (after or date.max)


@given(cases, st.integers(0, 60))
def test_the_explanation_agrees_with_the_count(case, later):
    clock, holidays = case
    calendar = WorkCalendar(holidays)
    due = deadlines.due_on(clock, calendar)
    until = (due or date(2026, 5, 1)) + timedelta(days=later)

    lines = deadlines.explain(clock, calendar, until)

    assert [line.date for line in lines if line.kind == "due"] == ([due] if due else [])
    assert [line.date for line in lines] == [lines[0].date + timedelta(days=n) for n in range(len(lines))]
    last = [line.number for line in lines if line.number is not None][-1]
    assert last == deadlines.used_days(clock, calendar, until)
