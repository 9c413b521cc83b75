"""The catalogue of recommended activities: a reference for whoever plans one, open to everybody."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.descriptions import described
from pst.exchange.ddi import write_ddi
from pst.models.catalogue.catalogue import FILTERS, METHOD_LABELS, SECTOR_LABELS, Activity
from pst.web import navigation
from pst.web.access import public
from pst.web.downloads import file_answer, lines_into, written
from pst.web.fragments import page_or_fragment
from pst.web.instance import the_config, the_office
from pst.web.querying import with_query
from pst.web.registers import Column, Register, listed, serve_files, table_of, wanted_of

blueprint = Blueprint("catalogue", __name__)


@blueprint.get("/katalog")
@public
def index() -> Response:
    """Search, filters, and what was found."""
    wanted = wanted_of(REGISTER)
    found = Activity.search(wanted) if wanted["cari"] else None
    return page_or_fragment(
        "catalogue/catalogue/index.html",
        "catalogue/catalogue/_list.html",
        listed=listed(replace(REGISTER, page=partial(Activity.page, found=found)), wanted),
        found=found,
        today=clock.today(),
        json=with_query(".as_json"),
    )


@blueprint.get("/katalog.json")
@public
def as_json() -> Response:
    """The same for programs: a list of objects."""
    return written("application/json", lines_into(_json_lines(*table_of(REGISTER, wanted_of(REGISTER)))))


@blueprint.get("/katalog/<number>")
@public
def show(number: str) -> str:
    """One activity: what it is for and what it collects."""
    activity = Activity.in_catalogue(number) or abort(404)
    return render_template(
        "catalogue/catalogue/show.html",
        activity=activity,
        today=clock.today(),
        method=METHOD_LABELS.get(activity.method, activity.method),
        sector=SECTOR_LABELS.get(activity.sector, activity.sector),
        variables=activity.variables.splitlines(),
        may_apply=navigation.may_apply(current_user),
        breadcrumbs=[("Katalog", url_for(".index")), (activity.number, "")],
    )


@blueprint.get("/katalog/<number>.ddi.xml")
@public
def as_ddi(number: str) -> Response:
    """The same as a codebook (DDI-Codebook 2.5), for archives and their programs."""
    activity = Activity.in_catalogue(number) or abort(404)
    facts = described(activity, the_config().site, the_office().office_name)
    return file_answer(write_ddi(facts), "application/xml", f"{activity.number}.ddi.xml", opened=True)


def _json_lines(heads: list[str], rows: Iterable[list[object]]) -> Iterator[str]:
    """A list, one object a line, written as it is read."""
    before = "[\n"
    for row in rows:
        yield before + json.dumps(dict(zip(heads, row, strict=True)), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


REGISTER = Register(
    address="catalogue.index",
    filters=FILTERS,
    page=Activity.page,
    rows=Activity.every,
    columns=(
        Column("nomor", "number"),
        Column("judul", "title"),
        Column("instansi", "agency"),
        Column("tahun", "year"),
        Column("cara_pengumpulan_data", lambda row: METHOD_LABELS.get(row.method, row.method)),
        Column("sektor", lambda row: SECTOR_LABELS.get(row.sector, row.sector)),
        Column("wilayah", "region"),
        Column("identitas_rekomendasi", "identity_number"),
        Column("tanggal_surat", lambda row: row.issued_on.isoformat() if row.issued_on else ""),
        Column("berlaku_sampai", lambda row: row.valid_until.isoformat() if row.valid_until else ""),
    ),
    title="Katalog",
    files="catalogue.as_file",
    file_name="katalog",
)
serve_files(blueprint, "/katalog", REGISTER, public)
