"""Forms of the book: a letter that no recommendation is, a range of numbers, a number that counts for nothing."""

from typing import Any

from wtforms import IntegerField, RadioField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from pst.forms.base import Form, choices
from pst.forms.dates import DayField
from pst.forms.letters.letters import NumberedForm
from pst.forms.uploads import UploadForm
from pst.rules.letters.numbering import ENTRIES, RESERVED, VOID

LINE = Length(max=300)
PLACE = [InputRequired("Tulis nomor urutnya."), NumberRange(1, 999_999, "Tulis bilangan dari 1 sampai 999999.")]


class NumberForm(NumberedForm):
    """The number of a letter: the next one, or one that was typed and why it is as it is."""

    number = StringField(
        "Nomor surat",
        [Optional(), Length(max=80)],
        description="Kosongkan untuk nomor berikutnya. Nomor sisipan ditulis seperti B-38.1/…",
    )
    reason = StringField(
        "Alasan",
        [Optional(), LINE],
        description="Bila nomornya tidak mengikuti pola, sudah dipakai, atau tanggalnya tidak urut.",
    )

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, by the names the action knows."""
        return {name: self[name].data or "" for name in ("number", "prefix", "kka", "reason")}


class EntryForm(NumberForm, UploadForm):
    """A letter as the book has it."""

    dated = DayField("Tanggal surat", [InputRequired("Isi tanggal surat.")])
    recipient = StringField("Tujuan", [DataRequired("Tuliskan tujuan surat."), LINE])
    subject = StringField("Perihal", [DataRequired("Tuliskan perihal surat."), LINE])

    @property
    def given(self) -> dict[str, Any]:
        texts = {name: self[name].data or "" for name in ("recipient", "subject")}
        return {**super().given, **texts, "dated": self.dated.data}


class RangeForm(Form):
    """Numbers that are set aside, or were never used."""

    kind = RadioField(
        "Nomor-nomor ini",
        [InputRequired("Pilih salah satu.")],
        choices=choices((k, ENTRIES[k]) for k in (RESERVED, VOID)),
    )
    first = IntegerField("Dari nomor urut", PLACE)
    last = IntegerField("Sampai nomor urut", PLACE)
    reason = StringField("Alasan", [DataRequired("Tuliskan alasannya."), LINE])


class VoidForm(Form):
    """Why a number counts for nothing."""

    reason = StringField("Alasan pembatalan", [DataRequired("Tuliskan alasannya."), LINE])
