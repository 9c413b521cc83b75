"""The page of one's own data: what is kept, and the copy of it."""

import json

import pytest

from pst.models.accounts.security_log import SecurityEvent
from tests.factories import a_submission, user
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


def token(page) -> str:
    return page.html.select_one("[name=csrf_token]")["value"]
