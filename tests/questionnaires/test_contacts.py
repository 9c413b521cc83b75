"""Addresses that reach somebody, or the dash that says there is none."""

import pytest

from pst.questionnaires.kinds import Email, Phone

EMAIL = Email("email", "", "Email", "Bantuan")
PHONE = Phone("telepon", "", "Telepon", "Bantuan")


@pytest.mark.parametrize("address", ["dinas@contoh.test", "a.b+c@dinkes.mempawahkab.go.id", "-"])
def test_an_address_or_a_dash_is_taken(address):
    assert EMAIL.problem(address) is None


@pytest.mark.parametrize(
    "address", ["dinas", "dinas@contoh", "dua kata@contoh.test", "@contoh.test.id", 7, "a@b@contoh.test"]
)
def test_what_is_no_address_is_spoken_of(address):
    assert EMAIL.problem(address) == (
        "Tulis alamat surel lengkap, misalnya dinas@mempawahkab.go.id, atau “-” bila tidak ada."
    )


@pytest.mark.parametrize("copied", ["<dinas@contoh.test>", "mailto:dinas@contoh.test", "dinas@contoh.test\u200b"])
def test_an_address_is_stored_without_what_was_copied_along(copied):
    assert EMAIL.parse([copied]) == "dinas@contoh.test"
    assert EMAIL.problem(copied.replace("\u200b", ">")) is not None


def test_a_number_copied_from_a_chat_is_a_number():
    assert PHONE.problem(PHONE.parse(["\u202a+62 812-5555-0101\u202c"])) is None


def test_a_telephone_number_has_ten_digits_however_written():
    strict = Phone("pj_telepon", "", "Telepon", "Bantuan", dash_allowed=False)

    assert [PHONE.problem(n) for n in ("(0561) 691-105", "0812 5555 0101", "-")] == [None] * 3
    assert PHONE.problem("691105") == (
        "Tulis nomor dengan kode area, paling sedikit 10 angka, misalnya (0561) 691-105, atau “-” bila tidak ada."
    )
    assert strict.problem("-") == "Tulis nomor dengan kode area, paling sedikit 10 angka, misalnya (0561) 691-105."
