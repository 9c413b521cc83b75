"""The example office as `flask demo` leaves it on Senin, 23 November 2026, 16.00 WIB; never changed."""

import pytest

from pst.models import base
from tests.demo_office import demo_settings


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The settings of the example instance."""
    return demo_settings(tmp_path_factory)


@pytest.fixture
def example_office(made):
    """The example office itself, open."""
    base.open_database(made.database)
    yield base.database
    base.database.close()
