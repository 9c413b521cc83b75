"""Complaints and answers that the public reads."""

from peewee import CharField, DateField, DateTimeField, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.complaints.complaints import Complaint


class Publication(Table):
    """A complaint and its answer, rewritten so that they name nobody; shown once a second person agreed."""

    complaint = Ref(Complaint, unique=True, backref="+", on_delete="CASCADE")
    title = CharField(max_length=160)
    text = TextField()
    answer = TextField()
    prepared_by = Ref(User, backref="+")
    prepared_at = DateTimeField()
    approved_by = Ref(User, null=True, backref="+")
    approved_on = DateField(null=True)

    @classmethod
    def of(cls, complaint: Complaint) -> "Publication | None":
        return cls.get_or_none(cls.complaint == complaint.id)

    @classmethod
    def published(cls, limit: int = 100) -> list["Publication"]:
        """What the public reads, newest first."""
        return list(cls.select().where(cls.approved_on.is_null(False)).order_by(cls.approved_on.desc()).limit(limit))
