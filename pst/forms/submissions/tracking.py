"""Forms in which somebody without an account types a code, or shows a letter."""

import re

from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import DataRequired, Length, ValidationError

from pst.exchange.uploads import LIMIT
from pst.forms.base import Form

OF_AN_ADDRESS = re.compile(r"\s*https?://\S*/(?:verifikasi|lacak)/([^\s#?/]+)\S*\s*", re.IGNORECASE)
"""What a QR code says, pasted whole: the code at the end of its address, and a stamp behind it."""
CODE_LIMIT = 120
"""Signs of a number or a code as it may be typed, with spaces and dashes."""


def _code_in(typed: str | None) -> str | None:
    found = OF_AN_ADDRESS.fullmatch(typed or "")
    return found[1] if found else typed


class TrackForm(Form):
    """The tracking code of a submission; asked with GET, so that the address can be kept."""

    class Meta(Form.Meta):
        csrf = False

    kode = StringField(
        "Kode atau nomor", [DataRequired("Ketik kode atau nomornya."), Length(max=CODE_LIMIT)], filters=[_code_in]
    )


class VerifyForm(Form):
    """The code printed beside the QR of a letter."""

    class Meta(Form.Meta):
        csrf = False

    kode = StringField(
        "Kode, nomor, atau identitas",
        [DataRequired("Ketik kode, nomor, atau identitas suratnya."), Length(max=CODE_LIMIT)],
        filters=[_code_in],
    )


class CompareForm(Form):
    """A letter as a file, to compare it with the one that was issued."""

    berkas = FileField("Berkas surat (PDF)", [FileRequired("Pilih berkas PDF suratnya.")])
    content = b""

    def validate_berkas(self, field: FileField) -> None:
        """No letter is so large, and each is a PDF: what cannot be one is not called unknown."""
        self.content = field.data.read(LIMIT + 1)
        if len(self.content) > LIMIT:
            raise ValidationError("Berkas itu lebih besar dari 10 MB. Pilih PDF surat seperti yang Anda terima.")
        if b"%PDF-" not in self.content[:1024]:
            raise ValidationError("Berkas itu bukan PDF, sedangkan surat kami selalu PDF. Pilih PDF suratnya.")
