"""What a visitor is asked after the service, as data: today one overall rating and a comment.

Another survey (the nine elements of Permen PANRB 14/2017) takes this one's place by another tuple of questions;
answers are kept by code beside the name of the survey they belong to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pst.rules.refusals import Refusal

SCALE: tuple[tuple[int, str], ...] = ((4, "Sangat baik"), (3, "Baik"), (2, "Kurang baik"), (1, "Tidak baik"))
"""The four steps of Permen PANRB 14/2017, the best first."""
SCALE_LABELS = dict(SCALE)

SURVEY = "satu-2026"
"""Name of the survey in force, stored with every answer."""

COMMENT_LIMIT = 1000


@dataclass(frozen=True)
class Rated:
    """One thing that is rated from 1 to 4."""

    code: str
    text: str


QUESTIONS: tuple[Rated, ...] = (Rated("keseluruhan", "Secara keseluruhan, bagaimana pelayanan kami hari ini?"),)


class RatingRefused(Refusal):
    """The survey cannot be answered (so); the message says why, in Indonesian."""


def check_answers(answers: Mapping[str, int]) -> dict[str, int]:
    """The answers to today's questions, each 1 to 4. Raises `RatingRefused`."""
    known = {question.code: answers.get(question.code) for question in QUESTIONS}
    if any(value not in SCALE_LABELS for value in known.values()):
        raise RatingRefused("Pilih satu nilai untuk setiap pertanyaan.")
    return {code: int(value) for code, value in known.items() if value is not None}


def overall_of(answers: Mapping[str, int]) -> int:
    """The one rating that is counted: of a survey with several questions their mean.

    To the nearest step (halves up).
    """
    return int(sum(answers.values()) / len(answers) + 0.5)


@dataclass(frozen=True)
class RatingSummary:
    """How many chose each step, the mean (None without answers), and the mean times 25 as IKM is written."""

    counts: tuple[tuple[str, int], ...]
    total: int
    mean: float | None
    index: float | None


def summary_of(ratings: Iterable[int]) -> RatingSummary:
    """Counts by step, best first, mean with two places and index = mean × 25."""
    given = list(ratings)
    counts = tuple((label, sum(value == step for value in given)) for step, label in SCALE)
    mean = sum(given) / len(given) if given else None
    return RatingSummary(
        counts,
        len(given),
        round(mean, 2) if mean is not None else None,
        round(mean * 25, 2) if mean is not None else None,
    )
