"""Jinja filters: moments, days and numbers as people read them."""

from datetime import date, datetime, timedelta
from typing import Any

from flask import Flask

from pst import clock
from pst.rules import dates, privacy, wording
from pst.rules.letters import validity
from pst.rules.review import labels


def register(app: Flask) -> None:
    """Hand templates the words of `rules/wording.py`."""
    app.add_template_filter(day, "day")
    app.add_template_filter(moment, "moment")
    app.add_template_filter(hour, "hour")
    app.add_template_filter(wording.number, "number")
    app.add_template_filter(file_size, "file_size")
    app.add_template_filter(minutes, "minutes")
    app.add_template_filter(privacy.mask_email, "mask_email")
    app.add_template_filter(privacy.mask_phone, "mask_phone")
    app.add_template_filter(labels.status_label, "status_label")
    app.add_template_filter(labels.status_tone, "status_tone")
    app.add_template_filter(labels.standing, "standing")
    app.add_template_filter(letter_state, "letter_state")
    app.add_template_test(over, "over")
    app.add_template_filter(labels.method_label, "method_label")
    app.add_template_filter(labels.outcome_label, "outcome_label")
    app.add_template_filter(labels.role_label, "role_label")
    app.add_template_filter(labels.verb_label, "verb_label")
    app.add_template_filter(labels.look_label, "look_label")
    app.add_template_filter(wording.weekday_date, "weekday_date")
    app.add_template_filter(dates.written, "written_day")
    app.add_template_filter(dates.echo, "day_echo")


def day(value: date | datetime | None) -> str:
    """22 November 2026; a stored moment is first turned into the office's day."""
    if value is None:
        return "–"
    return wording.long_date(clock.local(value).date() if isinstance(value, datetime) else value)


def moment(value: datetime | None) -> str:
    """22 November 2026 pukul 09.00 WIB, from naive UTC."""
    return wording.long_moment(clock.local(value)) if value else "–"


def letter_state(letter: Any) -> tuple[str, str]:
    """The word and the tone of what a numbered letter is today."""
    state = validity.state_on(letter, clock.today())
    return validity.STATES[state], validity.TONES[state]


def over(last: date | None) -> bool:
    """A recommendation that counted until this day counts no longer."""
    return validity.is_over(last, clock.today())


def hour(value: datetime | None) -> str:
    """09.00 WIB, from naive UTC."""
    return wording.clock_time(clock.local(value)) if value else "–"


def file_size(octets: int) -> str:
    """1,4 MB"""
    if octets < 1_000_000:
        return f"{wording.number(max(1, round(octets / 1000)))} kB"
    return f"{wording.number(round(octets / 1_000_000, 1))} MB"


def minutes(value: timedelta | None) -> str:
    """12 menit, rounded; a dash where nothing was measured."""
    return f"{wording.number(round(value.total_seconds() / 60))} menit" if value is not None else "–"
