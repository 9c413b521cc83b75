"""What is declared of personal data reads as people read it."""

from pst.rules.office.office import office_of
from pst.rules.personal import STORED, TOPICS


def test_how_long_it_is_kept_is_what_the_office_decided():
    assert TOPICS["visit"].kept_by(office_of({"visit_retention_months": 7})).startswith("7 bulan")
    assert all("{" not in topic.kept_by(office_of({})) for topic in TOPICS.values())


def test_no_table_is_declared_twice():
    assert len({each.table for each in STORED}) == len(STORED)
