"""An office full of examples, made once in a run of the suite: every worker takes a copy of the same one."""

import fcntl
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from pst.actions.files import FileStore
from pst.actions.office import office
from pst.config import Config
from pst.demo import make_demo
from pst.models import base, schema
from tests.factories import PRESS, SITE
from tests.factories_complaints import VAULT

NOW = datetime(2026, 11, 23, 9, 0)  # Senin, 16.00 WIB


def demo_settings(factory: pytest.TempPathFactory) -> Config:
    """Of an office of this worker's own, as `flask demo` leaves it at `NOW`."""
    return _settings(copy_of_office(factory, "example", _make))


def _settings(folder: Path) -> Config:
    return Config(
        instance=str(folder), secret_key="x" * 40, rate_limits="relaxed", demo=True, base_url=SITE, minute_jobs=False
    )


def _make(folder: Path) -> None:
    config = _settings(folder)
    base.open_database(config.database)
    schema.upgrade()
    office.furnish(NOW)
    said = make_demo(NOW, FileStore(config.files), PRESS, VAULT)
    assert said[0] == "Data contoh dibuat."
    base.database.close()


def copy_of_office(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A copy, for this worker, of what `make(folder)` fills; who needs it while another makes it waits."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    pattern, whole = shared / f"{name}-office", shared / f"{name}-office-is-whole"
    with open(shared / f"{name}-office.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            make(pattern)
            whole.touch()
    return Path(shutil.copytree(pattern, factory.mktemp(name) / "office"))
