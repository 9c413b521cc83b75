"""The office's book of outgoing letters: one line for every number that was given, set aside or never used."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from peewee import JOIN, CharField, DateField, DateTimeField, IntegerField, TextField, fn

from pst.models.accounts.users import User
from pst.models.base import Ref, Table, database
from pst.models.files import StoredFile
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.models.letters.signed_copies import SignedCopy
from pst.models.narrowing import Choice, Number, Search, Wanted, equals, narrowed, years_of
from pst.models.office.agencies import Agency
from pst.models.paging import TOP, Page, Place, Sort, filled, in_letters, indexed, page_by_key
from pst.models.submissions.submissions import Submission
from pst.rules.letters.numbering import ENTRIES, RESERVED, VOID, place_in_words, rank_of
from pst.rules.letters.validity import STATES


class BookEntry(Table):
    """One line of the book, of a kind of `ENTRIES`. Every letter that was numbered has one.

    `sequence` is its running number, with `inserted` for what was put in after it: 38.1 and 38.10 are (38, 1) and
    (38, 10). A range reaches to `last`. Of a number in which no running number can be read both are empty.
    """

    year = IntegerField()
    sequence = IntegerField(null=True)
    inserted = IntegerField(default=0)
    last = IntegerField(null=True)
    number = CharField(max_length=80, default="")
    """As it stands on the letter; empty for numbers that were set aside or never used."""
    dated = DateField(null=True)
    """Empty where an old book has a day that nobody can read."""
    rank = CharField(max_length=26)
    """Where it stands in the register: `rank_of`."""
    recipient = CharField(max_length=300, default="")
    subject = TextField(default="")
    classification = CharField(max_length=40, default="")
    kind = CharField(max_length=10)
    reason = TextField(default="")
    file = Ref(StoredFile, null=True, backref="+")
    letter = Ref(Letter, null=True, unique=True, backref="+")
    by = Ref(User, null=True, backref="+")
    at = DateTimeField()

    class Meta:
        indexes = (
            (("rank",), False),
            (("year", "rank"), False),
            (("year", "sequence", "last"), False),
            (("number",), False),
            (("kind",), False),
        )

    @classmethod
    def note(cls, **facts: Any) -> "BookEntry":
        """A new line. Only inside `write()`."""
        return cls.create(**cls.placed(facts["dated"], **facts))

    @staticmethod
    def placed(near: date, **facts: Any) -> dict[str, Any]:
        """The columns of a line that stands by the day `near`, which is its own where it has one."""
        facts = {"inserted": 0, "last": facts["sequence"], **facts}
        return {"rank": rank_of(near, facts["sequence"], facts["inserted"]), **facts}

    @classmethod
    def of_years(cls, years: Iterable[int | None]) -> list[Any]:
        """Which numbers these years have."""
        own = cls.select(cls.year, cls.sequence, cls.inserted, cls.number).where(cls.year.in_(list(years)))
        return list(own.namedtuples())

    @classmethod
    def find(cls, row_id: int) -> "BookEntry | None":
        """The line with its file and who wrote it."""
        people = cls.select(cls, User.id, User.name, StoredFile).join(User, JOIN.LEFT_OUTER, on=cls.by, attr="by")
        return people.switch(cls).join(StoredFile, JOIN.LEFT_OUTER).where(cls.id == row_id).first()

    @classmethod
    def count_between(cls, first: date, last: date) -> int:
        """How many letters carry a day of this stretch."""
        return cls.select().where(cls.kind.not_in((RESERVED, VOID)), cls.dated.between(first, last)).count()

    @classmethod
    def newest_id(cls) -> int:
        """The id of the line that was written last; 0 in an empty book."""
        return cls.select(fn.MAX(cls.id)).scalar() or 0

    @classmethod
    def ids_after(cls, row_id: int) -> list[int]:
        """The ids of all lines that were written after this one, in their order."""
        return [each for (each,) in cls.select(cls.id).where(cls.id > row_id).order_by(cls.id).tuples()]

    @classmethod
    def number_taken(cls, number: str) -> bool:
        return cls.select().where(cls.number == number).exists()

    @classmethod
    def at_place(cls, year: int, sequence: int, inserted: int = 0, last: int | None = None) -> "BookEntry | None":
        """The line that has this running number, or one up to `last`."""
        if inserted:
            place = (cls.sequence == sequence) & (cls.inserted == inserted)
        else:
            place = (cls.inserted == 0) & (cls.sequence <= (last or sequence)) & (cls.last >= sequence)
        return cls.select().where(cls.year == year, place).order_by(cls.kind == RESERVED, cls.sequence, cls.id).first()

    @classmethod
    def before(cls, year: int, sequence: int, inserted: int = 0) -> "BookEntry | None":
        """The letter in the book before this running number."""
        lower = (cls.sequence < sequence) | ((cls.sequence == sequence) & (cls.inserted < inserted))
        return cls._letters(year).where(lower).order_by(cls.sequence.desc(), cls.inserted.desc()).first()

    @classmethod
    def after(cls, year: int, sequence: int, inserted: int = 0) -> "BookEntry | None":
        """The letter in the book after this running number."""
        higher = (cls.sequence > sequence) | ((cls.sequence == sequence) & (cls.inserted > inserted))
        return cls._letters(year).where(higher).order_by(cls.sequence, cls.inserted).first()

    @classmethod
    def _letters(cls, year: int) -> Any:
        return cls.select().where(cls.year == year, cls.kind.not_in((RESERVED, VOID)), cls.dated.is_null(False))

    @classmethod
    def page(cls, wanted: Wanted, place: Place = TOP) -> Page:
        """One page of the book, the newest above."""
        return page_by_key(narrowed(cls._shown(), FILTERS, wanted), cls.id, place, order=cls.rank)

    @classmethod
    def rows(cls, wanted: Wanted | None = None) -> Iterator[Any]:
        """The whole book, oldest first, read as it is written out."""
        query = narrowed(cls._shown(), FILTERS, wanted or Wanted())
        return query.order_by(cls.rank, cls.id).namedtuples().iterator()

    @classmethod
    def gaps(cls, year: int, lowest: int = 1, highest: int = 10**9) -> list[tuple[int, int]]:
        """Running numbers without a line, from below the `lowest` to the `highest`: (from, to), highest first."""
        return list(database.execute_sql(GAPS, (year, lowest, highest)).fetchall())

    @property
    def place(self) -> str:
        return place_in_words(self.sequence, self.inserted, self.last)

    @classmethod
    def says(cls, text: str) -> Any:
        """It has this running number or identity, or all these words stand in its number, addressee and subject."""
        if text.isascii() and text.isdecimal() and len(text) < 10:
            return cls.sequence == int(text)
        found = cls.letter.in_(Letter.select(Letter.id).where(Letter.identity_number == text.upper()))
        whole = None
        for word in text.split():
            here = cls.number.contains(word) | cls.recipient.contains(word) | cls.subject.contains(word)
            whole = here if whole is None else whole & here
        return found | whole

    @classmethod
    def _shown(cls) -> Any:
        """The columns of the register."""
        own = (cls.id, cls.year, cls.sequence, cls.inserted, cls.last, cls.number, cls.dated, cls.recipient)
        own += (cls.subject, cls.classification, cls.kind, cls.reason, cls.letter.alias("letter_id"))
        letters = (
            Letter.number_by,
            Letter.state,
            Letter.valid_until,
            Letter.outcome,
            Letter.identity_number,
            fn.COALESCE(SignedCopy.file, Letter.file).coerce(False).alias("sha256"),
        )
        return (
            cls.select(
                *own,
                *letters,
                User.name.alias("by"),
                Submission.number.alias("submission_number"),
                Submission.title,
                fn.COALESCE(fn.json_extract(Letter.facts, "$.activity.agency"), Agency.name)
                .coerce(False)
                .alias("agency"),
                Signatory.name.alias("signatory"),
                SignedCopy.way,
            )
            .join(User, JOIN.LEFT_OUTER, on=(cls.by == User.id))
            .switch(cls)
            .join(Letter, JOIN.LEFT_OUTER)
            .join(Submission, JOIN.LEFT_OUTER)
            .join(Agency, JOIN.LEFT_OUTER)
            .switch(Letter)
            .join(Signatory, JOIN.LEFT_OUTER)
            .switch(Letter)
            .join(SignedCopy, JOIN.LEFT_OUTER, on=(SignedCopy.letter == Letter.id) & (SignedCopy.state == "taken"))
        )


GAPS = """
    WITH used (first, last) AS (
        SELECT 0, COALESCE(MAX(last), 0) FROM book_entry WHERE year = ?1 AND sequence < ?2
        UNION ALL SELECT sequence, last FROM book_entry WHERE year = ?1 AND sequence BETWEEN ?2 AND ?3)
    SELECT below + 1, first - 1 FROM (
        SELECT first, MAX(last) OVER (ORDER BY first, last ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS below
        FROM used)
    WHERE first > below + 1 ORDER BY first DESC"""
"""Between the lines of a year, ranges counted whole; the first line stands for all below the lowest."""

FILTERS = (
    Search("cari", "Nomor, tujuan, perihal, atau identitas", lambda text, _: BookEntry.says(text)),
    Number("tahun", "Tahun", equals(BookEntry.year), lambda: years_of(BookEntry.year), "Semua tahun"),
    Choice("jenis", "Jenis", equals(BookEntry.kind), ENTRIES),
    Choice("keadaan", "Surat rekomendasi", lambda state, wanted: Letter.in_state(state, wanted.today), STATES),
)
SORTS = (
    Sort("nomor", "Nomor", rising=False),
    Sort("tanggal", "Tanggal", filled(BookEntry.dated, "'0001-01-01'"), rising=False),
    Sort("tujuan", "Tujuan", in_letters(BookEntry.recipient)),
)
indexed(BookEntry, SORTS)
