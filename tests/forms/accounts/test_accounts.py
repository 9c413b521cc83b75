"""Forms of people's accounts."""

import pytest

from pst.forms.accounts.accounts import CHOOSE_AGENCY, NAME_AGENCY, OwnDataForm, RegisterForm, SignInForm

AGENCIES = [(3, "Dinas Kesehatan"), (4, "Dinas Sosial")]
GOOD = {
    "name": "Sari Baru",
    "email": "sari@contoh.test",
    "phone": "+62 812-3456-7890",
    "position": "",
    "agency": "3",
    "new_agency": "",
    "password": "kuda hijau makan nasi",
    "repeated": "kuda hijau makan nasi",
}


@pytest.fixture
def register(sent):
    """`register(**changes)`: the registration as sent; (errors, form)."""
    return lambda **changes: sent(lambda: RegisterForm(AGENCIES), {**GOOD, **changes})


def test_a_complete_registration_is_sound(register):
    errors, form = register()

    assert (errors, form.agency_id) == ({}, 3)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", "  ", "Tuliskan nama lengkap Anda."),
        ("email", "sari", "Alamat surel keliru, contoh yang benar: nama@instansi.go.id."),
        ("phone", "telepon saya", "Tulis nomor telepon dengan angka, contoh: 0812 3456 7890."),
        ("agency", "", CHOOSE_AGENCY),
        ("agency", "99", "Pilih salah satu dari daftar."),
        ("new_agency", "abc", "Nama instansi: 5 sampai 200 huruf."),
        ("password", "pendek", "Kata sandi paling sedikit 10 karakter; beberapa kata yang mudah diingat sudah cukup."),
        ("repeated", "kuda hijau makan roti", "Kedua kata sandi belum sama. Ketik sekali lagi."),
    ],
)
def test_each_refusal_stands_at_its_field_and_says_what_to_do(register, field, value, message):
    errors, _ = register(**{field: value})

    assert errors[field][0] == message


def test_an_agency_that_is_not_listed_needs_its_name_and_says_so_there(register):
    assert register(agency="baru")[0] == {"new_agency": [NAME_AGENCY]}


def test_an_agency_that_is_not_listed_is_given_by_name(register):
    for chosen in ("baru", ""):
        errors, form = register(agency=chosen, new_agency="Dinas Perikanan Kabupaten Mempawah")
        assert (errors, form.agency_id) == ({}, None)


def test_a_chosen_agency_stands_before_a_typed_name(register):
    _, form = register(agency="4", new_agency="Dinas Perikanan Kabupaten Mempawah")

    assert form.agency_id == 4


@pytest.mark.parametrize("needed", [False, True])
def test_only_applicants_must_belong_to_an_agency(sent, needed):
    data = {"name": "Sinta Petugas", "position": "", "phone": "", "agency": "", "new_agency": ""}

    errors, _ = sent(lambda: OwnDataForm(AGENCIES, agency_needed=needed), data)

    assert bool(errors) is needed


def test_the_door_does_not_judge_the_shape_of_a_password(sent):
    assert sent(SignInForm, {"email": "bukan surel", "password": "x", "next": "/akun"})[0] == {}
