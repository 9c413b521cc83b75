"""Handing mails over: claim a row, compose, talk to the server, write down what came of it.

No transaction is open while the network is talked to. A claimed row is leased for some minutes: of two
senders one gets it, and if that one dies the row is free again. A mail can then arrive twice, never not
at all; its Message-ID is the same.
"""

import logging
import os
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage

from peewee import DatabaseError

from pst.actions.emails import SECRET_KINDS
from pst.actions.files import FileStore
from pst.config import Config
from pst.mail.compose import WITH_LETTER, Uncomposable, compose
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office import the_office
from pst.rules.office import Office

log = logging.getLogger("pst.mail")

TIMEOUT = 20
"""Seconds the server may take for one answer."""
LEASE = timedelta(minutes=5)
"""More than a whole conversation with a slow server takes."""
MOST_TRIES = 12
LONGEST_WAIT = timedelta(hours=12)
OF_ONE_MAIL = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)
"""Refusals that speak of one mail; others speak of the server or our settings: encryption, password."""


@dataclass(frozen=True)
class Outcome:
    """What came of one mail: its new state (`queued`: to be tried again) and, if it did not go well, why.

    `unreachable` says that the trouble is the server's, not this mail's.
    """

    state: str
    error: str = ""
    unreachable: bool = False


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
        with _server(config) as server:
            server.send_message(message, from_addr=config.mail_from, to_addrs=[email.to])
        return Outcome("sent")
    except (Uncomposable, UnicodeError) as error:
        return Outcome("failed", str(error))
    except (smtplib.SMTPException, OSError) as error:
        return _what_went_wrong(error)
    except Exception as error:
        log.exception("mail %s", email.id)
        return Outcome(
            "queued", f"Surel belum terkirim karena kesalahan pada sistem ({type(error).__name__})."
        )


def keep(message: EmailMessage, email: Email, config: Config) -> None:
    """Write the mail as a file that mail programs open, readable by the office's own account alone."""
    config.mails.mkdir(parents=True, exist_ok=True)
    place = config.mails / f"{email.created_at:%Y%m%d-%H%M%S}-{email.id:06d}-{email.kind}.eml"
    half = place.with_suffix(".part")
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(message.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    os.replace(half, place)


@contextmanager
def _server(config: Config) -> Iterator[smtplib.SMTP]:
    """A conversation with the mail server, encrypted as the settings ask."""
    host, _, port = config.smtp.rpartition(":")
    host = host.strip("[]")
    context = ssl.create_default_context()
    if config.smtp_tls == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, int(port), timeout=TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(host, int(port), timeout=TIMEOUT)
    try:
        server.ehlo()
        if config.smtp_tls == "starttls" or (config.smtp_tls == "auto" and server.has_extn("starttls")):
            server.starttls(context=context)
            server.ehlo()
        if config.smtp_user:
            server.login(config.smtp_user, config.smtp_password)
        yield server
    except BaseException:
        server.close()
        raise
    with suppress(smtplib.SMTPException, OSError):
        server.quit()  # what was taken is taken, whatever is said at the end


def _what_went_wrong(error: Exception) -> Outcome:
    """This mail refused for good (5xx) ends it; all else is tried again."""
    code, said = _answer(error)
    of_this_mail = isinstance(error, OF_ONE_MAIL)
    state = "failed" if of_this_mail and code >= 500 else "queued"
    return Outcome(state, _reason(error, code, said), unreachable=not of_this_mail)


def _answer(error: Exception) -> tuple[int, str]:
    """The server's answer, if there was one: its code and its words."""
    said: bytes | str
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))  # one receiver, one answer
    elif isinstance(error, smtplib.SMTPResponseException):
        code, said = error.smtp_code, error.smtp_error
    else:
        return 0, ""
    return code, said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _reason(error: Exception, code: int, said: str) -> str:
    """For the officer who looks at the list: what happened, and the server's own words."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"Nama pengguna atau kata sandi ditolak server surel ({code} {said})."
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"Alamat tujuan ditolak server surel ({code} {said})."
    if code > 0:
        return f"Server surel menjawab {code} {said}."
    if isinstance(error, ssl.SSLError):
        return f"Sambungan aman ke server surel gagal ({error.reason or error})."
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "Server surel tidak menjawab tepat waktu."
    if isinstance(error, ConnectionRefusedError):
        return "Server surel tidak dapat dihubungi: sambungan ditolak."
    if isinstance(error, (smtplib.SMTPServerDisconnected, ConnectionError)):
        return "Server surel memutus sambungan di tengah pengiriman."
    return f"Surel belum terkirim ({error})."


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
    except DatabaseError:
        raise
    except Exception:
        log.exception("after mail %s", email.id)
