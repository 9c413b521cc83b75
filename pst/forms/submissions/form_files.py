"""The workbook that is sent."""

from flask_wtf.file import FileField, FileRequired

from pst.forms.base import Form


class FormFileForm(Form):
    """A filled-in workbook."""

    workbook = FileField("Formulir XLSX", [FileRequired("Pilih formulir XLSX yang sudah diisi.")], name="berkas")
