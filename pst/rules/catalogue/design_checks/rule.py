"""One rule about a design, and what it finds."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from pst.rules.catalogue.design_checks.design import Design

Wrong = bool | list[str] | None
"""What is wrong: something (True, or the culprits by name), nothing (False, an empty list), or it cannot be told."""


class Outcome(StrEnum):
    """How a design stands towards a rule."""

    PASS = "pass"
    VIOLATION = "violation"
    UNKNOWN = "not_evaluable"


class Severity(StrEnum):
    """How much a violation weighs: an `error` is asked to be mended, a `warning` to be thought over."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Rule:
    """One rule. `codes` are the questions it looks at; it is shown at the first of them.

    `message` says what is wrong, why it matters, and how to mend it.
    """

    id: str
    severity: Severity
    block: int
    codes: tuple[str, ...]
    wrong: Callable[[Design], Wrong]
    message: str

    @property
    def opening(self) -> str:
        """The first sentence of the message, by which a remark is known to say it."""
        return self.message.split(". ")[0]


@dataclass(frozen=True)
class Finding:
    """What one rule says of one design."""

    rule: Rule
    outcome: Outcome
    message: str

    def place(self, asked: Collection[str]) -> str:
        """The question that the finding is shown at: the first of its own that is asked, or ""."""
        return next((code for code in self.rule.codes if code in asked), "")


def error(id: str, block: int, codes: str, wrong: Callable[[Design], Wrong], message: str) -> Rule:
    """A rule whose violation is asked to be mended; `codes` are parted by spaces."""
    return Rule(id, Severity.ERROR, block, tuple(codes.split()), wrong, message)


def warning(id: str, block: int, codes: str, wrong: Callable[[Design], Wrong], message: str) -> Rule:
    """A rule whose violation is asked to be thought over."""
    return Rule(id, Severity.WARNING, block, tuple(codes.split()), wrong, message)


def judge(rule: Rule, design: Design) -> Finding:
    """What the rule says of this design."""
    wrong = rule.wrong(design)
    if wrong is None:
        return Finding(rule, Outcome.UNKNOWN, "Belum dapat dinilai: isian yang diperlukan belum ada.")
    if not wrong:
        return Finding(rule, Outcome.PASS, "Sesuai.")
    named = f" Yang dimaksud: {'; '.join(wrong[:MOST_NAMED])}." if isinstance(wrong, list) else ""
    more = f" Dan {len(wrong) - MOST_NAMED} lainnya." if isinstance(wrong, list) and len(wrong) > MOST_NAMED else ""
    return Finding(rule, Outcome.VIOLATION, rule.message + named + more)


MOST_NAMED = 5
