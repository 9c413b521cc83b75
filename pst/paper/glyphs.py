"""What our paper font can print, and how everything else is spelt so that no character vanishes.

A PDF made with a font that lacks a letter shows an empty box and only logs it. Applicants paste arrows,
mathematical signs and other scripts into their answers; on paper these are written out instead.
"""

import unicodedata

# fmt: off
RANGES = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x2013, 0x2014),
    (0x2018, 0x201A), (0x201C, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2039, 0x203A),
    (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2212, 0x2212),
)
PRINTABLE = frozenset(chr(code) for first, last in RANGES for code in range(first, last + 1))
"""The characters of the three files in `fonts/`, as their README lists them (without the soft hyphen)."""

SPELT = {
    "\t": "    ", "\n": "\n", "\u2028": "\n", "\u2029": "\n",
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u2044": "/", "\u2215": "/",
    "\u2190": "<-", "\u2192": "->", "\u21d2": "=>",
    "\u2264": "<=", "\u2265": ">=", "\u2260": "<>", "\u2248": "~", "\u221a": "akar", "\u2211": "jumlah",
    "\u03b1": "alfa", "\u03b2": "beta", "\u03bc": "µ", "\u03c3": "sigma",
    "\u2713": "v", "\u2714": "v", "\u2717": "x", "\u2718": "x", "\u2032": "'", "\u2033": '"',
    "\u2023": "•", "\u25a0": "•", "\u25a1": "•", "\u25aa": "•", "\u25cb": "•", "\u25cf": "•", "\uf0b7": "•",
}
# fmt: on
"""Common signs in office documents → how they are written with the letters we have."""


def printable(text: str) -> str:
    """The text with every character replaced that the font lacks; equal to `text` when there is none."""
    composed = unicodedata.normalize("NFC", text)
    if PRINTABLE.issuperset(composed):
        return composed
    return "".join(char if char in PRINTABLE else _spelt(char) for char in composed)


def _spelt(char: str) -> str:
    """The sign's spelling, else its plain letters (ş → s, ² …), else its code point in brackets."""
    if char in SPELT:
        return SPELT[char]
    if unicodedata.category(char) in ("Cf", "Cc", "Cs", "Mn"):
        return ""
    if unicodedata.category(char) == "Zs":
        return " "
    plain = "".join(part for part in unicodedata.normalize("NFKD", char) if part in PRINTABLE)
    return plain or f"[U+{ord(char):04X}]"
