"""Words made findable: taken apart, and cut to Indonesian stems ("pengumpulan", "dikumpulkan" → "kumpul").

The same cut is made when a text is written into the index and when somebody searches, so both meet.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

LONGEST_WORD = 40
"""Letters of a word that count; longer ones are noise, and stemming them would cost for nothing."""

QUERY_WORDS = 12
"""Words of a search that count; the rest of a pasted page is left out."""

TEXT_WORDS = 2_000
"""Words of an activity that are indexed."""


def words(text: str, most: int = TEXT_WORDS) -> list[str]:
    """The words of a text in lower case; signs only part them, so nothing typed can act as an operator."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return [word[:LONGEST_WORD] for word in re.findall(r"[^\W_]+", plain)[:most]]


def stems(text: str, most: int = TEXT_WORDS) -> str:
    """The stems of the words, in their order."""
    return " ".join(stem(word) for word in words(text, most))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of one lower-case word; a word that is not Indonesian stays as it is."""
    return str(_stemmer().stem(word)) or word if word.isascii() and word.isalpha() else word


@cache
def _stemmer() -> Any:
    """Sastrawi without its own memory, which would keep every word anybody ever typed."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return StemmerFactory().create_stemmer().delegatedStemmer
