"""What a file that was brought as the signed letter is: signed electronically, a scan, or something else."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from pst.exchange.pdf_pages import OTHER, SAME, likeness, page_count
from pst.exchange.signatures import UNKNOWN, VALID, Broken, Signature, can_read, read_signatures
from pst.exchange.uploads import UploadRefused
from pst.models.letters.letters import Letter
from pst.models.office.settings import the_office
from pst.rules.letters.signing import ELECTRONIC, ELECTRONIC_ONLY, SCAN, is_same_person

SLACK = timedelta(days=1)
"""How wrong the clock of a signing machine may be."""
NO_SIGNATURE = "Kantor hanya menerbitkan surat bertanda tangan elektronik, dan berkas ini tidak memuatnya."
NOT_READ = (
    "Kantor hanya menerbitkan surat bertanda tangan elektronik, tetapi pembacanya belum terpasang. Mintalah pengelola "
    "memasang requirements-signatures.txt."
)
OTHER_WORDS = "Isi berkas ini tidak sama dengan surat yang disahkan. Tandatangani PDF dari halaman ini, tanpa diubah."


@dataclass(frozen=True)
class Recognised:
    """How it was signed, by which signature (the last), and whether every page is drawn as in the letter."""

    way: str
    signature: Signature | None = None
    is_same: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        """What is kept of it with the file."""
        if self.signature is None:
            return {"way": self.way}
        facts = {key: _plain(value) for key, value in asdict(self.signature).items()}
        return {"way": self.way, "signer": self.signature.signer, "facts": {**facts, "same": self.is_same}}

    def leaves_no_doubt_for(self, letter: Letter, at: datetime) -> bool:
        """The letter's own signatory signed this very letter after it was approved, with a certificate that counts."""
        seen = self.signature
        if seen is None or seen.at is None or not (self.is_same and seen.is_valid):
            return False
        timely = letter.issued_at - SLACK <= seen.at <= at + SLACK
        return timely and is_same_person(seen.signer, letter.facts["signatory"]["name"])


def recognise(content: bytes, original: bytes, trusted: Path | None, at: datetime) -> Recognised:
    """Look into the file that was brought. Raises `UploadRefused` for what cannot be the signed letter."""
    try:
        signatures = read_signatures(content, trusted, at) if can_read() else ()
    except Broken:
        raise UploadRefused("Tanda tangan elektronik pada berkas ini rusak dan tidak dapat dibaca.", "berkas") from None
    if not signatures:
        return _scan(content, original)
    if broken := [each for each in signatures if each.verdict not in (VALID, UNKNOWN)]:
        raise UploadRefused(f"Tanda tangan {broken[0].signer}: {broken[0].words}.", "berkas")
    kind = likeness(original, content)
    if kind == OTHER:
        raise UploadRefused(OTHER_WORDS, "berkas")
    doubtful = [each for each in signatures if not each.is_valid]
    return Recognised(ELECTRONIC, (doubtful or signatures)[-1], kind == SAME)


def _scan(content: bytes, original: bytes) -> Recognised:
    if the_office().letter_signing == ELECTRONIC_ONLY:
        raise UploadRefused(NO_SIGNATURE if can_read() else NOT_READ, "berkas")
    here, there = page_count(content), page_count(original)
    if here != there:
        raise UploadRefused(f"Berkas ini {here} halaman, suratnya {there} halaman. Pindai semua halamannya.", "berkas")
    return Recognised(SCAN)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
