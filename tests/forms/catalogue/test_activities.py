"""Which of two stays."""

from werkzeug.datastructures import MultiDict

from pst.forms.catalogue.activities import MergeForm


def test_only_one_of_the_two_stays(app):
    with app.test_request_context():
        forms = [MergeForm(MultiDict({"tetap": given}), meta={"csrf": False}) for given in ("A", "C", "")]
        assert [form.between("A", "B").validate() for form in forms] == [True, False, False]
