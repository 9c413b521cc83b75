"""The clock made plain, day by day and in sentences."""

from datetime import date, datetime, time

import pytest

from pst.rules.calendar import Holiday, WorkCalendar
from pst.rules.submissions.counting import Clock, ClockRefused, ClockRule, Pause
from pst.rules.submissions.explaining import DayLine, counting_in_words, due_table, explain, rule_in_words

CHRISTMAS = WorkCalendar(
    [
        Holiday(date(2026, 12, 24), "Natal", "collective"),
        Holiday(date(2026, 12, 25), "Natal", "national"),
        Holiday(date(2026, 12, 27), "Layanan Minggu", "override", closed=False),
    ]
)


def dec(day: int) -> date:
    return date(2026, 12, day)


def test_every_day_says_what_it_counts_as_and_why():
    clock = Clock(
        ClockRule(days=3),
        datetime(2026, 12, 21, 16, 0),  # Senin sore
        (Pause(dec(22), dec(23), "Menunggu perbaikan"),),  # Selasa–Rabu
    )

    assert explain(clock, CHRISTMAS, dec(30)) == [
        DayLine(dec(22), "start", 0, "Hari ke-0: diterima Senin, 21 Desember 2026 (setelah pukul 15.30 WIB)"),
        DayLine(dec(23), "paused", None, "Menunggu perbaikan"),
        DayLine(dec(24), "holiday", None, "Cuti bersama Natal"),
        DayLine(dec(25), "holiday", None, "Natal"),
        DayLine(dec(26), "weekend", None, "Sabtu"),
        DayLine(dec(27), "working", 1, "Hari ke-1 (Layanan Minggu)"),
        DayLine(dec(28), "working", 2, "Hari ke-2"),
        DayLine(dec(29), "due", 3, "Hari ke-3: batas waktu"),
        DayLine(dec(30), "late", 4, "Terlambat 1 hari kerja"),
    ]


def test_a_start_on_a_day_off_names_the_day_off():
    on_saturday = Clock(ClockRule(), datetime(2026, 12, 19, 9, 0))

    assert explain(on_saturday, CHRISTMAS, dec(21)) == [
        DayLine(dec(21), "start", 0, "Hari ke-0: diterima Sabtu, 19 Desember 2026 (Sabtu)")
    ]


def test_a_new_count_is_shown_as_a_new_start():
    clock = Clock(
        ClockRule(days=2, on_revision="restart_on_revision"),
        datetime(2026, 12, 7, 9, 0),  # Senin
        (Pause(dec(8), dec(9), "Menunggu"),),  # Selasa–Rabu
    )

    assert [(line.date.day, line.kind, line.number) for line in explain(clock, CHRISTMAS, dec(11))] == [
        (7, "start", 0),
        (8, "working", 1),
        (9, "start", 0),
        (10, "working", 1),
        (11, "due", 2),
    ]


def test_days_before_a_new_count_are_never_called_late():
    clock = Clock(
        ClockRule(days=1, on_revision="restart_on_revision"),
        datetime(2026, 12, 7, 9, 0),  # Senin
        (Pause(dec(9), dec(10), "Menunggu"),),  # Rabu–Kamis
    )

    assert [line.kind for line in explain(clock, CHRISTMAS, dec(11))] == ["start", "working", "working", "start", "due"]


def test_the_explanation_ends_where_the_clock_stopped():
    clock = Clock(ClockRule(), datetime(2026, 12, 7, 9, 0), stopped=dec(9))  # Senin; Rabu

    assert [line.date for line in explain(clock, CHRISTMAS, dec(31))] == [dec(7), dec(8), dec(9)]


def test_the_table_of_a_start_ends_on_its_last_day():
    plain = due_table(dec(14), 2, CHRISTMAS)  # Senin
    waited = due_table(dec(14), 2, CHRISTMAS, [(dec(14), dec(15)), (dec(16), dec(17))])

    assert (plain[0].date, plain[-1]) == (dec(14), DayLine(dec(16), "due", 2, "Hari ke-2: batas waktu"))
    assert [line.kind for line in waited] == ["start", "paused", "working", "paused", "due"]


@pytest.mark.parametrize(("days", "pause"), [(0, (dec(14), dec(15))), (14, (dec(15), dec(14)))])
def test_a_table_of_nonsense_is_refused(days, pause):
    with pytest.raises(ClockRefused):
        due_table(dec(14), days, CHRISTMAS, [pause])


def test_the_rule_in_words():
    assert rule_in_words(ClockRule()) == (
        "Jangka waktu layanan 14 (empat belas) hari kerja, dihitung sejak permohonan dinyatakan lengkap. "
        "Selama menunggu perbaikan dari pemohon, hitungan berhenti, lalu dilanjutkan setelah perbaikan diterima."
    )
    assert rule_in_words(ClockRule(days=30, on_revision="no_pause", starts_on="submitted")) == (
        "Jangka waktu layanan 30 (tiga puluh) hari kerja, dihitung sejak permohonan dikirim. "
        "Hitungan tetap berjalan selama menunggu perbaikan dari pemohon."
    )
    assert rule_in_words(ClockRule(on_revision="restart_on_revision")).endswith(
        "Setelah perbaikan dari pemohon diterima, hitungan dimulai lagi dari awal."
    )


def test_the_counting_in_words_names_the_closing_hour():
    assert counting_in_words(ClockRule(closing=time(15, 0))).startswith(
        "Hari mulai adalah hari ke-0; yang diterima setelah pukul 15.00 WIB atau di luar hari kerja"
    )
