"""What the rules find in a design, as a prepared checklist beside the answers an officer reads."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pst import clock
from pst.actions.submissions.designs import design_of
from pst.models.review.overrulings import Overruling
from pst.models.submissions.submissions import Submission
from pst.rules.catalogue.design_checks import Design, Finding, Severity, violations
from pst.web.instance import the_calendar, the_office


@dataclass(frozen=True)
class Listed:
    """One finding: `noted` once a remark says it, `overruled` once an officer said why it does not hold."""

    id: str
    weight: str
    message: str
    noted: bool
    overruled: Any = None


def design_sent(
    submission: Submission, answers: Mapping[str, Any], files: Iterable[str], beside: Mapping[str, Any]
) -> Design:
    """The design as it was sent."""
    return design_of(submission, answers, files, clock.now(), the_office(), the_calendar(), beside)


def checklist(
    submission: Submission, design: Design, asked: Collection[str], texts: Iterable[str]
) -> dict[str, list[Listed]]:
    """Question ("" where none of a rule's is asked) → what was found; `texts` are those of the remarks."""
    overruled, said = Overruling.of(submission), "\n".join(texts)
    found: dict[str, list[Listed]] = {}
    for finding in violations(design):
        found.setdefault(finding.place(asked), []).append(_listed(finding, overruled.get(finding.rule.id), said))
    return found


def _listed(finding: Finding, overruled: Any, said: str) -> Listed:
    weight = "Perlu diperbaiki" if finding.rule.severity == Severity.ERROR else "Perlu dipertimbangkan"
    return Listed(finding.rule.id, weight, finding.message, finding.rule.opening in said, overruled)
