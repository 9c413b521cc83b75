"""The clock made plain: every day with its number and its reason, and the rule in whole sentences."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

from pst.rules.calendar import WorkCalendar
from pst.rules.submissions.counting import Clock, ClockRule, Count, Pause, day_zero, stretches
from pst.rules.wording import clock_time, spelled_count, weekday_date

LineKind = Literal["start", "working", "weekend", "holiday", "paused", "due", "late"]


class DayLine(NamedTuple):
    """One day of the explanation: `number` is its place in the count, None where the day does not count."""

    date: date
    kind: LineKind
    number: int | None
    why: str


def explain(clock: Clock, calendar: WorkCalendar, until: date) -> list[DayLine]:
    """Every day from day 0 to `until` (or to the day the clock stopped), what it counts as, and why.

    The line of kind "due" is the day that `deadlines.due_on` names. Where the count starts anew at each
    correction, "start" comes once for each.
    """
    count, first = Count.of(clock, calendar), day_zero(clock, calendar)
    number, lines = 0, []
    for offset in range((clock.until(until) - first).days + 1):
        day = first + timedelta(days=offset)
        if day in count.starts:
            number = 0
            lines.append(DayLine(day, "start", 0, _why_start(day, clock, calendar)))
        elif closed := calendar.why_closed(day):
            lines.append(DayLine(day, "holiday" if calendar.holiday(day) else "weekend", None, closed))
        elif count.is_paused(day):
            lines.append(DayLine(day, "paused", None, _why_paused(day, clock, calendar)))
        else:
            number += 1
            lines.append(_counted(day, number, count))
    return lines


def due_table(
    start: date, days: int, calendar: WorkCalendar, pauses: Iterable[tuple[date, date]] = ()
) -> list[DayLine]:
    """The explanation from day 0 to the last day, which is its last line.

    For a start within service hours, finished pauses (from, to), and a clock that pauses and resumes.
    Raises `ClockRefused` for days that nobody promises and a pause that ends before it begins.
    """
    waits = tuple(Pause(begin, end, "Menunggu perbaikan dari pemohon") for begin, end in pauses)
    clock = Clock(ClockRule(days=days), datetime.combine(start, time.min), waits)
    last = Count.of(clock, calendar).due()
    assert last is not None
    return explain(clock, calendar, last)


def what_is_not_known(lines: Sequence[DayLine], calendar: WorkCalendar) -> str:
    """That the holidays of a counted year are not decreed yet; empty when they all are."""
    years = calendar.unknown_years(lines[0].date, lines[-1].date)
    if not years:
        return ""
    return f"Hari libur tahun {' dan '.join(map(str, years))} belum ditetapkan, jadi hitungan ini dapat berubah."


def rule_in_words(rule: ClockRule) -> str:
    """What the office promises, as receipts and pages print it."""
    begins = {"declared_complete": "sejak permohonan dinyatakan lengkap", "submitted": "sejak permohonan dikirim"}
    waiting = {
        "pause_resume": "Selama menunggu perbaikan dari pemohon, hitungan berhenti, lalu dilanjutkan setelah "
        "perbaikan diterima.",
        "restart_on_revision": "Setelah perbaikan dari pemohon diterima, hitungan dimulai lagi dari awal.",
        "no_pause": "Hitungan tetap berjalan selama menunggu perbaikan dari pemohon.",
    }
    promise = f"Jangka waktu layanan {spelled_count(rule.days, 'hari kerja')}, dihitung {begins[rule.starts_on]}."
    return f"{promise} {waiting[rule.on_revision]}"


def counting_in_words(rule: ClockRule) -> str:
    """How the days are counted, as receipts and pages print it."""
    return (
        f"Hari mulai adalah hari ke-0; yang diterima setelah pukul {clock_time(rule.closing)} atau di luar "
        "hari kerja dihitung mulai hari kerja berikutnya. Sabtu, Minggu, libur nasional, dan cuti bersama "
        "tidak dihitung. Batas waktu adalah akhir jam pelayanan pada hari terakhir."
    )


def _counted(day: date, number: int, count: Count) -> DayLine:
    """A day that counts, up to `number`; what came before the present count began is neither due nor late."""
    if day < count.zero or number < count.days:
        opened = count.calendar.holiday(day)
        return DayLine(day, "working", number, f"Hari ke-{number}" + (f" ({opened.name})" if opened else ""))
    if number == count.days:
        return DayLine(day, "due", number, f"Hari ke-{number}: batas waktu")
    return DayLine(day, "late", number, f"Terlambat {number - count.days} hari kerja")


def _why_start(day: date, clock: Clock, calendar: WorkCalendar) -> str:
    if day != day_zero(clock, calendar):
        return "Hari ke-0: perbaikan diterima, hitungan dimulai lagi"
    begun = clock.started.date()
    if day == begun:
        return "Hari ke-0: hitungan dimulai"
    reason = calendar.why_closed(begun) or f"setelah pukul {clock_time(clock.rule.closing)}"
    return f"Hari ke-0: diterima {weekday_date(begun)} ({reason})"


def _why_paused(day: date, clock: Clock, calendar: WorkCalendar) -> str:
    """The reason of the first pause that this day lies in."""
    inside = (
        pause.why
        for pause in clock.pauses
        if any(start < day <= end for start, end in stretches((pause,), clock, calendar))
    )
    return next(inside)
