"""Registers as people narrowed and ordered them, kept under a name: for oneself, or for the whole office."""

import json
from typing import NamedTuple

from peewee import BooleanField, CharField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table

QUERY_LIMIT = 400
"""Signs of an address after its question mark that are kept."""


class KeptFilter(Table):
    """One list: the `path` of its register, and the `query` that narrows and orders it."""

    person = Ref(User, backref="+", on_delete="CASCADE")
    path = CharField(max_length=60)
    query = CharField(max_length=QUERY_LIMIT)
    name = CharField(max_length=60)
    shared = BooleanField(default=False)

    class Meta:
        indexes = ((("path", "person"), False),)

    @classmethod
    def at(cls, path: str, user: User) -> "list[Usable]":
        """Those of a register that this person may use, by name: own ones, and what others share.

        The session has brought them along: a register asks no question more for them.
        """
        rows = (Usable(*row) for row in json.loads(user.kept_filters))
        return sorted((row for row in rows if row.path == path), key=lambda row: (row.name, row.id))


class Usable(NamedTuple):
    """One as the session brings it."""

    id: int
    path: str
    query: str
    name: str
    person: int
    owner: str
