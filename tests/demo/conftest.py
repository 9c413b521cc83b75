"""The example office as `flask demo` leaves it on Senin, 23 November 2026, 16.00 WIB; made once, never changed."""

from datetime import datetime

import pytest

from pst.actions.files import FileStore
from pst.actions.office import office
from pst.config import Config
from pst.demo import make_demo
from pst.models import base, schema
from tests.factories_complaints import VAULT

NOW = datetime(2026, 11, 23, 9, 0)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """(settings of the example instance, what making it said)."""
    config = Config(
        instance=str(tmp_path_factory.mktemp("contoh")),
        secret_key="x" * 40,
        rate_limits="relaxed",
        demo=True,
        base_url="http://pst.test",
        minute_jobs=False,
    )
    base.open_database(config.database)
    schema.upgrade()
    office.furnish(NOW)
    said = make_demo(NOW, FileStore(config.files), config.site, VAULT)
    base.database.close()
    return config, said


@pytest.fixture
def example_office(made):
    """The example office itself, open."""
    base.open_database(made[0].database)
    yield base.database
    base.database.close()
