"""The four sides of a box."""

from pst.forms.complaints.redactions import BoxForm


def test_the_sides_lie_on_the_page_and_each_page_has_names_of_its_own(sent):
    typed = {"h2-left": "-1", "h2-top": "x", "h2-right": "1001", "h2-bottom": "1000", "h2-boxes": ""}

    assert sorted(sent(lambda: BoxForm(2), typed)[0]) == ["left", "right", "top"]
