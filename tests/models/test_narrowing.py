"""Filters: what stands in an address is read kindly, and narrows by what was understood."""

from datetime import date

import pytest

from pst.models.base import database
from pst.models.narrowing import Choice, Day, Filter, Flag, Number, Search, Wanted, equals, narrowed, one_of, years_of
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import a_submission

FILTERS: tuple[Filter, ...] = (
    Search("cari", "Cari"),
    Choice("telepon", "Telepon", equals(Agency.phone), {"1": "Satu", "2": "Dua"}),
    Flag("milik", "Milik saya", lambda _, wanted: Agency.leader == wanted.user),
)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Search("x", "X"), " dinas ", "dinas"),
        (Search("x", "X"), "   ", None),
        (Search("x", "X"), "a" * 300, "a" * 200),
        (Choice("x", "X", labels={"a": "A"}), "a", "a"),
        (Choice("x", "X", labels={"a": "A"}), "b", None),
        (Number("x", "X"), "2026", 2026),
        (Number("x", "X"), "²", None),
        (Number("x", "X"), "9" * 10, None),
        (Flag("x", "X"), "1", True),
        (Flag("x", "X"), "", None),
        (Day("x", "X"), "2026-11-23", date(2026, 11, 23)),
        (Day("x", "X"), "kemarin", None),
    ],
)
def test_what_is_not_understood_narrows_nothing(kind, typed, value):
    assert kind.read(typed) == value


def test_rows_satisfy_every_filter_that_was_set_and_depend_on_who_asks(db):
    def found(user="", **filters):
        query = Agency.select().where(Agency.phone.in_(("1", "2"))).order_by(Agency.id)
        rows = narrowed(query, FILTERS, Wanted(user, filters=filters))
        return [row.name for row in rows]

    for name, phone, leader in (("A", "1", "Ani"), ("B", "2", "Ani"), ("C", "1", "Budi")):
        Agency.create(name=name, phone=phone, leader=leader)

    assert found() == found(cari="kata") == ["A", "B", "C"]
    assert found(telepon="1") == ["A", "C"]
    assert found("Ani", telepon="1", milik=True) == ["A"]


def test_years_to_choose_from_are_those_between_the_ends_and_not_too_many(db):
    assert years_of(Agency.id, "WHERE name = 'tidak ada'") == []

    newest = Agency.select().order_by(Agency.id.desc()).first().id
    years = [year for year, _ in years_of(Agency.id, most=1)]
    assert years == [newest, newest - 1]


def test_a_few_values_are_found_one_by_one_whatever_the_database_has_counted(db):
    query = Submission.select(Submission.number).where(one_of(Submission.status, ("submitted", "in_review")))
    database.execute_sql("ANALYZE")
    counted = "('submission', 'submission_status_id', '100000 8333 1')"
    database.execute_sql(f"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES {counted}")
    database.execute_sql("ANALYZE sqlite_schema")

    sql, values = query.sql()
    plan = [step for *_, step in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values)]

    assert plan and [step for step in plan if step.startswith("SCAN")] == []


def test_rows_have_one_of_the_values(db):
    found = [a_submission(status).number for status in (Status.SUBMITTED, Status.IN_REVIEW, Status.ISSUED)]

    query = Submission.select().where(one_of(Submission.status, (Status.SUBMITTED, Status.IN_REVIEW)))

    assert sorted(row.number for row in query) == found[:2]
