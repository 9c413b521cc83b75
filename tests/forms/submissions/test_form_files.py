"""The form of a workbook asks for its file."""

import io

from werkzeug.datastructures import FileStorage, MultiDict

from pst.forms.submissions.form_files import FormFileForm


def test_without_a_file_the_form_says_what_to_choose(app):
    with app.test_request_context(method="POST"):
        form = FormFileForm(formdata=MultiDict(), meta={"csrf": False})

        assert not form.validate()
        assert form.workbook.errors == ["Pilih formulir XLSX yang sudah diisi."]


def test_a_file_under_the_name_of_the_field_is_taken(app):
    file = FileStorage(io.BytesIO(b"PK"), filename="formulir.xlsx", name="berkas")
    with app.test_request_context(method="POST"):
        form = FormFileForm(formdata=MultiDict({"berkas": file}), meta={"csrf": False})

        assert form.validate() and form.workbook.data is file
