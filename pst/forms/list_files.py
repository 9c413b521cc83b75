"""The two small forms around a file that is looked over before it is taken."""

from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField
from wtforms.validators import InputRequired, Length

from pst.forms.base import Form


class ListFileForm(Form):
    """A list somebody has already, as a file."""

    file = FileField(
        "Berkas daftar",
        [FileRequired("Pilih berkasnya.")],
        name="berkas",
        description="CSV atau XLSX, paling besar 10 MB.",
    )


class TakeForm(Form):
    """Yes, take what was shown; `token` names the file that waits."""

    token = HiddenField("Berkas", [InputRequired(), Length(max=1_000)], name="unggahan")
