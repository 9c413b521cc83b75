"""The small forms of an applicant's page: a message, a reason, replies to remarks, results."""

from flask_wtf.file import FileField
from wtforms import StringField, TextAreaField
from wtforms.validators import URL, DataRequired, Length, Optional

from pst.forms.base import Form
from pst.forms.uploads import UploadForm


class MessageForm(Form):
    """A message to the other side."""

    text = TextAreaField("Pesan", [DataRequired("Tuliskan pesan Anda."), Length(max=4000)])


class NoteForm(Form):
    """A reason that goes with a step."""

    note = TextAreaField("Alasan", [DataRequired("Tuliskan alasannya."), Length(max=2000)])


class ResultsForm(UploadForm):
    """Where the results of the activity can be found."""

    link = StringField(
        "Alamat hasil (URL)", [Optional(), Length(max=500), URL(message="Tuliskan alamat lengkap, misalnya https://…")]
    )
    note = TextAreaField("Keterangan", [Optional(), Length(max=2000)])
    berkas = FileField("Berkas hasil")
