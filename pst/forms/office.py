"""The administrator's forms: accounts, agencies, signatories, holidays, sentences, settings of a group."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp, ValidationError

from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.clock import local
from pst.forms.base import EmailAddress, Form, choices, key_in
from pst.questionnaires.shelf import CURRENT
from pst.rules import wording
from pst.rules.calendar import KINDS, Holiday
from pst.rules.event_words import value_in_words
from pst.rules.labels import ROLE_LABELS, SIGNATORY_LABELS
from pst.rules.office import Declared, Office
from pst.rules.roles import ACCOUNT_ROLES, Role
from pst.rules.settings import MAY_BE_EMPTY, SettingRefused, checked, contradictions, of_group

PHONE = Regexp(r"^[0-9+()\- .]*$", message="Tulis nomor telepon dengan angka, contoh: (0561) 691049.")
LONGEST_SAID = 80
"""Signs of a kept value that a message repeats."""
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


class KeptForm(Form):
    """A form over something that others may change too; `seen` marks what this page showed."""

    seen = HiddenField()

    def showing(self, kept: Mapping[str, object]) -> "KeptForm":
        """The same form, marked with what it shows."""
        self.seen.data = mark_of(kept)
        return self

    def changed_meanwhile(self, refusal: ChangedMeanwhile) -> None:
        """Say who was quicker and where the two differ; saving once more then means it."""
        when = f" pada {wording.long_moment(local(refusal.when))}" if refusal.when else ""
        differing = [
            _differing(self[name], value)
            for name, value in refusal.now.items()
            if name in self and _plain(self[name].data) != _plain(value)
        ]
        self.form_errors.append(
            f"{refusal.who} menyimpan perubahan{when}, setelah halaman ini Anda buka. Isian Anda belum disimpan. "
            f"Yang tersimpan sekarang berbeda pada: {'; '.join(differing)}. "
            "Simpan sekali lagi bila isian Anda yang dipakai."
        )
        self.seen.data = mark_of(refusal.now)


class UserForm(KeptForm):
    """One account."""

    name = _line("Nama lengkap", 120, "Tuliskan nama lengkap pemilik akun.")
    email = EmailField(
        "Alamat surel", [DataRequired("Tuliskan alamat surel."), Length(max=254), EmailAddress()]
    )
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

    name = _line(
        "Nama instansi", 200, "Tuliskan nama instansi.", "Lengkap, tanpa singkatan.", rules=(Length(min=5),)
    )
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
    """What `rules/settings.py` says about this setting."""

    def __init__(self, item: Declared):
        self.item = item
        self.field_flags = {"optional": True} if item.key in MAY_BE_EMPTY else {}

    def __call__(self, form, field) -> None:
        try:
            checked(self.item, field.data or "")
        except SettingRefused as refusal:
            raise ValidationError(str(refusal)) from None


class SettingsForm(KeptForm):
    """What the forms of all groups of settings have in common; the fields come from `settings_form`."""

    items: tuple[Declared, ...] = ()

    def validate(self, extra_validators=None) -> bool:
        """Each setting alone, then together."""
        if not super().validate(extra_validators):
            return False
        wrong = contradictions({item.key: checked(item, self[item.key].data or "") for item in self.items})
        for key, message in wrong.items():
            self[key].errors = [message]
        return not wrong


def settings_form(group: str, office: Office) -> SettingsForm:
    """The form of one group of settings, filled with the values in force."""
    items = of_group(group)
    fields = {item.key: _setting_field(item) for item in items}
    made = type("GroupForm", (SettingsForm,), {**fields, "items": items})
    return made(data={key: str(getattr(office, key)) for key in fields})


def _setting_field(item: Declared):
    kinds = {"longtext": TextAreaField, "lines": TextAreaField, "choice": RadioField}
    more = {"choices": choices(item.options)} if item.kind == "choice" else {}
    return kinds.get(item.kind, StringField)(item.label, [Checked(item)], description=item.help, **more)


def _differing(field, value: object) -> str:
    """The field's name and, where it is short enough to read, what is kept in it."""
    options = {option.value: option.label for option in getattr(field, "choices", None) or ()}
    words = [options.get(each) or value_in_words(each) for each in _plain(value).split("\n")]
    said = value_in_words(value) if isinstance(value, bool) else ", ".join(words)
    if len(said) > LONGEST_SAID:
        return str(field.label.text)
    return f"{field.label.text} (“{said}”)" if said != "–" else f"{field.label.text} (kosong)"


def _plain(value: Any) -> str:
    """A value as text, whether it was typed or kept: sets line by line, nothing as nothing."""
    if isinstance(value, set | frozenset | list | tuple):
        return "\n".join(sorted(map(str, value)))
    return "" if value is None else str(value)
