"""Visitors are found by two things together; visits are read by day, word and service."""

from datetime import date, timedelta

import pytest

from pst.models.frontdesk.visits import Visit, Visitor
from pst.models.narrowing import Wanted
from pst.rules.numbering import hash_code
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission
from tests.factories_desk import GUEST, a_guest

pytestmark = pytest.mark.usefixtures("db")
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)  # Senin, Selasa
NEXT_DAY = WHEN + timedelta(days=1)


def register(**narrowed) -> list[str]:
    page = Visit.register_page(Wanted(filters=narrowed))
    return [row.name for row in page.rows]


def test_number_and_month_find_the_one_who_came_last():
    a_guest(name="Kakak")
    younger = a_guest(NEXT_DAY, name="Adik").visitor

    assert Visitor.recognised("81234567890", 5).id == younger.id
    assert Visitor.recognised("81234567890", 6) is None
    assert Visitor.recognised("", 5) is None


def test_a_card_finds_its_visitor_and_nothing_else_does():
    visitor = a_guest().visitor

    assert Visitor.by_card(hash_code(visitor.card)).id == visitor.id
    assert Visitor.by_card(visitor.card) is None
    assert (Visitor.known(visitor.id).id, Visitor.known(999_999)) == (visitor.id, None)


def test_the_same_person_has_the_same_number_month_and_name():
    visitor = a_guest().visitor

    assert Visitor.same_person("RAHMAT tamu", "81234567890", 5).id == visitor.id
    assert Visitor.same_person("Orang Lain", "81234567890", 5) is None
    assert Visitor.same_person("Rahmat Tamu", "81234567890", None) is None
    assert Visitor.same_person("Rahmat Tamu", "", 5) is None


def test_a_visit_keeps_its_words_when_the_visitor_changes():
    first = a_guest()
    a_guest(NEXT_DAY, institution="Bappeda")

    assert Visit.find(first.visit.number).institution == GUEST["institution"]
    assert Visitor.of_visit(first.visit).institution == "Bappeda"


def test_the_register_is_narrowed_by_days_service_and_words():
    a_guest(name="Ani", service="K")
    a_guest(NEXT_DAY, name="Budi", service="R", institution="Bappeda")

    assert register() == ["Budi", "Ani"]
    assert register(dari=TUESDAY) == register(layanan="R") == register(cari="bappe") == ["Budi"]
    assert register(sampai=MONDAY) == ["Ani"]
    assert register(cari="%") == register(cari="budi dinas") == []


def test_counts_are_read_by_column_day_and_purpose():
    a_guest(sex="l", purpose="Data inflasi")
    a_guest(sex="p", purpose="DATA INFLASI")
    a_guest(NEXT_DAY, sex="p", purpose="Lain")

    assert Visit.counts(MONDAY, TUESDAY, "sex") == [("p", 2), ("l", 1)]
    assert Visit.by_day(MONDAY, TUESDAY) == {MONDAY: 2, TUESDAY: 1}
    assert [count for _, count in Visit.purposes(MONDAY, TUESDAY)] == [2, 1]


def test_visits_before_a_day_that_still_name_somebody_are_too_old():
    old = a_guest().visit
    a_guest(NEXT_DAY)

    assert [row.id for row in Visit.too_old(TUESDAY)] == [old.id]


def test_the_visits_about_a_submission_are_read_newest_first():
    submission = a_submission(Status.IN_REVIEW)
    first = a_guest(case=submission.code).visit
    second = a_guest(NEXT_DAY, case=submission.code).visit
    a_guest()

    assert [row.id for row in Visit.of_submission(submission)] == [second.id, first.id]
