"""The catalogue of recommended activities: a reference for whoever plans one, open to everybody."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst.actions.catalogue.descriptions import described, indah_of, submission_of
from pst.exchange.activity_facts import ActivityFacts
from pst.exchange.ddi import write_ddi
from pst.exchange.linked_data import linked_data
from pst.models.catalogue.catalogue import Activity, FormerNumber
from pst.rules.roles import STAFF
from pst.views.catalogue.listing import REGISTER, find_activity, record_of
from pst.web import navigation
from pst.web.access import public
from pst.web.downloads import book_answer, file_answer, lines_into, written
from pst.web.fragments import page_or_fragment
from pst.web.instance import the_config, the_office
from pst.web.querying import with_query
from pst.web.registers import listed, serve_files, wanted_of

blueprint = Blueprint("catalogue", __name__)


@blueprint.get("/katalog")
@public
def index() -> Response:
    """Search, filters, and what was found."""
    wanted = wanted_of(REGISTER)
    found = Activity.search(wanted, the_office().everyday_words) if wanted["cari"] else None
    return page_or_fragment(
        "catalogue/catalogue/index.html",
        "catalogue/catalogue/_list.html",
        listed=listed(replace(REGISTER, page=partial(Activity.page, found=found)), wanted),
        found=found,
        json=with_query(".as_json"),
        keeps=current_user.is_authenticated and current_user.has(*STAFF),
    )


@blueprint.get("/katalog.json")
@public
def as_json() -> Response:
    """The same for programs: a list of objects."""
    return written("application/json", lines_into(_json_lines(Activity.every(wanted_of(REGISTER)))))


@blueprint.get("/katalog/<number>")
@public
def show(number: str) -> str:
    """One activity: what it is for, how its data are collected, and which."""
    activity = find_activity(number)
    facts = _described(activity)
    return render_template(
        "catalogue/catalogue/show.html",
        activity=facts,
        former=FormerNumber.of(activity),
        editions=Activity.editions(activity),
        linked=linked_data(facts),
        may_apply=navigation.may_apply(current_user),
        breadcrumbs=[("Katalog", url_for(".index")), (facts.number, "")],
    )


@blueprint.get("/katalog/<number>.ddi.xml")
@public
def as_ddi(number: str) -> Response:
    """The same as a codebook (DDI-Codebook 2.5), for archives and their programs."""
    facts = _described(find_activity(number))
    return file_answer(write_ddi(facts), "application/xml", f"{facts.number}.ddi.xml", opened=True)


@blueprint.get("/katalog/<number>.metadata.xlsx")
@public
def as_metadata(number: str) -> Response:
    """The metadata of activity, variables and indicators in the shape of INDAH (MS-Keg, MS-Var, MS-Ind)."""
    submission = submission_of(find_activity(number)) or abort(404)
    return book_answer(indah_of(submission, contacts=False), f"{number}-metadata.xlsx")


def _described(activity: Activity) -> ActivityFacts:
    return described(activity, the_config().site, the_office().office_name)


def _json_lines(rows: Iterable[Any]) -> Iterator[str]:
    """A list, one object a line, written as it is read."""
    before = "[\n"
    for row in rows:
        yield before + json.dumps(record_of(row), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


serve_files(blueprint, "/katalog", REGISTER, public)
