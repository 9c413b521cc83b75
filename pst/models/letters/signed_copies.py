"""The file of a letter that was signed outside: brought, looked at by a second person, taken or refused."""

from datetime import datetime
from typing import Any

from peewee import JOIN, CharField, DateTimeField, TextField

from pst.models.accounts.users import User
from pst.models.base import Json, Ref, Table
from pst.models.files import StoredFile
from pst.models.letters.letters import Letter

STATES = {"offered": "Menunggu dibandingkan", "taken": "Diterima", "refused": "Ditolak"}


class SignedCopy(Table):
    """States: `offered` until somebody else has compared it, then `taken` (the letter is out) or `refused`."""

    letter = Ref(Letter, backref="+", on_delete="RESTRICT")
    file = Ref(StoredFile, backref="+")
    way = CharField(max_length=10)
    """electronic or scan."""
    state = CharField(max_length=10, default="offered")
    brought_by = Ref(User, backref="+")
    brought_at = DateTimeField()
    checked_by = Ref(User, null=True, backref="+")
    checked_at = DateTimeField(null=True)
    reason = TextField(default="")
    """Why it was refused."""
    signer = CharField(max_length=200, default="")
    """Whose certificate it is, as the certificate says."""
    facts = Json(default=dict)
    """What the signature and its certificate say, as `exchange/signatures.py` read them."""

    @property
    def is_offered(self) -> bool:
        return self.state == "offered"

    @property
    def state_label(self) -> str:
        return STATES[self.state]

    class Meta:
        indexes = ((("letter", "state"), False),)

    def decide(self, state: str, actor_id: int, at: datetime, reason: str = "") -> None:
        """Somebody has looked at it: taken, or refused with a reason."""
        self.state, self.checked_by, self.checked_at, self.reason = state, actor_id, at, reason
        self.save()

    @classmethod
    def of(cls, letter_id: int) -> list[Any]:
        """Every file brought for this letter, latest first, with who brought and who looked at it."""
        return list(cls._whole().where(cls.letter == letter_id).order_by(cls.id.desc()))

    @classmethod
    def find(cls, letter_id: int, copy_id: int) -> "SignedCopy | None":
        """One of them."""
        return cls._whole().where(cls.letter == letter_id, cls.id == copy_id).first()

    @classmethod
    def taken_of(cls, letter_id: int) -> "SignedCopy | None":
        """The one by which the letter went out; None while it waits, and of letters that left unsigned."""
        return cls._whole().where(cls.letter == letter_id, cls.state == "taken").first()

    @classmethod
    def offered_of(cls, letter_id: int) -> "SignedCopy | None":
        """The one that waits for a second person."""
        return cls._whole().where(cls.letter == letter_id, cls.state == "offered").first()

    @classmethod
    def _whole(cls) -> Any:
        return (
            cls.select(cls, StoredFile, Bringer, Checker)
            .join(StoredFile)
            .switch(cls)
            .join(Bringer, on=(cls.brought_by == Bringer.id), attr="brought_by")
            .switch(cls)
            .join(Checker, JOIN.LEFT_OUTER, on=(cls.checked_by == Checker.id), attr="checked_by")
        )


Bringer, Checker = User.alias("bringer"), User.alias("checker")
