"""Requests of owners to have their accounts erased: what waits, what stands in the way, what was decided."""

from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.office import erasures
from pst.forms.office.office import AnswerForm
from pst.mail.deliver import forget_kept
from pst.models.erasures import Erasure
from pst.models.personal import held_of
from pst.rules.personal import by_fate
from pst.rules.privacy import hours_left
from pst.rules.roles import Role
from pst.web.access import proven, roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.instance import the_config, the_store

blueprint = Blueprint("erasures", __name__, url_prefix="/petugas/kantor/penghapusan")
admin_only = roles(Role.ADMIN)


@blueprint.get("")
@admin_only
def index() -> str:
    """All of them, those that wait first."""
    rows = [(row, _left(row)) for row in Erasure.newest()]
    return render_template("office/erasures/index.html", rows=rows, **_placed("Penghapusan akun"))


@blueprint.get("/<int:row_id>")
@admin_only
def show(row_id: int) -> Response | str:
    """One of them: what goes, what stays, and what must end first."""
    return _page(_find(row_id), AnswerForm(formdata=None)).show()


@blueprint.post("/<int:row_id>/kabulkan")
@admin_only
@proven
def grant(row_id: int) -> Response:
    """Erase the account."""
    erasure = _find(row_id)
    with _page(erasure, AnswerForm()) as form:
        erasures.grant(erasure, form.answer.data or "", current_user, clock.now(), the_store())
    forget_kept(the_config())
    return saved(url_for(".index"), "Akun dan datanya dihapus; pemiliknya diberi tahu.")


@blueprint.post("/<int:row_id>/tolak")
@admin_only
def refuse(row_id: int) -> Response:
    """Say why not."""
    erasure = _find(row_id)
    with _page(erasure, AnswerForm()) as form:
        erasures.refuse(erasure, form.answer.data or "", current_user, clock.now())
    return saved(url_for(".index"), "Penolakan dan alasannya dikirim kepada pemiliknya.")


def _find(row_id: int) -> Erasure:
    return Erasure.find(row_id) or abort(404)


def _left(erasure: Erasure) -> Any:
    return None if erasure.decided_at else hours_left(erasure.asked_at, clock.now())


def _page(erasure: Erasure, form: AnswerForm) -> FormPage[AnswerForm]:
    def around() -> dict[str, Any]:
        waits = erasure.decided_at is None
        return {
            "erasure": erasure,
            "left": _left(erasure),
            "fates": by_fate(held_of(erasure.user)),
            "obstacles": erasures.obstacles(erasure.user, clock.today()) if waits else [],
            **_placed(erasure.user.name),
        }

    return FormPage("office/erasures/show.html", form, around)


def _placed(title: str) -> dict[str, Any]:
    trail = [("Kantor", url_for("office.index"))]
    trail += [("Penghapusan akun", url_for(".index"))] if title != "Penghapusan akun" else []
    return {"title": title, "breadcrumbs": [*trail, (title, "")], "wide": True}
