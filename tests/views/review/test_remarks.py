"""Remarks on the officer's page, with and without script."""

import pytest

from pst.actions.review import remarks
from pst.actions.submissions import replies, submissions
from pst.models.base import write
from pst.models.office.sentences import Sentence
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_remark, a_submission, user

pytestmark = pytest.mark.usefixtures("monday")
HTMX = {"HX-Request": "true"}


def at(submission, more=""):
    return f"/petugas/permohonan/{submission.number}{more}"


def states():
    return [(remark.code, remark.severity, remark.text, remark.state) for remark in Remark.select().order_by(Remark.id)]


def answered():
    """A submission that came back with a reply to its one remark, and is being examined."""
    submission, applicant = a_submission(Status.NEEDS_REVISION), user("pemohon")
    changed = {"judul_kegiatan": "Survei Kesehatan Kabupaten Mempawah", "catatan_pemohon": "Judul diperbaiki."}
    submissions.save_answers(submission, applicant, changed, WHEN)
    replies.save_replies(submission, applicant, {Remark.get().id: "Sudah diperbaiki."}, WHEN)
    submissions.submit(submission, applicant, WHEN)
    return Submission.find(user("petugas"), submission.number)


def test_a_remark_is_written_without_script_and_stands_beside_its_question(browse):
    submission = a_submission(Status.IN_REVIEW)
    page = browse(user("petugas")).get(at(submission)).click(href="catat=tujuan_kegiatan")

    form = page.forms["remark-form-tujuan_kegiatan"]
    form["severity"], form["text"] = "advice", "Sebutkan indikatornya."
    back = form.submit(status=303)

    assert back.location.endswith("lihat=isian#question-tujuan_kegiatan")
    assert states() == [("tujuan_kegiatan", "advice", "Sebutkan indikatornya.", "noted")]
    assert "Sebutkan indikatornya." in back.follow().html.select_one("#question-tujuan_kegiatan").text


def test_with_htmx_the_question_alone_comes_back_and_the_list_is_told(browse):
    submission = a_submission(Status.IN_REVIEW)
    browser = browse(user("petugas"))
    box = browser.get(at(submission, "?lihat=isian&catat=tujuan_kegiatan"), headers=HTMX)
    assert box.html.find()["id"] == "question-tujuan_kegiatan"

    form = box.forms["remark-form-tujuan_kegiatan"]
    form["text"] = "Sebutkan indikatornya."
    answer = form.submit(headers=HTMX)

    assert answer.html.find()["id"] == "question-tujuan_kegiatan"
    assert (answer.headers["HX-Trigger"], "Sebutkan indikatornya." in answer) == ("catatan-berubah", True)
    listed = browser.get(at(submission, "/catatan"), headers=HTMX)
    assert (listed.html.find()["id"], "Sebutkan indikatornya." in listed) == ("steps", True)


def test_a_remark_on_the_whole_submission_has_its_own_place(browse):
    submission = a_submission(Status.IN_REVIEW)

    form = browse(user("petugas")).get(at(submission, "?catat=umum")).forms["remark-form-umum"]
    form["text"] = "Lengkapi lampiran."
    form.submit(status=303)

    assert states() == [("", "must", "Lengkapi lampiran.", "noted")]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_empty_remark_is_refused_and_the_box_stays_open(browse, headers):
    submission = a_submission(Status.IN_REVIEW)
    form = browse(user("petugas")).get(at(submission, "?catat=tujuan_kegiatan")).forms["remark-form-tujuan_kegiatan"]

    refused = form.submit(status=422, headers=headers)

    assert "Tuliskan catatannya." in refused.html.select_one("#question-tujuan_kegiatan").text
    assert states() == []


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_ready_sentence_is_put_after_what_was_typed_and_nothing_is_saved_yet(browse, headers):
    submission = a_submission(Status.IN_REVIEW)
    with write():
        Sentence.create(block=None, heading="Lengkapi", text="Mohon dilengkapi.")
        Sentence.create(block=7, heading="Hanya blok tujuh", text="Tidak untuk blok tiga.")
    form = browse(user("petugas")).get(at(submission, "?catat=tujuan_kegiatan")).forms["remark-form-tujuan_kegiatan"]

    form["text"], chosen = "Tujuan terlalu umum.", str(Sentence.get(heading="Lengkapi").id)
    box = form.submit("_sisip", value=chosen, headers=headers)

    assert [button.text for button in box.html.select(".pst-ready button")] == ["Lengkapi: Mohon dilengkapi."]
    assert box.forms["remark-form-tujuan_kegiatan"]["sentence"].value == chosen
    assert box.html.select_one("#text-tujuan_kegiatan").text.strip() == "Tujuan terlalu umum.\nMohon dilengkapi."
    assert states() == []


def test_an_unsent_remark_can_be_changed_and_taken_back(browse):
    submission = a_submission(Status.IN_REVIEW)
    remark = a_remark(submission)
    browser = browse(user("petugas"))

    form = browser.get(at(submission, f"/catatan/{remark.id}/ubah")).forms["remark-form-judul_kegiatan"]
    assert form["text"].value.strip() == "Lengkapi cakupan wilayah."
    form["text"] = "Tambahkan cakupan."
    form.submit(status=303)
    assert states() == [("judul_kegiatan", "must", "Tambahkan cakupan.", "noted")]

    browser.get(at(submission, "?lihat=isian")).forms[f"drop-{remark.id}"].submit(status=303)
    assert states() == [("judul_kegiatan", "must", "Tambahkan cakupan.", "dropped")]


