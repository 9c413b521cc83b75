"""When a question is asked: small values that look at the answers given so far.

A condition compares stored answers only. That a controlling question is itself asked is the business of
`answers.is_asked`, which follows `codes` upwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

Answers = Mapping[str, Any]
"""Answers keyed by question code, as stored in one JSON value."""


class Condition(Protocol):
    """Something that holds, or does not, for a set of answers."""

    @property
    def codes(self) -> frozenset[str]:
        """The questions this condition looks at."""

    def holds(self, answers: Answers) -> bool:
        """Whether the answers satisfy the condition; odd values never satisfy it and never raise."""


@dataclass(frozen=True)
class Is:
    """The answer to `code` is exactly this option."""

    code: str
    option: str

    @property
    def codes(self) -> frozenset[str]:
        return frozenset({self.code})

    def holds(self, answers: Answers) -> bool:
        return answers.get(self.code) == self.option


@dataclass(frozen=True)
class AnyOf:
    """At least one of these options was chosen at `code`, be it a single or a multiple choice."""

    code: str
    options: tuple[str, ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset({self.code})

    def holds(self, answers: Answers) -> bool:
        value = answers.get(self.code)
        chosen = value if isinstance(value, list | tuple) else [value]
        return any(option in chosen for option in self.options)


@dataclass(frozen=True)
class Not:
    """The inner condition does not hold."""

    condition: Condition

    @property
    def codes(self) -> frozenset[str]:
        return self.condition.codes

    def holds(self, answers: Answers) -> bool:
        return not self.condition.holds(answers)


class All:
    """Every inner condition holds: `All(Is(...), AnyOf(...))`."""

    def __init__(self, *conditions: Condition) -> None:
        self.conditions = conditions

    @property
    def codes(self) -> frozenset[str]:
        return frozenset().union(*(condition.codes for condition in self.conditions))

    def holds(self, answers: Answers) -> bool:
        return all(condition.holds(answers) for condition in self.conditions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, All) and self.conditions == other.conditions

    def __hash__(self) -> int:
        return hash(self.conditions)

    def __repr__(self) -> str:
        return f"All{self.conditions!r}"
