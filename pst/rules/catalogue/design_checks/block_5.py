"""Block V: the sample."""

import re
from collections.abc import Callable

from pst.rules.catalogue.design_checks.design import CENSUS, SURVEY, Design
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning
from pst.rules.catalogue.sample_size import Plan, margin_of, read_fraction

MEASURES = r"\b(?:rse|cv|moe|alpha|alfa|relative standard error|margin of error|koefisien variasi|batas kesalahan)\b|α"
MARGIN = r"\b(?:moe|margin of error|batas kesalahan)\b"
DISTRICTS = 9
"""Kecamatan of Kabupaten Mempawah."""
SMALLEST = 30
"""Answers that an estimate rests on at least."""


def _survey_without_block(design: Design) -> Wrong:
    if not design.method:
        return None
    codes = ("jenis_rancangan_sampel", "metode_pemilihan", "unit_sampel", "unit_observasi")
    return design.method == SURVEY and not any(map(design.text, codes))


def _lacking(*codes: str) -> Callable[[Design], Wrong]:
    """A survey whose answers to these are partly there."""

    def wrong(design: Design) -> Wrong:
        if not design.method or (design.method == SURVEY and _survey_without_block(design)):
            return None
        return design.method == SURVEY and not all(map(design.text, codes))

    return wrong


def _probability_lacks(code: str) -> Callable[[Design], Wrong]:
    def wrong(design: Design) -> Wrong:
        sampled = design.is_probability
        return None if sampled is None else sampled and not design.text(code)

    return wrong


def _stages_unsaid(design: Design) -> Wrong:
    kind, fraction = design.text("jenis_rancangan_sampel"), design.text("fraksi_sampel")
    if not kind or not fraction or not design.is_probability:
        return None
    return kind == "multi_stage_atau_phase" and len(re.findall(r"\d\s*(?:/|:|%|dari\b|persen)", fraction)) < 2


