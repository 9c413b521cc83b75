"""A form that a file may come with."""

from flask_wtf.file import FileField

from pst.exchange.uploads import UploadRefused
from pst.forms.base import Form
from pst.rules.refusals import Refusal


class UploadForm(Form):
    """A form with one file; a file that is not taken is told at the file."""

    berkas = FileField("Berkas")

    def take(self, refusal: Refusal) -> None:
        if isinstance(refusal, UploadRefused):
            self.berkas.errors = [*self.berkas.errors, str(refusal)]
        else:
            super().take(refusal)

    @property
    def upload(self) -> tuple[str, bytes] | None:
        """Name and bytes of the file, if one was chosen."""
        file = self.berkas.data
        return (file.filename, file.read()) if file and file.filename else None
