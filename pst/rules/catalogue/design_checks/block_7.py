"""Block VII: processing and analysis."""

from pst.rules.catalogue.design_checks.design import CENSUS, COMPILATION, SURVEY, Design
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning

STEPS = ("editing", "coding", "data_entry", "validasi")


def _unprocessed(design: Design) -> Wrong:
    done = [design.yes(code) for code in STEPS]
    return None if None in done and True not in done else not any(done)


def _unchecked(design: Design) -> Wrong:
    edited, valid = design.yes("editing"), design.yes("validasi")
    return None if edited is None or valid is None else not edited and not valid


def _infers_without_chance(design: Design) -> Wrong:
    if design.infers is None or not design.method or (design.method == SURVEY and design.is_probability is None):
        return None
    return design.method == SURVEY and design.infers and not design.is_probability


def _infers_without_design(design: Design) -> Wrong:
    if design.infers is None or not design.method:
        return None
    needed = ("metode_probabilitas", "kerangka_sampel", "fraksi_sampel", "sampling_error")
    return bool(design.infers and design.is_probability) and not all(map(design.text, needed))


def _infers_without_sample(design: Design) -> Wrong:
    return (
        design.infers and design.method in (CENSUS, COMPILATION)
        if design.infers is not None and design.method
        else None
    )


def _wider_than_collected(design: Design) -> Wrong:
    coverage = design.text("cakupan_wilayah")
    return (
        coverage == "sebagian_wilayah_indonesia" and "nasional" in design.level if coverage and design.level else None
    )


def _paper_not_entered(design: Design) -> Wrong:
    tools, entered = design.chosen("sarana_pengumpulan_data"), design.yes("data_entry")
    return "papi" in tools and not entered if tools and entered is not None else None


RULES = (
    error(
        "R-VII-01",
        7,
        "editing coding data_entry validasi",
        _unprocessed,
        "Tidak ada tahapan pengolahan data yang dilakukan, padahal formulir meminta paling sedikit satu. Pilih Ya "
        "pada tahapan 7.1 yang dilakukan.",
    ),
    warning(
        "D-VII-01",
        7,
        "validasi editing",
        _unchecked,
        "Data tidak disunting dan tidak divalidasi, sehingga isian yang keliru lolos ke hasil. Rencanakan paling "
        "sedikit satu di antaranya.",
    ),
    warning(
        "D-VII-02",
        7,
        "data_entry sarana_pengumpulan_data",
        _paper_not_entered,
        "Kuesioner kertas (PAPI) dipakai, tetapi tidak ada entri data. Pilih Ya pada Data Entry, atau betulkan "
        "sarananya.",
    ),
    error(
        "R-VII-03",
        7,
        "metode_analisis metode_pemilihan cara_pengumpulan_data",
        _infers_without_chance,
        "Inferensia dari sampel nonprobabilitas: kesimpulan tentang populasi tidak dapat ditarik darinya. Pakai "
        "analisis deskriptif, atau tarik sampel probabilitas.",
    ),
    error(
        "R-VII-04",
        7,
        "metode_analisis metode_probabilitas kerangka_sampel fraksi_sampel sampling_error",
        _infers_without_design,
        "Inferensia memerlukan desain sampel yang lengkap: metode, kerangka, fraksi, dan sampling error. Lengkapi "
        "Blok V.",
    ),
    warning(
        "D-VII-03",
        7,
        "metode_analisis cara_pengumpulan_data",
        _infers_without_sample,
        "Inferensia menarik kesimpulan dari sampel, sedangkan kegiatan ini tidak menarik sampel. Pakai analisis "
        "deskriptif, atau jelaskan maksudnya.",
    ),
    error(
        "D-VII-04",
        7,
        "tingkat_penyajian cakupan_wilayah",
        _wider_than_collected,
        "Hasil disajikan tingkat nasional, padahal data hanya dari sebagian wilayah. Sajikan sampai wilayah yang "
        "didata.",
    ),
)
