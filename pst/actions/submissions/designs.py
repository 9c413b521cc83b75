"""A submission as the rules about designs read it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from pst.clock import local
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import keep_asked
from pst.rules.calendar import WorkCalendar
from pst.rules.catalogue.burden import ROUNDS_A_YEAR
from pst.rules.catalogue.design_checks import Design
from pst.rules.catalogue.design_checks.block_6 import burden_of
from pst.rules.catalogue.design_checks.design import SURVEY
from pst.rules.catalogue.fieldwork import Fieldwork, fieldwork_of
from pst.rules.catalogue.sample_sheets import SampleSheet
from pst.rules.office.office import Office
from pst.rules.submissions.deadlines import Clock, due_on


def design_of(
    submission: Submission,
    answers: Mapping[str, Any],
    files: Iterable[str],
    at: datetime,
    office: Office,
    calendar: WorkCalendar,
    beside: Mapping[str, Any] | None = None,
) -> Design:
    """The answers that apply, with the day the submission came and the day its letter is promised for.

    A draft counts as if it were sent and declared complete now. `beside` is what is kept beside the answers, where
    it is not what stands there now.
    """
    kept, _ = keep_asked(shelf.find(submission.questionnaire), answers)
    sent = local(submission.submitted_at or at)
    design = Design(kept, sent.date(), _promised(submission, sent, office, calendar), tuple(files))
    return _with_sample(design, submission.beside if beside is None else beside)


def field_of(submission: Submission) -> Fieldwork | None:
    """Whom it asks, where and when, as it is filled in now."""
    kept, _ = keep_asked(shelf.find(submission.questionnaire), submission.answers)
    design = _with_sample(Design(kept), submission.beside)
    return fieldwork_of(design, submission.beside.get("districts", {}))


def burden_lines(design: Design) -> list[str]:
    """What the activity costs respondents and enumerators, as far as its answers say."""
    rounds = ROUNDS_A_YEAR.get(design.text("frekuensi"), 1)
    return burden_of(design, rounds).lines()


def _with_sample(design: Design, beside: Mapping[str, Any]) -> Design:
    """Details of a sample say something of a survey only."""
    return replace(design, sample=SampleSheet.kept(beside)) if design.method == SURVEY else design


def _promised(submission: Submission, sent: datetime, office: Office, calendar: WorkCalendar) -> date | None:
    return submission.due_on or due_on(Clock(submission.clock_rule or office.clock_rule, sent), calendar)
