"""The register of submissions: narrowed by filters, page by page, or all of it for a spreadsheet.

Lists are named tuples of the columns they show, found by key: a page costs the same at any depth and size.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from peewee import Select

from pst.clock import midnight
from pst.models.accounts.users import User
from pst.models.narrowing import Choice, Day, Flag, Number, Search, Wanted, equals, narrowed, one_of, years_of
from pst.models.office.agencies import Agency
from pst.models.paging import TOP, Beside, Page, Place, Sort, beside, filled, in_letters, indexed, page_by_key
from pst.models.search import SubmissionIndex
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Assignee, Submission
from pst.rules.review.labels import METHOD_LABELS, OUTCOME_LABELS, STATUS_LABELS
from pst.rules.review.workflow import OPEN, UNDECIDED, WAITING_FOR_OFFICER, Status

PAGE = 50
"""Rows of one page of the register."""

ONLY_WRITTEN = (Submission.year, Submission.method, Submission.channel, Submission.submitted_at)
"""Columns that only the spreadsheet has."""

CLOCK = (Submission.rule, Submission.clock_started, Submission.clock_stopped, Submission.extended_days)
"""Columns by which pages count the days left."""

AT_OFFICE, AT_APPLICANT = "kantor", "pemohon"
ACTIVE = tuple(WAITING_FOR_OFFICER - {Status.SIGNING, Status.ISSUED})
SILENT_STATES = (Status.NEEDS_REVISION, Status.INCOMPLETE)
GROUPS: dict[str, tuple[str, tuple[Status, ...]]] = {
    "berjalan": ("Semua yang sedang berjalan", tuple(OPEN)),
    AT_OFFICE: ("Semua yang pada petugas", ACTIVE),
    AT_APPLICANT: ("Semua yang pada pemohon", SILENT_STATES),
}
"""States that are asked for together, as they stand in addresses."""


def begin_of(day: date) -> datetime:
    """The moment a day begins; no office of this product is older than the earliest it knows."""
    return midnight(max(day, date(2000, 1, 1)))


def _is_nobodys() -> Any:
    """Nobody's, or somebody's who has left."""
    return Submission.assignee.is_null() | Submission.assignee.in_(User.select(User.id).where(~User.active))


FILTERS = (
    Search("cari", "Cari nomor, judul, instansi, identitas, atau isi"),
    Choice(
        "keadaan",
        "Keadaan",
        lambda state, _: one_of(Submission.status, GROUPS[state][1]) if state in GROUPS else Submission.status == state,
        {**{group: label for group, (label, _) in GROUPS.items()}, **STATUS_LABELS},
    ),
    Number("instansi", "Instansi", equals(Submission.agency), Agency.choices),
    Number("tahun", "Tahun kegiatan", equals(Submission.year), lambda: years_of(Submission.year, most=30)),
    Number("petugas", "Petugas", equals(Submission.assignee), User.officer_names),
    Choice("cara", "Cara pengumpulan data", equals(Submission.method), METHOD_LABELS),
    Choice("hasil", "Hasil", equals(Submission.outcome), {key: word for key, word in OUTCOME_LABELS.items() if key}),
    Day("dari", "Dikirim sejak", lambda day, _: Submission.submitted_at >= begin_of(day)),
    Day("sampai", "Dikirim sampai", lambda day, _: Submission.submitted_at < begin_of(day) + timedelta(days=1)),
    Flag("saya", "Tugas saya", lambda _, wanted: Submission.assignee == wanted.user.id),
    Flag("tanpa-petugas", "Belum ada petugas", lambda *_: _is_nobodys()),
    Flag(
        "terlambat",
        "Lewat batas",
        lambda _, wanted: one_of(Submission.status, UNDECIDED) & (Submission.due_on < wanted.today),
    ),
    Flag(
        "kewajiban-terlambat",
        "Hasil atau metadata lewat waktu",
        lambda _, wanted: Submission.id.in_(Duty.overdue(wanted.today)),
    ),
)
SORTS = (
    Sort("judul", "Permohonan", in_letters(Submission.title)),
    Sort("batas", "Sisa waktu", filled(Submission.due_on, "'9999-12-31'")),
)
indexed(Submission, SORTS)
indexed(Submission, SORTS, Submission.status)


def register_page(wanted: Wanted, place: Place = TOP) -> Page:
    """One page of the register, as far as this person may see it."""
    return page_by_key(_filtered(wanted, *CLOCK), _key(wanted), place, PAGE)


def register_beside(wanted: Wanted, place: Place) -> Beside:
    """What stands beside a submission in the register."""
    return beside(_filtered(wanted), _key(wanted), place)


def register_rows(wanted: Wanted) -> Iterator[Any]:
    """Every row of the filtered register, newest first."""
    return _filtered(wanted, *ONLY_WRITTEN).order_by(_key(wanted).desc()).namedtuples().iterator()


def page_of_applicant_named(wanted: Wanted) -> Page:
    """The newest submissions of people whose name or mailbox holds every one of these words."""
    people = User.select(User.id).where(User.says(wanted["cari"], wanted))
    query = list_columns().where(seen_by(wanted.user.id), Submission.applicant.in_(people))
    return page_by_key(query, Submission.id)


def list_columns(*more: Any) -> Select:
    """What lists show of a submission."""
    return (
        Submission.select(
            Submission.id,
            Submission.number,
            Submission.title,
            Submission.status,
            Submission.outcome,
            Submission.due_on,
            Submission.entered_status_at,
            Agency.name.alias("agency"),
            Assignee.name.alias("assignee"),
            *more,
        )
        .left_outer_join(Agency)
        .switch(Submission)
        .left_outer_join(Assignee, on=(Submission.assignee == Assignee.id))
        .switch(Submission)
    )


def seen_by(user_id: Any) -> Any:
    """The rows of the register this person may know of: what was sent, and what the officer enters for somebody."""
    return Submission.submitted_at.is_null(False) | (Submission.entered_by == user_id)


def _filtered(wanted: Wanted, *more: Any) -> Any:
    query = list_columns(*more).where(seen_by(wanted.user.id))
    if words := wanted["cari"]:
        query = query.join(SubmissionIndex, on=(SubmissionIndex.rowid == Submission.id)).where(
            SubmissionIndex.matching(words)
        )
    return narrowed(query, FILTERS, wanted)


def _key(wanted: Wanted) -> Any:
    """What the register is ordered by: the submission's id, read from the index of words where that leads."""
    return SubmissionIndex.rowid if wanted["cari"] else Submission.id
