"""Two versions of a text, word by word: what was taken away, what was put in."""

import re
from difflib import SequenceMatcher

LONGEST = 6000
"""Words beyond which a comparison would keep the reader waiting; such texts are shown whole."""

Pieces = list[tuple[bool, str]]
"""Runs of text in order; True marks those that the other version does not have."""


def word_pieces(old: str, new: str) -> tuple[Pieces, Pieces]:
    """The old text and the new one, each in pieces that joined together give it back."""
    before, after = _words(old), _words(new)
    if len(before) + len(after) > LONGEST:
        return [(True, old)], [(True, new)]
    left: Pieces = []
    right: Pieces = []
    said, says = ([word.strip() for word in words] for words in (before, after))
    for kind, a, b, c, d in SequenceMatcher(None, said, says, autojunk=False).get_opcodes():
        _add(left, kind != "equal", before[a:b])
        _add(right, kind != "equal", after[c:d])
    return left, right


def _words(text: str) -> list[str]:
    """Words, each with the space after it: nothing is lost, and other spacing alone is no difference."""
    return re.findall(r"\S+\s*|\s+", text)


def _add(pieces: Pieces, differs: bool, words: list[str]) -> None:
    if words:
        pieces.append((differs, "".join(words)))
