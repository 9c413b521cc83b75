"""Forms in which somebody without an account types a code, or shows a letter."""

from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from pst.forms.base import Form

CODE_LIMIT = 60
"""Signs of a code as it may be typed, with spaces and dashes."""


class TrackForm(Form):
    """The tracking code of a submission; asked with GET, so that the address can be kept."""

    class Meta(Form.Meta):
        csrf = False

    kode = StringField("Kode pelacakan", [DataRequired("Ketik kode pelacakannya."), Length(max=CODE_LIMIT)])


class VerifyForm(Form):
    """The code printed beside the QR of a letter."""

    class Meta(Form.Meta):
        csrf = False

    kode = StringField("Kode verifikasi", [DataRequired("Ketik kode verifikasinya."), Length(max=CODE_LIMIT)])


class CompareForm(Form):
    """A letter as a file, to compare it with the one that was issued."""

    berkas = FileField("Berkas surat (PDF)", [FileRequired("Pilih berkas PDF suratnya.")])
