"""Law 1: imports only go down, and between wings along the lists; both stand in `pyproject.toml`.

And a noun keeps its path: a file of a wing has the same wing on every floor where its name appears.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from grimp import build_graph
from importlinter.cli import lint_imports

from tests.laws.tree import PST, ROOT, modules

WINGS = {"accounts", "submissions", "review", "letters", "catalogue", "frontdesk", "complaints", "office"}
ROUTES = re.compile(r"^\w*blueprint = |= Blueprint\(", re.MULTILINE)
"""In a file that answers addresses, its blueprint made by hand or of an office list."""
BESIDE_THEM = {"engines"}
"""What everybody on the floor of the tables stands on."""
FLOORS_WITH_WINGS = ("rules", "models", "paper", "actions", "forms", "views")


def test_imports_only_go_down_the_floors(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    # it would silence our own logs for good
    monkeypatch.setattr("logging.config.dictConfig", lambda settings: None)

    broken = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert not broken, "see the report above: which import goes up, or from wing to wing?"


def test_a_noun_keeps_its_path():
    wings = defaultdict(set)
    for path in modules():
        _, *inside = path.relative_to(PST).parts
        if len(inside) == 2 and inside[0] in WINGS and path.stem != "__init__":
            wings[path.stem].add(inside[0])

    assert len(wings) > 60
    assert {noun: places for noun, places in wings.items() if len(places) > 1} == {}


def test_the_folders_of_a_floor_are_its_wings():
    folders = {floor: {path.parent.name for path in (PST / floor).glob("*/__init__.py")} for floor in FLOORS_WITH_WINGS}
    others = {floor: inside - WINGS - BESIDE_THEM for floor, inside in folders.items()}

    assert others == {floor: set() for floor in folders}
    assert min(map(len, folders.values())) > 3


def test_a_file_with_a_blueprint_is_imported_by_nobody_but_the_list_of_them():
    graph = build_graph("pst", cache_dir=None)
    routes = {_dotted(path) for path in modules("views") if ROUTES.search(path.read_text(encoding="utf-8"))}

    users = {route: graph.find_modules_that_directly_import(route) - {"pst.views.blueprints"} for route in routes}

    assert len(routes) > 30
    assert {route: sorted(who) for route, who in users.items() if who} == {}


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)
