"""Forms of the letter: its draft, sending it back, revoking and replacing it."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length, NumberRange, Optional, Regexp

from pst.actions.letters.draft import DraftUnfinished
from pst.forms.base import Form, choices
from pst.forms.shared_rows import KeptForm
from pst.models.office.settings import the_office
from pst.rules.letters.numbering import KEPT
from pst.rules.office.sentences import KINDS, PLACES
from pst.rules.refusals import Refusal

LINE = Length(max=200)
LINES = Length(max=8000)
CODE = Regexp(r"[A-Za-z0-9._-]{1,20}\Z", message="Pilih salah satu dari daftar.")
ONE_A_LINE = "Satu butir satu baris."
SHOWN = 70
"""Letters of a ready sentence that are offered after its heading."""


class NumberedForm(Form):
    """A form that says how the number of a letter is written: which sensitivity, which classification."""

    prefix = SelectField("Sifat pada nomor", [Optional(), CODE], choices=[], validate_choice=False)
    kka = SelectField("Klasifikasi pada nomor", [Optional(), CODE], choices=[], validate_choice=False)

    def __init__(self, *given: Any, **more: Any):
        super().__init__(*given, **more)
        office = the_office()
        for field, codes in ((self.prefix, office.letter_prefixes), (self.kka, office.classifications)):
            field.choices = choices((code, code) for code in dict.fromkeys((*codes, field.data)) if code)


class DraftForm(NumberedForm, KeptForm):
    """What officers edit of a letter; whether it is finished is asked when it goes to the head."""

    outcome = RadioField(
        "Hasil pemeriksaan",
        [Optional(), AnyOf(("layak", "ditolak"), "Pilih salah satu: layak atau tidak layak.")],
        choices=choices([("layak", "Layak"), ("ditolak", "Tidak layak (ditolak)")]),
        validate_choice=False,
    )
    conditions = TextAreaField(
        "Catatan",
        [Optional(), LINES],
        description=f"Yang wajib ditindaklanjuti, atau yang perlu diperbaiki bila ditolak. {ONE_A_LINE}",
    )
    reasons = TextAreaField(
        "Alasan penolakan", [Optional(), LINES], description="Hanya dicetak pada surat penolakan. " + ONE_A_LINE
    )
    alike = TextAreaField(
        "Kegiatan serupa",
        [Optional(), LINES],
        description="Yang dinyatakan pemohon tentang kegiatan serupa. " + ONE_A_LINE,
    )
    basis = TextAreaField("Dasar hukum", [Optional(), LINES], description=ONE_A_LINE)
    duties = TextAreaField(
        "Kewajiban", [Optional(), LINES], description="Hanya dicetak pada surat layak. " + ONE_A_LINE
    )
    closing = TextAreaField("Penutup", [Optional(), LINES], description="Satu alinea satu baris.")
    sentence = SelectField("Kalimat siap pakai", choices=[], default="", validate_choice=False)
    recipient = StringField(
        "Yth.", [Optional(), Length(max=300)], description="Jabatan pimpinan instansi, tanpa nama orang."
    )
    place = StringField("di", [Optional(), LINE])
    request_letter = StringField(
        "Surat pemohon", [Optional(), LINE], description="Misalnya 050/118/Dinkes/2026 tanggal 6 Maret 2026."
    )
    subject = StringField(
        "Hal", [Optional(), Length(max=400)], description="Kosongkan untuk “Surat Rekomendasi Kegiatan Statistik …”."
    )
    attachment_count = StringField("Lampiran", [Optional(), LINE])
    letter_number = StringField(
        "Nomor surat dari register kantor",
        [Optional(), Length(max=80)],
        description="Kosongkan bila bukunya di aplikasi ini: nomor berikutnya diambil saat surat disahkan.",
    )
    number_reason = StringField(
        "Alasan nomor seperti itu",
        [Optional(), LINE],
        description="Bila nomornya tidak mengikuti pola atau nomor urutnya sudah dipakai.",
    )
    identity_number = StringField(
        "Identitas rekomendasi dari ROMANTIK",
        [Optional(), Length(max=40)],
        description="Seperti tertulis di ROMANTIK, misalnya V-26.6104.001.",
    )

    def offer(self, sentences: Sequence[tuple[int, str, str, str]]) -> None:
        """Offer these ready sentences: (id, kind, heading, text)."""
        self.sentences = {str(key): (kind, text) for key, kind, _, text in sentences}
        self.sentence.choices = choices(
            [
                (str(key), f"{KINDS[kind]} · {heading}: {shorten(text, SHOWN, placeholder=' …')}")
                for key, kind, heading, text in sentences
            ],
            "Pilih kalimat …",
        )

    def insert_chosen(self) -> None:
        """Put the chosen sentence at the end of the list of its kind."""
        if chosen := self.sentences.get(self.sentence.data or ""):
            field = self[PLACES[chosen[0]]]
            field.data = "\n".join(part for part in (field.data, chosen[1]) if part)

    def take(self, refusal: Refusal) -> None:
        """Of an unfinished draft, say at every field what is lacking."""
        problems = refusal.problems if isinstance(refusal, DraftUnfinished) else []
        for name, message in problems:
            self[name].errors = [*self[name].errors, message]
        if not problems:
            super().take(refusal)

    @property
    def fields(self) -> dict[str, str]:
        """What was typed, by the names the action knows; an outcome that was not chosen is left as it was."""
        typed = {
            field.name: field.data or ""
            for field in self
            if field.name not in ("csrf_token", "reason", "seen", "sentence")
        }
        return typed if typed["outcome"] else {key: value for key, value in typed.items() if key != "outcome"}


class ReplaceForm(DraftForm):
    """The corrected letter, and why the old one is replaced."""

    reason = TextAreaField(
        "Alasan penggantian", [DataRequired("Tuliskan alasannya; pemohon membacanya."), Length(max=2000)]
    )


class SendBackForm(Form):
    """Why the draft goes back to the officers."""

    note = TextAreaField("Alasan pengembalian", [DataRequired("Tuliskan apa yang perlu diperbaiki."), Length(max=4000)])


class RevokeForm(Form):
    """Why a letter is void."""

    reason = TextAreaField(
        "Alasan pencabutan", [DataRequired("Tuliskan alasannya; pemohon membacanya."), Length(max=2000)]
    )


class BookYearForm(Form):
    """Where the book of a year is kept, and what its next number is."""

    kept = RadioField(
        "Buku surat tahun ini disimpan",
        [InputRequired("Pilih di mana buku surat disimpan.")],
        choices=choices(KEPT.items()),
    )
    following = IntegerField(
        "Nomor urut berikutnya",
        [Optional(), NumberRange(1, 999_999, "Tulis bilangan dari 1 sampai 999999.")],
        description="Bila bukunya di aplikasi ini: satu lebih besar daripada nomor terakhir yang sudah dipakai kantor.",
    )
