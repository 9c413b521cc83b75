"""The security log as administrators read it, and the own part of it on the account page."""

from tests import factories
from tests.browsing import Browsing

ROOM = "/petugas/kantor/keamanan"


def lines(page, table: str) -> list[str]:
    return [" ".join(row.get_text(" ").split()) for row in page.html.select(f"#{table} tr:has(td)")]


def test_administrators_see_who_came_in_and_who_did_not(app, admin):
    stranger = Browsing(app)
    form = stranger.get("/masuk").forms["sign-in"]
    form["email"], form["password"] = "kepala@contoh.test", "bukan sandinya"
    form.submit(status=422)

    page = admin.get(f"{ROOM}?jenis=wrong_password")

    (line,) = lines(page, "keamanan")
    assert "Dewi Kepala Kata sandi salah – Perangkat tidak dikenal 127.0.0.1" in line
    assert len(lines(admin.get(ROOM), "keamanan")) == 2


def test_everybody_sees_the_own_lines_on_the_account_page(browse):
    browse(factories.user("pemohon2"))
    ratna = browse(factories.an_applicant())

    assert [line.partition("WIB ")[2] for line in lines(ratna.get("/akun"), "kejadian-akun")] == [
        "Masuk Perangkat tidak dikenal 127.0.0.1"
    ]
    leaving = ratna.get("/akun").forms.values()
    next(form for form in leaving if form.action == "/keluar").submit(status=303)
    again = ratna.sign_in(factories.an_applicant()).get("/akun")
    assert ["Masuk" in line for line in lines(again, "kejadian-akun")] == [True, False, True]
