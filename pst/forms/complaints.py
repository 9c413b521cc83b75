"""Forms of the public side of complaints: telling, typing the code back, opening and leading the dialogue."""

from flask_wtf.file import MultipleFileField
from wtforms import EmailField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length, Optional

from pst.forms.base import EmailAddress, Form, choices
from pst.rules.complaint_words import ABOUT_LABELS, KIND_LABELS, PRIVACY_LABELS, TOPIC_LABELS
from pst.rules.complaints import ASKED_KINDS, Privacy

CODE_LIMIT = 60
"""Signs of a code as it may be typed, with spaces and dashes."""
FILES_AT_ONCE = 3
TEXT = Length(max=8000)
RATINGS = (("5", "Sangat baik"), ("4", "Baik"), ("3", "Cukup"), ("2", "Kurang"), ("1", "Sangat kurang"))


class FileComplaintForm(Form):
    """What happened; everything but one free text may stay empty. `challenge` and `work` are the small effort."""

    kind = RadioField(
        "Apa yang ingin Anda sampaikan?", [InputRequired("Pilih salah satu.")],
        choices=choices((kind, KIND_LABELS[kind]) for kind in ASKED_KINDS), default=ASKED_KINDS[0].value,
    )  # fmt: skip
    text = TextAreaField(
        "Ceritakan dengan kata-kata Anda", [InputRequired("Ceritakan apa yang terjadi."), TEXT]
    )
    topic = SelectField(
        "Tentang apa?", [Optional()], choices=choices(TOPIC_LABELS.items(), "Tidak tahu"), default=""
    )
    happened = StringField("Kapan terjadi?", [Optional(), Length(max=120)])
    place = StringField("Di mana?", [Optional(), Length(max=200)])
    service = StringField("Layanan apa?", [Optional(), Length(max=200)])
    about = RadioField(
        "Apakah ini tentang orang di kantor ini?",
        [Optional()],
        choices=choices(ABOUT_LABELS.items()),
        default="unsure",
    )
    who = StringField("Siapa?", [Optional(), Length(max=200)])
    hope = TextAreaField("Apa yang Anda harapkan?", [Optional(), Length(max=2000)])
    case_number = StringField("Nomor permohonan atau kunjungan", [Optional(), Length(max=40)])
    files = MultipleFileField("Foto atau PDF", [Optional()])
    privacy = RadioField(
        "Bagaimana dengan identitas Anda?", [InputRequired("Pilih salah satu.")],
        choices=choices(PRIVACY_LABELS.items()), default=Privacy.CONFIDENTIAL.value,
    )  # fmt: skip
    name = StringField("Nama", [Optional(), Length(max=120)])
    email = EmailField("Surel", [Optional(), Length(max=254), EmailAddress()])
    phone = StringField("Telepon atau WhatsApp", [Optional(), Length(max=30)])
    address = StringField("Alamat", [Optional(), Length(max=300)])
    challenge = HiddenField()
    work = HiddenField()

    def validate(self, extra_validators=None) -> bool:
        """What is told beside the choice of having no name is not even looked at."""
        if self.privacy.data == Privacy.ANONYMOUS:
            self.name.data = self.email.data = self.phone.data = self.address.data = ""
        sound = super().validate(extra_validators)
        if len(self.uploads) > FILES_AT_ONCE:
            self.files.errors = [f"Pilih paling banyak {FILES_AT_ONCE} berkas sekaligus."]
            return False
        return sound

    @property
    def uploads(self) -> list:
        """The chosen files; an empty field sends one without a name."""
        return [file for file in self.files.data or [] if file and file.filename]

    @property
    def told(self) -> dict[str, str]:
        """The fields by the names `Filing` knows."""
        own = ("csrf_token", "files", "challenge", "work")
        return {field.name: field.data or "" for field in self if field.name not in own}


class EchoForm(Form):
    """Four signs of the code, typed back from where they were written down."""

    last = StringField(
        "Empat huruf atau angka terakhir kode Anda",
        [InputRequired("Ketik empat tanda terakhir."), Length(max=20)],
    )


class CodeForm(Form):
    """The secret code; posted, never in an address."""

    kode = StringField("Kode Anda", [InputRequired("Ketik kodenya."), Length(max=CODE_LIMIT)])


class SayForm(Form):
    """A message of the complainant, perhaps with files."""

    text = TextAreaField("Pesan Anda", [Optional(), TEXT])
    files = MultipleFileField("Foto atau PDF", [Optional()])

    def validate(self, extra_validators=None) -> bool:
        sound = super().validate(extra_validators)
        if not self.text.data and not self.uploads:
            self.text.errors = ["Tulis pesan atau pilih berkas."]
            return False
        if len(self.uploads) > FILES_AT_ONCE:
            self.files.errors = [f"Pilih paling banyak {FILES_AT_ONCE} berkas sekaligus."]
            return False
        return sound

    @property
    def uploads(self) -> list:
        return [file for file in self.files.data or [] if file and file.filename]


class AcceptForm(Form):
    """The end, with a rating that may be left out."""

    rating = RadioField(
        "Bagaimana penanganannya?", [Optional(), AnyOf([value for value, _ in RATINGS])], choices=choices(RATINGS),
        validate_choice=False,
    )  # fmt: skip
    note = TextAreaField("Kesan atau saran", [Optional(), Length(max=1000)], id="rating-note")


class WhyForm(Form):
    """Not resolved, or taken back: why."""

    why = TextAreaField("Apa yang belum selesai?", [InputRequired("Tuliskan alasannya."), Length(max=4000)])
