"""The small forms of an applicant's page: a message, a reason, replies to remarks, results."""

from datetime import date

from flask_wtf.file import FileField
from wtforms import EmailField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import URL, DataRequired, Length, Optional, ValidationError

from pst.forms.base import EmailAddress, Form, choices
from pst.forms.dates import DayField
from pst.forms.uploads import UploadForm
from pst.rules.submissions.hats import MAY, READ


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
    letter_date = DayField(
        "Tanggal surat permohonan", [Optional(strip_whitespace=True)], description="Seperti tertulis pada suratnya."
    )

    def validate_letter_date(self, field: DayField) -> None:
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


class InviteForm(Form):
    """Whom the applicant invites to the form, and what that person may do."""

    email = EmailField(
        "Alamat surel rekan atau atasan", [DataRequired("Isi alamat surel rekan."), Length(max=254), EmailAddress()]
    )
    may = RadioField("Yang boleh dilakukan", choices=choices(MAY.items()), default=READ)


class ApproveForm(Form):
    """The approval of what was seen."""

    seen = HiddenField()


class ObjectForm(Form):
    """Why it is not approved yet."""

    reason = TextAreaField(
        "Belum, karena …",
        [DataRequired("Tuliskan apa yang perlu diubah sebelum Anda setujui."), Length(max=2000)],
        description="Dibaca pemohon dan yang ikut mengisi; pemohonnya juga disurati.",
    )
