"""What those who keep the catalogue send: which of two stays, and lists to be taken in."""

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
