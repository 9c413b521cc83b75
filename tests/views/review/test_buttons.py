"""The officer's page offers the steps of the moment, to whom they belong."""

import pytest

from pst.rules.review.workflow import Status
from tests.factories import a_submission, user

pytestmark = pytest.mark.usefixtures("monday")


def at(submission):
    return f"/petugas/permohonan/{submission.number}"


def verbs(page):
    return [link["href"].rsplit("/", 1)[-1] for link in page.html.select("#steps a:not(.pst-next__why)")] + [
        form["id"].removeprefix("step-") for form in page.html.select("#steps form")
    ]


def test_the_page_offers_the_steps_of_the_moment(browse):
    shown = {}
    for status in (Status.SUBMITTED, Status.IN_REVIEW, Status.NEEDS_REVISION, Status.EVALUATION):
        submission = a_submission(status)
        shown[status] = sorted(verbs(browse(user("petugas")).get(at(submission))))

    assert shown == {
        Status.SUBMITTED: ["declare_complete", "return_incomplete", "withdraw"],
        Status.IN_REVIEW: ["return_for_revision", "start_evaluation", "withdraw"],
        Status.NEEDS_REVISION: ["withdraw"],
        Status.EVALUATION: ["back_to_review", "return_for_revision", "start_drafting", "withdraw"],
    }


def test_the_head_is_offered_no_step_of_officers(browse):
    page = browse(user("kepala")).get(at(a_submission(Status.IN_REVIEW)))

    assert verbs(page) == []
    assert "Tidak ada langkah yang dapat Anda ambil" in page
