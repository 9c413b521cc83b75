"""What stands around every section of an officer's page."""

from datetime import UTC, datetime

import pytest
import time_machine

from pst.models.audit import Look
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.views.review.case_sections import FIRST_SECTION, SECTIONS, SHOWN, first_section
from tests.factories import a_submission, user
from tests.factories_desk import a_visit
from tests.views.review.test_remarks import at


def test_every_section_has_what_it_shows_and_a_place_to_stand():
    assert [key for key, _ in SECTIONS] == list(SHOWN)
    assert set(FIRST_SECTION.values()) <= set(SHOWN)


@pytest.mark.parametrize(
    ("status", "section"),
    [("submitted", "isian"), ("revised", "isian"), ("evaluation", "evaluasi"), ("awaiting_signature", "surat")],
)
def test_the_page_opens_where_the_work_is(status, section):
    assert first_section(Submission(status=status)) == section


def test_opening_is_remembered_once_in_five_minutes(browse):
    submission = a_submission(Status.SUBMITTED)
    for minute, looks in ((0, 1), (4, 1), (6, 2)):
        with time_machine.travel(datetime(2026, 11, 23, 5, minute, tzinfo=UTC), tick=False):
            browse(user("petugas")).get(at(submission))
        assert Look.select().where(Look.what == f"submission {submission.number}").count() == looks


@pytest.mark.usefixtures("monday")
def test_the_applicant_cannot_be_assigned_to_the_own_submission(browse):
    own = a_submission(Status.SUBMITTED, applicant=user("petugas2"))
    options = browse(user("petugas")).get(at(own)).html.select("#officer option")

    assert [option.text for option in options] == ["Pilih petugas …", "Sinta Petugas"]


@pytest.mark.usefixtures("monday")
def test_the_visits_about_a_submission_stand_below_its_history(browse):
    submission, other = a_submission(Status.IN_REVIEW), a_visit(name="Tamu Lain", phone="0899 1111 2222")
    visit = a_visit(case=submission.code, purpose="Menanyakan perkembangan")

    page = browse(user("kepala")).get(at(submission, "?lihat=riwayat"))

    rows = [
        [cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in page.html.select("#kunjungan tr")
    ]
    assert rows == [[visit.number, "23 November 2026", "Konsultasi statistik Menanyakan perkembangan", "–"]]
    assert other.number not in page
