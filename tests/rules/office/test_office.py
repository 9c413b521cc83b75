"""The office's settings: every one declared, typed, and with a default that works."""

from datetime import time

from pst.rules.office.office import GROUPS, SETTINGS, of_group, office_of
from pst.rules.submissions.deadlines import ClockRule


def test_without_any_stored_setting_the_published_standard_holds():
    office = office_of({})

    assert office.clock_rule == ClockRule(
        days=14, on_revision="pause_resume", starts_on="declared_complete", closing=time(15, 30)
    )


def test_a_stored_setting_wins_over_the_default():
    office = office_of({"promise_days": 10, "closing_time": "16.00"})

    assert (office.clock_rule.days, office.closing) == (10, time(16, 0))


def test_settings_of_kind_lines_are_read_as_items():
    office = office_of({"letter_copies": "Bupati\n\n  Arsip \n"})

    assert office.lines("letter_copies") == ("Bupati", "Arsip")


def test_every_setting_stands_in_a_group_that_has_a_name():
    assert {item.group for item in SETTINGS.values()} == set(GROUPS)
    assert sorted(item.code for group in GROUPS for item in of_group(group)) == sorted(SETTINGS)
    assert [item.code for item in of_group("form")][-2:] == ["backup_daily", "backups_kept"]


def test_what_a_change_does_to_running_cases_is_said_where_it_matters():
    assert [code for code, group in GROUPS.items() if group.note] == ["clock", "letter", "access"]


def test_reminder_days_are_read_from_the_list():
    assert office_of({"silence_reminders": "30; 60, 80"}).reminder_days == (30, 60, 80)
