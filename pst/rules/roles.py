"""Who people are in the service: published standard, steps 1–22."""

from enum import StrEnum


class Role(StrEnum):
    """One of the hats a person wears; an account may wear several."""

    APPLICANT = "applicant"
    OFFICER = "officer"
    HEAD = "head"
    ADMIN = "admin"
    INITIALLER = "initialler"
    """Whose initials a draft waits for now; worn towards that case only."""
    SYSTEM = "system"
    """The minute job; no account ever carries it."""


STAFF = frozenset({Role.OFFICER, Role.HEAD, Role.ADMIN})
"""Roles that work inside the office."""

ACCOUNT_ROLES = (Role.APPLICANT, Role.OFFICER, Role.HEAD, Role.ADMIN)
"""Roles an administrator may give."""
