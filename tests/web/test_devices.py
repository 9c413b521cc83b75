"""A device is known to those who have signed in on it, by a cookie that nobody can write by hand."""

from pst.web.devices import asker, remember
from tests import factories
from tests.browsing import Browsing

WRONG = "bukan sandinya"


def fail(browser: Browsing, times: int) -> list[int]:
    form = browser.get("/masuk").forms["sign-in"]
    form["email"], form["password"] = "pemohon@contoh.test", WRONG
    return [form.submit(status="*").status_int for _ in range(times)]


def test_whoever_has_signed_in_here_is_let_in_whatever_strangers_at_the_same_address_do(app):
    owner, stranger = Browsing(app).sign_in(factories.an_applicant()), Browsing(app)
    leaving = owner.get("/akun").forms.values()
    next(form for form in leaving if form.action == "/keluar").submit(status=303)

    shut = fail(stranger, 6)
    owner.sign_in(factories.an_applicant())

    assert shut == [422] * 5 + [429]
    assert owner.get("/akun").status_int == 200


def test_the_cookie_names_accounts_newest_first_and_is_worth_nothing_when_changed(app):
    answer = app.response_class()
    with app.test_request_context():
        remember(answer, 7)
    cookie = answer.headers["Set-Cookie"].partition(";")[0]

    with app.test_request_context(headers={"Cookie": cookie}):
        known = asker()
        assert (known.is_known_to(7), known.is_known_to(8), known.is_known_to(None)) == (True, False, False)
    with app.test_request_context(headers={"Cookie": cookie[:-3] + "abc"}):
        assert not asker().is_known_to(7)
