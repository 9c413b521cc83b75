"""Data sets to measure on: an archive of so many finished submissions, beside it fourteen hundred under way.

Made once and kept under `.bench/`, one folder for each size and each state of the code that makes it. What is under
way does not grow with the archive: an office answers its post, however many years it looks back on.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks import founders
from benchmarks.copying import Copier, Copy, Original
from pst import clock
from pst.actions import audit, search
from pst.actions.catalogue import catalogue
from pst.config import ROOT, Config
from pst.models import base, schema
from pst.models.accounts.users import User
from pst.models.catalogue.catalogue import Activity
from pst.models.letters.letters import Letter
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.submissions.submissions import Pause, Submission
from pst.rules import numbering
from pst.rules.letters.numbering import series_of
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.submissions import deadlines

HOME = ROOT / ".bench"
YEARS = 10
"""How far back an archive reaches."""

KINDS = ("Survei", "Kompilasi Data", "Pendataan", "Pencacahan", "Pemutakhiran Data", "Pemetaan", "Pengukuran Indeks")
SUBJECTS = (
    "Stunting",
    "Kepuasan Masyarakat",
    "Usaha Mikro",
    "Harga Pangan",
    "Angkatan Kerja",
    "Rumah Tidak Layak Huni",
    "Penyandang Disabilitas",
    "Hasil Perikanan",
    "Luas Panen Padi",
    "Kunjungan Wisata",
    "Literasi Keuangan",
    "Sarana Pendidikan",
    "Air Bersih",
    "Timbulan Sampah",
    "Lalu Lintas",
    "Gizi Balita",
    "Kemiskinan Perdesaan",
    "Produksi Kelapa",
    "Ternak Sapi",
    "Pelayanan Perizinan",
    "Kerukunan Umat",
    "Pola Konsumsi",
    "Industri Rumahan",
    "Kesiapan Digital",
    "Keterbukaan Informasi",
    "Kawasan Pesisir",
    "Pengangguran Muda",
    "Tanaman Hias",
)
PLACES = (
    "Mempawah Hilir",
    "Mempawah Timur",
    "Sungai Kunyit",
    "Toho",
    "Sadaniang",
    "Segedong",
    "Anjongan",
    "Jongkat",
    "Sungai Pinyuh",
    "Kabupaten Mempawah",
)


def config_of(size: int) -> Config:
    """The instance that holds this data set."""
    return Config(
        instance=str(HOME / f"{size}-{_mark()}"), secret_key="b" * 40, rate_limits="relaxed", minute_jobs=False
    )


def made(size: int) -> Config:
    """The data set of this size, made first if it is not there yet."""
    config = config_of(size)
    if not config.database.exists():
        for old in HOME.glob(f"{size}-*"):
            shutil.rmtree(old)
        _make(size, config)
    return config


@contextmanager
def with_statistics(sets: Iterable[Config]) -> Iterator[None]:
    """What ANALYZE tells the database, for as long as this lasts; no office runs it, and no plan may depend on it."""
    _in_each(sets, "ANALYZE")
    try:
        yield
    finally:
        _in_each(sets, "DROP TABLE sqlite_stat1")


def _in_each(sets: Iterable[Config], statement: str) -> None:
    for config in sets:
        base.open_database(config.database)
        base.read_only(False)
        base.database.execute_sql(statement)
        base.database.close()


def _make(size: int, config: Config) -> None:
    """Build beside the final name, so that a set that was broken off is never taken for a whole one."""
    unfinished = config.database.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    base.open_database(unfinished)
    schema.upgrade()
    founders.furnish()
    finished, under_way = founders.walk_all()
    with base.write():
        _fill(size, finished, under_way)
        _count_clocks()
        _enter_letters()
        _index()
    founders.walk_heavy(clock.now() - timedelta(days=9))
    assert audit.find_break() is None
    base.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    base.database.close()
    unfinished.rename(config.database)


def _enter_letters() -> None:
    """Copied letters stand in the book like those that walked by themselves."""
    base.database.execute_sql(
        "INSERT INTO book_entry (year, sequence, inserted, last, number, dated, rank, recipient, subject, "
        "classification, kind, reason, letter_id, by_id, at) SELECT year, sequence, 0, sequence, number, issued_on, "
        "issued_on || printf(' %09d.0000', sequence), facts ->> '$.recipient.name', facts ->> '$.activity.title', "
        "'', 'letter', '', id, issued_by_id, issued_at FROM letter "
        "WHERE number IS NOT NULL AND id NOT IN (SELECT letter_id FROM book_entry WHERE letter_id IS NOT NULL)"
    )


def _fill(size: int, finished: list[Submission], under_way: dict[Status, Submission]) -> None:
    """Copies: the archive from its first day on, then what is under way, from the last sixty days."""
    copier, series, chance = Copier(), Series(), Random(size)
    people = People(chance)
    today = clock.today()
    archive = [Original.of(submission) for submission in finished]
    for number in range(size):
        day = today - timedelta(days=60 + round((size - number) / size * 365 * YEARS))
        original = archive[number % len(archive)]
        copier.write(original, _copy(original, day, series, people, chance))
    for status, how_many in founders.UNDER_WAY.items():
        original = Original.of(under_way[status])
        for number in range(how_many):
            day = today - timedelta(days=1 + number % 40)
            copier.write(original, _copy(original, day, series, people, chance))
    copier.flush()
    series.keep()


class Series:
    """Running numbers, drawn here and handed back to the database at the end."""

    def __init__(self) -> None:
        self.office = the_office()
        self.last = dict(base.Sequence.select(base.Sequence.name, base.Sequence.last).tuples())

    def draw(self, name: str) -> int:
        self.last[name] = self.last.get(name, 0) + 1
        return self.last[name]

    def keep(self) -> None:
        rows = [{"name": name, "last": last} for name, last in self.last.items()]
        base.Sequence.replace_many(rows).execute()


class People:
    """Whose a copy is: every twentieth the applicant's who is measured, and every twentieth the officer's."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        rows = User.select(User, Agency).left_outer_join(Agency).order_by(User.id)
        self.applicants = [user for user in rows if user.has(Role.APPLICANT) and user.agency]
        self.officers = [user for user in rows if user.has(Role.OFFICER)]
        self.first_applicant = next(user for user in self.applicants if user.email == "pemohon@contoh.test")

    def applicant(self) -> User:
        return self.first_applicant if self.chance.random() < 0.05 else self.chance.choice(self.applicants)


