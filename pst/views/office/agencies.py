"""The agencies the office serves, and what applicants proposed."""

from functools import partial

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.office import agencies
from pst.actions.office.agencies import FIELDS, AgencyRefused
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.forms.office.office import AgencyDataForm, MergeForm
from pst.forms.shared_rows import KeptForm
from pst.models.audit import Event
from pst.models.office.agencies import Agency
from pst.rules.roles import Role
from pst.views.office.office import placed
from pst.web.access import roles
from pst.web.fragments import page_or_fragment, refused, saved, told
from pst.web.querying import text_of

blueprint = Blueprint("agencies", __name__, url_prefix="/petugas/kantor/instansi")
admin_only = roles(Role.ADMIN)
_around = partial(placed, room="Instansi")


@blueprint.get("")
@admin_only
def index() -> Response:
    """Proposals first, then every agency by name."""
    return page_or_fragment(
        "office/office/agencies.html",
        "office/office/_agencies.html",
        proposed=[(agency, mark_of(agencies.kept(agency))) for agency in Agency.proposed()],
        agencies=Agency.listed(text_of("cari")),
        text=text_of("cari"),
        choices=Agency.choices(),
        **_around("Instansi"),
    )


@blueprint.get("/baru")
@admin_only
def new() -> str:
    form = AgencyDataForm()
    return render_template("office/office/agency.html", agency=None, form=form, **_around("Instansi baru"))


@blueprint.post("/baru")
@admin_only
def create():
    form = AgencyDataForm()
    if form.validate():
        try:
            agency = agencies.add_agency(current_user, clock.now(), **_given(form))
        except AgencyRefused as refusal:
            form.name.errors = [str(refusal)]
        else:
            return saved(url_for(".index"), f"{agency.name} ditambahkan.")
    return refused("office/office/agency.html", agency=None, form=form, **_around("Instansi baru"))


@blueprint.get("/<int:agency_id>")
@admin_only
def show(agency_id: int) -> str:
    agency = _find(agency_id)
    form = AgencyDataForm(obj=agency).showing(agencies.kept(agency))
    return render_template("office/office/agency.html", agency=agency, form=form, **_around(agency.name))


@blueprint.post("/<int:agency_id>")
@admin_only
def change(agency_id: int):
    agency, form = _find(agency_id), AgencyDataForm()
    if form.validate():
        try:
            agencies.change_agency(agency, current_user, clock.now(), form.seen.data or "", **_given(form))
        except AgencyRefused as refusal:
            form.name.errors = [str(refusal)]
        except ChangedMeanwhile as refusal:
            form.changed_meanwhile(refusal)
        else:
            return saved(url_for(".index"), f"{form.name.data} disimpan.")
    return refused("office/office/agency.html", agency=agency, form=form, **_around(agency.name))


@blueprint.post("/<int:agency_id>/setujui")
@admin_only
def approve(agency_id: int):
    """Take a proposal into the list that applicants choose from."""
    agency, form = _find(agency_id), KeptForm()
    try:
        agencies.approve_agency(agency, current_user, clock.now(), form.seen.data or "")
    except (AgencyRefused, ChangedMeanwhile) as refusal:
        return told(url_for(".index"), str(refusal))
    return saved(url_for(".index"), f"{agency.name} masuk dalam daftar instansi.")


@blueprint.post("/<int:agency_id>/gabung")
@admin_only
def merge(agency_id: int):
    """The proposal is an agency we have, written otherwise."""
    proposed, form = _find(agency_id), MergeForm(Agency.choices())
    if not form.validate():
        return told(url_for(".index"), "Pilih instansi tujuan penggabungan.")
    into = _find(int(form.into.data))
    try:
        people = agencies.merge_agency(proposed, into, current_user, clock.now(), form.seen.data or "")
    except (AgencyRefused, ChangedMeanwhile) as refusal:
        return told(url_for(".index"), str(refusal))
    return saved(url_for(".index"), f"{proposed.name} digabungkan ke {into.name}; {people} akun ikut pindah.")


def _find(agency_id: int) -> Agency:
    """The agency; of one that was merged into another, the list is told by whom."""
    if agency := Agency.find(agency_id):
        return agency
    last = Event.latest("agency", str(agency_id))
    if last is None or last.verb != "merge":
        abort(404)
    name, into = last.facts["name"], last.facts["into"]
    abort(told(url_for(".index"), f"“{name}” sudah digabungkan ke {into} oleh {last.actor_name}."))


def _given(form: AgencyDataForm) -> dict[str, object]:
    return {name: form[name].data if name == "active" else form[name].data or "" for name in FIELDS}
