"""From a draft to what the office has in its hands."""

from datetime import date, datetime, timedelta

import pytest

from pst.actions.review import remarks
from pst.actions.submissions import replies, submissions
from pst.actions.submissions.first_answers import first_answers
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Pause, Revision, Submission
from pst.questionnaires import shelf
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import WHEN, a_draft, a_remark, a_submission, an_applicant, an_officer, user

pytestmark = pytest.mark.usefixtures("db")


def test_a_new_draft_has_a_number_a_code_and_its_first_answers():
    draft = submissions.start_draft(an_applicant(), WHEN)

    assert (draft.number, draft.status) == ("REK-6104-2026-0001", Status.DRAFT)
    assert draft.answers == first_answers(shelf.CURRENT, an_applicant())
    assert draft.code != submissions.start_draft(an_applicant(), WHEN).code


def test_numbers_follow_each_other_and_start_anew_each_year():
    numbers = [submissions.start_draft(an_applicant(), WHEN).number for _ in range(2)]
    next_year = submissions.start_draft(an_applicant(), datetime(2026, 12, 31, 17, 30))  # 1 January 2027 in the office

    assert [*numbers, next_year.number] == ["REK-6104-2026-0001", "REK-6104-2026-0002", "REK-6104-2027-0001"]


def test_a_draft_keeps_whatever_is_typed_complete_or_not():
    draft = submissions.start_draft(an_applicant(), WHEN)

    submissions.save_answers(draft, an_applicant(), {"judul_kegiatan": "Kompilasi", "tahun_kegiatan": "dua ribu"}, WHEN)

    kept = Submission.get_by_id(draft.id)
    assert (kept.answers["tahun_kegiatan"], kept.title, kept.year) == ("dua ribu", "Kompilasi", None)


def test_saving_the_same_again_changes_nothing():
    draft = a_draft()

    submissions.save_answers(draft, an_applicant(), dict(draft.answers), WHEN + timedelta(days=1))

    assert Submission.get_by_id(draft.id).changed_at == WHEN


def test_a_colleague_of_the_same_agency_cannot_write_in_it():
    draft = a_draft()

    with pytest.raises(StepRefused, match="pemohonnya sendiri"):
        submissions.save_answers(draft, user("pemohon2"), {"judul_kegiatan": "Milik saya"}, WHEN)


def test_an_incomplete_form_is_not_sent_and_every_gap_is_named():
    draft = submissions.start_draft(an_applicant(), WHEN)

    with pytest.raises(submissions.Incomplete) as refusal:
        submissions.submit(draft, an_applicant(), WHEN)

    assert {"judul_kegiatan", "variabel", "file_berkas_pendukung", "pernyataan"} <= {
        m.code for m in refusal.value.missing
    }
    assert Submission.get_by_id(draft.id).status == Status.DRAFT
    assert Revision.select().count() == 0


def test_sending_freezes_a_revision_fixes_the_rule_and_mails_a_receipt():
    draft = a_draft()

    revision = submissions.submit(draft, an_applicant(), WHEN)

    sent = Submission.get_by_id(draft.id)
    assert (sent.status, sent.revision, sent.submitted_at, sent.due_on) == (Status.SUBMITTED, 1, WHEN, None)
    assert sent.rule == {
        "days": 14,
        "on_revision": "pause_resume",
        "starts_on": "declared_complete",
        "closing": "15:30",
    }
    assert revision.answers == sent.answers
    assert [file["name"] for file in revision.attachments] == ["instrumen.pdf"]
    assert [mail.kind for mail in Email.select().where(Email.to == "pemohon@contoh.test")] == ["received"]
    assert Email.get().facts["expected"] == "11 Desember 2026"  # 14 hari kerja sesudah Senin, 23 November 2026
    assert [event.verb for event in Event.of("submission", draft.number)] == ["start", "submit"]


