"""What is like a submission, for its applicant while it is written and for the officer who examines it."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from pst.actions.catalogue.catalogue import variable_names
from pst.actions.seen import mark_of
from pst.actions.steps import refresh
from pst.actions.submissions.activity import agency_name
from pst.actions.submissions.submissions import keep_beside, open_for_writing
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.catalogue.likeness import MOST, Alike, alike
from pst.models.submissions.submissions import Revision, Submission
from pst.questionnaires.facts import facts
from pst.rules.catalogue.likeness import CHOICES, NO_REASON, Design, said_in_words
from pst.rules.refusals import Refusal

Said = Mapping[str, Mapping[str, str]]
"""What was said of each, by its key: `title` and `agency` as they stood, `choice` and `why`."""


class Near(NamedTuple):
    """One that is alike; `key` stands for all editions of it, `said` is what its applicant said, if anything.

    Of what the same agency held before nothing is asked.
    """

    key: str
    alike: Alike
    said: Mapping[str, str] | None
    asked: bool

    @property
    def words(self) -> str:
        """What was said, in a line."""
        return said_in_words(self.said["choice"], self.said["why"]) if self.said else ""


def design_of(submission: Submission) -> Design:
    """What it has been answered so far."""
    known = facts(submission.answers)
    return Design(known.title, tuple(variable_names(submission)), known.region, known.year)


def alike_to(submission: Submission, words: str, said: Said | None = None, limit: int = MOST) -> list[Near]:
    """The nearest of others, by the office's list of `words`, with what is `said` of them (so far, unless given)."""
    known = said_so_far(submission) if said is None else said
    own = _plain(agency_name(submission))
    found = alike(design_of(submission), words, limit, but=submission.id)
    keys = [_key(each) for each in found]
    return [Near(key, each, known.get(key), _plain(each.agency) != own) for key, each in zip(keys, found, strict=True)]


def said_so_far(submission: Submission) -> Said:
    return submission.beside.get("alike", {})


def said_when_sent(submission: Submission) -> Said:
    """What the last revision said."""
    sent = Revision.newest(submission)
    return sent[0].beside.get("alike", {}) if sent else {}


def answer_alike(
    submission: Submission, actor: User, near: list[Near], given: Mapping[str, tuple[str, str]], at: datetime
) -> None:
    """Keep what the applicant says of those that are near: (choice, why) by key; it goes along when the form is sent.

    Raises `Refusal` at the reason that is lacking, `StepRefused`.
    """
    said = {
        each.key: {"title": each.alike.title, "agency": each.alike.agency, "choice": choice, "why": why}
        for each in near
        for choice, why in (given.get(each.key, ("", "")),)
        if choice in CHOICES
    }
    lacking = [key for key, words in said.items() if words["choice"] == "needed" and not words["why"].strip()]
    if lacking:
        raise Refusal(NO_REASON, f"alasan-{lacking[0]}")
    with write():
        refresh(submission)
        open_for_writing(submission, actor)
        keep_beside(submission, "alike", {**said_so_far(submission), **said}, at)


def _key(each: Alike) -> str:
    """By what is shown of it: of what is pending the number is nobody else's business."""
    return mark_of({"title": _plain(each.title), "agency": _plain(each.agency)})


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
