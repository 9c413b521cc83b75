"""Until when a recommendation counts, and what a letter is on a day."""

from datetime import date
from typing import Any

from pst.rules.months import months_after

EXPIRED = "expired"
STATES = {
    "waiting": "Menunggu tanda tangan",
    "issued": "Berlaku",
    EXPIRED: "Kedaluwarsa",
    "replaced": "Diganti",
    "revoked": "Dicabut",
    "void": "Batal sebelum ditandatangani",
}
"""States of a numbered letter, as people read them; `expired` follows from the day and is stored nowhere."""
TONES = {
    "waiting": "info",
    "issued": "success",
    EXPIRED: "warning",
    "replaced": "neutral",
    "revoked": "danger",
    "void": "neutral",
}
OUT = ("issued", "replaced", "revoked")
"""States, as they are stored, of letters that have left the house."""


def valid_until(outcome: str, issued_on: date, months: int) -> date | None:
    """The last day a recommendation counts; None for a refusal, and where the office sets no end (0)."""
    return months_after(issued_on, months) if months and outcome == "layak" else None


def state_on(letter: Any, today: date) -> str:
    """What a letter, or a row with its `state` and `valid_until`, is on this day."""
    ended = letter.state == "issued" and letter.valid_until is not None and letter.valid_until < today
    return EXPIRED if ended else str(letter.state)
