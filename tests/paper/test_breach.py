"""What Pasal 46 asks to be told, on paper."""

from datetime import date, datetime

from pst.paper.breach import BreachFacts, breach_pdf
from tests.paper.reading import words_of
from tests.paper.sample_facts import OFFICE

SAID = {"known": "23 November 2026", "happened": "Dicuri.", "data": "Nama.", "people": "120", "measures": "Diganti."}


def test_advice_is_for_those_concerned_and_counts_are_for_the_authority():
    rest = {"advice": "Waspada.", "told": "Belum.", "made_at": datetime(2026, 11, 23), "today": date(2026, 11, 23)}
    facts = [BreachFacts(OFFICE, "Sinta", to, **SAID, **rest) for to in (False, True)]

    notice, report = (words_of(breach_pdf(each)) for each in facts)

    assert "Waspada." in notice and "120" not in notice
    assert "120" in report and "Belum." in report and "Waspada." not in report
