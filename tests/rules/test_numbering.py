"""How papers and codes are numbered."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules import numbering
from pst.rules.numbering import LETTER_PATTERN, PatternRefused

SEPTEMBER = date(2026, 9, 7)  # Senin


def test_submissions_and_complaints_are_numbered_by_year():
    assert numbering.submission_number("6104", 2026, 1) == "REK-6104-2026-0001"
    assert numbering.submission_number("6104", 2026, 12345) == "REK-6104-2026-12345"
    assert numbering.complaint_number(2026, 1) == "ADU-2026-0001"


@pytest.mark.parametrize(
    ("pattern", "seq", "number"),
    [
        (LETTER_PATTERN, 155, "B-155/61040/KS.200/09/2026"),
        ("{prefix}-{seq}/{unit}/{kka}/{yyyy}", "108.1", "B-108.1/61040/KS.200/2026"),
        ("{seq}/BPS/{yyyy}", 7, "7/BPS/2026"),
    ],
)
def test_letters_are_numbered_by_the_office_s_pattern(pattern, seq, number):
    assert numbering.letter_number(pattern, seq, "B", "61040", "KS.200", SEPTEMBER) == number


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("B-{unit}/{yyyy}", "Pola harus memuat {seq} agar nomor surat tidak berulang."),
        ("B-{seq}", "Pola harus memuat {yyyy} agar nomor surat tidak berulang."),
        ("", "Pola harus memuat {seq} {yyyy} agar nomor surat tidak berulang."),
        (
            "{seq}/{bulan}/{yyyy}",
            "Bagian {bulan} tidak dikenal. Yang dikenal: {prefix} {seq} {unit} {kka} {mm} {yyyy}.",
        ),
        (
            "{seq.__class__}/{yyyy}",
            "Bagian {seq.__class__} tidak dikenal. Yang dikenal: {prefix} {seq} {unit} {kka} {mm} {yyyy}.",
        ),
        (
            "{}/{seq}/{yyyy}",
            "Bagian {} tidak dikenal. Yang dikenal: {prefix} {seq} {unit} {kka} {mm} {yyyy}.",
        ),
        ("{seq:>9999999}/{yyyy}", "Di dalam kurung kurawal hanya boleh ada nama bagian, misalnya {seq}."),
        ("{seq!r}/{yyyy}", "Di dalam kurung kurawal hanya boleh ada nama bagian, misalnya {seq}."),
        ("{seq/{yyyy}", "Kurung kurawal pada pola tidak berpasangan."),
        ("{seq}/{yyyy}}}", "Kurung kurawal hanya dipakai di sekitar nama bagian, misalnya {seq}."),
        ("{{seq}}/{seq}/{yyyy}", "Kurung kurawal hanya dipakai di sekitar nama bagian, misalnya {seq}."),
        (
            "{unit}{seq}/{yyyy}",
            "Beri tanda pemisah, misalnya garis miring, di antara {seq} dan bagian di sebelahnya.",
        ),
        (
            "{seq}{mm}/{yyyy}",
            "Beri tanda pemisah, misalnya garis miring, di antara {seq} dan bagian di sebelahnya.",
        ),
        ("{seq}/\u202e{yyyy}", "Pola hanya memuat huruf, angka, dan tanda baca biasa."),
        ("{seq}/{seq}/{yyyy}", "Setiap bagian hanya dipakai satu kali pada pola."),
        ("{seq}/{yyyy", "Kurung kurawal pada pola tidak berpasangan."),
        ("{seq}/{yyyy}\n", "Pola ditulis dalam satu baris, paling panjang 80 tanda."),
        ("{seq}/{yyyy}" + "x" * 80, "Pola ditulis dalam satu baris, paling panjang 80 tanda."),
    ],
)
def test_a_pattern_that_cannot_number_letters_is_refused_with_the_reason(pattern, why):
    with pytest.raises(PatternRefused) as refusal:
        numbering.letter_number(pattern, 1, "B", "61040", "KS.200", SEPTEMBER)

    assert str(refusal.value) == why


@given(st.text(alphabet="{}seqy!:.[]0/", max_size=20))
def test_any_pattern_is_either_refused_or_numbers(pattern):
    try:
        numbering.check_pattern(pattern)
    except PatternRefused:
        return
    assert "155" in numbering.letter_number(pattern, 155, "B", "61040", "KS.200", SEPTEMBER)


@pytest.mark.parametrize(
    ("number", "seq"),
    [
        ("B-155/61040/KS.200/09/2026", 155),
        ("B-108.1/61040/VS.100/09/2026", 108),
        ("155/61040/KS.200/09/2026", None),
        ("B-155/61040/KS.200/2026", None),
        ("B-155/61040/KS.200/09/2026 ", None),
        ("", None),
    ],
)
def test_a_number_given_by_hand_tells_its_place_if_it_follows_the_pattern(number, seq):
    assert numbering.sequence_in(number, LETTER_PATTERN) == seq


@given(st.integers(1, 10**9 - 1), st.sampled_from([LETTER_PATTERN, "{seq}/BPS/{yyyy}", "{yyyy}.{mm}.{seq}"]))
def test_every_number_the_office_draws_tells_its_place(seq, pattern):
    number = numbering.letter_number(pattern, seq, "B", "61040", "KS.200", SEPTEMBER)

    assert numbering.sequence_in(number, pattern) == seq


def test_identity_numbers_look_like_the_ones_romantik_gives():
    assert numbering.identity_number("V", 2026, "6104", 1) == "V-26.6104.001"
    assert numbering.looks_like_identity(" V-23.1375.002 ")
    assert [
        text
        for text in ("V-26.6104.01", "v-26.6104.001", "V-26.6104.001x", "", "VV-26.6104.001")
        if numbering.looks_like_identity(text)
    ] == []


def test_codes_have_no_signs_that_look_alike():
    assert not set(numbering.CODE_ALPHABET) & set("0O1IL")
    assert len(set(numbering.CODE_ALPHABET)) == len(numbering.CODE_ALPHABET) == 31


def test_codes_cannot_be_guessed():
    codes = {numbering.new_code() for _ in range(1000)}
    signs = len(numbering.new_code().replace("-", ""))

    assert signs * math.log2(len(numbering.CODE_ALPHABET)) >= 60
    assert len(codes) == 1000
    assert {sign for code in codes for sign in code} == {*numbering.CODE_ALPHABET, "-"}


def test_shorter_codes_can_be_asked_for():
    code = numbering.new_code(groups=2, size=3)

    assert numbering.clean_code(code, groups=2, size=3) == code
    assert numbering.clean_code(code) is None


@pytest.mark.parametrize(
    "typed",
    [
        "7KMP-2QXA-W9DT-3HFB",
        " 7kmp2qxaw9dt3hfb ",
        "7kmp 2qxa–w9dt—3hfb\n",
        "7K-MP2Q_XA.W9DT3HFB",
        "\u200b7KMP-2QXA-\u00adW9DT\u2060-3HFB\ufeff",
    ],
)
def test_a_code_is_the_same_however_it_is_typed(typed):
    assert numbering.clean_code(typed) == "7KMP-2QXA-W9DT-3HFB"
    assert numbering.hash_code(typed) == numbering.hash_code("7KMP-2QXA-W9DT-3HFB")


@pytest.mark.parametrize(
    "typed",
    ["", "-", "7KMP-2QXA-W9DT-3HF", "7KMP-2QXA-W9DT-3HFBB", "7KMP-2QXA-W9DT-3HF0", "7KMP-2QXA-W9DT-3HFÉ"],
)
def test_what_cannot_be_a_code_is_none(typed):
    assert numbering.clean_code(typed) is None


def test_a_code_s_hash_is_long_and_its_own():
    first, second = numbering.hash_code("7KMP-2QXA-W9DT-3HFB"), numbering.hash_code("7KMP-2QXA-W9DT-3HFC")

    assert first != second
    assert (len(first), set(first) <= set("0123456789abcdef")) == (64, True)
