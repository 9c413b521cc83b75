"""What a form is made of: a questionnaire of blocks, a block of questions, and the conditions between them.

Each kind of question knows five things about a stored value: whether it is blank, what is wrong with its
shape, what a non-blank one still lacks, how it reads as plain text, and how it is typed and read back.
A new kind is one dataclass here (or beside) and two small templates named by its `kind`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pst.questionnaires.choices import Agreement, Choice, Choices, Option, YesNo
from pst.questionnaires.conditions import All, Answers, AnyOf, Condition, Is, Not
from pst.questionnaires.contacts import Email, Phone
from pst.questionnaires.numbers import Date, Number, Year
from pst.questionnaires.questions import Files, LongText, Question, Refused, Text
from pst.questionnaires.tables import Column, Schedule, Table

Coded = TypeVar("Coded", bound=Any)
"""A row that has the `code` of a question."""


@dataclass(frozen=True)
class Block:
    """One page of the form. `number` 0 is the cover and stands in addresses; `key` is its name in code."""

    number: int
    key: str
    title: str
    intro: str
    questions: tuple[Question, ...]
    ask_if: Condition | None = None

    def asks(self, code: str) -> bool:
        """Whether the question belongs to this block."""
        return any(question.code == code for question in self.questions)


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """One version of the form. `always_open` are questions an applicant may write at every revision.

    Of the questions in each of `one_yes` at least one is answered with "ya" before the form can be sent. `purpose` says
    what the answers are used for, where that is not the recommendation.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    always_open: tuple[str, ...] = field(default=())
    one_yes: tuple[tuple[str, ...], ...] = field(default=())
    purpose: str = ""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for block in self.blocks for question in block.questions)

    @cached_property
    def _by_code(self) -> dict[str, tuple[Block, Question]]:
        return {question.code: (block, question) for block in self.blocks for question in block.questions}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {question.code: place for place, question in enumerate(self.questions)}

    @cached_property
    def _conditions(self) -> dict[str, tuple[Condition, ...]]:
        return {question.code: tuple(dict.fromkeys(self._upwards(question.code))) for question in self.questions}

    def _upwards(self, code: str) -> Iterator[Condition]:
        block, question = self._by_code[code]
        for condition in (question.ask_if, block.ask_if):
            if condition is not None:
                yield condition
                for controlling in condition.codes:
                    yield from self._upwards(controlling)

    def conditions_of(self, code: str) -> tuple[Condition, ...]:
        """All that has to hold for it to be asked: its own condition, its block's, and those of what they look at."""
        return self._conditions[code]

    def in_order(self, rows: Iterable[Coded]) -> list[Coded]:
        """Rows with the `code` of a question in the order in which it asks; what is about the whole comes first."""
        return sorted(rows, key=lambda row: self._places.get(row.code, -1))

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def question(self, code: str) -> Question:
        """The question of this code; `KeyError` for a code the version does not have."""
        return self._by_code[code][1]

    def block_of(self, code: str) -> Block:
        """The block that asks this code; `KeyError` for a code the version does not have."""
        return self._by_code[code][0]

    def block(self, number: int) -> Block:
        """The block of this number; `KeyError` when there is none."""
        return {block.number: block for block in self.blocks}[number]


__all__ = [
    "Agreement",
    "All",
    "Answers",
    "AnyOf",
    "Block",
    "Choice",
    "Choices",
    "Column",
    "Condition",
    "Date",
    "Email",
    "Files",
    "Is",
    "LongText",
    "Not",
    "Number",
    "Option",
    "Phone",
    "Question",
    "Questionnaire",
    "Refused",
    "Schedule",
    "Table",
    "Text",
    "Year",
    "YesNo",
]
