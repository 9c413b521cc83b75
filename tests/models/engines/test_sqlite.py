"""One file keeps the office: whole in its copies, looked at without a trace, and words found in it."""

import pytest

from pst.models.base import write
from pst.models.engines.sqlite import Sqlite, Unreadable, holds_tables, is_served, is_sound, only_one, rows_of
from pst.models.search import VisitIndex


def test_a_copy_is_whole_and_is_looked_into_without_leaving_anything(db, tmp_path):
    place = tmp_path / "salinan" / "pst.sqlite3"
    place.parent.mkdir()

    db.copy_to(place, settled="complaint_index")

    assert (is_sound(place), holds_tables(place), is_served(place)) == (True, True, False)
    assert rows_of(place, "SELECT COUNT(*) FROM event") == [(0,)]
    assert [path.name for path in place.parent.iterdir()] == ["pst.sqlite3"]


def test_what_is_no_database_is_unsound_and_counts_as_somebodys(tmp_path):
    file = tmp_path / "pst.sqlite3"
    assert not holds_tables(file)
    file.write_bytes(b"bukan basis data" * 500)

    assert (is_sound(file), holds_tables(file), is_served(file)) == (False, True, False)
    with pytest.raises(Unreadable):
        rows_of(file, "SELECT 1 FROM event")


def test_an_open_database_is_served(db, config):
    db.execute_sql("SELECT 1 FROM event LIMIT 1")

    assert is_served(config.database)


def test_only_one_at_a_time_has_a_turn(tmp_path):
    with only_one(tmp_path / "x.lock") as first, only_one(tmp_path / "x.lock") as second:
        assert (first, second) == (True, False)
    with only_one(tmp_path / "x.lock") as again:
        assert again


@pytest.mark.parametrize(
    ("typed", "found"),
    [("andré", [7]), ("ANDRE", [7]), ("an pem", [7]), ("an dinas", []), ("6104", [7]), ('" OR *', []), ("---", [])],
)
def test_words_are_found_in_any_case_without_accents_and_by_their_beginnings(db, typed, found):
    with write():
        VisitIndex.put(7, words="lama")
        VisitIndex.put(7, words="André Pemohon-6104")
        VisitIndex.put(8, words="Dinas")
        VisitIndex.drop([8])

    rows = VisitIndex.select(VisitIndex.rowid).where(VisitIndex.matching(typed))
    assert [row.rowid for row in rows] == found


def test_expressions_say_word_column_and_beginning():
    assert Sqlite.word("desa", "stems", begins=True) == '{stems} : "desa"*'
    assert (
        Sqlite.all_of([Sqlite.word("a"), Sqlite.any_of([Sqlite.word("b"), Sqlite.word("c")])])
        == '("a" AND ("b" OR "c"))'
    )
