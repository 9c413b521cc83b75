"""Files by content, and the attachments (berkas) that point to them."""

from typing import Any

from peewee import CharField, DateTimeField, IntegerField, ModelSelect

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.submissions.submissions import Submission


class StoredFile(Table):
    """A file under `instance/files/ab/cd…`, named by its SHA-256; never changed. Rows lie in the order of that."""

    sha256 = CharField(primary_key=True, max_length=64)
    size = IntegerField()
    mime = CharField(max_length=120)
    created_at = DateTimeField()

    class Meta:
        without_rowid = True


class Attachment(Table):
    """A file under the name its sender gave, answering question `code`; replaced, never erased."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    code = CharField(max_length=60)
    file = Ref(StoredFile, backref="+")
    name = CharField(max_length=200)
    by = Ref(User, backref="+")
    at = DateTimeField()
    removed_at = DateTimeField(null=True)

    @classmethod
    def of(cls, submission: Submission) -> ModelSelect:
        """All that now belong to the submission, with size and hash."""
        return cls.ever_of(submission).where(cls.removed_at.is_null())

    @classmethod
    def ever_of(cls, submission: Submission) -> ModelSelect:
        """All that ever belonged to the submission, also what was replaced, oldest first."""
        return cls.select(cls, StoredFile).join(StoredFile).where(cls.submission == submission.id).order_by(cls.id)

    @classmethod
    def listed(cls, submission: Submission) -> list[Any]:
        """The same as lists name them: names, sizes and kinds."""
        return cls.many(LISTED, submission.id)

    @classmethod
    def anywhere(cls, submission: Submission, file_id: int) -> "Attachment | None":
        """One attachment of the submission, also when it was replaced since."""
        return cls.ever_of(submission).where(cls.id == file_id).first()


LISTED = """
    SELECT attachment.id, code, sha256, name, removed_at, size, mime
    FROM attachment JOIN stored_file ON sha256 = file_id WHERE submission_id = ? ORDER BY attachment.id"""
