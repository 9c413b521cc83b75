"""A database comes up to date once and stays so."""

from pst.models import base, schema


def test_upgrading_twice_does_nothing_the_second_time(tmp_path):
    base.open_database(tmp_path / "new.sqlite3")

    first, second = schema.upgrade(), schema.upgrade()

    assert first[0] == "0001_initial"
    assert (second, schema.pending()) == ([], [])
    base.database.close()
