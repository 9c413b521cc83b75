"""The forms around a file that is looked over: the file, and the word to take it."""

from werkzeug.datastructures import MultiDict

from pst.forms.list_files import ListFileForm, TakeForm


def test_a_list_is_a_file(app):
    with app.test_request_context(method="POST"):
        form = ListFileForm(formdata=MultiDict(), meta={"csrf": False})

        assert not form.validate() and form.file.errors == ["Pilih berkasnya."]


def test_taking_needs_the_mark_of_a_file_and_not_an_endless_one(app):
    with app.test_request_context(method="POST"):
        for mark, is_right in (("abc", True), ("", False), ("x" * 1_001, False)):
            form = TakeForm(formdata=MultiDict({"unggahan": mark}), meta={"csrf": False})
            assert form.validate() is is_right
