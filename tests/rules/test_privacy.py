"""Contact data in lists is enough to recognise, not enough to use."""

from datetime import datetime, timedelta

import pytest

from pst.rules.privacy import hours_left, mask_email, mask_phone


@pytest.mark.parametrize(
    ("address", "shown"),
    [("ratna@contoh.go.id", "rat•••@contoh.go.id"), ("ab@c.id", "a•••@c.id"), ("a@c.id", "•••@c.id"), ("", "•••")],
)
def test_an_address_keeps_its_beginning_and_domain(address, shown):
    assert mask_email(address) == shown


@pytest.mark.parametrize(("phone", "shown"), [("0812-3456-7890", "•••7890"), ("12345", "•••"), ("-", "•••")])
def test_a_phone_number_keeps_its_last_four_digits(phone, shown):
    assert mask_phone(phone) == shown


@pytest.mark.parametrize(
    ("hours", "number", "tone"), [(0, 72, "warning"), (49, 23, "danger"), (72, 0, "danger"), (75, 3, "danger")]
)
def test_three_times_twenty_four_hours_run_by_the_hour(hours, number, tone):
    since = datetime(2026, 11, 23, 2)  # Senin

    left = hours_left(since, since + timedelta(hours=hours))

    assert (left.number, left.tone) == (number, tone)
