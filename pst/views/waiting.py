"""The first page of whoever works here: what waits for me, of every service, most urgent first."""

from datetime import date, datetime
from typing import Any, NamedTuple

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions import handovers
from pst.models import waiting
from pst.models.complaints.complaints import CARDS as COMPLAINT_CARDS
from pst.models.complaints.complaints import Complaint
from pst.models.handovers import Notice
from pst.models.review import worklist
from pst.models.review.worklist import Load
from pst.models.waiting import Wait
from pst.rules.calendar import WorkCalendar
from pst.rules.handovers import KINDS as HANDOVERS
from pst.rules.office import stages
from pst.rules.office.office import Office
from pst.rules.review import labels
from pst.rules.roles import Role
from pst.rules.submissions.badges import clock_badge
from pst.rules.submissions.deadlines import open_pause
from pst.rules.time_left import Badge, badge_of, days_until
from pst.rules.waiting import BOX, COMPLAINT, DESK, KINDS, SERVICES, SUBMISSION, Waiting, asked_of, grouped
from pst.web.access import roles
from pst.web.fragments import led_to, page_or_fragment, saved
from pst.web.instance import the_calendar, the_office
from pst.web.querying import number_of, with_query
from pst.web.registers import narrowed_to

blueprint = Blueprint("waiting", __name__, url_prefix="/petugas")
desk_roles = roles(Role.OFFICER, Role.HEAD)

PAGE, DEEPEST = "halaman", 25
PAGES = {SUBMISSION: "review.show", COMPLAINT: "complaint_case.show"}
REGISTERS = {SUBMISSION: "worklist.register", COMPLAINT: "complaint_desk.index"}
"""Whose address the cases' own begin with."""
OTHER_PAGES = {DESK: "counter.desk", BOX: "boxes.index"}

SUBMISSION_COUNTS = {
    "late": ("permohonan lewat batas", "danger"),
    "mine": ("tugas saya", "info"),
    "unassigned": ("belum ada petugas", "warning"),
    "head": ("menunggu Kepala", "info"),
    "with_applicant": ("pada pemohon", "neutral"),
    "open": ("sedang berjalan", "neutral"),
}
COMPLAINT_COUNTS = {
    "late": ("pengaduan lewat batas", "danger"),
    "new": ("pengaduan baru", "warning"),
    "mine": ("pengaduan saya tangani", "info"),
}
OFFICERS_COUNTS = ("mine", "unassigned")
"""Counts of submissions that say nothing to a head who is no officer."""


class Line(NamedTuple):
    """One row as it is drawn; `take` is where it is taken, "" where that cannot be."""

    row: Wait
    key: str
    title: str
    icon: str
    service: str
    asked: str
    url: str
    take: str
    badge: Badge
    due: date | None
    """Its last day; none while it is the applicant's turn."""
    is_news: bool
    overrun: int
    """Working days beyond the office's own target for the stage."""


@blueprint.get("")
@desk_roles
def desk() -> Response:
    """What waits for me; the list alone when it looks again by itself."""
    today, office = clock.today(), the_office()
    page = min(number_of(PAGE) or 1, DEEPEST)
    found = waiting.waiting(current_user, today, clock.now(), office, page)
    if page > 1 and not found.rows:  # all of it was done meanwhile: an empty page would say that nothing waits
        return led_to(with_query(".desk", **{PAGE: None, "otomatis": None}))
    loads = worklist.loads(today)
    news = Notice.unread_of(current_user) if current_user.unread else []
    told = {notice.key for notice in news}
    lines = _lines(found.rows, today, the_calendar(), office, told)
    return page_or_fragment(
        "waiting/desk.html",
        "waiting/_desk.html",
        groups=grouped(((line, line.due) for line in lines), today),
        done=_done(waiting.done_since(current_user, clock.midnight(today))) if not found.rows else [],
        counts=_counts(loads, today),
        news=[_news(notice) for notice in news],
        colleagues=worklist.colleagues(loads, current_user),
        room=found.room,
        newer=with_query(".desk", **{PAGE: page - 1}) if page > 1 else "",
        older=with_query(".desk", **{PAGE: page + 1}) if found.more and page < DEEPEST else "",
        may_enter=current_user.has(Role.OFFICER),
        again=with_query(".desk", otomatis=1),
        here=with_query(".desk", otomatis=None),
        now=clock.now(),
        wide=True,
    )


