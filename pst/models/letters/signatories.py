"""Who signs letters, day by day: the head, or an acting official with a mandate."""

from collections.abc import Collection
from datetime import date

from peewee import CharField, DateField, ModelSelect

from pst.models.accounts.users import User
from pst.models.base import Ref, Table


class Signatory(Table):
    """Who signs letters between two days: the head, or an acting official (Plt./Plh.) with a mandate."""

    user = Ref(User, backref="+")
    kind = CharField(max_length=8)
    """kepala, plt or plh."""
    name = CharField(max_length=120)
    rank = CharField(max_length=80, default="")
    nip = CharField(max_length=30, default="")
    starts = DateField()
    ends = DateField(null=True)
    mandate = CharField(max_length=160, default="")

    @classmethod
    def on(cls, day: date, but: Collection[int] = ()) -> "Signatory | None":
        """Who signs on this day, of all `but` these users; an acting official stands before the head."""
        return (
            cls.select()
            .where(cls.starts <= day, (cls.ends.is_null()) | (cls.ends >= day), cls.user.not_in(list(but)))
            .order_by(cls.kind == "kepala", cls.starts.desc())
            .first()
        )

    @classmethod
    def everybody(cls) -> ModelSelect:
        """All rows, the latest first."""
        return cls.select().order_by(cls.starts.desc(), cls.id.desc())

    @classmethod
    def is_head(cls, user_id: int, day: date) -> bool:
        """Is this user the head of the office on this day?"""
        heads = cls.select().where(cls.user == user_id, cls.kind == "kepala", cls.starts <= day)
        return heads.where(cls.ends.is_null() | (cls.ends >= day)).exists()

    @classmethod
    def latest_of(cls, user_id: int) -> "Signatory | None":
        """How this user signed last."""
        return cls.everybody().where(cls.user == user_id).first()

    @classmethod
    def find(cls, row_id: int) -> "Signatory | None":
        return cls.get_or_none(cls.id == row_id)

    @classmethod
    def overlapping(cls, kind: str, starts: date, ends: date | None, but: int | None = None) -> "Signatory | None":
        """A row that would sign on the same days as this stretch (open-ended without `ends`).

        Heads exclude each other, and so do Plt. and Plh.; an acting official beside the head is what they are for.
        """
        query = cls.select().where(
            (cls.kind == "kepala") == (kind == "kepala"),
            cls.ends.is_null() | (cls.ends >= starts),
            cls.id != (but or 0),
        )
        return (query.where(cls.starts <= ends) if ends else query).order_by(cls.starts).first()
