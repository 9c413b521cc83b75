"""A filled form from what is particular to one activity; the rest follows from its way of collecting data."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from pst.questionnaires.answers import is_asked, keep_asked
from pst.questionnaires.kinds import Choice, Choices, Date, Email, Files, Number, Phone, Question, Schedule, Table
from pst.questionnaires.shelf import CURRENT

Variable = tuple[str, str, str, str]
"""(name, concept, definition, reference time)"""

STAGES = (
    ("perencanaan_kegiatan", -30, 20),
    ("desain", 22, 12),
    ("pengolahan_data", 5, 14),
    ("analisis", 20, 10),
    ("diseminasi_hasil", 32, 18),
    ("evaluasi", 52, 7),
)
"""(stage, its first day, its length).

The first two from the day of the request, the others from the end of the collection.
"""


@dataclass(frozen=True)
class Activity:
    """What one organiser plans.

    `collect` is (days from the request to the first day of collection, its length).
    """

    agency: str
    leader: str
    address: str
    contact: tuple[str, str, str]
    """Who answers questions: name, position, mailbox."""
    title: str
    method: str
    sector: str
    background: str
    purpose: str
    variables: tuple[Variable, ...]
    collect: tuple[int, int]
    more: dict[str, Any] = field(default_factory=dict)

    def answers(self, day: date) -> dict[str, Any]:
        """The whole form as it would be filled in on this day."""
        name, position, mailbox = self.contact
        schedule, collected = _schedule(day, self.collect)
        filled = {
            "judul_kegiatan": self.title,
            "tahun_kegiatan": (day + timedelta(days=self.collect[0])).year,
            "jenis_statistik": "statistik_sektoral",
            "cara_pengumpulan_data": self.method,
            "sektor_kegiatan": self.sector,
            "mendapat_rekomendasi": "tidak",
            "instansi_penyelenggara": self.agency,
            "alamat_instansi": self.address,
            "telepon": "(0561) 690000",
            "email": f"data@{mailbox.partition('@')[2]}",
            "faksimile": "-",
            "unit_eselon1": "-",
            "unit_eselon2": self.leader,
            "pj_nama": name,
            "pj_jabatan": position,
            "pj_alamat": self.address,
            "pj_telepon": "0812 5555 0199",
            "pj_faksimile": "-",
            "pj_email": mailbox,
            "latar_belakang_kegiatan": self.background,
            "tujuan_kegiatan": self.purpose,
            "jadwal": schedule,
            "variabel": [
                dict(zip(("nama", "konsep", "definisi", "referensi_waktu"), row, strict=True)) for row in self.variables
            ],
            "cakupan_wilayah": "sebagian_wilayah_indonesia",
            "wilayah": [{"provinsi": "kalimantan_barat", "kabupaten_kota": "Mempawah"}],
            **_usual(self.method),
            "produk_tercetak": "tidak",
            "produk_digital": "ya",
            "rilis_digital": (collected + timedelta(days=50)).isoformat(),
            "produk_mikrodata": "tidak",
            "pengesahan_tempat": "Mempawah",
            "pengesahan_tanggal": day.isoformat(),
            "pengesahan_jabatan": self.leader,
            "pengesahan_nama": "Pimpinan Rekaan, S.E.",
            "pengesahan_nip": "-",
            "pernyataan": "ya",
            **self.more,
        }
        return keep_asked(CURRENT, with_examples(filled))[0]


def with_examples(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers, with an example where a required question is still open: a new question needs no line here."""
    filled = dict(answers)
    for question in CURRENT.questions:  # conditions look backwards only
        is_open = question.is_blank(filled.get(question.code)) and not isinstance(question, Files)
        if question.required and is_open and is_asked(CURRENT, question, filled):
            filled[question.code] = an_example(question)
    return filled


def an_example(question: Question) -> Any:
    """An answer that this question takes."""
    match question:
        case Choice():
            return question.options[0].code
        case Choices():
            return [question.options[0].code]
        case Number():
            return question.minimum
        case Date():
            return "2027-01-04"
        case Email():
            return "contoh@contoh.test"
        case Phone():
            return "0812 5555 0199"
        case Schedule():
            return [
                {"tahap": stage.code, "awal": "2027-01-04", "akhir": "2027-01-29"} for stage in question.stages.options
            ]
        case Table():
            return [{column.code: an_example(column) for column in question.columns}]
    return f"Contoh isian: {question.label}".ljust(question.min_length, ".")[: question.max_length]


