"""The commonest findings, by ready sentence, by block and by agency, and each of them in a register."""

from collections import Counter
from typing import Any

from flask import Blueprint, Response, url_for

from pst import clock
from pst.models.narrowing import Wanted
from pst.models.review import remark_report
from pst.questionnaires import shelf
from pst.rules import wording
from pst.rules.review import labels
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.fragments import page_or_fragment
from pst.web.navigation import work_trail
from pst.web.registers import Column, Register, listed, serve_files, wanted_of

blueprint = Blueprint("remark_report", __name__, url_prefix="/petugas")
office_only = roles(Role.OFFICER, Role.HEAD)
UNSAID = "Tanpa kalimat siap pakai"
WHOLE = "Seluruh permohonan"


@blueprint.get("/temuan")
@office_only
def index() -> Response:
    """What is found again and again, as far as it is asked for."""
    wanted = wanted_of(REGISTER)
    return page_or_fragment(
        "review/remark_report/index.html",
        "review/remark_report/_findings.html",
        listed=listed(REGISTER, wanted),
        sentences=[(words or UNSAID, number) for words, number in remark_report.commonest_sentences(wanted)],
        blocks=_blocks(wanted),
        agencies=[(name or "–", number) for name, number in remark_report.commonest_agencies(wanted)],
        place_of=place_of,
        severities=labels.SEVERITY_LABELS,
        states=labels.REMARK_STATE_LABELS,
        wide=True,
        breadcrumbs=work_trail(("Permohonan", url_for("worklist.register")), ("Temuan", "")),
    )


def place_of(row: Any) -> tuple[str, str]:
    """(block, question) of a finding."""
    form = shelf.find(row.questionnaire)
    if row.code not in form:
        return WHOLE, ""
    return form.block_of(row.code).title, form.question(row.code).title


def _blocks(wanted: Wanted) -> list[tuple[str, int]]:
    """(block, how often), the commonest first."""
    counts: Counter[str] = Counter()
    for edition, code, number in remark_report.by_question(wanted):
        form = shelf.find(edition)
        counts[form.block_of(code).title if code in form else WHOLE] += number
    return counts.most_common()


REGISTER = Register(
    address="remark_report.index",
    filters=remark_report.FILTERS,
    sorts=remark_report.SORTS,
    page=remark_report.findings_page,
    rows=remark_report.findings_rows,
    columns=(
        Column("Permohonan", "number"),
        Column("Judul", "title"),
        Column("Instansi", "agency"),
        Column("Blok", lambda row: place_of(row)[0]),
        Column("Isian", lambda row: place_of(row)[1]),
        Column("Kalimat siap pakai", "heading"),
        Column("Catatan", "text"),
        Column("Sifat", lambda row: labels.SEVERITY_LABELS[row.severity]),
        Column("Keadaan", lambda row: labels.REMARK_STATE_LABELS[row.state]),
        Column("Dikirim", lambda row: wording.long_date(clock.local(row.sent_at).date()) if row.sent_at else ""),
    ),
    title="Temuan pemeriksaan",
    files="remark_report.as_file",
    file_name="temuan",
)
serve_files(blueprint, "/temuan", REGISTER, office_only)
