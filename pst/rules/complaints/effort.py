"""A small effort asked of whoever files a complaint, so that a machine cannot file thousands.

A browser with script searches for a number (a second or so); without script a person waits a little. Nobody is
asked to recognise pictures, and nothing leaves the house.
"""

import hashlib
from datetime import datetime, timedelta

CHALLENGE_LIFE = timedelta(hours=24)
"""How long a form may stay open before it is given a new challenge."""


def is_solved(challenge: str, solution: str, bits: int) -> bool:
    """SHA-256 of "challenge:solution" begins with so many zero bits."""
    if not (solution.isascii() and solution.isdecimal() and len(solution) <= 12):
        return False
    digest = hashlib.sha256(f"{challenge}:{solution}".encode()).digest()
    return int.from_bytes(digest) >> (256 - bits) == 0


def wait_left(issued: datetime, at: datetime, seconds: int) -> int:
    """How many seconds somebody without script still has to wait; 0 when the form is taken."""
    return max(0, seconds - int((at - issued).total_seconds()))
