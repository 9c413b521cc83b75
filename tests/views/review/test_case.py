"""The officer's page of one submission: its sections, and the small things done from its side."""

import json

import pytest

from pst.actions.submissions import messages, submissions
from pst.models.audit import Event, Look
from pst.models.emails import Email
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, user
from tests.views.review.test_remarks import HTMX, answered, at

pytestmark = pytest.mark.usefixtures("monday")


def test_the_head_of_the_page_says_how_it_stands(browse):
    submission = a_submission(Status.IN_REVIEW)
    page = browse(user("petugas")).get(at(submission))

    assert page.html.h1.text == submission.title
    assert page.html.select_one(".pst-next [data-status]")["data-status"] == "in_review"
    assert page.click("Riwayat").html.select_one("[aria-current=step]").text.strip().startswith("3")


def test_officers_read_of_the_applicant_and_not_of_themselves(browse):
    page = browse(user("petugas")).get(at(a_submission(Status.NEEDS_REVISION), "?lihat=jam"))

    assert page.html.select_one("[aria-current=step] .pst-track__note").text == "menunggu pemohon"


@pytest.mark.parametrize("section", ["isian", "evaluasi", "pesan", "jam", "riwayat", "surat"])
@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.EVALUATION, Status.INCOMPLETE])
def test_every_section_opens_for_officers_and_the_head(browse, section, status):
    submission = a_submission(status)

    for name in ("petugas", "kepala"):
        page = browse(user(name)).get(at(submission, f"?lihat={section}"))
        assert len(page.html.select(".pst-sections [aria-current=page]")) == 1


def test_old_and_new_stand_side_by_side_with_what_differs_marked(browse):
    page = browse(user("petugas")).get(at(answered(), "?lihat=perubahan"), status=303).follow()

    diff = page.html.select_one("#question-judul_kegiatan .pst-diff")
    assert [words.text for words in diff.select(".pst-diff__new ins")] == ["Survei Kesehatan "]
    assert [row["id"] for row in page.html.select(".pst-question")] == [
        "question-judul_kegiatan",
        "question-catatan_pemohon",
    ]


def test_officers_read_what_was_sent_and_not_what_is_being_written(browse):
    submission = a_submission(Status.NEEDS_REVISION)
    submissions.save_answers(submission, user("pemohon"), {"judul_kegiatan": "Belum selesai ditulis"}, WHEN)

    page = browse(user("petugas")).get(at(submission, "?lihat=isian"))

    assert "Belum selesai ditulis" not in page.html.select_one("#question-judul_kegiatan").text


def test_officers_find_neither_a_draft_nor_their_own(browse):
    submission, draft = a_submission(Status.SUBMITTED), a_draft()

    browse(user("petugas")).get(at(draft), status=404)
    browse(user("petugas")).get(at(submission, "?lihat=apa"), status=404)

    both = user("petugas2")
    own = a_submission(Status.SUBMITTED, applicant=both)
    browse(both).get(at(own), status=404)
    browse(user("petugas")).get(at(own), status=200)


def test_it_is_handed_to_a_named_officer(browse):
    submission = a_submission(Status.SUBMITTED)
    form = browse(user("petugas")).get(at(submission)).forms["assign"]

    form["officer"] = str(user("petugas2").id)
    form.submit(status=303)

    assert Submission.get_by_id(submission.id).assignee_id == user("petugas2").id
    assert Event.latest("submission", submission.number).facts == {"officer": "Bayu Petugas"}


@pytest.mark.parametrize("value", ["", "99999", "x"])
def test_nobody_is_no_officer(browse, value):
    submission = a_submission(Status.SUBMITTED)
    form = browse(user("petugas")).get(at(submission)).forms["assign"]

    form["officer"].force_value(value)
    refused = form.submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == "#officer"
    assert Submission.get_by_id(submission.id).assignee_id is None


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_message_reaches_the_applicant(browse, headers):
    submission = a_submission(Status.IN_REVIEW)
    form = browse(user("petugas")).get(at(submission, "?lihat=pesan")).forms["message"]

    form["text"] = "Mohon unggah kuesioner."
    answer = form.submit(headers=headers)

    shown = answer if headers else answer.follow()
    assert [(m.from_office, m.text) for m in Message.select()] == [(True, "Mohon unggah kuesioner.")]
    assert "Mohon unggah kuesioner." in shown.html.select_one("#messages").text
    assert shown.html.find()["id"] == "messages" if headers else shown.html.h1


def test_an_empty_message_is_refused_where_it_was_written(browse):
    submission = a_submission(Status.IN_REVIEW)

    refused = browse(user("petugas")).get(at(submission, "?lihat=pesan")).forms["message"].submit(status=422)

    assert refused.html.select_one(".pst-sections [aria-current]").text == "Pesan"
    assert Message.select().count() == 0


