"""Forms of the public side of complaints: telling, typing the code back, opening and leading the dialogue."""

from typing import Any

from flask_wtf.file import MultipleFileField
from wtforms import EmailField, HiddenField, RadioField, SelectField, StringField, TelField, TextAreaField
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length, Optional

from pst.forms.base import EmailAddress, Form, choices
from pst.rules.complaints.complaints import ASKED_KINDS, Privacy
from pst.rules.complaints.words import ABOUT_LABELS, KIND_LABELS, PRIVACY_LABELS, TOPIC_LABELS

CODE_LIMIT = 60
"""Signs of a code as it may be typed, with spaces and dashes."""
FILES_AT_ONCE = 3
TEXT, REASON = Length(max=8000), Length(max=4000)
NAME_MISSING = "Tulis nama Anda, atau pilih “Rahasia” atau “Tanpa identitas”."
RATINGS = (("5", "Sangat baik"), ("4", "Baik"), ("3", "Cukup"), ("2", "Kurang"), ("1", "Sangat kurang"))


class FileComplaintForm(Form):
    """What happened; everything but one free text may stay empty. `challenge` and `work` are the small effort."""

    kind = RadioField(
        "Apa yang ingin Anda sampaikan?",
        [InputRequired("Pilih salah satu.")],
        choices=choices((kind, KIND_LABELS[kind]) for kind in ASKED_KINDS),
        default=ASKED_KINDS[0].value,
    )
    text = TextAreaField("Ceritakan dengan kata-kata Anda", [DataRequired("Ceritakan apa yang terjadi."), TEXT])
    topic = SelectField("Tentang apa?", [Optional()], choices=choices(TOPIC_LABELS.items(), "Tidak tahu"), default="")
    happened = StringField("Kapan terjadi?", [Optional(), Length(max=120)])
    place = StringField("Di mana?", [Optional(), Length(max=200)])
    service = StringField("Layanan apa?", [Optional(), Length(max=200)])
    about = RadioField(
        "Apakah ini tentang orang di kantor ini?", [Optional()], choices=choices(ABOUT_LABELS.items()), default="unsure"
    )
    who = StringField("Siapa?", [Optional(), Length(max=200)])
    hope = TextAreaField("Apa yang Anda harapkan?", [Optional(), Length(max=2000)])
    case_number = StringField("Nomor permohonan atau kunjungan", [Optional(), Length(max=40)])
    files = MultipleFileField("Foto atau PDF", [Optional()])
    privacy = RadioField(
        "Bagaimana dengan identitas Anda?",
        [InputRequired("Pilih salah satu.")],
        choices=choices(PRIVACY_LABELS.items()),
        default=Privacy.CONFIDENTIAL.value,
    )
    name = StringField("Nama", [Optional(), Length(max=120)])
    email = EmailField("Surel", [Optional(), Length(max=254), EmailAddress()])
    phone = TelField("Telepon atau WhatsApp", [Optional(), Length(max=30)])
    address = StringField("Alamat", [Optional(), Length(max=300)])
    challenge = HiddenField()
    work = HiddenField()

    def validate(self, extra_validators: dict[str, Any] | None = None) -> bool:
        """What is told beside the choice of having no name is not even looked at; a named complaint has a name."""
        if self.privacy.data == Privacy.ANONYMOUS:
            for field in (self.name, self.email, self.phone, self.address):
                field.data, field.raw_data = "", []
        sound = super().validate(extra_validators)
        if self.privacy.data == Privacy.NAMED and not self.name.data:
            self.name.errors = [NAME_MISSING]
            sound = False
        return not _are_too_many(self.files) and sound

    @property
    def given(self) -> list[tuple[str, bytes]]:
        """The chosen files: name and content."""
        return _contents(self.files)

    @property
    def filing(self) -> dict[str, Any]:
        """The fields by the names `Filing` knows."""
        own = ("csrf_token", "files", "challenge", "work")
        return {field.name: field.data or "" for field in self if field.name not in own}


class EchoForm(Form):
    """Four signs of the code, typed back from where they were written down."""

    last = StringField(
        "Empat huruf atau angka terakhir kode Anda", [DataRequired("Ketik empat tanda terakhir."), Length(max=20)]
    )


class CodeForm(Form):
    """The secret code; posted, never in an address."""

    kode = StringField("Kode Anda", [DataRequired("Ketik kodenya."), Length(max=CODE_LIMIT)])


class SayForm(Form):
    """A message of the complainant, perhaps with files."""

    text = TextAreaField("Pesan Anda", [Optional(), TEXT])
    files = MultipleFileField("Foto atau PDF", [Optional()])

    def validate(self, extra_validators: dict[str, Any] | None = None) -> bool:
        sound = super().validate(extra_validators)
        if sound and not self.text.data and not _chosen(self.files):
            self.text.errors = ["Tulis pesan atau pilih berkas."]
            return False
        return not _are_too_many(self.files) and sound

    @property
    def given(self) -> list[tuple[str, bytes]]:
        """The chosen files: name and content."""
        return _contents(self.files)


class AcceptForm(Form):
    """The end, with a rating that may be left out."""

    rating = RadioField(
        "Bagaimana penanganannya?",
        [Optional(), AnyOf([value for value, _ in RATINGS])],
        choices=choices(RATINGS),
        validate_choice=False,
    )
    note = TextAreaField("Kesan atau saran", [Optional(), Length(max=1000)], id="rating-note")


class WhyForm(Form):
    """Not resolved: what is missing."""

    why = TextAreaField("Apa yang belum selesai?", [DataRequired("Tuliskan apa yang belum selesai."), REASON])


class WithdrawForm(Form):
    """Taken back: why."""

    why = TextAreaField("Mengapa Anda menariknya?", [DataRequired("Tuliskan alasannya."), REASON], id="withdraw-why")


def _chosen(field: MultipleFileField) -> list[Any]:
    """The chosen files; an empty field sends one without a name."""
    return [file for file in field.data or [] if file and file.filename]


def _are_too_many(field: MultipleFileField) -> bool:
    if len(_chosen(field)) <= FILES_AT_ONCE:
        return False
    field.errors = [f"Pilih paling banyak {FILES_AT_ONCE} berkas sekaligus."]
    return True


def _contents(field: MultipleFileField) -> list[tuple[str, bytes]]:
    """Name and content of each file; a form may be read a second time."""
    for file in _chosen(field):
        file.seek(0)
    return [(file.filename, file.read()) for file in _chosen(field)]
