"""How a letter is signed: outside this program, with a pen or a certificate; and what is said of each way.

UU 11/2008 as changed by UU 1/2024 (articles 5 and 11) and PP 71/2019: a picture of a signature is no electronic
signature, so nothing here claims one that was not seen in the file.
"""

import re

SIGNED_FILE, ELECTRONIC_ONLY, UNSIGNED = "signed_file", "electronic", "unsigned"
LETTER_SIGNING = (
    (SIGNED_FILE, "Sesudah berkas bertanda tangan diunggah: tanda tangan elektronik atau pindaian"),
    (ELECTRONIC_ONLY, "Sesudah berkas bertanda tangan elektronik diunggah"),
    (UNSIGNED, "Tanpa tanda tangan, dengan keterangan pada suratnya"),
)
"""What the office decides; only what it names is mailed, offered and handed over."""

ELECTRONIC, SCAN = "electronic", "scan"
WAYS = {
    ELECTRONIC: "Tanda tangan elektronik",
    SCAN: "Tanda tangan pena (pindaian)",
    "": "Tanpa tanda tangan pada sistem ini",
}
"""How a letter that is out was signed."""

SIGNED_NOTE = "Berlaku bila bertanda tangan pena atau tanda tangan elektronik; kode QR bukan tanda tangan elektronik."
UNSIGNED_NOTE = (
    "Disiapkan untuk tanda tangan pena atau tanda tangan elektronik di luar sistem ini; "
    "kode QR bukan tanda tangan elektronik."
)
"""The small print of letters that leave unsigned, where the office says nothing else."""


def is_same_person(certificate: str, name: str) -> bool:
    """The name in a certificate is the one on the letter; titles and capitals differ, the words of the name do not."""
    theirs, ours = (set(re.findall(r"[^\W\d_]{2,}", text.casefold())) for text in (certificate, name))
    return bool(theirs and ours) and (theirs <= ours or ours <= theirs)


def way_label(state: str, way: str | None) -> str:
    """How the letter was signed, or that it still waits for it; nothing of a letter that never went out."""
    return {"waiting": "Menunggu tanda tangan", "void": "–"}.get(state) or WAYS[way or ""]
