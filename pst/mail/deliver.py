"""Handing mails over: count the try, compose, talk to the server, write down what came of it.

One sender works at a time, and its turn ends with its process: what a process that died had in its hands is due
again at once. Such a mail can arrive twice, never not at all; its Message-ID is the same. No transaction is open
while the network is talked to.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage

from pst.actions.files import FileStore
from pst.config import Config
from pst.disk import write_whole
from pst.mail.compose import Uncomposable, compose
from pst.mail.server import Outcome, send
from pst.models.base import database, write
from pst.models.emails import Email
from pst.models.office.settings import the_office
from pst.rules.office.emails import kind_of
from pst.rules.office.office import Office

log = logging.getLogger("pst.mail")

MOST_TRIES = 12
LONGEST_WAIT = timedelta(hours=12)


def deliver_due(
    config: Config, at: datetime, *, on_sent: Callable[[Email], None] | None = None, limit: int = 50
) -> dict[str, int]:
    """Hand over what is due, at most `limit` mails; returns how many came to each state.

    Trouble with one mail is that mail's, and the others go. Only where the server itself cannot be talked to, the
    rest waits for the next call. `on_sent` is called for each mail that the server has taken, after that is written
    down; what it raises is logged and stops nothing. One that was only kept as a file does not count as sent.
    """
    counts: dict[str, int] = {}
    if not Email.due(at).exists():
        return counts
    office = the_office()
    with database.only_one("sending") as ours:
        for email in list(Email.due(at, limit)) if ours else ():
            if not _count_try(email):
                continue
            outcome = _hand_over(email, config, office)
            _note(email, outcome, at)
            counts[email.state] = counts.get(email.state, 0) + 1
            if outcome.state == "sent" and on_sent is not None:
                _call(on_sent, email)
            if outcome.unreachable:
                break
    return counts


def retry_after(tries: int) -> timedelta:
    """1, 2, 4, 8 … minutes after the first, second, third, fourth failure; never more than half a day."""
    return min(timedelta(minutes=2 ** min(tries - 1, 20)), LONGEST_WAIT)


def _count_try(email: Email) -> bool:
    """Whether the mail is still to be sent; its try is on disk before the server hears of it."""
    with write():
        waiting = (Email.id == email.id, Email.state == "queued")
        counted = Email.update(tries=Email.tries + 1).where(*waiting).execute()
    email.tries += 1
    return bool(counted)


def _hand_over(email: Email, config: Config, office: Office) -> Outcome:
    """Compose and send (or keep). Whatever goes wrong with one mail must not hold up the others."""
    try:
        message = compose(email, config.site, office, config.mail_from, _letter(email, config))
        if not config.smtp:
            keep(message, email, config)
            return Outcome("kept")
        return send(message, config)
    except (Uncomposable, UnicodeError) as error:
        return Outcome("failed", str(error))
    except OSError as error:  # no room on the disk
        return Outcome("queued", f"Surel belum terkirim ({error}).", unreachable=True)
    except Exception as error:
        log.exception("mail %s", email.id)
        return Outcome("queued", f"Surel belum terkirim karena kesalahan pada sistem ({type(error).__name__}).")


def keep(message: EmailMessage, email: Email, config: Config) -> None:
    """Write the mail as a file that mail programs open, readable by the office's own account alone."""
    write_whole(config.mails / _file_name(email), message.as_bytes(), mode=0o600)


def forget_kept(config: Config) -> int:
    """Delete the files of mails that the outbox no longer has; how many. After rows were dropped for their age."""
    known = {_file_name(row) for row in Email.select(Email.id, Email.kind, Email.created_at)}
    strays = [file for file in config.mails.glob("*.eml") if file.name not in known]
    for file in strays:
        file.unlink(missing_ok=True)
    return len(strays)


def _file_name(email: Email) -> str:
    return f"{email.created_at:%Y%m%d-%H%M%S}-{email.id:06d}-{email.kind}.eml"


def _note(email: Email, outcome: Outcome, at: datetime) -> None:
    """Write down what came of it, in its own transaction; a link that has left is wiped from the row."""
    email.state, email.error = outcome.state, outcome.error[:1000]
    if outcome.state == "queued":
        email.next_try_at = at + retry_after(email.tries)
        if email.tries >= MOST_TRIES:
            email.state = "failed"
    if outcome.state == "sent":
        email.sent_at = at
        if kind_of(email.kind).secret:
            email.facts["path"] = ""
    with write():
        email.save()


def _letter(email: Email, config: Config) -> bytes:
    """The PDF that this mail carries; without the file the mail still goes, with the link alone."""
    if not kind_of(email.kind).with_letter or not email.facts.get("letter_file"):
        return b""
    try:
        return FileStore(config.files).read(email.facts["letter_file"])
    except OSError:
        log.warning("the letter of mail %s is not on disk", email.id)
        return b""


def _call(hook: Callable[[Email], None], email: Email) -> None:
    try:
        hook(email)
    except Exception:
        log.exception("after mail %s", email.id)
