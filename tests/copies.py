"""What many tests begin with is walked once in a run: offices in which nothing was done yet take a copy of it."""

import shutil
import sqlite3
from collections.abc import Callable, Hashable
from contextlib import closing
from pathlib import Path

from pst.models.base import database

BESIDE = ("audit-head", "files")
"""What an office keeps beside its database and a step may change."""


class Copies:
    """Offices as they were after something was done in the golden one, in a folder of this run."""

    def __init__(self) -> None:
        self.folder, self.untouched, self.made = Path(), (), {}

    def begin(self, folder: Path) -> None:
        """In the office that is open now nothing was done yet."""
        self.folder, self.untouched = folder, _signs()

    def first(self, what: Hashable, do: Callable[[], int]) -> int:
        """What `do()` gives, the id of a row, and all that it does in this office."""
        if database.in_transaction() or self.untouched != _signs():
            return do()
        if what not in self.made:
            kept, given = self.folder / f"begun-{len(self.made)}", do()
            kept.mkdir()
            with closing(sqlite3.connect(kept / "db")) as copy:
                database.connection().backup(copy)
            _copy_beside(_office(), kept)
            self.made[what] = kept, given
        else:
            kept, given = self.made[what]
            with closing(sqlite3.connect(kept / "db")) as copy:
                copy.backup(database.connection())
            _copy_beside(kept, _office())
        return given


copies = Copies()


def _signs() -> tuple:
    """What every write changes: SQLite appends it to its log, which goes into the file when that is closed."""
    file = Path(str(database.database))
    log = file.with_name(f"{file.name}-wal")
    return file, file.exists() and file.stat().st_mtime_ns, log.exists() and log.stat().st_size


def _office() -> Path:
    return Path(database.database).parent


def _copy_beside(source: Path, target: Path) -> None:
    for name in BESIDE:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, dirs_exist_ok=True)
        elif (source / name).exists():
            shutil.copy(source / name, target / name)
