"""The forms around a file that is looked over: the file, and the word to take it."""

from pst.forms.list_files import ListFileForm, TakeForm


def test_a_list_is_a_file(sent):
    assert sent(ListFileForm, {})[0] == {"file": ["Pilih berkasnya."]}


def test_taking_needs_the_mark_of_a_file_and_not_an_endless_one(sent):
    for mark, is_right in (("abc", True), ("", False), ("x" * 1_001, False)):
        assert (sent(TakeForm, {"unggahan": mark})[0] == {}) is is_right
