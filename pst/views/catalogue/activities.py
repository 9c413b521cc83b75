"""The catalogue as the office keeps it: what waits to be mended, what may be the same, what is added by hand."""

from typing import Any

from flask import Blueprint, Response, abort, url_for
from flask_login import current_user

from pst import clock
from pst.actions import lists
from pst.actions.catalogue import activities
from pst.actions.catalogue.activities import ACTIVITIES, as_kept
from pst.forms.catalogue.activities import MergeForm
from pst.forms.office.office import entered, entry_form
from pst.forms.shared_rows import KeptForm
from pst.models.catalogue.catalogue import FILTERS, MENDING, SORTS, Activity
from pst.models.catalogue.likeness import Alike, alike
from pst.rules.catalogue.likeness import Design
from pst.rules.items import Item
from pst.rules.office.office import GROUPS
from pst.rules.roles import Role
from pst.views.catalogue.listing import find_activity
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import page_or_fragment, saved
from pst.web.instance import the_office
from pst.web.registers import Register, listed, wanted_of

blueprint = Blueprint("activities", __name__, url_prefix="/petugas/katalog")
keepers = roles(Role.OFFICER, Role.HEAD, Role.ADMIN)
ENTRY = "catalogue/activities/entry.html"
DOUBTFUL: dict[str, Any] = {"perlu-diperbaiki": 1}


@blueprint.get("")
@keepers
def index() -> Response:
    """All of it, or what waits to be mended."""
    return page_or_fragment(
        "catalogue/activities/index.html",
        "catalogue/activities/_activities.html",
        listed=listed(REGISTER, wanted_of(REGISTER)),
        words=url_for("office.settings", slug=GROUPS["catalogue"].slug) if current_user.has(Role.ADMIN) else "",
        doubtful=url_for(".index", **DOUBTFUL),
        wide=True,
        breadcrumbs=_trail(),
    )


@blueprint.get("/baru")
@keepers
def new() -> Response | str:
    """Which activity?"""
    return _page(None).show()


@blueprint.post("/baru")
@keepers
def add() -> Response:
    """Add it by hand."""
    with _page(None) as form:
        row = lists.add(ACTIVITIES, _typed(form), current_user, clock.now())
    return saved(url_for(".index"), f"{row.title} ditambahkan.")


@blueprint.get("/<number>")
@keepers
def show(number: str) -> Response | str:
    """One of them, to be mended."""
    row = find_activity(number)
    page = _page(row)
    page.form.showing(ACTIVITIES.kept(row))
    return page.show()


@blueprint.post("/<number>")
@keepers
def change(number: str) -> Response:
    """Mend it."""
    row = _find(number)
    with _page(row) as form:
        lists.change(ACTIVITIES, row, _typed(form, row), current_user, clock.now(), form.seen.data or "")
    return saved(url_for(".index", **DOUBTFUL), f"{row.title} disimpan.")


@blueprint.post("/<number>/hapus")
@keepers
def remove(number: str) -> Response:
    """Take it out."""
    row = _find(number)
    activities.take_out(row, current_user, clock.now(), KeptForm().seen.data or "")
    return saved(url_for(".index"), f"{row.title} dihapus dari katalog.")


@blueprint.get("/<number>/gabung/<other>")
@keepers
def ask_merge(number: str, other: str) -> Response | str:
    """Are these two one, and which of them stays?"""
    return _merge_page(_find(number), _find(other)).show()


@blueprint.post("/<number>/gabung/<other>")
@keepers
def merge(number: str, other: str) -> Response:
    """They are."""
    both = {number: _find(number), other: _find(other)}
    page = _merge_page(*both.values())
    with page as form:
        stays = both.pop(form.stays.data)
        for gone in both.values():
            activities.merge(gone, stays, current_user, clock.now())
    return saved(url_for(".show", number=stays.number), f"Digabungkan ke {stays.number}.")


def _find(number: str) -> Activity:
    return Activity.in_catalogue(number) or abort(404)


def _items(row: Activity | None) -> tuple[Item, ...]:
    """What is asked; of a new one nothing is doubted yet."""
    return tuple(item for item in ACTIVITIES.items if row or item.code != "doubts")


def _typed(form: KeptForm, row: Activity | None = None) -> dict[str, Any]:
    return as_kept(entered(form, _items(row)))


def _page(row: Activity | None) -> FormPage[KeptForm]:
    """The form of one, with what it was written as and what may be the same; or of a new one."""
    form = entry_form(_items(row), data=row.values() if row else {})
    near = _near(row) if row else []
    title = row.title if row else "Tambah kegiatan"
    return FormPage(
        ENTRY, form, lambda: {"row": row, "near": near, "title": title, "breadcrumbs": _trail((title[:60], ""))}
    )


def _near(row: Activity) -> list[Alike]:
    """Others in the catalogue that may be the same."""
    design = Design(row.title, tuple(row.variables.splitlines()), row.region, row.year)
    found = alike(design, the_office().everyday_words)
    return [each for each in found if not each.state and each.number != row.number]


def _merge_page(one: Activity, other: Activity) -> FormPage[MergeForm]:
    lines = [(item.label, _said(item, one), _said(item, other)) for item in ACTIVITIES.items]
    lines.append(("Tertulis pada daftar", one.written, other.written))
    may_stay = [each for each, gone in ((one, other), (other, one)) if not gone.submission_id]
    context = {"one": one, "other": other, "lines": lines, "may_stay": may_stay, "wide": True}
    context["breadcrumbs"] = _trail((one.title[:60], url_for(".show", number=one.number)), ("Gabungkan", ""))
    form = MergeForm().between(*(each.number for each in may_stay))
    return FormPage("catalogue/activities/merge.html", form, lambda: context)


def _said(item: Item, row: Activity) -> str:
    """What stands there, in the words of the catalogue."""
    kept = getattr(row, item.code)
    return {code: label for code, label, *_ in item.options}.get(kept, kept)


def _trail(*further: tuple[str, str]) -> list[tuple[str, str]]:
    return [("Katalog", url_for("catalogue.index")), ("Kelola", url_for(".index") if further else ""), *further]


REGISTER = Register(
    address="activities.index", filters=(*FILTERS, *MENDING), sorts=SORTS, ranked=True, page=Activity.kept_page
)
