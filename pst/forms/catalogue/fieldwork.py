"""In which kecamatan and villages an activity collects."""

from wtforms import SelectMultipleField
from wtforms.validators import Optional

from pst.forms.base import Form, choices


class FieldworkForm(Form):
    """Boxes for the kecamatan of the regency, and for the villages of those that are chosen."""

    kecamatan = SelectMultipleField(
        "Kecamatan tempat data dikumpulkan",
        [Optional()],
        description="Tidak mencentang satu pun berarti seluruh kabupaten.",
    )

    desa = SelectMultipleField(
        "Desa atau kelurahan",
        [Optional()],
        description="Bila hanya di sebagian desa; tidak mencentang satu pun desa sebuah kecamatan berarti seluruh "
        "kecamatan itu.",
    )

    def offer(self, districts: dict[str, str], villages: dict[str, str]) -> "FieldworkForm":
        """The kecamatan there are, and the villages one may be more exact with."""
        self.kecamatan.choices = choices(districts.items())
        self.desa.choices = choices(villages.items())
        if not villages:
            del self.desa
        return self
