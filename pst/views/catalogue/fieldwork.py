"""The calendar of the field: who else asks the same people, for an applicant and for the office."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.fieldwork import Out, in_words, met_by, out_between, place_names, write_places
from pst.actions.submissions.progress import find_to_fill
from pst.forms.catalogue.fieldwork import FieldworkForm
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.catalogue.burden import Burden
from pst.rules.catalogue.fieldwork import district_of, meeting, shared_places
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
    chosen = _kept(submission)
    data = {"kecamatan": [district_of(code) for code in chosen], "desa": chosen}
    return _page(submission, FieldworkForm(formdata=None, data=data)).show()


@blueprint.post("/permohonan/<number>/lapangan")
@writers
def write(number: str) -> Response:
    """Keep where it collects."""
    submission = _find(number)
    with _page(submission, FieldworkForm()) as form:
        villages = (form.desa.data if form.desa else None) or ()
        write_places(submission, current_user, form.kecamatan.data or (), villages, clock.now())
    return saved(url_for(".show", number=number), "Tempat pengumpulan data tersimpan.", number)


@blueprint.get("/petugas/kalender-lapangan")
@desk
def calendar() -> str:
    """Everything that is out in a month, and what of it asks the same people."""
    first, last = month_of(month_asked())
    names, wanted = place_names(), text_of("wilayah")
    wanted = wanted if wanted in names else ""
    place = frozenset({wanted} - {""})
    here = [each for each in out_between(first, last) if shared_places(place, each.field.places) is not None]
    burdens = [_burden(each) for each in here]
    known = [burden.hours for burden in burdens if burden.hours is not None]
    return render_template(
        "catalogue/fieldwork/calendar.html",
        month=wording.month_year(first),
        earlier=_url(months_after(first, -1), wanted),
        later=_url(months_after(first, 1), wanted),
        districts=[
            ("Semua kecamatan", _url(first), not wanted),
            *_chips(_districts(names), first, district_of(wanted)),
        ],
        villages=_chips(_villages(names, {district_of(wanted)}), first, wanted),
        lines=[
            (each, in_words(names, each.field.places), burden, [other.title for other in here if _meet(each, other)])
            for each, burden in zip(here, burdens, strict=True)
        ],
        respondents=wording.number(sum(burden.respondents or 0 for burden in burdens)),
        hours=wording.number(round(sum(known))) if known else "",
        wide=True,
        breadcrumbs=work_trail(("Kalender lapangan", "")),
    )


def _find(number: str) -> Submission:
    submission = find_to_fill(current_user, number) or abort(404)
    if submission.status not in WITH_APPLICANT:
        abort(told(url_for("submissions.show", number=number), "Permohonan sudah dikirim; wilayahnya tetap."))
    return submission


def _page(submission: Submission, form: FieldworkForm) -> FormPage[FieldworkForm]:
    def around() -> dict[str, Any]:
        home = url_for("submissions.check", number=submission.number)
        return {"submission": submission, "met": met_by(submission), "home": home}

    inside = {district_of(code) for code in _kept(submission)}
    names = place_names()
    return FormPage("catalogue/fieldwork/show.html", form.offer(_districts(names), _villages(names, inside)), around)


def _kept(submission: Submission) -> list[str]:
    """Where it collects, as it was last said."""
    return list(submission.beside.get("districts", {}))


def _districts(names: dict[str, str]) -> dict[str, str]:
    return {code: name for code, name in names.items() if district_of(code) == code}


def _villages(names: dict[str, str], districts: set[str]) -> dict[str, str]:
    """The villages of these kecamatan."""
    return {code: name for code, name in names.items() if code != district_of(code) in districts}


def _chips(names: dict[str, str], month: date, wanted: str) -> list[tuple[str, str, bool]]:
    return [(name, _url(month, code), code == wanted) for code, name in names.items()]


def _url(month: date, place: str = "") -> str:
    return url_for(".calendar", bulan=f"{month:%Y-%m}", wilayah=place or None)


def _burden(each: Out) -> Burden:
    """What it costs those who are asked, each time."""
    return Burden(each.field.respondents, each.field.minutes)


def _meet(one: Out, other: Out) -> bool:
    return one.number != other.number and meeting(one.field, other.field) is not None
