"""The office's own decisions.

Its settings, and what a new office begins with.
"""

from collections.abc import Mapping
from datetime import datetime

from pst.actions import audit
from pst.actions.complaints.complaint_steps import recount_days
from pst.actions.office.holidays import seed_calendar
from pst.actions.seen import refuse_if_changed
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.office.areas import Area
from pst.models.office.sentences import Sentence
from pst.models.office.settings import Setting, the_office
from pst.rules.complaints.days import DAY_SETTINGS
from pst.rules.office.areas import every_area
from pst.rules.office.office import of_group
from pst.rules.office.sentences import SENTENCES
from pst.rules.office.settings import SettingRefused, checked, contradictions

BEFORE_KINDS = ("cover", "condition", "advice")
"""What the sentences were of which an office was given before they had kinds."""


def change_settings(
    group: str, given: Mapping[str, str], actor: User | None, at: datetime, seen: str = ""
) -> list[str]:
    """Keep what was typed for the settings of a group; returns the labels of those that changed.

    Each change is an event with the old and the new value. `seen` is the mark of what the page showed. Raises
    `SettingRefused`, `ChangedMeanwhile`; then nothing is changed.
    """
    values = {item: checked(item, given[item.code]) for item in of_group(group) if item.code in given}
    for code, message in contradictions({item.code: value for item, value in values.items()}).items():
        raise SettingRefused(message, code)
    with write():
        before = kept_settings(group)
        changed = {item: value for item, value in values.items() if value != before[item.code]}
        if changed:
            refuse_if_changed(seen, before, "setting", before)
        for item, value in changed.items():
            _keep_setting(item.code, value, actor, at)
            facts = {"from": before[item.code], "to": value}
            audit.record("setting", item.code, "change", actor, at, facts=facts)
        if any(item.code in DAY_SETTINGS for item in changed):
            recount_days()
    return [item.label for item in changed]


def kept_settings(group: str) -> dict[str, object]:
    """The settings of a group in force, by key."""
    office = the_office()
    return {item.code: getattr(office, item.code) for item in of_group(group)}


def furnish(at: datetime) -> list[str]:
    """Fill what is still empty.

    Holidays, areas, sentences. Returns what was done, in Indonesian; for `upgrade`.
    """
    with write():
        done = [_seed_areas(), _seed_sentences(at), seed_calendar(at)]
    return [line for line in done if line]


def _seed_areas() -> str:
    if Area.select().exists():
        return ""
    rows = [place._asdict() for place in every_area()]
    Area.insert_many(rows).execute()
    return f"{len(rows)} wilayah diisikan."


def _seed_sentences(at: datetime) -> str:
    """The kinds that were never there: an office that has taken all of one out is not given them again."""
    given = {kind for (kind,) in Sentence.select(Sentence.kind).distinct().tuples()}
    for event in Event.of("sentence", "semua"):
        given |= set(event.facts.get("kinds", BEFORE_KINDS))
    rows = [sentence._asdict() for sentence in SENTENCES if sentence.kind not in given]
    if not rows:
        return ""
    Sentence.insert_many(rows).execute()
    facts = {"count": len(rows), "kinds": sorted({row["kind"] for row in rows})}
    audit.record("sentence", "semua", "seed", None, at, facts=facts)
    return f"{len(rows)} kalimat siap pakai diisikan."


def _keep_setting(key: str, value: object, actor: User | None, at: datetime) -> None:
    name = actor.name if actor else ""
    Setting.put(key=key, value=value, changed_at=at, changed_by=name)
