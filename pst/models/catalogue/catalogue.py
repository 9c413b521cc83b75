"""The catalogue (katalog) of activities that were recommended, as a reference for those who plan one."""

from collections.abc import Iterator
from typing import Any

from peewee import BooleanField, CharField, DateField, IntegerField, ModelSelect, TextField

from pst.models.base import Ref, Table, database
from pst.models.catalogue.catalogue_search import Found, find
from pst.models.narrowing import Choice, Flag, Number, Search, Wanted, Words, conditions, equals, narrowed, years_of
from pst.models.office.settings import the_office
from pst.models.paging import PAGE, TOP, Page, Place, Sort, filled, in_letters, indexed, page_by_key, page_of_ids
from pst.models.search import ActivityIndex
from pst.models.submissions.submissions import Submission
from pst.questionnaires.rekomendasi_2026.options import METHODS, SECTORS
from pst.rules import stems
from pst.rules.catalogue.everyday import meanings

METHOD_LABELS = {option.code: option.label for option in METHODS}
SECTOR_LABELS = {option.code: option.label for option in SECTORS}


class Activity(Table):
    """One recommended activity as the public may know it: no person, no contact."""

    number = CharField(unique=True, max_length=40)
    """Its address in the catalogue: the submission's number, or KAT-… when taken from elsewhere."""
    submission = Ref(Submission, null=True, backref="+", on_delete="CASCADE")
    title = CharField(max_length=300)
    agency = CharField(max_length=200)
    year = IntegerField(null=True)
    """None where a list taken from elsewhere does not say one year."""
    method = CharField(max_length=60)
    sector = CharField(max_length=60, default="")
    region = CharField(max_length=300, default="")
    identity_number = CharField(max_length=40, default="")
    purpose = TextField(default="")
    variables = TextField(default="")
    """One name a line."""
    written = TextField(default="")
    """Of what came from a list: the row as it was written, one column a line."""
    doubts = TextField(default="")
    """What somebody should mend, one a line."""
    issued_on = DateField(null=True)
    valid_until = DateField(null=True)
    in_force = BooleanField(default=True)

    class Meta:
        indexes = (
            (("in_force",), False),
            (("in_force", "year"), False),
            (("in_force", "method"), False),
            (("in_force", "sector"), False),
        )  # SQLite ends every index with the id, by which lists are ordered

    @classmethod
    def page(cls, wanted: Wanted, place: Place = TOP, size: int = PAGE, found: Found | None = None) -> Page:
        """One page of what the catalogue lists: newest first, or what a search `found`, best first."""
        if not wanted["cari"]:
            return page_by_key(cls._narrowed(wanted), cls.id, place, size)
        ids = (found or cls.search(wanted)).page(place, size)
        return Page(cls._in_order(ids.rows), ids.newer, ids.older)

    @classmethod
    def kept_page(cls, wanted: Wanted, place: Place = TOP) -> Page:
        """The same for those who keep the catalogue, who may ask for what waits to be mended."""
        if not wanted["cari"]:
            return page_by_key(narrowed(cls._narrowed(wanted), MENDING, wanted), cls.id, place)
        rows = cls._in_order(cls.search(wanted).ids, *conditions(MENDING, wanted))
        ids = page_of_ids([row.id for row in rows], place)
        shown = set(ids.rows)
        return Page([row for row in rows if row.id in shown], ids.newer, ids.older)

    @classmethod
    def search(cls, wanted: Wanted, words: str | None = None) -> Found:
        """What the words typed find, within the other filters, by the office's list of `words` where it is at hand."""
        words = the_office().everyday_words if words is None else words
        return find(wanted["cari"], meanings(words), cls._within(wanted))

    @classmethod
    def every(cls, wanted: Wanted) -> Iterator[Any]:
        """All rows that match, newest first, for files, read as they are written out; of a search what it found."""
        if wanted["cari"]:
            found = cls.search(wanted)
            return iter(cls._in_order(found.ids) if found.fitting else [])
        return cls._narrowed(wanted).order_by(cls.id.desc()).namedtuples().iterator()

    @classmethod
    def in_catalogue(cls, number: str) -> "Activity | None":
        """The activity at this address, unless its letter was revoked."""
        return cls.get_or_none(cls.number == number, cls.in_force)

    @classmethod
    def known_as(cls, number: str) -> "Activity | None":
        """The same, or the one that this number's row was merged into."""
        formerly = FormerNumber.select(FormerNumber.activity).where(FormerNumber.number == number)
        return cls.get_or_none((cls.number == number) | (cls.id == formerly), cls.in_force)

    @classmethod
    def of_submission(cls, submission: Submission) -> "Activity | None":
        return cls.get_or_none(cls.submission == submission.id)

    @classmethod
    def editions(cls, activity: "Activity") -> list[Any]:
        """The same activity in other years, by title and agency, the newest year first."""
        wanted = _edition(activity)
        parts = [database.word(word, "words") for word in sorted(wanted[0])] + ActivityIndex.narrowing(activity.agency)
        rows = cls._listed().where(cls.id.in_(ActivityIndex.newest(parts)), cls.id != activity.id).namedtuples()
        return sorted((row for row in rows if _edition(row) == wanted), key=lambda row: row.year or 0, reverse=True)

    @classmethod
    def _in_order(cls, ids: list[int], *further: Any) -> list[Any]:
        found = {row.id: row for row in cls._listed().where(cls.id.in_(ids), *further).namedtuples()}
        return [found[key] for key in ids if key in found]

    @classmethod
    def _within(cls, wanted: Wanted) -> list[str]:
        return ActivityIndex.narrowing(
            wanted["instansi"] or "",
            wanted["wilayah"] or "",
            tahun=wanted["tahun"],
            cara=wanted["cara"],
            sektor=wanted["sektor"],
        )

    @classmethod
    def _narrowed(cls, wanted: Wanted) -> ModelSelect:
        """Newest first; words of agency and region narrow inside their index, together with what else is asked."""
        if not (wanted["instansi"] or wanted["wilayah"]):
            return narrowed(cls._listed(), FILTERS, wanted).where(cls._in_force())
        words = cls._within(wanted)
        return cls._listed().where(cls.id.in_(ActivityIndex.newest(words)))

    @classmethod
    def _listed(cls) -> ModelSelect:
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
            cls.valid_until,
            cls.doubts,
        )

    @classmethod
    def _in_force(cls) -> ModelSelect:
        """Written as a comparison: only so does SQLite take the indexes that begin with it."""
        return cls.in_force == 1


