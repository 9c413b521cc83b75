"""Who of the office a complaint is about, read from what was written, before anybody has read it.

Better one officer too many kept away than the one complained about let in: whoever manages complaints can give
access back, and gives a reason.
"""

import re
from collections.abc import Iterable

ORDINARY = frozenset({
    "kepala", "petugas", "pemohon", "admin", "administrator", "operator", "staf", "bapak", "kantor", "kabupaten",
    "mempawah", "statistik", "pengaduan", "layanan", "saran", "yang", "dengan", "untuk",
})  # fmt: skip
"""Words that stand in accounts' names or in any complaint and name nobody."""

TEXT_LENGTH = 4
"""Letters from which a part of a name counts wherever it stands in free text; in the field that asks who, two do."""

BEFORE_A_NAME = frozenset({
    "pak", "bapak", "bp", "bu", "ibu", "mas", "mbak", "kak", "bang", "abang", "saudara", "saudari", "sdr", "sdri",
    "petugas", "namanya", "bernama", "oleh", "si",
})  # fmt: skip
"""After these even a short word in small letters is a name: “bu ani”."""

NOT_OURS = r"(?!\s+(?:sub|seksi|bidang|dinas|desa|bagian))"
HEAD_WORDS = re.compile(rf"\b(?:kepala|pimpinan)\b{NOT_OURS}")
HEAD_PHRASES = re.compile(
    r"\b(?:kepala|pimpinan)(?:nya)?\s+(?:bps|kantor|badan pusat statistik|instansi ini|di sini|anda)\b"
    rf"|\b(?:pak|bapak|bu|ibu)\s+(?:kepala|pimpinan)\b{NOT_OURS}"
)
"""How the head is spoken of in running text, where "kepala" alone may be anybody's."""


def mentioned(who: str, text: str, people: Iterable[tuple[int, str]]) -> set[int]:
    """The ids of those people a part of whose name stands in what was written.

    A name written in full speaks of those who bear all of it, and of nobody who only shares the family name:
    else one full name would keep a whole family, and perhaps every manager, away.
    """
    known = [(key, name.split(",")[0]) for key, name in people]
    full = [name for _, name in known if len(_parts(name)) > 1 and _in_full(name).search(f"{who}\n{text}")]
    for name in full:
        who, text = (_in_full(name).sub(" ", words) for words in (who, text))
    named = _words(who) | _names_in(text)
    return {key for key, name in known if _parts(name) & named or any(_parts(whole) <= _parts(name) for whole in full)}


def speaks_of_head(who: str, text: str = "") -> bool:
    """The head of the office is named by the post: in the field that asks who, or plainly in the text."""
    plain = " ".join(text.casefold().split())
    return bool(HEAD_WORDS.search(who.casefold()) or HEAD_PHRASES.search(plain))


def _in_full(name: str) -> re.Pattern[str]:
    """This name with all its words in their order."""
    words = r"\.?\s+".join(re.findall(r"[^\W\d_]+", name))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _parts(name: str) -> set[str]:
    """The parts of a name without titles (“S.ST”, “M.Si”) and ordinary words."""
    return {word for word in _words(name.split(",")[0]) if len(word) > 1} - ORDINARY


def _names_in(text: str) -> set[str]:
    """The words of free text that may be part of a name: long ones, and short ones written or spoken of as names."""
    found, before = set(), ""
    for word in re.findall(r"[^\W\d_]+", text):
        small = word.casefold()
        if len(small) >= TEXT_LENGTH or word[0].isupper() or before in BEFORE_A_NAME:
            found.add(small)
        before = small
    return found - ORDINARY


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold())) - ORDINARY
