"""ROMANTIK's real record goes in and out; what nobody edited stays to the letter."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.exchange.romantik import BadRecord, copy_sheet, read_record, write_record
from pst.exchange.romantik.fields import truth, words
from pst.exchange.romantik.form import FIELDS, PAGES
from pst.exchange.romantik.merging import merged
from pst.exchange.uploads import LIMIT
from pst.questionnaires.answers import initial, problems
from pst.questionnaires.shelf import CURRENT

SOURCE = Path(__file__).with_name("romantik-record.json").read_text(encoding="utf-8")
ORIGINAL = json.loads(SOURCE)
ANSWERS = read_record(SOURCE).answers


def form_of(record):
    return json.loads(record["form"])


def with_form(**blocks):
    """The real record with some blocks of its form replaced."""
    return json.dumps({**ORIGINAL, "form": json.dumps({**form_of(ORIGINAL), **blocks})})


def differences(one, other, path=""):
    """The paths at which two documents differ; lists are compared row by row when equally long."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [each for key in {**one, **other} for each in differences(one.get(key), other.get(key), f"{path}.{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [
            each
            for place, pair in enumerate(zip(one, other, strict=True))
            for each in differences(*pair, f"{path}[{place}]")
        ]
    return [] if one == other and type(one) is type(other) else [path]


def without_ours(record: dict) -> dict:
    """The record without our own key."""
    return {key: value for key, value in record.items() if key != "isian_pst"}


def edited(**answers):
    """The paths of the envelope and of the form that differ after these answers were changed."""
    record = write_record({**ANSWERS, **answers}, original=ORIGINAL)
    outside = [path for path in differences(ORIGINAL, record) if path not in (".form", ".isian_pst")]
    return outside + differences(form_of(ORIGINAL), form_of(record))


# Reading


def test_real_record_is_read_whole():
    record = read_record(SOURCE)

    assert (record.id_trans, record.title, record.year) == (56219, "Kompilasi Data Pelaporan Gratifikasi", 2026)
    assert (record.agency, record.status, record.outcome) == ("Komisi Pemberantasan Korupsi", "selesai", "ditolak")
    assert record.dates == {
        "tgl_pengajuan": None,
        "tgl_perbaikan_terakhir": None,
        "tgl_pemeriksaan": "2025-09-11T03:24:52.000Z",
        "tgl_selesai": "2025-12-11T03:30:03.000Z",
    }
    assert record.attachments == ("56219-20250826-Form-Laporan-Gratifikasi-1.pdf",)
    assert record.unread == () and record.remarks == () and record.original == ORIGINAL


def test_rich_text_is_read_as_lines():
    assert ANSWERS["tujuan_kegiatan"].split("\n")[1:3] == [
        "2. Memenuhi kebutuhan data bagi masyarakat luas",
        "3. Sebagai acuan bahan laporan periodik",
    ]
    assert not any("<" in text for text in ANSWERS.values() if isinstance(text, str))


def test_odd_keys_become_our_codes():
    odd = ["frekuensi", "unit_analisis", "unit_analisis_lainnya", "pendidikan_terendah", "metode_analisis"]

    assert {code: ANSWERS[code] for code in odd} == {
        "frekuensi": "tahunan",
        "unit_analisis": ["lainnya"],
        "unit_analisis_lainnya": "Laporan Gratifikasi dan Objek Gratifikasi",
        "pendidikan_terendah": "diploma_i_atau_ii_atau_iii",
        "metode_analisis": "deskriptif",
    }
    assert ANSWERS["sarana_pengumpulan_data"] == ["papi", "capi", "cawi", "mail"]
    assert (ANSWERS["jumlah_supervisor"], ANSWERS["uji_coba"], ANSWERS["pelatihan"]) == (4, "tidak", "ya")


def test_five_stages_find_their_places_among_seven():
    dated = {row["tahap"]: (row["awal"], row["akhir"]) for row in ANSWERS["jadwal"]}

    assert dated == {
        "perencanaan_kegiatan": ("2025-12-01", "2025-12-31"),
        "desain": ("", ""),
        "pengumpulan_data": ("2026-01-01", "2026-12-31"),
        "pengolahan_data": ("2026-01-02", "2026-12-31"),
        "analisis": ("2026-01-03", "2026-12-31"),
        "diseminasi_hasil": ("2027-01-15", "2027-01-15"),
        "evaluasi": ("", ""),
    }


def test_every_code_read_is_a_question_and_every_answer_fits_it():
    codes = {code for field in FIELDS for code in field.codes}

    assert [code for code in codes if code not in CURRENT] == []
    assert [code for code in ANSWERS if code not in CURRENT] == []
    assert list(problems(CURRENT, {**initial(CURRENT), **ANSWERS})) == ["pj_alamat"]  # "KPK" is too short for us


def test_every_option_written_is_one_the_form_has():
    for field in FIELDS:
        for option in getattr(field, "options", ()):
            assert (
                CURRENT.question(field.codes[0]).shape_problem(
                    [option.code] if hasattr(field, "other") else option.code
                )
                is None
            )


def test_older_names_of_the_sample_block_are_read_and_kept():
    older = {
        "metode_pemilihan_sampel": "sampel_probabilitas",
        "metode_yang_digunakan": "STRATIFIED_RANDOM_SAMPLING",
        "kerangka_sampel": "list_frame",
        "fraksi_sampel": "400/52.310",
        "perkiraan_sampling_error": "MoE 5 persen",
        "unit_sampel": "rumah tangga",
    }
    record = read_record(with_form(blok_v=older))

    again = write_record({**record.answers, "fraksi_sampel": "500/52.310"}, original=record.original)

    assert (record.answers["cara_pengumpulan_data"], record.answers["metode_probabilitas"]) == (
        "survei",
        "stratified_random_sampling",
    )
    assert record.answers["sampling_error"] == "MoE 5 persen" and record.unread == ()
    assert form_of(again)["blok_v"] == {**older, "fraksi_sampel": "500/52.310"}


def test_both_spellings_of_options_are_read():
    units = {"individu": True, "usaha_atau_perusahaan": True, "lainnya": False}
    block = {**form_of(ORIGINAL)["blok_vii"], "unit_analisis": units, "metode_analisis": "inferensia"}
    del block["unit_analsis"]

    answers = read_record(with_form(blok_vii=block)).answers

    assert (answers["unit_analisis"], answers["metode_analisis"]) == (
        ["individu", "usaha_atau_perusahaan"],
        "inferensia",
    )


def test_what_cannot_be_placed_is_named_and_not_lost():
    block = {**form_of(ORIGINAL)["blok_iv"], "tipe_pengumpulan_data": "kadang_kadang", "baru": {"x": 1}}
    record = read_record(with_form(blok_iv=block, blok_x="catatan penutup"))

    assert set(record.unread) == {"blok_iv.baru.x", "blok_iv.tipe_pengumpulan_data", "blok_x"}
    assert write_record(record.answers, original=record.original) == record.original


def test_regions_are_read_by_code_by_name_and_written_as_indah_has_them():
    rows = [
        {"kode_provinsi": "61", "kode_kabupaten_kota": "6104"},
        {"provinsi": "Kalimantan Barat", "kabupaten_kota": "Sambas"},
    ]
    block = {**form_of(ORIGINAL)["blok_iv"], "sebagian_cakupan_wilayah_pengumpulan_data": rows}

    answers = read_record(with_form(blok_iv=block)).answers

    assert answers["wilayah"] == [
        {"provinsi": "kalimantan_barat", "kabupaten_kota": "Mempawah"},
        {"provinsi": "kalimantan_barat", "kabupaten_kota": "Sambas"},
    ]
    assert form_of(write_record(answers))["blok_iv"]["sebagian_cakupan_wilayah_pengumpulan_data"][0] == {
        "kode_provinsi": "61",
        "nama_provinsi": "Kalimantan Barat",
        "kode_kabupaten_kota": "6104",
        "nama_kabupaten_kota": "Mempawah",
    }


def test_examiners_notes_are_read_without_tags():
    notes = [
        {"id": 1, "waktu": "2025-09-11", "status": "belum diperbaiki", "catatan": "<p>Judul</p><p>Tambah wilayah</p>"}
    ]

    [remark] = read_record(json.dumps({**ORIGINAL, "catatan_pemeriksaan": json.dumps(notes)})).remarks

    assert (remark.when, remark.status, remark.text) == ("2025-09-11", "belum diperbaiki", "Judul\nTambah wilayah")


def test_what_only_our_form_asks_is_placed_and_the_rest_named_with_its_words():
    record = read_record(Path(__file__).with_name("romantik-more.json").read_bytes())

    assert record.left_over == (
        ("blok_iv.frekuensi_penyelanggara", "DUA_TAHUNAN"),
        ("blok_v.metode_yang_digunakan", "PROBABILITY_PROPORTIONAL_TO_SIZE"),
    )
    placed = ("unit_pengumpulan_data", "penyesuaian_nonrespon", "rilis_digital", "catatan_pemohon")
    assert [record.answers[code] for code in placed] == [
        ["usaha_atau_perusahaan"],
        "ya",
        "2027-07-01",
        "Jadwal sudah kami ubah sesuai catatan.",
    ]
    assert record.answers["variabel"][0]["konsep"] == "Sarana budidaya"
    stages = {row["tahap"]: row["awal"] for row in record.answers["jadwal"]}
    assert (stages["desain"], stages["evaluasi"]) == ("2027-02-01", "2027-06-01")


@pytest.mark.parametrize(
    ("path", "written", "code", "expected"),
    [
        (("blok_iv", "tipe_pengumpulan_data"), "Longitudinal Panel", "tipe_pengumpulan_data", "longitudinal_panel"),
        (("blok_iv", "tipe_pengumpulan_data"), "2", "tipe_pengumpulan_data", None),
        (("blok_iv", "frekuensi_penyelanggara"), 7, "frekuensi", "tahunan"),
        (("blok_iv", "frekuensi_penyelanggara"), "3. Bulanan", "frekuensi", "bulanan"),
        (("blok_iv", "frekuensi_penyelanggara"), True, "frekuensi", None),
        (("blok_vi", "apakah_melakukan_uji_coba"), "Ya", "uji_coba", "ya"),
        (("blok_vi", "apakah_melakukan_uji_coba"), "2", "uji_coba", "tidak"),
        (
            ("blok_iv", "sebagian_cakupan_wilayah_pengumpulan_data"),
            ["6104", "61", "x"],
            "wilayah",
            [
                {"provinsi": "kalimantan_barat", "kabupaten_kota": "Mempawah"},
                {"provinsi": "kalimantan_barat", "kabupaten_kota": ""},
            ],
        ),
    ],
)
def test_labels_paper_codes_and_codes_of_regions_are_read(path, written, code, expected):
    form = form_of(ORIGINAL)
    form[path[0]][path[1]] = written

    assert read_record(json.dumps({**ORIGINAL, "form": form})).answers.get(code) == expected


# Writing


def test_what_romantik_has_no_place_for_travels_beside_its_form_and_comes_back():
    more = {
        **ANSWERS,
        "cara_pengumpulan_data": "kompilasi_produk_administrasi",
        "sektor_kegiatan": "kesehatan",
        "jenis_statistik": "statistik_dasar",
        "unit_pengumpulan_data": ["individu"],
        "rilis_digital": "2027-01-20",
        "pengesahan_nama": "Rina",
        "variabel": [{**row, "konsep": "Gratifikasi"} for row in ANSWERS["variabel"]],
    }

    record = json.dumps(write_record(more))

    assert read_record(record).answers == more
    assert "konsep" not in form_of(json.loads(record))["blok_iii"]["variabel_yang_dikumpulkan"][0]


def test_what_stands_beside_the_form_and_is_no_answer_is_left_out():
    record = {**ORIGINAL, "isian_pst": {"rilis_digital": ["x"], "apa": "y", "sektor_kegiatan": "kesehatan"}}

    assert read_record(json.dumps(record)).answers == {**ANSWERS, "sektor_kegiatan": "kesehatan"}
    assert read_record(json.dumps({**ORIGINAL, "isian_pst": 3})).answers == ANSWERS


def test_unedited_record_goes_out_as_it_came_in():
    assert write_record(ANSWERS, original=ORIGINAL) == ORIGINAL


def test_answers_that_romantik_does_not_hold_change_nothing():
    more = {
        "cara_pengumpulan_data": "kompilasi_produk_administrasi",
        "sektor_kegiatan": "sektor_publik",
        "rilis_digital": "2027-01-20",
    }
    with_concepts = [{**row, "konsep": "Gratifikasi"} for row in ANSWERS["variabel"]]

    assert edited(**more, variabel=with_concepts, catatan_pemohon="Sudah.") == []


@pytest.mark.parametrize(
    ("answers", "paths"),
    [
        ({"tujuan_kegiatan": "Tujuan baru"}, [".blok_iii.tujuan_kegiatan"]),
        ({"pj_telepon": "(0561) 691-105"}, [".blok_ii.penanggung_jawab_teknis.telepon"]),
        ({"jumlah_enumerator": 5}, [".blok_vi.jumlah_petugas_enumerator"]),
        ({"uji_coba": "ya"}, [".blok_vi.apakah_melakukan_uji_coba"]),
        (
            {"pendidikan_terendah": "sma_atau_smk"},
            [".blok_vi.persyaratan_pendidikan_terendah_petugas_pengumpulan_data"],
        ),
        ({"sarana_pengumpulan_data": ["papi", "capi", "mail"]}, [".blok_iv.sarana_pengumpulan_data.cawi"]),
        ({"unit_analisis_lainnya": "Laporan"}, [".blok_vii.unit_analsis.tingkat_penyajian_hasil_analisis_lainnya"]),
        ({"judul_kegiatan": "Judul lain"}, [".nama_kegiatan"]),
        ({"tahun_kegiatan": 2027}, [".tahun_kegiatan"]),
    ],
)
def test_one_edit_changes_one_path(answers, paths):
    assert edited(**answers) == paths


def test_moved_stage_changes_its_dates_alone():
    rows = [{**row, "akhir": "2027-02-01"} if row["tahap"] == "diseminasi_hasil" else row for row in ANSWERS["jadwal"]]

    assert edited(jadwal=rows) == [".blok_iii.rencana_jadwal_kegiatan.penyajian.akhir"]


def test_variables_keep_their_own_spelling_when_others_change():
    first, second, *others = ANSWERS["variabel"]
    shortened = write_record(
        {**ANSWERS, "variabel": [second, {**first, "nama": "Nama baru"}, *others]}, original=ORIGINAL
    )

    before, after = (form_of(record)["blok_iii"]["variabel_yang_dikumpulkan"] for record in (ORIGINAL, shortened))
    assert after[0] == before[1] and after[2:] == before[2:]
    assert after[1]["nama"] == "Nama baru"


def test_added_and_removed_variables_leave_the_others_as_they_were():
    added = {"nama": "Nilai", "konsep": "", "definisi": "Nilai taksiran.", "referensi_waktu": "2026"}
    record = write_record({**ANSWERS, "variabel": [*ANSWERS["variabel"][1:], added]}, original=ORIGINAL)

    before, after = (form_of(each)["blok_iii"]["variabel_yang_dikumpulkan"] for each in (ORIGINAL, record))
    assert after == [*before[1:], {"nama": "Nilai", "definisi": "Nilai taksiran.", "referensi_waktu": "2026"}]


def test_new_record_speaks_their_language_in_their_order():
    record = write_record(
        ANSWERS, attachments=["kak.pdf"], envelope={"wilayah": "6104", "status_pengajuan": "pemeriksaan"}
    )

    assert list(record) == list(ORIGINAL) and (record["wilayah"], record["status_pengajuan"]) == ("6104", "pemeriksaan")
    assert set(differences(form_of(ORIGINAL), form_of(record))) == {
        ".blok_iii.tujuan_kegiatan",
        ".blok_ix.file_berkas_pendukung[0]",
        *(f".blok_iii.variabel_yang_dikumpulkan[{row}].definisi" for row in range(4)),
        *(f".blok_iii.variabel_yang_dikumpulkan[{row}].nama" for row in range(1, 4)),
    }
    assert {**read_record(json.dumps(record)).answers} == ANSWERS


def test_survey_brings_its_sample_block_and_others_have_none():
    sample = {
        "cara_pengumpulan_data": "survei",
        "metode_pemilihan": "sampel_nonprobabilitas",
        "metode_nonprobabilitas": "quota_sampling",
    }

    assert form_of(write_record({**ANSWERS, **sample}))["blok_v"]["metode_yang_digunakan"] == "quota_sampling"
    assert "blok_v" not in form_of(write_record(ANSWERS))


def test_envelope_is_ours_where_we_know_better():
    record = write_record(
        ANSWERS, original=ORIGINAL, envelope={"status_rekomendasi": "layak", "tgl_selesai": "2026-04-06"}
    )

    assert differences(ORIGINAL, record) == [".status_rekomendasi", ".tgl_selesai"]
    with pytest.raises(ValueError, match="salah_ketik"):
        write_record(ANSWERS, envelope={"salah_ketik": 1})


def test_form_that_came_as_an_object_leaves_as_one():
    record = {**ORIGINAL, "form": form_of(ORIGINAL)}

    assert (
        write_record({**ANSWERS, "uji_coba": "ya"}, original=record)["form"]["blok_vi"]["apakah_melakukan_uji_coba"]
        is True
    )


# Refusing


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("", "tidak dapat dibaca"),
        ("{", "tidak dapat dibaca"),
        (b"\xff\xfe\x00", "tidak dapat dibaca"),
        ("[" * 100_000, "tidak dapat dibaca"),
        ('{"nama_kegiatan": NaN}', "tidak dapat dibaca"),
        ('{"nama_kegiatan": "\\ud800", "form": {}}', "tidak dapat dibaca"),
        ('{"a": ' + "1" * 5000 + "}", "tidak dapat dibaca"),
        ('{"a": ' * 40 + "1" + "}" * 40, "terlalu bertingkat"),
        ("[]", "berisi daftar"),
        ('"teks"', "bentuknya tidak dikenal"),
        ("{}", "Judul Kegiatan tidak ada"),
        ('{"nama_kegiatan": "Survei"}', "isian formulir (form) tidak ada"),
        ('{"nama_kegiatan": "Survei", "form": "x"}', "Isian formulir (form) di dalam berkas tidak dapat dibaca"),
        ('{"nama_kegiatan": "Survei", "form": "[1]"}', "berisi daftar"),
        (" " * (LIMIT + 1), "terlalu besar"),
    ],
)
def test_what_is_no_record_is_refused_with_the_reason(source, why):
    with pytest.raises(BadRecord) as refused:
        read_record(source)

    assert why in str(refused.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["ya", "true", "<p>x</p>"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["awal", "nama", "lainnya", "x"]), inside, max_size=3)
    ),
    max_leaves=6,
)
PATHS = [field.path for field in FIELDS] + [
    ("blok_i",),
    ("blok_v",),
    ("blok_vi",),
    ("blok_ix", "file_berkas_pendukung"),
]


