"""What an officer does for a visitor who wants to apply: the form, the catalogue, an account, a submission."""

import pytest

from pst.actions.accounts.accounts import Newcomer
from pst.actions.frontdesk import visit_records
from pst.models.accounts.users import User
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from tests.factories import WHEN, an_officer, user
from tests.factories_desk import GUEST, a_visit
from tests.views.frontdesk.at_the_counter import at, done, field_with_error, history

pytestmark = pytest.mark.usefixtures("monday")


def test_the_form_is_mailed_to_the_address_in_the_book_which_nobody_had_to_read(browse):
    visit = a_visit()
    page = browse(user("petugas")).get(at(visit))
    assert page.forms["mail-form"]["to"].value == ""

    page.forms["mail-form"].submit(status=303)

    assert [(mail.kind, mail.to) for mail in Email.select()] == [("form", GUEST["email"])]
    assert done(visit) == ["mail_form"]


def test_another_address_can_be_typed_and_a_broken_one_is_refused(browse):
    visit = a_visit()
    form = browse(user("petugas")).get(at(visit)).forms["mail-form"]

    form["to"] = "bukan surel"
    refused = form.submit(status=422)
    assert (field_with_error(refused), refused.forms["mail-form"]["to"].value) == ("#to", "bukan surel")
    form["to"] = "lain@contoh.test"
    form.submit(status=303)

    assert Email.get().to == "lain@contoh.test"


def test_without_any_address_one_is_asked_for(browse):
    visit = a_visit(email="")

    refused = browse(user("petugas")).get(at(visit)).forms["mail-form"].submit(status=422)

    assert field_with_error(refused) == "#to"


@pytest.mark.parametrize(
    ("form", "place"), [("give-pdf", "/formulir/formulir.pdf"), ("give-xlsx", "/formulir/formulir.xlsx")]
)
def test_giving_the_form_leads_to_it_and_stands_in_the_history(browse, form, place):
    visit = a_visit()
    browser = browse(user("petugas"))

    answer = browser.get(at(visit)).forms[form].submit(status=303)

    assert answer.location == place
    assert history(browser.get(at(visit)))[2:] == [f"Formulir diberikan ({place[-4:].strip('.').upper()})"]


def test_the_catalogue_is_searched_again_and_again_from_one_page(browse):
    visit = a_visit()
    form = browse(user("petugas")).get(at(visit)).forms["search-catalogue"]

    form["cari"] = "stunting balita"
    first = form.submit(status=303).location
    form["cari"] = "harga pasar"
    second = form.submit(status=303).location

    assert (first, second) == ("/katalog?cari=stunting+balita", "/katalog?cari=harga+pasar")
    assert done(visit) == ["search_catalogue", "search_catalogue"]


def test_an_account_is_opened_with_what_the_book_knows(browse):
    visit = a_visit()
    form = browse(user("petugas")).get(at(visit)).forms["assist"]
    assert (form["name"].value, form["email"].value) == ("Rahmat Tamu", "")
    assert form["agency"].value == str(Agency.named(GUEST["institution"]).id)

    form.action = at(visit, "/akun")
    page = form.submit(status=303).follow()

    person = User.by_email(GUEST["email"])
    assert (person.name, person.phone, person.roles) == ("Rahmat Tamu", GUEST["phone"], {Role.APPLICANT})
    assert "belum mempunyai kata sandi" in page
    assert [mail.kind for mail in Email.select()] == ["invitation"]


def test_a_code_is_read_aloud_once_for_a_new_account(browse):
    visit = a_visit()
    visit_records.open_account(visit, an_officer(), Newcomer(name="Rahmat", email=GUEST["email"]), WHEN)
    browser = browse(user("petugas"))

    page = browser.get(at(visit)).forms["read-code"].submit(status=303).follow()

    code = page.html.select_one("main")["data-code"]
    assert f"Bacakan kode ini kepada tamu: {code}." in page.html.select_one(".pst-flash").text
    assert "http://pst.test/sandi-baru" in page
    assert code not in browser.get(at(visit))
    assert done(visit) == ["open_account", "read_code"]


def test_nobody_reads_a_code_for_an_account_in_use(browse):
    visit = a_visit(email="pemohon@contoh.test")
    browser = browse(user("petugas"))
    page = browser.get(at(visit))
    assert "read-code" not in page.forms

    token = page.forms["mail-form"]["csrf_token"].value
    said = browser.post(at(visit, "/kode-akun"), {"csrf_token": token}, status=303).follow()

    assert "belum mempunyai kata sandi" in said.html.select_one(".pst-flash--warning").text
    assert done(visit) == []


def test_an_agency_that_is_not_listed_is_proposed(browse):
    visit = a_visit(institution="Kantor Desa Contoh")
    form = browse(user("petugas")).get(at(visit)).forms["assist"]
    assert form["new_agency"].value == "Kantor Desa Contoh"

    form.submit(status=303)

    agency = Submission.with_people().get().applicant.agency_id
    assert User.by_email(GUEST["email"]).agency_id == agency is not None


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"name": ""}, "#name"), ({"email": "petugas@contoh.test"}, "#email"), ({"email": "x"}, "#email")],
)
def test_what_cannot_be_begun_is_refused_and_nothing_in_the_book_is_given_away(browse, typed, field):
    visit = a_visit()
    form = browse(user("petugas")).get(at(visit)).forms["assist"]
    for name, value in {"position": "Kepala Seksi", **typed}.items():
        form[name] = value

    refused = form.submit(status=422)

    assert field_with_error(refused) == field
    assert refused.forms["assist"]["position"].value == "Kepala Seksi"
    assert refused.forms["assist"]["email"].value == typed.get("email", "")
    assert GUEST["email"] not in refused
    assert Submission.select().count() == 0


def test_an_address_that_has_an_account_opens_no_second_one(browse):
    visit = a_visit(email="pemohon@contoh.test")
    form = browse(user("petugas")).get(at(visit)).forms["assist"]
    form.action = at(visit, "/akun")

    refused = form.submit(status=422)

    assert field_with_error(refused) == "#email"
    assert "pemohon@contoh.test" not in refused
