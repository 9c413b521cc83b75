"""Until when a recommendation counts, and what a letter is on a day."""

from datetime import date
from typing import Any

from pst.rules.months import months_after
from pst.rules.wording import long_date

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
VERDICTS = {
    "waiting": "Surat ini menunggu tanda tangan",
    "void": "Surat dibatalkan sebelum ditandatangani",
    "issued": "Surat asli dan berlaku",
    EXPIRED: "Surat asli, tetapi sudah kedaluwarsa",
    "replaced": "Surat asli, tetapi sudah diganti",
    "revoked": "Surat sudah dicabut",
}
"""What is said to whoever asks whether it is genuine."""
NOTICES = {
    "waiting": (
        "warning",
        "Surat ini belum berlaku",
        "Isinya sudah disahkan dan diberi nomor, tetapi belum ditandatangani. Yang berlaku hanya surat yang bertanda "
        "tangan.",
    ),
    "issued": (
        "success",
        "Surat ini diterbitkan oleh {office}",
        "Cocokkan keterangan di bawah dengan surat yang Anda pegang.",
    ),
    EXPIRED: ("warning", "Rekomendasi ini tidak berlaku lagi", "Berlaku sampai dengan {until}."),
    "replaced": ("warning", "Jangan memakai surat ini lagi", "Diganti pada {ended} dengan surat nomor {newer}."),
    "revoked": ("danger", "Surat ini tidak berlaku lagi", "Pernah diterbitkan, lalu dicabut pada {ended}."),
    "void": (
        "danger",
        "Surat ini tidak pernah berlaku",
        "Nomornya dibatalkan pada {ended} sebelum suratnya ditandatangani.",
    ),
}
"""(tone, heading, text) of what is said first to whoever asks about a letter."""
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
    return EXPIRED if letter.state == "issued" and is_over(letter.valid_until, today) else str(letter.state)


def is_over(last: date | None, today: date) -> bool:
    """The last day on which a recommendation counts has passed; never where there is none."""
    return last is not None and last < today


def notice(state: str, **words: str) -> tuple[str, str, str]:
    """(tone, heading, text) of what is said first; `words` are office, until, ended and newer."""
    tone, heading, text = NOTICES[state]
    return tone, heading.format(**words), text.format(**words)


def told(state: str, valid_until: date | None, ended_on: date | None, newer: str | None) -> str:
    """What a letter that went out is, with the day since when or until when; `newer` is the number of the next one."""
    if ended_on:
        return f"{STATES[state]} pada {long_date(ended_on)}" + (f" dengan surat nomor {newer}" if newer else "")
    return f"{STATES[state]} (sampai {long_date(valid_until)})" if valid_until else STATES[state]
