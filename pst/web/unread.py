"""News that somebody of the office has not opened yet."""

from flask_login import current_user

from pst import clock
from pst.actions import handovers


def opened(noun: str, key: str) -> None:
    """This case is on the screen now: what was told of it is read."""
    if current_user.unread:
        current_user.unread -= handovers.mark_read(current_user, noun, key, clock.now())
