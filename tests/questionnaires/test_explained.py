"""Questions in words: every duty, limit and condition, the same wherever the form is explained."""

import pytest

from pst.questionnaires import kinds
from pst.questionnaires.conditions import All, AnyOf, Is, Not
from pst.questionnaires.explained import explain_block, explain_question, how_to_answer, in_words
from pst.questionnaires.shelf import CURRENT as FORM

METHOD = "cara_pengumpulan_data"


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("judul_kegiatan", "Tulis 10 sampai 300 karakter."),
        ("tahun_kegiatan", "Tulis tahun dengan empat angka, mulai 2019."),
        (METHOD, "Pilih salah satu."),
        ("metode_pengumpulan_data", "Pilih satu atau lebih."),
        ("jadwal", "Isi tanggal mulai dan selesai setiap tahap; paling banyak 300 baris."),
        ("variabel", "Satu variabel satu baris; paling banyak 300 baris."),
        ("file_berkas_pendukung", "Unggah berkas (PDF, DOCX, XLSX, JPG, PNG), paling besar 10 MB per berkas."),
        ("pernyataan", "Beri tanda setuju."),
        ("email", "Tulis alamat surel, 10 sampai 300 karakter."),
    ],
)
def test_how_to_answer_names_the_limits(code, how):
    assert how_to_answer(FORM.question(code)) == how


def test_every_question_and_column_can_be_explained_in_one_sentence():
    for block in FORM.blocks:
        for explained in explain_block(FORM, block):
            for part in (explained, *(explain_question(FORM, column) for column in explained.columns)):
                assert part.how.endswith(".") and part.how[0].isupper()
                assert part.duty in ("Wajib diisi", "Tidak wajib", "Diisi petugas")
                assert part.when == "" or part.when.startswith("bila “")


def test_questions_keep_their_order_and_show_their_options_and_columns():
    told = [explained.question.code for block in FORM.blocks for explained in explain_block(FORM, block)]
    method, table = (explain_question(FORM, FORM.question(METHOD)), explain_question(FORM, FORM.question("variabel")))

    assert told == [question.code for question in FORM.questions]
    assert (len(method.options), method.columns) == (4, ())
    assert (table.options, [column.code for column in table.columns]) == (
        (),
        [column.code for column in FORM.question("variabel").columns],
    )


def test_duty_says_who_must_answer():
    duties = {
        code: explain_question(FORM, FORM.question(code)).duty
        for code in ("judul_kegiatan", "faksimile", "kode_kegiatan")
    }

    assert duties == {"judul_kegiatan": "Wajib diisi", "faksimile": "Tidak wajib", "kode_kegiatan": "Diisi petugas"}


SURVEY = Is(METHOD, "survei")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (None, ""),
        (SURVEY, "bila “Cara Pengumpulan Data” dijawab “Survei”"),
        (
            AnyOf(METHOD, ("survei", "pencacahan_lengkap")),
            "bila “Cara Pengumpulan Data” memuat “Pencacahan Lengkap” atau “Survei”",
        ),
        (Not(SURVEY), "bila tidak berlaku: “Cara Pengumpulan Data” dijawab “Survei”"),
        (
            All(SURVEY, Is("kegiatan_ini_dilakukan", "berulang")),
            "bila “Cara Pengumpulan Data” dijawab “Survei” dan “4.1 Kegiatan ini dilakukan” dijawab “Berulang”",
        ),
    ],
)
def test_conditions_end_a_sentence(condition, words):
    assert in_words(FORM, condition) == words


def test_of_an_option_only_its_short_name_is_said():
    long = [option.label for option in FORM.question("sarana_pengumpulan_data").options if ":" in option.label]

    words = in_words(FORM, AnyOf("sarana_pengumpulan_data", ("papi",)))

    assert long and words.endswith("memuat “PAPI”")


def test_a_condition_of_a_kind_nobody_knows_is_an_error_of_ours():
    with pytest.raises(TypeError):
        in_words(FORM, object())


def test_numbers_say_their_unit():
    number = kinds.Number(code="n", number="6.6", label="Banyaknya", help="X.", minimum=0, maximum=12500, unit="orang")

    assert how_to_answer(number) == "Tulis bilangan bulat 0 sampai 12.500 (orang)."
