"""The prepared checklist on the officer's page: agree with a finding, or overrule it with a reason."""

import pytest

from pst.models.office.sentences import Sentence
from pst.models.review.overrulings import Overruling
from pst.models.review.remarks import Remark
from pst.rules.review.workflow import Status
from tests.factories import a_submission, user
from tests.views.review.test_remarks import HTMX, at

pytestmark = pytest.mark.usefixtures("monday")
TITLE = {"judul_kegiatan": "Kompilasi Data Kasus Stunting Kabupaten Mempawah 2027"}


@pytest.fixture
def submission(db):
    return a_submission(Status.IN_REVIEW, **TITLE)


def finding(page):
    return page.html.select_one("#question-judul_kegiatan .pst-tone-neutral")


def test_agreeing_opens_the_remark_with_the_words_of_the_rule(submission, officer):
    page = officer.get(at(submission, "?lihat=isian"))
    assert "Temuan R-ID-04A" in finding(page).text

    form = officer.get(finding(page).a["href"]).forms["remark-form-judul_kegiatan"]
    assert (form["severity"].value, form["text"].value.split(".")[0]) == ("advice", "Judul memuat tahun")
    after = form.submit(status=303).follow()

    assert Remark.get().text.startswith("Judul memuat tahun. ")
    assert "Sudah menjadi catatan." in finding(after).text


def test_the_sentence_that_answers_the_finding_is_chosen_already(browse, submission):
    sentence = Sentence.create(block=0, heading="Judul", text="Susun judul.", rules="R-ID-03 R-ID-04A")

    page = browse(user("petugas")).get(at(submission, "?catat=judul_kegiatan&temuan=R-ID-04A"))
    page.forms["remark-form-judul_kegiatan"].submit(status=303)

    assert (Remark.get().sentence_id, Remark.get().sentence_version) == (sentence.id, 1)


def test_with_script_the_box_alone_comes_with_the_words(browse, submission):
    box = browse(user("petugas")).get(at(submission, "?catat=judul_kegiatan&temuan=R-ID-04A"), headers=HTMX)

    assert "Judul memuat tahun" in box and "<h1" not in box


def test_overruling_asks_for_a_reason_and_shows_it(submission, officer):
    page = officer.get(finding(officer.get(at(submission, "?lihat=isian"))).find_all("a")[1]["href"])
    form = page.forms["overruling"]

    again = form.submit(status=422)
    assert "Tuliskan mengapa temuan ini tidak berlaku." in again
    again.forms["overruling"]["reason"] = "Nama resmi program."
    after = again.forms["overruling"].submit(status=303).follow()

    assert "Diabaikan oleh Sinta Petugas, 23 November 2026: Nama resmi program." in finding(after).text
    assert Overruling.select().count() == 1
    twice = officer.get(at(submission, "/temuan/R-ID-04A/abaikan")).forms["overruling"]
    twice["reason"] = "Sekali lagi"
    assert "sudah diabaikan" in twice.submit(status=422)


def test_an_unknown_rule_has_no_page(browse, submission):
    browse(user("petugas")).get(at(submission, "/temuan/R-X/abaikan"), status=404)


def test_the_head_reads_the_findings_and_decides_none(browse, submission):
    page = browse(user("kepala")).get(at(submission, "?lihat=isian"))

    assert "Temuan R-ID-04A" in finding(page).text
    assert finding(page).a is None
