"""Filters with a name: kept from above a register, and let go of there."""

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst.actions.accounts import kept_filters
from pst.forms.accounts.kept_filters import KeptFilterForm
from pst.rules.roles import STAFF
from pst.web.access import own_path, page_before, roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told

blueprint = Blueprint("kept_filters", __name__, url_prefix="/petugas/saringan")


@blueprint.post("")
@roles(*STAFF)
def keep() -> ResponseReturnValue:
    """Keep the list as it was narrowed; it is opened again, its filter now above it."""
    with FormPage("accounts/kept_filters/keep.html", KeptFilterForm()) as form:
        path, query = own_path(form.path.data) or url_for("waiting.desk"), form.query.data or ""
        kept_filters.keep(current_user, path, query, form.name.data, form.shared.data)
    return saved(f"{path}?{query}", f"Saringan “{form.name.data}” disimpan.")


@blueprint.post("/<int:filter_id>/hapus")
@roles(*STAFF)
def drop(filter_id: int) -> Response:
    """Let go of one's own."""
    back = page_before() or url_for("waiting.desk")
    name = kept_filters.drop(current_user, filter_id)
    return saved(back, f"Saringan “{name}” dihapus.") if name else told(back, "Saringan itu sudah tidak ada.")
