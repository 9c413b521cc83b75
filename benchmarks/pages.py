"""The pages people look at: their queries, their cost against a bare page, and how they grow with the archive."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import product
from urllib.parse import urlencode

from flask import Flask

from benchmarks import budgets, statements
from benchmarks.budgets import Row
from benchmarks.measuring import Times, get, percentile, person, same_person, signed_in, timed
from benchmarks.served import Browser, bare_site, site
from benchmarks.table import thousands
from pst.config import Config
from pst.models import base
from pst.models.catalogue.catalogue import Activity
from pst.models.letters.book_entries import BookEntry
from pst.models.letters.letters import Letter
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status

OFFICER, APPLICANT, HEAD, ADMIN, ANYONE = (
    "petugas@contoh.test",
    "pemohon@contoh.test",
    "kepala@contoh.test",
    "admin@contoh.test",
    "",
)

SEARCHES = (
    "stunting",
    "survei kepuasan masyarakat",
    "kompilasi",
    "data",
    "dinas kesehatan",
    "usaha mikro sungai pinyuh",
    "su",
    "pengukuran indeks kunjungan wisata jongkat tahun 2024",
    "V-26.6104.001",
    "REK-6104-2026-0003",
    'harga "pangan',
    "a* OR NEAR(b",
    "pertanian 2025",
    "tidak ada kegiatan begini",
)
"""What people type, and what they mistype."""


class Landmarks:
    """Places in the data set that is open now."""

    @cached_property
    def heavy(self) -> str:
        """The number of the submission with the most remarks and events."""
        return Submission.select().order_by(Submission.id.desc()).get().number

    @cached_property
    def middle(self) -> int:
        """The id of a submission in the middle of the archive."""
        return Submission.select().count() // 2

    @cached_property
    def letter_middle(self) -> int:
        return BookEntry.select().count() // 2

    @cached_property
    def activity_middle(self) -> int:
        return Activity.select().count() // 2

    @cached_property
    def code(self) -> str:
        """The tracking code of a finished submission."""
        finished = Submission.select().where(Submission.id <= self.middle, Submission.status == Status.COMPLETED)
        return finished.order_by(Submission.id.desc()).get().code

    @cached_property
    def verification(self) -> str:
        return Letter.select().where(Letter.code.is_null(False)).order_by(Letter.id).get().code

    @cached_property
    def draft(self) -> str:
        """A draft of the applicant who is measured, ready to be sent."""
        return drafts_of(APPLICANT)[0]

    @cached_property
    def sent(self) -> str:
        """A finished submission of the applicant who is measured."""
        mine = Submission.applicant == person(APPLICANT).id
        return Submission.select().where(mine, Submission.status == Status.COMPLETED).get().number


def drafts_of(email: str) -> list[str]:
    """Numbers of this person's drafts."""
    rows = Submission.select(Submission.number).where(
        Submission.applicant == person(email).id, Submission.status == Status.DRAFT
    )
    return [number for (number,) in rows.tuples()]


@dataclass(frozen=True)
class Page:
    """One page, who looks at it, and what it may cost; `growth` is against the smallest data set."""

    name: str
    who: str
    url: Callable[[Landmarks], str]
    times: float
    queries: int | None
    growth: float | None


def _list(name: str, who: str, url: Callable[[Landmarks], str]) -> Page:
    return Page(name, who, url, budgets.LIST_TIMES, budgets.LIST_QUERIES, budgets.LIST_GROWTH)


def _case(section: str) -> Page:
    return Page(
        f"satu permohonan, petugas: {section}",
        OFFICER,
        lambda at: f"/petugas/permohonan/{at.heavy}?lihat={section}",
        budgets.CASE_TIMES,
        budgets.CASE_QUERIES,
        budgets.FLAT,
    )


PAGES = (
    _list("meja petugas", OFFICER, lambda at: "/petugas"),
    _list("meja Kepala", HEAD, lambda at: "/petugas"),
    _list("daftar permohonan", OFFICER, lambda at: "/petugas/permohonan"),
    _list("daftar permohonan, di tengah", OFFICER, lambda at: f"/petugas/permohonan?sebelum={at.middle}"),
    _list("daftar permohonan, disaring", OFFICER, lambda at: "/petugas/permohonan?keadaan=completed&tahun=2026"),
    _list("daftar permohonan, lewat batas", OFFICER, lambda at: "/petugas/permohonan?terlambat=1"),
    _list("daftar permohonan, dicari", OFFICER, lambda at: "/petugas/permohonan?cari=survei"),
    _list("permohonan saya", APPLICANT, lambda at: "/permohonan"),
    _list("register surat", OFFICER, lambda at: "/petugas/surat"),
    _list("register surat, di tengah", OFFICER, lambda at: f"/petugas/surat?sebelum={at.letter_middle}"),
    _list("register surat, dicari", OFFICER, lambda at: "/petugas/surat?cari=wisata"),
    _list("surel keluar", ADMIN, lambda at: "/petugas/surel"),
    _list("surel keluar, disaring", ADMIN, lambda at: "/petugas/surel?keadaan=kept"),
    _list("surel keluar, yang gagal", ADMIN, lambda at: "/petugas/surel?keadaan=failed"),
    _list("riwayat, disaring", ADMIN, lambda at: "/petugas/kantor/riwayat?jenis=submission"),
    _list("riwayat, yang jarang", ADMIN, lambda at: "/petugas/kantor/riwayat?jenis=holiday"),
    _list("katalog", ANYONE, lambda at: "/katalog"),
    _list("katalog, di tengah", ANYONE, lambda at: f"/katalog?sebelum={at.activity_middle}"),
    _list("katalog, disaring", ANYONE, lambda at: "/katalog?cara=survei&tahun=2026"),
    _list("katalog, dicari", ANYONE, lambda at: "/katalog?cari=survei"),
    _case("isian"),
    _case("evaluasi"),
    _case("pesan"),
    _case("jam"),
    _case("riwayat"),
    Page(
        "satu permohonan, petugas: surat",
        OFFICER,
        lambda at: f"/petugas/permohonan/{at.sent}?lihat=surat",
        budgets.CASE_TIMES,
        budgets.CASE_QUERIES,
        budgets.FLAT,
    ),
    Page(
        "permohonan saya, satu",
        APPLICANT,
        lambda at: f"/permohonan/{at.sent}",
        budgets.CASE_TIMES,
        budgets.CASE_QUERIES,
        budgets.FLAT,
    ),
    Page(
        "satu blok isian",
        APPLICANT,
        lambda at: f"/permohonan/{at.draft}/blok/4",
        budgets.BLOCK_TIMES,
        None,
        budgets.FLAT,
    ),
    Page("lacak dengan kode", ANYONE, lambda at: f"/lacak/{at.code}", budgets.TRACKING_TIMES, None, budgets.FLAT),
    Page(
        "verifikasi surat",
        ANYONE,
        lambda at: f"/verifikasi/{at.verification}",
        budgets.TRACKING_TIMES,
        None,
        budgets.FLAT,
    ),
)
"""Filters and words fill their page in every data set, so that what grows is the work and not the page."""


