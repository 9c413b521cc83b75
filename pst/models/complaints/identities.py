"""Who complained, sealed, and who opened it: apart from the complaints, so that no query of theirs meets a name."""

from collections.abc import Iterable

from peewee import CharField, DateTimeField, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.complaints.complaints import Complaint


class Identity(Table):
    """Who complained, sealed: JSON under Fernet, readable only with the key that lies outside the database."""

    complaint = Ref(Complaint, unique=True, backref="+", on_delete="CASCADE")
    sealed = TextField()

    @classmethod
    def of(cls, complaint: Complaint) -> "Identity | None":
        return cls.get_or_none(cls.complaint == complaint.id)


class IdentityOpening(Table):
    """Somebody opened an identity, and why; the complainant reads it in the dialogue."""

    complaint = Ref(Complaint, backref="+", on_delete="CASCADE")
    user = Ref(User, backref="+")
    why = CharField(max_length=300)
    at = DateTimeField()

    @classmethod
    def of(cls, complaint: Complaint) -> Iterable["IdentityOpening"]:
        return cls.select(cls, User).join(User).where(cls.complaint == complaint.id).order_by(cls.id)
