"""What formats are told of an activity."""

from pst.exchange.activity_facts import ActivityFacts


def test_a_row_of_an_old_list_needs_no_more_than_a_title_and_who_says_so():
    facts = ActivityFacts("KAT-00001", "http://pst.test/katalog/KAT-00001", "Pendataan Sawah", "Dinas", "BPS")

    assert (facts.year, facts.design, facts.variables, facts.collected) == (None, {}, (), ())
