"""What may be typed into a setting: sense is kept as it will be used, nonsense is refused with the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.office.office import SETTINGS, office_of
from pst.rules.office.settings import checked, contradictions
from pst.rules.refusals import Refusal
from tests.rules.letters.test_numbering import SEPTEMBER


def kept(key: str, typed: str) -> object:
    return checked(SETTINGS[key], typed)


def refusal(key: str, typed: str) -> str:
    """Why this is refused; "" when it is not."""
    try:
        kept(key, typed)
    except Refusal as why:
        return str(why)
    return ""


@pytest.mark.parametrize("item", [item for item in SETTINGS.values() if item.default != ""], ids=lambda item: item.code)
def test_every_default_is_something_one_could_type(item):
    assert checked(item, str(item.default)) == item.default


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("promise_days", " 10 ", 10),
        ("closing_time", "9.05", "09.05"),
        ("closing_time", "16:00", "16.00"),
        ("desk_hours", " 08.00–15.00 ", "08.00–15.00"),
        ("extension_days", "0", 0),
        ("priority_run", "0", 0),
        ("silence_reminders", "80; 30,60, 30", "30, 60, 80"),
        ("silence_reminders", "", ""),
        ("letter_copies", " ", ""),
        ("letter_pattern", "{seq}/BPS/{yyyy}", "{seq}/BPS/{yyyy}"),
        ("phone", "+62 561-691049", "+62 561-691049"),
        ("phone", "", ""),
        ("website", "https://mempawahkab.bps.go.id/pst", "https://mempawahkab.bps.go.id/pst"),
        ("complaint_instagram", "bps.mempawah", "bps.mempawah"),
    ],
)
def test_what_makes_sense_is_kept_as_it_will_be_used(key, typed, value):
    assert kept(key, typed) == value


@pytest.mark.parametrize(
    ("key", "typed", "why"),
    [
        ("office_name", "  ", "Nama kantor: isian ini wajib diisi."),
        ("promise_days", "0", "Tulis bilangan bulat dari 1 sampai 250."),
        ("promise_days", "14,5", "Tulis bilangan bulat dari 1 sampai 250."),
        ("promise_days", "-3", "Tulis bilangan bulat dari 1 sampai 250."),
        ("promise_days", "१४", "Tulis bilangan bulat dari 1 sampai 250."),
        ("promise_days", "9" * 5000, "Tulis bilangan bulat dari 1 sampai 250."),
        ("stage_review", "61", "Tulis bilangan bulat dari 1 sampai 60."),
        ("clock_on_revision", "jeda", "Pilih salah satu dari daftar."),
        ("closing_time", "24:00", "Tulis jam dan menit, misalnya 15.30."),
        ("closing_time", "15:60", "Tulis jam dan menit, misalnya 15.30."),
        ("closing_time", "sore", "Tulis jam dan menit, misalnya 15.30."),
        ("silence_reminders", "30 60", "Tulis banyaknya hari (1 sampai 365) dipisahkan koma, misalnya 30, 60, 80."),
        ("silence_reminders", "0, 30", "Tulis banyaknya hari (1 sampai 365) dipisahkan koma, misalnya 30, 60, 80."),
        ("silence_reminders", "30, 9999", "Tulis banyaknya hari (1 sampai 365) dipisahkan koma, misalnya 30, 60, 80."),
        ("desk_hours", "pagi", "Tulis jam seperti 08.00–12.00, 13.00–15.30."),
        ("desk_hours", ",", "Tulis jam seperti 08.00–12.00, 13.00–15.30."),
        ("desk_hours_friday", "13.00–15.00, 08.00–11.00", "Tulis jam menurut urutan, tanpa bertumpuk."),
        ("desk_counters", "0", "Tulis bilangan bulat dari 1 sampai 20."),
        ("office_code", "61O4", "Kode wilayah terdiri atas empat angka, misalnya 6104."),
        ("email", "bps6104", "Alamat surel tidak lengkap, contoh yang benar: bps6104@bps.go.id."),
        ("phone", "hubungi satpam", "Tulis nomor telepon dengan angka, misalnya (0561) 691049."),
        ("website", "javascript:alert(1)", "Tulis alamat laman, misalnya mempawahkab.bps.go.id."),
        ("website", "laman kami", "Tulis alamat laman, misalnya mempawahkab.bps.go.id."),
        ("complaint_instagram", "@bps mempawah", "Tulis nama akun Instagram, misalnya @bpskabmempawah."),
        ("letter_prefix", "B/R", "Paling banyak 20 huruf atau angka; boleh dengan titik atau tanda hubung."),
        ("letter_unit", "{seq}", "Paling banyak 20 huruf atau angka; boleh dengan titik atau tanda hubung."),
        ("letter_kka", "KS 200", "Paling banyak 20 huruf atau angka; boleh dengan titik atau tanda hubung."),
        ("letter_kka", "KS.200\x1b", "Paling banyak 20 huruf atau angka; boleh dengan titik atau tanda hubung."),
        ("letter_pattern", "{prefix}/{yyyy}", "Pola harus memuat {seq} agar nomor surat tidak berulang."),
        ("address", "x" * 301, "Isian ini terlalu panjang."),
        ("letter_copies", "x" * 4001, "Isian ini terlalu panjang."),
    ],
)
def test_nonsense_is_refused_with_the_reason(key, typed, why):
    assert refusal(key, typed) == why


@given(st.sampled_from(list(SETTINGS.values())), st.text(max_size=40))
def test_whatever_is_typed_is_kept_in_its_kind_or_refused_in_words(item, typed):
    try:
        value = checked(item, typed)
    except Refusal as why:
        assert str(why).endswith(".")
    else:
        assert isinstance(value, int if item.kind == "number" else str)
        assert value != "" or not item.required
        assert checked(item, str(value)) == value


@given(*[st.text("BKS.610-_/{} \x1b–", min_size=1, max_size=4)] * 3)
def test_parts_of_a_letter_number_that_are_kept_make_a_number(prefix, unit, kka):
    parts = {"letter_prefix": prefix, "letter_unit": unit, "letter_kka": kka}
    if any(refusal(key, typed) for key, typed in parts.items()):
        return
    office = office_of({key: kept(key, typed) for key, typed in parts.items()})

    number = office.letter_number_of(155, SEPTEMBER)

    assert (number.count("/"), "-155/" in number, number.isprintable()) == (4, True, True)


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"promise_days": 14, "stage_review": 14, "stage_signature": 2}, []),
        ({"promise_days": 5, "stage_review": 6, "stage_evaluation": 5}, ["stage_review"]),
        ({"promise_days": 5, "stage_drafting": 6, "stage_signature": 7}, ["stage_drafting", "stage_signature"]),
        ({"silence_months": 3, "silence_reminders": "30, 60, 84"}, []),
        ({"silence_months": 3, "silence_reminders": "30, 60, 85"}, ["silence_reminders"]),
        ({"silence_months": 1, "silence_reminders": ""}, []),
        ({}, []),
    ],
)
def test_settings_that_contradict_each_other_are_named(values, wrong):
    assert list(contradictions(values)) == wrong


def test_the_defaults_agree_with_each_other():
    assert contradictions({code: item.default for code, item in SETTINGS.items()}) == {}
