"""Letters about complaints. The office's book has their numbers; which complaint each was about stands here alone."""

from peewee import CharField

from pst.models.base import Ref, Table
from pst.models.complaints.complaints import Complaint
from pst.models.files import StoredFile
from pst.models.letters.book_entries import BookEntry
from pst.rules.letters.numbering import VOID


class ComplaintLetter(Table):
    """A letter that went out: its kind in `rules/complaints/complaint_letters.py`, its line in the book, its paper."""

    complaint = Ref(Complaint, backref="+", on_delete="RESTRICT")
    kind = CharField(max_length=12)
    entry = Ref(BookEntry, unique=True, backref="+")
    signed_by = CharField(max_length=120)
    """Who signs, as the paper names them."""
    file = Ref(StoredFile, backref="+")

    @classmethod
    def of(cls, complaint: Complaint) -> "list[ComplaintLetter]":
        """All that went out, the newest first."""
        query = cls.select(cls, BookEntry, StoredFile).join(BookEntry).switch(cls).join(StoredFile)
        return list(query.where(cls.complaint == complaint.id).order_by(cls.id.desc()))

    @classmethod
    def in_force(cls, complaint: Complaint, kind: str) -> "ComplaintLetter | None":
        """The newest of this kind whose number counts."""
        return next((row for row in cls.of(complaint) if row.kind == kind and not row.is_void), None)

    @property
    def is_void(self) -> bool:
        return self.entry.kind == VOID
