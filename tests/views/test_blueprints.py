"""Every room that answers an address is in the list."""

from importlib import import_module

from flask import Blueprint

from pst.views.blueprints import BLUEPRINTS
from tests.laws.tree import modules, name


def test_every_file_with_a_blueprint_is_in_the_list_once():
    dotted = [
        name(path).removesuffix(".py").replace("/", ".") for path in modules("views") if path.stem != "blueprints"
    ]
    found = [
        room.blueprint for room in map(import_module, dotted) if isinstance(getattr(room, "blueprint", None), Blueprint)
    ]

    assert len(found) > 30
    assert sorted(blueprint.name for blueprint in BLUEPRINTS) == sorted(blueprint.name for blueprint in found)
