"""Who sits at the desk this week, and days with other hours."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.frontdesk import roster
from pst.forms.frontdesk.visits import SpecialHoursForm
from pst.models.accounts.users import User
from pst.models.frontdesk.roster import OnDuty, SpecialHours, timetable
from pst.rules import wording
from pst.rules.calendar import read_day
from pst.rules.frontdesk.roster import hours_in_words
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.instance import the_office
from pst.web.navigation import work_trail

blueprint = Blueprint("roster", __name__, url_prefix="/petugas/loket/jadwal")
planners = roles(Role.OFFICER)


@blueprint.get("")
@planners
def show() -> str:
    """A week of duty, and what is special about the days to come."""
    return _page(SpecialHoursForm(formdata=None)).show()


@blueprint.post("")
@planners
def plan() -> Response:
    """Keep the week as ticked."""
    day, officers = _asked_day(), {person.id for person in User.officers()}
    chosen = [
        (on, officer)
        for on in _weekdays(day)
        for officer in officers
        if f"{on}_{officer}" in request.form.getlist("jaga")
    ]
    roster.plan_week(day, chosen, current_user, clock.now())
    return saved(_url(day), "Jadwal petugas disimpan.")


@blueprint.post("/salin")
@planners
def copy() -> Response:
    """The same as last week."""
    day = _asked_day()
    roster.copy_week(day, current_user, clock.now())
    return saved(_url(day), "Jadwal minggu sebelumnya disalin.")


@blueprint.post("/jam")
@planners
def add_special() -> Response:
    """Other hours, or a closure."""
    with _page(SpecialHoursForm()) as form:
        roster.add_special(
            form.name.data,
            form.starts.data,
            form.ends.data,
            form.hours.data or "",
            form.friday.data or "",
            current_user,
            clock.now(),
        )
    return saved(url_for(".show"), "Jam khusus disimpan.")


@blueprint.post("/jam/<int:special_id>/hapus")
@planners
def drop_special(special_id: int) -> Response:
    """The usual hours hold again."""
    roster.drop_special(special_id, current_user, clock.now())
    return saved(url_for(".show"), "Jam khusus dihapus.")


def _page(form: SpecialHoursForm) -> FormPage[SpecialHoursForm]:
    return FormPage("frontdesk/counter/roster.html", form, _around)


def _around() -> dict[str, Any]:
    day, today = _asked_day(), clock.today()
    first, last = roster.week_of(day)
    table = timetable(the_office(), min(first, today))
    return {
        "week": wording.date_range(first, last),
        "days": [
            (on, wording.weekday_date(on), hours_in_words(table.hours_on(on)), table.why_closed(on))
            for on in _weekdays(day)
        ],
        "officers": [(person.id, person.name) for person in User.officers()],
        "on_duty": OnDuty.between(first, last),
        "special": [
            (row, hours_in_words(row.as_rule().hours), hours_in_words(row.as_rule().friday))
            for row in SpecialHours.from_day(today)
        ],
        "first": first,
        "earlier": _url(first - roster.WEEK),
        "later": _url(first + roster.WEEK),
        "wide": True,
        "breadcrumbs": work_trail(("Loket", url_for("counter.desk")), ("Jadwal", "")),
    }


def _asked_day() -> date:
    """A day of the week that is asked for, in a century in which there can be a roster; else today."""
    day = read_day(request.values.get("minggu"))
    return day if day and 2000 <= day.year < 2200 else clock.today()


def _weekdays(day: date) -> list[date]:
    first, _ = roster.week_of(day)
    return [first + timedelta(days=place) for place in range(5)]


def _url(day: date) -> str:
    return url_for(".show", minggu=roster.week_of(day)[0].isoformat())
