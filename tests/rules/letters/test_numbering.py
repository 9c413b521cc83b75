"""How letters and recommendations are numbered."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.letters import numbering
from pst.rules.letters.numbering import LETTER_PATTERN, PatternRefused

SEPTEMBER = date(2026, 9, 7)  # Senin


@pytest.mark.parametrize(
    ("pattern", "seq", "number"),
    [
        (LETTER_PATTERN, 155, "B-155/61040/KS.200/09/2026"),
        ("{prefix}-{seq}/{unit}/{kka}/{yyyy}", "108.1", "B-108.1/61040/KS.200/2026"),
        ("{seq}/BPS/{yyyy}", 7, "7/BPS/2026"),
        ("{prefix}-{seq:03d}/{unit}/{yyyy}", 7, "B-007/61040/2026"),
        ("{prefix}-{seq:03d}/{unit}/{yyyy}", "38.1", "B-038.1/61040/2026"),
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
        ("{}/{seq}/{yyyy}", "Bagian {} tidak dikenal. Yang dikenal: {prefix} {seq} {unit} {kka} {mm} {yyyy}."),
        (
            "{seq:>9999999}/{yyyy}",
            "Di dalam kurung kurawal hanya boleh ada nama bagian, misalnya {seq} atau {seq:03d}.",
        ),
        ("{seq!r}/{yyyy}", "Di dalam kurung kurawal hanya boleh ada nama bagian, misalnya {seq} atau {seq:03d}."),
        ("{seq/{yyyy}", "Kurung kurawal pada pola tidak berpasangan."),
        ("{seq}/{yyyy}}}", "Kurung kurawal hanya dipakai di sekitar nama bagian, misalnya {seq}."),
        ("{{seq}}/{seq}/{yyyy}", "Kurung kurawal hanya dipakai di sekitar nama bagian, misalnya {seq}."),
        ("{unit}{seq}/{yyyy}", "Beri tanda pemisah, misalnya garis miring, di antara {seq} dan bagian di sebelahnya."),
        ("{seq}{mm}/{yyyy}", "Beri tanda pemisah, misalnya garis miring, di antara {seq} dan bagian di sebelahnya."),
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
    ("number", "read"),
    [
        ("B-155/61040/KS.200/09/2026", ("155", 2026, True, "KS.200")),
        ("B-108.1/61040/VS.100/09/2026", ("108.1", 2026, True, "VS.100")),
        ("B-155/61040/KS.200/2026", ("155", 2026, False, "")),
        ("B-4.2`/61040//2026", ("4.2", 2026, False, "")),
        ("PAN-12B3/61040/KS.200/09/2026", ("", 2026, False, "")),
        ("155", ("155", None, False, "")),
        ("abc", ("", None, False, "")),
        ("", ("", None, False, "")),
    ],
)
def test_a_number_given_by_hand_tells_its_place_as_far_as_it_can_be_read(number, read):
    assert numbering.understood(number, LETTER_PATTERN) == read


def test_without_strokes_only_the_pattern_tells_which_number_is_the_running_one():
    assert numbering.understood("2026.155", "{yyyy}.{mm}.{seq}") == ("", None, False, "")


@given(
    st.integers(1, 10**9 - 1),
    st.sampled_from([LETTER_PATTERN, "{seq}/BPS/{yyyy}", "{yyyy}.{mm}.{seq}", "{prefix}-{seq:03d}/{kka}/{yyyy}"]),
)
def test_every_number_the_office_draws_tells_its_place(seq, pattern):
    number = numbering.letter_number(pattern, seq, "B", "61040", "KS.200", SEPTEMBER)

    place, year, fits, _ = numbering.understood(number, pattern)
    assert (int(place), year, fits) == (seq, 2026, True)


def test_identity_numbers_look_like_the_ones_romantik_gives():
    assert numbering.looks_like_identity(" V-23.1375.002 ")
    assert [
        text
        for text in ("V-26.6104.01", "v-26.6104.001", "V-26.6104.001x", "", "VV-26.6104.001")
        if numbering.looks_like_identity(text)
    ] == []
