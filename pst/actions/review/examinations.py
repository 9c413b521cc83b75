"""Marking the blocks of a form as examined, so that nothing is passed over before the team sits down.

A mark belongs to a revision. When the applicant sends again, the marks of blocks in which nothing changed go along.
"""

from collections.abc import Collection
from datetime import datetime

from pst.actions import audit
from pst.actions.review.remarks import NOTED_IN
from pst.actions.steps import refresh
from pst.actions.submissions.progress import hats_on
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.review.examinations import Examined
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked
from pst.questionnaires.kinds import Block
from pst.rules.office.office import Office
from pst.rules.roles import Role
from pst.rules.steps import StepRefused


def mark(submission: Submission, block: int, actor: User, at: datetime) -> None:
    """This block was read to the end; marking it twice changes nothing. Raises `StepRefused`."""
    with write():
        _examining(submission, block, actor)
        if block not in Examined.of(submission):
            Examined.create(submission=submission, revision=submission.revision, block=block, by=actor, at=at)
            audit.record("submission", submission.number, "examine", actor, at, facts={"block": block})


def unmark(submission: Submission, block: int, actor: User, at: datetime) -> None:
    """It has to be read again. Raises `StepRefused`."""
    with write():
        _examining(submission, block, actor)
        if found := Examined.of(submission).get(block):
            Examined.delete_by_id(found.id)
            audit.record("submission", submission.number, "unexamine", actor, at, facts={"block": block})


def refused_over_blocks(submission: Submission, office: Office, seen: Collection[int] | None = None) -> str:
    """Why the team has to wait where the office insists on every block; "" when it need not."""
    left = unexamined(submission, seen) if office.examine_all == "ya" else []
    names = ", ".join(block.title.partition(".")[0] for block in left)
    return f"Tandai dahulu bagian yang belum diperiksa: {names}." if left else ""


def unexamined(submission: Submission, seen: Collection[int] | None = None) -> list[Block]:
    """The blocks that apply and nobody has marked at the newest revision (`seen` are those that are marked)."""
    seen = Examined.of(submission) if seen is None else seen
    return [block for block in blocks_of(submission) if block.number not in seen]


def blocks_of(submission: Submission) -> list[Block]:
    """The blocks that ask anything of this submission."""
    form = shelf.find(submission.questionnaire)
    return [block for block in form.blocks if asked(form, submission.answers, block)]


def _examining(submission: Submission, block: int, actor: User) -> None:
    refresh(submission)
    if Role.OFFICER not in hats_on(submission, actor):
        raise StepRefused("Pemeriksaan dilakukan oleh petugas.")
    if submission.status not in NOTED_IN:
        raise StepRefused("Permohonan ini tidak sedang diperiksa.")
    if block not in {known.number for known in blocks_of(submission)}:
        raise StepRefused("Bagian itu tidak ada pada formulir ini.")
