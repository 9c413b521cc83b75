"""Forms of people's accounts: register, sign in, passwords, own data."""

from collections.abc import Iterable
from typing import Any

from wtforms import (
    EmailField,
    Field,
    HiddenField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.form import BaseForm
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp, ValidationError

from pst.forms.base import ChoosesAgency, EmailAddress, Form, choices
from pst.forms.dates import DayField
from pst.rules.accounts.passwords import MAX_LENGTH, PasswordRefused, check_password
from pst.rules.handovers import MAIL_CHOICES

PASSWORD_HELP = (
    "Paling sedikit 10 karakter. Tidak perlu angka atau tanda khusus: beberapa kata yang mudah Anda ingat sudah cukup."
)
CHOOSE_AGENCY = "Pilih instansi Anda, atau tuliskan namanya bila belum ada dalam daftar."
NOT_LISTED = "Instansi saya belum ada dalam daftar"
NEW_AGENCY = "baru"
NAME_AGENCY = "Tuliskan nama instansi Anda."


class MailForm(Form):
    """How somebody of the office wants to be told by mail."""

    told_by = RadioField(
        "Surel kabar pekerjaan", choices=choices(MAIL_CHOICES.items()), validators=[InputRequired("Pilih salah satu.")]
    )


class AwayForm(Form):
    """Until when somebody is away, and who stands in."""

    away_until = DayField("Tidak di kantor sampai", [Optional()], description="Kosongkan bila sudah kembali.")
    stand_in = SelectField("Digantikan oleh", [Optional()])

    def __init__(self, officers: Iterable[tuple[int, str]], **more: Any):
        super().__init__(**more)
        self.stand_in.choices = choices(officers, "Pilih rekan …")


class NewPassword:
    """Strong enough by `rules/accounts/passwords.py`."""

    def __call__(self, form: BaseForm, field: Field) -> None:
        try:
            check_password(field.data or "")
        except PasswordRefused as refusal:
            raise ValidationError(str(refusal)) from None


class Repeats:
    """The same as the field of this name; says it under the repetition."""

    def __init__(self, name: str):
        self.name = name

    def __call__(self, form: BaseForm, field: Field) -> None:
        if field.data != form[self.name].data:
            raise ValidationError("Kedua kata sandi belum sama. Ketik sekali lagi.")


def _email(**more: Any) -> EmailField:
    rules = [DataRequired("Tuliskan alamat surel Anda."), Length(max=254), EmailAddress()]
    return EmailField("Alamat surel", rules, **more)


def _name() -> StringField:
    return StringField(
        "Nama lengkap",
        [DataRequired("Tuliskan nama lengkap Anda."), Length(2, 120, "Nama lengkap: 2 sampai 120 huruf.")],
    )


def _position() -> StringField:
    return StringField("Jabatan", [Optional(), Length(max=120)], description="Contoh: Kepala Subbagian Perencanaan")


def _phone(needed: bool = True) -> TelField:
    present = DataRequired("Tuliskan nomor telepon atau WhatsApp Anda.") if needed else Optional()
    shape = Regexp(r"^\+?[0-9(][0-9 ().\-]{5,28}$", message="Tulis nomor telepon dengan angka, contoh: 0812 3456 7890.")
    return TelField(
        "Nomor telepon atau WhatsApp",
        [present, shape, Length(max=30)],
        description="Dihubungi petugas hanya bila perlu.",
    )


def _new_password(label: str = "Kata sandi baru") -> PasswordField:
    rules = [InputRequired("Tuliskan kata sandi yang Anda inginkan."), NewPassword(), Length(max=MAX_LENGTH)]
    return PasswordField(label, rules, description=PASSWORD_HELP)


def _repeated() -> PasswordField:
    return PasswordField(
        "Ulangi kata sandi",
        [InputRequired("Ketik kata sandi itu sekali lagi."), Repeats("password"), Length(max=MAX_LENGTH)],
    )


class SignInForm(Form):
    """Who is there? A mailbox that cannot be one is simply wrong: nothing more is said to strangers."""

    email = EmailField("Alamat surel", [DataRequired("Tuliskan alamat surel Anda."), Length(max=254)])
    password = PasswordField("Kata sandi", [InputRequired("Tuliskan kata sandi Anda."), Length(max=1000)])
    next = HiddenField(validators=[Length(max=2000)])


def _agency() -> SelectField:
    return SelectField("Instansi")


def _new_agency() -> StringField:
    return StringField(
        "Nama instansi yang belum ada dalam daftar", [Optional(), Length(5, 200, "Nama instansi: 5 sampai 200 huruf.")]
    )


class AgencyForm(ChoosesAgency, Form):
    """A form with the fields `agency`, chosen from the table, and `new_agency`, proposed by its name.

    Errors are listed in the order of the page, so the forms themselves say where the two stand.
    """

    new_agency: StringField

    def __init__(self, agencies: list[tuple[int, str]], **more: Any):
        super().__init__(**more)
        self.agency.choices = choices([*agencies, (NEW_AGENCY, NOT_LISTED)], empty="Pilih …")

    def validate(self, extra_validators: dict[str, Any] | None = None) -> bool:
        """An agency that is not listed needs its name; an empty one is said at its own field."""
        sound = super().validate(extra_validators)
        if self.agency.data != NEW_AGENCY or self.new_agency.data or self.new_agency.errors:
            return sound
        self.new_agency.errors = [NAME_AGENCY]
        return False

    def validate_agency(self, field: Field) -> None:
        if not self.agency_id and field.data != NEW_AGENCY and not self.new_agency.data:
            raise ValidationError(CHOOSE_AGENCY)


class RegisterForm(AgencyForm):
    """A new applicant."""

    name = _name()
    email = _email(description="Surat dan pemberitahuan dikirim ke alamat ini.")
    phone = _phone()
    agency = _agency()
    new_agency = _new_agency()
    position = _position()
    password = _new_password("Kata sandi")
    repeated = _repeated()
    next = HiddenField(validators=[Length(max=2000)])


class OwnDataForm(AgencyForm):
    """What the account says about its owner, who may belong to no agency when working in the office."""

    name = _name()
    phone = _phone(needed=False)
    position = _position()
    agency = _agency()
    new_agency = _new_agency()

    def __init__(self, agencies: list[tuple[int, str]], agency_needed: bool, **more: Any):
        super().__init__(agencies, **more)
        self.agency_needed = agency_needed

    def validate_agency(self, field: Field) -> None:
        if self.agency_needed:
            super().validate_agency(field)


class MailboxForm(Form):
    """A mailbox to which a link goes."""

    email = _email()


class SpokenCodeForm(Form):
    """A code that an officer read aloud at the counter."""

    code = StringField("Kode dari petugas", [DataRequired("Ketik kode yang dibacakan petugas."), Length(max=60)])


class NewPasswordForm(Form):
    """A password set through a mailed link."""

    password = _new_password()
    repeated = _repeated()


class OwnPasswordForm(Form):
    """The password one has already: it is really you."""

    password = PasswordField("Kata sandi Anda", [InputRequired("Tuliskan kata sandi Anda."), Length(max=1000)])


class NewMailboxForm(Form):
    """The own address, changed by its owner."""

    email = _email(description="Alamat baru berlaku sesudah Anda membuka tautan yang dikirim ke sana.")


class UnlessSigned:
    """Needed, unless a device has signed instead."""

    def __call__(self, form: BaseForm, field: Field) -> None:
        if not field.data and not form["passkey"].data:
            raise ValidationError("Ketik kode dari aplikasi autentikator Anda, atau salah satu kode cadangan.")


class SignedForm(Form):
    """What a device has signed, `passkey`, and what it was asked to sign."""

    passkey = HiddenField(validators=[Length(max=20_000)])
    asked = HiddenField(validators=[Length(max=1000)])


class FactorForm(SignedForm):
    """The second factor: a code, or what a device has signed."""

    code = StringField(
        "Kode",
        [UnlessSigned(), Length(max=40)],
        description="Enam angka pada aplikasi autentikator Anda, atau salah satu kode cadangan.",
    )


class CodeForm(FactorForm):
    """The second factor at the door; `half` says who gave the right password."""

    half = HiddenField(validators=[Length(max=500)])
    next = HiddenField(validators=[Length(max=2000)])


class ProofForm(OwnPasswordForm, FactorForm):
    """It is still you: the password, and the second factor of those who have one."""

    def __init__(self, with_factor: bool, **more: Any):
        super().__init__(**more)
        if not with_factor:
            del self.code


class PasskeyForm(SignedForm):
    """A new key, by the name that its owner knows the device by."""

    name = StringField(
        "Nama perangkat",
        [DataRequired("Tuliskan nama perangkatnya, misalnya Laptop kantor."), Length(max=60)],
        description="Misalnya Laptop kantor, Ponsel saya, atau Kunci USB.",
    )

    def validate_name(self, field: Field) -> None:
        """Sent without the button, which is what makes the key."""
        if not self.passkey.data:
            raise ValidationError("Peramban ini belum membuat kunci sandi. Tekan tombolnya, lalu ikuti petunjuknya.")


class TurnOnForm(Form):
    """The first code of a new authenticator; `sealed` carries its secret."""

    sealed = HiddenField(validators=[Length(max=1000)])
    code = StringField("Kode pada aplikasi", [DataRequired("Ketik enam angka dari aplikasinya."), Length(max=40)])


class ChangePasswordForm(Form):
    """A password changed by its owner."""

    old = PasswordField(
        "Kata sandi sekarang", [InputRequired("Tuliskan kata sandi Anda yang sekarang."), Length(max=1000)]
    )
    password = _new_password()
    repeated = _repeated()


class FirstAdminForm(Form):
    """The first account of an office."""

    name = _name()
    email = _email(description="Dipakai untuk masuk; pemberitahuan dikirim ke alamat ini.")
    password = _new_password("Kata sandi")
    repeated = _repeated()


class EraseForm(Form):
    """Asking for the own account to be erased; why need not be said."""

    said = TextAreaField("Alasan", [Optional(), Length(max=1000)])


class PlainForm(Form):
    """A button without fields."""
