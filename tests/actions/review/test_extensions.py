"""The head adds days to one submission's promise: within a limit, with a reason that the applicant reads."""

from datetime import date, datetime, timedelta

import pytest

from pst.actions.review import extensions
from pst.actions.review.extensions import ExtensionRefused, extend
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.settings import Setting
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, answer_and_send, user

pytestmark = pytest.mark.usefixtures("db")

WHY = "Tim ahli dari provinsi baru dapat hadir Kamis."


def test_three_days_more_move_the_last_day_and_the_applicant_reads_why():
    submission = a_submission(Status.IN_REVIEW)

    extend(submission, 3, WHY, user("kepala"), WHEN + timedelta(days=1))

    assert submission.due_on == date(2026, 12, 16)  # Rabu; was Jumat, 11 Desember
    event = Event.latest("submission", submission.number)
    assert (event.verb, event.note, event.facts) == (
        "extend",
        WHY,
        {"days": 3, "before": "2026-12-11", "after": "2026-12-16"},
    )
    mail = Email.select().order_by(Email.id.desc()).get()
    assert (mail.kind, mail.facts["reason"], mail.facts["before"], mail.facts["due_on"]) == (
        "extended",
        WHY,
        "11 Desember 2026",
        "16 Desember 2026",
    )


def test_while_it_waits_for_the_applicant_the_days_are_added_to_those_still_to_come():
    waiting, plain = a_submission(Status.NEEDS_REVISION), a_submission(Status.NEEDS_REVISION)
    extend(waiting, 2, WHY, user("kepala"), WHEN + timedelta(days=1))

    for submission in (waiting, plain):
        answer_and_send(submission, WHEN + timedelta(days=2))

    assert (waiting.due_on, plain.due_on) == (date(2026, 12, 17), date(2026, 12, 15))


def test_only_the_head_extends():
    submission = a_submission(Status.IN_REVIEW)

    for name in ("petugas", "pemohon", "admin"):
        with pytest.raises(ExtensionRefused, match="diputuskan Kepala"):
            extend(submission, 3, WHY, user(name), WHEN)
    assert Submission.get_by_id(submission.id).extended_days == 0


def test_what_the_office_allows_is_the_most_in_all():
    submission = a_submission(Status.IN_REVIEW)
    with write():
        Setting.create(key="extension_days", value=5, changed_at=WHEN)
    extend(submission, 4, WHY, user("kepala"), WHEN)

    for days in (2, 0, -1):
        with pytest.raises(ExtensionRefused, match="1 sampai 1 hari kerja"):
            extend(submission, days, WHY, user("kepala"), WHEN)
    extend(submission, 1, WHY, user("kepala"), WHEN)
    with pytest.raises(ExtensionRefused, match="sudah diperpanjang"):
        extend(submission, 1, WHY, user("kepala"), WHEN)

    assert Submission.get_by_id(submission.id).extended_days == 5


def test_of_two_who_extend_what_both_saw_only_one_does():
    submission = a_submission(Status.IN_REVIEW)
    seen = mark_of(extensions.promised(submission))
    extend(submission, 3, WHY, user("kepala"), WHEN, seen)

    with pytest.raises(ChangedMeanwhile, match="Kepala"):
        extend(submission, 3, WHY, user("kepala"), WHEN, seen)

    assert Submission.get_by_id(submission.id).extended_days == 3


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SUBMITTED, Status.ISSUED, Status.COMPLETED])
def test_days_that_do_not_run_or_are_over_are_not_extended(status):
    submission = a_submission(status)

    assert not extensions.may_be_extended(submission)
    with pytest.raises(ExtensionRefused, match="tidak sedang berjalan"):
        extend(submission, 3, WHY, user("kepala"), WHEN)


def test_officers_are_reminded_anew_of_the_longer_time():
    submission = a_submission(Status.IN_REVIEW)
    Submission.update(reminded_percent=80).where(Submission.id == submission.id).execute()

    extend(submission, 10, WHY, user("kepala"), datetime(2026, 12, 9, 2))  # Rabu, hari ke-12 dari 24

    assert Submission.get_by_id(submission.id).reminded_percent == 50