def test_replies_are_settled_or_reopened_one_by_one(browse):
    submission = answered()
    remark = Remark.get()
    page = browse(user("petugas")).get(at(submission))
    assert "Sudah diperbaiki." in page.html.select_one(f"#remark-{remark.id}").text

    page.forms[f"settle-{remark.id}"].submit(status=303)
    assert Remark.get().state == "settled"

    alone = browse(user("petugas")).get(at(submission)).forms[f"reopen-{remark.id}"].submit(headers=HTMX)
    assert (alone.html.find()["id"], Remark.get().state) == (f"remark-{remark.id}", "noted")


def test_a_remark_that_a_colleague_settled_first_is_not_settled_twice(browse):
    submission = answered()
    remark = Remark.get()
    slow = browse(user("petugas2")).get(at(submission)).forms[f"settle-{remark.id}"]
    remarks.settle_remark(remark, submission, user("petugas"), WHEN)

    here = {"Referer": f"http://pst.test{at(submission, '?lihat=isian')}"}
    assert "sudah berubah" in slow.submit(status=303, headers=here).follow()
    assert slow.submit(status=204, headers={**HTMX, **here}).headers["HX-Redirect"].endswith("lihat=isian")


def test_no_remark_is_offered_or_taken_while_the_applicant_writes(browse):
    submission = a_submission(Status.NEEDS_REVISION)
    browser = browse(user("petugas"))
    page = browser.get(at(submission, "?lihat=isian&catat=tujuan_kegiatan"))
    assert "Beri catatan" not in page and "remark-form-tujuan_kegiatan" not in page.forms

    token = page.html.select_one("meta[name=csrf-token]")["content"]
    told = browser.post(
        at(submission, "/catatan"),
        {"csrf_token": token, "code": "tujuan_kegiatan", "severity": "must", "text": "Terlambat."},
        status=422,
    )
    assert "tidak sedang diperiksa" in told
    assert "Yang terakhir tercatat: Dikembalikan untuk diperbaiki, oleh Sinta Petugas" in told
    assert told.html.select_one("#typed textarea").text.strip() == "Terlambat."
    assert len(states()) == 1


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_of_two_who_change_one_remark_the_second_is_told_and_may_insist(browse, headers):
    submission = a_submission(Status.IN_REVIEW)
    remark = a_remark(submission)
    forms = [open_box(browse(user(name)), submission, remark) for name in ("petugas", "petugas2")]
    forms[0]["text"], forms[1]["text"] = "Sebutkan tahunnya.", "Sebutkan wilayahnya."

    forms[0].submit(status=303)
    told = forms[1].submit(status=422, headers=headers)

    assert "Sinta Petugas menyimpan perubahan pada 23 November 2026" in told
    assert "Catatan (“Sebutkan tahunnya.”)" in told
    assert Remark.get().text == "Sebutkan tahunnya."
    told.forms["remark-form-judul_kegiatan"].submit(status=303)
    assert Remark.get().text == "Sebutkan wilayahnya."


def test_a_remark_that_a_colleague_took_back_is_not_changed_and_the_words_stay(browse):
    submission = a_submission(Status.IN_REVIEW)
    remark = a_remark(submission)
    slow = open_box(browse(user("petugas2")), submission, remark)
    remarks.drop_remark(remark, submission, user("petugas"), WHEN)

    slow["text"] = "Sebutkan wilayahnya."
    told = slow.submit(status=422)

    assert "Catatan ini sudah dihapus. Yang terakhir tercatat: Catatan dihapus, oleh Sinta Petugas" in told
    assert told.html.select_one("#typed textarea").text.strip() == "Sebutkan wilayahnya."
    late = browse(user("petugas2")).get(at(submission, f"/catatan/{remark.id}/ubah"), status=303).follow()
    assert "Catatan ini tidak dapat diubah lagi." in late


def open_box(browser, submission, remark):
    return browser.get(at(submission, f"/catatan/{remark.id}/ubah")).forms[f"remark-form-{remark.code}"]


def test_a_remark_is_found_only_under_the_submission_named(browse):
    submission, other = a_submission(Status.IN_REVIEW), a_submission(Status.IN_REVIEW)
    remark = a_remark(other)

    browse(user("petugas")).get(at(other, f"/catatan/{remark.id}/ubah"), status=200)
    browse(user("petugas")).get(at(submission, f"/catatan/{remark.id}/ubah"), status=404)


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_dropped_remark_is_offered_back_under_its_question(browse, headers):
    submission = a_submission(Status.IN_REVIEW)
    remark = a_remark(submission)
    browser = browse(user("petugas"))
    page = browser.get(f"/petugas/permohonan/{submission.number}?lihat=isian")

    answer = page.forms[f"drop-{remark.id}"].submit(headers=headers)
    after = answer.follow() if answer.status_int == 303 else answer
    after.forms[f"undo-{remark.id}"].submit()

    assert "Catatan dihapus." in after.html.select_one("#question-judul_kegiatan").text
    assert remark.text in browser.get(page.request.path_qs).html.select_one("#question-judul_kegiatan").text
