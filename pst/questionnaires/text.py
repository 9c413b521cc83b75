"""Text as people send it, made storable: one spelling, one line ending, nothing invisible."""

import unicodedata

CONTROL = "Cc"
ALLOWED_CONTROLS = "\n\t"
SURROGATE = "Cs"


class BadText(ValueError):
    """The text holds characters that no keyboard types; the message says so, in Indonesian."""


def normalise(text: str) -> str:
    """Composes letters (NFC), ends lines with LF and trims; raises `BadText` for NUL and control characters.

    Line breaks and tabs stay. Lone surrogates are refused too: SQLite and PDF cannot hold them.
    """
    if any(_is_forbidden(character) for character in text.replace("\r", "\n")):
        raise BadText("Ada karakter tersembunyi dalam teks. Hapus isian ini lalu ketik ulang.")
    return _tidy(text)


def without_controls(text: str) -> str:
    """The same text with its forbidden characters taken out, to show again what a person typed."""
    return _tidy("".join(c for c in text if c == "\r" or not _is_forbidden(c)))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _is_forbidden(character: str) -> bool:
    category = unicodedata.category(character)
    return category == SURROGATE or (category == CONTROL and character not in ALLOWED_CONTROLS)