def _schedule(day: date, collect: tuple[int, int]) -> tuple[list[dict[str, str]], date]:
    """The rows of 3.3 in their order, and the last day of collection."""
    first = day + timedelta(days=collect[0])
    last = first + timedelta(days=collect[1])
    rows = [
        _row(stage, day if number < 2 else last, start, length) for number, (stage, start, length) in enumerate(STAGES)
    ]
    collection = {"tahap": "pengumpulan_data", "awal": first.isoformat(), "akhir": last.isoformat()}
    return [*rows[:2], collection, *rows[2:]], last


def _row(stage: str, base: date, start: int, length: int) -> dict[str, str]:
    first = base + timedelta(days=start)
    return {"tahap": stage, "awal": first.isoformat(), "akhir": (first + timedelta(days=length)).isoformat()}


def _usual(method: str) -> dict[str, Any]:
    """What activities of this way of collecting usually answer; `Activity.more` says what differs."""
    return {"kompilasi_produk_administrasi": COMPILATION, "survei": SURVEY, "pencacahan_lengkap": CENSUS}[method]


PROCESSING: dict[str, Any] = {
    "penyesuaian_nonrespon": "tidak",
    "editing": "ya",
    "coding": "tidak",
    "data_entry": "ya",
    "validasi": "ya",
    "metode_analisis": "deskriptif",
    "tingkat_penyajian": ["kabupaten_atau_kota", "kecamatan"],
}
FIELDWORK: dict[str, Any] = {
    "uji_coba": "ya",
    "metode_pemeriksaan_kualitas": ["supervisi"],
    "petugas": "mitra_atau_tenaga_kontrak",
    "pendidikan_terendah": "sma_atau_smk",
    "jumlah_supervisor": 3,
    "jumlah_enumerator": 18,
    "pelatihan": "ya",
}
COMPILATION: dict[str, Any] = {
    **PROCESSING,
    "kegiatan_ini_dilakukan": "berulang",
    "frekuensi": "bulanan",
    "tipe_pengumpulan_data": "longitudinal_panel",
    "metode_pengumpulan_data": ["pengumpulan_data_sekunder"],
    "sarana_pengumpulan_data": ["lainnya"],
    "sarana_pengumpulan_data_lainnya": "Lembar kerja rekapitulasi",
    "unit_pengumpulan_data": ["lainnya"],
    "unit_pengumpulan_data_lainnya": "Unit pelaksana teknis",
    "uji_coba": "tidak",
    "metode_pemeriksaan_kualitas": ["supervisi"],
    "unit_analisis": ["lainnya"],
    "unit_analisis_lainnya": "Kecamatan",
}
SURVEY: dict[str, Any] = {
    **PROCESSING,
    **FIELDWORK,
    "kegiatan_ini_dilakukan": "berulang",
    "frekuensi": "tahunan",
    "tipe_pengumpulan_data": "longitudinal_cross_sectional",
    "metode_pengumpulan_data": ["wawancara"],
    "sarana_pengumpulan_data": ["papi"],
    "unit_pengumpulan_data": ["individu"],
    "jenis_rancangan_sampel": "single_stage_atau_phase",
    "metode_pemilihan": "sampel_probabilitas",
    "metode_probabilitas": "systematic_random_sampling",
    "kerangka_sampel": "list_frame",
    "fraksi_sampel": "400/12.600",
    "sampling_error": "Batas galat 5 persen pada tingkat kepercayaan 95 persen",
    "unit_sampel": "Penerima layanan",
    "unit_observasi": "Penerima layanan berumur 17 tahun ke atas",
    "penyesuaian_nonrespon": "ya",
    "unit_analisis": ["individu"],
}
CENSUS: dict[str, Any] = {
    **PROCESSING,
    **FIELDWORK,
    "kegiatan_ini_dilakukan": "hanya_sekali",
    "tipe_pengumpulan_data": "cross_sectional",
    "metode_pengumpulan_data": ["wawancara"],
    "sarana_pengumpulan_data": ["capi"],
    "unit_pengumpulan_data": ["usaha_atau_perusahaan"],
    "unit_analisis": ["usaha_atau_perusahaan"],
}
