"""Every table, and bringing a database up to date with them."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

from playhouse.migrations import Runner

from pst import models
from pst.models import base
from pst.models.search import WordIndex

for _file in walk_packages(models.__path__, f"{models.__name__}."):
    import_module(_file.name)
TABLES: tuple[Any, ...] = tuple(
    table
    for kind in (base.Table, WordIndex)
    for table in kind.__subclasses__()
    if table.__module__.startswith(models.__name__)
)
"""Whatever a file of this floor describes: a new table is entered nowhere."""
NAMED: dict[str, Any] = {table._meta.table_name: table for table in TABLES}

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def upgrade() -> list[str]:
    """Apply the migrations that are missing; returns their names."""
    base.read_only(False)
    return _runner().up()


def pending() -> list[str]:
    """Migrations this database has not seen yet."""
    return [step.name for step in _runner().status() if not step.applied]


def unknown() -> list[str]:
    """Migrations this database has seen and this program does not know: a newer program was here."""
    return [step.name for step in _runner().status() if step.path is None]


def _runner() -> Runner:
    return Runner(base.database, str(MIGRATIONS))
