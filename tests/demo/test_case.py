"""One example on its way leaves the same rows as people would."""

from datetime import timedelta

import pytest

from pst.demo.activities.economy import PRICES
from pst.demo.activities.society import SATISFACTION
from pst.demo.case import Case, World
from pst.models.files import Attachment
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import SITE, WHEN, user

HOUR = timedelta(hours=1)


@pytest.fixture
def world(db, store):
    return World({"pemohon1": user("pemohon"), "petugas1": user("petugas")}, store, SITE)


def test_started_by_its_applicant_it_is_complete_and_can_be_sent(world):
    case = Case(world, PRICES, "pemohon1")

    case.start(WHEN)
    case.submit(WHEN + HOUR)

    row = Submission.get()
    assert (row.status, row.title, row.channel) == (Status.SUBMITTED, PRICES.title, "online")
    assert [item.code for item in Attachment.of(row)] == ["file_berkas_pendukung"]


def test_entered_from_a_letter_it_has_the_letter_and_is_marked_with_the_officer(world):
    case = Case(world, SATISFACTION)

    case.enter("letter", WHEN)
    case.submit(WHEN + HOUR)

    row = Submission.get()
    assert (row.status, row.channel, row.entered_by_id) == (Status.SUBMITTED, "letter", user("petugas").id)
    assert [item.code for item in Attachment.of(row)] == ["file_berkas_pendukung", "surat_permohonan"]


def test_a_correction_answers_every_remark_and_changes_what_was_asked(world):
    case = Case(world, PRICES, "pemohon1")
    case.start(WHEN)
    case.submit(WHEN + HOUR)
    case.complete(WHEN + 2 * HOUR)
    case.remark("tujuan_kegiatan", "must", "Sebutkan penggunanya.", WHEN + 3 * HOUR)
    case.return_for_revision("Mohon perbaiki.", WHEN + 4 * HOUR)

    case.revise({"tujuan_kegiatan": f"{PRICES.purpose} Dipakai TPID."}, ("Sudah ditambahkan.",), WHEN + 5 * HOUR)
    case.settle(WHEN + 6 * HOUR)

    row, (remark,) = Submission.get(), Remark.of(case.submission)
    assert (row.status, row.revision, row.answers["tujuan_kegiatan"][-13:]) == (Status.IN_REVIEW, 2, "Dipakai TPID.")
    assert (remark.state, remark.reply) == ("settled", "Sudah ditambahkan.")
