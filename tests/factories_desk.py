"""Small verbs for the front desk: a visit that was signed, a number that was called."""

from datetime import datetime, timedelta

from pst.actions.frontdesk import tickets, visits
from pst.actions.frontdesk.visits import Signed
from pst.models.accounts.users import User
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from tests.factories import WHEN, an_officer

GUEST = {
    "name": "Rahmat Tamu",
    "institution": "Dinas Kesehatan Kabupaten Mempawah",
    "phone": "0812 3456 7890",
    "email": "rahmat@contoh.test",
    "birth_month": "5",
    "sex": "l",
    "age": "35-44",
    "education": "s1",
    "occupation": "asn",
    "institution_kind": "pemda",
    "service": "K",
    "purpose": "Data penduduk miskin 2025",
    "use": "pemerintahan",
}


def a_guest(at: datetime = WHEN, **more) -> Signed:
    """Somebody signs at the kiosk and takes a number; Senin, 23 November 2026, 09.00 WIB unless told."""
    return visits.sign({**GUEST, **more}, at)


def guests(how_many: int, service: str = "K", at: datetime = WHEN, **more) -> list[Ticket]:
    """Tickets of so many visitors, a minute apart."""
    return [
        a_guest(at + timedelta(minutes=n), service=service, name=f"Tamu {n}", **more).ticket for n in range(how_many)
    ]


def a_visit(at: datetime = WHEN, **more) -> Visit:
    """The same, as the visit's page reads it."""
    return Visit.find(a_guest(at, **more).visit.number)


def served(
    ticket: Ticket, minutes: int = 10, at: datetime = WHEN, officer: User | None = None, counter: int = 1
) -> Ticket:
    """The number was called at `at`, served at once for so many minutes, and finished."""
    officer = officer or an_officer()
    tickets.call(ticket, officer, counter, at)
    tickets.take(ticket, "serve", officer, at)
    return tickets.finish(ticket, officer, "selesai", at + timedelta(minutes=minutes))
