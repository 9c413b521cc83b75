"""What is due every minute: mail, reminders, retention, forgotten traces, the daily backup.

`python wsgi.py` does it from a thread, `flask minute` once; both at the same time do nothing twice.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from flask import Flask

from pst.actions import handovers
from pst.actions.accounts import links, security_log, sessions
from pst.actions.complaints import reminders
from pst.actions.files import FileStore
from pst.actions.frontdesk import tickets, visits
from pst.actions.office import backup, erased, housekeeping, monthly, restore
from pst.actions.submissions import form_files
from pst.clock import local, midnight
from pst.config import Config
from pst.mail.deliver import deliver_due, forget_kept
from pst.models.base import database, read_only, write
from pst.models.handovers import Notice
from pst.models.office.settings import the_office

log = logging.getLogger("pst.jobs")


def do_minute_jobs(app: Flask, at: datetime) -> dict[str, int | None]:
    """Do every job; returns how much each did, None where it failed.

    One failure is logged and stops no other.
    """
    read_only(False)
    config = app.extensions["pst_config"]
    return {name: _attempt(name, job, at, config) for name, job in JOBS.items()}


def _attempt(name: str, job: Callable[[datetime, Config], int], at: datetime, config: Config) -> int | None:
    try:
        return job(at, config)
    except Exception:
        log.exception("minute job %s", name)
        return None


def _remind_officers(at: datetime, config: Config) -> int:
    return housekeeping.remind_officers(at) + housekeeping.remind_of_signatures(at)


def _remind_applicants(at: datetime, config: Config) -> int:
    return housekeeping.remind_applicants(at) + housekeeping.remind_of_duties(at)


def _drop_drafts(at: datetime, config: Config) -> int:
    return housekeeping.drop_old_drafts(at, FileStore(config.files))


def _forget(at: datetime, config: Config) -> int:
    """Sessions nobody uses, links that expired, keys of forms, failed tries, old lines of the security log."""
    with write():
        farewells = housekeeping.forget_farewells(at)
        forgotten = (
            sessions.forget_idle_sessions(at, config)
            + links.forget_old_links(at)
            + housekeeping.forget_forms(at)
            + housekeeping.forget_attempts(at)
            + Notice.forget_read(at - handovers.READ_KEPT)
            + security_log.forget_old(at)
        )
    if farewells:
        forget_kept(config)
    return farewells + forgotten


def _drop_waiting(at: datetime, config: Config) -> int:
    """Workbooks that were uploaded and never confirmed."""
    return form_files.drop_waiting(form_files.waiting_room(config.folder), at)


def _mind_the_desk(at: datetime, config: Config) -> int:
    """Numbers that earlier days left open are ended; visits older than the office keeps them are anonymised.

    The files of their mails, kept where there is no server, go with the rows.
    """
    anonymised = visits.anonymise_old(at)
    if anonymised:
        forget_kept(config)
    return tickets.end_earlier_days(at) + anonymised


def _tell_the_news(at: datetime, config: Config) -> int:
    return handovers.mail_the_morning(at)


def _tell_the_month(at: datetime, config: Config) -> int:
    return monthly.mail_heads(at)


def _mind_complaints(at: datetime, config: Config) -> int:
    """Complaints ended after silence, officers told what waits, the box that nobody opened."""
    reminders.lose_the_hours(at, FileStore(config.files))
    return reminders.end_silent(at) + reminders.tell_officers(at) + reminders.remind_of_box(at)


def _deliver(at: datetime, config: Config) -> int:
    """How many mails were sent, or kept as files where there is no server."""
    done = deliver_due(config, at, on_sent=partial(housekeeping.note_letter_sent, at=at))
    return done.get("sent", 0) + done.get("kept", 0)


def _back_up(at: datetime, config: Config) -> int:
    """The backup of the day, once, from the first minute on; older daily ones are cleared away."""
    office, folder = the_office(), config.backup_folder
    today = folder / f"{backup.DAILY}{local(at):%Y-%m-%d}"
    if office.backup_daily != "ya" or today.exists():
        return 0
    with database.only_one("backup") as ours:
        if not ours or today.exists():
            return 0
        backup.make_backup(config.folder, today, at, sealed_to=config.sealed_to)
        backup.clear_old(folder, office.backups_kept, at)
    return 1


def _tell_erased(at: datetime, config: Config) -> int:
    """What was erased is told beside the backups, which still have it."""
    return erased.tell(config.backup_folder)


def _try_backup(at: datetime, config: Config) -> int:
    """The newest daily backup of a month is put back on trial, once."""
    if restore.tried_since(midnight(local(at).date().replace(day=1))):
        return 0
    daily = [each for each in backup.backups_in(config.backup_folder) if each.name.startswith(backup.DAILY)]
    for newest in daily[:1]:
        restore.rehearse(newest.folder, at)
    return len(daily[:1])


JOBS: dict[str, Callable[[datetime, Config], int]] = {
    "pengingat petugas": _remind_officers,
    "pengingat pemohon": _remind_applicants,
    "draf lama dihapus": _drop_drafts,
    "jejak lama dihapus": _forget,
    "formulir tak diambil dihapus": _drop_waiting,
    "loket dan buku tamu": _mind_the_desk,
    "pengaduan": _mind_complaints,
    "kabar pagi": _tell_the_news,
    "surel bulanan": _tell_the_month,
    "cadangan": _back_up,
    "yang dihapus dicatat di samping cadangan": _tell_erased,
    "cadangan dicoba": _try_backup,
    "surel": _deliver,
}
"""In their order: what reminds comes before the mail that carries it, and nothing waits for a slow mail server."""
