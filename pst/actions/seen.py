"""Two people at one form: what the second one was shown is no longer what is kept."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from pst.models.audit import Event
from pst.rules.refusals import Refusal


class ChangedMeanwhile(Refusal):
    """Somebody saved other values after this person's page was shown; nothing of this person's was kept.

    `who` and `when` (naive UTC) tell of the last change, `now` is what is kept by the names of the form.
    """

    def __init__(self, who: str, when: datetime | None, now: Mapping[str, object]):
        super().__init__(f"{who} mengubahnya setelah halaman ini Anda buka. Periksa dahulu keadaannya sekarang.")
        self.who, self.when, self.now = who, when, now


def mark_of(values: Mapping[str, object]) -> str:
    """A short mark of these values, which a form carries along: other values have another mark."""
    written = json.dumps(values, sort_keys=True, default=_written, ensure_ascii=False)
    return hashlib.blake2b(written.encode(), digest_size=12).hexdigest()


def refuse_if_changed(
    seen: str, now: Mapping[str, object], noun: str, keys: Iterable[str], verbs: tuple[str, ...] = ()
) -> None:
    """Raise `ChangedMeanwhile` unless `now` is what was shown when `seen` was marked.

    An empty `seen` asks nothing: the console shows no page. `verbs` are those that change it, where others happen
    to it too. Only inside `write()`, so that nobody comes between.
    """
    if seen and seen != mark_of(now):
        told = [event for key in keys if (event := Event.latest(noun, key, verbs))]
        last = max(told, key=lambda event: event.id, default=None)
        raise ChangedMeanwhile(last.actor_name if last else "Orang lain", last.at if last else None, now)


def _written(value: object) -> object:
    """Sets in their order, everything else as it prints: dates, roles."""
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else str(value)
