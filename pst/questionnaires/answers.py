"""What a set of answers means for a questionnaire: what is asked, what is missing, what changed.

Answers are one JSON value keyed by question code, exactly as stored: odd values are possible and never raise.
Attachments are not among them; `files` gives the number attached per question code.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pst.questionnaires.choices import NO
from pst.questionnaires.facts import Facts, facts
from pst.questionnaires.kinds import Answers, Block, Files, Question, Questionnaire
from pst.questionnaires.text import BadText, normalise


class BlockState(StrEnum):
    """How far a block is filled."""

    UNDECIDED = "undecided"
    NOT_ASKED = "not_asked"
    EMPTY = "empty"
    PARTIAL = "partial"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Missing:
    """One question that keeps the form from being sent, and why."""

    block: Block
    code: str
    label: str
    why: str


@dataclass(frozen=True)
class Change:
    """One question whose answer differs between two revisions."""

    question: Question
    old: Any
    new: Any


def initial(questionnaire: Questionnaire) -> dict[str, Any]:
    """What a new draft already holds."""
    return {q.code: q.default for q in questionnaire.questions if q.default is not None}


def is_asked(questionnaire: Questionnaire, question: Question, answers: Answers) -> bool:
    """Whether its own and its block's conditions hold, and whatever controls it is itself asked."""
    return all(condition.holds(answers) for condition in questionnaire.conditions_of(question.code))


def asked(questionnaire: Questionnaire, answers: Answers, block: Block | None = None) -> list[Question]:
    """The questions that apply, in the order of the form; of one block when it is named."""
    questions = block.questions if block else questionnaire.questions
    return [question for question in questions if is_asked(questionnaire, question, answers)]


def problems(questionnaire: Questionnaire, answers: Answers, block: Block | None = None) -> dict[str, str]:
    """What is wrong with the shape of the answers that apply, by question code. Blanks are no problem."""
    answered = (q for q in asked(questionnaire, answers, block) if not isinstance(q, Files))
    found = {q.code: q.problem(answers.get(q.code)) for q in answered}
    return {code: problem for code, problem in found.items() if problem}


def unanswered(
    questionnaire: Questionnaire,
    answers: Answers,
    files: Mapping[str, int],
    *,
    also_required: Collection[str] = (),
    block: Block | None = None,
    metadata: bool = True,
) -> list[Missing]:
    """Everything that keeps the form from being sent, in its order: blank, misshapen or unfinished answers.

    Without `metadata`, what only MS-Keg has is excused: questions, columns, and stages of the schedule.

    `also_required` names questions that are optional in the form but insisted on here, such as the note that
    goes with a correction, or the covering letter when the office asks for one.
    """
    return [
        Missing(questionnaire.block_of(question.code), question.code, question.title, why)
        for question in asked(questionnaire, answers, block)
        if (metadata or not question.metadata_only)
        and (
            why := _why_missing(question, answers, files, question.required or question.code in also_required, metadata)
            or _why_none(questionnaire, question, answers)
        )
    ]


def keep_asked(questionnaire: Questionnaire, answers: Answers) -> tuple[dict[str, Any], list[Question]]:
    """The answers that apply, and the questions whose answers were left out because they no longer do.

    A draft keeps hidden answers; sending leaves them out and tells the person. Answers the person never gave
    (blank, or still the default) are left out without a word, and so are codes this version does not have.
    """
    kept = {
        question.code: answers[question.code] for question in asked(questionnaire, answers) if question.code in answers
    }
    dropped = [
        question
        for question in questionnaire.questions
        if question.code not in kept and not question.is_untouched(answers.get(question.code))
    ]
    return kept, dropped


def changed(questionnaire: Questionnaire, old: Answers, new: Answers) -> list[Change]:
    """The questions answered differently, in the order of the form; blank equals blank, however stored."""
    pairs = ((question, old.get(question.code), new.get(question.code)) for question in questionnaire.questions)
    return [Change(question, before, after) for question, before, after in pairs if not question.same(before, after)]


