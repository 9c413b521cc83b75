"""What the calculator of sample sizes asks; it travels in the address, so that a result can be kept and shown."""

import re
from typing import Any

from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.validators import Length, Optional, ValidationError

from pst.forms.base import Form, choices
from pst.rules.catalogue.burden import Burden
from pst.rules.catalogue.sample_size import Plan, Stratum
from pst.rules.refusals import Refusal

NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?", re.ASCII)
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
MOST_STRATA = 50
PARAMETERS = {
    "margin": "batas",
    "population": "populasi",
    "confidence": "kepercayaan",
    "proportion": "proporsi",
    "deviation": "simpangan",
    "mean": "rata",
    "design_effect": "efek",
    "response": "respons",
    "cluster_size": "gugus",
    "correlation": "korelasi",
    "sample": "sampel",
}
"""Parameters of the rules, by the fields that ask for them."""


def read_number(text: str) -> float | None:
    """ "1.200" is twelve hundred, "2,5" and "2.5" are two and a half; None for anything else."""
    if THOUSANDS.fullmatch(text):
        return float(text.replace(".", ""))
    return float(text.replace(",", ".")) if NUMBER.fullmatch(text) else None


def _is_number(form: Form, field: StringField) -> None:
    if read_number(field.data) is None:
        raise ValidationError("Tulis angka saja, misalnya 1.200 atau 2,5.")


def _is_whole(form: Form, field: StringField) -> None:
    if not (read_number(field.data) or 0.5).is_integer():
        raise ValidationError("Tulis bilangan bulat, misalnya 1.200.")


def _asked(label: str, help: str = "", *, whole: bool = False, **more: Any) -> StringField:
    checks = [Optional(), _is_whole if whole else _is_number, Length(max=20)]
    return StringField(label, checks, description=help, **more)


class SampleSizeForm(Form):
    """What is to be estimated, how well, and of how many; percentages where shares are meant."""

    class Meta(Form.Meta):
        csrf = False

    taksiran = RadioField(
        "Yang ditaksir",
        [Optional()],
        choices=choices((("proporsi", "Proporsi (persentase)"), ("rata-rata", "Rata-rata"))),
        default="proporsi",
    )
    populasi = _asked("Banyaknya populasi", "Kosongkan bila tidak diketahui atau sangat besar.", whole=True)
    batas = _asked("Batas kesalahan", "Dalam persen untuk proporsi, misalnya 5; dalam satuannya untuk rata-rata.")
    relatif = BooleanField("Batas kesalahan relatif, dalam persen dari yang ditaksir")
    kepercayaan = _asked("Tingkat kepercayaan (persen)", default="95")
    proporsi = _asked("Perkiraan proporsi (persen)", "50 bila belum ada perkiraan.", default="50")
    simpangan = _asked("Simpangan baku", "Untuk rata-rata; dari survei terdahulu atau uji coba.")
    rata = _asked("Perkiraan rata-rata", "Hanya untuk rata-rata dengan kesalahan relatif.")
    efek = _asked("Efek rancangan", "1 untuk acak sederhana; gugus dan bertahap biasanya 1,5 sampai 3.", default="1")
    respons = _asked("Tingkat respons (persen)", "Bagian yang diperkirakan menjawab.", default="100")
    gugus = _asked("Unit tiap gugus", "Bila sampel ditarik per gugus, misalnya 10 rumah tangga tiap desa.", whole=True)
    korelasi = _asked("Korelasi dalam gugus", "0 sampai 1; biasanya 0,01 sampai 0,1.")
    sampel = _asked(
        "Banyaknya sampel", "Isi untuk menghitung sebaliknya: batas kesalahan yang diberikannya.", whole=True
    )
    strata = TextAreaField(
        "Strata",
        [Optional(), Length(max=4000)],
        description="Satu baris satu strata: nama; populasi; simpangan baku (boleh kosong).",
    )
    menit = _asked("Menit per responden", whole=True)
    putaran = _asked("Kali setahun", whole=True)
    petugas = _asked("Banyaknya petugas pendata", whole=True)
    hari = _asked("Hari pengumpulan data", whole=True)

    def validate(self, extra_validators: Any = None) -> bool:
        """One of margin and sample is given; the other is counted."""
        sound = super().validate(extra_validators)
        if self.batas.data or self.sampel.data:
            return sound
        self.take(Refusal("Isi batas kesalahan, atau banyaknya sampel.", "batas"))
        return False

    def take(self, refusal: Refusal) -> None:
        """At the field that asks for the parameter it concerns."""
        super().take(Refusal(str(refusal), PARAMETERS.get(refusal.field, refusal.field)))

    def validate_strata(self, field: TextAreaField) -> None:
        if len(self._rows()) > MOST_STRATA:
            raise ValidationError(f"Paling banyak {MOST_STRATA} strata.")
        for row in self._rows():
            size = read_number(row[1])
            if not size or not size.is_integer() or (row[2] and read_number(row[2]) is None):
                raise ValidationError("Tulis setiap strata seperti: Kecamatan Toho; 5.400; 12,5")

    def plan(self) -> Plan:
        """What is planned. Raises `Refusal` with the parameter it concerns."""
        mean = self.taksiran.data == "rata-rata"
        shares = 1 if mean and not self.relatif.data else 100
        return Plan(
            margin=(self._of("batas") if self.batas.data else 5) / shares,
            population=self._whole("populasi"),
            confidence=self._of("kepercayaan", 95) / 100,
            proportion=0.5 if mean else self._of("proporsi", 50) / 100,
            deviation=self._of("simpangan") if mean else None,
            mean=self._of("rata") if mean else None,
            relative=self.relatif.data,
            design_effect=self._of("efek", 1),
            response=self._of("respons", 100) / 100,
            cluster_size=self._whole("gugus"),
            correlation=self._of("korelasi"),
        )

    def wanted_sample(self) -> int | None:
        """The sample whose margin is asked for."""
        return self._whole("sampel")

    def strata_given(self) -> list[Stratum]:
        """The strata, those without a deviation as if all were alike."""
        return [
            Stratum(name, int(read_number(size) or 0), read_number(spread) or 1.0)
            for name, size, spread in self._rows()
        ]

    def burden(self, respondents: int) -> Burden:
        """What so many respondents are asked to give."""
        return Burden(respondents, *map(self._whole, ("menit", "putaran", "petugas", "hari")))

    def _rows(self) -> list[tuple[str, str, str]]:
        lines = [line.split(";") for line in (self.strata.data or "").splitlines() if line.strip()]
        padded = [[*(part.strip() for part in line), "", ""][:3] for line in lines]
        return [(name, size, spread) for name, size, spread in padded]

    def _of(self, name: str, blank: float = 0.0) -> float:
        text = self[name].data
        return (read_number(text) or 0.0) if text else blank

    def _whole(self, name: str) -> int | None:
        return int(self._of(name)) if self[name].data else None
