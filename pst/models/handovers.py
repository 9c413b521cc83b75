"""Notices: what somebody of the office was told, and whether it was read."""

from datetime import datetime
from typing import Any

from peewee import BooleanField, CharField, DateTimeField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table


class Notice(Table):
    """One piece of news for one person: its `kind` of `rules/handovers.py`, and the case it is about."""

    person = Ref(User, backref="+", on_delete="CASCADE")
    kind = CharField(max_length=20)
    noun = CharField(max_length=20)
    key = CharField(max_length=80)
    made_at = DateTimeField()
    read_at = DateTimeField(null=True)
    mailed = BooleanField(default=False)
    """It went by mail, or its person wants none."""

    class Meta:
        indexes = ((("person", "read_at"), False), (("mailed", "id"), False))

    @classmethod
    def unread_of(cls, user: User, limit: int = 60) -> list[Any]:
        """What this person was told and has not opened, the latest first."""
        return cls.many(UNREAD, user.id, limit)

    @classmethod
    def for_the_morning(cls) -> dict[int, list["Notice"]]:
        """What no mail has told yet, with its person, the oldest first, by person."""
        found: dict[int, list[Notice]] = {}
        for notice in cls.select(cls, User).join(User).where(~cls.mailed).order_by(cls.made_at, cls.id):
            found.setdefault(notice.person.id, []).append(notice)
        return found

    @classmethod
    def same_unread(cls, user: User, kind: str, noun: str, key: str) -> bool:
        """This person was told the same and has not opened it yet."""
        same = (cls.kind == kind, cls.noun == noun, cls.key == key)
        return cls.select().where(cls.person == user.id, cls.read_at.is_null(), *same).exists()

    @classmethod
    def forget_read(cls, before: datetime) -> int:
        """Erase what was read before this moment. Only inside `write()`."""
        return cls.delete().where(cls.read_at < before).execute()


UNREAD = """
    SELECT kind, noun, key, made_at FROM notice WHERE person_id = ? AND read_at IS NULL
    ORDER BY made_at DESC, id DESC LIMIT ?
"""
