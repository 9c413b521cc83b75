"""The register of all submissions."""

from typing import Any

from flask import Blueprint, Response
from flask_login import current_user

from pst import clock
from pst.models.review import register as submission_register
from pst.rules import wording
from pst.rules.review import labels
from pst.rules.roles import Role
from pst.views.review.list_lines import Line, lines_of
from pst.web.access import roles
from pst.web.fragments import page_or_fragment
from pst.web.instance import the_calendar, the_office
from pst.web.navigation import work_trail
from pst.web.registers import Column, Register, file_of, listed, wanted_of

blueprint = Blueprint("worklist", __name__, url_prefix="/petugas")
desk_roles = roles(Role.OFFICER, Role.HEAD)


@blueprint.get("/permohonan")
@desk_roles
def register() -> Response:
    """The register: filters and place in the address."""
    found = listed(REGISTER, wanted_of(REGISTER))
    return page_or_fragment(
        "review/worklist/register.html",
        "review/worklist/_register.html",
        listed=found,
        lines=_lines(found.rows),
        may_enter=current_user.has(Role.OFFICER),
        wide=True,
        breadcrumbs=work_trail(("Permohonan", "")),
    )


@blueprint.get("/permohonan.csv", defaults={"kind": "csv"})
@blueprint.get("/permohonan.xlsx", defaults={"kind": "xlsx"})
@desk_roles
def register_file(kind: str) -> Response:
    """The filtered register as a table for spreadsheets."""
    return file_of(REGISTER, wanted_of(REGISTER), kind)


def _lines(rows: list[Any]) -> list[Line]:
    return lines_of(rows, clock.today(), the_calendar(), the_office())


def _sent(row: Any) -> str:
    return wording.long_date(clock.local(row.submitted_at).date()) if row.submitted_at else ""


REGISTER = Register(
    address="worklist.register",
    filters=submission_register.FILTERS,
    page=submission_register.register_page,
    rows=submission_register.register_rows,
    columns=(
        Column("Nomor", "number"),
        Column("Judul", "title"),
        Column("Instansi", "agency"),
        Column("Tahun", "year"),
        Column("Cara pengumpulan data", lambda row: labels.method_label(row.method)),
        Column("Keadaan", lambda row: labels.standing(row)[0]),
        Column("Petugas", "assignee"),
        Column("Jalur", lambda row: labels.CHANNEL_LABELS.get(row.channel, row.channel)),
        Column("Dikirim", _sent),
        Column("Jatuh tempo", "due_on"),
    ),
    title="Permohonan",
    files="worklist.register_file",
    file_name="permohonan",
)
