"""The steps of the moment as an officer's page offers them, and what else may be done there now."""

from dataclasses import dataclass
from typing import Any

from flask import url_for

from pst import clock
from pst.actions.review import evaluations, remarks
from pst.actions.submissions.progress import hats_on, steps_for
from pst.models.accounts.users import User
from pst.models.submissions.submissions import Submission
from pst.rules.office.office import Office
from pst.rules.roles import Role
from pst.rules.steps import Step

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "check": ("submissions.check", {}),
    "letter": ("review.show", {"lihat": "surat"}),
    "initials": ("initials.show", {}),
    "approval": ("letters.approval", {}),
    "signing": ("signing.of_case", {}),
}
"""Where the steps are taken that name a page: where one sees what one sends, hands over or signs."""


@dataclass(frozen=True)
class Button:
    """A step as the page offers it: pressed at once, or a link to the page that asks first."""

    verb: str
    label: str
    url: str
    at_once: bool
    kind: str

    @property
    def leads_on(self) -> bool:
        return self.kind == "primary"


def buttons(submission: Submission, actor: User, office: Office) -> list[Button]:
    """The steps this person may take now, the one that leads on first."""
    waits_until = evaluations.may_be_refused_from(submission, office)
    early = waits_until is not None and clock.today() < waits_until
    steps = [step for step in steps_for(submission, actor) if not (early and step.verb == "propose_refusal")]
    once = {step.label: step for step in sorted(steps, key=lambda step: (step.ends, not step.forward))}
    return [_button(submission, step) for step in once.values()]


def may_remark(submission: Submission, actor: User) -> bool:
    """May note, settle and reopen remarks now."""
    return submission.status in remarks.NOTED_IN and Role.OFFICER in hats_on(submission, actor)


def _button(submission: Submission, step: Step) -> Button:
    here = {"number": submission.number}
    kind = "quiet" if step.ends else "primary" if step.forward else "secondary"
    if step.page:
        endpoint, more = PAGES[step.page]
        return Button(step.verb, step.label, url_for(endpoint, **here, **more), False, kind)
    url = url_for("steps.take" if step.at_once else "steps.ask", **here, verb=step.verb)
    return Button(step.verb, step.label, url, step.at_once, kind)
