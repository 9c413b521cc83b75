"""Law 8: a page asks the database as often for many rows as for few; none does it row by row.

Each page is looked at twice before it is counted: the first look may itself be written down (who opened it, what was
read), and settings and calendar are read anew once something has changed.
"""

import pytest

from pst.actions.review import remarks
from pst.actions.submissions import messages, replies, submissions
from pst.models.accounts.users import User
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import WHEN, a_draft, a_remark, a_submission, a_user, user
from tests.factories_complaints import a_complaint
from tests.factories_desk import guests

pytestmark = pytest.mark.usefixtures("monday")

LIST_QUERIES, CASE_QUERIES = 8, 15
ALIKE = 6
"""What the block of the title asks beside: which activities are like it, from the index of words."""
TWO_LISTS = {"petugas /petugas/pengaduan": 10, "petugas /petugas/temuan": 9}
"""The desk of complaints shows what waits above its register, and asks when the box was last opened; the findings are
counted in three ways above theirs."""

LISTS = {
    "petugas": (
        "/petugas",
        "/petugas/permohonan",
        "/petugas/permohonan?keadaan=completed&tahun=2027",
        "/petugas/permohonan?cari=kesehatan",
        "/petugas/surat",
        "/petugas/surat?cari=kesehatan",
        "/petugas/temuan",
        "/petugas/katalog",
        "/petugas/katalog?cari=kesehatan&perlu-diperbaiki=1",
        "/petugas/kalender-lapangan?bulan=2027-02",
        "/petugas/surel",
        "/petugas/tamu",
        "/petugas/pengaduan",
    ),
    "kepala": ("/petugas", "/petugas/surat"),
    "pemohon": ("/permohonan", "/permohonan/baru"),
    "admin": (
        "/petugas/surel?keadaan=kept",
        "/petugas/kantor/pengguna",
        "/petugas/kantor/instansi",
        "/petugas/kantor/riwayat",
        "/petugas/kantor/akses",
        "/petugas/kantor/keamanan",
    ),
    "": ("/katalog", "/katalog?cari=kesehatan", "/katalog?cara=survei&tahun=2027"),
}

EVERY_STATE = (
    Status.SUBMITTED,
    Status.IN_REVIEW,
    Status.NEEDS_REVISION,
    Status.EVALUATION,
    Status.INITIALLING,
    Status.AWAITING_SIGNATURE,
    Status.ISSUED,
    Status.COMPLETED,
)

CASE_SECTIONS = ("isian", "evaluasi", "pesan", "jam", "riwayat", "surat")
OWN_SECTIONS = ("ringkasan", "isian", "catatan", "pesan", "jam", "riwayat")


def test_a_list_asks_as_often_for_many_rows_as_for_few(anyone, browse, count_queries):
    browsers = {who: browse(user(who)) if who else anyone for who in LISTS}
    for status in EVERY_STATE:
        a_submission(status)

    guests(1)
    a_complaint()
    few = counted(browsers, LISTS, count_queries)
    for number, status in enumerate(EVERY_STATE * 2):
        a_submission(status)
        a_draft()
        a_complaint(text=f"Uraian {number}.")
        a_user(f"orang{number}@contoh.test", f"Orang {number}", Role.APPLICANT)
    guests(20)
    many = counted(browsers, LISTS, count_queries)

    assert many == few
    assert {page: number for page, number in many.items() if number > LIST_QUERIES} == TWO_LISTS


@pytest.mark.parametrize(
    ("who", "base", "sections"),
    [("petugas", "/petugas/permohonan", CASE_SECTIONS), ("pemohon", "/permohonan", OWN_SECTIONS)],
)
def test_a_case_asks_as_often_whatever_was_remarked_said_and_done(browse, count_queries, who, base, sections):
    submission = a_submission(Status.IN_REVIEW)
    pages = {who: tuple(f"{base}/{submission.number}?lihat={section}" for section in sections)}
    browsers = {who: browse(user(who))}
    a_round(submission, each=1)

    few = counted(browsers, pages, count_queries)
    for _ in range(2):
        a_round(submission, each=6)
    many = counted(browsers, pages, count_queries)

    assert many == few
    assert {page: number for page, number in many.items() if number > CASE_QUERIES} == {}


def test_a_block_of_the_form_asks_little_whatever_it_holds(browse, count_queries):
    draft = a_draft()
    pages = {"pemohon": tuple(f"/permohonan/{draft.number}/blok/{number}" for number in range(10))}

    title, *others = counted({"pemohon": browse(user("pemohon"))}, pages, count_queries).values()

    assert max(others) <= 6
    assert title <= 6 + ALIKE


def counted(browsers, pages, count_queries) -> dict[str, int]:
    """How often each page asks, by person and address."""
    found = {}
    for who, addresses in pages.items():
        for address in addresses:
            for _ in range(2):
                browsers[who].get(address)
            with count_queries() as seen:
                browsers[who].get(address)
            found[f"{who} {address}"] = seen.number
    return found


QUESTIONED = ("judul_kegiatan", "tujuan_kegiatan", "", "variabel", "jadwal", "judul_kegiatan")


def a_round(submission: Submission, each: int) -> None:
    """So many remarks, a return, replies, a revision; so many messages of both sides, and hands it went through."""
    officer, colleague = user("petugas"), user("petugas2")
    applicant = User.with_agency(submission.applicant_id)
    for code in QUESTIONED[:each]:
        a_remark(submission, code)
    remarks.return_for_revision(submission, officer, WHEN, "Mohon diperbaiki.")
    texts = {remark.id: "Sudah." for remark in remarks.Remark.of(submission) if remark.state == "open"}
    replies.save_replies(submission, applicant, texts, WHEN)
    submissions.save_answers(submission, applicant, {"catatan_pemohon": f"{len(texts)} perbaikan."}, WHEN)
    submissions.submit(submission, applicant, WHEN)
    submissions.resume_review(submission, officer, WHEN)
    for number in range(each):
        messages.send_message(submission, officer if number % 2 else applicant, "Terima kasih.", WHEN)
        submissions.assign(submission, colleague if number % 2 else officer, officer, WHEN)
