"""The team's evaluation: who was asked, what each thought, what was concluded; and notes kept in the office."""

from peewee import CharField, DateField, DateTimeField, ModelSelect, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.submissions.submissions import Submission


class Evaluation(Table):
    """One sitting of the team on one submission (published standard, steps 11 and 20)."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    opened_by = Ref(User, backref="+")
    opened_at = DateTimeField()
    held_on = DateField(null=True)
    participants = TextField(default="")
    """Names as recorded, one a line; may include people without an account."""
    outcome = CharField(max_length=12, default="")
    conclusion = TextField(default="")
    alone_reason = TextField(default="")
    """Why one person evaluated it without a colleague's opinion; empty where there was one."""
    concluded_by = Ref(User, null=True, backref="+")
    concluded_at = DateTimeField(null=True)

    @classmethod
    def latest(cls, submission: Submission) -> "Evaluation | None":
        return cls.one("SELECT * FROM evaluation WHERE submission_id = ? ORDER BY id DESC LIMIT 1", submission.id)


class Opinion(Table):
    """A colleague's own opinion; empty until given."""

    evaluation = Ref(Evaluation, backref="+", on_delete="CASCADE")
    officer = Ref(User, backref="+")
    invited_at = DateTimeField()
    stance = CharField(max_length=12, default="")
    """layak, bersyarat or ditolak."""
    text = TextField(default="")
    given_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("evaluation", "officer"), True),)

    @classmethod
    def of(cls, evaluation: Evaluation) -> ModelSelect:
        """All that were asked for, with their officers' names, in the order they were asked."""
        return cls.select(cls, User.id, User.name).join(User).where(cls.evaluation == evaluation.id).order_by(cls.id)


class InternalNote(Table):
    """A line of the discussion inside the office; never shown to the applicant."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    author = Ref(User, backref="+")
    at = DateTimeField()
    text = TextField()

    @classmethod
    def of(cls, submission: Submission) -> ModelSelect:
        """All of it, with its authors' names, in the order it was said."""
        return cls.select(cls, User.id, User.name).join(User).where(cls.submission == submission.id).order_by(cls.id)
