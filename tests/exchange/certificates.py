"""A certificate authority made in the test, and PDFs signed with it as an office signs them outside."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

ISSUED = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Identity:
    """A key and its certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


AUTHORITY = "CA Uji"


@cache
def an_authority(name: str) -> Identity:
    return _made(name, None, ISSUED, ISSUED + timedelta(days=3650))


@cache
def a_signer(
    name: str = "Dewi Kepala", authority: str | None = AUTHORITY, until: datetime = ISSUED + timedelta(days=730)
) -> Identity:
    """Somebody with a certificate of this authority; without one it is self-signed."""
    return _made(name, an_authority(authority) if authority else None, ISSUED, until)


def signed(content: bytes, who: Identity | None = None) -> bytes:
    """The PDF signed by this person now (PAdES), added to its end as signing programs do."""
    who = who or a_signer()
    key = who.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    signer = signers.SimpleSigner(
        signing_cert=_theirs(who.certificate),
        signing_key=_their_key(key),
        cert_registry=SimpleCertificateStore.from_certs([_theirs(who.certificate)]),
    )
    meta = signers.PdfSignatureMetadata(field_name="Tandatangan", subfilter=SigSeedSubFilter.PADES)
    out = io.BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content)), meta, signer=signer, output=out)
    return out.getvalue()


def _made(name: str, by: Identity | None, starts: datetime, ends: datetime) -> Identity:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _named(name)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(starts)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=name.startswith("CA"), path_length=None), critical=True)
        .add_extension(_usage(name.startswith("CA")), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return Identity(key, builder.sign(by.key if by else key, hashes.SHA256()))


def _named(name: str) -> x509.Name:
    organisation = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Kantor Uji")
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), organisation])


def _usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _theirs(certificate: x509.Certificate):
    from asn1crypto.x509 import Certificate

    return Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _their_key(der: bytes):
    from asn1crypto.keys import PrivateKeyInfo

    return PrivateKeyInfo.load(der)
