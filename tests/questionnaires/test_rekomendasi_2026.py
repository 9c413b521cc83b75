"""The laws every version of the form obeys, and the facts of this one."""

import re

import pytest

from pst.questionnaires.kinds import AnyOf, Choice, Choices, Is, Table
from pst.questionnaires.rekomendasi_2026 import REKOMENDASI_2026 as FORM
from pst.questionnaires.rekomendasi_2026 import options

QUESTIONS = [pytest.param(question, id=question.code) for question in FORM.questions]
CODES = [question.code for question in FORM.questions]


def conditions():
    for block in FORM.blocks:
        for question in block.questions:
            for condition in (question.ask_if, block.ask_if):
                if condition is not None:
                    yield question, condition


def test_codes_are_unique_and_fit_a_field_name():
    assert sorted(set(CODES)) == sorted(CODES)
    assert [code for code in CODES if not re.fullmatch(r"[a-z][a-z0-9_]*", code)] == []


def test_blocks_are_numbered_as_their_place():
    assert [block.number for block in FORM.blocks] == list(range(10))


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_and_column_is_labelled_and_explained(question):
    for part in (question, *getattr(question, "columns", ())):
        assert part.label.strip() and part.help.strip()
        assert part.help.endswith(".")


def test_conditions_look_backwards_at_real_options():
    for question, condition in conditions():
        assert isinstance(condition, Is | AnyOf)
        wanted = {condition.option} if isinstance(condition, Is) else set(condition.options)
        assert CODES.index(condition.code) < CODES.index(question.code)
        assert wanted <= {option.code for option in FORM.question(condition.code).options}


def test_every_option_is_the_lower_case_of_its_constant_and_unique():
    for question in FORM.questions:
        for part in (question, *getattr(question, "columns", ())):
            listed = getattr(part, "options", ())
            assert [option.code for option in listed] == [option.constant.lower() for option in listed]
            assert len({option.code for option in listed}) == len({o.printed_code for o in listed}) == len(listed)


def test_single_choices_are_numbered_and_multiple_choices_are_bits():
    for question in FORM.questions:
        printed = [int(option.printed_code) for option in getattr(question, "options", ())]
        if isinstance(question, Choices):
            assert printed == [2**place for place in range(len(printed))]
        elif isinstance(question, Choice) and question.code != "metode_nonprobabilitas":
            assert printed == list(range(1, len(printed) + 1))
    assert [option.printed_code for option in options.NONPROBABILITY_METHODS] == ["6", "7", "8", "9", "10"]


def test_every_other_option_asks_what_it_is():
    asking = [question.code for question in FORM.questions if question.code.endswith("_lainnya")]

    for question in FORM.questions:
        if isinstance(question, Choices):
            has_other = any(option.code == "lainnya" for option in question.options)
            assert has_other is (f"{question.code}_lainnya" in asking)
    assert len(asking) == 6


def test_the_lists_have_the_length_of_the_printed_form():
    lists = (options.SECTORS, options.FREQUENCIES, options.STAGES, options.PROVINCES)

    assert [len(listed) for listed in lists] == [22, 8, 7, 38]


def test_the_shortest_lengths_are_those_of_the_published_form():
    shortest = {q.code: q.min_length for q in FORM.questions if q.min_length > 1}

    assert shortest == {
        "judul_kegiatan": 10,
        "identitas_rekomendasi": 3,
        "instansi_penyelenggara": 10,
        "alamat_instansi": 5,
        "email": 10,
        "unit_eselon2": 10,
        "pj_nama": 3,
        "pj_jabatan": 10,
        "pj_alamat": 5,
        "pj_email": 10,
        "latar_belakang_kegiatan": 50,
        "tujuan_kegiatan": 50,
        "unit_sampel": 5,
        "unit_observasi": 5,
    }


def test_what_may_stay_empty_is_listed():
    assert [q.code for q in FORM.questions if not q.required] == [
        "kode_kegiatan",
        "faksimile",
        "pj_faksimile",
        "surat_permohonan",
        "catatan_pemohon",
        "pengesahan_tempat",
        "pengesahan_tanggal",
        "pengesahan_jabatan",
        "pengesahan_nama",
        "pengesahan_nip",
    ]


def test_what_romantik_does_not_hold_is_marked():
    marked = [q.code for q in FORM.questions if q.metadata_only]
    columns = [c.code for q in FORM.questions if isinstance(q, Table) for c in q.columns if c.metadata_only]

    assert marked == [
        "unit_pengumpulan_data",
        "unit_pengumpulan_data_lainnya",
        "penyesuaian_nonrespon",
        "rilis_tercetak",
        "rilis_digital",
        "rilis_mikrodata",
    ]
    assert columns == ["konsep"]
    assert [s.code for s in options.STAGES if s.metadata_only] == ["desain", "evaluasi"]


def test_what_shows_each_question_is_written_down():
    shown = {
        question.code: (condition.code, getattr(condition, "option", None) or condition.options)
        for question, condition in conditions()
    }
    fieldwork = ("sarana_pengumpulan_data", ("papi", "capi", "cati"))

    assert {code: shown[code] for code in CODES if shown.get(code) == fieldwork}.keys() == {
        "petugas",
        "pendidikan_terendah",
        "jumlah_supervisor",
        "jumlah_enumerator",
        "pelatihan",
    }
    assert shown["identitas_rekomendasi"] == ("mendapat_rekomendasi", "ya")
    assert shown["frekuensi"] == ("kegiatan_ini_dilakukan", "berulang")
    assert shown["wilayah"] == ("cakupan_wilayah", "sebagian_wilayah_indonesia")
    assert FORM.block(5).ask_if == Is("cara_pengumpulan_data", "survei")
    assert FORM.question("metode_nonprobabilitas").ask_if == Is("metode_pemilihan", "sampel_nonprobabilitas")
    for code in ("metode_probabilitas", "kerangka_sampel", "fraksi_sampel", "sampling_error"):
        assert FORM.question(code).ask_if == Is("metode_pemilihan", "sampel_probabilitas")
    for product in ("tercetak", "digital", "mikrodata"):
        assert shown[f"rilis_{product}"] == (f"produk_{product}", "ya")