@dataclass(frozen=True)
class Merged:
    """Answers sent from one page, laid over those stored meanwhile from another.

    `answers` are to be stored. `overtaken` were changed on both: nobody's words are dropped, the sender chooses.
    `behind` were changed elsewhere alone: the sender's page still showed the older ones.
    """

    answers: dict[str, Any]
    overtaken: frozenset[str]
    behind: frozenset[str]


def merge(questionnaire: Questionnaire, stored: Answers, given: Answers, seen: Mapping[str, str]) -> Merged:
    """What becomes of the given answers; `seen` are the marks of what the sender's page was drawn from.

    A question without a mark is stored as it was given.
    """
    moved = {code for code in given if code in seen and seen[code] != _mark(questionnaire, code, stored)}
    behind = {code for code in moved if seen[code] == _mark(questionnaire, code, given)}
    agreed = {code for code in moved if _mark(questionnaire, code, stored) == _mark(questionnaire, code, given)}
    overtaken = moved - behind - agreed
    kept = {code: value for code, value in given.items() if code not in behind | overtaken}
    return Merged(kept, frozenset(overtaken), frozenset(behind))


def _mark(questionnaire: Questionnaire, code: str, answers: Answers) -> str:
    return questionnaire.question(code).mark(answers.get(code))


def opened(questionnaire: Questionnaire, codes: Iterable[str]) -> frozenset[str]:
    """The questions an applicant may write when these were questioned: they, and all that depend on them.

    Dependence is followed to the end: opening the way of collection opens the whole sample design. Questions
    that are `always_open` (the note to the examiner) are added.
    """
    reached = {code for code in (*codes, *questionnaire.always_open) if code in questionnaire}
    while more := _dependents(questionnaire, reached) - reached:
        reached |= more
    return frozenset(reached)


def block_state(
    questionnaire: Questionnaire, block: Block, answers: Answers, files: Mapping[str, int], metadata: bool = True
) -> BlockState:
    """How far the block is filled, for the task list; without `metadata`, what only MS-Keg has is excused."""
    questions = asked(questionnaire, answers, block)
    if not questions:
        return BlockState.UNDECIDED if is_undecided(block, answers) else BlockState.NOT_ASKED
    if not unanswered(questionnaire, answers, files, block=block, metadata=metadata):
        return BlockState.COMPLETE
    touched = any(files.get(q.code) or not q.is_untouched(answers.get(q.code)) for q in questions)
    return BlockState.PARTIAL if touched else BlockState.EMPTY


def is_undecided(block: Block, answers: Answers) -> bool:
    """Whether the answer that decides if this block is asked is not there yet."""
    return block.ask_if is not None and any(answers.get(code) in (None, "") for code in block.ask_if.codes)


def _conditions(questionnaire: Questionnaire, question: Question) -> list[Any]:
    both = (question.ask_if, questionnaire.block_of(question.code).ask_if)
    return [condition for condition in both if condition is not None]


def _why_none(questionnaire: Questionnaire, question: Question, answers: Answers) -> str | None:
    """Said at the first of questions that want one "ya" among them, where all are answered otherwise."""
    group = next((codes for codes in questionnaire.one_yes if codes[0] == question.code), ())
    if group and all(answers.get(code) == NO.code for code in group):
        return f"Paling sedikit satu dari {len(group)} pilihan {question.number} dijawab Ya."
    return None


def _why_missing(
    question: Question, answers: Answers, files: Mapping[str, int], required: bool, metadata: bool
) -> str | None:
    if isinstance(question, Files):
        return question.blank_message if required and not files.get(question.code) else None
    value = answers.get(question.code)
    if question.is_blank(value):
        return question.blank_message if required else None
    return question.problem(value) or question.lacks(value, metadata)


def _dependents(questionnaire: Questionnaire, codes: Collection[str]) -> set[str]:
    return {
        question.code
        for question in questionnaire.questions
        for condition in _conditions(questionnaire, question)
        if condition.codes & set(codes)
    }


__all__ = [
    "BadText",
    "BlockState",
    "Change",
    "Facts",
    "Merged",
    "Missing",
    "asked",
    "block_state",
    "changed",
    "facts",
    "initial",
    "is_asked",
    "keep_asked",
    "merge",
    "normalise",
    "opened",
    "problems",
    "unanswered",
]
