"""The one door through which a case changes its status: a submission, a complaint, a ticket.

Each kind of case has a door of its own before it (e.g. `submissions/progress.py`), which reads the row again, finds
the step in its table, takes it here, and does what follows from it.
"""

from datetime import datetime
from typing import Any, Protocol

from playhouse.shortcuts import model_to_dict

from pst.actions import audit
from pst.models.accounts.users import User
from pst.models.base import Table, database
from pst.rules.steps import Step


class Case(Protocol):
    """A row that stands in a status."""

    status: Any

    def save(self, *, only: Any = None) -> int: ...
    @property
    def dirty_fields(self) -> list[Any]: ...


def take_step(
    case: Case,
    step: Step,
    actor: User | None,
    at: datetime,
    *,
    about: tuple[str, str],
    note: str = "",
    facts: dict | None = None,
) -> None:
    """Set the status that the step leads to, and write the event that tells of it, about this noun and key.

    Only inside `write()`, with a row that was read there and a step found for its status: of two people pressing
    at once the second is refused.
    """
    assert database.in_transaction()
    assert case.status in step.sources, "the step was found for a row that has changed since"
    source, case.status = case.status, str(step.target)
    case.save(only=case.dirty_fields)
    audit.record(*about, step.verb, actor, at, source=source, target=case.status, note=note, facts=facts)


def refresh(row: Table) -> None:
    """Read the row again, under the write lock where there is one."""
    before = model_to_dict(row, recurse=False)
    for name, value in model_to_dict(type(row).get_by_id(row.id), recurse=False).items():
        if before[name] != value:
            setattr(row, name, value)
