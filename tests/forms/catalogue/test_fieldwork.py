"""In which kecamatan and villages an activity collects."""

from werkzeug.datastructures import MultiDict

from pst.forms.catalogue.fieldwork import FieldworkForm


def test_only_what_is_offered_is_chosen(app):
    with app.test_request_context():
        forms = [FieldworkForm(MultiDict({"kecamatan": code}), meta={"csrf": False}) for code in ("a", "b")]
        assert [form.offer({"a": "Toho"}, {}).validate() for form in forms] == [True, False]
