"""Calendars: as the standard writes days, texts and long lines."""

from datetime import date, datetime

from pst.exchange.ics import Span, write_ics

MADE = datetime(2026, 11, 23, 2, 0)  # Senin


def test_a_span_ends_on_the_day_after_its_last():
    lines = write_ics([Span("a@pst", "Pengolahan; Analisis, tahap 1", date(2027, 1, 30), date(2027, 1, 31))], MADE)

    assert {
        "UID:a@pst",
        "DTSTAMP:20261123T020000Z",
        "DTSTART;VALUE=DATE:20270130",
        "DTEND;VALUE=DATE:20270201",
        "SUMMARY:Pengolahan\\; Analisis\\, tahap 1",
    } <= set(lines.split("\r\n"))


def test_a_long_line_goes_on_in_the_next_and_no_sign_is_cut():
    text = "Évaluasi " * 30

    written = write_ics([Span("a@pst", text, date(2027, 1, 30), date(2027, 1, 30))], MADE)

    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert f"SUMMARY:{text.strip()}\r\n" in written.replace("\r\n ", "")
