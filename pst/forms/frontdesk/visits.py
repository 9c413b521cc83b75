"""Forms of the guest book, built from its questions in `rules/frontdesk/visits.py`."""

from collections.abc import Callable, Container, Iterable
from typing import Any

from wtforms import (
    EmailField,
    Field,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TelField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.validators import (
    AnyOf,
    DataRequired,
    InputRequired,
    Length,
    Optional,
    Regexp,
    StopValidation,
    ValidationError,
)

from pst.forms.base import ChoosesAgency, EmailAddress, Form, choices
from pst.forms.dates import DayField
from pst.rules.frontdesk.visits import GROUPS, INSTEAD, ITEMS, MONTHS, ONE_CONTACT, has_contact, written_down
from pst.rules.items import Item

PHONE = Regexp(r"^(|\+?[0-9(][0-9 ().\-]{5,28})$", message="Tulis nomor dengan angka, contoh: 0812 3456 7890.")
CODE_LIMIT = 200
"""A scanner may type the whole address of a QR."""


def _unless_tapped(other: str, message: str) -> Callable[[BaseForm, Field], None]:
    """Typed words are required, unless the other item was tapped."""

    def check(form: BaseForm, field: Field) -> None:
        if form[other].data:
            Optional()(form, field)
        DataRequired(message)(form, field)

    return check


def _first_check(item: Item) -> Callable[[BaseForm, Field], None]:
    if item.code in INSTEAD:
        return _unless_tapped(INSTEAD[item.code], item.error)
    return DataRequired(item.error) if item.required else Optional()


def _field(item: Item) -> UnboundField:
    first = _first_check(item)
    if item.kind == "phone":  # not Optional: that would keep an empty one from `validate_phone`
        return TelField(item.label, [Length(max=item.limit), PHONE], description=item.help)
    if item.kind == "email":
        return EmailField(item.label, [first, Length(max=item.limit), EmailAddress()], description=item.help)
    if item.kind == "choice":
        known = AnyOf([option[0] for option in item.options], "Pilih salah satu dari daftar.")
        pairs = choices(option[:2] for option in item.options)
        return RadioField(item.label, [first, known], choices=pairs, validate_choice=False, description=item.help)
    if item.kind == "choices":
        return SelectMultipleField(
            item.label, [first], choices=choices(option[:2] for option in item.options), description=item.help
        )
    return StringField(item.label, [first, Length(max=item.limit)], description=item.help)


class Guest(Form):
    """The whole guest book; a screen is checked by `problems_in`, the last one by `validate`."""

    step = HiddenField(validators=[Length(max=2)])

    def validate_phone(self, field: Field) -> None:
        if not has_contact({"phone": field.data, "email": self.email.data}):
            raise ValidationError(ONE_CONTACT)

    @property
    def given(self) -> dict[str, Any]:
        """The answers by their codes."""
        return written_down({code: self[code].data for code in ITEMS if self[code].data})

    def problems_in(self, codes: Iterable[str]) -> dict[str, str]:
        """The first problem of each of these fields, after `validate`."""
        return {code: self[code].errors[0] for code in codes if self[code].errors}


GuestForm: type[Guest] = type("GuestForm", (Guest,), {code: _field(item) for code, item in ITEMS.items()})


def first_screen_with(problems: Container[object], otherwise: int = 0) -> int:
    """The screen (from 0) of the first question with a problem; where none has one, that is asked for."""
    asked = [[item.code for item in group.items] for group in GROUPS]
    return next((place for place, codes in enumerate(asked) if any(code in problems for code in codes)), otherwise)


class ReturningForm(Form):
    """Number and birth month of somebody who has been here before."""

    phone = TelField("Nomor HP atau WhatsApp", [DataRequired("Tuliskan nomor HP Anda."), Length(max=30), PHONE])
    birth_month = RadioField(
        "Bulan lahir",
        [InputRequired("Pilih bulan lahir Anda."), AnyOf([value for value, _ in MONTHS], "Pilih bulan lahir Anda.")],
        choices=choices(MONTHS),
        validate_choice=False,
    )


class CardForm(Form):
    """The code of a visit card, typed or scanned."""

    card = StringField(
        "Kode kartu kunjungan", [DataRequired("Pindai atau ketik kode kartu Anda."), Length(max=CODE_LIMIT)]
    )


class PairingForm(Form):
    """The code that makes this device a kiosk."""

    code = StringField(
        "Kode pemasangan",
        [DataRequired("Ketik kode dari halaman Kantor."), Length(max=40)],
        description="Dua belas huruf dan angka, misalnya 7KMP-2QXA-W9DT.",
    )


ASKED_AGAIN = tuple(ITEMS[code] for code in ("service", "topic", "purpose", "needs", "case"))


class AgainForm(Form):
    """What somebody who was recognised is asked: only what differs from visit to visit."""

    service = _field(ITEMS["service"])
    topic = _field(ITEMS["topic"])
    purpose = _field(ITEMS["purpose"])
    needs = _field(ITEMS["needs"])
    case = _field(ITEMS["case"])

    @property
    def given(self) -> dict[str, Any]:
        """The answers by their codes."""
        return written_down({item.code: self[item.code].data for item in ASKED_AGAIN if self[item.code].data})


def _day_of_copied_page(form: BaseForm, field: Field) -> None:
    """A copied page needs its day. It stands before `Optional`, which would keep an empty one from being seen."""
    if form.paper.data == "ya" and not any(field.raw_data or ()):
        field.errors = []
        raise StopValidation("Tuliskan tanggal kunjungan menurut buku kertas.")


class EntryForm(GuestForm):  # type: ignore[misc, valid-type]  # a class made from the fields' table
    """The guest book as an officer fills it, also from a page of the paper book."""

    paper = RadioField(
        "Asal isian",
        [InputRequired("Pilih asal isiannya.")],
        choices=choices(
            [
                ("tidak", "Pengunjung ada di sini: ambilkan nomor antrean"),
                ("ya", "Disalin dari buku kertas: tanpa nomor antrean"),
            ]
        ),
        default="tidak",
    )
    day = DayField("Tanggal kunjungan", [_day_of_copied_page, Optional()])
    hour = TimeField("Jam datang", [Optional()])


class MailFormForm(Form):
    """Where the softcopy of the form goes."""

    to = EmailField("Alamat surel", [DataRequired("Tuliskan alamat surelnya."), Length(max=254), EmailAddress()])


class AccountForm(ChoosesAgency, Form):
    """Whose account is opened, or for whom a submission is begun."""

    name = StringField("Nama lengkap", [DataRequired("Tuliskan namanya."), Length(min=2, max=120)])
    email = EmailField("Alamat surel", [DataRequired("Tuliskan alamat surelnya."), Length(max=254), EmailAddress()])
    position = StringField("Jabatan", [Optional(), Length(max=120)])
    agency = SelectField("Instansi", [Optional()], validate_choice=True)

    def __init__(self, agencies: list[tuple[int, str]], **more: Any):
        super().__init__(**more)
        self.agency.choices = choices(agencies, empty="Belum ada dalam daftar")


class CaseForm(Form):
    """What the visit is about: the number or code of a submission, or the number of a complaint."""

    case = StringField("Nomor atau kode permohonan, atau nomor pengaduan", [Optional(), Length(max=60)])


class OutcomeForm(Form):
    """What the consultation came to."""

    outcome = TextAreaField("Hasil konsultasi", [DataRequired("Tuliskan hasilnya."), Length(max=4000)])


class ReceiverForm(Form):
    """Who took the letter."""

    receiver = StringField("Diterima oleh", [DataRequired("Tuliskan nama penerimanya."), Length(min=2, max=120)])


class SpecialHoursForm(Form):
    """Days with other hours than usual; no hours at all is a closure."""

    name = StringField(
        "Keterangan",
        [DataRequired("Tuliskan keterangannya."), Length(max=120)],
        description="Contoh: Ramadan, rapat kerja.",
    )
    starts = DayField("Mulai", [InputRequired("Tuliskan tanggal mulai.")])
    ends = DayField("Sampai", [InputRequired("Tuliskan tanggal akhir.")])
    hours = StringField(
        "Jam Senin–Kamis", [Optional(), Length(max=80)], description="Contoh: 08.00–15.00. Kosongkan bila tutup."
    )
    friday = StringField("Jam Jumat", [Optional(), Length(max=80)], description="Kosongkan bila tutup.")
