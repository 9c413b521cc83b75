"""The small forms of an applicant's page: a message, a reason, replies to remarks, results."""

from datetime import date

from flask_wtf.file import FileField
from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import URL, DataRequired, Length, Optional, ValidationError

from pst.forms.base import Form
from pst.forms.uploads import UploadForm


class MessageForm(Form):
    """A message to the other side."""

    text = TextAreaField("Pesan", [DataRequired("Tuliskan pesan Anda."), Length(max=4000)])


class NoteForm(Form):
    """A reason that goes with a step."""

    note = TextAreaField("Alasan", [DataRequired("Tuliskan alasannya."), Length(max=2000)])


class CoveringLetterForm(Form):
    """The letter by which the agency asks, where it writes one; the office's letter answers it by number and day."""

    letter_number = StringField(
        "Nomor surat permohonan instansi", [Optional(), Length(max=80)], description="Misalnya 050/118/Dinkes/2026."
    )
    letter_date = DateField(
        "Tanggal surat permohonan", [Optional(strip_whitespace=True)], description="Seperti tertulis pada suratnya."
    )

    def validate_letter_date(self, field: DateField) -> None:
        if field.data and not (self.letter_number.data or "").strip():
            raise ValidationError("Isi juga nomor suratnya.")

    @property
    def letter(self) -> tuple[str, date | None] | None:
        """(number, day); None where it was not asked."""
        typed = " ".join((self.letter_number.data or "").split())
        return (typed, self.letter_date.data if typed else None) if self.letter_number.raw_data else None


class ResultsForm(UploadForm):
    """Where the results of the activity can be found."""

    link = StringField(
        "Alamat hasil (URL)", [Optional(), Length(max=500), URL(message="Tuliskan alamat lengkap, misalnya https://…")]
    )
    note = TextAreaField("Keterangan", [Optional(), Length(max=2000)])
    berkas = FileField("Berkas hasil")
