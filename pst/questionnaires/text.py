"""Text as people send it, made storable: one spelling, one line ending, nothing invisible."""

import unicodedata

CONTROL = "Cc"
ALLOWED_CONTROLS = "\n\t"
SURROGATE = "Cs"
FORMAT = "Cf"
FILLERS = "\u034f\u115f\u1160\u2800\u3164\uffa0"
"""Signs of writing that draw nothing, beside those that only steer it (zero width, direction, soft hyphen)."""


class BadText(ValueError):
    """The text holds characters that no keyboard types; the message says so, in Indonesian."""


def normalise(text: str) -> str:
    """Composes letters (NFC), ends lines with LF and trims; raises `BadText` for NUL and control characters.

    Line breaks and tabs stay. Lone surrogates are refused too: SQLite and PDF cannot hold them. A text in which nothing
    can be seen is blank.
    """
    if any(_is_forbidden(character) for character in text.replace("\r", "\n")):
        raise BadText("Ada karakter tersembunyi dalam teks. Hapus isian ini lalu ketik ulang.")
    return _tidy(text)


def one_line(text: str) -> str:
    """The same for a field of one line, without the unseen signs that are copied along from other programs: they make
    a telephone number or an address look right and be wrong.
    """
    return visible(normalise(text))


def visible(text: str) -> str:
    """What can be seen of a text, trimmed."""
    return text.strip() if text.isascii() else "".join(filter(_is_seen, text)).strip()


def says_nothing(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    return text.isspace() or not any(_is_seen(sign) and not sign.isspace() for sign in text)


def bare_address(text: str) -> str:
    """The e-mail address as it is written, where a link or an address book was copied: `<…>`, `mailto:…`."""
    return text.removeprefix("<").removesuffix(">").removeprefix("mailto:")


def without_controls(text: str) -> str:
    """The same text with its forbidden characters taken out, to show again what a person typed."""
    return _tidy("".join(c for c in text if c == "\r" or not _is_forbidden(c)))


def _tidy(text: str) -> str:
    tidy = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return "" if says_nothing(tidy) else tidy


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) != FORMAT and character not in FILLERS


def _is_forbidden(character: str) -> bool:
    category = unicodedata.category(character)
    return category == SURROGATE or (category == CONTROL and character not in ALLOWED_CONTROLS)
