"""The small forms of the officers' desk: remarks, steps, assignment, evaluation, ROMANTIK, walk-ins."""

from collections.abc import Iterable
from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import (
    EmailField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from pst.actions.seen import ChangedMeanwhile
from pst.forms.base import ChoosesAgency, EmailAddress, Form, choices
from pst.forms.dates import DayField
from pst.forms.ready import ReadyText
from pst.forms.shared_rows import KeptForm
from pst.rules.review.labels import SEVERITY_LABELS, STANCE_LABELS

LONG = Length(max=4000)


def _required(message: str) -> DataRequired:
    return DataRequired(message)


def _key(value: object) -> int | None:
    """The key of a chosen row; None for the unchosen line."""
    return int(str(value)) if value not in ("", None) else None


class RemarkForm(ReadyText, KeptForm):
    """One remark on a question; `code` is empty for the whole, `sentence` the ready sentence it is counted by."""

    code = HiddenField()
    severity = RadioField(
        "Sifat catatan",
        [_required("Pilih: wajib diperbaiki atau saran.")],
        choices=choices(SEVERITY_LABELS.items()),
        default="must",
    )
    sentence = HiddenField()
    text = TextAreaField("Catatan", [_required("Tuliskan catatannya."), LONG])

    remark_id: int | None = None
    """The remark that is being changed; None for a new one."""

    @property
    def sentence_id(self) -> int | None:
        """The sentence that was chosen, of those that are offered."""
        return int(self.sentence.data) if self.sentence.data in self.sentences else None

    def add_sentence(self, key: str) -> None:
        self.sentence.data = key
        super().add_sentence(key)


class StepNoteForm(Form):
    """The reason or covering note that goes with a step; whether one is needed, the step itself says."""

    note = TextAreaField("Alasan", [Optional(), LONG])


class ExtensionForm(KeptForm):
    """By how much the promise is extended, and why; the applicant reads the reason."""

    days = IntegerField("Tambahan hari kerja", [InputRequired("Isi banyaknya hari kerja."), NumberRange(1, 365)])
    reason = TextAreaField(
        "Alasan",
        [_required("Tuliskan alasannya; pemohon membacanya."), LONG],
        description="Dibaca pemohon dalam surel dan pada riwayat permohonan.",
    )

    def changed_meanwhile(self, refusal: ChangedMeanwhile) -> None:
        """Two who extend at once do not add up unawares: sending once more then means it."""
        self.form_errors.append(f"{refusal} Kirim sekali lagi bila waktunya memang perlu ditambah lagi.")
        self.showing(refusal.now)


class OverrulingForm(Form):
    """Why a finding does not hold."""

    reason = TextAreaField(
        "Alasan",
        [_required("Tuliskan mengapa temuan ini tidak berlaku."), LONG],
        description="Dibaca rekan di kantor, dan tercatat pada riwayat; pemohon tidak membacanya.",
    )


class AssignForm(Form):
    """Who is to work on it."""

    officer = SelectField("Petugas", [_required("Pilih petugas.")], choices=[], coerce=_key)


class ChosenForm(Form):
    """What was chosen in the register."""

    number = SelectMultipleField("Permohonan", [_required("Pilih dahulu permohonannya.")], validate_choice=False)


class CloseChosenForm(ChosenForm):
    """Whether it shall be closed; the list sends along whom it would be given to."""

    officer = StringField()
    sure = HiddenField()


class AssignChosenForm(ChosenForm):
    """Who is to work on it."""

    officer = SelectField("Petugas", [_required("Pilih petugas.")])

    def __init__(self, officers: Iterable[tuple[int, str]], **more: Any):
        super().__init__(**more)
        self.officer.choices = choices(officers)


class InviteForm(Form):
    """Whose opinion is asked."""

    colleague = SelectField("Rekan", [_required("Pilih rekan.")], choices=[], coerce=_key)


class OpinionForm(Form):
    """One's own opinion."""

    stance = RadioField("Pendapat Anda", [_required("Pilih pendapat Anda.")], choices=choices(STANCE_LABELS.items()))
    opinion = TextAreaField("Uraian", [_required("Uraikan pendapat Anda."), LONG])


class InternalNoteForm(Form):
    """A line of the discussion inside the office."""

    internal = TextAreaField("Catatan diskusi", [_required("Tuliskan catatannya."), LONG])


class ConclusionForm(KeptForm):
    """What the team concluded."""

    held_on = DayField("Tanggal evaluasi", [_required("Isi tanggal evaluasi.")])
    participants = TextAreaField(
        "Peserta",
        [_required("Tuliskan sedikitnya satu peserta."), Length(max=2000)],
        description="Satu nama setiap baris.",
    )
    outcome = RadioField("Hasil", [_required("Pilih hasilnya.")], choices=choices(STANCE_LABELS.items()))
    conclusion = TextAreaField("Uraian kesimpulan", [_required("Uraikan kesimpulannya."), LONG])
    alone_reason = TextAreaField(
        "Alasan dievaluasi sendiri",
        [Optional(), LONG],
        description="Wajib diisi selama belum ada rekan yang memberi pendapat; Kepala membacanya sebelum mengesahkan.",
    )


class RomantikForm(KeptForm):
    """What ROMANTIK gave: the number of its transaction, the identity of the recommendation."""

    romantik_id = StringField("Nomor transaksi ROMANTIK", [Optional(), Length(max=40)], id="romantik-id")
    identity_number = StringField(
        "Nomor identitas rekomendasi",
        [Optional(), Length(max=40)],
        description="Misalnya V-26.6104.001.",
        id="romantik-identity",
    )


class WalkInForm(ChoosesAgency, Form):
    """Somebody at the counter, or a letter on the desk: who applies, and how it came in."""

    email = EmailField(
        "Alamat surel pemohon", [_required("Isi alamat surel pemohon."), Length(max=254), EmailAddress()]
    )
    name = StringField(
        "Nama pemohon", [Optional(), Length(max=120)], description="Diisi bila pemohon belum mempunyai akun."
    )
    position = StringField("Jabatan", [Optional(), Length(max=120)])
    phone = StringField("Telepon", [Optional(), Length(max=30)])
    agency = SelectField("Instansi", [Optional()], choices=[], default="")
    new_agency = StringField("Nama instansi bila belum ada dalam daftar", [Optional(), Length(max=200)])
    channel = RadioField(
        "Cara datang",
        [_required("Pilih cara datangnya.")],
        choices=choices((("visit", "Datang langsung"), ("letter", "Melalui surat"))),
        default="visit",
    )


class ImportForm(Form):
    """A record from ROMANTIK or the printed form filled in, and for whom it becomes a draft."""

    email = EmailField(
        "Alamat surel pemohon",
        [_required("Isi alamat surel pemohon."), Length(max=254), EmailAddress()],
        id="import-email",
    )
    record = FileField("Berkas catatan atau formulirnya", [FileRequired("Pilih berkasnya.")])
