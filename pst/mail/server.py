"""Talking to the office's mail server, and putting into words what it answered."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from pst.config import Config

TIMEOUT = 20
"""Seconds the server may take for one answer."""
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


@contextmanager
def conversation(config: Config) -> Iterator[smtplib.SMTP]:
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


def what_went_wrong(error: Exception) -> Outcome:
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
        refused = "ditolak" if code >= 500 else "belum diterima"
        return f"Alamat tujuan {refused} server surel ({code} {said})."
    if code > 0:
        return f"Server surel menjawab {code} {said}."
    if isinstance(error, ssl.SSLError):
        return f"Sambungan aman ke server surel gagal ({error.reason or error})."
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "Server surel tidak menjawab tepat waktu."
    if isinstance(error, socket.gaierror):
        return "Nama server surel tidak dikenal; periksa PST_SMTP dan jaringan."
    if isinstance(error, ConnectionRefusedError):
        return "Server surel tidak dapat dihubungi: sambungan ditolak."
    if isinstance(error, (smtplib.SMTPServerDisconnected, ConnectionError)):
        return "Server surel memutus sambungan di tengah pengiriman."
    return f"Surel belum terkirim ({error})."
