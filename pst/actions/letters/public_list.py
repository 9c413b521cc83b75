"""The list of letters that went out, as the office gives it away: what each is today, and nothing about a person."""

from datetime import date
from typing import Any, NamedTuple

from pst.clock import day_of
from pst.models.letters.letters import Letter
from pst.rules.letters.validity import state_on, told
from pst.rules.review import labels


class PublicLetter(NamedTuple):
    """One line: `told` says its state with the day it ends or ended. `sha256` is of the file that counts, and
    `text_sha256` of the one before it was signed.
    """

    number: str
    dated: date
    activity: str
    agency: str
    outcome: str
    state: str
    told: str
    valid_until: date | None
    sha256: str
    text_sha256: str


HEADS = {
    "nomor": "number",
    "tanggal": "dated",
    "kegiatan": "activity",
    "instansi": "agency",
    "hasil": "outcome",
    "keadaan": "told",
    "berlaku_sampai": "valid_until",
    "sha256": "sha256",
}
"""The columns of its table."""


def public_letters(today: date) -> list[PublicLetter]:
    """All of them, the newest first."""
    return [_told(row, today) for row in Letter.gone_out()]


def _told(row: Any, today: date) -> PublicLetter:
    state = state_on(row, today)
    ended_on = day_of(row.ended_at)
    return PublicLetter(
        number=row.number,
        dated=row.issued_on,
        activity=row.activity,
        agency=row.agency,
        outcome=labels.outcome_label(row.outcome),
        state=state,
        told=told(state, row.valid_until, ended_on, row.newer_number),
        valid_until=row.valid_until,
        sha256=row.signed_file or row.text_file,
        text_sha256=row.text_file,
    )
