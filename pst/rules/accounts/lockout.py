"""How long whoever guesses must wait: nothing for the first slips, then longer with every further one."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Patience:
    """After `free` failures each further one doubles the wait, from `first` up to `longest`.

    After a day without a failure everything is forgotten.
    """

    free: int
    first: timedelta = timedelta(minutes=1)
    longest: timedelta = timedelta(minutes=30)
    forgotten_after: timedelta = timedelta(days=1)

    def wait(self, failures: int) -> timedelta:
        """How long after the last of so many failures the next try is heard."""
        if failures < self.free:
            return timedelta()
        doubled: int = min(failures - self.free, 20)  # beyond that the longest wait has long been reached
        return min(self.first * (1 << doubled), self.longest)

    def open_again(self, failures: int, last: datetime) -> datetime:
        """From when on the next try is heard."""
        return last + self.wait(failures)


BY_ACCOUNT = Patience(free=5)
"""Sign-in to one account, from one address or from one device that it knows."""

BY_STRANGERS = Patience(free=50)
"""Sign-in to one account from all devices that it does not know; its own are never shut out by them."""

BY_ADDRESS = Patience(free=60, longest=timedelta(minutes=15))
"""Sign-in from one network address; a whole office stands behind one, so it may slip more often."""

BY_MAILBOX = Patience(free=3, first=timedelta(minutes=5), longest=timedelta(hours=6))
"""Mails asked for one mailbox by one asker, so that nobody's mailbox is flooded from here."""

BY_ALL_ASKERS = Patience(free=12, first=timedelta(minutes=5), longest=timedelta(hours=6))
"""The same from all addresses; a device that the mailbox's owner has used is heard all the same."""

ONCE_A_DAY = Patience(free=1, first=timedelta(days=1), longest=timedelta(days=1))
"""What nobody needs to be told more often."""

BY_GUEST = Patience(free=3, first=timedelta(minutes=15), longest=timedelta(hours=12))
"""Birth months tried for one phone number at the guest book: there are only twelve."""

BY_GUEST_DEVICE = Patience(free=10, longest=timedelta(minutes=15))
"""The same at one kiosk, whatever the number; everybody uses it, and who is not recognised can sign anew."""

BY_PAIRING = Patience(free=5)
"""Codes that pair a kiosk, tried from one network address."""
