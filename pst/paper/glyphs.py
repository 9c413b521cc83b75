"""What our paper font can print, and how everything else is spelt so that no character vanishes.

A PDF made with a font that lacks a letter shows an empty box and only logs it. Applicants paste arrows,
mathematical signs and other scripts into their answers; on paper these are written out instead.
"""

import unicodedata

# fmt: off
RANGES = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17E), (0x2BC, 0x2BC), (0x300, 0x304), (0x308, 0x308), (0x323, 0x323),
    (0x391, 0x3A1), (0x3A3, 0x3A9), (0x3B1, 0x3C9), (0x1E0D, 0x1E0D), (0x1E25, 0x1E25), (0x1E5F, 0x1E5F),
    (0x1E63, 0x1E63), (0x1E6D, 0x1E6D), (0x2013, 0x2014), (0x2018, 0x201A), (0x201C, 0x201E), (0x2020, 0x2020),
    (0x2022, 0x2022), (0x2026, 0x2026), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC),
    (0x2122, 0x2122), (0x2190, 0x2194), (0x21D2, 0x21D2), (0x21D4, 0x21D4), (0x2200, 0x2200),
    (0x2202, 0x2203), (0x2205, 0x2206), (0x2208, 0x2209), (0x220F, 0x220F), (0x2211, 0x2212), (0x221A, 0x221A),
    (0x221D, 0x221E), (0x2229, 0x222B), (0x2248, 0x2248), (0x2260, 0x2261), (0x2264, 0x2265), (0x2282, 0x2282),
    (0x2286, 0x2286), (0x2713, 0x2713),
)
PRINTABLE = frozenset(chr(code) for first, last in RANGES for code in range(first, last + 1))
"""The characters of the three files in `fonts/` (`assets/fonts.py` cuts them), without the soft hyphen."""

SPELT = {
    "\t": "    ", "\n": "\n", "\u2028": "\n", "\u2029": "\n",
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u2215": "/", "\u2236": ":",
    "\u2030": " per mil", "\u2070": "^0", "\u2074": "^4", "\u2075": "^5", "\u2076": "^6", "\u207f": "^n",
    "\u2243": "≈", "\u2245": "≈", "\u2a7d": "≤", "\u2a7e": "≥", "\u22c5": "·", "\u2219": "·", "\u2217": "*",
    "\u2116": "No.", "\u03d5": "φ", "\u03f5": "ε", "\u2126": "Ω", "\u00b5": "µ",
    "\u2705": "✓", "\u2714": "✓", "\u2611": "[✓]", "\u2610": "[ ]", "\u2612": "[x]", "\u2717": "x", "\u2718": "x",
    "\u2023": "•", "\u25a0": "•", "\u25a1": "•", "\u25aa": "•", "\u25cb": "•", "\u25cf": "•", "\uf0b7": "•",
    "\u0305": " (garis atas)", "\u0306": " (breve)", "\u0307": " (titik atas)", "\u030a": " (bulat atas)",
    "\u030c": " (caron)", "\u0331": " (garis bawah)", "\u0332": " (garis bawah)", "\u0338": " (coret)",
    "\u20d7": " (vektor)",
}
# fmt: on
"""Signs and marks of the trade that the face lacks → how they are written with the letters it has."""


VARIATIONS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Marks that only choose between two drawings of the same sign."""


def printable(text: str) -> str:
    """The text with every character replaced that the font lacks; the same text when there is none.

    Composed where the font has it composed, else as it came: È with a dot below is one letter that the font lacks.
    """
    composed = unicodedata.normalize("NFC", text)
    for written in (composed, text):
        if PRINTABLE.issuperset(written):
            return written
    return "".join(char if char in PRINTABLE else _spelt(char) for char in composed)


def _spelt(char: str) -> str:
    """The sign's spelling, else what it is put together from (① → 1, Ằ → Ă and its grave), else its code point."""
    if char in SPELT:
        return SPELT[char]
    if unicodedata.category(char) in ("Cf", "Cc", "Cs") or char in VARIATIONS:
        return ""
    if unicodedata.category(char) == "Zs":
        return " "
    step = "".join(chr(int(code, 16)) for code in unicodedata.decomposition(char).split() if code[0] != "<")
    if step and PRINTABLE.issuperset(step):
        return step
    parts = unicodedata.normalize("NFKD", char)
    if parts == char:
        return f"[U+{ord(char):04X}]"
    return "".join(part if part in PRINTABLE else _spelt(part) for part in parts)