def test_new_messages_are_counted_until_they_are_read(browse):
    submission = a_submission(Status.IN_REVIEW)
    messages.send_message(submission, user("pemohon"), "Apakah sudah lengkap?", WHEN)
    browser = browse(user("petugas"))

    assert "Pesan (1 baru)" in browser.get(at(submission))
    browser.get(at(submission, "?lihat=pesan"))
    assert "baru)" not in browser.get(at(submission))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_contact_data_are_hidden_until_asked_for_and_the_asking_is_kept(browse, headers):
    submission = a_submission(Status.IN_REVIEW)
    page = browse(user("petugas")).get(at(submission, "?lihat=jam"))
    assert "pemohon@contoh.test" not in page and "pem•••@contoh.test" in page

    shown = page.forms["show-contact"].submit(headers=headers)

    assert "pemohon@contoh.test" in shown.html.select_one("#contact").text
    assert [(look.user_id, look.what) for look in Look.select().where(Look.what.startswith("contact"))] == [
        (user("petugas").id, f"contact {submission.number}")
    ]


def test_two_officers_on_one_submission_see_each_other(browse):
    submission = a_submission(Status.IN_REVIEW)
    first, second = browse(user("petugas")), browse(user("petugas2"))

    alone = first.get(at(submission))
    together = second.get(at(submission))

    assert "juga membuka permohonan ini" not in alone
    assert "Sinta Petugas juga membuka permohonan ini" in together
    assert "Bayu Petugas juga membuka permohonan ini" in first.get(at(submission))
    assert Look.select().where(Look.what == f"submission {submission.number}").count() == 2


def test_silence_of_three_months_offers_a_refusal(browse):
    late = a_submission(Status.NEEDS_REVISION, at=WHEN.replace(month=8, day=3))  # Senin, 3 Agustus 2026
    fresh = a_submission(Status.NEEDS_REVISION)
    browser = browse(user("petugas"))

    assert "Catatan tidak ditanggapi terlalu lama" in browser.get(at(late))
    assert "langkah/propose_refusal" in browser.get(at(late))
    assert "langkah/propose_refusal" not in browser.get(at(fresh))


def test_what_romantik_gave_is_kept_and_an_odd_number_is_questioned(browse):
    submission = a_submission(Status.IN_REVIEW)
    form = browse(user("petugas")).get(at(submission)).forms["romantik"]

    form["romantik_id"], form["identity_number"] = "56219", "V26/1"
    told = form.submit(status=303).follow()

    kept = Submission.get_by_id(submission.id)
    assert (kept.romantik_id, kept.identity_number) == ("56219", "V26/1")
    assert "tidak seperti biasanya" in told


def test_numbers_of_romantik_that_a_colleague_noted_meanwhile_are_not_wiped_out(browse):
    submission = a_submission(Status.IN_REVIEW)
    first, second = (browse(user(name)).get(at(submission)).forms["romantik"] for name in ("petugas", "petugas2"))
    first["romantik_id"] = "56219"
    first.submit(status=303)
    second["identity_number"] = "V-26.6104.009"

    told = second.submit(status=422)

    assert "Nomor transaksi ROMANTIK (“56219”)" in told.html.select_one("#error-summary").text
    assert told.forms["romantik"]["identity_number"].value == "V-26.6104.009"
    assert Submission.get_by_id(submission.id).romantik_id == "56219"


def test_an_identity_number_of_another_submission_is_refused_at_its_field(browse):
    other, submission = a_submission(Status.ISSUED), a_submission(Status.IN_REVIEW)
    taken = Submission.get_by_id(other.id).identity_number
    form = browse(user("petugas")).get(at(submission)).forms["romantik"]

    form["romantik_id"], form["identity_number"] = "56219", taken
    refused = form.submit(status=422)

    assert "sudah dipakai permohonan lain" in refused.html.select_one("#error-summary").text
    assert refused.forms["romantik"]["romantik_id"].value == "56219"
    assert Submission.get_by_id(submission.id).identity_number == ""


def test_it_leaves_in_romantiks_key_names_and_as_a_sheet_to_copy(browse):
    submission = a_submission(Status.IN_REVIEW)
    browser = browse(user("petugas"))

    record = json.loads(browser.get(at(submission, "/romantik.json")).text)
    sheet = browser.get(at(submission, "/salinan"))

    assert (record["nama_kegiatan"], record["status_pengajuan"]) == (submission.title, "pemeriksaan")
    assert submission.title in sheet.html.select_one(".govuk-summary-list").text
    looks = [look.why for look in Look.select().where(Look.what == f"submission {submission.number}")]
    assert looks == ["Mengunduh untuk ROMANTIK", "Menyalin isian untuk ROMANTIK"]


def test_what_is_alike_stands_side_by_side(browse):
    before, now = a_submission(Status.ISSUED), a_submission(Status.IN_REVIEW)
    page = browse(user("petugas")).get(f"/petugas/permohonan/{now.number}").click("Kegiatan yang serupa")

    assert [cell.text for cell in page.html.select("#alike tr")[2].select("td")][1].startswith("pokok hampir sama")
    assert before.number in page.text


def test_a_message_taken_back_stands_in_the_box_again_and_its_mail_is_gone(browse):
    submission = a_submission(Status.IN_REVIEW)
    browser = browse(user("petugas"))
    form = browser.get(at(submission, "?lihat=pesan")).forms["message"]
    form["text"] = "Salah alamat."
    page = form.submit(status=303).follow()

    button = next(form for form in page.forms.values() if form.action.endswith("/tarik"))
    page = button.submit()

    assert page.forms["message"]["text"].value == "Salah alamat."
    assert Email.select().where(Email.kind == "message").count() == 0
    assert "Pesan ini ditarik petugas." in browser.get(at(submission, "?lihat=pesan")).text
