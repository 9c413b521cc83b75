"""The calendar of the field: who else asks the same people, for an applicant and for the office."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.fieldwork import Out, in_words, met_by, out_between, write_districts
from pst.actions.submissions.progress import may_write
from pst.forms.catalogue.fieldwork import FieldworkForm
from pst.models.office.areas import Area
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.catalogue.burden import Burden
from pst.rules.catalogue.fieldwork import meeting
from pst.rules.months import month_of, months_after
from pst.rules.review.workflow import WITH_APPLICANT
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.navigation import work_trail
from pst.web.querying import month_asked, text_of

blueprint = Blueprint("fieldwork", __name__)
writers = roles(Role.APPLICANT, Role.OFFICER)
desk = roles(Role.OFFICER, Role.HEAD)


@blueprint.get("/permohonan/<number>/lapangan")
@writers
def show(number: str) -> Response | str:
    """Where this one collects, and whom it meets."""
    submission = _find(number)
    chosen = list(submission.beside.get("districts", {}))
    return _page(submission, FieldworkForm(formdata=None, data={"kecamatan": chosen})).show()


@blueprint.post("/permohonan/<number>/lapangan")
@writers
def write(number: str) -> Response:
    """Keep where it collects."""
    submission = _find(number)
    with _page(submission, FieldworkForm()) as form:
        write_districts(submission, current_user, form.kecamatan.data or (), clock.now())
    return saved(url_for(".show", number=number), "Kecamatan tersimpan.", number)


@blueprint.get("/petugas/kalender-lapangan")
@desk
def calendar() -> str:
    """Everything that is out in a month, and what of it asks the same people."""
    first, last = month_of(month_asked())
    names, wanted = Area.districts(), text_of("kecamatan")
    out = out_between(first, last)
    here = [each for each in out if wanted not in names or not each.field.districts or wanted in each.field.districts]
    burdens = [_burden(each) for each in here]
    known = [burden.hours for burden in burdens if burden.hours is not None]
    return render_template(
        "catalogue/fieldwork/calendar.html",
        month=wording.month_year(first),
        earlier=_url(months_after(first, -1), wanted),
        later=_url(months_after(first, 1), wanted),
        districts=[("Semua kecamatan", _url(first), wanted not in names)]
        + [(name, _url(first, code), code == wanted) for code, name in names.items()],
        lines=[
            (each, in_words(names, each.field.districts), burden, [other.title for other in here if _meet(each, other)])
            for each, burden in zip(here, burdens, strict=True)
        ],
        respondents=wording.number(sum(burden.respondents or 0 for burden in burdens)),
        hours=wording.number(round(sum(known))) if known else "",
        wide=True,
        breadcrumbs=work_trail(("Kalender lapangan", "")),
    )


def _find(number: str) -> Submission:
    submission = Submission.find_alone(current_user, number) or abort(404)
    if not may_write(submission, current_user):
        abort(404)
    if submission.status not in WITH_APPLICANT:
        abort(told(url_for("submissions.show", number=number), "Permohonan sudah dikirim; wilayahnya tetap."))
    return submission


def _page(submission: Submission, form: FieldworkForm) -> FormPage[FieldworkForm]:
    def around() -> dict[str, Any]:
        home = url_for("submissions.check", number=submission.number)
        return {"submission": submission, "met": met_by(submission), "home": home}

    return FormPage("catalogue/fieldwork/show.html", form.offer(Area.districts()), around)


def _url(month: date, district: str = "") -> str:
    return url_for(".calendar", bulan=f"{month:%Y-%m}", kecamatan=district or None)


def _burden(each: Out) -> Burden:
    """What it costs those who are asked, each time."""
    return Burden(each.field.respondents, each.field.minutes)


def _meet(one: Out, other: Out) -> bool:
    return one.number != other.number and meeting(one.field, other.field) is not None
