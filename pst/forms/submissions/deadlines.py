"""What the calculator of due dates asks; it travels in the address, so that a result can be kept and shown."""

from datetime import date, timedelta
from typing import Any

from wtforms.validators import InputRequired, Optional, ValidationError

from pst.forms.base import Form
from pst.forms.dates import DayField

REACH = timedelta(days=3 * 366)
"""How far from today a day may lie; beyond it no decree has named holidays."""


class DueDateForm(Form):
    """The day a submission was declared complete, and one stretch of waiting for the applicant."""

    class Meta(Form.Meta):
        csrf = False

    mulai = DayField("Dinyatakan lengkap pada", [InputRequired("Isi tanggalnya, misalnya 23 November 2026.")])
    dari = DayField("Catatan dikirim pada", [Optional()])
    sampai = DayField("Perbaikan diterima pada", [Optional()])

    def __init__(self, *args: Any, today: date, **more: Any):
        super().__init__(*args, **more)
        self.today = today

    def validate_mulai(self, field: DayField) -> None:
        self._near(field)

    def validate_dari(self, field: DayField) -> None:
        self._near(field)
        if self.sampai.data is None:
            raise ValidationError("Isi juga tanggal perbaikan diterima, atau kosongkan keduanya.")

    def validate_sampai(self, field: DayField) -> None:
        self._near(field)
        if self.dari.data is None:
            raise ValidationError("Isi juga tanggal catatan dikirim, atau kosongkan keduanya.")
        if field.data and field.data < self.dari.data:
            raise ValidationError("Perbaikan tidak mungkin diterima sebelum catatan dikirim.")

    @property
    def pauses(self) -> tuple[tuple[date, date], ...]:
        """The stretch of waiting, or none."""
        return ((self.dari.data, self.sampai.data),) if self.dari.data and self.sampai.data else ()

    def _near(self, field: DayField) -> None:
        if field.data and abs(field.data - self.today) > REACH:
            raise ValidationError("Pilih tanggal yang tidak lebih dari tiga tahun dari hari ini.")
