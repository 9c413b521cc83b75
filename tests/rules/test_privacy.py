"""Contact data in lists is enough to recognise, not enough to use."""

import pytest

from pst.rules.privacy import mask_email, mask_phone


@pytest.mark.parametrize(
    ("address", "shown"),
    [("ratna@contoh.go.id", "rat•••@contoh.go.id"), ("ab@c.id", "a•••@c.id"), ("a@c.id", "•••@c.id"), ("", "•••")],
)
def test_an_address_keeps_its_beginning_and_domain(address, shown):
    assert mask_email(address) == shown


@pytest.mark.parametrize(("phone", "shown"), [("0812-3456-7890", "•••7890"), ("12345", "•••"), ("-", "•••")])
def test_a_phone_number_keeps_its_last_four_digits(phone, shown):
    assert mask_phone(phone) == shown
