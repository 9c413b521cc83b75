"""What a person may ask of the data about him: a copy of all of it (UU 27/2022, Pasal 7; PP 33/2026, Pasal 76–78)."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from pst.clock import local
from pst.models.accounts.users import User
from pst.models.frontdesk.visits import Visitor
from pst.models.office.settings import the_letterhead, the_office
from pst.models.personal import Person, rows_of, stored_of
from pst.paper.personal import CopyFacts, Rows, SectionFacts, copy_pdf
from pst.rules import wording
from pst.rules.accounts.security_log import KINDS as SECURITY_KINDS
from pst.rules.handovers import MAIL_CHOICES
from pst.rules.office.emails import kind_of
from pst.rules.office.event_words import value_in_words
from pst.rules.office.office import Office
from pst.rules.personal import TOPICS, Stored
from pst.rules.review.labels import NOUN_LABELS, look_label, verb_label

ON_PAPER = 100
"""Rows of a table that are printed; the file for machines has them all."""
WORDS: dict[tuple[str, str], Callable[[Any], str]] = {
    ("event", "verb"): verb_label,
    ("event", "noun"): lambda noun: NOUN_LABELS.get(noun, noun),
    ("security_event", "kind"): lambda kind: SECURITY_KINDS.get(kind, kind),
    ("look", "what"): look_label,
    ("email", "kind"): lambda kind: kind_of(kind).label,
    ("user", "told_by"): lambda choice: MAIL_CHOICES.get(choice, choice),
}
"""How columns of words out of a list read."""


def copy_json(person: Person, at: datetime) -> Iterator[str]:
    """All that is kept about a person, for machines: table by table, row by row, never whole in memory."""
    office = the_office()
    head = {"kantor": office.office_name, "tentang": name_of(person), "dibuat": at.isoformat(), "waktu": "UTC"}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "data": ['
    for place, stored in enumerate(stored_of(person)):
        yield (
            ("," if place else "") + "\n" + json.dumps(_about(stored, office), ensure_ascii=False)[:-1] + ', "baris": ['
        )
        for number, row in enumerate(rows_of(stored, person)):
            yield ("," if number else "") + "\n" + json.dumps(row, ensure_ascii=False, default=_plain)
        yield "]}"
    yield "\n]}\n"


def copy_paper(person: Person, at: datetime) -> bytes:
    """The same on paper, the newest rows of each table."""
    office = the_office()
    sections = (_section(stored, person, office) for stored in stored_of(person))
    return copy_pdf(CopyFacts(the_letterhead(office), name_of(person), at, local(at), sections))


def name_of(person: Person) -> str:
    """How the copy calls whom it is about; whoever told a complaint has a number alone."""
    return person.name if isinstance(person, User | Visitor) else f"Pelapor pengaduan {person.number}"


def _about(stored: Stored, office: Office) -> dict[str, Any]:
    topic = TOPICS[stored.topic]
    return {
        "jenis": stored.label,
        "tabel": stored.table,
        "untuk": topic.purpose,
        "disimpan": topic.kept_by(office),
        "arti": dict(stored.columns),
        "tidak disalin": list(stored.secret.values()),
    }


def _section(stored: Stored, person: Person, office: Office) -> SectionFacts:
    rows, topic = list(rows_of(stored, person, ON_PAPER + 1)), TOPICS[stored.topic]
    return SectionFacts(
        stored.label,
        topic.purpose,
        topic.kept_by(office),
        tuple(_in_words(stored, row) for row in rows[:ON_PAPER]),
        len(rows) > ON_PAPER,
        ", ".join(stored.secret.values()),
    )


def _in_words(stored: Stored, row: dict[str, Any]) -> Rows:
    cells = ((label, _word(stored.table, name, row[name])) for name, label in stored.columns.items())
    return tuple(cell for cell in cells if cell[1] != "–")


def _word(table: str, name: str, value: Any) -> str:
    if isinstance(value, datetime):
        return wording.long_moment(local(value))
    if isinstance(value, date):
        return wording.long_date(value)
    if isinstance(value, frozenset):
        value = sorted(value)
    known = WORDS.get((table, name))
    return known(value) if known and value else value_in_words(value)


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value.isoformat()