@given(st.lists(st.tuples(st.sampled_from(PATHS), JSON), max_size=4))
def test_whatever_stands_in_the_form_it_is_read_and_goes_out_unchanged(changes):
    form = form_of(ORIGINAL)
    for path, value in changes:
        place = form
        for key in path[:-1]:
            place = place.setdefault(key, {}) if isinstance(place, dict) else {}
        if isinstance(place, dict):
            place[path[-1]] = value
    source = json.dumps({**ORIGINAL, "form": json.dumps(form)})

    record = read_record(source)

    assert without_ours(write_record(record.answers, original=record.original)) == json.loads(source)
    assert read_record(json.dumps(write_record(record.answers))).unread == ()


# The copy sheet


def test_copy_sheet_follows_the_portals_pages():
    lines = copy_sheet({**ANSWERS, "cara_pengumpulan_data": "survei", "unit_sampel": "rumah tangga"})

    pages = list(dict.fromkeys(page.split(".")[0] for page, _, _ in lines))
    assert pages == [f"Halaman {page}" for page in PAGES]
    assert ("Halaman 5. Blok V. Desain Sampel", "5.7 Unit Sampel", "rumah tangga") in lines


def test_copy_sheet_has_one_line_for_each_box_of_the_portal():
    lines = {label: value for _, label, value in copy_sheet(ANSWERS)}

    assert lines["3.3 Rencana Jadwal Kegiatan: Diseminasi Hasil"] == "15 Januari 2027 s.d. 15 Januari 2027"
    assert (
        lines["3.4 Variabel (Karakteristik) yang Dikumpulkan, variabel 1: Nama variabel"] == "Jenis Objek Gratifikasi"
    )
    assert [label for label in lines if "Konsep" in label or "Evaluasi" in label or "4.8" in label] == []


# The small parts


def test_merge_leaves_what_both_sides_agree_on():
    original = {"a": " x ", "b": [1, {"c": "<p>1</p>"}], "z": 0}

    assert merged(original, {"a": "x", "b": 1}, {"a": "x", "b": 1}) == original
    assert merged(original, {"a": "x", "n": 1}, {"a": "y"}) == {**original, "a": "y"}
    assert merged({"k": 1}, {"k": 1}, {}) == {}


def test_truth_has_two_sides_and_a_third():
    assert [truth(value) for value in (True, "ya", "1", False, None, "", "tidak", "mungkin", {})] == [
        *[True] * 3,
        *[False] * 4,
        None,
        None,
    ]


def test_words_are_texts_without_hidden_characters():
    assert [words(value) for value in ("a\x00b", 12, None, [], True)] == ["ab", "12", "", None, None]
