"""What every test stands on: a golden database copied for each, an application on it, browsers without a screen."""

import gc
import os
import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from types import SimpleNamespace

import pytest
import time_machine
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings

from pst import create_app
from pst.actions.accounts import passwords
from pst.actions.files import FileStore
from pst.config import Config
from pst.models import base, schema
from pst.models.engines import sqlite
from pst.web import limits
from tests import factories
from tests.browsing import Browsing
from tests.copies import copies

settings.register_profile(
    "suite",
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""Enough for every run; time limits say nothing on a busy machine."""
settings.load_profile("suite")


def pytest_collection_finish():
    """What was imported stays to the end: Python need not look through it again and again for what nobody uses."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _no_hidden_fetch():
    """A foreign key fetched row by row is an error while tests run."""
    base.JoinedAccessor.refuses = True


@pytest.fixture(scope="session", autouse=True)
def _quick_disk():
    """Nobody pulls the plug on a test. A served office is another process and writes as offices do."""
    use_disk("off")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _drawn_in_order():
    """What is drawn among the numbers of a day comes one after another: tests read lists from the newest down."""
    drawn = count()
    base.randbelow = lambda below: next(drawn) % below


@pytest.fixture
def waiting_disk():
    """As the office writes: whatever is confirmed was waited for."""
    use_disk("full")
    yield
    use_disk("off")


def use_disk(synchronous: str) -> None:
    """How long a write waits for the disk, from now on."""
    sqlite.PRAGMAS["synchronous"] = synchronous
    if not base.database.is_closed():
        base.database.close()
    base.database.init(base.database.database, pragmas=sqlite.PRAGMAS)


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords():
    """What makes guessing dear makes tests slow; `test_passwords.py` has the real cost."""
    real, passwords.hasher = passwords.hasher, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    yield
    passwords.hasher = real


@pytest.fixture(scope="session")
def golden(tmp_path_factory):
    """A migrated database with holidays, agencies and one person of each role; made once."""
    path = tmp_path_factory.mktemp("golden") / "pst.sqlite3"
    base.open_database(path)
    schema.upgrade()
    factories.furnish()
    base.database.close()
    return path


@pytest.fixture
def config(tmp_path):
    return settings_of(tmp_path)


def settings_of(folder):
    """Of an instance in this folder, patient with whoever tries often."""
    return Config(
        instance=str(folder),
        secret_key="x" * 40,
        verification_key=factories.PRESS.keys.own,
        rate_limits="relaxed",
        base_url="http://pst.test",
        minute_jobs=False,
    )


@pytest.fixture
def db(golden, config):
    """This test's own copy of the golden database."""
    for file in golden.parent.glob("[ap]*"):  # the database, the key of its chain and its head
        shutil.copy(file, config.folder)
    base.open_database(config.database)
    copies.begin(golden.parent)
    yield base.database
    base.database.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """(an application, its settings, its extensions), built once: it and its templates take longer than most tests."""
    app = create_app(settings_of(tmp_path_factory.mktemp("built")))
    return app, dict(app.config), dict(app.extensions)


@pytest.fixture
def app(built, db, config):
    """The application on this test's database, with nothing in it from the test before."""
    app, settings, extensions = built
    for part, fresh in ((app.config, settings), (app.extensions, extensions)):
        part.clear()
        part.update(fresh)
    app.extensions.update(pst_config=config, pst_files=FileStore(config.files))
    limits.allow(config.rate_limits)
    return app


@pytest.fixture
def store(config):
    """This test's file store."""
    return FileStore(config.files)


@pytest.fixture
def anyone(app):
    """A browser of somebody who has not signed in."""
    return Browsing(app)


@pytest.fixture
def strict(app, config):
    """The same, at an instance that has its limits on and has counted nothing yet."""
    app.extensions["pst_config"] = replace(config, rate_limits="strict")
    limits.allow("strict")
    limits.limiter.reset()
    return Browsing(app)


@pytest.fixture
def browse(app):
    """`browse(user)`: a browser in which this person is signed in."""
    return lambda user: Browsing(app).let_in(user)


@pytest.fixture
def applicant(browse):
    """The applicant's browser."""
    return browse(factories.an_applicant())


@pytest.fixture
def officer(browse):
    """The officer's browser."""
    return browse(factories.an_officer())


@pytest.fixture
def head(browse):
    """The head's browser."""
    return browse(factories.user("kepala"))


@pytest.fixture
def admin(browse):
    """The administrator's browser."""
    return browse(factories.user("admin"))


@pytest.fixture
def at():
    """A working morning: Senin, 23 November 2026, 09.00 WIB, as stored (UTC)."""
    return datetime(2026, 11, 23, 2, 0)


@pytest.fixture
def monday():
    """The clock stands still at noon: Senin, 23 November 2026, 12.00 WIB."""
    with time_machine.travel(datetime(2026, 11, 23, 5, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def count_queries(db, monkeypatch):
    """`with count_queries() as seen: …`; afterwards `seen.number` is how many SELECTs the database was asked."""

    @contextmanager
    def counting():
        seen = SimpleNamespace(number=0, texts=[])
        ask = type(db).execute_sql

        def listen(self, sql, *more, **named):
            if sql.lstrip("( \n").upper().startswith("SELECT"):
                seen.number += 1
                seen.texts.append(sql)
            return ask(self, sql, *more, **named)

        with monkeypatch.context() as patch:
            patch.setattr(type(db), "execute_sql", listen)
            yield seen

    return counting


@pytest.fixture(scope="session")
def pdf_bytes():
    """A small real PDF of one page."""
    from fpdf import FPDF

    page = FPDF()
    page.add_page()
    return bytes(page.output())
