"""Forms of the signed file: bringing it, and sending it back to whoever brought it."""

from typing import Self

from flask_wtf.file import FileField, FileRequired
from wtforms import SelectMultipleField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from pst.forms.base import Form, choices
from pst.forms.uploads import UploadForm


class SignedFileForm(UploadForm):
    """The file that was signed outside."""

    berkas = FileField(
        "Berkas bertanda tangan (PDF)",
        [FileRequired("Pilih berkas PDF yang sudah ditandatangani.")],
        description="PDF yang ditandatangani secara elektronik, atau pindaian surat bertanda tangan dan bercap.",
    )


class ConfirmForm(Form):
    """Every page was compared."""

    pages = SelectMultipleField("Halaman yang sudah Anda bandingkan", validate_choice=False)

    def of(self, number: int) -> Self:
        """For a letter of so many pages."""
        self.pages.choices = choices((page, f"Halaman {page} sama") for page in range(1, number + 1))
        return self

    def validate_pages(self, field: SelectMultipleField) -> None:
        if {str(choice.value) for choice in field.choices} - set(field.data or ()):
            raise ValidationError("Bandingkan dan tandai setiap halaman.")


class RefuseCopyForm(Form):
    """Why the file is not taken."""

    note = TextAreaField("Alasan penolakan", [DataRequired("Tuliskan apa yang tidak cocok."), Length(max=2000)])
