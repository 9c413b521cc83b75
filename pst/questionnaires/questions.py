"""What every question knows, and the questions answered by texts; and files, whose answers live elsewhere.

A value that does not fit its kind is kept as the raw string the person typed: a draft loses nothing, and
`problem` says what to do about it. Only what could do harm is refused at the door (`parse` raises `Refused`).
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import Any, ClassVar

from pst.questionnaires.conditions import Condition
from pst.questionnaires.text import BadText, normalise, one_line, says_nothing
from pst.rules import wording

SHORT = 110
"""Characters of a penjelasan that are read at a glance."""


class Refused(ValueError):
    """The input cannot be stored at all; the message says why, in Indonesian."""


@dataclass(frozen=True)
class Question:
    """One item of the form. `number` is its number on paper ("" when it has none); `help` its penjelasan.

    `metadata_only` marks items of INDAH (MS-Keg) that ROMANTIK does not hold; `staff_only` items the
    applicant leaves empty; `default` what a new draft already holds. `min_length` and `max_length` count
    characters after normalisation; the limits are those of the published form (MS-Keg as checked by OMAE).
    """

    code: str
    number: str
    label: str
    help: str
    _: KW_ONLY
    required: bool = True
    ask_if: Condition | None = None
    metadata_only: bool = False
    staff_only: bool = False
    min_length: int = 1
    max_length: int = 300
    default: Any = None

    kind: ClassVar[str] = "text"
    blank_message: ClassVar[str] = "Belum diisi."
    unanswered: ClassVar[str] = "Belum diisi"
    """What stands to read where the answer would be."""

    @property
    def title(self) -> str:
        """Number and label in one line, for lists and messages."""
        return f"{self.number} {self.label}".strip()

    @property
    def short_help(self) -> str:
        """The penjelasan, if it is short enough to stand under the label."""
        return self.help if len(self.help) <= SHORT else ""

    @property
    def long_help(self) -> str:
        """The penjelasan, if it is long enough to be folded away under `help_label`."""
        return self.help if len(self.help) > SHORT else ""

    @property
    def help_label(self) -> str:
        """What the folded penjelasan is called: "Penjelasan 5.2"."""
        return f"Penjelasan {self.number}".strip()

    def is_blank(self, value: Any) -> bool:
        """Nothing has been answered."""
        return value is None or value == [] or (isinstance(value, str) and says_nothing(value))

    def is_untouched(self, value: Any) -> bool:
        """Blank, or still exactly what a new draft held."""
        return self.is_blank(value) or value == self.default

    def same(self, one: Any, other: Any) -> bool:
        """Whether two stored values say the same; two ways of being blank do."""
        return one == other or (self.is_blank(one) and self.is_blank(other))

    def mark(self, value: Any) -> str:
        """A short sign of the stored value, which a page carries to tell later whether it was changed meanwhile."""
        essence = json.dumps(self.essence(value), sort_keys=True, default=str)
        return hashlib.blake2b(essence.encode(), digest_size=5).hexdigest()

    def essence(self, value: Any) -> Any:
        """The value as an input gives it back; all ways of being blank are one."""
        return "" if self.is_blank(value) else value

    def problem(self, value: Any) -> str | None:
        """What is wrong with the shape of a value and what to do, or None. A blank value has no problem."""
        if self.is_blank(value):
            return None
        return self.shape_problem(value)

    def shape_problem(self, value: Any) -> str | None:
        """The problem of a value that is not blank; each kind says its own."""
        return length_problem(value, self.min_length, self.max_length)

    def lacks(self, value: Any, metadata: bool = True) -> str | None:
        """What keeps a well-shaped, non-blank value from being complete, or None.

        Without `metadata`, nothing that only MS-Keg has is insisted on.
        """
        return None

    def show(self, value: Any) -> str:
        """Plain text for paper, e-mail and comparison; "" when blank. Never raises."""
        return "" if self.is_blank(value) else self.show_filled(value)

    def show_filled(self, value: Any) -> str:
        """The plain text of a value that is not blank."""
        return str(value)

    def parse(self, texts: list[str]) -> Any:
        """The value to store for what was typed; raises `Refused` for what cannot be stored."""
        return self.clean(texts[-1] if texts else "")

    def clean(self, text: str) -> str:
        """The text as one line is stored, or `Refused` when it is too long or holds control characters."""
        return self._cleaned(text, one_line)

    def _cleaned(self, text: str, tidied: Callable[[str], str]) -> str:
        try:
            tidy = tidied(text)
        except BadText as bad:
            raise Refused(str(bad)) from None
        if len(tidy) > self.max_length:
            raise Refused(_too_long(len(tidy), self.max_length))
        return tidy

    def typed(self, value: Any) -> str:
        """The text to put into the input so that `parse` gives the value back."""
        return "" if value is None else str(value)


@dataclass(frozen=True)
class Text(Question):
    """One line. `suggestions` are offered while typing; any other text is welcome too."""

    _: KW_ONLY
    suggestions: tuple[str, ...] = ()

    def clean(self, text: str) -> str:
        return super().clean(re.sub(r"[\r\n]+", " ", text))


@dataclass(frozen=True)
class LongText(Question):
    """Several paragraphs."""

    _: KW_ONLY
    max_length: int = 10_000

    kind: ClassVar[str] = "long_text"

    def clean(self, text: str) -> str:
        return self._cleaned(text, normalise)


@dataclass(frozen=True)
class Files(Question):
    """Attachments. They are not among the answers: whoever asks hands in how many are attached per code."""

    _: KW_ONLY
    extensions: tuple[str, ...] = ("pdf", "docx", "xlsx", "jpg", "png")
    max_megabytes: int = 10

    kind: ClassVar[str] = "files"
    blank_message: ClassVar[str] = "Belum ada berkas. Unggah paling sedikit satu berkas."
    unanswered: ClassVar[str] = "Belum ada berkas"

    def parse(self, texts: list[str]) -> Any:
        raise Refused("Berkas dikirim lewat tombol Unggah, bukan sebagai teks.")


def length_problem(value: Any, shortest: int, longest: int) -> str | None:
    """What is wrong with a text of so many characters, or None."""
    if not isinstance(value, str):
        return "Tulis jawaban sebagai teks."
    length = len(value.strip())
    if length < shortest:
        return f"Tulis lebih lengkap: paling sedikit {shortest} karakter, sekarang {length}."
    if length > longest:
        return _too_long(length, longest)
    return None


def _too_long(length: int, longest: int) -> str:
    return f"Ringkaskan: paling banyak {wording.number(longest)} karakter, sekarang {wording.number(length)}."
