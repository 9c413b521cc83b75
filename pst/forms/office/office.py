"""The administrator's forms: accounts, agencies, signatories, holidays, sentences, settings of a group."""

from collections.abc import Iterable

from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp, ValidationError

from pst.forms.base import EmailAddress, Form, choices, key_in
from pst.forms.shared_rows import KeptForm
from pst.questionnaires.shelf import CURRENT
from pst.rules.calendar import KINDS, Holiday
from pst.rules.items import Item
from pst.rules.office.office import Office, of_group
from pst.rules.office.settings import checked, contradictions
from pst.rules.refusals import Refusal
from pst.rules.review.labels import ROLE_LABELS, SIGNATORY_LABELS
from pst.rules.roles import ACCOUNT_ROLES, Role

PHONE = Regexp(r"^[0-9+()\- .]*$", message="Tulis nomor telepon dengan angka, contoh: (0561) 691049.")
WHOLE_FORM = ""
BLOCKS = ((WHOLE_FORM, "Semua blok"), *((str(block.number), block.title) for block in CURRENT.blocks))


class MayStayEmpty:
    """Marks a field as one that need not be filled; unlike `Optional`, later checks still see it empty."""

    field_flags = {"optional": True}

    def __call__(self, form, field) -> None:
        """Nothing is wrong yet."""


def _line(label: str, limit: int, needed: str = "", description: str = "", **more) -> StringField:
    """A line of text; `needed` is what is said when it is empty, "" where it may be."""
    rules = [DataRequired(needed) if needed else Optional(), Length(max=limit)]
    return StringField(label, [*rules, *more.pop("rules", ())], description=description, **more)


class UserForm(KeptForm):
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
    phone = _line("Telepon", 30, rules=(PHONE,))

    def __init__(self, agencies: Iterable[tuple[int, str]], **more):
        super().__init__(**more)
        self.agency.choices = choices(agencies, empty="Tidak ada")

    def validate_agency(self, field) -> None:
        if Role.APPLICANT in (self.roles.data or ()) and self.agency_id is None:
            raise ValidationError("Pilih instansi tempat pemohon ini bekerja.")

    @property
    def agency_id(self) -> int | None:
        return key_in(self.agency.data)


class NoteForm(Form):
    """A reason that may be given."""

    note = _line("Alasan", 300)


class AgencyDataForm(KeptForm):
    """One agency."""

    name = _line("Nama instansi", 200, "Tuliskan nama instansi.", "Lengkap, tanpa singkatan.", rules=(Length(min=5),))
    address = _line("Alamat", 300)
    phone = _line("Telepon", 30, rules=(PHONE,))
    email = EmailField("Surel instansi", [Optional(), Length(max=254), EmailAddress()])
    leader = _line("Jabatan pimpinan", 200, description="Misalnya Kepala Dinas Kesehatan.")
    active = BooleanField(
        "Dapat dipilih pemohon", default=True, description="Hapus tandanya bila instansi sudah dilebur."
    )


class MergeForm(KeptForm):
    """Into which agency a proposed one goes."""

    into = SelectField("Gabungkan ke", [InputRequired("Pilih instansi yang sudah ada.")])

    def __init__(self, agencies: Iterable[tuple[int, str]], **more):
        super().__init__(**more)
        self.into.choices = choices(agencies, empty="Pilih …")


class SignatoryForm(KeptForm):
    """Who signs, as what, from when to when."""

    user = SelectField(
        "Akun pejabat",
        [InputRequired("Pilih akun pejabat.")],
        description="Akun dengan peran Kepala; bila belum ada, beri peran itu pada halaman Pengguna.",
    )
    kind = RadioField(
        "Sebagai", [InputRequired("Pilih Kepala, Plt., atau Plh.")], choices=choices(SIGNATORY_LABELS.items())
    )
    name = _line("Nama pada surat", 120, "Tuliskan nama seperti pada surat.", "Lengkap dengan gelar.")
    rank = _line("Pangkat/golongan", 80)
    nip = _line("NIP", 30)
    starts = DateField("Mulai", [InputRequired("Isi tanggal mulai.")])
    ends = DateField("Selesai", [Optional()], description="Kosongkan selama belum diketahui.")
    mandate = StringField(
        "Surat keputusan atau surat perintah",
        [MayStayEmpty(), Length(max=160)],
        description="Nomor dan tanggalnya; wajib untuk Plt. dan Plh.",
    )

    def __init__(self, heads: Iterable[tuple[int, str]], **more):
        super().__init__(**more)
        self.user.choices = choices(heads, empty="Pilih …")

    def validate_mandate(self, field) -> None:
        if self.kind.data in ("plt", "plh") and not field.data:
            raise ValidationError("Plt. dan Plh. memerlukan surat perintah; tuliskan nomornya.")


class HolidayForm(KeptForm):
    """One day of the calendar."""

    day = DateField("Tanggal", [InputRequired("Isi tanggalnya.")])
    name = _line("Nama hari atau alasan", 160, "Tuliskan nama hari atau alasannya.")
    kind = SelectField("Jenis", choices=choices(KINDS.items()), default="national")
    decree = _line("Nomor keputusan", 160, description="Misalnya SKB 1497/2025, 2/2025, 5/2025.")

    def validate_day(self, field) -> None:
        if field.data and not 2000 <= field.data.year <= 2100:
            raise ValidationError("Tahun di luar 2000–2100.")

    @property
    def holiday(self) -> Holiday:
        kind = self.kind.data
        return Holiday(self.day.data, self.name.data, kind, kind != "override", self.decree.data or "")


class HolidayFileForm(Form):
    """A table of holidays."""

    file = FileField("Berkas CSV", [FileRequired("Pilih berkasnya.")])


class SentenceForm(KeptForm):
    """A sentence officers use again."""

    block = SelectField("Dipakai pada", choices=choices(BLOCKS), default=WHOLE_FORM)
    heading = _line("Pokok", 80, "Tuliskan pokoknya, misalnya Jadwal.")
    text = TextAreaField("Kalimat", [DataRequired("Tuliskan kalimatnya."), Length(max=1000)])

    @property
    def block_number(self) -> int | None:
        return None if self.block.data == WHOLE_FORM else int(self.block.data)


class Checked:
    """What the declaration of this setting asks."""

    def __init__(self, item: Item):
        self.item = item
        self.field_flags = {} if item.required else {"optional": True}

    def __call__(self, form, field) -> None:
        try:
            checked(self.item, field.data or "")
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from None


class SettingsForm(KeptForm):
    """What the forms of all groups of settings have in common; the fields come from `settings_form`."""

    items: tuple[Item, ...] = ()

    def validate(self, extra_validators=None) -> bool:
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


def _setting_field(item: Item):
    kinds = {"longtext": TextAreaField, "choice": RadioField}
    more = {"choices": choices(option[:2] for option in item.options)} if item.kind == "choice" else {}
    return kinds.get(item.kind, StringField)(item.label, [Checked(item)], description=item.help, **more)
