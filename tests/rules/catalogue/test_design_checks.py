"""Every rule with a design that passes, one that violates it, and one that leaves it undecided."""

from copy import deepcopy
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst.questionnaires.shelf import CURRENT
from pst.rules.catalogue.design_checks import RULES, Design, Outcome, Severity, check, find_rule, violations
from pst.rules.catalogue.sample_sheets import sheet_of
from pst.rules.catalogue.sample_size import Plan
from tests.factories_answers import complete_answers

SURVEY, CENSUS = "survei", "pencacahan_lengkap"
COMPILATION, OTHER = "kompilasi_produk_administrasi", "cara_lain_sesuai_dengan_perkembangan_ti"
FACTS = {"sent_on": date(2026, 11, 23), "letter_by": date(2026, 12, 14), "files": ("Kuesioner.pdf", "KAK.pdf")}


def stages(**spans):
    return [{"tahap": stage, "awal": start, "akhir": end} for stage, (start, end) in spans.items()]


def variable(**cells):
    sound = {
        "nama": "Penilaian pelayanan",
        "konsep": "Mutu pelayanan",
        "definisi": "Pendapat pengguna tentang pelayanan.",
        "referensi_waktu": "2026",
    }
    return {"variabel": [{**sound, **cells}]}


COLLECTED_EARLY = {"jadwal": stages(pengumpulan_data=("2026-11-23", "2027-03-31"))}
COLLECTED_AT_ONCE = {"jadwal": stages(pengumpulan_data=("2026-12-01", "2026-12-10"))}
LONG_PLANNING = {
    "jadwal": stages(perencanaan_kegiatan=("2026-12-01", "2027-03-01"), pengumpulan_data=("2027-02-01", "2027-03-31"))
}
LONG_DESIGN = {"jadwal": stages(desain=("2026-12-01", "2027-03-01"), pengumpulan_data=("2027-02-01", "2027-03-31"))}
UNPROCESSED = {"editing": "tidak", "coding": "tidak", "data_entry": "tidak", "validasi": "tidak"}
NO_PRODUCT = {"produk_tercetak": "tidak", "produk_digital": "tidak", "produk_mikrodata": "tidak"}
NO_TITLE, NO_SCHEDULE, NO_VARIABLES = {"judul_kegiatan": ""}, {"jadwal": []}, {"variabel": []}
NO_TOOLS, NO_WAYS = {"sarana_pengumpulan_data": []}, {"metode_pengumpulan_data": []}
NO_METHOD = {"judul_kegiatan": "Kegiatan Statistik Kabupaten", "cara_pengumpulan_data": ""}
BY_CHOICE = {"metode_pemilihan": "sampel_nonprobabilitas"}
UNDECIDED = {"metode_pemilihan": ""}

