"""Talking to the office's mail server, and putting into words what it answered."""

import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage

from pst.config import Config

TIMEOUT = 20
"""Seconds the server may take for each answer until it knows us."""
PATIENCE = 60
"""Seconds it may think about one mail. One that thinks long has often taken it all the same: whoever hangs up too
soon sends it twice."""
AT_MOST = 180
"""Seconds one mail may take as a whole, also where answers come drop by drop."""
TOO_LARGE = 552


class InTheClear(OSError):
    """The server offers no encryption, and nobody said that the password may go without."""


TROUBLE = (smtplib.SMTPException, OSError)


@dataclass(frozen=True)
class Outcome:
    """What came of one mail: its new state (`queued`: to be tried again) and, if it did not go well, why.

    `unreachable` says that the trouble is the server's, not this mail's: no other would fare better now.
    """

    state: str
    error: str = ""
    unreachable: bool = False


def send(message: EmailMessage, config: Config) -> Outcome:
    """Hand one mail over in a conversation of its own, so that its trouble cannot touch the next mail.

    Until the server knows us, trouble is the server's or our settings'; from then on it is this mail's.
    """
    try:
        server = _greet(config)
    except TROUBLE as error:
        return Outcome("queued", _reason(error, *_answer(error)), unreachable=True)
    with closing(server), _ending_in_time(server):
        try:
            server.send_message(message, _address(message, "From"), [_address(message, "To")])
        except TROUBLE as error:
            return _refused(error)
        with suppress(*TROUBLE):
            server.quit()  # what was taken is taken, whatever is said at the end
    return Outcome("sent")


def send_trial(to: str, config: Config) -> Outcome:
    """Send one mail to this address, now, to see whether the settings are right."""
    if not config.smtp:
        return Outcome("failed", "PST_SMTP kosong: surel tidak dikirim, melainkan disimpan sebagai berkas.")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = config.mail_from, to, "Surel uji PST"
    mail.set_content(f"Surel ini menunjukkan bahwa {config.site} dapat mengirim surel.")
    return send(mail, config)


def _greet(config: Config) -> smtplib.SMTP:
    """A conversation with the mail server, encrypted as the settings ask and signed in."""
    host, _, port = config.smtp.rpartition(":")
    host = host.strip("[]")
    context = ssl.create_default_context(cafile=config.smtp_ca or None)
    if config.smtp_tls == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, int(port), timeout=TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(host, int(port), timeout=TIMEOUT)
    try:
        server.ehlo()
        if config.smtp_tls == "starttls" or (config.smtp_tls == "auto" and server.has_extn("starttls")):
            server.starttls(context=context)
            server.ehlo()
        if config.smtp_user and config.smtp_tls == "auto" and not isinstance(server.sock, ssl.SSLSocket):
            raise InTheClear
        if config.smtp_user:
            server.login(config.smtp_user, config.smtp_password)
    except BaseException:
        server.close()
        raise
    return server


@contextmanager
def _ending_in_time(server: smtplib.SMTP) -> Iterator[None]:
    """A socket counts its patience from octet to octet; the clock beside it counts the whole."""
    assert server.sock is not None
    server.sock.settimeout(PATIENCE)
    clock = threading.Timer(AT_MOST, server.sock.shutdown, [socket.SHUT_RDWR])
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _address(message: EmailMessage, header: str) -> str:
    address: str = message[header].addresses[0].addr_spec
    return address


def _refused(error: Exception) -> Outcome:
    """A mail refused for good (5xx) has failed; all else is tried again.

    So is a sender refused for good, unless the mail is too large (552): that speaks of our settings, and every mail
    would be lost by them.
    """
    code, said = _answer(error)
    of_sender = isinstance(error, smtplib.SMTPSenderRefused) and code != TOO_LARGE
    return Outcome("failed" if code >= 500 and not of_sender else "queued", _reason(error, code, said))


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
    if isinstance(error, InTheClear):
        return "Server surel tidak menawarkan sambungan aman, jadi kata sandi tidak dikirim; periksa PST_SMTP_TLS."
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
