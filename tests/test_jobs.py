"""What the minute brings: everything due is done, once, and one failure stops nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pst import jobs
from pst.actions.accounts import sessions
from pst.actions.office import backup, housekeeping
from pst.actions.submissions import form_files
from pst.jobs import do_minute_jobs
from pst.mail.deliver import deliver_due
from pst.models.accounts.users import UserSession
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.settings import Setting
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, an_applicant
from tests.factories_complaints import a_complaint
from tests.factories_desk import a_guest, served

DAY = timedelta(days=1)


@pytest.fixture
def quiet(db):
    """An office that makes no daily backup."""
    Setting.create(key="backup_daily", value="tidak", changed_at=WHEN, changed_by="")


def test_a_quiet_minute_does_nothing(app, quiet):
    done = do_minute_jobs(app, WHEN)

    assert done == dict.fromkeys(jobs.JOBS, 0)


def test_a_quiet_minute_asks_no_more_of_a_full_office_than_of_a_small_one(app, quiet, count_queries):
    def asked() -> int:
        for status in (Status.IN_REVIEW, Status.NEEDS_REVISION, Status.COMPLETED):
            a_submission(status)
        do_minute_jobs(app, WHEN + timedelta(hours=2))
        with count_queries() as seen:
            do_minute_jobs(app, WHEN + timedelta(hours=2))
        return seen.number

    small, full = asked(), asked()

    assert small == full < 30


def test_a_quiet_minute_reads_as_little_with_many_complaints_as_with_one(app, quiet, count_queries):
    numbers = []
    for more in (1, 6):
        for _ in range(more):
            a_complaint(at=WHEN - timedelta(hours=12))
        with count_queries() as seen:
            do_minute_jobs(app, WHEN - timedelta(hours=6))  # before officers are told of the day's work
        numbers.append(seen.number)

    assert numbers[0] == numbers[1]


def test_reminders_leave_with_the_mail_of_the_same_minute(app, quiet, config):
    a_submission(Status.IN_REVIEW)
    do_minute_jobs(app, WHEN + timedelta(hours=2))

    done = do_minute_jobs(app, WHEN + 9 * DAY)  # Rabu, 2 Desember: hari ketujuh

    assert (done["pengingat petugas"], done["surel bulanan"], done["surel"]) == (1, 1, 2)
    assert Email.select().where(Email.state == "queued").count() == 0
    assert "50% waktu layanan" in "".join(file.read_text() for file in config.mails.glob("*.eml"))


def test_done_twice_in_the_same_minute_nothing_happens_twice(app):
    a_submission(Status.NEEDS_REVISION)
    at = WHEN + 31 * DAY

    first, second = do_minute_jobs(app, at), do_minute_jobs(app, at)

    assert (first["pengingat pemohon"], first["cadangan"]) == (1, 1)
    assert second == dict.fromkeys(jobs.JOBS, 0)


def test_one_failure_is_logged_and_stops_no_other(app, quiet, monkeypatch, caplog):
    a_submission(Status.SUBMITTED)
    monkeypatch.setattr(housekeeping, "remind_officers", lambda at: 1 / 0)

    done = do_minute_jobs(app, WHEN + timedelta(hours=1))

    assert (done["pengingat petugas"], done["surel"]) == (None, 3)
    assert "minute job pengingat petugas" in caplog.text


def test_a_mail_server_that_is_down_costs_no_other_job(app, config, quiet):
    a_submission(Status.NEEDS_REVISION)
    app.extensions["pst_config"] = replace(config, smtp="127.0.0.1:9")

    done = do_minute_jobs(app, WHEN + 31 * DAY)

    assert (done["pengingat pemohon"], done["surel"]) == (1, 0)
    assert {mail.state for mail in Email.select()} == {"queued"}


def test_a_backup_is_made_once_a_day_and_the_oldest_make_room(app, config):
    Setting.create(key="backups_kept", value=2, changed_at=WHEN, changed_by="")

    made = [do_minute_jobs(app, WHEN + number * DAY / 2)["cadangan"] for number in range(8)]

    assert made == [1, 0] * 4
    assert Event.select().where(Event.verb == "rehearse").count() == 1
    kept = [each.name for each in backup.backups_in(config.folder / "backups")]
    assert kept == ["harian-2026-11-26", "harian-2026-11-25"]
    assert do_minute_jobs(app, WHEN + 9 * DAY)["cadangan"] == 1  # as soon as the machine is on again


def test_what_is_old_goes_drafts_sessions_and_workbooks_nobody_confirmed(app, config, quiet):
    a_draft()
    room = form_files.waiting_room(config.folder)
    form_files.keep_waiting(room, b"buku kerja", WHEN)
    with write():
        sessions.open_session(an_applicant(), "Chrome", WHEN)

    soon, later = do_minute_jobs(app, WHEN + timedelta(hours=3)), do_minute_jobs(app, WHEN + 200 * DAY)

    assert {name: count for name, count in soon.items() if count} == {}
    assert (later["draf lama dihapus"], later["jejak lama dihapus"], later["formulir tak diambil dihapus"]) == (1, 1, 1)
    assert (Submission.select().count(), UserSession.select().count()) == (0, 0)
    assert [path for path in room.folder.rglob("*") if path.is_file()] == []


def test_when_old_visits_are_anonymised_the_kept_mails_about_them_go_too(app, quiet, config):
    old = a_guest(WHEN - 802 * DAY)  # Kamis, 12 September 2024
    served(old.ticket, at=WHEN - 802 * DAY)
    deliver_due(config, WHEN - 802 * DAY + timedelta(hours=1))
    kept = [file.name.rpartition("-")[2] for file in config.mails.glob("*.eml")]

    done = do_minute_jobs(app, WHEN)

    assert (kept, done["loket dan buku tamu"]) == (["satisfaction.eml"], 1)
    assert list(config.mails.glob("*.eml")) == []
