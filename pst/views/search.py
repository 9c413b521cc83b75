"""One box for everything of the office: a number or code leads to what it belongs to, words to what holds them.

People find what they may know of anyway, each service through its own register; who complained is found nowhere.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.submissions.progress import hats_on
from pst.models.catalogue.catalogue import Activity
from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaints import Complaint
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.letters.book_entries import BookEntry
from pst.models.letters.letters import Letter
from pst.models.narrowing import Wanted
from pst.models.paging import Page
from pst.models.review import register
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.complaints.words import STATUS_LABELS
from pst.rules.numbering import hash_code, recognise
from pst.rules.review import labels
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.fragments import led_to
from pst.web.navigation import work_trail
from pst.web.querying import text_of

blueprint = Blueprint("search", __name__, url_prefix="/petugas")
SHOWN = 8
"""Of what is found in each service the newest; the rest is in its register."""


class Find(NamedTuple):
    """One thing that was found."""

    title: str
    url: str
    number: str
    more: str


class Service(NamedTuple):
    """Where words are looked for, and how a row of it is shown."""

    title: str
    page: Callable[[Wanted], Page]
    show: Callable[[Any], Find]
    register: str
    """The endpoint of the register that holds all of it; "" without one."""


@blueprint.get("/cari")
@roles(Role.OFFICER, Role.HEAD)
def everything() -> Response | str:
    """What this number, code or these words belong to."""
    typed = text_of("cari")
    if typed and (door := _door(typed)):
        return led_to(door)
    wanted = Wanted(current_user, clock.today(), {"cari": typed})
    found = [(service, service.page(wanted)) for service in SERVICES] if typed else []
    return render_template(
        "search/everything.html",
        typed=typed,
        groups=[
            (service.title, [service.show(row) for row in page.rows[:SHOWN]], _all_of(service, page, typed))
            for service, page in found
            if page.rows
        ],
        breadcrumbs=work_trail(("Cari", "")),
    )


def _all_of(service: Service, page: Page, typed: str) -> str:
    """The register with all that was found, where this page does not show it."""
    more = len(page.rows) > SHOWN or page.older is not None
    return url_for(service.register, cari=typed) if more and service.register else ""


def _door(typed: str) -> str:
    """The page of what bears this number or code, as far as this person may know of it; "" for words."""
    kind, spelt = recognise(typed)
    open_door = DOORS.get(kind)
    return (open_door(spelt) if open_door else "") or _visit_page(Visit.find(typed.strip().upper()))


def _submission(number: str) -> str:
    return _submission_page(Submission.find(current_user, number))


def _complaint(number: str) -> str:
    return _complaint_page(Complaint.find(current_user, number))


def _letter(spelt: str) -> str:
    letter = Letter.by_number(spelt)
    return url_for("letter_register.show", letter_id=letter.id) if letter else ""


def _box_form(number: str) -> str:
    form = BoxForm.by_number(number)
    complaint = Complaint.with_id(form.complaint_id) if form else None
    return _complaint(complaint.number) if complaint else ""


def _activity(number: str) -> str:
    activity = Activity.known_as(number)
    return url_for("activities.show", number=activity.number) if activity else ""


def _code(code: str) -> str:
    """A tracking code, that of a letter, a ticket's, or one on the notice board.

    The secret code of a complaint opens nothing here: it would stay in the address.
    """
    sign = hash_code(code)
    if letter := Letter.by_code(sign):
        return url_for("letter_register.show", letter_id=letter.id)
    if ticket := Ticket.by_code(sign):
        return _visit_page(ticket.visit)
    if posted := Complaint.by_board_code(code):
        return _complaint_page(Complaint.find(current_user, posted.number))
    found = Submission.tracked(sign)
    return _submission(found.number) if found else ""


DOORS: dict[str, Callable[[str], str]] = {
    "submission": _submission,
    "complaint": _complaint,
    "box_form": _box_form,
    "activity": _activity,
    "letter": _letter,
    "identity": _letter,
    "code": _code,
}


def _submission_page(submission: Submission | None) -> str:
    if submission is None:
        return ""
    own = Role.APPLICANT in hats_on(submission, current_user)
    return url_for("submissions.show" if own else "review.show", number=submission.number)


def _complaint_page(complaint: Complaint | None) -> str:
    return url_for("complaint_case.show", number=complaint.number) if complaint else ""


def _visit_page(visit: Visit | None) -> str:
    return url_for("visit_page.show", number=visit.number) if visit else ""


def _show_submission(row: Any) -> Find:
    url = url_for("review.show", number=row.number)
    return Find(row.title or "(belum berjudul)", url, row.number, f"{row.agency or '–'}, {labels.standing(row)[0]}")


def _show_letter(row: Any) -> Find:
    own = url_for("letter_register.show", letter_id=row.letter_id) if row.letter_id else ""
    place = own or url_for("book_entries.show", entry_id=row.id)
    return Find(row.title or row.subject or row.reason, place, row.number, row.agency or row.recipient or "–")


def _show_complaint(row: Any) -> Find:
    return Find(row.title, url_for("complaint_case.show", number=row.number), row.number, STATUS_LABELS[row.status])


def _show_visit(row: Any) -> Find:
    more = f"{row.institution or '–'}, {wording.long_date(row.day)}"
    return Find(row.name, url_for("visit_page.show", number=row.number), row.number, more)


SERVICES = (
    Service("Permohonan", register.register_page, _show_submission, "worklist.register"),
    Service("Permohonan menurut pemohonnya", register.page_of_applicant_named, _show_submission, ""),
    Service("Surat", BookEntry.page, _show_letter, "letter_register.index"),
    Service("Pengaduan", Complaint.register_page, _show_complaint, "complaint_desk.index"),
    Service("Buku tamu", Visit.register_page, _show_visit, ""),
)
