"""What other programs are told of an activity."""

from datetime import date

from pst.actions.catalogue.descriptions import TOLD, described
from pst.models.catalogue.catalogue import Activity
from pst.questionnaires.shelf import CURRENT
from pst.rules.review.workflow import Status
from tests.factories import SITE, a_submission


def test_a_recommended_activity_is_told_with_its_design_and_no_person(db):
    a_submission(Status.ISSUED, method="survei")

    facts = described(Activity.get(), SITE, "BPS")

    assert (facts.url, facts.method) == (f"{SITE}/katalog/{facts.number}", "Survei")
    assert facts.design["unit_observasi"].text
    assert facts.variables[0].keys() == {"nama", "konsep", "definisi", "referensi_waktu"}
    assert facts.collected[0] == (date(2027, 2, 1), date(2027, 3, 31))
    assert not any(private in repr(facts) for private in ("Ratna", "Hendra Rekaan", "0812", "@"))


def test_a_row_of_a_list_is_told_by_the_names_of_its_variables(db):
    activity = Activity.create(number="KAT-00001", title="Pendataan Sawah", agency="Dinas", method="", variables="Luas")

    facts = described(activity, SITE, "BPS")

    assert (facts.variables, facts.design) == (({"nama": "Luas"},), {})


def test_what_is_told_are_questions_of_the_form():
    assert TOLD - {question.code for question in CURRENT.questions} == set()
