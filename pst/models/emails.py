"""Outgoing mail: rows of facts written with the action, delivered afterwards."""

from datetime import datetime
from typing import Any

from peewee import CharField, DateTimeField, IntegerField, ModelSelect, TextField, fn

from pst.models.accounts.users import User
from pst.models.base import Json, Ref, Table
from pst.models.narrowing import Choice, Wanted, equals, narrowed
from pst.models.paging import TOP, Page, Place, Sort, page_by_key
from pst.models.submissions.submissions import Submission
from pst.rules.office.emails import PERSONAL, STATE_LABELS, WITH_LETTER

MANY = 1_000
"""Mails of one state that are counted one by one: after some years hundreds of thousands lie in the outbox."""


class Email(Table):
    """One message to one address. States: `queued`, `sent` (taken by the server), `kept` (written to a file
    because no server is configured), `failed` (given up after many tries; a button tries again) and `dropped` (what it
    tells was no longer true before it left).
    """

    kind = CharField(max_length=40)
    to = CharField(max_length=254)
    owner = Ref(User, null=True, backref="+")
    """Whose mailbox it was, or was asked to be, where that person's account has another address by now."""
    facts = Json(default=dict)
    submission = Ref(Submission, null=True, backref="+", on_delete="CASCADE")
    state = CharField(max_length=8, default="queued")
    created_at = DateTimeField()
    next_try_at = DateTimeField()
    tries = IntegerField(default=0)
    sent_at = DateTimeField(null=True)
    error = TextField(default="")

    class Meta:
        indexes = ((("state", "next_try_at"), False), (("state", "id"), False), (("kind", "created_at"), False))

    @classmethod
    def due(cls, at: datetime, limit: int = 50) -> ModelSelect:
        """What should be handed over now; what gave trouble before comes after what did not."""
        waiting = (cls.state == "queued", cls.next_try_at <= at)
        return cls.select().where(*waiting).order_by(cls.tries, cls.id).limit(limit)

    @classmethod
    def drop_letter(cls, submission_id: int, number: str, why: str) -> int:
        """Let no mail leave any more that carries this letter; returns how many. Only inside `write()`."""
        carried = (cls.kind.in_(WITH_LETTER), fn.json_extract(cls.facts, "$.letter_number") == number)
        waiting = (cls.submission == submission_id, cls.state.in_(("queued", "failed", "kept")))
        return cls.update(state="dropped", error=why).where(*waiting, *carried).execute()

    @classmethod
    def stay_with(cls, user: User) -> None:
        """What was written to the address this person is about to leave stays theirs. Only inside `write()`."""
        cls.update(owner=user.id).where(cls.written_to(user)).execute()

    @classmethod
    def written_to(cls, user: User) -> Any:
        """The condition that a mail went to this person, under whatever address; never to who had theirs before."""
        now = cls.owner.is_null() & (fn.LOWER(cls.to) == user.email.lower())
        return now | (cls.owner == user.id)

    @classmethod
    def newest(cls) -> ModelSelect:
        """What the office may look through: all but what was written to one person alone."""
        query = cls.select(cls, Submission).left_outer_join(Submission).order_by(cls.id.desc())
        return query.where(cls.kind.not_in(PERSONAL))

    @classmethod
    def find(cls, number: int) -> "Email | None":
        return cls.newest().where(cls.id == number).first()

    @classmethod
    def page(cls, wanted: Wanted, place: Place = TOP, size: int = 40) -> Page:
        """One page of what the list shows of its mails, newest first."""
        shown = cls.newest().select(
            cls.id,
            cls.created_at,
            cls.to,
            cls.kind,
            cls.state,
            cls.tries,
            cls.next_try_at,
            cls.error,
            Submission.number.alias("submission"),
        )
        return page_by_key(narrowed(shown, FILTERS, wanted), cls.id, place, size)

    @classmethod
    def count_by_state(cls) -> dict[str, int]:
        """How many mails stand in each state, counted no further than one above `MANY`; only states that have any."""
        shown = cls.select(cls.id).where(cls.kind.not_in(PERSONAL)).limit(MANY + 1)
        counts = {state: shown.where(cls.state == state).count() for state in STATE_LABELS}
        return {state: number for state, number in counts.items() if number}

    @classmethod
    def backlog(cls, at: datetime) -> int:
        """Mails that should have gone by now."""
        return cls.select().where(cls.state == "queued", cls.next_try_at <= at).count()


FILTERS = (Choice("keadaan", "Keadaan", equals(Email.state), STATE_LABELS),)
SORTS = (Sort("dibuat", "Dibuat", rising=False),)
