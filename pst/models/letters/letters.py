"""Letters: their draft, and what was issued. A number drawn is never given again."""

from datetime import date
from typing import Any

from peewee import JOIN, CharField, DateField, DateTimeField, IntegerField, ModelSelect, TextField, fn

from pst.models.accounts.users import User
from pst.models.base import Json, Ref, Table
from pst.models.files import StoredFile
from pst.models.letters.signatories import Signatory
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.rules.letters.validity import EXPIRED, OUT


class Letter(Table):
    """A recommendation or refusal. States: `draft`, `waiting` (numbered, not yet signed), `issued`, `replaced` (by a
    later one), `revoked`, `void` (numbered, never signed).

    `facts` are the words it was rendered from, frozen at issue; the page shown beside the PDF says the same.
    A draft has no number, no code and no file.
    """

    submission = Ref(Submission, backref="+", on_delete="RESTRICT")
    state = CharField(max_length=10, default="draft")
    outcome = CharField(max_length=12, default="layak")
    """layak or ditolak; empty while the officer has not chosen."""
    draft = Json(default=dict)
    """What officers edit, by the names in `actions/letters/draft.py`, and `hands`: ids of its writers."""
    drafted_by = Ref(User, backref="+")
    drafted_at = DateTimeField()
    year = IntegerField(null=True)
    sequence = IntegerField(null=True)
    number = CharField(unique=True, null=True, max_length=80)
    number_by = CharField(max_length=120, default="")
    """Who took a number given by hand; empty when the system drew it."""
    number_reason = TextField(default="")
    """Why a number given by hand is as it is, where something about it was odd."""
    issued_at = DateTimeField(null=True)
    issued_on = DateField(null=True)
    issued_by = Ref(User, null=True, backref="+")
    valid_until = DateField(null=True)
    signatory = Ref(Signatory, null=True, backref="+")
    identity_number = CharField(max_length=40, default="")
    code = CharField(null=True, max_length=24)
    code_hash = CharField(unique=True, null=True, max_length=64)
    facts = Json(null=True)
    file = Ref(StoredFile, null=True, backref="+")
    ended_at = DateTimeField(null=True)
    ended_by = Ref(User, null=True, backref="+")
    end_reason = TextField(default="")
    replaced_by = Ref("self", null=True, backref="+")

    class Meta:
        indexes = (
            (("submission", "state"), False),
            (("year", "sequence"), False),
            (("year", "state"), False),
            (("state",), False),
            (("sequence",), False),
            (("identity_number",), False),
            (("file",), False),
        )

    @classmethod
    def draft_of(cls, submission: Submission) -> "Letter | None":
        """The one being written, with whoever began it."""
        drafts = cls.select(cls, User.id, User.name).join(User, on=cls.drafted_by)
        return drafts.where(cls.submission == submission.id, cls.state == "draft").first()

    @classmethod
    def issued_of(cls, submission: Submission) -> "Letter | None":
        """The letter in force, or else the last one that was."""
        out = cls._whole().where(cls.submission == submission.id, cls.state.in_(OUT))
        return out.order_by(cls.state != "issued", cls.id.desc()).first()

    @classmethod
    def waiting_of(cls, submission: Submission) -> "Letter | None":
        """The one with a number that waits for its signature."""
        return cls._whole().where(cls.submission == submission.id, cls.state == "waiting").first()

    @classmethod
    def in_force(cls, submission: Submission) -> "Letter | None":
        """The one that counts now, as it is kept."""
        return cls.get_or_none(cls.submission == submission.id, cls.state == "issued")

    @classmethod
    def shown_of(cls, submission: Submission) -> "Letter | None":
        """What pages of the submission say of the same letter, without its text and without the rows around it."""
        return cls.one(SHOWN, submission.id)

    @classmethod
    def numbered(cls, letter_id: int) -> "Letter | None":
        """The letter of this id in the register, with everything its page shows."""
        return cls._whole().where(cls.id == letter_id, cls.number.is_null(False)).first()

    @classmethod
    def by_code(cls, code_hash: str) -> "Letter | None":
        """The letter with this verification code, and the letter that replaced it."""
        return cls.one(f"{VERIFIED} WHERE letter.code_hash = ?", code_hash)

    @classmethod
    def by_file(cls, sha256: str) -> "Letter | None":
        """The letter whose PDF, or signed file, has exactly these bytes, and the letter that replaced it."""
        return cls.one(f"{VERIFIED} WHERE {WITH_FILE}", sha256, sha256)

    @classmethod
    def gone_out(cls) -> list[Any]:
        """Every letter that left the house, the newest first, as the office's public list has it."""
        return cls.many(GONE_OUT)

    @classmethod
    def by_number(cls, spelt: str) -> "Letter | None":
        """The letter of this number or identity, the one in force before others, and the letter that replaced it."""
        return cls.one(f"{VERIFIED} WHERE letter.number = ? {NAMED}", spelt, spelt)

    @classmethod
    def days_signed(cls, signatory_id: int) -> "tuple[date, date] | None":
        """The first and the last day of the letters that rest on this signatory; None without any."""
        query = cls.select(fn.MIN(cls.issued_on), fn.MAX(cls.issued_on)).where(cls.signatory == signatory_id)
        first, last = query.tuples().first()
        return (first, last) if first else None

    @classmethod
    def number_taken(cls, number: str) -> bool:
        return cls.select().where(cls.number == number).exists()

    @classmethod
    def identity_taken(cls, identity_number: str, submission: Submission) -> bool:
        """Another submission, or the letter of another, carries this identity number."""
        same = (cls.identity_number == identity_number, cls.number.is_null(False))
        noted = (Submission.identity_number == identity_number, Submission.id != submission.id)
        return (
            cls.select().where(*same, cls.submission != submission.id).exists()
            or Submission.select().where(*noted).exists()
        )

    @classmethod
    def in_state(cls, state: str, today: date) -> ModelSelect:
        """Letters that are in this state on this day."""
        if state not in ("issued", EXPIRED):
            return cls.state == state
        counts = cls.valid_until.is_null() | (cls.valid_until >= today)
        return (cls.state == "issued") & (counts if state == "issued" else cls.valid_until < today)

    @property
    def is_waiting(self) -> bool:
        """It has its number, and not yet its signature."""
        return self.state == "waiting"

    @property
    def is_in_force(self) -> bool:
        return self.state == "issued"

    @classmethod
    def _whole(cls) -> ModelSelect:
        """A letter with submission, agency, file, signatory, the people who acted and the letter after it."""
        return (
            cls.select(cls, Submission, Agency, StoredFile, Signatory, Drafter, Issuer, Ender, Newer)
            .join(Submission)
            .join(Agency, JOIN.LEFT_OUTER)
            .switch(cls)
            .join(StoredFile, JOIN.LEFT_OUTER)
            .switch(cls)
            .join(Signatory, JOIN.LEFT_OUTER)
            .switch(cls)
            .join(Drafter, on=(cls.drafted_by == Drafter.id), attr="drafted_by")
            .switch(cls)
            .join(Issuer, JOIN.LEFT_OUTER, on=(cls.issued_by == Issuer.id), attr="issued_by")
            .switch(cls)
            .join(Ender, JOIN.LEFT_OUTER, on=(cls.ended_by == Ender.id), attr="ended_by")
            .switch(cls)
            .join(Newer, JOIN.LEFT_OUTER, on=(cls.replaced_by == Newer.id), attr="replaced_by")
        )