EXAMPLES = [
    ("D-ID-01", SURVEY, {"jenis_statistik": "statistik_khusus"}, {"jenis_statistik": ""}),
    ("D-ID-02", SURVEY, {"jenis_statistik": "statistik_dasar"}, {"jenis_statistik": ""}),
    ("R-ID-02A", SURVEY, {"judul_kegiatan": "Kompilasi Data Kepuasan Kabupaten Mempawah"}, NO_TITLE),
    ("R-ID-03", COMPILATION, {"judul_kegiatan": "Data Stunting Kabupaten Mempawah"}, NO_TITLE),
    ("R-ID-04A", SURVEY, {"judul_kegiatan": "Survei Kepuasan Kabupaten Mempawah 2026"}, NO_TITLE),
    ("R-ID-05A", SURVEY, {"tahun_kegiatan": 2026}, NO_SCHEDULE),
    ("D-ID-03", SURVEY, {"judul_kegiatan": "Survei Kepuasan Masyarakat"}, NO_TITLE),
    ("D-ID-04", SURVEY, {"judul_kegiatan": "Survei IKM Kabupaten Mempawah"}, NO_TITLE),
    ("R-I-01", SURVEY, {"instansi_penyelenggara": ""}, None),
    ("R-I-02A", SURVEY, {"instansi_penyelenggara": "Disdukcapil Mempawah"}, {"instansi_penyelenggara": ""}),
    ("R-I-04", SURVEY, {"telepon": "-"}, None),
    ("R-II-01", SURVEY, {"unit_eselon2": ""}, None),
    ("R-II-02", SURVEY, {"pj_telepon": ""}, None),
    ("D-III-01", SURVEY, {"tujuan_kegiatan": "Mengetahui kepuasan masyarakat."}, {"tujuan_kegiatan": ""}),
    (
        "D-III-02",
        SURVEY,
        {"tujuan_kegiatan": "Tujuan umum: kepuasan.\nTujuan khusus: menghitung produksi padi sawah."},
        {"tujuan_kegiatan": "Tujuan umum saja."},
    ),
    ("R-III-04", SURVEY, COLLECTED_EARLY, NO_SCHEDULE),
    ("D-III-03", SURVEY, COLLECTED_EARLY, NO_SCHEDULE),
    ("D-III-04", SURVEY, COLLECTED_AT_ONCE, NO_SCHEDULE),
    ("R-III-05A", SURVEY, LONG_PLANNING, NO_SCHEDULE),
    ("R-III-06", SURVEY, LONG_PLANNING, NO_SCHEDULE),
    ("D-III-05", SURVEY, LONG_DESIGN, NO_SCHEDULE),
    ("R-III-08A", SURVEY, variable(nama="Luas panen (ha)"), NO_VARIABLES),
    ("R-III-09", SURVEY, variable(definisi=""), NO_VARIABLES),
    ("R-III-10", SURVEY, variable(definisi="adalah pendapat"), NO_VARIABLES),
    ("D-III-06", SURVEY, variable(definisi="Nilai penilaian pelayanan."), NO_VARIABLES),
    ("R-III-12", SURVEY, variable(referensi_waktu="-"), NO_VARIABLES),
    ("D-III-07", SURVEY, variable(referensi_waktu="selama tahun 2031"), NO_VARIABLES),
    ("D-III-08", SURVEY, {"variabel": variable()["variabel"] * 2}, NO_VARIABLES),
    ("D-III-09", SURVEY, variable(nama="Luas sawah", konsep="Lahan", definisi="Hamparan."), NO_VARIABLES),
    ("D-III-10", SURVEY, variable(nama="Nomor KK"), NO_VARIABLES),
    ("R-IV-01", SURVEY, {"frekuensi": ""}, {"kegiatan_ini_dilakukan": ""}),
    ("R-IV-05", SURVEY, {"kegiatan_ini_dilakukan": "hanya_sekali"}, {"tipe_pengumpulan_data": ""}),
    ("R-IV-07", SURVEY, {"wilayah": []}, {"cakupan_wilayah": ""}),
    ("D-IV-01", SURVEY, {"cakupan_wilayah": "seluruh_wilayah_indonesia"}, {"cakupan_wilayah": ""}),
    ("R-IV-09", COMPILATION, {"metode_pengumpulan_data": ["wawancara"]}, NO_WAYS),
    ("D-IV-02", SURVEY, {"metode_pengumpulan_data": ["pengumpulan_data_sekunder"]}, NO_WAYS),
    ("D-IV-03", COMPILATION, {"sarana_pengumpulan_data": ["papi"]}, NO_TOOLS),
    ("D-IV-04", SURVEY, {"sarana_pengumpulan_data": ["cawi"]}, NO_TOOLS),
    (
        "R-V-01",
        SURVEY,
        {"jenis_rancangan_sampel": "", "metode_pemilihan": "", "unit_sampel": "", "unit_observasi": ""},
        NO_METHOD,
    ),
    ("R-V-02", SURVEY, {"unit_sampel": ""}, NO_METHOD),
    ("R-V-03A", SURVEY, {"metode_probabilitas": ""}, UNDECIDED),
    ("R-V-03B", SURVEY, {"kerangka_sampel": ""}, UNDECIDED),
    ("R-V-03C", SURVEY, {"fraksi_sampel": ""}, UNDECIDED),
    ("R-V-03D", SURVEY, {"sampling_error": ""}, UNDECIDED),
    ("R-V-08A", SURVEY, {"jenis_rancangan_sampel": "multi_stage_atau_phase"}, {"fraksi_sampel": ""}),
    ("D-V-01", SURVEY, {"fraksi_sampel": "sesuai kebutuhan"}, {"fraksi_sampel": ""}),
    ("D-V-02", SURVEY, {"fraksi_sampel": "500/400"}, {"fraksi_sampel": "banyak"}),
    ("D-V-03", SURVEY, {"fraksi_sampel": "400/400"}, {"fraksi_sampel": ""}),
    ("D-V-04", SURVEY, {"fraksi_sampel": "12/400"}, {"fraksi_sampel": "3 persen"}),
    ("R-V-11", SURVEY, {"sampling_error": "RSE 12,5%"}, {"sampling_error": "RSE kecil"}),
    ("R-V-12", SURVEY, {"sampling_error": "5 persen"}, {"sampling_error": ""}),
    ("D-V-05", SURVEY, {"fraksi_sampel": "100/52.310"}, {"sampling_error": "RSE 5 persen"}),
    ("D-V-06", SURVEY, BY_CHOICE, UNDECIDED),
    ("D-V-07", CENSUS, {"sampling_error": "MoE 5 persen"}, NO_METHOD),
    ("D-V-08", SURVEY, {}, {"tingkat_penyajian": []}),
    ("D-V-09", SURVEY, {"metode_probabilitas": "multi_stage_sampling"}, {"jenis_rancangan_sampel": ""}),
    (
        "D-V-10",
        SURVEY,
        {"sampling_error": "Slovin 5%"},
        {"fraksi_sampel": "", "sampling_error": "", "latar_belakang_kegiatan": "", "catatan_pemohon": ""},
    ),
    ("R-V-14A", SURVEY, {"unit_analisis": []}, NO_METHOD),
    ("R-VI-01", SURVEY, {"uji_coba": "tidak"}, {"uji_coba": ""}),
    ("R-VI-02", SURVEY, {"uji_coba": "tidak"}, {"uji_coba": ""}),
    ("D-VI-01", SURVEY, {"penyesuaian_nonrespon": "tidak"}, UNDECIDED),
    ("R-VI-04A", SURVEY, {"pendidikan_terendah": "kurang_dari_atau_sama_dengan_smp"}, {"pendidikan_terendah": ""}),
    ("R-VI-05", SURVEY, {"jumlah_supervisor": 50, "jumlah_enumerator": 3}, {"jumlah_supervisor": "banyak"}),
    ("D-VI-02", SURVEY, {"jumlah_supervisor": 1}, {"jumlah_enumerator": None}),
    (
        "D-VI-03",
        SURVEY,
        {"jumlah_enumerator": 1, "jadwal": stages(pengumpulan_data=("2027-02-01", "2027-02-05"))},
        NO_SCHEDULE,
    ),
    ("R-VI-07", SURVEY, {"pelatihan": "tidak"}, {"pelatihan": ""}),
    ("R-VI-08", SURVEY, {"metode_pemeriksaan_kualitas": ["kunjungan_kembali"]}, {"jumlah_supervisor": ""}),
    ("D-VI-04", SURVEY, {"jumlah_supervisor": 0}, {"jumlah_supervisor": ""}),
    ("R-VII-01", SURVEY, UNPROCESSED, {**UNPROCESSED, "coding": ""}),
    ("D-VII-01", SURVEY, UNPROCESSED, {"validasi": ""}),
    ("D-VII-02", CENSUS, {"data_entry": "tidak"}, NO_TOOLS),
    ("R-VII-03", SURVEY, {"metode_analisis": "inferensia", **BY_CHOICE}, {"metode_analisis": ""}),
    ("R-VII-04", SURVEY, {"metode_analisis": "inferensia", "kerangka_sampel": ""}, {"metode_analisis": ""}),
    ("D-VII-03", CENSUS, {"metode_analisis": "inferensia"}, {"metode_analisis": ""}),
    ("D-VII-04", SURVEY, {"tingkat_penyajian": ["nasional"]}, {"tingkat_penyajian": []}),
    ("R-VIII-01", SURVEY, NO_PRODUCT, {**NO_PRODUCT, "produk_digital": ""}),
    ("D-VIII-01", SURVEY, {"rilis_digital": "2027-01-04"}, {"rilis_digital": ""}),
    ("D-VIII-02", SURVEY, {"rilis_digital": "2030-01-04"}, {"rilis_digital": ""}),
    ("D-VIII-03", SURVEY, {"produk_mikrodata": "ya"}, {"produk_mikrodata": ""}),
]
"""(rule, the way of collection, what violates it, what leaves it undecided); the complete answers pass it."""

