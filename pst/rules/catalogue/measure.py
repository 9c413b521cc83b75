"""How much of what somebody looks for an activity covers: the one measure of searches and of likeness.

Words are compared by their stems; those that few activities have weigh more, those of every title weigh little. What
means the same by the office's list counts the same, a beginning or a word with one slip of the hand a little less.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from math import log
from typing import NamedTuple

from pst.rules import stems
from pst.rules.catalogue.everyday import Meanings, Phrase

FITS = 0.55
"""From this share of the weight on, an activity is what was looked for."""

LONGEST_PHRASE = 7
GUESSED = 0.85
"""A beginning, or a word with one slip."""
ELSEWHERE = 0.9
"""A word that stands not in the title but in purpose or variables."""
TITLE_BONUS = 0.05
"""The most that a title gains by saying nothing else: it parts equals."""
COMMON = 0.2
"""What words of every title weigh, of what their rarity would let them weigh."""
UNKNOWN = 1.0
"""What a word weighs that no activity has: as much as one that a single activity has."""

SUPERFLUOUS = frozenset(
    stems.words(
        "ada adalah akan apa apakah atas atau bagaimana bagi berapa bisa cari carikan dalam dan dari dengan di dimana "
        "dong guna hal hasil info informasi ingin ini itu juga kah kami ke kok lagi lihat mana mau mengenai minta "
        "mohon oleh pada para paling per perihal pernah saat saya sebagai sedang seluruh semua seperti serta setiap "
        "siapa sih soal sudah tahu tentang terbaru terhadap terkait tersebut tiap tolong untuk ya yang punya kalau "
        "kapan kita tersedia banyak banyaknya jumlah"
    )
)
EVERY_TITLE = (
    "data survei kompilasi kompromin produk administrasi pendataan pencacahan lengkap sensus statistik kegiatan "
    "kabupaten kota kecamatan desa kelurahan provinsi dinas badan kantor pemerintah daerah tahun indeks laporan "
    "penyusunan pemutakhiran pemetaan pengukuran analisis rekapitulasi tingkat wilayah profil peta pelayanan "
    "layanan inventarisasi monitoring evaluasi"
)

Frequency = Callable[[str], int]


class Way(NamedTuple):
    """One way of saying what is looked for, and how far it is trusted."""

    words: Phrase
    trust: float = 1.0


class Term(NamedTuple):
    """One thing that is looked for, in every way it may be said; the first is as it was typed."""

    ways: tuple[Way, ...]

    @property
    def words(self) -> frozenset[str]:
        """Every word of every way."""
        return frozenset(word for way in self.ways for word in way.words)


class Text(NamedTuple):
    """An activity's words, as written and as stems: those of its title, and all."""

    title: Collection[str]
    every: Collection[str]


def spellings(title: str) -> frozenset[str]:
    """The words of a title, as written and as stems."""
    written = stems.words(title)
    return frozenset([*written, *map(stems.stem, written)])


def terms(text: str, meanings: Meanings) -> list[Term]:
    """What is looked for: the words of a search, phrases that the list knows taken as one; superfluous words go."""
    typed = stems.words(text, stems.QUERY_WORDS * 2)
    typed = [word for word in typed if word not in SUPERFLUOUS] or typed
    found: list[Term] = []
    place = 0
    while place < len(typed) and len(found) < stems.QUERY_WORDS:
        stemmed = [stems.stem(word) for word in typed[place : place + LONGEST_PHRASE]]
        taken = next((n for n in range(len(stemmed), 0, -1) if tuple(stemmed[:n]) in meanings), 1)
        ways = meanings.get(tuple(stemmed[:taken]), ((stemmed[0],), (typed[place],)))
        found.append(Term(tuple(map(Way, dict.fromkeys(ways)))))
        place += taken
    return list(dict.fromkeys(found))


def with_guesses(term: Term, guesses: Iterable[str]) -> Term:
    """The same, and words that may have been meant."""
    return Term((*term.ways, *(Way((stems.stem(word),), GUESSED) for word in guesses)))


class Measure:
    """What is looked for, its words weighed once for all the texts that are held against it."""

    def __init__(self, wanted: Iterable[Term], frequency: Frequency, total: int):
        sought = list(wanted)
        self.asked = frozenset(word for term in sought for word in term.words)
        often = {word: frequency(word) for word in self.asked}
        weights = {word: _weight(word, times, total) for word, times in often.items()}
        self.terms = [(_heaviness(term, often, weights), _weighed(term, weights)) for term in sought]
        self.whole = sum(heavy for heavy, _ in self.terms)

    def cover(self, text: Text) -> float:
        """The share of it that this text has, by weight: 0 to 1, and a little more for a bare title."""
        if not self.whole:
            return 0.0
        had = sum(heavy * max(_had(words, text) for words in ways) for heavy, ways in self.terms)
        return had / self.whole + TITLE_BONUS * len(self.asked.intersection(text.title)) / max(1, len(text.title))


def _weight(word: str, often: int, total: int) -> float:
    rare = log(1 + total / often) / log(1 + total) if often and total else UNKNOWN
    return rare * COMMON if word in _every_title() else rare


def _heaviness(term: Term, often: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """What the term weighs: its lightest way among those that some activity has, else as it was typed."""
    known = [way for way in term.ways if all(often[word] for word in way.words)] or term.ways[:1]
    return min(sum(weights[word] for word in way.words) for way in known)


def _weighed(term: Term, weights: Mapping[str, float]) -> list[list[tuple[str, float]]]:
    """Each way as its words with the share each has in it, as far as the way is trusted."""
    wholes = [(way, sum(weights[word] for word in way.words)) for way in term.ways]
    return [[(word, way.trust * weights[word] / whole) for word in way.words] if whole else [] for way, whole in wholes]


def _had(words: Iterable[tuple[str, float]], text: Text) -> float:
    return sum(share * (1 if word in text.title else ELSEWHERE if word in text.every else 0) for word, share in words)


def is_telling(stem: str) -> bool:
    """A stem that says what an activity is about: it stands in few titles, and is no year."""
    return stem not in _every_title() and stem not in SUPERFLUOUS and not stem.isdecimal()


@cache
def _every_title() -> frozenset[str]:
    return frozenset(stems.stems(EVERY_TITLE).split())


LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST_SLIP = 4
"""A shorter word is as near to too many."""


def slips(word: str) -> set[str]:
    """Every word that is one slip of the hand away: a letter missing, too many, wrong, or two in the wrong order."""
    if len(word) < SHORTEST_SLIP or not word.isalpha():
        return set()
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    missing = {a + b[1:] for a, b in parts if b}
    turned = {a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1}
    wrong = {a + letter + b[1:] for a, b in parts if b for letter in LETTERS}
    more = {a + letter + b for a, b in parts for letter in LETTERS}
    return missing | turned | wrong | more - {word}
