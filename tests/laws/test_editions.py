"""An edition of the form never changes once people fill it in: their answers, papers and workbooks are read by it."""

import hashlib
from dataclasses import MISSING, fields, is_dataclass

from pst.questionnaires.shelf import SHELF

FINGERPRINTS = {"rekomendasi_2026": "ebceca688e249eb4"}

CHANGED = """
A new edition: write its fingerprint, {found}, here beside its name, {name}.
Or else {name} is no longer the form that people have begun to fill in.
A submission that was sent before and returned since could not be read, or sent again; a workbook that was given out
would be refused. Make a new edition: pst/questionnaires/<new name>.py with `edition_after(the one before, …)`, put it
on the shelf (pst/questionnaires/shelf.py) as CURRENT, and write its fingerprint here.
Before the first office uses an edition, it may still be corrected: then the new fingerprint belongs here.
A question that ROMANTIK holds too has its line in pst/exchange/romantik/form.py; it costs no other place.
"""


def test_no_edition_on_the_shelf_changes():
    for name, form in SHELF.items():
        found = hashlib.sha256(repr(declared((form.blocks, form.always_open))).encode()).hexdigest()[:16]
        assert FINGERPRINTS.get(name) == found, CHANGED.format(name=name, found=found)


def declared(thing):
    """What an edition says, without what it leaves as it is: a new trait of all questions changes no edition."""
    if isinstance(thing, tuple):
        return tuple(map(declared, thing))
    if not is_dataclass(thing):
        return thing
    said = {field.name: getattr(thing, field.name) for field in fields(thing)}
    usual = {field.name: field.default for field in fields(thing) if field.default is not MISSING}
    return type(thing).__name__, {name: declared(value) for name, value in said.items() if value != usual.get(name)}


def test_every_edition_that_was_given_out_stays_on_the_shelf():
    assert FINGERPRINTS.keys() == SHELF.keys()
