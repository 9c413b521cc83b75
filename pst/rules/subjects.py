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
"""Letters a part of a name needs to count as found in free text; in the field that asks who, two are enough."""

HEAD_WORDS = re.compile(r"\b(?:kepala|pimpinan)\b(?!\s+(?:sub|seksi|bidang|dinas|desa|bagian))")


def mentioned(who: str, text: str, people: Iterable[tuple[int, str]]) -> set[int]:
    """The ids of those people a part of whose name stands in what was written."""
    named, told = _words(who), {word for word in _words(text) if len(word) >= TEXT_LENGTH}
    return {key for key, name in people if _parts(name) & (named | told)}


def speaks_of_head(who: str) -> bool:
    """The field that asks who names the head of the office by the post."""
    return HEAD_WORDS.search(who.casefold()) is not None


def _parts(name: str) -> set[str]:
    """The parts of a name without titles (“S.ST”, “M.Si”) and ordinary words."""
    return {word for word in _words(name.split(",")[0]) if len(word) > 1} - ORDINARY


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold())) - ORDINARY
