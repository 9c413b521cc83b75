"""The administrator's forms: the shape of what is typed, and the mark of what was shown."""

from datetime import date

import pytest

from pst.forms.office.office import HolidayFileForm, MergeForm, NoteForm, UserForm, entered, entry_form, settings_form
from pst.rules.items import Item, shaped
from pst.rules.office.office import of_group, office_of

OFFICE = office_of({})
AGENCIES = [(1, "Dinas Kesehatan"), (2, "Dinas Sosial")]
USER = {"name": "Rudi", "email": "rudi@contoh.test", "roles": ["officer"], "agency": ""}


def a_user_form() -> UserForm:
    return UserForm(AGENCIES)


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({}, {}),
        ({"name": "   "}, {"name": ["Tuliskan nama lengkap pemilik akun."]}),
        ({"name": "x" * 121}, {"name": ["Isi paling banyak 120 karakter.", "Isi paling banyak 120 karakter."]}),
        ({"email": "rudi@"}, {"email": ["Alamat surel keliru, contoh yang benar: nama@instansi.go.id."]}),
        ({"email": ""}, {"email": ["Tuliskan alamat surel."]}),
        ({"roles": []}, {"roles": ["Pilih paling sedikit satu peran."]}),
        ({"roles": ["applicant"], "agency": "2"}, {}),
        ({"roles": ["applicant"]}, {"agency": ["Pilih instansi tempat pemohon ini bekerja."]}),
        ({"roles": ["officer", "applicant"], "agency": ""}, {"agency": ["Pilih instansi tempat pemohon ini bekerja."]}),
        ({"phone": "hubungi saya"}, {"phone": ["Tulis nomor telepon dengan angka, contoh: (0561) 691049."]}),
    ],
)
def test_an_account_has_a_name_a_mailbox_roles_and_an_applicant_an_agency(sent, changed, errors):
    assert sent(a_user_form, {**USER, **changed})[0] == errors


@pytest.mark.parametrize("odd", [{"roles": ["system"]}, {"agency": "99"}, {"agency": "²"}, {"active": "y"}])
def test_an_account_cannot_be_given_what_is_not_offered(sent, odd):
    assert sent(a_user_form, {**USER, **odd})[0] != {}


def test_the_agency_of_an_account_is_a_number_or_none(sent):
    forms = [sent(a_user_form, {**USER, "agency": agency})[1] for agency in ("2", "")]

    assert [form.agency_id for form in forms] == [2, None]


SIGNED = (
    Item("user", "Akun", "key", (("", "Pilih …"), ("7", "Rahmat")), required=True, error="Pilih akun."),
    Item("kind", "Sebagai", "choice", (("plt", "Plt."), ("plh", "Plh.")), required=True, error="Pilih satu."),
    Item("block", "Blok", "key", (("", "Semua"), ("3", "Blok III")), required=True),
    Item("sort", "Jenis", "select", (("a", "A"), ("b", "B")), required=True, default="b"),
    Item("name", "Nama", required=True, limit=20, error="Tuliskan nama.", check=shaped(r".{3,}", "Terlalu pendek.")),
    Item("mail", "Surel", "email"),
    Item("starts", "Mulai", "date", required=True, error="Isi tanggal."),
    Item("ends", "Selesai", "date"),
    Item("active", "Aktif", "check", default=True),
    Item("text", "Kalimat", "longtext"),
)
"""One item of every kind that an entry of a list can be asked."""
FILLED = {
    "user": "7",
    "kind": "plh",
    "block": "3",
    "sort": "a",
    "name": "Rahmat",
    "starts": "2026-11-23",
    "active": "y",
}


def an_entry_form():
    return entry_form(SIGNED)


def test_what_is_entered_comes_in_the_kind_of_its_item(sent):
    full, empty = (
        sent(an_entry_form, {**FILLED, "mail": "a@contoh.test", "ends": "2026-11-27", "text": "Satu\ndua"}),
        sent(an_entry_form, {name: value for name, value in FILLED.items() if name != "active"} | {"block": ""}),
    )
    assert (full[0], empty[0]) == ({}, {})

    assert entered(full[1], SIGNED) == {
        **{"user": 7, "kind": "plh", "block": 3, "sort": "a", "name": "Rahmat", "mail": "a@contoh.test"},
        **{"starts": date(2026, 11, 23), "ends": date(2026, 11, 27), "active": True, "text": "Satu\ndua"},
    }
    assert {name: entered(empty[1], SIGNED)[name] for name in ("block", "mail", "ends", "active", "text")} == {
        **{"block": None, "mail": "", "ends": None, "active": False, "text": ""}
    }


@pytest.mark.parametrize(
    ("odd", "errors"),
    [
        ({"user": ""}, {"user": ["Pilih akun."]}),
        ({"name": " "}, {"name": ["Tuliskan nama."]}),
        ({"name": "ab"}, {"name": ["Terlalu pendek."]}),
        ({"starts": ""}, {"starts": ["Isi tanggal."]}),
        ({"mail": "rudi@"}, {"mail": ["Alamat surel keliru, contoh yang benar: nama@instansi.go.id."]}),
    ],
)
def test_what_is_missing_or_misshapen_is_said_in_the_words_of_the_item(sent, odd, errors):
    assert sent(an_entry_form, {**FILLED, **odd})[0] == errors


@pytest.mark.parametrize(
    "odd",
    [
        *({"user": "8"}, {"kind": "ketua"}, {"block": "4"}, {"sort": ""}, {"name": "x" * 21}),
        *({"starts": "2026-02-30"}, {"ends": "besok"}, {"text": "x" * 201}),
    ],
)
def test_only_what_is_offered_and_fits_is_taken(sent, odd):
    assert list(sent(an_entry_form, {**FILLED, **odd})[0]) == list(odd)


def test_files_reasons_and_merges_say_what_is_missing(sent):
    assert sent(HolidayFileForm, {})[0] == {"file": ["Pilih berkasnya."]}
    assert sent(lambda: MergeForm(AGENCIES), {"into": ""})[0] == {"into": ["Pilih instansi yang sudah ada."]}
    assert sent(NoteForm, {"note": ""})[0] == {}
    assert list(sent(NoteForm, {"note": "x" * 301})[0]) == ["note"]


@pytest.fixture
def in_force(app):
    """`in_force(group)`: what the form of a group shows in an office that decided nothing."""

    def show(group: str) -> dict[str, str]:
        with app.test_request_context():
            return {item.code: form[item.code].data for form in [settings_form(group, OFFICE)] for item in form.items}

    return show


@pytest.mark.parametrize("group", ["office", "clock", "letter", "form"])
def test_every_group_of_settings_shows_what_is_in_force_and_takes_it_back(sent, in_force, group):
    assert in_force(group) == {item.code: str(item.default) for item in of_group(group)}
    assert sent(lambda: settings_form(group, OFFICE), in_force(group))[0] == {}


def test_settings_are_checked_alone_and_together(sent, in_force):
    def refused(**typed):
        return sent(lambda: settings_form("clock", OFFICE), {**in_force("clock"), **typed})[0]

    assert refused(promise_days="") == {"promise_days": ["Janji layanan (hari kerja): isian ini wajib diisi."]}
    assert refused(promise_days="4") == {
        "stage_review": ["Target satu tahap tidak boleh melebihi janji layanan (4 hari kerja)."]
    }
    assert list(refused(unknown="1")) == [""]
