"""Forms for covering parts of a file."""

from typing import Any

from wtforms import HiddenField, IntegerField
from wtforms.validators import InputRequired, Length, NumberRange

from pst.forms.base import Form
from pst.rules.complaints.redactions import WHOLE

LONGEST = 2500
"""Signs of a hundred boxes."""


def _side(label: str) -> IntegerField:
    said = f"{label}: tulis bilangan dari 0 sampai {WHOLE}."
    return IntegerField(label, [InputRequired(said), NumberRange(0, WHOLE, said)])


class BoxesForm(Form):
    """The boxes of all pages, as they were marked so far."""

    boxes = HiddenField(validators=[Length(max=LONGEST)])


class BoxForm(BoxesForm):
    """One more box on one page, its sides in thousandths of the page."""

    left = _side("Kiri")
    top = _side("Atas")
    right = _side("Kanan")
    bottom = _side("Bawah")

    def __init__(self, page: int, **more: Any):
        super().__init__(prefix=f"h{page}-", **more)
