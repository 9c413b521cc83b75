"""The answers as officers read them: as they were sent, with their files and what changed."""

import pytest

from pst.actions.files import keep_file
from pst.actions.submissions import attachments, submissions
from pst.models.base import write
from pst.models.files import Attachment
from pst.models.submissions.submissions import Revision, Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, user
from tests.views.review.test_remarks import answered, at

pytestmark = pytest.mark.usefixtures("monday")


def test_a_file_is_shown_with_size_and_hash_and_leads_to_its_content(browse):
    submission = a_submission(Status.SUBMITTED)
    item = browse(user("petugas")).get(at(submission)).html.select_one("#question-file_berkas_pendukung li")

    assert " ".join(item.text.split()) == "instrumen.pdf 1 kB, SHA-256 aaaaaaaaaaaa…"
    assert item.a["href"].startswith(f"/petugas/permohonan/{submission.number}/berkas/")


def test_a_file_taken_out_after_sending_still_belongs_to_what_was_sent(browse):
    submission = a_submission(Status.INCOMPLETE)
    attachments.remove_attachment(Attachment.get(), submission, user("pemohon"), WHEN)

    page = browse(user("petugas")).get(at(submission, "?lihat=isian"))

    assert "instrumen.pdf" in page.html.select_one("#question-file_berkas_pendukung").text


def test_files_that_came_and_went_stand_among_the_changes(browse, store):
    submission = a_submission(Status.INCOMPLETE)
    attachments.remove_attachment(Attachment.get(), submission, user("pemohon"), WHEN)
    with write():
        file = keep_file(store, b"lain", "application/pdf", WHEN)
        Attachment.create(
            submission=submission,
            code="file_berkas_pendukung",
            file=file,
            name="kuesioner.pdf",
            by=user("pemohon"),
            at=WHEN,
        )
    submissions.save_answers(submission, user("pemohon"), {"catatan_pemohon": "Berkas diganti."}, WHEN)
    submissions.submit(submission, user("pemohon"), WHEN)

    page = browse(user("petugas")).get(at(submission, "?lihat=isian&saring=berubah"))

    assert [item.text for item in page.html.select("#question-file_berkas_pendukung p") if ":" in item.text] == [
        "Dilepas: instrumen.pdf",
        "Ditambahkan: kuesioner.pdf",
    ]


def test_questions_that_do_not_apply_are_left_out(browse):
    page = browse(user("petugas")).get(at(a_submission(Status.SUBMITTED)))

    assert page.html.select_one("#part-4") is not None
    assert page.html.select_one("#part-5") is None  # a kompilasi has no sample


def test_of_a_draft_the_office_enters_the_present_answers_are_shown(browse):
    draft = a_draft()
    with write():
        Submission.update(entered_by=user("petugas")).where(Submission.id == draft.id).execute()

    page = browse(user("petugas")).get(at(draft))

    assert draft.title in page.html.select_one("#question-judul_kegiatan").text
    assert "Beri catatan" not in page


def test_one_sending_alone_has_nothing_to_compare(browse):
    submission = a_submission(Status.SUBMITTED)
    page = browse(user("petugas")).get(at(submission, "?lihat=isian&saring=berubah"))

    assert "Tidak ada isian seperti itu" in page and page.html.select(".pst-question, .pst-diff") == []


def test_the_last_two_sendings_are_compared(browse):
    submission = answered()

    page = browse(user("petugas")).get(at(submission))

    assert [revision.number for revision in Revision.newest(submission, 2)] == [2, 1]
    assert "Kiriman ke-1" in page and "kiriman ke-2" in page
