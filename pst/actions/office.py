"""The office's own decisions.

Its settings, the sentences officers use again, and what a new office begins with.
"""

from collections.abc import Mapping
from datetime import datetime

from pst.actions import audit
from pst.actions.holidays import seed_calendar
from pst.models.base import write
from pst.models.office import Area, Setting, the_office
from pst.models.remarks import RemarkTemplate
from pst.models.users import User
from pst.rules.areas import every_area
from pst.rules.sentences import SENTENCES
from pst.rules.settings import checked, of_group


def change_settings(group: str, given: Mapping[str, str], actor: User | None, at: datetime) -> list[str]:
    """Keep what was typed for the settings of a group; returns the labels of those that changed.

    Each change is an event with the old and the new value. Raises `SettingRefused`; then nothing is changed.
    """
    values = {item: checked(item, given[item.key]) for item in of_group(group) if item.key in given}
    with write():
        office, changed = the_office(), []
        for item, value in values.items():
            before = getattr(office, item.key)
            if value != before:
                Setting.replace(
                    key=item.key, value=value, changed_at=at, changed_by=actor.name if actor else ""
                ).execute()
                audit.record("setting", item.key, "change", actor, at, facts={"from": before, "to": value})
                changed.append(item.label)
    return changed


def add_sentence(
    block: int | None, heading: str, text: str, actor: User | None, at: datetime
) -> RemarkTemplate:
    """Add a sentence for remarks on this block of the form (None: on every block)."""
    with write():
        sentence = RemarkTemplate.create(block=block, heading=heading.strip(), text=text.strip())
        audit.record("sentence", str(sentence.id), "create", actor, at, facts=_said(sentence))
    return sentence


def change_sentence(
    sentence: RemarkTemplate, block: int | None, heading: str, text: str, actor: User, at: datetime
) -> None:
    """Change a sentence; remarks already written with it stay as they are."""
    with write():
        before = _said(sentence)
        sentence.block, sentence.heading, sentence.text = block, heading.strip(), text.strip()
        if _said(sentence) != before:
            sentence.save()
            facts = {"from": before, "to": _said(sentence)}
            audit.record("sentence", str(sentence.id), "change", actor, at, facts=facts)


def remove_sentence(sentence: RemarkTemplate, actor: User, at: datetime) -> None:
    """Take a sentence out of the list; remarks already written with it stay."""
    with write():
        if sentence.delete_instance():
            audit.record("sentence", str(sentence.id), "remove", actor, at, facts=_said(sentence))


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
    if RemarkTemplate.select().exists():
        return ""
    rows = [{"block": block, "heading": heading, "text": text} for block, heading, text in SENTENCES]
    RemarkTemplate.insert_many(rows).execute()
    audit.record("sentence", "semua", "seed", None, at, facts={"count": len(rows)})
    return f"{len(rows)} kalimat catatan diisikan."


def _said(sentence: RemarkTemplate) -> dict[str, object]:
    return {"block": sentence.block, "heading": sentence.heading, "text": sentence.text}
