"""Submissions (permohonan), the numbered revisions they were sent as, and their pauses."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from peewee import CharField, DateField, DateTimeField, IntegerField, ModelSelect, Value

from pst.clock import day_of, local
from pst.models.accounts.users import User
from pst.models.base import Json, Ref, Table, database
from pst.models.narrowing import one_of
from pst.models.office.agencies import Agency
from pst.models.paging import TOP, Page, Place, page_by_key
from pst.rules.review.workflow import OPEN, UNDECIDED, Status
from pst.rules.roles import Role
from pst.rules.submissions.deadlines import Clock, ClockRule
from pst.rules.submissions.deadlines import Pause as RulePause

Assignee = User.alias("assignee")


class Submission(Table):
    """One planned statistical activity on its way to a recommendation.

    `answers` is the working copy while the applicant writes and equals the last revision otherwise. `title`,
    `year`, `method`, `sector` and `region` repeat answers for lists. The clock: `rule` is the rule in force when
    it began, `clock_started` the moment it runs from, `due_on` its last day as now known (none while paused).
    """

    number = CharField(unique=True, max_length=24)
    code = CharField(max_length=24)
    code_hash = CharField(unique=True, max_length=64)
    questionnaire = CharField(max_length=40)
    applicant = Ref(User, backref="+", on_delete="RESTRICT")
    agency = Ref(Agency, null=True, backref="+", on_delete="RESTRICT")
    assignee = Ref(User, null=True, backref="+")
    entered_by = Ref(User, null=True, backref="+")
    """The officer who entered it on the applicant's behalf."""
    channel = CharField(max_length=10, default="online")
    """online, visit, letter or romantik."""
    status = CharField(max_length=20, default=Status.DRAFT.value)
    outcome = CharField(max_length=12, default="")
    """layak or ditolak, once proposed in the letter's draft."""
    answers = Json(default=dict)
    beside = Json(default=dict)
    """What is kept beside the answers: `alike`, what was said of activities that are; `sample`, details of 5.5;
    `districts`, the kecamatan and villages of collection, code and name. Where each is read,
    `rules/catalogue/beside.py` says."""
    title = CharField(max_length=300, default="")
    year = IntegerField(null=True)
    method = CharField(max_length=60, default="")
    sector = CharField(max_length=60, default="")
    region = CharField(max_length=300, default="")
    revision = IntegerField(default=0)
    created_at = DateTimeField()
    changed_at = DateTimeField()
    entered_status_at = DateTimeField()
    submitted_at = DateTimeField(null=True)
    decided_at = DateTimeField(null=True)
    rule = Json(null=True)
    clock_started = DateTimeField(null=True)
    clock_stopped = DateTimeField(null=True)
    due_on = DateField(null=True)
    extended_days = IntegerField(default=0)
    """Working days the head added to what the rule promises."""
    letter_number = CharField(max_length=80, default="")
    """Of the letter by which the agency asks, with its day; empty when it came without one."""
    letter_date = DateField(null=True)
    romantik_id = CharField(max_length=40, default="")
    romantik_record = Json(null=True)
    """The record it was imported from, untouched, so that it goes out as it came in."""
    identity_number = CharField(max_length=40, default="")
    reminded_percent = IntegerField(default=0)
    """The last mark of the promised days the officers were reminded at."""
    reminded_days = IntegerField(default=0)
    """The last reminder of open remarks, in days; 0 again with every return."""

    class Meta:
        indexes = (
            (("status", "due_on"), False),
            (("applicant", "id"), False),
            (("agency", "id"), False),
            (("status", "id"), False),
            (("status", "assignee", "due_on", "entered_status_at"), False),
            (("entered_by", "status"), False),
            (("identity_number",), False),
            (("assignee", "id"), False),
            (("year", "id"), False),
        )

    @classmethod
    def with_people(cls) -> ModelSelect:
        """Submissions joined with what is said of applicant, agency and assignee."""
        applicant = (User.id, User.name, User.email, User.phone, User.position, User.agency)
        return (
            cls.select(cls, *applicant, Agency.id, Agency.name, Assignee.id, Assignee.name)
            .join(User, on=cls.applicant)
            .switch(cls)
            .left_outer_join(Agency)
            .switch(cls)
            .left_outer_join(Assignee, on=(cls.assignee == Assignee.id), attr="assignee")
        )

    @classmethod
    def of_transaction(cls, romantik_id: str) -> str | None:
        """The number of the submission that this transaction of ROMANTIK is; one taken back does not count."""
        same = (cls.romantik_id == romantik_id, cls.status != Status.WITHDRAWN)
        found = cls.select(cls.number).where(*same).order_by(cls.id).tuples().first()
        return found[0] if found else None

    @classmethod
    def decided_between(cls, start: datetime, end: datetime) -> list[Any]:
        """Outcome, moment and last day of those whose letter went out between these moments."""
        told = cls.select(cls.outcome, cls.decided_at, cls.due_on)
        return list(told.where(cls.decided_at >= start, cls.decided_at < end).namedtuples())

    @classmethod
    def visible_to(cls, user: User) -> ModelSelect:
        """The rows this person may know of: one's own and, for officers and the head, all that were ever sent.

        A draft belongs to its applicant and to the officer who enters it; a colleague of the same agency sees
        what was sent, not what is being written.
        """
        return cls.with_people().where(cls._seen_by(user))

    @classmethod
    def find(cls, user: User, number: str) -> "Submission | None":
        """The submission of this number, if this person may see it."""
        return cls.visible_to(user).where(cls.number == number).first()

    @classmethod
    def find_alone(cls, user: User, number: str) -> "Submission | None":
        """The same without its people, for pages that show only answers."""
        return cls.one(ALONE, number, user.id, user.has(Role.APPLICANT) or user.searches, user.searches)

    @classmethod
    def _seen_by(cls, user: User) -> ModelSelect:
        """The condition of `visible_to`."""
        own = cls.applicant == user.id
        if user.has(Role.OFFICER, Role.HEAD):
            return cls.submitted_at.is_null(False) | own | (cls.entered_by == user.id)
        return own if user.has(Role.APPLICANT) else Value(0)

    @classmethod
    def page_of_applicant(cls, applicant: User, place: Place = TOP, size: int = 20) -> Page:
        """One page of a person's submissions, newest first."""
        shown = (cls.id, cls.number, cls.title, cls.year, cls.status, cls.due_on, cls.changed_at, cls.outcome)
        return page_by_key(cls.select(*shown).where(cls.applicant == applicant.id), cls.id, place, size)

    @classmethod
    def by_code(cls, code_hash: str) -> "Submission | None":
        return cls.get_or_none(cls.code_hash == code_hash)

    @classmethod
    def tracked(cls, code_hash: str) -> "Submission | None":
        """What pages without an account tell of the submission with this tracking code; nothing of its content."""
        return cls.one(TRACKED, code_hash)

    @classmethod
    def clock_running(cls) -> ModelSelect:
        """Submissions without a letter yet, whose due date depends on the calendar."""
        return cls.select().where(cls.clock_started.is_null(False), one_of(cls.status, UNDECIDED))

    @classmethod
    def most_promised(cls) -> int:
        """The most working days that any running clock promises."""
        ((most,),) = database.execute_sql(MOST_PROMISED)
        return most or 0

    @classmethod
    def to_remind_of(cls, bounds: Mapping[int, date]) -> list[Any]:
        """What the running clocks are counted by that end before the bound of a mark they were not reminded at yet."""
        counted_by = (cls.rule, cls.clock_started, cls.clock_stopped, cls.extended_days)
        rows = cls.clock_running().select(cls.id, cls.reminded_percent, *counted_by)
        near = [(cls.reminded_percent < mark) & (cls.due_on < bound) for mark, bound in bounds.items()]
        return list(rows.where(reduce(or_, near)).namedtuples())

    @classmethod
    def waiting_in(cls, status: Status, before: datetime, mark: int) -> list[Any]:
        """Submissions in this status since before a moment, not reminded of at this mark: since when, and the last."""
        rows = cls.select(cls.id, cls.entered_status_at, cls.reminded_days)
        waiting = (cls.status == status.value, cls.entered_status_at < before, cls.reminded_days < mark)
        return list(rows.where(*waiting).namedtuples())

    @classmethod
    def open_of(cls, applicant_id: int) -> list[str]:
        """The numbers of this person's submissions that the office has not done with."""
        query = cls.select(cls.number).where(cls.applicant == applicant_id, one_of(cls.status, OPEN)).order_by(cls.id)
        return [number for (number,) in query.tuples()]

    @classmethod
    def drafts_of(cls, applicant_id: int) -> list["Submission"]:
        """What this person began and never sent."""
        return list(cls.select().where(cls.applicant == applicant_id, cls.status == Status.DRAFT.value))

    @classmethod
    def never_sent_since(cls, day: date) -> ModelSelect:
        """Drafts nobody has touched since before this day."""
        return cls.select().where(cls.status == Status.DRAFT.value, cls.submitted_at.is_null(), cls.changed_at < day)

    @property
    def state(self) -> Status:
        return Status(self.status)

    @property
    def clock_rule(self) -> ClockRule | None:
        """The rule this submission is counted by, fixed when it was first sent."""
        return ClockRule.from_json(self.rule) if self.rule else None

    @property
    def sent_rule(self) -> ClockRule:
        """The same of a submission that was sent, which always has one."""
        assert self.rule is not None, f"{self.number} was never sent"
        return ClockRule.from_json(self.rule)

    def clock(self, pauses: Iterable["Pause"]) -> Clock | None:
        """The clock as the rules read it, in the office's days; None while it has not started."""
        return clock_of(self, pauses)


