"""Requests of owners to have their accounts erased, and what the office decided."""

from datetime import datetime

from peewee import BooleanField, DateTimeField, ModelSelect, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table

By = User.alias("by")


class Erasure(Table):
    """One request: what its owner said, and the office's answer, which is due after 3 × 24 hours."""

    user = Ref(User, backref="+")
    said = TextField(default="")
    asked_at = DateTimeField()
    decided_at = DateTimeField(null=True)
    decided_by = Ref(User, null=True, backref="+")
    granted = BooleanField(default=False)
    answer = TextField(default="")

    @classmethod
    def latest_of(cls, user_id: int) -> "Erasure | None":
        """What this person asked last."""
        return cls.select().where(cls.user == user_id).order_by(cls.id.desc()).first()

    @classmethod
    def find(cls, row_id: int) -> "Erasure | None":
        return cls._whole().where(cls.id == row_id).first()

    @classmethod
    def newest(cls, most: int = 100) -> list["Erasure"]:
        """Those that wait first, then the decided ones, the newest first."""
        return list(cls._whole().order_by(cls.decided_at.is_null(False), cls.id.desc()).limit(most))

    @classmethod
    def waiting_since(cls) -> datetime | None:
        """When the oldest one was asked that nobody has decided; None where none waits."""
        oldest = cls.select(cls.asked_at).where(cls.decided_at.is_null()).order_by(cls.id).first()
        return oldest.asked_at if oldest else None

    @classmethod
    def _whole(cls) -> ModelSelect:
        query = cls.select(cls, User, By.id, By.name).join(User, on=cls.user).switch(cls)
        return query.left_outer_join(By, on=(cls.decided_by == By.id), attr="decided_by")
