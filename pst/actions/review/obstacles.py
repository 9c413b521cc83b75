"""What stands in the way of a step: told beside its button before it is pressed, by the rules that refuse it then."""

from collections.abc import Collection, Iterable
from typing import Any

from pst.actions.letters.findings import counted_in_the_way
from pst.actions.review.evaluations import NOT_CONCLUDED
from pst.actions.review.examinations import refused_over_blocks
from pst.models.review.evaluations import Evaluation
from pst.models.submissions.submissions import Submission
from pst.rules.office.office import Office


def obstacles(
    submission: Submission, verb: str, office: Office, remarks: Iterable[Any], seen: Collection[int] | None = None
) -> list[str]:
    """Why this step would be refused now; `remarks` as pages show them, `seen` the blocks that are marked."""
    if verb == "start_evaluation":
        return [*counted_in_the_way(remarks, ""), *filter(None, [refused_over_blocks(submission, office, seen)])]
    if verb == "start_drafting":
        sitting = Evaluation.latest(submission)
        outcome = sitting.outcome if sitting else ""
        return [*counted_in_the_way(remarks, outcome), *([] if outcome else [NOT_CONCLUDED])]
    if verb in ("request_signature", "issue"):
        return counted_in_the_way(remarks, submission.outcome)
    return []