def _edition(activity: Any) -> tuple[frozenset[str], str]:
    """What stays the same from year to year: the words of the title without years, and the agency."""
    words = stems.words(activity.title, stems.QUERY_WORDS * 2)
    return frozenset(word for word in words if not word.isdecimal()), activity.agency.casefold().strip()


class FormerNumber(Table):
    """The number of a row that was found to be the same activity as another: it leads to the one that stayed."""

    number = CharField(unique=True, max_length=40)
    activity = Ref(Activity, backref="+", on_delete="CASCADE")

    @classmethod
    def of(cls, activity: Activity) -> list[str]:
        """Which numbers this activity has had besides its own."""
        return [row.number for row in cls.select(cls.number).where(cls.activity == activity.id).order_by(cls.id)]

    @classmethod
    def lead(cls, gone: Activity, into: Activity) -> None:
        """What led to `gone`, and its own number, lead to `into` from now on. Only inside `write()`."""
        cls.update(activity=into.id).where(cls.activity == gone.id).execute()
        cls.create(number=gone.number, activity=into.id)


FILTERS = (
    Search("cari", "Kata pada judul, tujuan, atau variabel"),
    Words("instansi", "Instansi"),
    Words("wilayah", "Wilayah"),
    Number(
        "tahun", "Tahun", equals(Activity.year), lambda: years_of(Activity.year, "WHERE in_force = 1"), "Semua tahun"
    ),
    Choice("cara", "Cara pengumpulan data", equals(Activity.method), METHOD_LABELS, "Semua cara"),
    Choice("sektor", "Sektor", equals(Activity.sector), SECTOR_LABELS, "Semua sektor"),
)
MENDING = (Flag("perlu-diperbaiki", "Hanya yang perlu diperbaiki", lambda value, wanted: Activity.doubts != ""),)
"""What those who keep the catalogue narrow it by besides."""
SORTS = (
    Sort("judul", "Judul", in_letters(Activity.title)),
    Sort("instansi", "Instansi", in_letters(Activity.agency)),
    Sort("tahun", "Tahun", filled(Activity.year, "0"), rising=False),
)
indexed(Activity, SORTS, Activity.in_force)
