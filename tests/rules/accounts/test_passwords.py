"""What a password must be."""

import pytest

from pst.rules.accounts.passwords import PasswordRefused, check_password, words_of


@pytest.mark.parametrize("password", ["sandi-yang-panjang", "kuda hijau makan nasi", "x7!Kq_93Lp", "ñandú ñandú"])
def test_ten_characters_that_not_everybody_has_are_enough(password: str):
    check_password(password)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("sembilan9", "Kata sandi paling sedikit 10 karakter; beberapa kata yang mudah diingat sudah cukup."),
        ("x" * 201, "Kata sandi paling banyak 200 karakter."),
        ("Bismillah123", "mudah ditebak"),
        ("1234567890", "mudah ditebak"),
        (" QwertyUiop ", "mudah ditebak"),
        ("aaaaaaaaaaaa", "mudah ditebak"),
    ],
)
def test_short_endless_and_common_ones_are_refused_with_the_reason(password: str, why: str):
    with pytest.raises(PasswordRefused) as refusal:
        check_password(password)

    assert why in str(refusal.value)


@pytest.mark.parametrize("password", ["BPS-Mempawah 2026", "pst.mempawah_123", "pass word 123"])
def test_what_stands_between_common_words_makes_them_no_harder_to_guess(password: str):
    with pytest.raises(PasswordRefused):
        check_password(password)


@pytest.mark.parametrize("password", ["Ratna.Pemohon.2026", "BPS Kab Mempawah 6104", "ratna_bps_1990!"])
def test_names_of_the_person_and_the_office_are_no_password(password: str):
    known = words_of("Badan Pusat Statistik Kabupaten Mempawah", "BPS 6104", "Ratna Pemohon", "ratna@contoh.test")

    check_password(password)
    with pytest.raises(PasswordRefused, match="nama kantor"):
        check_password(password, known)
    check_password(f"{password} naik sepeda", known)


def test_letters_composed_of_two_signs_count_as_one():
    nine = "e\u0301" * 9  # é, written as e and an accent

    with pytest.raises(PasswordRefused):
        check_password(nine)
    check_password(nine + "x")
