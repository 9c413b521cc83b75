"""The two small forms around the workbook: sending it, and confirming what was shown of it."""

from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField
from wtforms.validators import InputRequired, Length

from pst.forms.base import Form


class FormFileForm(Form):
    """A filled-in workbook."""

    workbook = FileField("Formulir XLSX", [FileRequired("Pilih formulir XLSX yang sudah diisi.")], name="berkas")


class TakeForm(Form):
    """Yes, take what was shown; `token` names the file that waits."""

    token = HiddenField("Berkas", [InputRequired(), Length(max=1_000)], name="unggahan")
