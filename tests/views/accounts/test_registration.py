"""Coming to an account: register, confirm, set a password, the first administrator."""

from dataclasses import replace

import pytest

from pst import clock
from pst.actions.accounts import accounts, links
from pst.models.accounts.users import MailedToken, User
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.rules.roles import Role
from tests import factories

PASSWORD = "kuda hijau makan nasi"


def fill(form, **changes):
    given = {
        "name": "Sari Baru",
        "email": "sari@contoh.test",
        "phone": "0812 3456 7890",
        "agency": "1",
        "password": PASSWORD,
        "repeated": PASSWORD,
        **changes,
    }
    for field, value in given.items():
        form[field] = value
    return form


def link() -> str:
    """The address in the newest mail."""
    return Email.select().order_by(Email.id.desc()).first().facts["path"]


def confirmed(page):
    """The page after the registration is confirmed with its password."""
    form = page.forms["confirm"]
    form["password"] = PASSWORD
    return form.submit(status=303).follow()


def sign_in(anyone, email, password=PASSWORD):
    form = anyone.get("/masuk").forms["sign-in"]
    form["email"], form["password"] = email, password
    return form.submit(status=303)


def test_from_the_form_through_the_mail_to_the_first_sign_in(anyone):
    sent = fill(anyone.get("/daftar").forms["register"]).submit(status=303).follow()
    assert "Pendaftaran diterima" in sent
    assert sent.html.select_one("main")["data-result"] == "saved"

    page = anyone.get(link())
    assert "sar•••@contoh.test" in page
    assert User.by_email("sari@contoh.test") is None
    wrong = page.forms["confirm"].submit(status=422)
    assert "Tuliskan kata sandi Anda." in wrong.html.select_one("#error-summary").text
    assert "sudah dikonfirmasi" in confirmed(page)

    assert sign_in(anyone, "sari@contoh.test").location == "/permohonan"
    assert anyone.get("/akun").forms["own-data"]["name"].value == "Sari Baru"


def test_the_page_after_registering_says_truly_whether_a_mail_is_on_its_way(app, anyone):
    without = anyone.get("/daftar/terkirim")
    app.extensions["pst_config"] = replace(app.extensions["pst_config"], smtp="127.0.0.1:25")
    with_server = anyone.get("/daftar/terkirim")

    assert without.html.h1.text == "Pendaftaran diterima"
    assert "belum dapat mengirim surel sendiri" in without
    assert with_server.html.h1.text == "Periksa surel Anda"
    assert "resend" in with_server.forms


def test_programs_that_only_look_at_links_confirm_nothing(anyone):
    fill(anyone.get("/daftar").forms["register"]).submit(status=303)

    for _ in range(3):
        anyone.get(link())
        anyone.head(link())

    assert (User.by_email("sari@contoh.test"), MailedToken.get().used_at) == (None, None)


def test_the_answer_is_the_same_for_known_and_unknown_mailboxes(anyone):
    pages = [
        fill(anyone.get("/daftar").forms["register"], email=email).submit(status=303).follow()
        for email in ("sari@contoh.test", "pemohon@contoh.test")
    ]

    assert pages[0].html.main.text == pages[1].html.main.text
    assert [mail.kind for mail in Email.select()] == ["confirm_address", "account_exists"]


def test_a_refused_registration_keeps_what_was_typed_but_not_the_passwords(anyone):
    form = fill(anyone.get("/daftar").forms["register"], phone="", repeated="lain sekali ini", position="Statistisi")

    page = form.submit(status=422)

    assert [item["href"] for item in page.html.select("#error-summary a")] == ["#phone", "#repeated"]
    form = page.forms["register"]
    assert [form[field].value for field in ("name", "position", "agency", "password")] == [
        "Sari Baru",
        "Statistisi",
        "1",
        "",
    ]
    assert Email.select().count() == 0


def test_an_agency_that_is_not_listed_is_proposed_only_by_the_confirmed(anyone):
    form = anyone.get("/daftar").forms["register"]
    fill(form, agency="baru", new_agency="Dinas Perikanan Kabupaten Mempawah").submit(status=303)
    before = Agency.select().count()

    confirmed(anyone.get(link()))

    proposed = Agency.get(Agency.name == "Dinas Perikanan Kabupaten Mempawah")
    assert (Agency.select().count(), proposed.approved) == (before + 1, False)
    assert User.by_email("sari@contoh.test").agency_id == proposed.id


