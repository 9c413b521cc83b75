"""The catalogue (katalog) of activities that were recommended, as a reference for those who plan one."""

from collections.abc import Iterator
from typing import Any

from peewee import BooleanField, CharField, DateField, IntegerField, TextField

from pst.models.base import Ref, Table, database
from pst.models.narrowing import Choice, Number, Search, Wanted, Words, equals, narrowed, years_of
from pst.models.paging import PAGE, TOP, Page, Place, page_by_key, page_of_ids
from pst.models.search import ActivityIndex
from pst.models.submissions.submissions import Submission
from pst.questionnaires.rekomendasi_2026.options import METHODS, SECTORS
from pst.rules import stems

FOUND, RANKED = 300, 100
"""A search finds the newest so many that match, and ranks the newest of them.

More would cost more the more there are.
"""


METHOD_LABELS = {option.code: option.label for option in METHODS}
SECTOR_LABELS = {option.code: option.label for option in SECTORS}


class Activity(Table):
    """One recommended activity as the public may know it: no person, no contact."""

    number = CharField(unique=True, max_length=40)
    """Its address in the catalogue: the submission's number, or KAT-… when taken from elsewhere."""
    submission = Ref(Submission, null=True, backref="+", on_delete="CASCADE")
    title = CharField(max_length=300)
    agency = CharField(max_length=200)
    year = IntegerField()
    method = CharField(max_length=60)
    sector = CharField(max_length=60, default="")
    region = CharField(max_length=300, default="")
    identity_number = CharField(max_length=40, default="")
    purpose = TextField(default="")
    variables = TextField(default="")
    """One name a line."""
    issued_on = DateField(null=True)
    in_force = BooleanField(default=True)

    class Meta:
        indexes = (
            (("in_force",), False),
            (("in_force", "year"), False),
            (("in_force", "method"), False),
            (("in_force", "sector"), False),
        )  # SQLite ends every index with the id, by which lists are ordered

    @classmethod
    def page(cls, wanted: Wanted, place: Place = TOP, size: int = PAGE) -> Page:
        """One page of what the catalogue lists: newest first, or the best of a search first."""
        if not _has_words(wanted):
            return page_by_key(cls._narrowed(wanted), cls.id, place, size)
        ids = page_of_ids(cls._best(wanted, RANKED if place == TOP else FOUND), place, size)
        found = {row.id: row for row in cls._listed().where(cls.id.in_(ids.rows)).namedtuples()}
        return Page([found[key] for key in ids.rows if key in found], ids.newer, ids.older)

    @classmethod
    def every(cls, wanted: Wanted) -> Iterator[Any]:
        """All rows that match, newest first, for files; read as they are written out."""
        return cls._narrowed(wanted).order_by(cls._key(wanted).desc()).namedtuples().iterator()

    @classmethod
    def in_catalogue(cls, number: str) -> "Activity | None":
        """The activity at this address, unless its letter was revoked."""
        return cls.get_or_none(cls.number == number, cls.in_force)

    @classmethod
    def of_submission(cls, submission: Submission) -> "Activity | None":
        return cls.get_or_none(cls.submission == submission.id)

    @classmethod
    def _best(cls, wanted: Wanted, reach: int) -> list[int]:
        """The ids of the newest matches: of those ranked, the ones with more of the words in their title first."""
        query = cls._narrowed(wanted, cls.id, cls.title).order_by(cls._key(wanted).desc()).limit(reach)
        newest = database.execute_sql(*query.sql()).fetchall()  # hundreds of rows, as they are: a fifth of the cost
        asked = {stems.stem(word) for word in stems.words(wanted["cari"] or "", stems.QUERY_WORDS)}
        scored = [
            (-len(asked.intersection(map(stems.stem, stems.words(title)))), -key) for key, title in newest[:RANKED]
        ]
        return [-key for _, key in sorted(scored)] + [key for key, _ in newest[RANKED:]]

    @classmethod
    def _narrowed(cls, wanted: Wanted, *columns):
        query = cls.select(*columns) if columns else cls._listed()
        if _has_words(wanted):
            query = query.join(ActivityIndex, on=(ActivityIndex.rowid == cls.id)).where(
                ActivityIndex.matching(*(wanted[name] or "" for name in SEARCHED))
            )
        return narrowed(query, FILTERS, wanted).where(cls._in_force())

    @classmethod
    def _listed(cls):
        """What lists and files show."""
        return cls.select(
            cls.id,
            cls.number,
            cls.title,
            cls.agency,
            cls.year,
            cls.method,
            cls.sector,
            cls.region,
            cls.identity_number,
            cls.issued_on,
        )

    @classmethod
    def _in_force(cls):
        """Written as a comparison: only so does SQLite take the indexes that begin with it."""
        return cls.in_force == 1

    @classmethod
    def _key(cls, wanted: Wanted):
        """The id, read from the index of words where that leads: the newest come without sorting all."""
        return ActivityIndex.rowid if _has_words(wanted) else cls.id


SEARCHED = ("cari", "instansi", "wilayah")
"""What is looked for in the index of words: anywhere, in the agency's name, in the region's."""

FILTERS = (
    Search("cari", "Kata pada judul, tujuan, atau variabel"),
    Words("instansi", "Instansi"),
    Words("wilayah", "Wilayah"),
    Number(
        "tahun", "Tahun", equals(Activity.year), lambda: years_of(Activity.year, Activity.in_force == 1), "Semua tahun"
    ),
    Choice("cara", "Cara pengumpulan data", equals(Activity.method), METHOD_LABELS, "Semua cara"),
    Choice("sektor", "Sektor", equals(Activity.sector), SECTOR_LABELS, "Semua sektor"),
)


def _has_words(wanted: Wanted) -> bool:
    return any(wanted[name] for name in SEARCHED)
