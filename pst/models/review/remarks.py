"""Remarks (catatan pemeriksaan) on single questions, and the applicant's answers to them."""

from typing import Any

from peewee import CharField, DateTimeField, Field, IntegerField, ModelSelect, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.office.sentences import Sentence
from pst.models.submissions.submissions import Submission

SENT = ("open", "answered", "settled")
"""States in which the applicant may read a remark."""


class Remark(Table):
    """One remark; `code` names the question, empty for the submission as a whole.

    States: `noted` (written, not yet sent), `open` (sent, the applicant's turn), `answered` (came back with a
    reply), `settled` (the officer is satisfied) and `dropped` (taken back before it was sent).
    """

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    revision = IntegerField()
    code = CharField(max_length=60, default="")
    severity = CharField(max_length=8)
    """must (wajib diperbaiki) or advice (saran)."""
    text = TextField()
    sentence = Ref(Sentence, null=True, backref="+")
    """The ready sentence it was written with, by which findings are counted."""
    sentence_version = IntegerField(null=True)
    state = CharField(max_length=10, default="noted")
    author = Ref(User, backref="+")
    created_at = DateTimeField()
    sent_at = DateTimeField(null=True)
    reply = TextField(default="")
    replied_at = DateTimeField(null=True)
    settled_at = DateTimeField(null=True)
    settled_by = Ref(User, null=True, backref="+")

    class Meta:
        indexes = ((("submission", "state"), False),)

    @classmethod
    def of(cls, submission: Submission) -> ModelSelect:
        """All that still count, oldest first, each with its author."""
        return (
            cls.select(cls, User.id, User.name)
            .join(User, on=cls.author)
            .where(cls.submission == submission.id, cls.state != "dropped")
            .order_by(cls.id)
        )

    @classmethod
    def shown_of(cls, submission: Submission) -> list[Any]:
        """The same as pages show them: (id, code, severity, text, state, created_at, sent_at, reply, author's name)."""
        return cls.many(SHOWN, submission.id)

    @classmethod
    def sent_of(cls, submission: Submission) -> ModelSelect:
        """Those the applicant may read."""
        return cls.of(submission).where(cls.state.in_(SENT))

    @classmethod
    def findings_of(cls, submission: Submission) -> list[Any]:
        """The same with their ready sentences: (id, code, severity, text, state, version, heading, done)."""
        return cls.many(FINDINGS, submission.id)

    @classmethod
    def open_of(cls, submission: Submission) -> list["Remark"]:
        """Those that wait for the applicant, oldest first."""
        return list(cls._open(submission, cls).order_by(cls.id))

    @classmethod
    def open_texts(cls, submission: Submission) -> dict[str, str]:
        """What the applicant still has to do, by the code of the question; the last word on each."""
        return dict(cls._open(submission, cls.code, cls.text).order_by(cls.id).tuples())

    @classmethod
    def count_open(cls, submission: Submission, unanswered: bool = False) -> int:
        """Remarks the applicant still has; with `unanswered` only those without a reply."""
        waiting = cls._open(submission, cls.id)
        return (waiting.where(cls.reply == "") if unanswered else waiting).count()

    @classmethod
    def count_dropped(cls, submission: Submission) -> int:
        """Remarks taken back before they were sent."""
        return cls.select().where(cls.submission == submission.id, cls.state == "dropped").count()

    @classmethod
    def _open(cls, submission: Submission, *columns: Field) -> ModelSelect:
        return cls.select(*columns).where(cls.submission == submission.id, cls.state == "open")

    @classmethod
    def find(cls, submission: Submission, remark_id: int) -> "Remark | None":
        """One remark of this submission, also one that was taken back."""
        return cls.get_or_none(cls.submission == submission.id, cls.id == remark_id)


SHOWN = """
    SELECT remark.id, code, severity, text, state, remark.created_at, sent_at, reply, user.name AS author
    FROM remark JOIN user ON user.id = remark.author_id
    WHERE submission_id = ? AND state != 'dropped' ORDER BY remark.id"""
FINDINGS = f"""
    SELECT remark.id, code, severity, remark.text, state, sentence_version AS version, heading, done
    FROM remark LEFT JOIN sentence ON sentence.id = remark.sentence_id
    WHERE submission_id = ? AND state IN {SENT} ORDER BY remark.id"""
