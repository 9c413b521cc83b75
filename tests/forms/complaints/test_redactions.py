"""The four sides of a box."""

from werkzeug.datastructures import MultiDict

from pst.forms.complaints.redactions import BoxForm


def test_the_sides_lie_on_the_page_and_each_page_has_names_of_its_own(app):
    typed = MultiDict({"h2-left": "-1", "h2-top": "x", "h2-right": "1001", "h2-bottom": "1000", "h2-boxes": ""})

    with app.test_request_context(method="POST"):
        form = BoxForm(2, formdata=typed, meta={"csrf": False})
        assert not form.validate()

    assert sorted(form.errors) == ["left", "right", "top"]
