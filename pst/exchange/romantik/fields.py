"""How single values travel between ROMANTIK's form and our answers: one small class per way of writing.

`read` turns their value into (our answers by code, paths inside it that could not be placed); a blank value
gives no answer. `write` turns our answers into their value. What cannot be placed is named, never guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from pst.exchange.html_text import html_to_text, text_to_html
from pst.questionnaires.choices import Option
from pst.questionnaires.text import without_controls

Answers = Mapping[str, Any]
Reading = tuple[dict[str, Any], list[str]]
Path = tuple[str, ...]

HERE = [""]
"""The whole value could not be placed."""
MAX_TEXT = 50_000
"""Five times what the form takes; longer texts are not read as rich text."""


class Field(Protocol):
    """One place in their form, and the codes of ours that live there."""

    @property
    def path(self) -> Path: ...

    @property
    def codes(self) -> tuple[str, ...]: ...

    def read(self, value: Any) -> Reading: ...

    def write(self, answers: Answers) -> Any: ...


@dataclass(frozen=True)
class OneAnswer:
    """A place whose whole value is one answer of ours."""

    path: Path
    code: str

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)


@dataclass(frozen=True)
class Words(OneAnswer):
    """A text; they may have put tags into it."""

    rich: bool = False
    """They keep it as rich text, so that is how it is written."""

    def read(self, value: Any) -> Reading:
        text = words(value)
        if text is None:
            return {}, HERE
        return ({self.code: text} if text else {}), []

    def write(self, answers: Answers) -> str:
        text = said(answers, self.code)
        return text_to_html(text) if self.rich else text


@dataclass(frozen=True)
class Count(OneAnswer):
    """A number of people, which they keep as a string."""

    def read(self, value: Any) -> Reading:
        text = words(value)
        if text is None:
            return {}, HERE
        if not text:
            return {}, []
        return {self.code: int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text}, []

    def write(self, answers: Answers) -> str:
        return said(answers, self.code)


@dataclass(frozen=True)
class Truth(OneAnswer):
    """true or false; ours is "ya" or "tidak"."""

    def read(self, value: Any) -> Reading:
        if value is None or value == "":
            return {}, []
        known = truth(value)
        return ({}, HERE) if known is None else ({self.code: "ya" if known else "tidak"}, [])

    def write(self, answers: Answers) -> bool:
        return answers.get(self.code) == "ya"


@dataclass(frozen=True)
class OneOf(OneAnswer):
    """One option by its constant in lower case.

    `spelt` names those they write otherwise, `also` those they once wrote.
    """

    options: tuple[Option, ...]
    spelt: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)
    coded: bool = True
    """Its number on paper says which it is; 4.3 is printed in two orders."""

    def read(self, value: Any) -> Reading:
        if value is None or value == "":
            return {}, []
        if not isinstance(value, str | int) or isinstance(value, bool):
            return {}, HERE
        ours = self._known().get(str(value).strip().lower()) or option_named(self.options, str(value), self.coded)
        return ({self.code: ours}, []) if ours else ({}, HERE)

    def write(self, answers: Answers) -> str:
        chosen = said(answers, self.code)
        return self.spelt.get(chosen, chosen)

    def _known(self) -> dict[str, str]:
        constants = {option.code: option.code for option in self.options}
        return {**self.also, **constants, **{theirs: ours for ours, theirs in self.spelt.items()}}


@dataclass(frozen=True)
class Group:
    """Several booleans and a text for "lainnya"; ours is the list of those chosen.

    `spelt`: our option → their key.
    """

    path: Path
    code: str
    options: tuple[Option, ...]
    other: str
    """Their key of the text."""
    spelt: Mapping[str, str] = field(default_factory=dict)

    @property
    def other_code(self) -> str:
        return f"{self.code}_lainnya"

    @property
    def codes(self) -> tuple[str, ...]:
        return self.code, self.other_code

    @property
    def keys(self) -> dict[str, str]:
        """Our option code → their key, in the order of the form."""
        return {option.code: self.spelt.get(option.code, option.code) for option in self.options}

    def read(self, value: Any) -> Reading:
        if value in (None, "", [], {}):
            return {}, []
        if not isinstance(value, dict):
            return {}, HERE
        chosen = [ours for ours, theirs in self.keys.items() if truth(value.get(theirs))]
        text = words(value.get(self.other))
        answers = {self.code: chosen, self.other_code: text}
        known = {*self.keys.values(), self.other}
        odd = [theirs for theirs in self.keys.values() if truth(value.get(theirs, False)) is None]
        strange = [key for key, inside in value.items() if key not in known and not blank(inside)]
        return {code: answer for code, answer in answers.items() if answer}, odd + strange + [self.other] * (
            text is None
        )

    def write(self, answers: Answers) -> dict[str, Any]:
        chosen = answers.get(self.code) or []
        ticked = {theirs: ours in chosen for ours, theirs in self.keys.items()}
        return {**ticked, self.other: said(answers, self.other_code)}


NUMBERED = re.compile(r"\s*(?:(\d+)(?:\s*[.)]\s*|\s*$))?(.*)", re.DOTALL)


def option_named(options: tuple[Option, ...], written: str, coded: bool = True) -> str:
    """The option that people write by its label, its number on paper or both ("3. Kompilasi …"); "" for none."""
    number, label = NUMBERED.fullmatch(written).groups()  # type: ignore[union-attr]  # it matches every text
    if not label.strip():
        return next((each.code for each in options if coded and each.printed_code == number), "")
    return next((each.code for each in options if _bare(label) in (_bare(each.label), _bare(each.code))), "")


def _bare(label: str) -> str:
    """A label without the explanation behind it, its signs and its case."""
    return re.sub(r"[\W_]+", " ", re.sub(r"\(.*|:.*", "", label)).strip().casefold()


def words(value: Any) -> str | None:
    """A text without tags and hidden characters; "" for nothing, None for what is no text at all."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    return without_controls(html_to_text(value) if len(value) <= MAX_TEXT else value)


def said(answers: Answers, code: str) -> str:
    """Our answer as a text, "" when there is none."""
    value = answers.get(code)
    return "" if value is None or isinstance(value, list | dict) else str(value)


def truth(value: Any) -> bool | None:
    """What they mean by a boolean, None when it is not one."""
    said = value.strip().casefold() if isinstance(value, str) else value
    if said in (None, "", False, "false", "tidak", "0", "2"):
        return False
    return True if said in (True, "true", "ya", "1") else None


def blank(value: Any) -> bool:
    """Nothing is said here."""
    return value is None or value is False or value in ("", [], {})
