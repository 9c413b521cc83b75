"""Talking to the mail server: who we are, how private it is, and what its answers mean."""

import ssl
import subprocess
from dataclasses import replace
from email.message import EmailMessage

import pytest
from aiosmtpd.smtp import AuthResult

from pst.mail import server as talk
from pst.mail.server import Outcome, send
from tests.mail.mail_server import Server, free_port


def sent(config, to="a@contoh.test") -> Outcome:
    """One mail through one conversation."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "pst@kantor.test", to, "Uji"
    return send(letter, config)


def test_name_and_password_are_given_and_a_wrong_one_is_the_servers_trouble_not_the_mails(config, serve):
    def check(server, session, envelope, mechanism, login):
        return AuthResult(success=login.password == b"rahasia", handled=False)

    place = serve(Server(), authenticator=check, auth_required=False, auth_require_tls=False)
    right = replace(config, smtp=place, smtp_user="pst", smtp_password="rahasia", smtp_tls="none")

    assert sent(right) == Outcome("sent")
    wrong = sent(replace(right, smtp_password="salah"))
    assert (wrong.state, wrong.unreachable) == ("queued", True)
    assert wrong.error.startswith("Nama pengguna atau kata sandi ditolak server surel (535")


def test_name_and_password_never_go_in_the_clear_unless_the_office_says_so(config, serve):
    heard = []

    def check(server, session, envelope, mechanism, login):
        heard.append(login)
        return AuthResult(success=True)

    place = serve(Server(), authenticator=check, auth_required=False, auth_require_tls=False)
    named = replace(config, smtp=place, smtp_user="pst", smtp_password="rahasia")

    assert sent(named) == Outcome(
        "queued",
        "Server surel tidak menawarkan sambungan aman, jadi kata sandi tidak dikirim; periksa PST_SMTP_TLS.",
        unreachable=True,
    )
    assert heard == []
    assert sent(replace(named, smtp_tls="none")) == Outcome("sent")


@pytest.mark.parametrize("to", ["b@contoh.test", "c@contoh.test"])
def test_a_refused_receiver_is_this_mails_trouble_for_good_or_for_now(config, serve, to):
    refuse = {"b@contoh.test": "550 tidak ada", "c@contoh.test": "450 nanti"}

    outcome = sent(replace(config, smtp=serve(Server(refuse=refuse))), to)

    told = {
        "b": Outcome("failed", "Alamat tujuan ditolak server surel (550 tidak ada)."),
        "c": Outcome("queued", "Alamat tujuan belum diterima server surel (450 nanti)."),
    }
    assert outcome == told[to[0]]


def test_a_sender_refused_is_our_settings_trouble_unless_the_mail_is_too_large(config, serve):
    server = Server(refuse_sender="550 5.7.1 pengirim tidak dikenal")
    place = replace(config, smtp=serve(server))

    assert sent(place) == Outcome("queued", "Server surel menjawab 550 5.7.1 pengirim tidak dikenal.")

    server.refuse_sender = "552 5.3.4 terlalu besar"
    assert sent(place) == Outcome("failed", "Server surel menjawab 552 5.3.4 terlalu besar.")


def test_encryption_that_is_asked_for_is_insisted_on(config, serve):
    server = Server()
    plain = replace(config, smtp=serve(server))

    refused = sent(replace(plain, smtp_tls="starttls"))

    assert (refused.state, refused.unreachable, server.taken) == ("queued", True, [])
    assert sent(replace(plain, smtp_tls="auto")) == Outcome("sent")


@pytest.mark.parametrize("kind", ["auto", "starttls", "tls"])
def test_a_vouched_for_certificate_makes_the_conversation_private(config, serve, certificate, kind):
    trusting = replace(config, smtp_tls=kind, smtp_ca=str(certificate[0]))

    assert sent(replace(trusting, smtp=private(serve, certificate, kind))) == Outcome("sent")


@pytest.mark.parametrize("kind", ["auto", "starttls", "tls"])
def test_a_certificate_nobody_vouches_for_is_not_trusted(config, serve, certificate, monkeypatch, kind):
    place = private(serve, certificate, kind)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)

    outcome = sent(replace(config, smtp=place, smtp_tls=kind))

    assert (outcome.state, outcome.unreachable) == ("queued", True)
    assert outcome.error.startswith("Sambungan aman ke server surel gagal (CERTIFICATE_VERIFY_FAILED")


def test_a_server_that_is_not_there_and_a_name_nobody_knows_are_said_in_words(config):
    refused = sent(replace(config, smtp=f"127.0.0.1:{free_port()}"))
    unknown = sent(replace(config, smtp="tidak-ada.invalid:25"))

    assert refused == Outcome("queued", "Server surel tidak dapat dihubungi: sambungan ditolak.", True)
    assert (unknown.state, unknown.unreachable) == ("queued", True)
    assert unknown.error == "Nama server surel tidak dikenal; periksa PST_SMTP dan jaringan."


def test_the_server_has_twenty_seconds_until_it_knows_us_a_minute_over_a_mail_and_three_in_all():
    assert (talk.TIMEOUT, talk.PATIENCE, talk.AT_MOST) == (20, 60, 180)


@pytest.fixture
def certificate(tmp_path):
    """A certificate that its owner signed alone, and its key."""
    key, paper = tmp_path / "key.pem", tmp_path / "paper.pem"
    asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    named = ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run(["openssl", *asked, *named, "-keyout", key, "-out", paper], check=True, capture_output=True)
    return paper, key


def private(serve, certificate, kind: str) -> str:
    """A server that offers encryption, or (tls) speaks nothing else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return serve(Server(), **{"ssl_context" if kind == "tls" else "tls_context": context})
