"""The door and one's own account, as people use them."""

from datetime import timedelta

import pytest

from pst import clock
from pst.models.accounts.users import User, UserSession
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from tests import factories
from tests.browsing import Browsing

NEW = "kuda hijau makan nasi"


def sign_in(page, email="pemohon@contoh.test", password=factories.PASSWORD, status=303):
    form = page.forms["sign-in"]
    form["email"], form["password"] = email, password
    return form.submit(status=status)


def expire(email: str) -> None:
    """Let this person's sessions lie idle for a day."""
    user = User.get(User.email == email)
    with write():
        UserSession.update(seen_at=clock.now() - timedelta(days=1)).where(UserSession.user == user.id).execute()


@pytest.mark.parametrize(
    ("name", "place"),
    [("pemohon", "/permohonan"), ("petugas", "/petugas"), ("kepala", "/petugas"), ("admin", "/petugas/kantor")],
)
def test_everybody_comes_to_where_the_work_is(anyone, name, place):
    assert sign_in(anyone.get("/masuk"), f"{name}@contoh.test").location == place


def test_who_wants_to_apply_and_has_no_account_is_told_how_to_begin(anyone):
    led = anyone.get("/permohonan/baru", status=303).follow()

    assert led.html.select_one("main .govuk-body-l a")["href"] == "/daftar?lanjut=/permohonan/baru"
    assert anyone.get("/masuk").html.select_one("main .govuk-body-l") is None


def test_who_was_led_to_the_door_comes_to_the_page_that_was_wanted(anyone):
    door = anyone.get("/akun?x=1", status=303).follow()

    assert sign_in(door).location == "/akun?x=1"
    assert anyone.get("/masuk", status=303).location == "/permohonan"


@pytest.mark.parametrize("target", ["https://lain.test/", "//lain.test", "/\\lain.test", "javascript:alert(1)", "lain"])
def test_the_door_leads_nowhere_else(anyone, target):
    page = anyone.get("/masuk", params={"lanjut": target})
    page.forms["sign-in"]["next"].force_value(target)

    assert sign_in(page).location == "/permohonan"


def test_a_refused_sign_in_keeps_the_address_forgets_the_password_and_says_no_more_than_it_may(anyone):
    wrong = sign_in(anyone.get("/masuk"), password="bukan sandinya", status=422)
    unknown = sign_in(anyone.get("/masuk"), "siapa@contoh.test", status=422)

    said = [page.html.select_one("#error-summary").text for page in (wrong, unknown)]
    assert said[0] == said[1]
    assert wrong.html.select_one("main")["data-result"] == "refused"
    form = wrong.forms["sign-in"]
    assert (form["email"].value, form["password"].value) == ("pemohon@contoh.test", "")


def test_after_five_failures_the_page_says_when_to_try_again(anyone):
    for _ in range(5):
        sign_in(anyone.get("/masuk"), password="bukan sandinya", status=422)

    page = sign_in(anyone.get("/masuk"), status=429)

    until = clock.local(clock.now()) + timedelta(minutes=1)
    times = {f"{(until + timedelta(seconds=s)):%H.%M} WIB" for s in (-5, 0, 59)}
    assert any(time in page.html.select_one("#error-summary").text for time in times)
    assert Event.last().verb == "lock"


def test_a_session_is_new_at_every_sign_in_and_gone_after_signing_out(anyone):
    sign_in(anyone.get("/masuk"))
    cookie = anyone.cookies["pst"]
    page = anyone.get("/akun")

    next(form for form in page.forms.values() if form.action == "/keluar").submit(status=303)

    assert UserSession.select().count() == 0
    anyone.set_cookie("pst", cookie)
    assert anyone.get("/akun", status=303).location.startswith("/masuk")


def test_what_was_typed_into_an_expired_form_is_offered_again_after_signing_in(applicant):
    form = applicant.get("/akun").forms["own-data"]
    form["name"], form["position"] = "Ratna <Sari> & Co", "Kepala Bidang"
    expire("pemohon@contoh.test")

    door = form.submit(status=401)
    refused = sign_in(door, password="bukan sandinya", status=422)
    offered = sign_in(refused, status=200)
    done = offered.forms["resume"].submit(status=303).follow()

    assert "Yang baru saja Anda isi belum tersimpan" in door
    assert "Isian Anda tadi masih ada" in offered
    assert done.html.select_one("main")["data-result"] == "saved"
    changed = factories.an_applicant()
    assert (changed.name, changed.position) == ("Ratna <Sari> & Co", "Kepala Bidang")


FROM_HERE, FROM_ELSEWHERE = {"Origin": "http://pst.test"}, {"Origin": "https://lain.test"}


def test_what_was_typed_is_offered_again_when_the_closed_browser_took_its_cookie(applicant):
    form = applicant.get("/akun").forms["own-data"]
    form["position"] = "Kepala Bidang"
    applicant.reset()

    door = form.submit(headers=FROM_HERE, status=401)
    offered = sign_in(door, status=200)
    offered.forms["resume"].submit(status=303)

    assert "Yang baru saja Anda isi belum tersimpan" in door
    assert factories.an_applicant().position == "Kepala Bidang"


