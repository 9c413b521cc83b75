"""Law 8: who may ask the time, who may ask the request, who may build a query."""

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.laws.tree import modules, name, nodes

ASKS_THE_MACHINE = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime"}
ASKS_OUR_CLOCK = {"clock.now", "clock.today"}
ASKS_WHO = {"current_user", "request", "session", "current_app", "g"}
BELOW_THE_VIEWS = ("forms", "mail", "actions", "models", "paper", "exchange", "questionnaires", "rules")
QUERY_WORDS = {"select", "where", "order_by", "insert", "insert_many", "get_or_none", "get_by_id", "execute_sql"}


def test_only_the_clock_asks_the_machine_what_time_it_is():
    elsewhere = [module for module in modules() if module.name != "clock.py"]

    assert _found(elsewhere, lambda module: _mentions(module, ASKS_THE_MACHINE)) == {}


def test_below_the_views_nobody_asks_what_time_it_is():
    assert _found(modules(*BELOW_THE_VIEWS), lambda module: _mentions(module, ASKS_OUR_CLOCK)) == {}


def test_below_the_views_nobody_asks_who_is_looking():
    """Flask-WTF fills a form from the request by itself; the base of our forms is where we say how."""
    asking = _found(modules(*BELOW_THE_VIEWS), lambda module: _imports(module, ASKS_WHO))

    assert asking in ({}, {"pst/forms/base.py": ["request"]})


def test_views_build_no_query():
    assert _found(modules("views"), _queries) == {}


def _found(paths: Iterable[Path], look: Callable[[Path], list[str]]) -> dict[str, list[str]]:
    """Module → what `look` found in it, for those where it found something."""
    return {name(path): seen for path in paths if (seen := look(path))}


def _mentions(module: Path, names: set[str]) -> list[str]:
    """Where the module says `x.y`, called or only handed on (`default=datetime.now`)."""
    if not any(f".{said.partition('.')[2]}" in module.read_text(encoding="utf-8") for said in names):
        return []
    dotted = [
        (node.lineno, f"{_last(node.value)}.{node.attr}") for node in nodes(module) if isinstance(node, ast.Attribute)
    ]
    return [f"line {line}: {said}" for line, said in sorted(dotted) if said in names]


def _last(node: ast.AST) -> str:
    """The last name before the dot: `datetime` for both `datetime.now` and `datetime.datetime.now`."""
    return getattr(node, "attr", None) or getattr(node, "id", "")


def _imports(module: Path, names: set[str]) -> list[str]:
    imported = [alias.name for node in nodes(module) if isinstance(node, ast.ImportFrom) for alias in node.names]
    return sorted(names.intersection(imported))


def _queries(module: Path) -> list[str]:
    calls = [node for node in nodes(module) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [f"line {call.lineno}: .{call.func.attr}(" for call in calls if call.func.attr in QUERY_WORDS]
