"""Electronic signatures in a PDF (PAdES), as pyHanko reads them; nothing is fetched from anywhere.

pyHanko is an optional package (requirements-signatures.txt): without it nothing here can say anything of a signature.
"""

import io
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

VALID, UNKNOWN, SELF_SIGNED, EXPIRED, EARLY, REVOKED, ALTERED = (
    *("valid", "unknown", "self_signed", "expired", "early", "revoked", "altered"),
)
VERDICTS = {
    VALID: "sah: sertifikatnya berlaku saat itu dan penerbitnya dikenal kantor",
    UNKNOWN: "penerbit sertifikatnya tidak dikenal kantor",
    SELF_SIGNED: "sertifikatnya dibuat sendiri, tidak diterbitkan siapa pun",
    EXPIRED: "sertifikatnya sudah tidak berlaku saat itu",
    EARLY: "sertifikatnya belum berlaku saat itu",
    REVOKED: "sertifikatnya sudah dicabut",
    ALTERED: "berkasnya berubah sesudah ditandatangani",
}
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what is wrong with somebody's file is no fault here


class Broken(ValueError):
    """There is a signature, and nobody can say whose."""


@dataclass(frozen=True)
class Signature:
    """One signature: whose, when, and whether it can be relied on."""

    verdict: str
    signer: str
    organisation: str
    issuer: str
    serial: str
    at: datetime | None
    """When, naive UTC, as the file says."""
    starts: datetime
    ends: datetime
    """From when to when the certificate counts."""

    @property
    def is_valid(self) -> bool:
        return self.verdict == VALID

    @property
    def words(self) -> str:
        return VERDICTS[self.verdict]


def can_read() -> bool:
    """The optional package is there."""
    try:
        import pyhanko.sign.validation  # noqa: F401
    except ImportError:
        return False
    return True


def read_signatures(content: bytes, trusted: Path | None, now: datetime) -> tuple[Signature, ...]:
    """Every signature of the PDF in its order; `trusted` is a file or folder of certificates (PEM or DER).

    A file that cannot be read has none; of a signature that cannot be read, `Broken` is raised.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    roots = _certificates(trusted)
    try:
        found = PdfFileReader(io.BytesIO(content), strict=False).embedded_regular_signatures
    except (PdfError, ValueError, KeyError, TypeError):
        return ()
    try:
        return tuple(_read(embedded, roots, now) for embedded in found)
    except Exception as error:  # whatever breaks while it is read is the file's matter
        raise Broken from error


def _read(embedded: Any, roots: Sequence[Any], now: datetime) -> Signature:
    certificate = embedded.signer_cert
    at = embedded.self_reported_timestamp or now.replace(tzinfo=UTC)
    subject, issuer = certificate.subject.native, certificate.issuer.native
    return Signature(
        _verdict(embedded, certificate, roots, at),
        _named(subject, "common_name"),
        _named(subject, "organization_name"),
        _named(issuer, "common_name"),
        f"{certificate.serial_number:x}",
        at.astimezone(UTC).replace(tzinfo=None) if embedded.self_reported_timestamp else None,
        certificate.not_valid_before.replace(tzinfo=None),
        certificate.not_valid_after.replace(tzinfo=None),
    )


def _verdict(embedded: Any, certificate: Any, roots: Sequence[Any], at: datetime) -> str:
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=at)
    try:
        status = validate_pdf_signature(embedded, signer_validation_context=context)
    except Exception:  # whatever breaks while it is read is the file's matter
        return ALTERED
    whole = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    if not (status.intact and status.valid and status.docmdp_ok and whole):
        return ALTERED
    if status.revoked:
        return REVOKED
    if at > certificate.not_valid_after:
        return EXPIRED
    if at < certificate.not_valid_before:
        return EARLY
    if status.trusted:
        return VALID
    return SELF_SIGNED if certificate.self_issued else UNKNOWN


def _certificates(place: Path | None) -> list[Any]:
    from pyhanko.keys import load_certs_from_pemder

    if place is None:
        return []
    files = sorted(file for file in place.iterdir() if file.is_file()) if place.is_dir() else [place]
    read: Any = load_certs_from_pemder
    return list(read([str(file) for file in files]))


def _named(name: Mapping[str, Any], part: str) -> str:
    """One part of a name in a certificate; of several the last."""
    value = name.get(part) or ""
    return str(value[-1] if isinstance(value, list) else value)[:200]
