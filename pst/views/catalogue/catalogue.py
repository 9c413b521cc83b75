"""The catalogue of recommended activities: a reference for whoever plans one, open to everybody."""

import json
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst.models.catalogue.catalogue import Activity, Wanted
from pst.questionnaires.rekomendasi_2026.options import METHODS, SECTORS
from pst.web import navigation
from pst.web.access import public
from pst.web.downloads import csv_answer
from pst.web.fragments import page_or_fragment
from pst.web.querying import key_of, number_of, page_links, pairs, text_of, with_query

blueprint = Blueprint("catalogue", __name__)
METHOD_LABELS = {option.code: option.label for option in METHODS}
SECTOR_LABELS = {option.code: option.label for option in SECTORS}
COLUMNS = (
    "nomor",
    "judul",
    "instansi",
    "tahun",
    "cara_pengumpulan_data",
    "sektor",
    "wilayah",
    "identitas_rekomendasi",
    "tanggal_surat",
)


@blueprint.get("/katalog")
@public
def index() -> Response:
    """Search, filters, and what was found."""
    wanted = _wanted()
    page = Activity.page(wanted, after=key_of("sesudah"), before=key_of("sebelum"))
    return page_or_fragment(
        "catalogue/catalogue/index.html",
        "catalogue/catalogue/_list.html",
        found=page,
        wanted=wanted,
        year_choices=pairs(Activity.years()),
        methods=METHOD_LABELS,
        sectors=SECTOR_LABELS,
        **page_links(".index", page),
        csv=with_query(".as_csv"),
        json=with_query(".as_json"),
    )


@blueprint.get("/katalog.csv")
@public
def as_csv() -> Response:
    """The same as a table for spreadsheets."""
    return csv_answer(COLUMNS, map(_values, Activity.every(_wanted())), "katalog.csv")


@blueprint.get("/katalog.json")
@public
def as_json() -> Response:
    """The same for programs: a list of objects."""
    return Response(_json_lines(Activity.every(_wanted())), mimetype="application/json")


@blueprint.get("/katalog/<number>")
@public
def show(number: str) -> str:
    """One activity: what it is for and what it collects."""
    activity = Activity.in_catalogue(number) or abort(404)
    return render_template(
        "catalogue/catalogue/show.html",
        activity=activity,
        method=METHOD_LABELS.get(activity.method, activity.method),
        sector=SECTOR_LABELS.get(activity.sector, activity.sector),
        variables=activity.variables.splitlines(),
        may_apply=navigation.may_apply(current_user),
        breadcrumbs=[("Katalog", url_for(".index")), (activity.number, "")],
    )


def _wanted() -> Wanted:
    """The filters in the address; a choice that does not exist narrows nothing."""
    method, sector = text_of("cara"), text_of("sektor")
    return Wanted(
        text=text_of("cari"),
        year=number_of("tahun"),
        method=method if method in METHOD_LABELS else "",
        sector=sector if sector in SECTOR_LABELS else "",
        agency=text_of("instansi"),
        region=text_of("wilayah"),
    )


def _values(row: Any) -> tuple:
    return (
        row.number,
        row.title,
        row.agency,
        row.year,
        METHOD_LABELS.get(row.method, row.method),
        SECTOR_LABELS.get(row.sector, row.sector),
        row.region,
        row.identity_number,
        row.issued_on.isoformat() if row.issued_on else "",
    )


def _json_lines(rows: Iterator[Any]) -> Iterator[str]:
    """A list, one object a line, written as it is read."""
    before = "[\n"
    for row in rows:
        yield before + json.dumps(dict(zip(COLUMNS, _values(row), strict=True)), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