@blueprint.post("/kabar/dibaca")
@desk_roles
def mark_all_read() -> Response:
    """All news was seen."""
    handovers.mark_all_read(current_user, clock.now())
    return saved(url_for(".desk"), "Semua kabar ditandai sudah dibaca.")


def _lines(rows: list[Wait], today: date, calendar: WorkCalendar, office: Office, told: set[str]) -> list[Line]:
    """The rows as they are drawn; `told` are the numbers of the cases of which there is news."""

    registers = {noun: url_for(register) for noun, register in REGISTERS.items()}

    def line(row: Wait) -> Line:
        kind, paused = KINDS[row.kind], bool(row.clock and open_pause(row.clock))
        return Line(
            row,
            f"{row.kind}-{row.id or ''}",
            kind.title.format(row.how_many) or row.title or "(belum berjudul)",
            *SERVICES[kind.service],
            asked_of(row.kind, row.status),
            _page_of(row, registers),
            f"{registers[kind.service]}/{row.number}/ambil" if kind.free else "",
            clock_badge(row.clock, False, calendar, today) if kind.by_clock else _badge(kind, row.due, today, calendar),
            None if kind.by_clock and paused else row.due,
            row.number in told,
            stages.overrun(row.status, row.since, today, calendar, office) if row.since and row.due else 0,
        )

    return [line(row) for row in rows]


def _badge(kind: Waiting, due: date | None, today: date, calendar: WorkCalendar) -> Badge:
    if kind.today:
        return Badge(None, "hari ini", "warning")
    return badge_of(days_until(due, today, calendar)) if due else Badge(None, "tanpa batas", "neutral")


def _news(notice: Any) -> tuple[str, str, str, datetime]:
    """(what, of which case, its page, when)."""
    page = url_for(PAGES[notice.noun], number=notice.key)
    return HANDOVERS[notice.kind].words, notice.key, page, notice.made_at


def _page_of(row: Wait, registers: dict[str, str]) -> str:
    """Where the work on it is done."""
    kind = KINDS[row.kind]
    if row.kind == "entered":
        return url_for("submissions.show", number=row.number)
    if kind.service not in registers:
        return url_for(OTHER_PAGES[kind.service])
    return f"{registers[kind.service]}/{row.number}{f'?lihat={kind.section}' if kind.section else ''}"


def _counts(loads: list[Load], today: date) -> list[tuple[int, str, str, str]]:
    """(how many, what, the register that holds them, tone)."""
    shown = [key for key in SUBMISSION_COUNTS if current_user.has(Role.OFFICER) or key not in OFFICERS_COUNTS]
    submissions, complaints = (
        worklist.counts(loads, current_user),
        Complaint.counts_at_office(current_user, today, the_office()),
    )
    return [
        *(_count(submissions[key], *SUBMISSION_COUNTS[key], "worklist.register", worklist.CARDS[key]) for key in shown),
        *(
            _count(complaints[key], *words, "complaint_desk.index", COMPLAINT_CARDS[key])
            for key, words in COMPLAINT_COUNTS.items()
        ),
    ]


def _count(number: int, label: str, tone: str, register: str, filters: dict[str, Any]) -> tuple[int, str, str, str]:
    return number, label, narrowed_to(register, filters), tone if number else "neutral"


def _done(events: list[Any]) -> list[tuple[str, str]]:
    """(what, to what) of today's work, each once."""
    said = [(labels.verb_label(event.verb), event.key) for event in events if event.noun == SUBMISSION]
    return list(dict.fromkeys(said))
