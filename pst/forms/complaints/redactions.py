"""Forms for covering parts of a file."""

from typing import Any

from wtforms import HiddenField, IntegerField
from wtforms.validators import InputRequired, Length, NumberRange

from pst.forms.base import Form
from pst.rules.complaints.redactions import WHOLE

LONGEST = 2500
"""Signs of a hundred boxes."""
SIDE = [InputRequired("Tulis keempat sisi kotaknya."), NumberRange(0, WHOLE, f"Dari 0 sampai {WHOLE}.")]


class BoxesForm(Form):
    """The boxes of all pages, as they were marked so far."""

    boxes = HiddenField(validators=[Length(max=LONGEST)])


class BoxForm(BoxesForm):
    """One more box on one page, its sides in thousandths of the page."""

    left = IntegerField("Kiri", SIDE)
    top = IntegerField("Atas", SIDE)
    right = IntegerField("Kanan", SIDE)
    bottom = IntegerField("Bawah", SIDE)

    def __init__(self, page: int, **more: Any):
        super().__init__(prefix=f"h{page}-", **more)