def test_what_was_typed_before_signing_in_anew_elsewhere_is_offered_again(applicant):
    form = applicant.get("/akun").forms["own-data"]
    form["position"] = "Kepala Bidang"
    applicant.reset()
    sign_in(applicant.get("/masuk"))

    form.submit(headers=FROM_HERE, status=400).forms["resume"].submit(status=303)

    assert factories.an_applicant().position == "Kepala Bidang"


def test_words_of_a_strangers_page_are_offered_to_nobody(browse, anyone):
    values = {"position": "Peretas"}

    for browser in (browse(factories.an_applicant()), anyone):
        page = browser.post("/akun/data", values, headers=FROM_ELSEWHERE, status=400)
        assert "Peretas" not in page


def test_passwords_are_never_carried_along(applicant):
    form = applicant.get("/akun").forms["change-password"]
    form["old"], form["password"], form["repeated"] = factories.PASSWORD, NEW, NEW
    expire("pemohon@contoh.test")

    page = form.submit(status=401)

    assert NEW not in page
    assert factories.PASSWORD not in page


def test_carried_fields_are_sent_to_own_paths_only(anyone):
    page = anyone.get("/masuk")
    values = page.forms["sign-in"].submit_fields()
    values = [pair for pair in values if pair[0] not in ("email", "password")]
    values += [("email", "pemohon@contoh.test"), ("password", factories.PASSWORD)]
    values += [("_resume-path", "https://lain.test/"), ("_resume-name", "a"), ("_resume-value", "b")]

    assert anyone.post("/masuk", values, status=303).location == "/permohonan"


def test_own_data_are_shown_changed_and_refused_with_everything_typed_still_there(applicant):
    page = applicant.get("/akun")
    assert [page.forms["own-data"][field].value for field in ("name", "position", "agency")] == [
        "Ratna Pemohon",
        "Kepala Subbagian Data",
        "1",
    ]

    form = page.forms["own-data"]
    form["name"], form["phone"] = "Ratna Sari", "bukan nomor"
    refused = form.submit(status=422)
    form = refused.forms["own-data"]
    assert (form["name"].value, form["phone"].value) == ("Ratna Sari", "bukan nomor")
    form["phone"] = "0812 3456 7890"
    saved = form.submit(status=303).follow()

    assert "Data akun sudah disimpan." in saved
    assert (factories.an_applicant().name, factories.an_applicant().phone) == ("Ratna Sari", "0812 3456 7890")


def test_a_proposed_agency_is_shown_as_waiting_and_stays_ones_own(applicant):
    form = applicant.get("/akun").forms["own-data"]
    form["agency"], form["new_agency"] = "baru", "Dinas Perikanan Kabupaten Mempawah"

    form = form.submit(status=303).follow().forms["own-data"]

    chosen = dict((value, text) for value, _, text in form["agency"].options)[form["agency"].value]
    assert chosen == "Dinas Perikanan Kabupaten Mempawah (menunggu persetujuan)"
    assert form.submit(status=303)


def test_a_changed_password_signs_other_devices_out_and_this_one_stays(browse):
    here, elsewhere = browse(factories.an_applicant()), browse(factories.an_applicant())
    form = here.get("/akun").forms["change-password"]
    form["old"], form["password"], form["repeated"] = "salah sekali", NEW, NEW
    form = form.submit(status=422).forms["change-password"]
    form["old"], form["password"], form["repeated"] = factories.PASSWORD, NEW, NEW

    page = form.submit(status=303).follow(status=200)

    assert "Kata sandi sudah diganti." in page
    elsewhere.get("/akun", status=303)
    assert [mail.kind for mail in Email.select()] == ["password_changed"]


def test_devices_are_listed_in_words_and_ended_one_by_one_or_together(app):
    def on(agent):
        browser = Browsing(app)
        browser.extra_environ["HTTP_USER_AGENT"] = agent
        return browser.sign_in(factories.an_applicant())

    phone, desk, _ = on("Android Firefox/140.0"), on("Windows NT Chrome/140.0"), on("")
    page = desk.get("/akun")
    rows = [row.th.get_text(" ", strip=True) for row in page.html.select("#daftar-perangkat tr")]
    assert sorted(rows) == ["Chrome di Windows Perangkat ini", "Firefox di Android", "Perangkat tidak dikenal"]

    row = next(row for row in page.html.select("#daftar-perangkat tr") if "Android" in row.text)
    form = next(
        form
        for form in page.forms.values()
        if form.fields.get("_device") and form["_device"].value == row.select_one("[name=_device]")["value"]
    )
    form.submit(status=303)
    phone.get("/akun", status=303)
    assert "1 perangkat lain" in desk.get("/akun").forms["sign-out-others"].submit(status=303).follow()
    assert UserSession.select().count() == 1
