"""A form that a file may come with."""

from pst.exchange.uploads import UploadRefused
from pst.forms.uploads import UploadForm
from pst.rules.refusals import Refusal


def test_a_file_that_is_not_taken_is_told_at_the_file(app):
    with app.test_request_context():
        form = UploadForm(formdata=None)
        form.take(UploadRefused("Berkas itu rusak."))
        form.take(Refusal("Sudah ada."))

    assert (list(form.berkas.errors), form.form_errors, form.upload) == (["Berkas itu rusak."], ["Sudah ada."], None)