def _stated_error(design: Design) -> float | None:
    """The size of the sampling error as it is stated, in percent."""
    found = re.search(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*(%|persen)", design.text("sampling_error"), re.ASCII)
    if found:
        return float(found[1].replace(",", "."))
    share = re.search(r"(?<![\d.,])0[.,]\d{1,4}(?!\d)", design.text("sampling_error"), re.ASCII)
    return float(share[0].replace(",", ".")) * 100 if share else None


def _large_error(design: Design) -> Wrong:
    counted = design.sample.percent if design.sample else None
    stated = _stated_error(design) if counted is None else counted
    return None if stated is None or not design.is_probability else stated > 5


def _unnamed_error(design: Design) -> Wrong:
    stated = design.text("sampling_error")
    return not re.search(MEASURES, stated, re.IGNORECASE) if stated and design.is_probability else None


def _units_incomplete(design: Design) -> Wrong:
    if not design.method:
        return None
    if design.method != SURVEY:
        return []
    named = {"unit sampel": design.text("unit_sampel"), "unit observasi": design.text("unit_observasi")}
    return [name for name, value in {**named, "unit analisis": design.chosen("unit_analisis")}.items() if not value]


def _error_without_chance(design: Design) -> Wrong:
    if not design.method or design.is_probability is None:
        return None
    return not design.is_probability and bool(design.text("sampling_error"))


def _census_with_error(design: Design) -> Wrong:
    return design.method == CENSUS and bool(design.text("sampling_error")) if design.method else None


def _unreadable_fraction(design: Design) -> Wrong:
    stated = design.text("fraksi_sampel")
    return design.fraction is None if stated and design.is_probability else None


def _counted(design: Design) -> tuple[int, int] | None:
    """n and N, where the fraction says both."""
    fraction = design.fraction if design.is_probability else None
    if fraction is None or fraction.sample is None or not fraction.population:
        return None
    return fraction.sample, fraction.population


def _more_than_all(design: Design) -> Wrong:
    return design.fraction.share > 1 if design.fraction and design.is_probability else None


def _all_of_them(design: Design) -> Wrong:
    if design.method == SURVEY and design.text("metode_nonprobabilitas") == "saturation_sampling":
        return True
    return design.fraction.share == 1 if design.fraction and design.is_probability else None


def _margin_too_good(design: Design) -> Wrong:
    counted, stated = _counted(design), _stated_error(design)
    if not counted or stated is None or not re.search(MARGIN, design.text("sampling_error"), re.IGNORECASE):
        return None
    if design.sample and design.sample.percent is not None:
        return stated < 0.8 * design.sample.percent
    sample, population = counted
    if not 1 <= sample <= population:
        return None
    return stated < 80 * margin_of(sample, Plan(margin=0.05, population=population))


def _small_areas(design: Design) -> Wrong:
    way, counted = design.text("metode_probabilitas"), _counted(design)
    if not way or not design.level or not design.is_probability:
        return None
    too_few = counted is not None and counted[0] < DISTRICTS * SMALLEST
    return "kecamatan" in design.level and (too_few or way != "stratified_random_sampling")


def _too_few(design: Design) -> Wrong:
    counted = _counted(design)
    return counted[0] < SMALLEST and counted[1] > SMALLEST if counted else None


def _stages_disagree(design: Design) -> Wrong:
    kind, way = design.text("jenis_rancangan_sampel"), design.text("metode_probabilitas")
    if not kind or not way or not design.is_probability:
        return None
    return kind == "single_stage_atau_phase" and way == "multi_stage_sampling"


def _other_numbers(design: Design) -> Wrong:
    written, sample = read_fraction(design.text("fraksi_sampel")), design.sample
    if not sample or not sample.population or not written or not written.population or not design.is_probability:
        return None
    return (written.sample, written.population) != (sample.sample, sample.population)


def _slovin(design: Design) -> Wrong:
    codes = ("fraksi_sampel", "sampling_error", "latar_belakang_kegiatan", "catatan_pemohon")
    return bool(design.says("slovin", *codes)) if any(map(design.text, codes)) else None


RULES = (
    error(
        "R-V-01",
        5,
        "jenis_rancangan_sampel cara_pengumpulan_data",
        _survey_without_block,
        "Kegiatan ini survei, tetapi desain sampel (Blok V) belum diisi. Tanpa desain sampel mutu hasilnya tidak "
        "dapat dinilai; lengkapi Blok V.",
    ),
    error(
        "R-V-02",
        5,
        "metode_pemilihan jenis_rancangan_sampel unit_sampel unit_observasi",
        _lacking("jenis_rancangan_sampel", "metode_pemilihan", "unit_sampel", "unit_observasi"),
        "Isian pokok desain sampel (5.1, 5.2, 5.7, 5.8) belum lengkap. Lengkapi yang kosong.",
    ),
    error(
        "R-V-03A",
        5,
        "metode_probabilitas metode_pemilihan",
        _probability_lacks("metode_probabilitas"),
        "Sampel probabilitas tanpa metode penarikan, sehingga peluang terpilih tidak diketahui. Pilih metodenya "
        "pada 5.3a.",
    ),
    error(
        "R-V-03B",
        5,
        "kerangka_sampel metode_pemilihan",
        _probability_lacks("kerangka_sampel"),
        "Sampel probabilitas tanpa kerangka sampel: tidak ada daftar atau peta untuk menarik sampel. Isikan 5.4.",
    ),
    error(
        "R-V-03C",
        5,
        "fraksi_sampel metode_pemilihan",
        _probability_lacks("fraksi_sampel"),
        "Sampel probabilitas tanpa fraksi sampel, sehingga hasilnya tidak dapat ditimbang. Isikan n/N pada 5.5.",
    ),
    error(
        "R-V-03D",
        5,
        "sampling_error metode_pemilihan",
        _probability_lacks("sampling_error"),
        "Sampel probabilitas tanpa perkiraan sampling error. Isikan ukuran dan nilainya pada 5.6; penghitung ukuran "
        "sampel dapat membantu.",
    ),
    warning(
        "R-V-08A",
        5,
        "fraksi_sampel jenis_rancangan_sampel",
        _stages_unsaid,
        "Rancangan bertahap, tetapi fraksi sampel tidak ditulis untuk setiap tahap. Tulis tiap tahapnya, misalnya "
        "12/120 desa × 10/150 rumah tangga.",
    ),
    error(
        "D-V-01",
        5,
        "fraksi_sampel",
        _unreadable_fraction,
        "Fraksi sampel bukan bilangan. Tulis banyaknya sampel per banyaknya populasi, misalnya 400/52.310.",
    ),
    error(
        "D-V-02",
        5,
        "fraksi_sampel",
        _more_than_all,
        "Sampel lebih banyak daripada populasinya; itu tidak mungkin. Periksa n dan N pada 5.5.",
    ),
    warning(
        "D-V-03",
        5,
        "fraksi_sampel metode_nonprobabilitas",
        _all_of_them,
        "Semua anggota populasi didata: itu pencacahan lengkap, bukan survei, dan tidak mempunyai sampling error. "
        "Betulkan cara pengumpulan data atau fraksinya.",
    ),
    warning(
        "D-V-04",
        5,
        "fraksi_sampel",
        _too_few,
        "Sampel kurang dari 30 unit terlalu sedikit untuk perkiraan yang dapat dipercaya. Hitung lagi ukuran "
        "sampelnya, atau data seluruh populasi.",
    ),
    warning(
        "R-V-11",
        5,
        "sampling_error",
        _large_error,
        "Perkiraan sampling error lebih dari 5 persen, sehingga hasil kurang teliti. Perbesar sampel, atau "
        "jelaskan mengapa ketelitian itu cukup.",
    ),
    warning(
        "R-V-12",
        5,
        "sampling_error",
        _unnamed_error,
        "Jenis ukuran sampling error tidak disebut, sehingga nilainya tidak dapat dibaca. Sebutkan RSE, CV, MoE, "
        "atau alpha beserta nilainya.",
    ),
    warning(
        "D-V-05",
        5,
        "sampling_error fraksi_sampel",
        _margin_too_good,
        "Margin of error yang ditulis lebih kecil daripada yang dapat diberikan sampel sebanyak itu (acak "
        "sederhana, kepercayaan 95 persen). Perbesar sampel atau betulkan nilainya.",
    ),
    error(
        "D-V-06",
        5,
        "sampling_error metode_pemilihan",
        _error_without_chance,
        "Sampling error hanya dapat dihitung dari sampel probabilitas. Kosongkan 5.6, atau pilih metode probabilitas.",
    ),
    error(
        "D-V-07",
        5,
        "sampling_error cara_pengumpulan_data",
        _census_with_error,
        "Pencacahan lengkap tidak menarik sampel, jadi tidak mempunyai sampling error. Kosongkan 5.6, atau betulkan "
        "cara pengumpulan data.",
    ),
    warning(
        "D-V-08",
        5,
        "metode_probabilitas tingkat_penyajian fraksi_sampel",
        _small_areas,
        "Hasil disajikan per kecamatan, tetapi sampel tidak ditarik untuk setiap kecamatan atau terlalu sedikit, "
        "sehingga angka kecamatan tidak teliti. Pakai kecamatan sebagai strata dengan sampel yang cukup, atau "
        "sajikan sampai kabupaten saja.",
    ),
    warning(
        "D-V-09",
        5,
        "jenis_rancangan_sampel metode_probabilitas",
        _stages_disagree,
        "Rancangan satu tahap, tetapi metodenya bertahap (multi stage). Samakan 5.1 dan 5.3a.",
    ),
    warning(
        "D-V-10",
        5,
        "fraksi_sampel sampling_error latar_belakang_kegiatan catatan_pemohon",
        _slovin,
        "Ukuran sampel dihitung dengan rumus Slovin, yang hanya cocok untuk proporsi dari sampel acak sederhana "
        "pada kepercayaan sekitar 95 persen. Hitung menurut variabel utama dan rancangannya.",
    ),
    warning(
        "D-V-11",
        5,
        "fraksi_sampel",
        _other_numbers,
        "Fraksi sampel pada 5.5 lain daripada rincian sampelnya, sehingga tidak jelas berapa yang ditarik. Samakan "
        "keduanya.",
    ),
    warning(
        "R-V-14A",
        5,
        "unit_sampel unit_observasi unit_analisis",
        _units_incomplete,
        "Unit sampel, unit observasi, dan unit analisis belum lengkap, sehingga tidak jelas siapa dipilih, siapa "
        "ditanya, dan apa yang disimpulkan. Isikan ketiganya.",
    ),
)
