"""Law 14: every column of personal nature is declared: what it is, whose, and what becomes of it.

On `rules/personal.py` stand the copy a person is given, erasure and the privacy page: a column that is missing there
would be missing from all three.
"""

import hashlib
import re

from peewee import CharField, ForeignKeyField, TextField

from pst.models import personal
from pst.models.accounts.users import User
from pst.models.base import Json
from pst.models.frontdesk.visits import Visitor
from pst.models.schema import TABLES
from pst.rules.personal import BY_TABLE, IN_BROWSER, STORED, TOPICS
from pst.rules.privacy import NOTICE_VERSION
from tests.laws.tree import ROOT, TEMPLATES, modules

PUBLISHED = {"2026-11-29": "777e54f28a77"}
"""Each version of the privacy notice, with the beginning of the SHA-256 of what it says."""

OF_NOBODY = {
    *("form_key", "sequence", "holiday", "area", "pause", "sentence", "examined", "overruling", "stored_file"),
    *("book_year", "activity", "kiosk", "special_hours", "box_form", "box_sheet", "activity_index", "catalogue_word"),
    *("metadata", "breach", "field_span", "former_number"),
}
"""Tables about things; who worked on them stands in the history."""
CODES = {
    *("kind", "state", "status", "number", "code", "code_hash", "card_hash", "token_hash", "outcome", "channel"),
    *("severity", "stance", "rank", "privacy", "service", "topic", "survey", "result", "source"),
    *("target", "previous", "hash", "noun", "verb", "key", "purpose", "use", "way", "side", "questionnaire", "rule"),
    *("method", "sector", "region", "romantik_id", "identity_number", "escalated_to", "board_code", "classification"),
    *("services", "attachments", "dropped"),
}
"""Columns of numbers, words out of a list, and what is counted."""
WORKED = {
    *("assignee", "entered_by", "sent_by", "confirmed_by", "author", "settled_by", "by", "opened_by", "concluded_by"),
    *("drafted_by", "issued_by", "ended_by", "brought_by", "checked_by", "prepared_by", "approved_by"),
    *("closed_by", "decided_by", "officer", "user", "visitor", "person", "stand_in"),
}
"""Who of the office did it: told by the history, which is declared."""


def test_every_column_that_may_say_something_of_a_person_is_declared():
    undeclared = {table._meta.table_name: sorted(_personal(table) - _declared(table)) for table in TABLES}

    assert {table: columns for table, columns in undeclared.items() if columns} == {}


def test_what_is_declared_is_there():
    fields = {table._meta.table_name: set(table._meta.fields) for table in TABLES}
    gone = {each.table: _declared_of(each) - fields.get(each.table, set()) for each in STORED}

    assert {table: columns for table, columns in gone.items() if columns} == {}
    assert {each.topic for each in STORED} == set(TOPICS)
    assert set(BY_TABLE) | OF_NOBODY == set(fields) and not set(BY_TABLE) & OF_NOBODY


def test_of_everything_that_is_somebodys_one_fate_is_said():
    fates = {each.table: (each.goes, bool(each.wiped), bool(each.stays)) for each in STORED if _has_owner(each)}

    assert [table for table, fate in fates.items() if sum(fate) != 1] == []


def test_every_way_to_a_persons_rows_is_one_that_can_be_asked(db):
    for person in (User(id=1, email="a@b.id"), Visitor(id=1)):
        assert all(list(personal.rows_of(each, person)) is not None for each in personal.stored_of(person))


def _personal(table) -> set[str]:
    if table._meta.table_name in OF_NOBODY:
        return set()
    return {
        name
        for name, column in table._meta.fields.items()
        if (isinstance(column, CharField | TextField | Json) and name not in CODES)
        or (isinstance(column, ForeignKeyField) and column.rel_model in (User, Visitor) and name not in WORKED)
    }


def _declared(table) -> set[str]:
    stored = BY_TABLE.get(table._meta.table_name)
    return _declared_of(stored) if stored else set()


def _declared_of(stored) -> set[str]:
    ways = {way.partition(".")[0] for way in (stored.owner, stored.guest, stored.teller) if way}
    return {*stored.columns, *stored.secret, *stored.wiped, *ways}


def _has_owner(stored) -> bool:
    return bool(stored.owner or stored.guest or stored.teller)


def test_what_is_kept_in_browsers_is_told_on_the_privacy_page():
    scripts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "static" / "js").glob("*.js"))
    modules_text = "".join(path.read_text(encoding="utf-8") for path in modules())
    stored = set(re.findall(r'["`](pst:[a-z-]*)', scripts))
    cookies = set(re.findall(r'"__Host-(pst[a-z-]*)"', modules_text))

    assert stored and cookies
    assert {each.name for each in IN_BROWSER} == stored | cookies


def test_a_changed_privacy_notice_is_a_new_version():
    """Whoever has an account reads it anew: give `NOTICE_VERSION` the day, and add both here.

    One more column of a kind that is told already changes nothing of what for, how long, and what may be asked.
    """
    source = (TEMPLATES / "office" / "home" / "parts" / "notice.html").read_text(encoding="utf-8")
    told = hashlib.sha256(f"{source}{TOPICS}{IN_BROWSER}".encode()).hexdigest()[:12]

    assert {NOTICE_VERSION: told}.items() <= PUBLISHED.items()
