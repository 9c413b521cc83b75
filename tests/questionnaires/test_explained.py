"""Questions in words: how to answer, within which limits, and when they are asked."""

import pytest

from pst.questionnaires.conditions import All, AnyOf, Is, Not
from pst.questionnaires.explained import explain_block, explain_question, how_to_answer, in_words
from pst.questionnaires.shelf import CURRENT


def asked(code: str):
    return CURRENT.question(code)


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("judul_kegiatan", "Tulis 10 sampai 300 karakter."),
        ("tahun_kegiatan", "Tulis tahun dengan empat angka, mulai 2019."),
        ("cara_pengumpulan_data", "Pilih salah satu."),
        ("metode_pengumpulan_data", "Pilih satu atau lebih."),
        ("rilis_digital", "Tulis tanggal, bulan, tahun, misalnya 02-03-2026."),
        ("pernyataan", "Beri tanda setuju."),
        (
            "file_berkas_pendukung",
            "Unggah berkas (PDF, DOCX, XLSX, JPG, PNG), paling besar 10 MB per berkas.",
        ),
    ],
)
def test_how_to_answer_tells_the_limits(code, how):
    assert how_to_answer(asked(code)) == how


def test_every_question_of_the_form_says_how_to_answer_in_one_sentence():
    said = {question.code: how_to_answer(question) for question in CURRENT.questions}

    assert {code for code, how in said.items() if not how.endswith(".") or len(how) > 120} == set()


def test_who_has_to_answer_is_told():
    duties = {
        code: explain_question(CURRENT, asked(code)).duty
        for code in ("judul_kegiatan", "kode_kegiatan", "surat_permohonan")
    }

    assert duties == {
        "judul_kegiatan": "Wajib diisi", "kode_kegiatan": "Diisi petugas", "surat_permohonan": "Tidak wajib",
    }  # fmt: skip


def test_conditions_read_as_the_end_of_a_sentence():
    survey = Is("cara_pengumpulan_data", "survei")
    paper = AnyOf("sarana_pengumpulan_data", ("papi", "capi"))

    assert in_words(CURRENT, None) == ""
    assert in_words(CURRENT, survey) == "bila “Cara Pengumpulan Data” dijawab “Survei”"
    assert in_words(CURRENT, Not(survey)) == "bila tidak berlaku: “Cara Pengumpulan Data” dijawab “Survei”"
    means = asked("sarana_pengumpulan_data").title
    assert in_words(CURRENT, All(survey, paper)) == (
        f"bila “Cara Pengumpulan Data” dijawab “Survei” dan “{means}” memuat “PAPI” atau “CAPI”"
    )


def test_options_and_columns_come_with_the_question_and_a_block_keeps_its_order():
    block = next(block for block in CURRENT.blocks if block.number == 3)

    explained = explain_block(CURRENT, block)

    assert [item.question for item in explained] == list(block.questions)
    table = next(item for item in explained if item.question.code == "variabel")
    assert ([column.code for column in table.columns], table.options) == (
        ["nama", "konsep", "definisi", "referensi_waktu"], (),
    )  # fmt: skip
    sector = explain_question(CURRENT, asked("sektor_kegiatan"))
    assert (sector.options, sector.columns) == (asked("sektor_kegiatan").options, ())
