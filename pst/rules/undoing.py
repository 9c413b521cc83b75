"""For how long a mistake is taken back at the press of a button: a dropped remark, an ended visit, a message sent.

The mail that a message sends waits as long, so that taking the message back also takes back its mail.
"""

from datetime import datetime, timedelta

from pst.rules import wording

UNDO_WITHIN = timedelta(minutes=10)
IN_WORDS = f"{wording.number_words(UNDO_WITHIN // timedelta(minutes=1))} menit"
WITHDRAWN = "Pesan ini ditarik petugas."
"""What stands where a message was; that there was one stays known."""


def may_undo(done_at: datetime | None, at: datetime) -> bool:
    """It was done a moment ago."""
    return done_at is not None and at - done_at <= UNDO_WITHIN
