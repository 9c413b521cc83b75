"""Handing mails over: claim a row, compose, talk to the server, write down what came of it.

No transaction is open while the network is talked to. A claimed row is leased for some minutes: of two
senders one gets it, and if that one dies the row is free again. A mail can then arrive twice, never not
at all; its Message-ID is the same.
"""

import logging
import os
import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage

from pst.actions.emails import SECRET_KINDS
from pst.actions.files import FileStore
from pst.config import Config
from pst.mail.compose import WITH_LETTER, Uncomposable, compose
from pst.mail.server import Outcome, conversation, what_went_wrong
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.settings import the_office
from pst.rules.office.office import Office

log = logging.getLogger("pst.mail")

LEASE = timedelta(minutes=5)
"""More than a whole conversation with a slow server takes."""
MOST_TRIES = 12
LONGEST_WAIT = timedelta(hours=12)


def deliver_due(
    config: Config,
    at: datetime,
    *,
    on_sent: Callable[[Email], None] | None = None,
    limit: int = 50,
) -> dict[str, int]:
    """Hand over what is due, at most `limit` mails; returns how many came to each state.

    Where the server cannot be talked to, the rest waits for the next call. `on_sent` is called for each
    mail that the server has taken, after that is written down; what it raises is logged and stops
    nothing. One that was only kept as a file does not count as sent.
    """
    counts: dict[str, int] = {}
    due, office = list(Email.due(at, limit)), the_office()
    for email in due:
        if not _claim(email, at):
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


def _claim(email: Email, at: datetime) -> bool:
    """Take the lease, unless somebody else did since the row was read."""
    free = Email.leased_until.is_null() | (Email.leased_until < at)
    with write():
        taken = (
            Email.update(leased_until=at + LEASE, tries=Email.tries + 1)
            .where(Email.id == email.id, Email.state == "queued", Email.tries == email.tries, free)
            .execute()
        )
    email.tries += 1
    return bool(taken)


def _hand_over(email: Email, config: Config, office: Office) -> Outcome:
    """Compose and send (or keep). Whatever goes wrong with one mail must not hold up the others."""
    try:
        message = compose(email, config.site, office, config.mail_from, _letter(email, config))
        if not config.smtp:
            keep(message, email, config)
            return Outcome("kept")
        with conversation(config) as server:
            server.send_message(message, from_addr=config.mail_from, to_addrs=[email.to])
        return Outcome("sent")
    except (Uncomposable, UnicodeError) as error:
        return Outcome("failed", str(error))
    except (smtplib.SMTPException, OSError) as error:
        return what_went_wrong(error)
    except Exception as error:
        log.exception("mail %s", email.id)
        return Outcome("queued", f"Surel belum terkirim karena kesalahan pada sistem ({type(error).__name__}).")


def keep(message: EmailMessage, email: Email, config: Config) -> None:
    """Write the mail as a file that mail programs open, readable by the office's own account alone."""
    config.mails.mkdir(parents=True, exist_ok=True)
    place = config.mails / _file_name(email)
    half = place.with_suffix(".part")
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(message.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    os.replace(half, place)


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
    email.state, email.error, email.leased_until = outcome.state, outcome.error[:1000], None
    if outcome.state == "queued":
        email.next_try_at = at + retry_after(email.tries)
        if email.tries >= MOST_TRIES:
            email.state = "failed"
    if outcome.state == "sent":
        email.sent_at = at
        if email.kind in SECRET_KINDS:
            email.facts["path"] = ""
    with write():
        email.save()


def _letter(email: Email, config: Config) -> bytes:
    """The PDF that this mail carries; without the file the mail still goes, with the link alone."""
    if email.kind not in WITH_LETTER or not email.facts.get("letter_file"):
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
