"""Forms of the signed file: bringing it, and sending it back to whoever brought it."""

from flask_wtf.file import FileField, FileRequired
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from pst.forms.base import Form


class SignedFileForm(Form):
    """The file that was signed outside."""

    berkas = FileField(
        "Berkas bertanda tangan (PDF)",
        [FileRequired("Pilih berkas PDF yang sudah ditandatangani.")],
        description="PDF yang ditandatangani secara elektronik, atau pindaian surat bertanda tangan dan bercap.",
    )


class RefuseCopyForm(Form):
    """Why the file is not taken."""

    note = TextAreaField("Alasan penolakan", [DataRequired("Tuliskan apa yang tidak cocok."), Length(max=2000)])
