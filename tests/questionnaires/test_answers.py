"""What answers mean: what is asked, what is missing, what changed, what is opened again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.questionnaires.answers import (
    BlockState,
    Change,
    asked,
    block_state,
    changed,
    facts,
    initial,
    is_asked,
    keep_asked,
    merge,
    opened,
    problems,
    unanswered,
)
from pst.questionnaires.shelf import CURRENT as FORM
from tests.factories_answers import FILES, METHODS, complete_answers

CODES = [question.code for question in FORM.questions]
WORDS = [*sorted({o.code for q in FORM.questions for o in getattr(q, "options", ())}), "", "-", "2027-02-30", "x" * 60]
SCALAR = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.sampled_from(WORDS)
    | st.text(max_size=8)
)
KEY = st.sampled_from(["tahap", "awal", "akhir", "nama", "provinsi", "lain"])
JSON = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3), max_leaves=4
)
ODD = st.dictionaries(st.sampled_from([*CODES, "bukan_pertanyaan"]), JSON, max_size=6)
MIXED = st.builds(
    lambda method, odd, gone: {c: v for c, v in {**complete_answers(method), **odd}.items() if c not in gone},
    st.sampled_from(METHODS),
    ODD,
    st.sets(st.sampled_from(CODES), max_size=5),
)


def codes(questions):
    return [question.code for question in questions]


@pytest.mark.parametrize("method", METHODS)
def test_a_complete_example_of_each_way_of_collection_lacks_nothing(method):
    answers = complete_answers(method)

    assert unanswered(FORM, answers, FILES) == []
    assert problems(FORM, answers) == {}
    assert keep_asked(FORM, answers) == (answers, [])


@pytest.mark.parametrize("method", METHODS)
def test_every_required_answer_is_missed_when_taken_away(method):
    complete = complete_answers(method)

    for question in asked(FORM, complete):
        if question.required and question.code in complete:
            rest = {code: value for code, value in complete.items() if code != question.code}
            assert question.code in [missing.code for missing in unanswered(FORM, rest, FILES)]


def test_an_empty_draft_lists_what_is_missing_in_the_order_of_the_form():
    missing = unanswered(FORM, initial(FORM), {})

    assert [m.code for m in missing][:4] == [
        "judul_kegiatan",
        "tahun_kegiatan",
        "cara_pengumpulan_data",
        "sektor_kegiatan",
    ]
    assert [(m.block.number, m.code, m.why) for m in missing][-2:] == [
        (9, "file_berkas_pendukung", "Belum ada berkas. Unggah paling sedikit satu berkas."),
        (9, "pernyataan", "Beri tanda setuju pada pernyataan ini sebelum mengirim."),
    ]
    assert [CODES.index(m.code) for m in missing] == sorted(CODES.index(m.code) for m in missing)


def test_a_misshapen_answer_and_a_table_with_a_hole_are_missing_too():
    answers = {**complete_answers(), "tahun_kegiatan": "dua ribu", "variabel": [{"nama": "Jumlah kader"}]}

    assert [(m.code, m.label, m.why) for m in unanswered(FORM, answers, FILES)] == [
        ("tahun_kegiatan", "Tahun Kegiatan", "Tulis tahun dengan empat angka, mulai 2019, misalnya 2026."),
        ("variabel", "3.4 Variabel (Karakteristik) yang Dikumpulkan", "Variabel 1: Konsep belum diisi."),
    ]


def test_what_is_optional_in_the_form_can_be_insisted_on():
    missing = unanswered(FORM, complete_answers(), FILES, also_required=("catatan_pemohon", "surat_permohonan"))

    assert [m.code for m in missing] == ["surat_permohonan", "catatan_pemohon"]
    given = {**complete_answers(), "catatan_pemohon": "Jadwal sudah kami betulkan."}
    files = {**FILES, "surat_permohonan": 1}
    assert unanswered(FORM, given, files, also_required=("catatan_pemohon", "surat_permohonan")) == []


def test_the_sample_design_is_asked_of_surveys_alone():
    block = FORM.block(5)

    assert codes(asked(FORM, {"cara_pengumpulan_data": "survei"}, block)) == [
        "jenis_rancangan_sampel",
        "metode_pemilihan",
        "unit_sampel",
        "unit_observasi",
    ]
    assert [asked(FORM, {"cara_pengumpulan_data": m}, block) for m in METHODS if m != "survei"] == [[], [], []]


def test_a_question_behind_a_hidden_question_is_hidden():
    answers = {"cara_pengumpulan_data": "survei", "metode_pemilihan": "sampel_probabilitas"}
    frame = FORM.question("kerangka_sampel")

    assert is_asked(FORM, frame, answers)
    assert not is_asked(FORM, frame, {**answers, "cara_pengumpulan_data": "pencacahan_lengkap"})


def test_sending_leaves_out_what_no_longer_applies_and_names_it():
    survey = complete_answers("survei")
    now_census = {**survey, "cara_pengumpulan_data": "pencacahan_lengkap"}

    kept, dropped = keep_asked(FORM, now_census)

    gone = [
        "jenis_rancangan_sampel",
        "metode_pemilihan",
        "metode_probabilitas",
        "kerangka_sampel",
        "fraksi_sampel",
        "sampling_error",
        "unit_sampel",
        "unit_observasi",
    ]
    assert codes(dropped) == gone
    assert kept == {code: value for code, value in now_census.items() if code not in gone}


def test_what_the_person_never_gave_is_left_out_without_a_word():
    answers = {
        "cakupan_wilayah": "seluruh_wilayah_indonesia",
        "wilayah": [{"provinsi": "kalimantan_barat", "kabupaten_kota": "Mempawah"}],
        "frekuensi": "",
        "bukan_pertanyaan": "x",
    }

    assert keep_asked(FORM, answers) == ({"cakupan_wilayah": "seluruh_wilayah_indonesia"}, [])


def test_changes_show_old_and_new_in_the_order_of_the_form():
    old = complete_answers()
    new = {**old, "tujuan_kegiatan": "Tujuan baru", "judul_kegiatan": "Judul baru", "faksimile": ""}

    assert changed(FORM, old, new) == [
        Change(FORM.question("judul_kegiatan"), old["judul_kegiatan"], "Judul baru"),
        Change(FORM.question("faksimile"), "-", ""),
        Change(FORM.question("tujuan_kegiatan"), old["tujuan_kegiatan"], "Tujuan baru"),
    ]


def test_two_ways_of_being_blank_are_no_change():
    assert changed(FORM, {"frekuensi": "", "variabel": []}, {"frekuensi": None}) == []


def test_a_question_opens_with_all_that_hangs_on_it_and_the_note():
    assert opened(FORM, ["judul_kegiatan"]) == {"judul_kegiatan", "catatan_pemohon"}
    assert opened(FORM, ["metode_pemilihan", "bukan_pertanyaan"]) == {
        "metode_pemilihan",
        "metode_probabilitas",
        "metode_nonprobabilitas",
        "kerangka_sampel",
        "fraksi_sampel",
        "sampling_error",
        "catatan_pemohon",
    }
    assert opened(FORM, ["cara_pengumpulan_data"]) == {
        "cara_pengumpulan_data",
        "catatan_pemohon",
        *codes(FORM.block(5).questions),
    }


def test_a_block_goes_from_empty_over_partial_to_complete():
    block, answers = FORM.block(1), complete_answers()
    title_only = {"instansi_penyelenggara": answers["instansi_penyelenggara"]}

    assert [block_state(FORM, block, a, {}) for a in ({}, title_only, answers)] == [
        BlockState.EMPTY,
        BlockState.PARTIAL,
        BlockState.COMPLETE,
    ]
    assert block_state(FORM, FORM.block(5), answers, {}) is BlockState.NOT_ASKED


def test_before_the_way_of_collecting_is_chosen_the_sample_design_is_undecided():
    assert block_state(FORM, FORM.block(5), {}, {}) is BlockState.UNDECIDED
    assert block_state(FORM, FORM.block(5), {"cara_pengumpulan_data": ""}, {}) is BlockState.UNDECIDED
    assert block_state(FORM, FORM.block(5), {"cara_pengumpulan_data": "survei"}, {}) is BlockState.EMPTY


def test_a_new_draft_is_empty_although_it_holds_a_default():
    assert block_state(FORM, FORM.block(0), initial(FORM), {}) is BlockState.EMPTY


def test_an_attachment_alone_makes_a_block_partial():
    assert block_state(FORM, FORM.block(9), {}, FILES) is BlockState.PARTIAL


@given(MIXED, MIXED)
def test_no_stored_value_makes_anything_raise(answers, other):
    for question in FORM.questions:
        value = answers.get(question.code)
        assert isinstance(question.show(value), str)
        assert question.is_blank(value) or question.typed(value) is not None
    kept, dropped = keep_asked(FORM, answers)
    assert not set(codes(dropped)) & kept.keys()
    assert problems(FORM, answers).keys() <= {m.code for m in unanswered(FORM, answers, {})}
    assert all(change.old != change.new for change in changed(FORM, answers, other))
    assert all(block_state(FORM, block, answers, {}) in BlockState for block in FORM.blocks)
    assert isinstance(facts(answers).region, str)


@given(MIXED)
def test_keeping_what_is_asked_twice_is_keeping_it_once(answers):
    kept, _ = keep_asked(FORM, answers)

    assert keep_asked(FORM, kept) == (kept, [])


@given(MIXED)
def test_nothing_changes_between_a_set_of_answers_and_itself(answers):
    assert changed(FORM, answers, answers) == []


@given(st.sets(st.sampled_from(CODES)))
def test_opening_what_is_open_opens_no_more(some):
    assert opened(FORM, opened(FORM, some)) == opened(FORM, some) >= some


SEEN, NEWER, OWN = "Judul semula", "Judul dari rumah", "Judul dari kantor"


@pytest.mark.parametrize(
    ("stored", "given_", "kept", "overtaken", "behind"),
    [
        (SEEN, OWN, OWN, False, False),  # nobody else was there
        (NEWER, SEEN, None, False, True),  # changed elsewhere alone
        (NEWER, NEWER, NEWER, False, False),  # both wrote the same
        (NEWER, OWN, None, True, False),  # both wrote: the sender chooses
    ],
)
def test_an_answer_from_one_page_is_laid_over_what_another_page_stored(stored, given_, kept, overtaken, behind):
    seen = {"judul_kegiatan": FORM.question("judul_kegiatan").mark(SEEN)}

    merged = merge(FORM, {"judul_kegiatan": stored}, {"judul_kegiatan": given_}, seen)

    assert merged.answers.get("judul_kegiatan") == kept
    assert ("judul_kegiatan" in merged.overtaken, "judul_kegiatan" in merged.behind) == (overtaken, behind)


def test_an_answer_without_a_mark_is_stored_as_it_was_given():
    merged = merge(FORM, {"judul_kegiatan": NEWER}, {"judul_kegiatan": OWN}, {})

    assert (merged.answers, merged.overtaken) == ({"judul_kegiatan": OWN}, frozenset())
