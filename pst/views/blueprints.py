"""Every room that answers an address: whatever file of this floor has a blueprint. Only here are they imported."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from flask import Blueprint

from pst import views


def _rooms() -> Iterator[Blueprint]:
    for file in walk_packages(views.__path__, f"{views.__name__}."):
        room = getattr(import_module(file.name), "blueprint", None)
        if isinstance(room, Blueprint):
            yield room


BLUEPRINTS = tuple(_rooms())
