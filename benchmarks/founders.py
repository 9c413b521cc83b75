"""The people of a data set, and the few submissions that walk every step for real; all others are their copies."""

from datetime import datetime, timedelta
from random import Random

from pst.actions.review import remarks
from pst.actions.submissions import messages, replies, submissions
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests import factories
from tests.factories_answers import METHODS

OFFICERS, APPLICANTS = 20, 200
SERVICES = (
    "Dinas Kesehatan",
    "Dinas Pendidikan",
    "Dinas Pertanian",
    "Dinas Perikanan",
    "Dinas Sosial",
    "Dinas Perhubungan",
    "Badan Perencanaan",
    "Badan Pendapatan Daerah",
    "Sekretariat Daerah",
    "Dinas Lingkungan Hidup",
)
REGIONS = ("Kabupaten Contoh Timur", "Kabupaten Contoh Hulu", "Kabupaten Contoh Hilir", "Kota Contoh")


def furnish() -> None:
    """Holidays, settings, and everybody who has an account."""
    factories.furnish()
    with write():
        agencies = [Agency.create(name=f"{service} {region}") for region in REGIONS for service in SERVICES]
        for number in range(1, OFFICERS):
            factories.a_user(f"petugas-{number:02d}@contoh.test", f"Petugas Nomor {number}", Role.OFFICER)
        for number in range(1, APPLICANTS):
            agency = agencies[number % len(agencies)]
            factories.a_user(
                f"pemohon-{number:03d}@contoh.test", f"Pemohon Nomor {number}", Role.APPLICANT, agency=agency
            )


def walk_all() -> tuple[list[Submission], dict[Status, Submission]]:
    """(finished ones, one for each way of collecting data; one for each status under way)."""
    finished = [factories.a_submission(Status.COMPLETED, method=method) for method in METHODS]
    under_way = {status: factories.a_submission(status) for status in UNDER_WAY}
    with write():
        Email.update(state="kept", sent_at=factories.WHEN).execute()
    return finished, under_way


UNDER_WAY = {
    Status.IN_REVIEW: 300,
    Status.NEEDS_REVISION: 200,
    Status.EVALUATION: 200,
    Status.DRAFTING: 100,
    Status.AWAITING_SIGNATURE: 100,
    Status.ISSUED: 100,
    Status.SUBMITTED: 100,
    Status.INCOMPLETE: 50,
    Status.DRAFT: 250,
}
"""How many of each a data set has beside its archive; the clock of a thousand of them runs."""


def walk_heavy(at: datetime) -> Submission:
    """One with over a hundred answers, thirty remarks in three rounds, and at least forty events."""
    officer, applicant = factories.user("petugas"), factories.user("pemohon")
    submission = factories.a_draft(applicant, method="survei", at=at, variabel=_variables(10))
    submissions.submit(submission, applicant, at)
    submissions.declare_complete(submission, officer, at + timedelta(hours=1))
    for _ in range(3):
        at += timedelta(days=1)
        _one_round(submission, officer, applicant, at)
    colleague = User.get(User.email == "petugas-01@contoh.test")
    for turn in range(30):
        submissions.assign(submission, colleague if turn % 2 == 0 else officer, officer, at)
    for _ in range(5):
        messages.send_message(submission, officer, "Mohon lengkapi rincian wilayah.", at)
    return submission


def _one_round(submission: Submission, officer: User, applicant: User, at: datetime) -> None:
    """Ten remarks, a return, ten replies, a revision, and the examination goes on."""
    form = shelf.find(submission.questionnaire)
    codes = [question.code for block in form.blocks for question in asked(form, submission.answers, block)]
    for code in Random(at.toordinal()).sample(codes[:40], 10):
        remarks.add_remark(submission, officer, code, "must", "Jelaskan lebih rinci menurut kecamatan.", at)
    remarks.return_for_revision(submission, officer, at, "Mohon diperbaiki.")
    waiting = {remark.id: "Sudah diperbaiki." for remark in remarks.Remark.of(submission)}
    replies.save_replies(submission, applicant, waiting, at)
    submissions.save_answers(submission, applicant, {"catatan_pemohon": f"Perbaikan {at:%d/%m/%Y}."}, at)
    submissions.submit(submission, applicant, at + timedelta(hours=1))
    submissions.resume_review(submission, officer, at + timedelta(hours=2))


def _variables(how_many: int) -> list[dict[str, str]]:
    return [
        {
            "nama": f"Jumlah kunjungan pada layanan {number}",
            "konsep": "Pelayanan publik",
            "definisi": "Banyaknya kunjungan yang dicatat pada satu layanan selama sebulan.",
            "referensi_waktu": "selama bulan pelaporan",
        }
        for number in range(1, how_many + 1)
    ]