def _copy(original: Original, day: date, series: Series, people: People, chance: Random) -> Copy:
    """What makes this copy a submission of its own."""
    mother, letter = original.submission, original.first(Letter)
    applicant, office = people.applicant(), series.office
    code = _code(chance)
    title = f"{chance.choice(KINDS)} {chance.choice(SUBJECTS)} {chance.choice(PLACES)} Tahun {day.year + 1}"
    words = {
        mother.number: numbering.submission_number(
            office.office_code, day.year, series.draw(f"submission-{office.office_code}-{day.year}")
        ),
        mother.code: code,
        mother.code_hash: numbering.hash_code(code),
        mother.title: title,
        str(mother.answers["instansi_penyelenggara"]): applicant.agency.name,
        '"tahun_kegiatan":2027': f'"tahun_kegiatan":{day.year + 1}',
        "pemohon@contoh.test": applicant.email,
    }
    columns = {
        Submission: {"applicant_id": applicant.id, "agency_id": applicant.agency_id, "year": day.year + 1},
        Activity: {"year": day.year + 1},
        Letter: {},
    }
    if mother.assignee_id:
        columns[Submission]["assignee_id"] = chance.choice(people.officers).id
    if letter.get("number"):
        more, columns[Letter] = _numbered(letter, day, series, chance)
        words |= more
    return Copy(words, columns, day - clock.local(mother.created_at).date())


def _numbered(letter: dict, day: date, series: Series, chance: Random) -> tuple[dict, dict]:
    """Numbers and code of the letter's copy."""
    office, code = series.office, _code(chance)
    sequence = series.draw(series_of(office.letter_unit, day.year))
    number = office.letter_number_of(sequence, day)
    place = series.draw(f"identity-{office.office_code}-{day.year}")
    identity = f"{letter['identity_number'][:1] or 'V'}-{day.year % 100:02d}.{office.office_code}.{place:03d}"
    words = {
        letter["number"]: number,
        letter["code"]: code,
        letter["code_hash"]: numbering.hash_code(code),
        letter["identity_number"]: identity,
    }
    return words, {"sequence": sequence, "year": day.year}


def _code(chance: Random) -> str:
    groups = ("".join(chance.choices(numbering.CODE_ALPHABET, k=numbering.CODE_SIZE)) for _ in range(4))
    return "-".join(groups)


def _count_clocks() -> None:
    """The due date of every copy under way, as the rules count it."""
    calendar, running = HolidayRow.calendar(), list(Submission.clock_running())
    pauses = Pause.by_submission([submission.id for submission in running])
    for submission in running:
        due = deadlines.due_on(submission.clock(pauses.get(submission.id, ())), calendar)
        Submission.update(due_on=due).where(Submission.id == submission.id).execute()


def _index() -> None:
    """The words by which copies are found, from the very functions that the site writes them with."""
    for submission in Submission.select().iterator():
        search.index_submission(submission)
    for activity in Activity.select().iterator():
        catalogue.index_activity(activity)


def _mark() -> str:
    """Changes with what a data set is made of: the tables, and the code here that fills them."""
    own = [Path(__file__).with_name(name) for name in ("founders.py", "copying.py", "stock.py")]
    digest = hashlib.blake2b(digest_size=4)
    for path in sorted([*own, *ROOT.glob("pst/migrations/*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()
