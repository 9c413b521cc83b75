"""The administrator's forms: entries of the office's lists, accounts, holidays, settings of a group."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    EmailField,
    Field,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from pst.exchange.holidays_csv import CsvRefused
from pst.forms.base import ChoosesAgency, EmailAddress, Form, choices, key_in
from pst.forms.dates import DayField
from pst.forms.shared_rows import KeptForm
from pst.rules.items import Item
from pst.rules.office.office import Office, of_group
from pst.rules.office.settings import PHONE, checked, contradictions
from pst.rules.refusals import Refusal
from pst.rules.review.labels import ROLE_LABELS
from pst.rules.roles import ACCOUNT_ROLES, Role


class MayStayEmpty:
    """Marks a field as one that need not be filled; unlike `Optional`, later checks still see it empty."""

    field_flags = {"optional": True}

    def __call__(self, form: BaseForm, field: Field) -> None:
        """Nothing is wrong yet."""


def _line(label: str, limit: int, needed: str = "", description: str = "", **more: Any) -> StringField:
    """A line of text; `needed` is what is said when it is empty, "" where it may be."""
    rules = [DataRequired(needed) if needed else Optional(), Length(max=limit)]
    return StringField(label, [*rules, *more.pop("rules", ())], description=description, **more)


class Shape:
    """What the check of an item asks of what was typed."""

    def __init__(self, check: Callable[[str], object], required: bool = True):
        self.check = check
        self.field_flags = {} if required else {"optional": True}

    def __call__(self, form: BaseForm, field: Field) -> None:
        try:
            self.check(field.data or "")
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from None


FIELDS = {
    "longtext": TextAreaField,
    "email": EmailField,
    "choice": RadioField,
    "key": SelectField,
    "select": SelectField,
    "date": DayField,
    "check": BooleanField,
}
"""How a kind of item is entered; every other as a line of text."""


def entry_form(items: Iterable[Item], **more: Any) -> KeptForm:
    """A form that asks these items; `data` fills it."""
    return type("EntryForm", (KeptForm,), {item.code: _field(item) for item in items})(**more)


def entered(form: KeptForm, items: Iterable[Item]) -> dict[str, object]:
    """What was entered, by the codes of the items: keys of rows as numbers, an empty line as an empty text."""

    def value(item: Item) -> object:
        typed = form[item.code].data
        if item.kind == "key":
            return key_in(typed)
        return typed if item.kind in ("date", "check") else typed or ""

    return {item.code: value(item) for item in items}


def _field(item: Item) -> UnboundField:
    """A box asks for nothing; a choice that must be made and says no `error` is made already."""
    more: dict[str, object] = {"description": item.help}
    rules: list[object] = [] if item.required or item.kind == "check" else [Optional()]
    if item.error:
        rules = [DataRequired(item.error) if item.kind in ("text", "longtext") else InputRequired(item.error)]
    if item.kind in ("text", "longtext", "email"):
        rules.append(Length(max=item.limit))
    if item.kind == "email":
        rules.append(EmailAddress())
    if item.check:
        rules.append(Shape(item.check))
    if item.options:
        more["choices"] = choices(option[:2] for option in item.options)
    if item.kind in ("key", "select", "check"):
        more["default"] = item.default
    return FIELDS.get(item.kind, StringField)(item.label, rules, **more)


class UserForm(ChoosesAgency, KeptForm):
    """One account."""

    name = _line("Nama lengkap", 120, "Tuliskan nama lengkap pemilik akun.")
    email = EmailField("Alamat surel", [DataRequired("Tuliskan alamat surel."), Length(max=254), EmailAddress()])
    roles = SelectMultipleField(
        "Peran",
        [InputRequired("Pilih paling sedikit satu peran.")],
        choices=choices((role.value, ROLE_LABELS[role]) for role in ACCOUNT_ROLES),
        description="Satu akun boleh memiliki beberapa peran.",
    )
    agency = SelectField("Instansi", [MayStayEmpty()], description="Wajib bagi pemohon.")
    position = _line("Jabatan", 120)
    phone = _line("Telepon", 30, rules=(Shape(PHONE),))
    heir = SelectField("Pengganti bila peran petugas dicabut", [MayStayEmpty()])

    def __init__(self, agencies: Iterable[tuple[int, str]], heirs: Sequence[tuple[object, str]] = (), **more: Any):
        super().__init__(**more)
        self.agency.choices = choices(agencies, empty="Tidak ada")
        self.heir.choices = choices(heirs, empty="Pilih …")
        if not heirs:
            del self.heir

    def validate_agency(self, field: Field) -> None:
        if Role.APPLICANT in (self.roles.data or ()) and self.agency_id is None:
            raise ValidationError("Pilih instansi tempat pemohon ini bekerja.")

    @property
    def given(self) -> dict[str, object]:
        """What was entered, by the names of an account's fields; its agency stands in `agency_id`."""
        return {
            "name": self.name.data,
            "email": self.email.data,
            "roles": self.roles.data,
            "position": self.position.data or "",
            "phone": self.phone.data or "",
        }


