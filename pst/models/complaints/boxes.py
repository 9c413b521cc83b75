"""The box on the wall: blank forms printed with codes, openings with witnesses, and the sheets found."""

from datetime import date
from typing import Any

from peewee import CharField, DateField, DateTimeField, IntegerField, TextField, fn

from pst.clock import day_of
from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.complaints.complaints import Complaint, is_manager
from pst.models.files import StoredFile
from pst.models.office.settings import the_office


class BoxForm(Table):
    """One blank form: its printed number, and only the hash of the code on its stub."""

    number = CharField(unique=True, max_length=24)
    code_hash = CharField(unique=True, max_length=64)
    batch = IntegerField(index=True)
    printed_on = DateField()
    complaint = Ref(Complaint, null=True, unique=True, backref="+", on_delete="SET NULL")

    @classmethod
    def by_number(cls, number: str) -> "BoxForm | None":
        return cls.get_or_none(cls.number == number)

    @classmethod
    def by_code(cls, code_hash: str) -> "BoxForm | None":
        return cls.get_or_none(cls.code_hash == code_hash)

    @classmethod
    def batches(cls) -> list[Any]:
        """Each batch with its first and last number, day, and how many were printed and came back."""
        query = cls.select(
            cls.batch,
            fn.MIN(cls.number).alias("first"),
            fn.MAX(cls.number).alias("last"),
            fn.MIN(cls.printed_on).alias("printed_on"),
            fn.COUNT(cls.id).alias("printed"),
        )
        return list(query.group_by(cls.batch).order_by(cls.batch.desc()).limit(20).namedtuples())


class BoxOpening(Table):
    """The box was opened: when, before whom, and how many sheets lay in it (none is a result too)."""

    number = CharField(unique=True, max_length=24)
    opened_at = DateTimeField()
    first_witness = CharField(max_length=120)
    second_witness = CharField(max_length=120)
    found = IntegerField()
    note = TextField(default="")
    opened_by = Ref(User, backref="+")
    closed_at = DateTimeField(null=True)
    closed_by = Ref(User, null=True, backref="+")

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @classmethod
    def newest(cls, limit: int = 60) -> list["BoxOpening"]:
        """The openings, newest first."""
        return list(cls.select().order_by(cls.opened_at.desc(), cls.id.desc()).limit(limit))

    @classmethod
    def find(cls, number: str) -> "BoxOpening | None":
        return cls.select(cls, User).join(User, on=cls.opened_by).where(cls.number == number).first()

    @classmethod
    def last_day(cls) -> date | None:
        """The office's day on which the box was last opened."""
        last = cls.select(fn.MAX(cls.opened_at)).scalar()
        return day_of(last)


class BoxSheet(Table):
    """One sheet of an opening: a numbered form, a sheet without number, or one with nothing to read on it."""

    opening = Ref(BoxOpening, backref="+", on_delete="CASCADE")
    kind = CharField(max_length=10)
    """form, plain or void."""
    complaint = Ref(Complaint, null=True, backref="+", on_delete="SET NULL")
    scan = Ref(StoredFile, null=True, backref="+")
    """Of a void sheet; that of any other belongs to its complaint."""
    entered_by = Ref(User, backref="+")

    @classmethod
    def count_by_kind(cls, opening: BoxOpening) -> dict[str, int]:
        rows = cls.select(cls.kind, fn.COUNT(cls.id)).where(cls.opening == opening.id).group_by(cls.kind).tuples()
        return {"form": 0, "plain": 0, "void": 0, **dict(rows)}

    @classmethod
    def scanned(cls, opening: BoxOpening, sheet_id: int, user: User) -> "BoxSheet | None":
        """A void sheet's picture, for whoever entered it and for those who manage complaints."""
        query = cls.select(cls, StoredFile).join(StoredFile).where(cls.opening == opening.id, cls.id == sheet_id)
        sheet = query.where(cls.kind == "void").first()
        return sheet if sheet and (sheet.entered_by_id == user.id or is_manager(user, the_office())) else None

    @classmethod
    def entered(cls, opening: BoxOpening, user: User) -> list[Any]:
        """What this person entered and may still see, for the grid: rows with complaint number and title."""
        seen = Complaint.visible_to(user).select(Complaint.id)
        query = (
            cls.select(
                cls.id,
                cls.kind,
                cls.scan,
                Complaint.number,
                Complaint.title,
                Complaint.board_code,
                BoxForm.number.alias("form"),
            )
            .left_outer_join(Complaint)
            .left_outer_join(BoxForm, on=(BoxForm.complaint == Complaint.id))
            .where(
                cls.opening == opening.id, cls.entered_by == user.id, cls.complaint.is_null() | Complaint.id.in_(seen)
            )
            .order_by(cls.id)
        )
        return list(query.namedtuples())