def test_a_used_or_mangled_link_says_what_to_do_and_helps(anyone):
    fill(anyone.get("/daftar").forms["register"]).submit(status=303)
    used = link()
    confirmed(anyone.get(used))

    for address in (used, "/verifikasi-surel/apa-saja", "/sandi-baru/apa-saja", "/admin-pertama/apa-saja"):
        page = anyone.get(address, status=410)
        assert "Tautan tidak berlaku lagi" in page
    form = page.forms["resend"]
    form["email"] = "sari@contoh.test"
    form.submit(status=303)
    assert [mail.kind for mail in Email.select()] == ["confirm_address", "account_exists"]


def test_a_forgotten_password_is_set_anew_through_the_mail(anyone):
    form = anyone.get("/lupa-sandi").forms["forgotten"]
    form["email"] = "pemohon@contoh.test"
    form.submit(status=303).follow()

    form = anyone.get(link()).forms["new-password"]
    form["password"] = form["repeated"] = "bismillah123"
    form = form.submit(status=422).forms["new-password"]
    form["password"] = form["repeated"] = PASSWORD
    assert "Silakan masuk" in form.submit(status=303).follow()

    assert sign_in(anyone, "pemohon@contoh.test").location == "/permohonan"


def test_asking_for_an_unknown_mailbox_looks_the_same_and_mails_nobody(anyone):
    pages = []
    for email in ("pemohon@contoh.test", "siapa@contoh.test"):
        form = anyone.get("/lupa-sandi").forms["forgotten"]
        form["email"] = email
        pages.append(form.submit(status=303).follow())

    assert pages[0].html.main.text == pages[1].html.main.text
    assert [mail.to for mail in Email.select()] == ["pemohon@contoh.test"]


def test_an_invited_officer_sets_a_password_and_is_in(anyone):
    accounts.create_user("Rudi", "rudi@contoh.test", [Role.OFFICER], None, factories.user("admin"), clock.now())

    form = anyone.get(link()).forms["new-password"]
    form["password"] = form["repeated"] = PASSWORD
    form.submit(status=303)

    assert sign_in(anyone, "rudi@contoh.test").location == "/akun/data-saya/pemberitahuan?lanjut=/petugas"


def test_the_first_administrator_is_made_by_the_printed_link_once(anyone):
    User.update(roles="officer").where(User.email == "admin@contoh.test").execute()
    path = accounts.first_admin_link(clock.now())
    form = anyone.get(path).forms["first-admin"]
    form["name"], form["email"] = "Agus", "pemohon@contoh.test"
    form["password"] = form["repeated"] = PASSWORD

    page = form.submit(status=422)
    assert "sudah dipakai akun lain" in page
    form = page.forms["first-admin"]
    form["email"] = "agus@contoh.test"
    form["password"] = form["repeated"] = PASSWORD
    form.submit(status=303)

    assert sign_in(anyone, "agus@contoh.test").location == "/akun/data-saya/pemberitahuan?lanjut=/petugas/kantor"
    anyone.get(path, status=410)


def a_spoken_code(name: str = "pemohon") -> str:
    with write():
        return links.make_spoken_link("password", clock.now(), factories.user(name))[0]


def test_a_code_read_aloud_leads_to_ones_own_password(anyone):
    code = a_spoken_code()
    form = anyone.get("/sandi-baru").forms["spoken-code"]
    form["code"] = code.lower().replace("-", " ")

    page = form.submit(status=303).follow()
    page.forms["new-password"]["password"] = page.forms["new-password"]["repeated"] = PASSWORD
    page.forms["new-password"].submit(status=303)

    assert sign_in(anyone, "pemohon@contoh.test").location == "/permohonan"


@pytest.mark.parametrize("typed", ["", "ABCD", "2345-6789-ABCD-EFGH"])
def test_a_code_that_is_none_is_asked_for_again(anyone, typed):
    a_spoken_code()
    form = anyone.get("/sandi-baru").forms["spoken-code"]
    form["code"] = typed

    refused = form.submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == "#code"
    assert refused.forms["spoken-code"]["code"].value == typed


def test_whoever_registers_on_the_way_arrives_there(anyone):
    door = anyone.get("/masuk?lanjut=/permohonan/baru")
    fill(anyone.get(door.html.find("a", string="Daftar sebagai pemohon")["href"]).forms["register"]).submit(status=303)

    door = confirmed(anyone.get(link()))
    form = door.forms["sign-in"]
    form["email"], form["password"] = "sari@contoh.test", PASSWORD

    assert form.submit(status=303).location.endswith("/permohonan/baru")


def test_no_registration_leads_to_another_site(anyone):
    form = anyone.get("/daftar?lanjut=//jahat.test").forms["register"]
    assert form["next"].value == ""
    form["next"].force_value("https://jahat.test/")
    fill(form).submit(status=303)

    assert MailedToken.select(MailedToken.facts).dicts().get()["facts"]["target"] == ""
