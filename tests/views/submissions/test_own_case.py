"""What the applicant's page tells: tasks that can be opened, gaps with their addresses, remarks with theirs."""

import pytest
from flask_login import login_user

from pst.actions.submissions import submissions
from pst.models.base import write
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.views.submissions import own_case
from tests.factories import WHEN, a_draft, a_submission, an_applicant


@pytest.fixture(autouse=True)
def _as_the_applicant(app):
    with app.test_request_context("/permohonan/x"):
        login_user(an_applicant())
        yield


def test_every_block_of_a_draft_can_be_opened_and_a_closed_sample_design_says_so():
    tasks = own_case.page(a_draft(), "ringkasan")["tasks"]

    assert [bool(task.url) for task in tasks] == [number != 5 for number in range(10)]
    assert (tasks[5].status, tasks[0].status) == ("Tidak perlu diisi", "Lengkap")


def test_an_empty_draft_says_on_what_the_sample_design_depends():
    draft = a_draft()
    with write():
        draft.answers = {}
        draft.save()

    tasks = own_case.page(draft, "ringkasan")["tasks"]

    assert [task.status for task in tasks] == [
        *["Belum diisi"] * 5,
        "Tergantung cara pengumpulan",
        *["Belum diisi"] * 3,
        "Sebagian",
    ]


def test_a_draft_leads_on_to_the_first_block_that_is_not_complete_and_a_sent_one_nowhere():
    draft = a_draft()
    with write():
        draft.answers = {}
        draft.save()

    begun, sent = (own_case.page(it, "ringkasan")["next_task"] for it in (draft, a_submission(Status.SUBMITTED)))

    assert (begun.label, begun.url) == ("Identitas Kegiatan", f"/permohonan/{draft.number}/blok/0")
    assert sent is None


def test_on_a_returned_form_only_the_questioned_blocks_open():
    tasks = own_case.page(a_submission(Status.NEEDS_REVISION), "ringkasan")["tasks"]

    assert [number for number, task in enumerate(tasks) if task.url] == [0, 9]


def test_what_is_missing_comes_with_the_address_of_its_question():
    draft = submissions.start_draft(an_applicant(), WHEN)

    missing = own_case.checked(Submission.find(an_applicant(), draft.number))["missing"]

    assert (missing[0][0].code, missing[0][1]) == (
        "judul_kegiatan",
        f"/permohonan/{draft.number}/blok/0?kembali=judul_kegiatan#judul_kegiatan",
    )


def test_the_task_list_of_a_returned_form_says_where_the_remarks_are():
    tasks = own_case.page(a_submission(Status.NEEDS_REVISION), "ringkasan")["tasks"]

    assert [task.status for task in tasks if task.url] == ["Ada catatan", "Lengkap"]


def test_before_it_is_complete_the_date_is_told_as_it_would_be_today():
    assert own_case.page(a_submission(Status.SUBMITTED), "jam")["expected"] is not None
    assert own_case.page(a_submission(Status.IN_REVIEW), "jam").get("expected") is None


def test_the_check_page_advises_on_the_design_beside_what_is_missing():
    draft = a_draft(judul_kegiatan="Kompilasi Data Stunting Kabupaten Mempawah 2026", telepon="")

    shown = own_case.checked(draft)

    assert [item.code for item, _ in shown["missing"]] == ["telepon"]
    assert [(title, url) for _, title, url in shown["advice"]] == [
        ("Judul Kegiatan", f"/permohonan/{draft.number}/blok/0?kembali=judul_kegiatan#judul_kegiatan")
    ]
