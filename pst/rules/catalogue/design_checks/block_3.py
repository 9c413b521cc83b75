"""Block III: objectives, schedule, variables."""

import re
from collections.abc import Callable
from itertools import pairwise

from pst.rules.catalogue.design_checks.block_0 import abbreviations
from pst.rules.catalogue.design_checks.design import STAGES, Design, subjects
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning
from pst.rules.wording import long_date

UNITS = r"\((?:kg|ha|rp|rupiah|orang|ton|kw|kuintal|%|persen|m2|m3|km|liter|jiwa|unit)\)|(?<!\w)(?:kg|ha|rp|m2|m3|km)\b"
IDENTIFIERS = r"\b(?:nama (?:lengkap|responden|kepala|ibu|orang|penerima|pasien|siswa)|nik|nomor induk kependudukan"
IDENTIFIERS += (
    r"|(?:no|nomor)\.? (?:kk|kartu keluarga|telepon|hp|handphone|rekening|ktp)|alamat rumah)\b|^nama$|^alamat$"
)
COMMON = subjects(
    "nama umur usia jenis kelamin pendidikan pekerjaan alamat kecamatan desa kelurahan wilayah lokasi tahun"
)


def _late_request(design: Design) -> Wrong:
    return design.sent_on >= design.collection[0] if design.sent_on and design.collection else None


def _before_letter(design: Design) -> Wrong:
    if not design.letter_by or not design.collection:
        return None
    return design.collection[0] <= design.letter_by < design.collection[1]


def _over_before_letter(design: Design) -> Wrong:
    return design.collection[1] <= design.letter_by if design.letter_by and design.collection else None


def _overlaps(design: Design) -> Wrong:
    spans = [(name, design.stage(stage)) for stage, name in STAGES.items()]
    dated = [(name, span) for name, span in spans if span]
    if len(dated) < 2:
        return None
    return [
        f"{first} selesai {long_date(one[1])}, {second} mulai {long_date(other[0])}"
        for (first, one), (second, other) in pairwise(dated)
        if one[1] > other[0]
    ]


def _ends_after_collection_begins(stage: str) -> Callable[[Design], Wrong]:
    def wrong(design: Design) -> Wrong:
        mine, collection = design.stage(stage), design.collection
        return mine[1] > collection[0] if mine and collection else None

    return wrong


def _each(culprit: Callable[[dict[str, str]], bool]) -> Callable[[Design], Wrong]:
    """The variables that this is true of, by name."""

    def wrong(design: Design) -> Wrong:
        return [row["nama"] for row in design.variables if culprit(row)] if design.variables else None

    return wrong


def _badly_worded(row: dict[str, str]) -> bool:
    definition = row["definisi"]
    return bool(definition) and (definition.lower().startswith("adalah") or not definition.endswith("."))


def _repeats_name(row: dict[str, str]) -> bool:
    return bool(row["definisi"]) and subjects(row["definisi"]) <= subjects(row["nama"])


def _doubled(design: Design) -> Wrong:
    names = [row["nama"].casefold() for row in design.variables]
    return sorted({name for name in names if names.count(name) > 1}) if names else None


def _later_than_collection(design: Design) -> Wrong:
    if not design.variables or not design.collection:
        return None
    last = design.collection[1].year
    return [
        f"{row['nama']} ({row['referensi_waktu']})"
        for row in design.variables
        if any(int(year) > last for year in re.findall(r"(?<!\d)(20\d\d)(?!\d)", row["referensi_waktu"]))
    ]


def _without_two_aims(design: Design) -> Wrong:
    aims = design.text("tujuan_kegiatan").lower()
    return not (re.search(r"\bumum\b", aims) and re.search(r"\bkhusus", aims)) if aims else None


def _specific_aims(design: Design) -> list[str]:
    """The lines that follow the words "tujuan khusus"."""
    _, _, after = design.text("tujuan_kegiatan").lower().partition("tujuan khusus")
    return [line.strip(" :.-") for line in re.split(r"[\n;]", after) if len(line.strip(" :.-")) > 10]


def _aims_without_variable(design: Design) -> Wrong:
    aims = _specific_aims(design)
    if not aims or not design.variables:
        return None
    measured = subjects(" ".join(f"{row['nama']} {row['konsep']} {row['definisi']}" for row in design.variables))
    return [aim for aim in aims if not subjects(aim) & measured]


def _variables_without_aim(design: Design) -> Wrong:
    wanted = subjects(" ".join(map(design.text, ("judul_kegiatan", "latar_belakang_kegiatan", "tujuan_kegiatan"))))
    if not design.text("tujuan_kegiatan") or not design.variables:
        return None
    described = [
        (row["nama"], subjects(f"{row['nama']} {row['konsep']} {row['definisi']}")) for row in design.variables
    ]
    return [name for name, about in described if about and not about & (wanted | COMMON)]


