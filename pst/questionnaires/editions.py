"""A new edition of the form, made from the one before by naming what differs.

An edition on the shelf never changes: submissions that were begun with it are read, returned and sent again by it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pst.questionnaires.kinds import Block, Question, Questionnaire


def edition_after(
    before: Questionnaire,
    name: str,
    *,
    without: tuple[str, ...] = (),
    instead: tuple[Question, ...] = (),
    after: Mapping[str, tuple[Question, ...]] | None = None,
) -> Questionnaire:
    """The edition before, `without` these codes, with other questions `instead` of those with the same code, and with
    further ones `after` the question of a code. `KeyError` for a code that the edition before does not have.
    """
    new, further = {question.code: question for question in instead}, after or {}
    for code in (*without, *new, *further):
        before.question(code)
    blocks = tuple(replace(block, questions=tuple(_differing(block, without, new, further))) for block in before.blocks)
    return replace(before, name=name, blocks=blocks)


def _differing(
    block: Block, without: tuple[str, ...], new: Mapping[str, Question], further: Mapping[str, tuple[Question, ...]]
) -> Iterator[Question]:
    for question in block.questions:
        if question.code not in without:
            yield new.get(question.code, question)
        yield from further.get(question.code, ())
