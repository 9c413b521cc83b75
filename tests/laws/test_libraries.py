"""Law 13: libraries are used from outside: no private name of theirs, no row behind their back, nothing replaced."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.laws.tree import ROOT, modules, name, nodes

DOCUMENTED = {
    "_asdict",  # of named tuples, whose methods begin so lest they be taken for a field
    "_replace",
    "_get_current_object",  # Werkzeug: the object behind current_user and current_app
    "_meta",  # Peewee: what a model knows about its fields
}
"""What begins with an underscore and is meant for us all the same."""

BEHIND_THEIR_BACK = {"__data__", "__rel__"}
"""Where Peewee keeps the values of a row."""

OWN = ("self", "cls")

UNIMPORTED = {"tzdata"}
"""Data alone: Python looks for it itself."""


def test_no_private_name_of_a_library():
    used = {name(path): private for path in modules() if (private := list(_private_names(path)))}

    assert used == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("from flask_wtf.form import _Auto", ["_Auto"]),
        ("from flask import _app_ctx", ["_app_ctx"]),
        ("import fpdf._fonts", ["_fonts"]),
        ("row._dirty.clear()", ["_dirty"]),
        ("row.__data__['x'] = 1", ["__data__"]),
        ("manager._session_identifier_generator = str", ["_session_identifier_generator"]),
        ("self._note(row._replace(x=1), type(row).__name__)", []),
        ("from pst.models.base import _turn", []),
    ],
)
def test_the_law_sees_a_private_name(line: str, found: list[str], tmp_path: Path):
    module = tmp_path / "module.py"
    module.write_text(line, encoding="utf-8")

    assert [name for _, name in _private_names(module)] == found


def _private_names(path: Path) -> Iterator[tuple[int, str]]:
    """(line, name) of every private name of somebody else that a module uses."""
    for node in nodes(path):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.split(".")[0] != "pst":
                used = [*module.split("."), *(alias.name for alias in names)]
            case ast.Import(names=names):
                used = [part for alias in names for part in alias.name.split(".")]
            case ast.Attribute(value=ast.Name(id=owner), attr=attribute) if owner in OWN:
                used = [attribute] if attribute in BEHIND_THEIR_BACK else []
            case ast.Attribute(attr=attribute):
                used = [attribute]
            case _:
                continue
        yield from ((node.lineno, word) for word in used if _is_private(word))


def _is_private(word: str) -> bool:
    special = word.startswith("__") and word.endswith("__")
    return word in BEHIND_THEIR_BACK or (word.startswith("_") and not special and word not in DOCUMENTED)


def test_every_library_is_used():
    """What nobody imports any more is asked of no office."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[ ~>=<]", line)[0] for line in project["dependencies"]} - UNIMPORTED
    imported = {module for path in modules() for module in _imported(path)}
    offered = packages_distributions()
    names = {library.lower() for module in imported for library in offered.get(module, ())}

    assert asked - names == set()


def _imported(path: Path) -> Iterator[str]:
    for node in nodes(path):
        match node:
            case ast.ImportFrom(module=str(module), level=0):
                yield module.split(".")[0]
            case ast.Import(names=names):
                yield from (alias.name.split(".")[0] for alias in names)
