"""Overruling what a rule finds in a design: the officer says why, and it is remembered."""

from datetime import datetime

from pst.actions import audit
from pst.actions.review.remarks import NOTED_IN
from pst.actions.steps import refresh
from pst.actions.submissions.progress import hats_on
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.review.overrulings import Overruling
from pst.models.submissions.submissions import Submission
from pst.rules.catalogue.design_checks import find_rule
from pst.rules.roles import Role
from pst.rules.steps import StepRefused


def overrule(submission: Submission, rule: str, reason: str, actor: User, at: datetime) -> None:
    """The rule does not hold here; once is enough. Raises `StepRefused`."""
    with write():
        refresh(submission)
        if Role.OFFICER not in hats_on(submission, actor):
            raise StepRefused("Temuan diputuskan oleh petugas.")
        if submission.status not in NOTED_IN:
            raise StepRefused("Permohonan ini tidak sedang diperiksa.")
        if find_rule(rule) is None:
            raise StepRefused("Aturan itu tidak dikenal.")
        if rule in Overruling.of(submission):
            raise StepRefused("Temuan ini sudah diabaikan seorang rekan.")
        Overruling.create(submission=submission, rule=rule, reason=reason.strip(), by=actor, at=at)
        audit.record("submission", submission.number, "overrule", actor, at, note=reason.strip(), facts={"rule": rule})
