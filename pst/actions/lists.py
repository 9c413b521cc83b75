"""The lists an office keeps: an entry is added, changed and removed in one way, whatever the list.

Every doing is one write transaction and one event; what somebody else did since the page was shown is not undone.
What a list asks beyond that it says in its `Kind`: who may not enter, what may not go, what follows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pst.actions import audit
from pst.actions.seen import refuse_if_changed
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import Table, write
from pst.rules.items import Item
from pst.rules.refusals import Refusal

GOING = ("remove", "merge")
"""Verbs after which an entry is no longer there."""


def _nothing(*_: Any) -> None:
    """No further question, no further consequence."""


@dataclass(frozen=True)
class Kind:
    """One kind of entry: the `noun` of its events, its table, what is asked of it.

    `gone` words the event by which one went. `guard` is given the row as it will be and what was kept before (nothing
    of a new one), `guard_removal` the row; both raise `Refusal`. `follow` does what the change entails, with the
    names of what changed.
    """

    noun: str
    table: type[Table]
    items: tuple[Item, ...]
    gone: Callable[[Event], str] = lambda event: f"Baris ini sudah dihapus oleh {event.actor_name}."
    guard: Callable[[Any, Mapping[str, object]], None] = _nothing
    guard_removal: Callable[[Any], None] = _nothing
    follow: Callable[[Any, frozenset[str]], None] = _nothing

    def kept(self, row: Table) -> dict[str, object]:
        """What is kept of an entry, by the codes of its items, as events can hold it."""
        values = row.values()
        return {item.code: _written(item, values[item.code]) for item in self.items}

    def who_removed(self, key: str) -> str:
        """Who took the entry of this key out of the list; "" where there never was one."""
        last = Event.latest(self.noun, key)
        return self.gone(last) if last is not None and last.verb in GOING else ""


def add(kind: Kind, values: Mapping[str, object], actor: User | None, at: datetime) -> Any:
    """Add an entry of these values, by the codes of its items. Raises what its guard refuses."""
    with write():
        row = kind.table(**_tidy(kind, values))
        kind.guard(row, {})
        row.save()
        audit.record(kind.noun, str(row.id), "create", actor, at, facts={"to": kind.kept(row)})
        kind.follow(row, frozenset(values))
    return row


def change(
    kind: Kind, row: Table, values: Mapping[str, object], actor: User | None, at: datetime, seen: str = ""
) -> None:
    """Change the given values of an entry; what stays as it is leaves no event.

    `seen` is the mark of what the page showed. Raises `Refusal` when it has gone or its guard refuses,
    `ChangedMeanwhile`.
    """
    with write():
        row = still_there(kind, row)
        before = kind.kept(row)
        for name, value in _tidy(kind, values).items():
            setattr(row, name, value)
        now = kind.kept(row)
        changed = frozenset(name for name in now if now[name] != before[name])
        if not changed:
            return
        refuse_if_changed(seen, before, kind.noun, [str(row.id)])
        kind.guard(row, before)
        row.save()
        facts = {"from": _only(before, changed), "to": _only(now, changed)}
        audit.record(kind.noun, str(row.id), "change", actor, at, facts=facts)
        kind.follow(row, changed)


def remove(kind: Kind, row: Table, actor: User | None, at: datetime, seen: str = "") -> None:
    """Take an entry out of its list. Raises `Refusal` when it must stay or has gone, `ChangedMeanwhile`."""
    with write():
        row = still_there(kind, row)
        refuse_if_changed(seen, kind.kept(row), kind.noun, [str(row.id)])
        kind.guard_removal(row)
        row.delete_instance()
        audit.record(kind.noun, str(row.id), "remove", actor, at, facts={"from": kind.kept(row)})


def still_there(kind: Kind, row: Any) -> Any:
    """The entry as it is now, under the write lock. Raises `Refusal` when it has gone."""
    now = kind.table.get_or_none(kind.table.id == row.id)
    if now is None:
        raise Refusal(kind.who_removed(str(row.id)) or "Baris ini sudah tidak ada.")
    return now


def _tidy(kind: Kind, values: Mapping[str, object]) -> dict[str, object]:
    """Lines without needless blanks; longer texts as they were laid out."""
    long = {item.code for item in kind.items if item.kind == "longtext"}
    return {
        name: (value.strip() if name in long else " ".join(value.split())) if isinstance(value, str) else value
        for name, value in values.items()
    }


def _written(item: Item, value: object) -> object:
    if item.kind == "date":
        return value.isoformat() if isinstance(value, date) else ""
    return value


def _only(values: Mapping[str, object], names: frozenset[str]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name in names}
