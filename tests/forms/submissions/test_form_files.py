"""The form of a workbook asks for its file."""

import io

from werkzeug.datastructures import FileStorage

from pst.forms.submissions.form_files import FormFileForm


def test_without_a_file_the_form_says_what_to_choose(sent):
    _, form = sent(FormFileForm, {})

    assert form.workbook.errors == ["Pilih formulir XLSX yang sudah diisi."]


def test_a_file_under_the_name_of_the_field_is_taken(sent):
    errors, form = sent(FormFileForm, {"berkas": FileStorage(io.BytesIO(b"PK"), filename="formulir.xlsx")})

    assert (errors, form.workbook.data.filename) == ({}, "formulir.xlsx")
