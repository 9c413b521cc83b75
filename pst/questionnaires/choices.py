"""Questions answered by choosing: one option, several, yes or no, a statement to agree with.

Single choices are printed as 1, 2, 3 …; multiple choices carry bit codes 1, 2, 4, 8 … on paper and the box
holds their sum. Stored is always the option's code: the constant of INDAH and ROMANTIK in lower case.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from pst.questionnaires.questions import Question, Refused

UNKNOWN = "Pilihan ini tidak ada dalam formulir. Muat ulang halaman lalu pilih lagi."


@dataclass(frozen=True)
class Option:
    """One thing to choose: stored as `code`, printed as `printed_code`, `constant` in INDAH and ROMANTIK.

    `metadata_only` marks options that ROMANTIK itself does not know.
    """

    code: str
    label: str
    printed_code: str
    constant: str
    metadata_only: bool = False


YES = Option("ya", "Ya", "1", "YA")
NO = Option("tidak", "Tidak", "2", "TIDAK")


@dataclass(frozen=True)
class Choice(Question):
    """Exactly one of `options`, stored as its code."""

    options: tuple[Option, ...] = ()

    kind: ClassVar[str] = "choice"
    blank_message: ClassVar[str] = "Belum diisi. Pilih salah satu."

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """(code, label) of each option, as inputs draw them."""
        return [(option.code, option.label) for option in self.options]

    def option(self, code: Any) -> Option | None:
        """The option of this code, or None."""
        return next((option for option in self.options if option.code == code), None)

    def parse(self, texts: list[str]) -> str:
        code: str = super().parse(texts)
        if code and self.option(code) is None:
            raise Refused(UNKNOWN)
        return code

    def shape_problem(self, value: Any) -> str | None:
        return None if self.option(value) else "Pilih salah satu pilihan yang tersedia."

    def show_filled(self, value: Any) -> str:
        option = self.option(value)
        return option.label if option else str(value)


@dataclass(frozen=True)
class YesNo(Choice):
    """ "ya" or "tidak"; on paper 1 or 2."""

    options: tuple[Option, ...] = (YES, NO)

    kind: ClassVar[str] = "yes_no"
    blank_message: ClassVar[str] = "Belum diisi. Pilih Ya atau Tidak."


@dataclass(frozen=True)
class Agreement(Choice):
    """A statement to agree with before sending; the only answer is "ya"."""

    options: tuple[Option, ...] = (YES,)

    kind: ClassVar[str] = "agreement"
    blank_message: ClassVar[str] = "Beri tanda setuju pada pernyataan ini sebelum mengirim."

    def show_filled(self, value: Any) -> str:
        return "Setuju" if value == YES.code else str(value)


@dataclass(frozen=True)
class Choices(Question):
    """One or more of `options`, stored as a list of codes in the order of the form."""

    options: tuple[Option, ...] = ()

    kind: ClassVar[str] = "choices"
    blank_message: ClassVar[str] = "Belum diisi. Pilih paling sedikit satu."

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """(code, label) of each option, as inputs draw them."""
        return [(option.code, option.label) for option in self.options]

    def parse(self, texts: list[str]) -> list[str]:
        chosen = {code for code in (self.clean(text) for text in texts) if code}
        if chosen - {option.code for option in self.options}:
            raise Refused(UNKNOWN)
        return [option.code for option in self.options if option.code in chosen]

    def shape_problem(self, value: Any) -> str | None:
        known = [option.code for option in self.options]
        if not isinstance(value, list) or any(code not in known for code in value):
            return "Pilih dari pilihan yang tersedia."
        return None

    def chosen(self, value: Any) -> list[Option]:
        """The known options among the value, in the order of the form."""
        codes = value if isinstance(value, list) else []
        return [option for option in self.options if option.code in codes]

    def show_filled(self, value: Any) -> str:
        chosen = self.chosen(value)
        return "; ".join(option.label for option in chosen) if chosen else str(value)