PASSES_WITH = {"D-V-08": {"metode_probabilitas": "stratified_random_sampling"}}


def outcome(rule_id, answers, **facts):
    return next(f.outcome for f in check(Design(answers, **facts)) if f.rule.id == rule_id)


@pytest.mark.parametrize(("rule", "method", "violating", "undecided"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_each_rule_passes_is_violated_and_cannot_tell(rule, method, violating, undecided):
    sound = complete_answers(method)

    assert outcome(rule, {**sound, **PASSES_WITH.get(rule, {})}, **FACTS) == Outcome.PASS
    assert outcome(rule, {**sound, **violating}, **FACTS) == Outcome.VIOLATION
    if undecided is not None:
        assert outcome(rule, {**sound, **undecided}, **FACTS) == Outcome.UNKNOWN


@pytest.mark.parametrize(("rule", "files"), [("D-IX-01", ()), ("D-IX-02", ("Foto.jpg",))])
def test_files_are_looked_at_by_their_names(rule, files):
    answers = complete_answers(SURVEY)

    outcomes = [outcome(rule, answers, files=names) for names in (FACTS["files"], files, None)]

    assert outcomes == [Outcome.PASS, Outcome.VIOLATION, Outcome.UNKNOWN]


def test_the_details_of_a_sample_count_before_words():
    sheet = sheet_of(Plan(0.1, 52_310), None, 30, None, {})
    words = {"fraksi_sampel": "96/52.310", "sampling_error": "Margin of error 10 persen"}
    answers = {**complete_answers(SURVEY), **words}

    assert outcome("D-V-11", answers, sample=sheet) == Outcome.PASS
    assert outcome("D-V-11", {**answers, "fraksi_sampel": "400/52.310"}, sample=sheet) == Outcome.VIOLATION
    assert outcome("D-V-11", answers) == Outcome.UNKNOWN
    assert outcome("R-V-11", {**answers, "sampling_error": "RSE kecil"}, sample=sheet) == Outcome.VIOLATION
    assert outcome("D-V-05", {**answers, "sampling_error": "MoE 5%"}, sample=sheet) == Outcome.VIOLATION
    assert outcome("D-V-01", {**answers, "fraksi_sampel": "cukup"}, sample=sheet) == Outcome.PASS


def test_every_rule_has_its_examples_and_its_own_name():
    ids = [rule.id for rule in RULES]

    assert ids == list(dict.fromkeys(ids))
    assert set(ids) == {row[0] for row in EXAMPLES} | {"D-IX-01", "D-IX-02", "D-V-11"}


def test_a_rule_stands_in_the_block_that_asks_its_first_question():
    assert [rule.id for rule in RULES if CURRENT.block_of(rule.codes[0]).number != rule.block] == []
    assert [code for rule in RULES for code in rule.codes if code not in CURRENT] == []


def test_forty_rules_of_the_examiners_are_there():
    examiners = [rule for rule in RULES if rule.id.startswith("R-")]

    assert len(examiners) == 40
    assert len([rule for rule in examiners if rule.severity == Severity.ERROR]) == 26


@pytest.mark.parametrize("method", [CENSUS, COMPILATION, OTHER])
def test_sound_designs_have_no_finding(method):
    assert violations(Design(complete_answers(method), **FACTS)) == []


def test_nothing_answered_is_no_error():
    found = {finding.rule.id for finding in violations(Design({}))}

    assert found == {"R-I-01", "R-I-04", "R-II-01", "R-II-02"}


def test_culprits_are_named_but_not_all_of_many():
    answers = complete_answers(SURVEY)
    rows = [{**variable()["variabel"][0], "nama": f"Penilaian {n}", "definisi": ""} for n in range(7)]

    (finding,) = [f for f in violations(Design({**answers, "variabel": rows})) if f.rule.id == "R-III-09"]

    assert finding.message.endswith("Penilaian 3; Penilaian 4. Dan 2 lainnya.")


def test_a_rule_is_found_by_its_id():
    assert [find_rule("R-V-11").block, find_rule("X")] == [5, None]


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=True),
    st.text(max_size=30),
    st.sampled_from(["ya", "tidak", "survei", "5/0", "1.000/10", "5%", "2026-02-30", "sampel_probabilitas", "MoE ½ %"]),
    st.lists(st.sampled_from(["papi", "capi", "wawancara", "kecamatan", 5, None]), max_size=3),
    st.lists(
        st.dictionaries(
            st.sampled_from(["nama", "definisi", "tahap", "awal", "akhir", "referensi_waktu"]),
            st.one_of(
                st.none(),
                st.integers(),
                st.text(max_size=12),
                st.sampled_from(["pengumpulan_data", "2026-01-05", "٢٠٣١"]),
            ),
        ),
        max_size=3,
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([question.code for question in CURRENT.questions]), ODD, max_size=60))
def test_no_form_however_odd_raises(odd):
    for answers in (odd, {**complete_answers(SURVEY), **deepcopy(odd)}):
        assert len(check(Design(answers, **FACTS))) == len(RULES)


def test_abbreviations_are_not_roman_numbers_nor_titles_in_capitals():
    for title, expected in (
        ("Survei Desa Peniti Dalam II", Outcome.PASS),
        ("SURVEI KEPUASAN", Outcome.PASS),
        ("Survei SKM", Outcome.VIOLATION),
    ):
        assert outcome("D-ID-04", {"judul_kegiatan": title}) == expected
