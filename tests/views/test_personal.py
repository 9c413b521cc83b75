"""The page of one's own data: what is kept, and the copy of it."""

import json

import pytest

from pst.actions import audit
from pst.models.accounts.security_log import SecurityEvent
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.rules.privacy import NOTICE_VERSION
from tests.browsing import Browsing
from tests.factories import PASSWORD, WHEN, a_submission, user
from tests.paper.reading import words_of

pytestmark = pytest.mark.usefixtures("monday")


def test_a_person_takes_a_copy_of_all_that_is_kept_and_the_security_log_says_so(browse):
    submission = a_submission()
    browser = browse(user("pemohon"))
    page = browser.get("/akun").click("Data saya")

    copy = browser.post("/akun/data-saya/salinan.json", {"csrf_token": token(page)})
    paper = browser.post("/akun/data-saya/salinan.pdf", {"csrf_token": token(page)})

    kept = {each["tabel"]: each["baris"] for each in json.loads(copy.body)["data"]}
    assert [row["number"] for row in kept["submission"]] == [submission.number]
    assert kept["user"][0]["email"] == "pemohon@contoh.test"
    assert kept["revision"][0]["submission"] == submission.number
    assert "$argon2" not in copy.text
    assert submission.number in words_of(paper.body)
    assert [event.kind for event in SecurityEvent.newest_of(user("pemohon").id)][:2] == ["copy", "copy"]


def test_whoever_has_not_read_the_notice_as_it_stands_reads_it_at_the_door(app):
    User.update(notice_version="2026-11").execute()
    form = Browsing(app).get("/masuk?lanjut=/permohonan/baru").forms["sign-in"]
    form["email"], form["password"] = "pemohon@contoh.test", PASSWORD

    page = form.submit(status=303).follow()
    assert "berubah sejak terakhir" in page.text and "localStorage" in page.text
    went_on = next(form for form in page.forms.values() if "_target" in form.fields).submit(status=303)

    assert went_on.location.endswith("/permohonan/baru")
    assert user("pemohon").notice_version == NOTICE_VERSION
    assert Event.latest("account", str(user("pemohon").id)).facts == {"privacy": NOTICE_VERSION}


def test_everybody_reads_who_opened_data_of_theirs(browse):
    submission = a_submission()
    audit.record_look(user("petugas"), f"contact {submission.number}", WHEN, "Menghubungi pemohon")
    audit.record_look(user("admin"), f"account {user('pemohon2').id}", WHEN, "Mengelola akun")

    page = browse(user("pemohon")).get("/akun/data-saya")

    [look] = page.html.select("#pembukaan tr")
    said = look.get_text(" ", strip=True)
    assert "Sinta Petugas Petugas Kontak pemohon" in said and submission.number in said
    assert f"Pernyataan kebenaran isian {submission.number}" in page.text


def token(page) -> str:
    return page.html.select_one("[name=csrf_token]")["value"]
