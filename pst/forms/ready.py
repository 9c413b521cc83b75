"""A text that takes the office's ready sentences: one press puts one after what was typed, with or without script."""

from collections.abc import Iterable
from textwrap import shorten

SHOWN = 70
"""Letters of a ready sentence that are offered after its heading, which several may share."""


class ReadyText:
    """For a form with a text; `into` is its name. The buttons are drawn by `ready_sentences` of kit/wtf.html."""

    into = "text"
    was_put_in = False

    def offer(self, sentences: Iterable[tuple[int, str, str]]) -> None:
        """Offer these ready sentences: (id, heading, text)."""
        given = list(sentences)
        self.sentences = {str(key): text for key, _, text in given}
        self.offered = [
            (str(key), f"{heading}: {shorten(text, SHOWN, placeholder=' …')}") for key, heading, text in given
        ]

    def add_sentence(self, key: str) -> None:
        """Put this sentence after what was typed."""
        field, chosen = self[self.into], self.sentences.get(key, "")  # type: ignore[index]  # every form has fields
        field.data = "\n".join(part for part in (field.data, chosen) if part)
        self.was_put_in = True
