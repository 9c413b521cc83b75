"""Questions answered by an address that reaches somebody: e-mail and telephone."""

import re
from dataclasses import KW_ONLY, dataclass
from typing import Any, ClassVar

from pst.questionnaires.questions import Question, length_problem
from pst.questionnaires.text import bare_address

ADDRESS = re.compile(r"[^@\s<>:;,()]+@[^@\s.<>:;,()]+(\.[^@\s.<>:;,()]+)+")


@dataclass(frozen=True)
class Email(Question):
    """An e-mail address, or "-" where `dash_allowed`: the office has none."""

    _: KW_ONLY
    min_length: int = 10
    dash_allowed: bool = True

    kind: ClassVar[str] = "email"

    def clean(self, text: str) -> str:
        return bare_address(super().clean(text))

    def shape_problem(self, value: Any) -> str | None:
        if value == "-" and self.dash_allowed:
            return None
        if not isinstance(value, str) or not ADDRESS.fullmatch(value):
            return "Tulis alamat surel lengkap, misalnya dinas@mempawahkab.go.id" + _or_dash(self.dash_allowed)
        return length_problem(value, self.min_length, self.max_length)


@dataclass(frozen=True)
class Phone(Question):
    """A telephone or fax number of at least `min_digits` digits, or "-" where `dash_allowed`."""

    _: KW_ONLY
    max_length: int = 100
    min_digits: int = 10
    dash_allowed: bool = True

    kind: ClassVar[str] = "phone"

    def shape_problem(self, value: Any) -> str | None:
        if value == "-" and self.dash_allowed:
            return None
        digits = re.findall(r"[0-9]", value) if isinstance(value, str) else []
        if len(digits) < self.min_digits:
            return (
                f"Tulis nomor dengan kode area, paling sedikit {self.min_digits} angka, "
                f"misalnya (0561) 691-105{_or_dash(self.dash_allowed)}"
            )
        return length_problem(value, 1, self.max_length)


def _or_dash(allowed: bool) -> str:
    return ", atau “-” bila tidak ada." if allowed else "."