class NoteForm(Form):
    """A reason that may be given."""

    note = _line("Alasan", 300)


class LeaveForm(NoteForm):
    """Why an account is closed, and who goes on with its open work."""

    heir = SelectField("Pengganti", [MayStayEmpty()], validate_choice=False)


class TellForm(Form):
    """Whom a breach concerns."""

    mailboxes = TextAreaField(
        "Alamat surel", [Optional(), Length(max=20_000)], default="", description="Satu baris satu alamat."
    )
    everybody = BooleanField("Semua pemilik akun yang masih terbuka")

    def validate_mailboxes(self, field: Field) -> None:
        """Each line an address that mail can be sent to."""
        field.data = "\n".join(EmailAddress.read(line) for line in (field.data or "").splitlines() if line.strip())


class AnswerForm(Form):
    """What the office says to a request."""

    answer = TextAreaField("Keterangan kepada pemohon", [Optional(), Length(max=2000)])


class MergeForm(KeptForm):
    """Into which agency a proposed one goes."""

    into = SelectField("Gabungkan ke", [InputRequired("Pilih instansi yang sudah ada.")])

    def __init__(self, agencies: Iterable[tuple[int, str]], **more: Any):
        super().__init__(**more)
        self.into.choices = choices(agencies, empty="Pilih …")


class HolidayFileForm(Form):
    """A table of holidays."""

    file = FileField("Berkas CSV", [FileRequired("Pilih berkasnya.")])
    text = ""
    wrong_lines: tuple[tuple[int, str], ...] = ()

    def validate_file(self, field: Field) -> None:
        try:
            self.text = field.data.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError("Berkas ini bukan teks CSV (UTF-8).") from None

    def take(self, refusal: Refusal) -> None:
        """Of a file with mistakes, say in which lines."""
        if isinstance(refusal, CsvRefused):
            self.wrong_lines = tuple(refusal.errors)
            refusal = Refusal("Ada baris yang keliru; tidak ada yang disimpan.", "file")
        super().take(refusal)


class LogoForm(Form):
    """A picture for the head of papers."""

    file = FileField("Gambar", [FileRequired("Pilih gambarnya.")], description="PNG atau JPG, paling besar 10 MB.")

    def take(self, refusal: Refusal) -> None:
        """What is wrong with a picture is told at the picture."""
        self.file.errors = [*self.file.errors, str(refusal)]


class SettingsForm(KeptForm):
    """What the forms of all groups of settings have in common; the fields come from `settings_form`."""

    items: tuple[Item, ...] = ()

    def validate(self, extra_validators: dict[str, Any] | None = None) -> bool:
        """Each setting alone, then together."""
        if not super().validate(extra_validators):
            return False
        wrong = contradictions({item.code: checked(item, self[item.code].data or "") for item in self.items})
        for code, message in wrong.items():
            self[code].errors = [message]
        return not wrong

    @property
    def given(self) -> dict[str, str]:
        """What was typed, by the codes of the settings."""
        return {item.code: self[item.code].data or "" for item in self.items}


def settings_form(group: str, office: Office) -> SettingsForm:
    """The form of one group of settings, filled with the values in force."""
    items = of_group(group)
    fields = {item.code: _setting_field(item) for item in items}
    made = type("GroupForm", (SettingsForm,), {**fields, "items": items})
    return made(data={code: str(getattr(office, code)) for code in fields})


def _setting_field(item: Item) -> UnboundField:
    more = {"choices": choices(option[:2] for option in item.options)} if item.kind == "choice" else {}
    rule = Shape(lambda typed: checked(item, typed), item.required)
    return FIELDS.get(item.kind, StringField)(item.label, [rule], description=item.help, **more)
