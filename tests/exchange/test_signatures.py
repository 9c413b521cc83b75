"""Electronic signatures: good ones are good; self-signed, expired, unknown and altered ones never are."""

from datetime import UTC, datetime, timedelta

import pytest

from pst.exchange import signatures
from pst.exchange.signatures import ALTERED, EXPIRED, SELF_SIGNED, UNKNOWN, VALID, read_signatures
from tests.exchange.certificates import AUTHORITY, a_signer, an_authority, signed
from tests.exchange.test_uploads import a_pdf

NOW = datetime.now(UTC).replace(tzinfo=None)


@pytest.fixture
def trusted(tmp_path):
    """A folder with the certificate of the test's own authority."""
    (tmp_path / "ca.pem").write_bytes(an_authority(AUTHORITY).pem)
    return tmp_path


@pytest.mark.parametrize(
    ("signer", "verdict"),
    [
        (a_signer(), VALID),
        (a_signer("Andi", None), SELF_SIGNED),
        (a_signer("Lama", until=datetime(2026, 2, 1, tzinfo=UTC)), EXPIRED),
        (a_signer("Asing", "CA Asing"), UNKNOWN),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_signature_is_judged_by_its_certificate(trusted, signer, verdict):
    [found] = read_signatures(signed(a_pdf(), signer), trusted, NOW)

    assert (found.verdict, found.is_valid, found.organisation) == (verdict, verdict == VALID, "Kantor Uji")
    assert abs(found.at - NOW) < timedelta(hours=6) and found.words


def test_without_a_trusted_authority_every_signature_is_of_unknown_origin():
    [found] = read_signatures(signed(a_pdf()), None, NOW)

    assert (found.verdict, found.signer, found.issuer) == (UNKNOWN, "Dewi Kepala", "CA Uji")


def test_one_changed_byte_makes_it_altered(trusted):
    content = bytearray(signed(a_pdf()))
    content[content.index(b"/MediaBox") + 12] ^= 1

    [found] = read_signatures(bytes(content), trusted, NOW)

    assert (found.verdict, found.words) == (ALTERED, "berkasnya berubah sesudah ditandatangani")


def test_what_is_not_signed_has_no_signature(trusted):
    assert (read_signatures(a_pdf(), trusted, NOW), read_signatures(b"%PDF-1.7 rusak", trusted, NOW)) == ((), ())


def test_without_the_package_nothing_can_be_said(monkeypatch):
    assert signatures.can_read()
    monkeypatch.setitem(__import__("sys").modules, "pyhanko.sign.validation", None)
    assert not signatures.can_read()
