"""The administrator's forms: the shape of what is typed, and the mark of what was shown."""

from datetime import date

import pytest

from pst.forms.office.office import (
    BLOCKS,
    AgencyDataForm,
    HolidayFileForm,
    HolidayForm,
    MergeForm,
    NoteForm,
    SentenceForm,
    SignatoryForm,
    UserForm,
    settings_form,
)
from pst.rules.calendar import Holiday
from pst.rules.office.office import of_group, office_of

OFFICE = office_of({})
AGENCIES = [(1, "Dinas Kesehatan"), (2, "Dinas Sosial")]
USER = {"name": "Rudi", "email": "rudi@contoh.test", "roles": ["officer"], "agency": ""}
ROW = {
    "user": "7",
    "kind": "plh",
    "name": "Rahmat Wakil",
    "starts": "2026-11-23",
    "ends": "",
    "mandate": "SP 1",
}


def a_user_form() -> UserForm:
    return UserForm(AGENCIES)


def a_signatory_form() -> SignatoryForm:
    return SignatoryForm([(7, "Rahmat Wakil (wakil@contoh.test)")])


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


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({}, {}),
        ({"kind": "kepala", "mandate": ""}, {}),
        ({"kind": "plh", "mandate": ""}, {"mandate": ["Plt. dan Plh. memerlukan surat perintah; tuliskan nomornya."]}),
        (
            {"kind": "plt", "mandate": "  "},
            {"mandate": ["Plt. dan Plh. memerlukan surat perintah; tuliskan nomornya."]},
        ),
        ({"starts": ""}, {"starts": ["Isi tanggal mulai."]}),
        ({"name": " "}, {"name": ["Tuliskan nama seperti pada surat."]}),
    ],
)
def test_an_acting_official_needs_a_mandate_letter(sent, changed, errors):
    assert sent(a_signatory_form, {**ROW, **changed})[0] == errors


@pytest.mark.parametrize("odd", [{"user": "8"}, {"kind": "ketua"}, {"starts": "31-31-2026"}, {"ends": "besok"}])
def test_signatories_are_chosen_from_what_is_offered_on_real_days(sent, odd):
    assert set(sent(a_signatory_form, {**ROW, **odd})[0]) == set(odd)


def test_a_day_is_read_as_the_calendar_keeps_it(sent):
    day = {"day": "2026-12-02", "name": " Pilkades ", "kind": "local", "decree": ""}

    kept = [sent(HolidayForm, {**day, **more})[1].holiday for more in ({}, {"kind": "override", "decree": "SK 1"})]

    assert kept == [
        Holiday(date(2026, 12, 2), "Pilkades", "local"),
        Holiday(date(2026, 12, 2), "Pilkades", "override", closed=False, decree="SK 1"),
    ]


@pytest.mark.parametrize(
    ("odd", "field"),
    [
        ({"day": "1999-12-31"}, "day"),
        ({"day": "2101-01-01"}, "day"),
        ({"day": "2026-02-30"}, "day"),
        ({"day": ""}, "day"),
        ({"name": ""}, "name"),
        ({"kind": "cuti"}, "kind"),
        ({"decree": "x" * 161}, "decree"),
    ],
)
def test_days_that_are_none_are_refused_at_their_field(sent, odd, field):
    day = {"day": "2026-12-02", "name": "Pilkades", "kind": "local", "decree": ""}

    assert list(sent(HolidayForm, {**day, **odd})[0]) == [field]


def test_files_agencies_reasons_and_merges_say_what_is_missing(sent):
    assert sent(HolidayFileForm, {})[0] == {"file": ["Pilih berkasnya."]}
    assert sent(lambda: MergeForm(AGENCIES), {"into": ""})[0] == {"into": ["Pilih instansi yang sudah ada."]}
    assert sent(AgencyDataForm, {"name": " "})[0] == {"name": ["Tuliskan nama instansi."]}
    assert sent(AgencyDataForm, {"name": "BPS"})[0] == {"name": ["Isi paling sedikit 5 karakter."]}
    assert sent(NoteForm, {"note": ""})[0] == {}
    assert list(sent(NoteForm, {"note": "x" * 301})[0]) == ["note"]


def test_a_sentence_belongs_to_a_block_or_to_all(sent):
    sentence = {"heading": "Jadwal", "text": "Mulai sesudah surat terbit."}

    numbers = [sent(SentenceForm, {**sentence, "block": block})[1].block_number for block, _ in BLOCKS]

    assert numbers == [None, *range(10)]
    assert list(sent(SentenceForm, {**sentence, "block": "10"})[0]) == ["block"]
    assert list(sent(SentenceForm, {"block": "3", "heading": " ", "text": " "})[0]) == ["heading", "text"]


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
