"""A month at the desk in numbers: who came, for what, how long it took, how it was rated."""

from datetime import date

from flask import Blueprint, render_template, url_for

from pst import clock
from pst.models.satisfaction import Rating
from pst.models.tickets import Ticket
from pst.models.visits import Visit
from pst.rules import wording
from pst.rules.roles import Role
from pst.rules.satisfaction import summary_of
from pst.rules.tickets import SERVICE_LABELS, SERVICES, TicketState
from pst.rules.visits import CHANNELS, OPTION_LABELS, month_of
from pst.rules.waiting import Times, times_of
from pst.views.access import roles
from pst.views.querying import number_of

blueprint = Blueprint("guest_report", __name__, url_prefix="/petugas/tamu/laporan")
desk = roles(Role.OFFICER, Role.HEAD)

COUNTED = (
    ("service", "Layanan"), ("sex", "Jenis kelamin"), ("age", "Kelompok umur"), ("education", "Pendidikan"),
    ("occupation", "Pekerjaan"), ("institution_kind", "Jenis instansi"), ("use", "Pemanfaatan"), ("channel", "Asal isian"),
)  # fmt: skip
UNSAID = "Tidak disebutkan"


@blueprint.get("")
@desk
def show() -> str:
    """The month asked for, this one without being asked."""
    first, last = month_of(_asked_day())
    return render_template(
        "guests/report.html",
        month=wording.month_year(first), first=first, total=sum(Visit.by_day(first, last).values()),
        days=_days(first, last), counted=_counted(first, last),
        institutions=_named(Visit.counts(first, last, "institution")[:12]),
        purposes=_named(Visit.purposes(first, last)),
        times=_times(first, last), rating=summary_of(value for _, value in Rating.given(first, last)),
        comments=Rating.comments(first, last), service_labels=SERVICE_LABELS, missed=_missed(first, last),
        earlier=_month_url(first, -1), later=_month_url(first, 1) if last < clock.today() else "", wide=True,
        breadcrumbs=[
            ("Pekerjaan", url_for("worklist.desk")), ("Buku tamu", url_for("guests.index")), ("Laporan", ""),
        ],
    )  # fmt: skip


def _asked_day() -> date:
    today, year, month = clock.today(), number_of("tahun"), number_of("bulan")
    if year is None or month is None or not (2000 <= year <= 2200 and 1 <= month <= 12):
        return today
    return date(year, month, 1)


def _counted(first: date, last: date) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """(code, heading, rows) of everything that is counted; options in the order they are asked."""
    return [
        (code, heading, _in_order(code, dict(Visit.counts(first, last, code)))) for code, heading in COUNTED
    ]


def _in_order(code: str, counts: dict[str, int]) -> list[tuple[str, int]]:
    options = CHANNELS if code == "channel" else OPTION_LABELS[code]
    rows = [(label, counts[value]) for value, label in options.items() if counts.get(value)]
    return [*rows, (UNSAID, counts[""])] if counts.get("") else rows


def _named(rows: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(name or UNSAID, count) for name, count in rows]


def _days(first: date, last: date) -> list[tuple[str, int]]:
    return [(wording.short_date(day), count) for day, count in sorted(Visit.by_day(first, last).items())]


def _times(first: date, last: date) -> list[tuple[str, Times, Times]]:
    """(service, waiting, serving) in minutes, all services together last."""
    letters = [(service.label, service.letter) for service in SERVICES]
    rows = [
        (
            label,
            times_of(Ticket.waiting_times(first, last, letter)),
            times_of(Ticket.serving_times(first, last, letter)),
        )
        for label, letter in [*letters, ("Semua layanan", "")]
    ]
    return [row for row in rows if row[1].count or row[2].count]


def _missed(first: date, last: date) -> int:
    return sum(state == TicketState.NO_SHOW for _, state in Ticket.states(first, last))


def _month_url(first: date, step: int) -> str:
    place = first.year * 12 + first.month - 1 + step
    return url_for(".show", tahun=place // 12, bulan=place % 12 + 1)
