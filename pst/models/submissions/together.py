"""Who else of the agency works on a form: invited by address, in force for the account that has it."""

from typing import Any

from peewee import CharField, DateTimeField, ModelSelect, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.submissions.submissions import Submission
from pst.rules.submissions.hats import may_be_invited


class Invited(Table):
    """A colleague or superior whom the applicant invited to the form.

    The address is the invitation: whoever confirmed it, of the same agency, is let in, now or after registering.
    """

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    email = CharField(max_length=254, index=True)
    """In small letters."""
    may = CharField(max_length=8)
    """A key of `rules/submissions/hats.MAY`."""
    at = DateTimeField()
    approved_at = DateTimeField(null=True)
    approved_mark = CharField(max_length=64, default="")
    """Of the answers that were approved; others ask again."""
    objection = TextField(default="")
    """Why it is not approved yet; gone once it is."""
    objected_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("submission", "email"), True),)

    @classmethod
    def to(cls, submission: Submission) -> list["Invited"]:
        """Everybody invited to it, the first one first."""
        return list(cls.select().where(cls.submission == submission.id).order_by(cls.id))

    @classmethod
    def objections(cls, submission: Submission) -> list["Invited"]:
        """What those who are to approve it still want changed."""
        return [row for row in cls.to(submission) if row.objection]

    @classmethod
    def of(cls, submission: Submission, user: User) -> "Invited | None":
        """This person's invitation to it, if one is in force."""
        if not may_be_invited(submission.agency_id, user.agency_id, user.roles):
            return None
        return cls.get_or_none(cls.submission == submission.id, cls.email == user.email.lower())

    @classmethod
    def find(cls, user: User, number: str) -> Submission | None:
        """The submission of this number, if this person is invited to it."""
        if not may_be_invited(user.agency_id, user.agency_id, user.roles):
            return None
        return Submission.with_people().where(Submission.number == number, Submission.id.in_(cls._of(user))).first()

    @classmethod
    def shared_with(cls, user: User, most: int = 50) -> list[Any]:
        """What this person is invited to, the newest first."""
        if not may_be_invited(user.agency_id, user.agency_id, user.roles):
            return []
        shown = (Submission.number, Submission.title, Submission.status, Submission.outcome, cls.may, User.name)
        query = cls._in_force(cls.select(*shown), user).join(User, on=Submission.applicant)
        return list(query.order_by(cls.id.desc()).limit(most).namedtuples())

    @classmethod
    def follow(cls, old: str, new: str) -> None:
        """Whoever changes the address is invited as before; whoever gets the old one is not. Only inside `write()`."""
        other = cls.alias()
        twice = other.select(other.submission).where(other.email == new.lower())
        cls.delete().where(cls.email == old.lower(), cls.submission.in_(twice)).execute()
        cls.update(email=new.lower()).where(cls.email == old.lower()).execute()

    @classmethod
    def end_with(cls, user: User) -> None:
        """With an account end the invitations of its owner and to its owner's forms. Only inside `write()`."""
        own = Submission.select(Submission.id).where(Submission.applicant == user.id)
        cls.delete().where((cls.email == user.email.lower()) | cls.submission.in_(own)).execute()

    @classmethod
    def _of(cls, user: User) -> ModelSelect:
        return cls._in_force(cls.select(cls.submission), user)

    @classmethod
    def _in_force(cls, query: ModelSelect, user: User) -> ModelSelect:
        """Those of this person's address, to forms of this person's agency."""
        return query.join(Submission).where(cls.email == user.email.lower(), Submission.agency == user.agency_id)
