"""In which kecamatan an activity collects."""

from wtforms import SelectMultipleField
from wtforms.validators import Optional

from pst.forms.base import Form, choices


class FieldworkForm(Form):
    """Boxes for the kecamatan of the regency."""

    kecamatan = SelectMultipleField(
        "Kecamatan tempat data dikumpulkan",
        [Optional()],
        description="Tidak mencentang satu pun berarti seluruh kabupaten.",
    )

    def offer(self, names: dict[str, str]) -> "FieldworkForm":
        """The kecamatan there are."""
        self.kecamatan.choices = choices(names.items())
        return self
