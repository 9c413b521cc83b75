"""The register of all submissions."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.submissions import submissions
from pst.forms.review.case import AssignChosenForm, ChosenForm, CloseChosenForm
from pst.models.accounts.users import User
from pst.models.review import register as submission_register
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.refusals import Refusal
from pst.rules.review import labels
from pst.rules.roles import Role
from pst.views.review.list_lines import Line, lines_of
from pst.web.access import page_before, roles
from pst.web.fragments import page_or_fragment, told
from pst.web.instance import the_calendar, the_office
from pst.web.navigation import work_trail
from pst.web.registers import Column, Listed, Register, listed, serve_files, wanted_of

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
        officers=_offered(found, "petugas") if current_user.has(Role.OFFICER) else [],
        wide=True,
        breadcrumbs=work_trail(("Permohonan", "")),
    )


@blueprint.post("/permohonan/tugaskan")
@roles(Role.OFFICER)
def assign() -> Response | str:
    """Give what was chosen to one officer."""
    form = AssignChosenForm(User.officer_names())
    if not form.validate_on_submit():
        return _not_chosen(form)
    officer = next(person for person in User.officers() if str(person.id) == form.officer.data)
    return _to_each(
        form,
        lambda submission: submissions.assign(submission, officer, current_user, clock.now()),
        f"ditugaskan kepada {officer.name}",
    )


@blueprint.post("/permohonan/tutup")
@roles(Role.OFFICER)
def close() -> Response | str:
    """Note that the letters of what was chosen were received, which finishes these submissions; asked once more."""
    form = CloseChosenForm()
    if not form.validate_on_submit():
        return _not_chosen(form)
    if not form.sure.data:
        around = work_trail(("Permohonan", url_for(".register")), ("Tutup", ""))
        back = page_before() or url_for(".register")
        return render_template("review/worklist/close.html", numbers=form.number.data, back=back, breadcrumbs=around)
    return _to_each(form, lambda submission: submissions.deliver(submission, current_user, clock.now()), "ditutup")


def _not_chosen(form: ChosenForm) -> Response:
    return told(page_before() or url_for(".register"), next(iter(form.errors.values()))[0])


def _to_each(form: ChosenForm, do: Callable[[Submission], None], what: str) -> str:
    """Do it to all that was chosen, each for itself: what cannot be done holds nothing else up."""
    results = [(number, _problem(number, do)) for number in form.number.data]
    done = sum(not problem for _, problem in results)
    return render_template(
        "review/worklist/chosen.html",
        what=what,
        results=results,
        done=done,
        back=page_before() or url_for(".register"),
        result="saved" if done else "refused",
        breadcrumbs=work_trail(("Permohonan", url_for(".register")), ("Yang dipilih", "")),
    )


def _problem(number: str, do: Callable[[Submission], None]) -> str:
    """Why this one stays as it is; "" once it is done."""
    submission = Submission.find(current_user, number)
    if submission is None:
        return "Permohonan ini tidak ditemukan."
    try:
        do(submission)
    except Refusal as refusal:
        return str(refusal)
    return ""


def _offered(found: Listed, name: str) -> list[tuple[Any, str]]:
    """What a filter of the page offers, which was read already."""
    return next(field.options for field in found.fields if field.filter.name == name)


def _lines(rows: list[Any]) -> list[Line]:
    return lines_of(rows, clock.today(), the_calendar(), the_office())


def _sent(row: Any) -> str:
    return wording.long_date(clock.local(row.submitted_at).date()) if row.submitted_at else ""


REGISTER = Register(
    address="worklist.register",
    filters=submission_register.FILTERS,
    sorts=submission_register.SORTS,
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
    files="worklist.as_file",
    file_name="permohonan",
    personal="submissions",
)
serve_files(blueprint, "/permohonan", REGISTER, desk_roles)
