"""A form over something that somebody else may change while it is being filled in."""

from collections.abc import Mapping
from typing import Any

from wtforms import Field, HiddenField

from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.clock import local
from pst.forms.base import Form
from pst.rules import wording
from pst.rules.office.event_words import value_in_words
from pst.rules.refusals import Refusal

LONGEST_SAID = 80
"""Signs of a kept value that a message repeats."""


class KeptForm(Form):
    """A form over something that others may change too; `seen` marks what this page showed."""

    seen = HiddenField()

    def showing(self, kept: Mapping[str, object]) -> "KeptForm":
        """The same form, marked with what it shows."""
        self.seen.data = mark_of(kept)
        return self

    def take(self, refusal: Refusal) -> None:
        """Of a row that changed meanwhile, say what is kept now."""
        if isinstance(refusal, ChangedMeanwhile):
            self.changed_meanwhile(refusal)
        else:
            super().take(refusal)

    def changed_meanwhile(self, refusal: ChangedMeanwhile) -> None:
        """Say who was quicker and where the two differ; saving once more then means it."""
        when = f" pada {wording.long_moment(local(refusal.when))}" if refusal.when else ""
        differing = [
            _differing(self[name], value)
            for name, value in refusal.now.items()
            if name in self and _plain(self[name].data) != _plain(value)
        ]
        self.form_errors.append(
            f"{refusal.who} menyimpan perubahan{when}, setelah halaman ini Anda buka. Isian Anda belum disimpan. "
            f"Yang tersimpan sekarang berbeda pada: {'; '.join(differing)}. "
            "Simpan sekali lagi bila isian Anda yang dipakai."
        )
        self.seen.data = mark_of(refusal.now)


def _differing(field: Field, value: object) -> str:
    """The field's name and, where it is short enough to read, what is kept in it."""
    options = {option.value: option.label for option in getattr(field, "choices", None) or ()}
    words = [options.get(each) or value_in_words(each) for each in _plain(value).split("\n")]
    said = value_in_words(value) if isinstance(value, bool) else ", ".join(words)
    if len(said) > LONGEST_SAID:
        return str(field.label.text)
    return f"{field.label.text} (“{said}”)" if said != "–" else f"{field.label.text} (kosong)"


def _plain(value: Any) -> str:
    """A value as text, whether it was typed or kept: sets line by line, nothing as nothing."""
    if isinstance(value, set | frozenset | list | tuple):
        return "\n".join(sorted(map(str, value)))
    return "" if value is None else str(value)
