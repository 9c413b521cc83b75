"""Forms of the officers' desk for complaints and for the box on the wall."""

from collections.abc import Iterable
from typing import Any

from flask_wtf.file import FileField, MultipleFileField
from wtforms import (
    BooleanField,
    EmailField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from pst.forms.base import EmailAddress, Form, choices
from pst.forms.dates import DayField
from pst.forms.ready import ReadyText
from pst.rules.complaints.channels import CHANNELS
from pst.rules.complaints.complaints import ASKED_KINDS, CLASSES, Privacy
from pst.rules.complaints.words import ESCALATION_LABELS, KIND_LABELS, PRIVACY_LABELS, TOPIC_LABELS

TEXT = Length(max=8000)
GRID_ROWS = 5
"""Sheets entered at once: with a photo each they must fit into one request."""


class EntryForm(Form):
    """A complaint that came in person, by phone, letter or another channel; meant to take under a minute."""

    channel = SelectField(
        "Saluran",
        [InputRequired("Pilih saluran.")],
        choices=choices((it.key, it.label) for it in CHANNELS if it.by_officer),
    )
    outside_number = StringField(
        "Nomor pelacakan di saluran itu", [Optional(), Length(max=60)], description="Misalnya nomor laporan SP4N-LAPOR!"
    )
    received_on = DayField("Diterima tanggal", [InputRequired("Isi tanggal diterima.")])
    kind = SelectField(
        "Jenis", [InputRequired("Pilih jenis.")], choices=choices((kind, KIND_LABELS[kind]) for kind in ASKED_KINDS)
    )
    title = StringField(
        "Judul singkat", [Optional(), Length(max=160)], description="Kosongkan untuk memakai awal uraian."
    )
    text = TextAreaField("Uraian", [DataRequired("Tuliskan uraiannya."), TEXT])
    topic = SelectField("Topik", [Optional()], choices=choices(TOPIC_LABELS.items(), "Belum ditentukan"), default="")
    who = StringField("Siapa yang diadukan", [Optional(), Length(max=200)])
    subjects = SelectMultipleField(
        "Petugas yang diadukan",
        [Optional()],
        choices=[],
        coerce=int,
        description="Akun yang dipilih tidak dapat melihat pengaduan ini sama sekali.",
    )
    case_number = StringField("Nomor permohonan atau kunjungan terkait", [Optional(), Length(max=40)])
    files = MultipleFileField("Foto, surat, atau PDF yang dibawa", [Optional()])
    privacy = RadioField(
        "Identitas pelapor",
        [InputRequired("Pilih salah satu.")],
        choices=choices(PRIVACY_LABELS.items()),
        default=Privacy.CONFIDENTIAL.value,
    )
    name = StringField("Nama pelapor", [Optional(), Length(max=120)])
    email = EmailField("Surel pelapor", [Optional(), Length(max=254), EmailAddress()])
    phone = StringField("Telepon pelapor", [Optional(), Length(max=30)])
    address = StringField("Alamat pelapor", [Optional(), Length(max=300)])

    @property
    def given(self) -> list[tuple[str, bytes]]:
        """The chosen files: name and content."""
        return [(file.filename, file.read()) for file in self.files.data or () if file]

    @property
    def filing(self) -> dict[str, Any]:
        """The fields by the names `Filing` knows."""
        own = ("csrf_token", "subjects", "files")
        given = {field.name: field.data or "" for field in self if field.name not in own}
        return {**given, "received_on": self.received_on.data, "chosen": tuple(self.subjects.data or ())}


class ComplaintStepForm(ReadyText, Form):
    """What a step asks for; which of the fields are shown, the step says."""

    into = "note"
    note = TextAreaField("Keterangan", [Optional(), TEXT])
    kind = SelectField(
        "Kelas", [Optional()], choices=choices(((k, KIND_LABELS[k]) for k in CLASSES), "Pilih …"), default=""
    )
    topic = SelectField("Topik", [Optional()], choices=choices(TOPIC_LABELS.items(), "Belum ditentukan"), default="")
    handler = SelectField("Ditangani oleh", [Optional()], choices=[], default="")
    to = SelectField("Dinaikkan ke", [Optional()], choices=choices(ESCALATION_LABELS.items(), "Pilih …"), default="")
    other = StringField("Nomor pengaduan yang sama", [Optional(), Length(max=24)])

    def insist(self, asks: Iterable[tuple[str, str]]) -> None:
        """Fields that cannot stay empty, each with what is said then; without words it may."""
        for name, missing in asks:
            if missing:
                self[name].validators = [DataRequired(missing), *self[name].validators]


class ReplyForm(ReadyText, Form):
    """A message to the complainant."""

    text = TextAreaField("Pesan kepada pelapor", [DataRequired("Tulis pesannya."), TEXT])
    file = FileField("Lampiran", [Optional()])


class NoteForm(Form):
    """A note that only the office reads; another form than the message, so that neither is taken for the other."""

    note = TextAreaField("Catatan internal", [DataRequired("Tulis catatannya."), TEXT])
    note_file = FileField("Lampiran catatan", [Optional()])


class HandlerForm(Form):
    """Who handles it."""

    handler = SelectField("Petugas", [InputRequired("Pilih petugas.")], choices=[])


class SubjectsForm(Form):
    """Who of the office it is about."""

    subjects = SelectMultipleField("Akun yang tidak boleh tahu", [Optional()], choices=[], coerce=int)
    about_head = BooleanField("Pengaduan ini tentang Kepala")
    note = TextAreaField(
        "Alasan",
        [Optional(), Length(max=1000)],
        id="subjects-note",
        description="Wajib bila akses seseorang dibuka kembali.",
    )


class IdentityForm(Form):
    """Why the identity has to be opened; the complainant reads it."""

    why = TextAreaField(
        "Alasan membuka identitas",
        [DataRequired("Tuliskan alasannya."), Length(min=10, max=300)],
        description="Pelapor membaca alasan ini beserta nama Anda di percakapannya.",
    )


class NewCodeForm(Form):
    """Why the complainant needs a new code; the complainant reads it."""

    why = TextAreaField(
        "Mengapa pelapor memerlukan kode baru",
        [DataRequired("Tuliskan alasannya."), Length(min=10, max=300)],
        description="Pelapor membaca alasan ini beserta nama Anda dan nama petugas yang membenarkannya.",
    )


class BoardForm(Form):
    """Neutral words for the notice board."""

    board = StringField(
        "Keterangan netral untuk papan",
        [Optional(), Length(max=300)],
        description="Dibaca siapa saja: tanpa nama, tanpa isi pengaduan.",
    )


class PublicationForm(Form):
    """What the public would read, rewritten so that it names nobody."""

    title = StringField("Judul", [DataRequired("Isi judul."), Length(max=160)])
    text = TextAreaField("Ringkasan pengaduan", [DataRequired("Isi ringkasan."), TEXT])
    answer = TextAreaField("Jawaban kantor", [DataRequired("Isi jawaban."), TEXT])


class PrintForm(Form):
    """How many blank forms."""

    how_many = IntegerField("Jumlah formulir", [InputRequired("Isi jumlah."), NumberRange(min=1, max=60)], default=10)


class OpeningForm(Form):
    """The box was opened."""

    opened_on = DayField("Dibuka tanggal", [InputRequired("Isi tanggalnya.")])
    hour = TimeField("Jam dibuka", [InputRequired("Isi jamnya.")])
    first_witness = StringField("Saksi pertama", [DataRequired("Isi nama saksi."), Length(max=120)])
    second_witness = StringField("Saksi kedua", [DataRequired("Isi nama saksi kedua."), Length(max=120)])
    found = IntegerField(
        "Jumlah lembar ditemukan", [InputRequired("Isi jumlah; 0 bila kosong."), NumberRange(min=0, max=500)]
    )
    note = TextAreaField("Catatan", [Optional(), Length(max=1000)])


class RecountForm(Form):
    """The count was wrong."""

    found = IntegerField("Jumlah lembar yang benar", [InputRequired("Isi jumlah."), NumberRange(min=0, max=500)])
    why = StringField(
        "Mengapa diperbaiki",
        [DataRequired("Tuliskan alasannya."), Length(max=300)],
        description="Alasan dan kedua angkanya masuk berita acara.",
    )


class GridForm(Form):
    """Sheets one below the other; a row without text and without a tick is left out."""


def _row(number: int) -> dict[str, object]:
    return {
        f"form-{number}": StringField("Nomor formulir", [Optional(), Length(max=24)]),
        f"kind-{number}": SelectField("Jenis", [Optional()], choices=choices((k, KIND_LABELS[k]) for k in ASKED_KINDS)),
        f"text-{number}": TextAreaField("Isi lembar", [Optional(), TEXT]),
        f"who-{number}": StringField("Siapa yang disebut", [Optional(), Length(max=200)]),
        f"scan-{number}": FileField("Pindaian atau foto", [Optional()]),
        f"void-{number}": BooleanField("Kosong atau tidak terbaca"),
    }


for _number in range(1, GRID_ROWS + 1):
    for _name, _field in _row(_number).items():
        setattr(GridForm, _name, _field)
