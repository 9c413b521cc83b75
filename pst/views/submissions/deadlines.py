"""The calculator of due dates: for any day, every day until the last one and why it counts or does not."""

from typing import Any

from flask import Blueprint, Response, render_template, request

from pst import clock
from pst.forms.submissions.deadlines import DueDateForm
from pst.rules import dates
from pst.rules.submissions import deadlines
from pst.views.submissions.progress import day_of
from pst.web.access import public
from pst.web.fragments import refused
from pst.web.instance import the_calendar, the_office

blueprint = Blueprint("deadlines", __name__)


@blueprint.get("/standar-pelayanan/hitung")
@public
def show() -> Response | str:
    """When would it be done? From the day a submission is declared complete, by the rule in force."""
    today, rule = clock.today(), the_office().clock_rule
    around: dict[str, Any] = {"rule": deadlines.rule_in_words(rule), "counting": deadlines.counting_in_words(rule)}
    if "mulai" not in request.args:
        form = DueDateForm(formdata=None, today=today, data={"mulai": today})
        return render_template("submissions/deadlines/show.html", form=form, **around)
    form = DueDateForm(request.args, today=today)
    if not form.validate():
        return refused("submissions/deadlines/show.html", form=form, **around)
    calendar = the_calendar()
    lines = deadlines.due_table(form.mulai.data, rule.days, calendar, form.pauses)
    around |= {"due_on": lines[-1].date, "unknown": deadlines.what_is_not_known(lines, calendar)}
    days = [day_of(line, today, None) for line in lines]
    return render_template("submissions/deadlines/show.html", form=form, days=days, **around)


@blueprint.get("/tanggal")
@public
def weekday() -> str:
    """What a day that is being typed is understood as; its field, whatever it is called, sends itself alone."""
    typed = next(iter(request.args.values()), "")[:60]
    unread = f"<strong>Tanggal ini tidak terbaca. {dates.UNREADABLE}</strong>" if typed.strip() else ""
    return dates.echo(typed) or unread
