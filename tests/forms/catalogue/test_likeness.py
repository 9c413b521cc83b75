"""The form about activities that are alike."""

from pst.actions.catalogue.likeness import Near
from pst.forms.catalogue.likeness import likeness_form
from pst.models.catalogue.likeness import Alike

THEIRS = Alike(0.9, "KAT-1", "Survei Harga", "Dinas Perdagangan", 2025, "", "", "", "pokok mirip")


def test_all_editions_of_one_are_one_question_and_ones_own_none(app):
    near = [
        Near("a", THEIRS, {"choice": "theirs", "why": ""}, True),
        Near("a", THEIRS._replace(year=2024), None, True),
        Near("b", THEIRS, None, False),
    ]
    with app.test_request_context():
        form = likeness_form(near)

    assert form.given == {"a": ("theirs", "")}
    assert form["jawaban-a"].label.text == "Survei Harga (Dinas Perdagangan)"