RULES = (
    warning(
        "D-III-01",
        3,
        "tujuan_kegiatan",
        _without_two_aims,
        "Tujuan belum memuat tujuan umum dan tujuan khusus. Pemeriksa memakai tujuan khusus untuk menilai apakah "
        "variabelnya cukup; tuliskan keduanya dan sebutkan indikator yang dihasilkan.",
    ),
    warning(
        "D-III-02",
        3,
        "tujuan_kegiatan variabel",
        _aims_without_variable,
        "Ada tujuan khusus yang tidak dijawab variabel mana pun. Tambahkan variabelnya pada 3.4, atau sesuaikan "
        "tujuannya.",
    ),
    error(
        "R-III-04",
        3,
        "jadwal",
        _late_request,
        "Pengumpulan data dimulai sebelum atau pada hari permohonan diajukan. Rekomendasi diminta sebelum turun ke "
        "lapangan (PP 51/1999); jadwalkan pengumpulan sesudah rekomendasi terbit.",
    ),
    warning(
        "D-III-03",
        3,
        "jadwal",
        _before_letter,
        "Pengumpulan data dijadwalkan mulai sebelum batas waktu terbitnya rekomendasi, sehingga perbaikan rancangan "
        "dapat terlambat. Undurkan mulai pengumpulan data, atau ajukan lebih awal.",
    ),
    error(
        "D-III-04",
        3,
        "jadwal",
        _over_before_letter,
        "Pengumpulan data sudah selesai sebelum rekomendasi dapat terbit, sehingga rekomendasi tidak lagi berguna. "
        "Undurkan jadwal pengumpulan data.",
    ),
    error(
        "R-III-05A",
        3,
        "jadwal",
        _overlaps,
        "Ada tahap yang berakhir sesudah tahap berikutnya mulai. Hasil sebuah tahap dipakai tahap sesudahnya; "
        "betulkan tanggalnya, atau jelaskan pada catatan 9.3 bila memang berjalan bersamaan, misalnya kompilasi "
        "bulanan.",
    ),
    error(
        "R-III-06",
        3,
        "jadwal",
        _ends_after_collection_begins("perencanaan_kegiatan"),
        "Perencanaan berakhir sesudah pengumpulan data mulai. Selesaikan perencanaan, termasuk mengurus "
        "rekomendasi, sebelum pengumpulan; betulkan tanggalnya.",
    ),
    error(
        "D-III-05",
        3,
        "jadwal",
        _ends_after_collection_begins("desain"),
        "Tahap desain (instrumen, sampel, pelatihan) berakhir sesudah pengumpulan data mulai, sehingga petugas "
        "bekerja dengan rancangan yang belum selesai. Betulkan tanggalnya.",
    ),
    warning(
        "R-III-08A",
        3,
        "variabel",
        _each(lambda row: bool(abbreviations(row["nama"]) or re.search(UNITS, row["nama"], re.IGNORECASE))),
        "Nama variabel memuat singkatan atau satuan. Nama yang utuh dipahami tanpa daftar istilah; tulis "
        "kepanjangannya dan pindahkan satuan ke definisi.",
    ),
    error(
        "R-III-09",
        3,
        "variabel",
        _each(lambda row: not row["definisi"].strip("-–. ")),
        "Ada variabel tanpa definisi, sehingga petugas dan pembaca dapat mengartikannya berlainan. Isikan batas dan "
        "cakupannya.",
    ),
    warning(
        "R-III-10",
        3,
        "variabel",
        _each(_badly_worded),
        "Definisi perlu langsung pada isinya, tidak diawali kata “adalah”, dan diakhiri titik. Betulkan penulisannya.",
    ),
    warning(
        "D-III-06",
        3,
        "variabel",
        _each(_repeats_name),
        "Definisi hanya mengulang nama variabel. Jelaskan batasnya: apa yang termasuk, apa yang tidak, dan "
        "bagaimana dihitung.",
    ),
    warning(
        "R-III-12",
        3,
        "variabel",
        _each(lambda row: not row["referensi_waktu"].strip("-– ")),
        "Ada variabel tanpa referensi waktu, sehingga tidak jelas keadaan kapan yang dicatat. Isikan kurun "
        "waktunya, misalnya selama tahun 2025.",
    ),
    warning(
        "D-III-07",
        3,
        "variabel jadwal",
        _later_than_collection,
        "Referensi waktu variabel melampaui masa pengumpulan data: keadaan itu belum terjadi ketika ditanyakan. "
        "Betulkan referensi waktu atau jadwalnya.",
    ),
    warning(
        "D-III-08",
        3,
        "variabel",
        _doubled,
        "Nama variabel tercantum lebih dari sekali. Gabungkan, atau bedakan namanya.",
    ),
    warning(
        "D-III-09",
        3,
        "variabel tujuan_kegiatan",
        _variables_without_aim,
        "Ada variabel yang tidak diperlukan tujuan mana pun. Setiap pertanyaan menambah beban responden; hapus "
        "variabelnya, atau sebutkan kegunaannya dalam tujuan.",
    ),
    warning(
        "D-III-10",
        3,
        "variabel",
        _each(lambda row: bool(re.search(IDENTIFIERS, row["nama"], re.IGNORECASE))),
        "Variabel meminta pengenal orang. Data pribadi dikumpulkan hanya bila perlu (UU 27/2022); hapus, atau "
        "jelaskan kegunaannya dan cara mengamankannya.",
    ),
)
