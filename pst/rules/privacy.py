"""How much of a person is shown: only as much as the work at hand needs (UU 27/2022, Pasal 16)."""

from datetime import datetime, timedelta

from pst.rules.time_left import Badge

SOON_HOURS = 24
NOTICE_VERSION = "2026-11-29"
"""Version of the privacy notice people saw; stored with what they gave. Owners of accounts read a new one."""


NOTICE_TIME = timedelta(hours=72)
"""3 × 24 hours, in which whoever asks about own data is answered and whoever is hit by a breach is told (UU 27/2022,
Pasal 30, 32 and 46)."""


def hours_left(since: datetime, at: datetime) -> Badge:
    """How much of the 3 × 24 hours is left."""
    left = (since + NOTICE_TIME - at) // timedelta(hours=1)
    if left < 0:
        return Badge(-left, "jam terlambat", "danger")
    return Badge(left, "jam lagi", "danger" if left < SOON_HOURS else "warning")


def mask_email(address: str) -> str:
    """rat•••@contoh.go.id: enough to recognise, not enough to write to."""
    name, at, domain = address.partition("@")
    return f"{name[: min(3, len(name) - 1)]}•••{at}{domain}" if at else "•••"


def mask_phone(phone: str) -> str:
    """•••6789: the last four digits."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return f"•••{digits[-4:]}" if len(digits) > 5 else "•••"
