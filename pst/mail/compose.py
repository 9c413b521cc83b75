"""A mail from its kind and facts: subject and body as in `templates/emails/<kind>/`, plain text in UTF-8."""

import re
import unicodedata
from datetime import UTC
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import idna
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pst.config import ROOT
from pst.models.emails import Email
from pst.rules import wording
from pst.rules.calendar import read_day
from pst.rules.office.office import Office
from pst.rules.review import labels
from pst.rules.submissions import deadlines
from pst.rules.submissions.counting import ClockRule

SUBJECT_LENGTH = 150


class Uncomposable(ValueError):
    """The mail cannot be written or addressed; trying again would not help. The message says why."""


def compose(
    email: Email, site: str, office: Office, sender: str = "pst@localhost", letter: bytes = b""
) -> EmailMessage:
    """The message as it goes out. `site` has no final slash; `letter` is the PDF, for kinds that carry one.

    The same row always gives the same Message-ID and Date, so a mail that was handed over twice is seen
    to be one. Raises `Uncomposable`.
    """
    subject, body = words(email, site, office, attached=bool(letter))
    sender = _carried(sender)
    message = EmailMessage(policy=SMTP.clone(utf8=False, max_line_length=78))
    message["Subject"] = subject
    message["From"] = _mailbox(sender, f"PST {office.office_short}")
    message["To"] = _mailbox(_carried(email.to))
    if office.email and office.email != sender:
        message["Reply-To"] = _mailbox(_carried(office.email), office.office_short)
    message["Date"] = email.created_at.replace(tzinfo=UTC)
    message["Message-ID"] = f"<pst-{email.id}-{email.created_at:%Y%m%d%H%M%S}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(body, cte="quoted-printable")
    if letter:
        name = re.sub(r"[^A-Za-z0-9.]+", "-", email.facts.get("letter_number", "")).strip("-")
        message.add_attachment(letter, maintype="application", subtype="pdf", filename=f"surat-{name}.pdf")
    return message


def words(email: Email, site: str, office: Office, attached: bool = False) -> tuple[str, str]:
    """Subject and body, as people read them. Raises `Uncomposable`.

    `usual` stands for what mails queued by an earlier version do not tell.
    """
    usual = {"name": "", "expected": "", "rule": office.clock_rule.to_json()}
    given = {**usual, **email.facts, "site": site, "office": office, "attached": attached}
    try:
        subject = _TEMPLATES.get_template(f"{email.kind}/subject.txt").render(given)
        body = _TEMPLATES.get_template("_frame.txt").render(given, body_file=f"{email.kind}/body.txt")
    except Exception as error:
        raise Uncomposable(f"Surel tidak dapat disusun: {error}") from error
    return _one_line(subject)[:SUBJECT_LENGTH], _tidy(body)


def quoted(text: str) -> str:
    """Somebody else's words, set apart as mails do; a dash where there are none."""
    lines = str(text).strip().splitlines() or ["–"]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def in_words(day: str) -> str:
    """23 November 2026, from 2026-11-23; what is no such date stays as it is."""
    known = read_day(day)
    return wording.long_date(known) if known else day


def promise(rule: dict) -> str:
    """The clock rule a submission is counted by, as the confirmation page prints it."""
    return deadlines.rule_in_words(ClockRule.from_json(rule))


def _carried(address: str) -> str:
    """The address as every server carries it: its domain in the ASCII form (IDNA) where it has other letters."""
    name, at, domain = address.rpartition("@")
    if not name.isascii():
        raise Uncomposable(f"Alamat surel tidak sah: di depan tanda @ hanya huruf a–z: {address!r}")
    try:
        return address if domain.isascii() else name + at + idna.encode(domain, uts46=True).decode()
    except idna.IDNAError as error:
        raise Uncomposable(f"Alamat surel tidak sah: {address!r}") from error


def _mailbox(address: str, name: str = "") -> Address:
    """An address that cannot break the header it stands in."""
    refusal = Uncomposable(f"Alamat surel tidak sah: {address!r}")
    try:
        mailbox = Address(display_name=_one_line(name), addr_spec=address)
    except (ValueError, IndexError, MessageError) as error:
        raise refusal from error
    if mailbox.addr_spec != address:  # only its beginning was understood
        raise refusal
    return mailbox


def _one_line(text: str) -> str:
    """No line break and no control character: a header stays one header."""
    return " ".join("".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text).split())


def _tidy(text: str) -> str:
    """No hidden characters, no blanks at line ends, never two empty lines in a row."""
    clean = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs"))
    lines = "\n".join(line.rstrip() for line in clean.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"


_TEMPLATES = Environment(
    loader=FileSystemLoader(ROOT / "templates" / "emails"),
    undefined=StrictUndefined,
    autoescape=False,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_TEMPLATES.filters |= {"quoted": quoted, "in_words": in_words, "promise": promise, "status_label": labels.status_label}
