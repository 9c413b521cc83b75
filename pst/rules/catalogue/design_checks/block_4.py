"""Block IV: how often, where, by which means."""

from pst.rules.catalogue.design_checks.design import CENSUS, COMPILATION, FIELDWORK, SURVEY, Design
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning

SECONDARY = "pengumpulan_data_sekunder"


def _without_frequency(design: Design) -> Wrong:
    repeated = design.text("kegiatan_ini_dilakukan")
    return repeated == "berulang" and not design.text("frekuensi") if repeated else None


def _once_yet_longitudinal(design: Design) -> Wrong:
    repeated, kind = design.text("kegiatan_ini_dilakukan"), design.text("tipe_pengumpulan_data")
    return repeated == "hanya_sekali" and kind != "cross_sectional" if repeated and kind else None


def _without_regions(design: Design) -> Wrong:
    coverage = design.text("cakupan_wilayah")
    named = any(row.get("kabupaten_kota") for row in design.rows("wilayah"))
    return coverage == "sebagian_wilayah_indonesia" and not named if coverage else None


def _compiled_without_records(design: Design) -> Wrong:
    ways = design.chosen("metode_pengumpulan_data")
    return design.method == COMPILATION and SECONDARY not in ways if design.method and ways else None


def _only_records(design: Design) -> Wrong:
    ways = design.chosen("metode_pengumpulan_data")
    return design.method in (SURVEY, CENSUS) and ways == {SECONDARY} if design.method and ways else None


def _compiled_with_questionnaires(design: Design) -> Wrong:
    tools, ways = design.chosen("sarana_pengumpulan_data"), design.chosen("metode_pengumpulan_data")
    if not design.method or not tools or not ways:
        return None
    return design.method == COMPILATION and ways == {SECONDARY} and "lainnya" not in tools


def _interview_without_means(design: Design) -> Wrong:
    tools, ways = design.chosen("sarana_pengumpulan_data"), design.chosen("metode_pengumpulan_data")
    return "wawancara" in ways and not tools & FIELDWORK if tools and ways else None


def _whole_country_by_region(design: Design) -> Wrong:
    coverage, agency = design.text("cakupan_wilayah"), design.text("instansi_penyelenggara").lower()
    regional = "kabupaten" in agency or "kota " in agency
    return coverage == "seluruh_wilayah_indonesia" and regional if coverage and agency else None


RULES = (
    error(
        "R-IV-01",
        4,
        "frekuensi kegiatan_ini_dilakukan",
        _without_frequency,
        "Kegiatan berulang tetapi frekuensinya kosong, sehingga beban responden tidak dapat dinilai. Pilih "
        "frekuensi penyelenggaraannya.",
    ),
    error(
        "R-IV-05",
        4,
        "tipe_pengumpulan_data kegiatan_ini_dilakukan",
        _once_yet_longitudinal,
        "Kegiatan yang hanya sekali dilakukan tidak dapat longitudinal. Pilih Cross Sectional, atau nyatakan "
        "kegiatannya berulang.",
    ),
    error(
        "R-IV-07",
        4,
        "wilayah cakupan_wilayah",
        _without_regions,
        "Cakupannya sebagian wilayah, tetapi wilayahnya belum disebut. Isikan provinsi dan kabupaten/kota tempat "
        "data dikumpulkan.",
    ),
    warning(
        "D-IV-01",
        4,
        "cakupan_wilayah instansi_penyelenggara",
        _whole_country_by_region,
        "Perangkat daerah memilih seluruh wilayah Indonesia. Data biasanya dikumpulkan di daerahnya saja; pilih "
        "sebagian wilayah, atau jelaskan pada catatan.",
    ),
    error(
        "R-IV-09",
        4,
        "metode_pengumpulan_data cara_pengumpulan_data",
        _compiled_without_records,
        "Kompilasi produk administrasi mengolah catatan yang sudah ada, tetapi pengumpulan data sekunder tidak "
        "dipilih. Pilih metode itu, atau betulkan cara pengumpulan datanya.",
    ),
    error(
        "D-IV-02",
        4,
        "metode_pengumpulan_data cara_pengumpulan_data",
        _only_records,
        "Survei dan pencacahan menanyai atau mengamati unitnya, tetapi yang dipilih hanya data sekunder. Tambahkan "
        "metodenya, atau nyatakan kegiatan ini kompilasi produk administrasi.",
    ),
    warning(
        "D-IV-03",
        4,
        "sarana_pengumpulan_data metode_pengumpulan_data cara_pengumpulan_data",
        _compiled_with_questionnaires,
        "Kompilasi dari data sekunder tidak memakai kuesioner, tetapi sarananya PAPI, CAPI, CATI, CAWI, atau "
        "mail. Biasanya sarananya Lainnya: lembar kerja atau nama aplikasi; sesuaikan.",
    ),
    warning(
        "D-IV-04",
        4,
        "sarana_pengumpulan_data metode_pengumpulan_data",
        _interview_without_means,
        "Ada wawancara, tetapi PAPI, CAPI, dan CATI tidak dipilih. Pilih sarana yang dipakai pewawancara, atau "
        "hapus wawancara dari metodenya.",
    ),
)
