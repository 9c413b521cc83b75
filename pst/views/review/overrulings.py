"""An officer overrules a finding, and says why."""

from typing import Any

from flask import Blueprint, Response, abort, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import overrulings
from pst.forms.review.case import OverrulingForm
from pst.rules.catalogue.design_checks import Rule, find_rule
from pst.rules.roles import Role
from pst.views.submissions.cases import find_to_work_on
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.navigation import work_trail

blueprint = Blueprint("overrulings", __name__, url_prefix="/petugas/permohonan")
officers = roles(Role.OFFICER)


@blueprint.get("/<number>/temuan/<rule_id>/abaikan")
@officers
def new(number: str, rule_id: str) -> Response | str:
    """Why does it not hold here?"""
    find_to_work_on(number)
    return _page(number, _rule(rule_id), OverrulingForm(formdata=None)).show()


@blueprint.post("/<number>/temuan/<rule_id>/abaikan")
@officers
def overrule(number: str, rule_id: str) -> Response:
    """It does not hold here."""
    submission, rule = find_to_work_on(number), _rule(rule_id)
    with _page(number, rule, OverrulingForm()) as form:
        overrulings.overrule(submission, rule.id, form.reason.data, current_user, clock.now())
    return saved(_home(number, rule), "Temuan diabaikan; alasannya tercatat.", number)


def _rule(rule_id: str) -> Rule:
    return find_rule(rule_id) or abort(404)


def _page(number: str, rule: Rule, form: OverrulingForm) -> FormPage[OverrulingForm]:
    return FormPage("review/overrulings/new.html", form, lambda: _around(number, rule))


def _home(number: str, rule: Rule) -> str:
    return url_for("review.show", number=number, lihat="isian", _anchor=f"question-{rule.codes[0]}")


def _around(number: str, rule: Rule) -> dict[str, Any]:
    home = _home(number, rule)
    return {
        "number": number,
        "rule": rule,
        "home": home,
        "wide": True,
        "breadcrumbs": work_trail((number, home), ("Abaikan temuan", "")),
    }
