"""The checks of a design: rules of ROMANTIK's examiners (ids R-…) and of statistical sense (ids D-…).

They advise. What the form itself insists on is decided by its questions and `pst/actions/submissions/completeness.py`.
Source of the R-rules: the catalogue of forty rules of the romantik-web prototype, in our own words.
"""

from pst.rules.catalogue.design_checks import (
    block_0,
    block_1,
    block_2,
    block_3,
    block_4,
    block_5,
    block_6,
    block_7,
    block_8,
    block_9,
)
from pst.rules.catalogue.design_checks.design import Design
from pst.rules.catalogue.design_checks.rule import Finding, Outcome, Rule, Severity, judge

BLOCKS = (block_0, block_1, block_2, block_3, block_4, block_5, block_6, block_7, block_8, block_9)
RULES: tuple[Rule, ...] = tuple(rule for block in BLOCKS for rule in block.RULES)


def check(design: Design, block: int | None = None) -> list[Finding]:
    """What every rule says, or every one of a block, in the order of the form."""
    rules = RULES if block is None else BLOCKS[block].RULES if block < len(BLOCKS) else ()
    return [judge(rule, design) for rule in rules]


def violations(design: Design, block: int | None = None) -> list[Finding]:
    """Only what is wrong."""
    return [finding for finding in check(design, block) if finding.outcome == Outcome.VIOLATION]


def find_rule(id: str) -> Rule | None:
    """The rule of this id."""
    return next((rule for rule in RULES if rule.id == id), None)


__all__ = ["RULES", "Design", "Finding", "Outcome", "Rule", "Severity", "check", "find_rule", "judge", "violations"]
