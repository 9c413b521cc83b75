"""The calendar of last days, month by month: what is due when and whose it is, also for people's own calendars."""

from collections import Counter
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions import due_days
from pst.exchange.ics import Span, write_ics
from pst.forms.base import key_in
from pst.models.accounts.users import User
from pst.models.due_days import COMPLAINT, SUBMISSION, Due, due_between
from pst.rules import wording
from pst.rules.months import months_after
from pst.rules.roles import Role
from pst.web.access import proven, public, roles
from pst.web.downloads import file_answer
from pst.web.fragments import saved
from pst.web.instance import the_calendar, the_config
from pst.web.limits import limit_misses
from pst.web.navigation import work_trail
from pst.web.querying import month_asked

blueprint = Blueprint("due_days", __name__, url_prefix="/petugas")
office_only = roles(Role.OFFICER, Role.HEAD)
BEHIND, AHEAD = timedelta(days=31), timedelta(days=365)
"""What is taken into one's own calendar: what is late too, and all that is known of a year."""
PAGES = {SUBMISSION: "review.show", COMPLAINT: "complaint_case.show"}
WORDS = {SUBMISSION: "Permohonan", COMPLAINT: "Pengaduan"}


class Day(NamedTuple):
    """A day on which something is due; `closed` says why the office rests on it, or nothing."""

    day: date
    words: str
    mark: tuple[str, str] | None
    """(word, tone) where it is today or over."""
    closed: str
    lines: list[tuple[str, str, Due]]
    """(word of the service, address, what is due)."""


@blueprint.get("/kalender")
@office_only
def index() -> str:
    """One month."""
    today = clock.today()
    first = month_asked()
    following, before = months_after(first, 1), months_after(first, -1)
    officer = key_in(request.args.get("petugas"))
    found = due_between(current_user, first, following - timedelta(days=1), officer)
    return render_template(
        "due_days/index.html",
        month=wording.month_year(first),
        days=[_day(day, list(due), today) for day, due in groupby(found, key=lambda each: each.day)],
        months=[(f"{each:%Y-%m}", wording.month_year(each)) for each in (before, first, following)],
        first=f"{first:%Y-%m}",
        officers=User.officer_names(),
        officer=officer,
        total=len(found),
        loads=Counter(due.officer or "belum ada petugas" for due in found).most_common(),
        before=url_for(".index", bulan=f"{before:%Y-%m}", petugas=officer),
        following=url_for(".index", bulan=f"{following:%Y-%m}", petugas=officer),
        breadcrumbs=work_trail(("Kalender batas waktu", "")),
    )


@blueprint.get("/kalender.ics")
@office_only
def as_file() -> Response:
    """What is due of one's own, for one's own calendar."""
    return _calendar_of(current_user)


@blueprint.post("/kalender/langganan")
@office_only
@proven
def subscribe() -> str:
    """A new address for calendar programs, shown this once; the one before is over."""
    token = due_days.subscribe(current_user._get_current_object(), clock.now())
    address = the_config().site + url_for(".subscribed", token=token)
    return render_template("due_days/subscribed.html", address=address)


@blueprint.post("/kalender/langganan/cabut")
@office_only
def unsubscribe() -> Response:
    due_days.unsubscribe(current_user._get_current_object(), clock.now())
    return saved(url_for("accounts.account", _anchor="calendar"), "Alamat kalender dicabut.")


@blueprint.get("/kalender/<token>.ics")
@public
@limit_misses
def subscribed(token: str) -> Response:
    """The same for a calendar program, which cannot sign in: the address is the key."""
    return _calendar_of(due_days.subscriber(token) or abort(404))


def _calendar_of(user: User) -> Response:
    """Numbers alone: calendars are read by others too."""
    today = clock.today()
    found = due_between(user, today - BEHIND, today + AHEAD, user.id)
    spans = [Span(f"{due.number}@pst", f"Batas waktu {due.number}", due.day, due.day) for due in found]
    return file_answer(write_ics(spans, clock.now()), "text/calendar", "batas-waktu.ics")


def _page(due: Due) -> str:
    return url_for(PAGES[due.noun], number=due.number)


def _day(day: date, found: list[Due], today: date) -> Day:
    lines = [(WORDS[due.noun], _page(due), due) for due in found]
    mark = ("Hari ini", "info") if day == today else ("Lewat", "danger") if day < today else None
    return Day(day, wording.weekday_date(day), mark, the_calendar().why_closed(day) or "", lines)