SHOWN = """
    SELECT id, number, state, outcome, identity_number, issued_on, valid_until, ended_at, end_reason,
        EXISTS (SELECT 1 FROM letter WHERE submission_id = ?1 AND state = 'waiting') AS another_waits
    FROM letter WHERE submission_id = ?1 AND state IN ('issued', 'replaced', 'revoked')
    ORDER BY state != 'issued', id DESC LIMIT 1"""

VERIFIED = """
    SELECT letter.id, letter.number, letter.state, letter.outcome, letter.identity_number, letter.issued_on,
        letter.valid_until, letter.ended_at, letter.facts, letter.file_id,
        newer.number AS newer_number, newer.code AS newer_code,
        copy.file_id AS signed_file, copy.way, copy.facts AS signature, copy.checked_at AS signed_at
    FROM letter LEFT JOIN letter AS newer ON newer.id = letter.replaced_by_id
        LEFT JOIN signed_copy AS copy ON copy.letter_id = letter.id AND copy.state = 'taken'"""
"""All that a page without an account needs: a letter, how it was signed, and which one came after it."""

GONE_OUT = """
    SELECT letter.number, letter.state, letter.outcome, letter.issued_on, letter.valid_until, letter.ended_at,
        json_extract(letter.facts, '$.activity.title') AS activity,
        json_extract(letter.facts, '$.activity.agency') AS agency,
        newer.number AS newer_number, letter.file_id AS text_file, copy.file_id AS signed_file
    FROM letter LEFT JOIN letter AS newer ON newer.id = letter.replaced_by_id
        LEFT JOIN signed_copy AS copy ON copy.letter_id = letter.id AND copy.state = 'taken'
    WHERE letter.state IN ('issued', 'replaced', 'revoked') ORDER BY letter.issued_on DESC, letter.id DESC"""

WITH_FILE = """(letter.file_id = ? AND letter.number IS NOT NULL)
    OR letter.id = (SELECT letter_id FROM signed_copy WHERE file_id = ? AND state = 'taken')"""

NAMED = """OR (letter.identity_number = ? AND letter.number IS NOT NULL)
    ORDER BY letter.state != 'issued', letter.id DESC LIMIT 1"""

Drafter, Issuer, Ender = User.alias("drafter"), User.alias("issuer"), User.alias("ender")
Newer = Letter.alias("newer")
