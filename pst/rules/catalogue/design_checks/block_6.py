"""Block VI: collecting the data."""

from pst.rules.catalogue.burden import DAILY_LIMIT, Burden
from pst.rules.catalogue.design_checks.design import CENSUS, SURVEY, Design
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning

SPAN_OF_CONTROL = 10
"""Enumerators that one supervisor can look after."""


def _no_pilot(design: Design) -> Wrong:
    tried = design.yes("uji_coba")
    return design.method in (SURVEY, CENSUS) and not tried if design.method and tried is not None else None


def _programs_untried(design: Design) -> Wrong:
    tools, tried = design.chosen("sarana_pengumpulan_data"), design.yes("uji_coba")
    return bool(tools & {"capi", "cawi"}) and not tried if tools and tried is not None else None


def _low_education(design: Design) -> Wrong:
    least = design.text("pendidikan_terendah")
    return least == "kurang_dari_atau_sama_dengan_smp" if least and design.has_fieldwork else None


def _staff(design: Design) -> tuple[int, int] | None:
    """Supervisors and enumerators."""
    over, under = design.number("jumlah_supervisor"), design.number("jumlah_enumerator")
    return (over, under) if over is not None and under is not None and design.has_fieldwork else None


def _more_supervisors(design: Design) -> Wrong:
    staff = _staff(design)
    return staff[0] > staff[1] if staff else None


def _too_few_supervisors(design: Design) -> Wrong:
    staff = _staff(design)
    return staff[1] >= 5 and staff[1] > SPAN_OF_CONTROL * staff[0] if staff else None


def _no_training(design: Design) -> Wrong:
    ways, trained = design.chosen("metode_pengumpulan_data"), design.yes("pelatihan")
    if not ways or not design.has_fieldwork or trained is None:
        return None
    return bool(ways & {"wawancara", "pengamatan"}) and not trained


def _supervision_unsaid(design: Design) -> Wrong:
    over, checks = design.number("jumlah_supervisor"), design.chosen("metode_pemeriksaan_kualitas")
    return over > 0 and "supervisi" not in checks if over is not None and checks and design.has_fieldwork else None


def _nobody_supervises(design: Design) -> Wrong:
    over, checks = design.number("jumlah_supervisor"), design.chosen("metode_pemeriksaan_kualitas")
    return over == 0 and "supervisi" in checks if over is not None and checks and design.has_fieldwork else None


def _too_many_interviews(design: Design) -> Wrong:
    each = burden_of(design).a_day
    return None if each is None else each > DAILY_LIMIT


def burden_of(design: Design, rounds: int | None = None) -> Burden:
    """What the design asks of respondents and enumerators, as far as it says."""
    sheet, enumerators = design.sample, design.number("jumlah_enumerator") if design.has_fieldwork else None
    if sheet:
        return Burden(sheet.sample, sheet.minutes, sheet.rounds or rounds, enumerators, design.collection_days)
    sample = design.fraction.sample if design.fraction and design.is_probability else None
    return Burden(sample, None, rounds, enumerators, design.collection_days)


def _unadjusted(design: Design) -> Wrong:
    sampled, adjusted = design.is_probability, design.yes("penyesuaian_nonrespon")
    return sampled and not adjusted if sampled is not None and adjusted is not None else None


RULES = (
    warning(
        "R-VI-01",
        6,
        "uji_coba cara_pengumpulan_data",
        _no_pilot,
        "Survei atau pencacahan tanpa uji coba. Uji coba menunjukkan pertanyaan yang tidak dipahami sebelum "
        "terlambat; rencanakan, sekalipun kecil.",
    ),
    warning(
        "R-VI-02",
        6,
        "uji_coba sarana_pengumpulan_data",
        _programs_untried,
        "CAPI atau CAWI tanpa uji coba. Aplikasi yang belum dicoba dapat gagal di lapangan; rencanakan uji coba.",
    ),
    warning(
        "D-VI-01",
        6,
        "penyesuaian_nonrespon metode_pemilihan",
        _unadjusted,
        "Sampel probabilitas tanpa penyesuaian nonrespon: yang tidak menjawab membuat hasil bias. Rencanakan "
        "penggantian sampel atau penimbang ulang.",
    ),
    warning(
        "R-VI-04A",
        6,
        "pendidikan_terendah",
        _low_education,
        "Pendidikan terendah petugas SMP atau di bawahnya. Pertimbangkan SMA/SMK agar konsep dan pengisian "
        "dipahami, atau jelaskan mengapa cukup.",
    ),
    warning(
        "R-VI-05",
        6,
        "jumlah_supervisor jumlah_enumerator",
        _more_supervisors,
        "Pengawas lebih banyak daripada petugas pendata. Periksa apakah kedua jumlah tertukar, atau sesuaikan; "
        "biasanya satu pengawas untuk beberapa petugas.",
    ),
    warning(
        "D-VI-02",
        6,
        "jumlah_supervisor jumlah_enumerator",
        _too_few_supervisors,
        "Pengawas terlalu sedikit untuk banyaknya petugas pendata: seorang pengawas sebaiknya tidak lebih dari "
        "sepuluh petugas. Tambah pengawas, atau jelaskan cara mengawasinya.",
    ),
    warning(
        "D-VI-03",
        6,
        "jumlah_enumerator jadwal fraksi_sampel",
        _too_many_interviews,
        f"Petugas terlalu sedikit untuk banyaknya responden dalam waktu itu: lebih dari {DAILY_LIMIT} wawancara per "
        "petugas per hari. Tambah petugas atau perpanjang pengumpulan data.",
    ),
    error(
        "R-VI-07",
        6,
        "pelatihan metode_pengumpulan_data",
        _no_training,
        "Ada wawancara atau pengamatan, tetapi petugas tidak dilatih, sehingga jawaban yang dicatat tidak seragam. "
        "Rencanakan pelatihan petugas.",
    ),
    error(
        "R-VI-08",
        6,
        "metode_pemeriksaan_kualitas jumlah_supervisor",
        _supervision_unsaid,
        "Ada pengawas, tetapi Supervisi tidak dipilih pada 6.2. Pilih Supervisi, atau tulis 0 pada 6.6a.",
    ),
    warning(
        "D-VI-04",
        6,
        "metode_pemeriksaan_kualitas jumlah_supervisor",
        _nobody_supervises,
        "Supervisi dipilih, tetapi tidak ada pengawas. Isikan jumlah pengawas pada 6.6a, atau pilih cara "
        "pemeriksaan yang lain.",
    ),
)