ALONE = """
    SELECT * FROM submission
    WHERE number = ?1 AND (applicant_id = ?2 AND ?3 OR (submitted_at IS NOT NULL OR entered_by_id = ?2) AND ?4)"""
"""The condition of `visible_to`, written out: ?2 is who asks, ?3 may apply, ?4 works at the office."""

MOST_PROMISED = f"""
    SELECT MAX((rule ->> '$.days') + extended_days) FROM submission
    WHERE status IN ({", ".join(repr(str(state)) for state in sorted(UNDECIDED))}) AND clock_started IS NOT NULL"""

TRACKED = """
    SELECT s.id, s.number, s.status, s.submitted_at, s.entered_status_at, s.rule, s.clock_started, s.clock_stopped,
        s.due_on, s.extended_days, s.outcome, s.decided_at, agency.name AS agency_name
    FROM submission AS s LEFT JOIN agency ON agency.id = s.agency_id
    WHERE s.code_hash = ?"""


def clock_of(row: Any, pauses: Iterable["Pause"]) -> Clock | None:
    """The clock of a submission, or of a row of a list that holds its columns."""
    if row.clock_started is None or not row.rule:
        return None
    return Clock(
        rule=ClockRule.from_json({**row.rule, "days": row.rule["days"] + row.extended_days}),
        started=local(row.clock_started),
        pauses=tuple(pause.as_rule() for pause in pauses),
        stopped=day_of(row.clock_stopped),
    )


