"""How much of a person is shown: only as much as the work at hand needs (UU 27/2022, Pasal 16)."""

NOTICE_VERSION = "2026-11"
"""Version of the privacy notice people saw; stored with what they gave."""


def mask_email(address: str) -> str:
    """rat•••@contoh.go.id: enough to recognise, not enough to write to."""
    name, at, domain = address.partition("@")
    return f"{name[: min(3, len(name) - 1)]}•••{at}{domain}" if at else "•••"


def mask_phone(phone: str) -> str:
    """•••6789: the last four digits."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return f"•••{digits[-4:]}" if len(digits) > 5 else "•••"