def test_answers_that_no_longer_apply_are_left_out_and_named():
    draft = a_draft(method="survei")
    submissions.save_answers(draft, an_applicant(), {"cara_pengumpulan_data": "kompilasi_produk_administrasi"}, WHEN)
    compilation = {**draft.answers}
    assert "unit_sampel" in compilation
    submissions.save_answers(
        draft,
        an_applicant(),
        {
            "judul_kegiatan": "Kompilasi Data Uji Kabupaten Mempawah",
            "metode_pengumpulan_data": ["pengumpulan_data_sekunder"],
        },
        WHEN,
    )

    revision = submissions.submit(draft, an_applicant(), WHEN)

    assert "unit_sampel" not in revision.answers
    assert "unit_sampel" in revision.dropped


def test_sending_twice_makes_one_revision():
    draft = a_draft()
    submissions.submit(draft, an_applicant(), WHEN)

    with pytest.raises(StepRefused, match="sudah dikirim"):
        submissions.submit(draft, an_applicant(), WHEN)
    assert Revision.select().count() == 1


def test_declaring_complete_starts_fourteen_working_days():
    sent = a_submission(Status.SUBMITTED)

    submissions.declare_complete(sent, an_officer(), WHEN)  # Senin, 23 November 2026

    assert sent.due_on == date(2026, 12, 11)  # Jumat
    assert sent.assignee_id == an_officer().id


def test_the_pause_while_the_applicant_corrects_is_given_back_to_the_day():
    sent = a_submission(Status.SUBMITTED)
    submissions.declare_complete(sent, an_officer(), WHEN)
    a_remark(sent)

    remarks.return_for_revision(sent, an_officer(), WHEN + timedelta(days=1), "Mohon perbaiki.")  # Selasa 24
    assert sent.due_on is None
    reply_to_all(sent)
    submissions.submit(sent, an_applicant(), WHEN + timedelta(days=4))  # Jumat 27: three days given back

    assert sent.due_on == date(2026, 12, 16)  # Rabu
    assert [(p.started_at, p.ended_at) for p in Pause.of(sent)] == [
        (WHEN + timedelta(days=1), WHEN + timedelta(days=4))
    ]


def test_the_second_of_two_officers_is_told_that_things_have_changed():
    sent = a_submission(Status.SUBMITTED)
    seen_by_second = Submission.get_by_id(sent.id)
    submissions.declare_complete(sent, an_officer(), WHEN)

    with pytest.raises(StepRefused, match="sudah berubah"):
        submissions.declare_complete(seen_by_second, user("petugas2"), WHEN)
    assert [event.verb for event in Event.of("submission", sent.number)].count("declare_complete") == 1


def test_a_copy_starts_with_the_answers_but_not_the_statement():
    earlier = a_submission(Status.SUBMITTED)

    copy = submissions.copy_as_draft(earlier, an_applicant(), WHEN)

    assert copy.answers["judul_kegiatan"] == earlier.answers["judul_kegiatan"]
    assert "pernyataan" not in copy.answers
    assert (copy.status, copy.number != earlier.number) == (Status.DRAFT, True)


def test_assigning_is_written_down_and_twice_is_once():
    sent = a_submission(Status.SUBMITTED)

    for _ in range(2):
        submissions.assign(sent, user("petugas2"), an_officer(), WHEN)

    assert Submission.get_by_id(sent.id).assignee_id == user("petugas2").id
    assert [e.facts for e in Event.of("submission", sent.number) if e.verb == "assign"] == [{"officer": "Bayu Petugas"}]


def test_only_an_officer_can_be_assigned():
    with pytest.raises(StepRefused, match="petugas yang aktif"):
        submissions.assign(a_submission(Status.SUBMITTED), an_applicant(), an_officer(), WHEN)


def reply_to_all(submission: Submission) -> None:
    """Answer every open remark and write the note that goes with a correction."""
    submissions.save_answers(submission, an_applicant(), {"catatan_pemohon": "Sudah diperbaiki sesuai catatan."}, WHEN)
    ids = [remark.id for remark in Remark.of(submission)]
    replies.save_replies(submission, an_applicant(), dict.fromkeys(ids, "Sudah diperbaiki."), WHEN)
