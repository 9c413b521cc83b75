"""Small tables are read once, until something in the database has changed."""

import sqlite3

import pytest

from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.models.remembering import remembered


def agencies() -> int:
    return remembered("agencies_of_a_test", Agency.select().count)


def test_what_is_remembered_is_read_anew_after_a_change_of_ours(db):
    before = agencies()
    with write():
        Agency.create(name="Dinas Baru")

    assert (agencies(), remembered("agencies_of_a_test", lambda: -1)) == (before + 1, before + 1)


def test_what_another_process_wrote_is_noticed_too(db, config):
    before = agencies()
    with sqlite3.connect(config.database) as other:
        other.execute(
            "DELETE FROM agency WHERE id = (SELECT MAX(id) FROM agency WHERE id NOT IN "
            "(SELECT agency_id FROM user WHERE agency_id IS NOT NULL))"
        )
        gone = other.total_changes
    other.close()

    assert (gone, agencies()) == (1, before - 1)


def test_what_a_transaction_reads_is_not_kept(db):
    before = agencies()
    within = []
    with pytest.raises(ZeroDivisionError), write():
        Agency.create(name="Dinas Sementara")
        within.append(agencies())
        raise ZeroDivisionError

    assert (within, agencies()) == ([before + 1], before)
