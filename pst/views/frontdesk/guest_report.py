"""A month at the desk in numbers: who came, for what, how long it took, how it was rated."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from flask import Blueprint, Response, render_template, url_for

from pst import clock
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.rules import wording
from pst.rules.frontdesk.satisfaction import summary_of
from pst.rules.frontdesk.tickets import SERVICE_LABELS, SERVICES, TicketState
from pst.rules.frontdesk.visits import CHANNELS, OPTION_LABELS
from pst.rules.frontdesk.waiting import Times, times_of
from pst.rules.months import month_of, months_after
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.downloads import xlsx_answer
from pst.web.navigation import work_trail
from pst.web.querying import number_of

blueprint = Blueprint("guest_report", __name__, url_prefix="/petugas/tamu")
desk = roles(Role.OFFICER, Role.HEAD)

COUNTED = (
    ("service", "Layanan"),
    ("sex", "Jenis kelamin"),
    ("age", "Kelompok umur"),
    ("education", "Pendidikan"),
    ("occupation", "Pekerjaan"),
    ("institution_kind", "Jenis instansi"),
    ("use", "Pemanfaatan"),
    ("channel", "Asal isian"),
)
UNSAID = "Tidak disebutkan"
TOP = 12
MONTHS = 12
"""Months of the line at the head of the report, this one included."""
HEADER = ("Bagian", "Uraian", "Angka")


@blueprint.get("/laporan")
@desk
def show() -> str:
    """The month asked for, this one without being asked."""
    first, last = month_of(_asked_day())
    return render_template(
        "frontdesk/guests/report.html",
        **_numbers(first, last),
        first=first,
        service_labels=SERVICE_LABELS,
        earlier=_month_url(first, -1),
        later=_month_url(first, 1) if last < clock.today() else "",
        xlsx=url_for(".as_xlsx", tahun=first.year, bulan=first.month),
        wide=True,
        breadcrumbs=work_trail(("Buku tamu", url_for("guests.index")), ("Laporan", "")),
    )


@blueprint.get("/laporan.xlsx")
@desk
def as_xlsx() -> Response:
    """The same numbers as a workbook; comments, which people wrote freely, stay on the page."""
    first, last = month_of(_asked_day())
    name = f"laporan-kunjungan-{first:%Y-%m}.xlsx"
    return xlsx_answer(f"Kunjungan {first:%Y-%m}", HEADER, _rows(_numbers(first, last)), name)


def _numbers(first: date, last: date) -> dict[str, Any]:
    by_day = Visit.by_day(first, last)
    return {
        "month": wording.month_year(first),
        "total": sum(by_day.values()),
        "months": _months(first, last),
        "days": [(wording.short_date(day), count) for day, count in sorted(by_day.items())],
        "counted": _counted(first, last),
        "institutions": _named(Visit.counts(first, last, "institution")[:TOP]),
        "purposes": _named(Visit.purposes(first, last, TOP)),
        "times": _times(first, last),
        "rating": summary_of(value for _, value in Rating.given(first, last)),
        "comments": Rating.comments(first, last),
        "missed": sum(state == TicketState.NO_SHOW for _, state in Ticket.states(first, last)),
    }


def _rows(numbers: dict[str, Any]) -> Iterator[tuple[str, str, float | None]]:
    """Every number of the report, one a row."""
    yield "Jumlah", "Kunjungan", numbers["total"]
    yield "Jumlah", "Tidak hadir saat dipanggil", numbers["missed"]
    for label, waiting, serving in numbers["times"]:
        for what, times in (("menunggu", waiting), ("dilayani", serving)):
            yield f"Waktu {what} (menit)", f"{label}: banyaknya", times.count
            yield f"Waktu {what} (menit)", f"{label}: median", times.median
            yield f"Waktu {what} (menit)", f"{label}: persentil 90", times.p90
    lists = [(heading, rows) for _, heading, rows in numbers["counted"]]
    lists += [("Instansi", numbers["institutions"]), ("Keperluan", numbers["purposes"]), ("Hari", numbers["days"])]
    lists += [("Penilaian", numbers["rating"].counts)]
    for heading, rows in lists:
        for label, count in rows:
            yield heading, label, count
    yield "Penilaian", "Nilai rata-rata dari 4", numbers["rating"].mean


def _asked_day() -> date:
    today, year, month = clock.today(), number_of("tahun"), number_of("bulan")
    if year is None or month is None or not (2000 <= year <= 2200 and 1 <= month <= 12):
        return today
    return date(year, month, 1)


def _counted(first: date, last: date) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """(code, heading, rows) of everything that is counted; options in the order they are asked."""
    return [(code, heading, _in_order(code, dict(Visit.counts(first, last, code)))) for code, heading in COUNTED]


def _in_order(code: str, counts: dict[str, int]) -> list[tuple[str, int]]:
    options = CHANNELS if code == "channel" else OPTION_LABELS[code]
    rows = [(label, counts[value]) for value, label in options.items() if counts.get(value)]
    return [*rows, (UNSAID, counts[""])] if counts.get("") else rows


def _named(rows: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(name or UNSAID, count) for name, count in rows]


def _months(first: date, last: date) -> list[tuple[str, int]]:
    """Visits of the twelve months up to this one, also of those without any."""
    begins = [months_after(first, step) for step in range(1 - MONTHS, 1)]
    counts: Counter[date] = Counter()
    for day, count in Visit.by_day(begins[0], last).items():
        counts[day.replace(day=1)] += count
    return [(wording.month(begin.month)[:3], counts[begin]) for begin in begins]


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


def _month_url(first: date, step: int) -> str:
    other = months_after(first, step)
    return url_for(".show", tahun=other.year, bulan=other.month)
