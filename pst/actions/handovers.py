"""Telling people of the office that work was handed to them: on their page, and by mail as each of them chose."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from pst.actions import emails
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import bookkeeping, database, write
from pst.models.handovers import Notice
from pst.models.submissions.submissions import Submission
from pst.rules.handovers import KINDS, NEVER, ONCE

MORNING = time(7, 30)
READ_KEPT = timedelta(days=90)


def tell(
    kind: str,
    people: Iterable[User],
    about: tuple[str, str],
    at: datetime,
    actor: User | None = None,
    facts: Mapping[str, Any] | None = None,
    submission: Submission | None = None,
) -> None:
    """Tell each of these people but whoever did it; `about` is the noun and the key of the case.

    Only inside `write()`. `facts` are what the mail says. What somebody has not opened yet is not listed twice.
    """
    assert database.in_transaction()
    row = KINDS[kind]
    for person in people:
        if not person.active or (actor is not None and person.id == actor.id):
            continue
        now = row.at_once and person.told_by == ONCE
        if now:
            words = {"words": row.words, "note": "", **(facts or {}), "name": person.name}
            emails.queue(row.mail, person.email, words, at, submission)
        if not Notice.same_unread(person, kind, *about):
            mailed = now or person.told_by == NEVER
            told = {"kind": kind, "noun": about[0], "key": about[1], "made_at": at, "mailed": mailed}
            Notice.create(id=Notice.free_id(at), person=person, **told)


def mark_read(user: User, noun: str, key: str, at: datetime) -> int:
    """This person has opened the case; returns how many pieces of news that settles."""
    return _read((Notice.person == user.id, Notice.noun == noun, Notice.key == key), at)


def mark_all_read(user: User, at: datetime) -> int:
    """This person has seen the list of news."""
    with write():
        return _read((Notice.person == user.id,), at)


def forget(people: Iterable[int], noun: str, key: str) -> None:
    """They may not know of the case any more. Only inside `write()`."""
    Notice.delete().where(Notice.person.in_(list(people)), Notice.noun == noun, Notice.key == key).execute()


def mail_the_morning(at: datetime) -> int:
    """At 07.30, one mail to each person with what no mail has told yet and nobody opened; returns how many mails."""
    if local(at).time() < MORNING:
        return 0
    mailed = 0
    for notices in Notice.for_the_morning().values():
        due = [notice for notice in notices if _is_due(notice, at)]
        news = [notice for notice in due if notice.read_at is None]
        with write():
            fresh = Notice.update(mailed=True).where(Notice.id.in_([each.id for each in due]), ~Notice.mailed).execute()
            if fresh and news and news[0].person.active:
                person = news[0].person
                facts = {"name": person.name, "path": "/petugas", "lines": [_line(notice) for notice in news]}
                emails.queue("morning", person.email, facts, at)
                mailed += 1
    return mailed


def _is_due(notice: Notice, at: datetime) -> bool:
    """It was told before this morning's hour; what comes later waits for the next."""
    return local(notice.made_at) < datetime.combine(local(at).date(), MORNING)


def _line(notice: Notice) -> str:
    """What the mail says of it; of a complaint not even the number."""
    words = KINDS[notice.kind].words
    return words if notice.noun == "complaint" else f"{words}: {notice.key}"


def _read(which: tuple, at: datetime) -> int:
    unread = (*which, Notice.read_at.is_null())
    if not Notice.select().where(*unread).exists():
        return 0
    with bookkeeping():
        return Notice.update(read_at=at).where(*unread).execute()
