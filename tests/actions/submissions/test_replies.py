"""What comes back with remarks is open where it was questioned, and every remark wants its answer."""

import pytest

from pst.actions.review import remarks
from pst.actions.submissions import replies, submissions
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_remark, a_submission, an_applicant, an_officer, user

pytestmark = pytest.mark.usefixtures("db")


def test_only_the_questioned_items_open_with_all_that_depends_on_them():
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission, "cara_pengumpulan_data")
    remarks.return_for_revision(submission, an_officer(), WHEN, "Pilih cara yang sesuai.")

    opened = replies.writable_codes(submission, an_applicant())

    assert {"cara_pengumpulan_data", "catatan_pemohon", "unit_sampel", "metode_pemilihan"} <= opened
    assert {"judul_kegiatan", "latar_belakang_kegiatan", "variabel"} & opened == set()


def test_a_closed_question_is_refused_whole_even_beside_an_open_one():
    submission = a_submission(Status.NEEDS_REVISION)
    before = Submission.get_by_id(submission.id).answers

    with pytest.raises(submissions.ClosedQuestion):
        submissions.save_answers(
            submission,
            an_applicant(),
            {"judul_kegiatan": "Judul baru yang lengkap", "latar_belakang_kegiatan": "x"},
            WHEN,
        )

    assert Submission.get_by_id(submission.id).answers == before


def test_every_remark_wants_an_answer_before_the_form_goes_out_again():
    submission = a_submission(Status.IN_REVIEW)
    first, second = (a_remark(submission), a_remark(submission, "tujuan_kegiatan", "Sebutkan indikator.", "advice"))
    remarks.return_for_revision(submission, an_officer(), WHEN, "Dua hal.")
    submissions.save_answers(submission, an_applicant(), {"catatan_pemohon": "Sudah."}, WHEN)
    replies.save_replies(submission, an_applicant(), {first.id: "Sudah dilengkapi."}, WHEN)

    with pytest.raises(replies.RemarksUnanswered) as refusal:
        submissions.submit(submission, an_applicant(), WHEN)
    assert [remark.id for remark in refusal.value.remarks] == [second.id]

    replies.save_replies(submission, an_applicant(), {second.id: "Indikator ditambahkan."}, WHEN)
    submissions.submit(submission, an_applicant(), WHEN)
    assert {(r.state, r.reply) for r in Remark.of(submission)} == {
        ("answered", "Sudah dilengkapi."),
        ("answered", "Indikator ditambahkan."),
    }


def test_an_incomplete_form_without_single_remarks_opens_as_a_whole():
    submission = a_submission(Status.INCOMPLETE)

    assert {"judul_kegiatan", "variabel", "file_berkas_pendukung"} <= replies.writable_codes(submission, an_applicant())
    assert "kode_kegiatan" not in replies.writable_codes(submission, an_applicant())
    assert replies.writable_codes(submission, user("pemohon2")) == frozenset()