@dataclass
class Seen:
    """What was seen of one page in one data set."""

    times: Times = field(default_factory=Times)
    queries: int = 0


class Visit:
    """One data set: its pages inside this process, to count queries, and served, to take times."""

    def __init__(self, app: Flask, config: Config, port: int):
        base.open_database(config.database)
        places = Landmarks()
        self.urls = {page: page.url(places) for page in PAGES}
        self.inside = {who: signed_in(app, who) for who in (OFFICER, APPLICANT, HEAD, ADMIN, ANYONE)}
        self.served = {who: same_person(browser, port) for who, browser in self.inside.items()}

    def count(self, page: Page) -> int:
        """How many queries the page asks."""
        get(self.inside[page.who], self.urls[page])
        with statements.listening() as heard:
            get(self.inside[page.who], self.urls[page])
        return len(statements.queries(heard))

    def look(self, page: Page) -> None:
        self.served[page.who].get(self.urls[page])


def measure_pages(app: Flask, sets: dict[int, Config], rounds: int, samples: int) -> list[Row]:
    """Every page in every data set, in rounds through all of them, so that a slow minute hits all alike."""
    with ExitStack() as servers:
        bare = Browser(servers.enter_context(bare_site()))
        visits: dict[int, Visit] = {}
        seen: dict[tuple[Page, int], Seen] = {}
        for size, config in sets.items():
            port, _ = servers.enter_context(site(config.folder))
            visits[size] = Visit(app, config, port)
            seen |= {(page, size): Seen(queries=visits[size].count(page)) for page in PAGES}
        for _ in range(rounds):
            for page in PAGES:
                for size, visit in visits.items():
                    _sample(page, visit, seen[page, size], bare, samples)
    smallest = min(sets)
    return [_row(page, size, seen[page, size], seen[page, smallest]) for page in PAGES for size in sets]


def _sample(page: Page, visit: Visit, seen: Seen, bare: Browser, samples: int) -> None:
    """One look that is not counted, to bring things near, then some that are."""
    visit.look(page)
    seen.times.add_round(lambda: visit.look(page), lambda: bare.get("/"), samples)


def _row(page: Page, size: int, seen: Seen, smallest: Seen) -> Row:
    growth = seen.times.middle / smallest.times.middle
    limits, broken = [f"≤ {page.times:g}×"], seen.times.ratio > page.times
    if page.queries is not None:
        limits.append(f"≤ {page.queries} kueri")
        broken |= seen.queries > page.queries
    if page.growth is not None and seen is not smallest:
        limits.append(f"tumbuh ≤ {page.growth:g}×")
        broken |= growth > page.growth
    return Row(
        f"{page.name} · {thousands(size)}",
        f"tumbuh {growth:.2f}×" if seen is not smallest else "",
        ", ".join(limits),
        not broken,
        str(seen.queries),
        f"{seen.times.middle:.2f}",
        f"{seen.times.ratio:.1f}",
    )


SEARCHED = ((ANYONE, "/katalog"), (OFFICER, "/petugas/permohonan"), (HEAD, "/petugas/surat"))


def measure_searches(app: Flask, sets: dict[int, Config], rounds: int) -> list[Row]:
    """Everything people type, everywhere, in the largest data set; of the rounds the best counts."""
    size = max(sets)
    taken: dict[tuple[str, str], list[float]] = {}
    with site(sets[size].folder) as (port, _), bare_site() as bare_port:
        bare = Browser(bare_port)
        page = min(timed(lambda: bare.get("/")) for _ in range(20))
        visit = Visit(app, sets[size], port)
        for _ in range(rounds):
            for text, (who, path) in product(SEARCHES, SEARCHED):
                look = partial(visit.served[who].get, f"{path}?{urlencode({'cari': text})}")
                taken.setdefault((path, text), []).append(timed(look))
    name = f"pencarian, p95 dari {len(taken)} · {thousands(size)}"
    best = [min(times) for times in taken.values()]
    return [budgets.against(name, percentile(best, 95), budgets.SEARCH_TIMES, page)]