class Pause(Table):
    """Days that were the applicant's, from the day remarks were sent to the day the revision came."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    started_at = DateTimeField()
    ended_at = DateTimeField(null=True)
    why = CharField(max_length=200)

    def as_rule(self) -> RulePause:
        """The pause in the office's days."""
        end = day_of(self.ended_at)
        return RulePause(start=local(self.started_at).date(), end=end, why=self.why)

    @classmethod
    def of(cls, submission: Submission) -> list["Pause"]:
        """The pauses of one submission, the first one first."""
        return list(cls.raw("SELECT * FROM pause WHERE submission_id = ? ORDER BY id", submission.id))

    @classmethod
    def by_submission(cls, ids: list[int]) -> dict[int, list["Pause"]]:
        """The pauses of many submissions, keyed by submission."""
        found: dict[int, list[Pause]] = {}
        for pause in cls.raw(PAUSES, json.dumps(ids)):
            found.setdefault(pause.submission_id, []).append(pause)
        return found


PAUSES = "SELECT * FROM pause WHERE submission_id IN (SELECT value FROM json_each(?)) ORDER BY id"


class Revision(Table):
    """The answers exactly as they were sent; never changed."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    number = IntegerField()
    questionnaire = CharField(max_length=40)
    answers = Json()
    beside = Json(default=dict)
    attachments = Json(default=list)
    """[{code, name, sha256, size}] as they were when it was sent."""
    sent_at = DateTimeField()
    sent_by = Ref(User, backref="+")
    dropped = Json(default=list)
    """Codes of answers left out because their question no longer applied."""

    class Meta:
        indexes = ((("submission", "number"), True),)

    @classmethod
    def of(cls, submission: Submission) -> ModelSelect:
        return cls.select(cls, User).join(User).where(cls.submission == submission.id).order_by(cls.number)

    @classmethod
    def sent_by_applicant(cls, applicant_id: int, most: int = 20) -> list[Any]:
        """When this person sent what, and with it the statement of which edition of the form; the newest first."""
        query = cls.select(cls.questionnaire, cls.sent_at, Submission.number.alias("submission_number"))
        mine = query.join(Submission).where(Submission.applicant == applicant_id)
        return list(mine.order_by(cls.id.desc()).limit(most).namedtuples())

    @classmethod
    def newest(cls, submission: Submission, how_many: int = 1) -> list["Revision"]:
        """The last revisions, the newest first."""
        newest = "SELECT * FROM revision WHERE submission_id = ? ORDER BY number DESC LIMIT ?"
        return list(cls.raw(newest, submission.id, how_many))

    @classmethod
    def latest(cls, submission: Submission) -> "Revision | None":
        """The last one that was sent."""
        return cls.of(submission).order_by(cls.number.desc()).first()
