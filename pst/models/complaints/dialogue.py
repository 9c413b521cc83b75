"""The dialogue about a complaint: its messages and files, those of the office alone among them."""

from datetime import datetime

from peewee import CharField, DateTimeField, ModelSelect, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.complaints.complaints import Complaint
from pst.models.files import StoredFile
from pst.rules.complaints.complaints import Privacy


class ComplaintMessage(Table):
    """One message of the dialogue, or (`side` internal) a note of the office."""

    complaint = Ref(Complaint, backref="+", on_delete="CASCADE")
    side = CharField(max_length=12)
    author = Ref(User, null=True, backref="+")
    text = TextField()
    at = DateTimeField()

    @classmethod
    def of(cls, complaint: Complaint, internal: bool = False) -> ModelSelect:
        """The dialogue, oldest first; with `internal` also the office's own notes."""
        query = cls.select(cls, User).left_outer_join(User).where(cls.complaint == complaint.id).order_by(cls.id)
        return query if internal else query.where(cls.side != "internal")

    @classmethod
    def find(cls, complaint: Complaint, message_id: int) -> "ComplaintMessage | None":
        """One message of this complaint that the complainant reads too."""
        return cls.of(complaint).where(cls.id == message_id).first()


class ComplaintFile(Table):
    """A file of the dialogue, under a name that tells nothing of its sender."""

    complaint = Ref(Complaint, backref="+", on_delete="CASCADE")
    side = CharField(max_length=12)
    file = Ref(StoredFile, backref="+")
    name = CharField(max_length=80)
    at = DateTimeField()

    @classmethod
    def find(cls, complaint: Complaint, file_id: int, internal: bool = False) -> "ComplaintFile | None":
        """One file of this complaint; `internal` also looks among those kept in the office."""
        return cls.of(complaint, internal=internal).where(cls.id == file_id).first()

    @classmethod
    def of_anonymous(cls, first: datetime, last: datetime) -> list[tuple[str, datetime]]:
        """(file, day) of what anonymous complainants sent from `first` to before `last`."""
        hidden = (cls.side == "complainant", Complaint.privacy == Privacy.ANONYMOUS.value)
        query = cls.select(cls.file, cls.at).join(Complaint).where(*hidden, cls.at >= first, cls.at < last)
        return [(str(sha256), at) for sha256, at in query.tuples()]

    @classmethod
    def of(cls, complaint: Complaint, internal: bool = False) -> ModelSelect:
        query = cls.select(cls, StoredFile).join(StoredFile).where(cls.complaint == complaint.id).order_by(cls.id)
        return query if internal else query.where(cls.side != "internal")
