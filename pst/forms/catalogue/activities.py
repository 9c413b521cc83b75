"""What those who keep the catalogue send: which of two stays, and lists to be taken in."""

from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import AnyOf, InputRequired

from pst.forms.base import Form


class MergeForm(Form):
    """Which of the two stays, by its number: the button that was pressed."""

    stays = StringField("Yang dipertahankan", [InputRequired("Pilih yang dipertahankan.")], name="tetap")

    def between(self, *numbers: str) -> "MergeForm":
        """It is one of these."""
        self.stays.validators = [*self.stays.validators, AnyOf(numbers, "Pilih yang dipertahankan.")]
        return self


class ListFileForm(Form):
    """A list of activities, as an office keeps one."""

    list = FileField(
        "Daftar kegiatan",
        [FileRequired("Pilih berkas daftar kegiatan.")],
        name="berkas",
        description="CSV atau XLSX, paling besar 10 MB dan 5.000 baris.",
    )
