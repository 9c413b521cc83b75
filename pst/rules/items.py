"""One way to say what is asked: forms, checks and tables of words are made from it.

The guest book lists its items; the office's settings and those of the machine are the fields of a dataclass, each
declared once with `asked`. The request form has kinds of its own (`questionnaires/`), whose answers lead a life.
"""

import re
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field, fields, replace
from typing import Any

from pst.rules.refusals import Refusal

Options = tuple[tuple[str, str] | tuple[str, str, str], ...]
"""(code, label) of each, and where it needs saying what it is, (code, label, explanation)."""
Check = Callable[[str], str]
"""Gives what was typed as it is kept; raises `Refusal` with the reason. Nobody asks it about an empty text."""


@dataclass(frozen=True)
class Item:
    """One thing that is asked: `kind` is text, phone, email, number, date, longtext, choice, select
    (a choice that unfolds), choices, yesno, check (a
    box that is ticked or not) or key (a row of a table, chosen from a list).

    `limit` is the longest text, `limits` the lowest and the highest number, `check` what else it must be. `draw` says
    how wide or high its input is, where its kind does not say enough.
    """

    code: str
    label: str
    kind: str = "text"
    options: Options = ()
    required: bool = False
    help: str = ""
    limit: int = 200
    error: str = ""
    _: KW_ONLY
    group: str = ""
    default: Any = ""
    limits: tuple[int, int] = (1, 60)
    check: Check | None = None
    draw: tuple[tuple[str, object], ...] = ()

    @property
    def is_choice(self) -> bool:
        """One of the options."""
        return self.kind == "choice"

    @property
    def takes_several(self) -> bool:
        """Any of the options."""
        return self.kind == "choices"


def asked(label: str, default: object, **more: Any) -> Any:
    """A field of a dataclass that is asked for; `more` are further facts of its `Item`."""
    return field(default=default, metadata={"item": Item("", label, default=default, **more)})


def items_of(declared: type) -> dict[str, Item]:
    """What a dataclass asks for, by the names of its fields."""
    return {each.name: replace(each.metadata["item"], code=each.name) for each in fields(declared)}


def shaped(pattern: str, message: str) -> Check:
    """A check that the whole text has this shape."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise Refusal(message)
        return text

    return check
