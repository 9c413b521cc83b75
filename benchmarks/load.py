"""Twenty officers and two hundred visitors at once, as people work: look, think, look on; now and then write.

Everybody is a thread with a connection of its own, so that waiting for one answer holds up nobody else.
"""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from random import Random
from statistics import median

from benchmarks import budgets
from benchmarks.budgets import Row
from benchmarks.jobs import BLOCK, TYPED
from benchmarks.measuring import percentile
from benchmarks.served import Browser, hidden
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import PASSWORD

OFFICERS, WRITERS, VISITORS = 20, 20, 180
WORK, LOOK = 6.0, 10.0
"""Seconds between two clicks of somebody who works here, and of a visitor; a page is read before the next."""

WORDS = ("stunting", "usaha+mikro", "data", "dinas+kesehatan", "harga+pangan", "2026")


@dataclass
class Tally:
    """What all of them saw."""

    taken: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Person:
    """Somebody at a browser; `chance` decides what is looked at and how long it is read."""

    def __init__(self, port: int, tally: Tally, number: int):
        self.browser, self.tally, self.chance = Browser(port), tally, Random(number)

    def ask(self, path: str, form: dict[str, str] | None = None, counted: bool = True, autosave: bool = False) -> bytes:
        """One request and its answer; whatever is refused or not answered is wrong."""
        start = time.perf_counter()
        try:
            headers = {"X-Autosave": "1"} if autosave else {}
            status, body = self.browser.ask(path, form, **headers)
        except OSError as trouble:
            self.tally.wrong.append(f"{path}: {trouble!r}")
            self.browser.hang_up()
            return b""
        if counted:
            self.tally.taken.append((time.perf_counter() - start) * 1000)
        if status >= 400:
            self.tally.wrong.append(f"{path}: {status}")
        return body

    def sign_in(self, email: str) -> None:
        """Through the door, as everybody; not counted, for passwords are slow on purpose."""
        form = {**hidden(self.ask("/masuk", counted=False)), "email": email, "password": PASSWORD}
        self.ask("/masuk", form, counted=False)

    def think(self, seconds: float) -> None:
        time.sleep(self.chance.uniform(0.2, 1.8) * seconds)


def mixed_load(port: int, seconds: int) -> list[Row]:
    """All of them for so many seconds: how many requests, how many went wrong, how long they took."""
    tally, end = Tally(), time.monotonic() + seconds
    crowd = [*_officers(), *_writers(), *_visitors()]
    threads = [
        threading.Thread(target=_spend, args=(Person(port, tally, number), way, end), daemon=True)
        for number, way in enumerate(crowd)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + 60)
    print(*tally.wrong[:5], sep="\n", end="\n" if tally.wrong else "")
    said = f"{len(crowd)} orang, {len(tally.taken)} permintaan, {seconds} dtk"
    return [
        budgets.at_most(f"beban campuran, galat ({said})", len(tally.wrong), 0, ""),
        budgets.at_most(
            "beban campuran, p95", percentile(tally.taken, 95), budgets.LOAD_MS, "ms", ms=f"{median(tally.taken):.1f}"
        ),
    ]


Way = Callable[[Person], Iterator[float]]
"""What somebody does, one step after another; after each the seconds that person thinks."""


def _spend(person: Person, way: Way, end: float) -> None:
    """Walk this way again and again until the time is over."""
    steps = way(person)
    while time.monotonic() < end:
        person.think(next(steps))
    person.browser.hang_up()


def _officers() -> list[Way]:
    """Desk, register, one submission and its history, a search, the letters."""
    numbers = [row.number for row in _newest()]

    def work(person: Person, email: str) -> Iterator[float]:
        yield LOOK / 2
        person.sign_in(email)
        while True:
            case = f"/petugas/permohonan/{person.chance.choice(numbers)}"
            word = person.chance.choice(WORDS)
            for path in (
                "/petugas",
                "/petugas/permohonan",
                case,
                f"{case}?lihat=riwayat",
                f"/petugas/permohonan?cari={word}",
                "/petugas/surat",
            ):
                person.ask(path)
                yield WORK

    emails = ["petugas@contoh.test", *(f"petugas-{number:02d}@contoh.test" for number in range(1, OFFICERS))]
    return [partial(work, email=email) for email in emails]


def _writers() -> list[Way]:
    """The list, a draft, one of its blocks, and what is typed there saving itself."""

    def fill(person: Person, email: str, number: str) -> Iterator[float]:
        yield WORK
        person.sign_in(email)
        while True:
            for path in ("/permohonan", f"/permohonan/{number}"):
                person.ask(path)
                yield WORK
            block = f"/permohonan/{number}/blok/{BLOCK}"
            typed = hidden(person.ask(block))
            for _ in range(3):
                yield WORK
                typed[TYPED] = f"Nama Nomor {person.chance.randrange(10**6)}"
                person.ask(block, typed, autosave=True)

    query = Submission.with_people().where(Submission.status == Status.DRAFT)
    drafts = {row.applicant.email: row.number for row in query}
    return [partial(fill, email=email, number=number) for email, number in [*drafts.items()][:WRITERS]]


def _visitors() -> list[Way]:
    """First page, catalogue, a search, where a submission stands."""
    codes = [row.code for row in _newest()]

    def wander(person: Person) -> Iterator[float]:
        while True:
            yield LOOK
            searched = f"/katalog?cari={person.chance.choice(WORDS)}"
            code = f"/lacak/{person.chance.choice(codes)}"
            person.ask(person.chance.choice(("/", "/katalog", searched, code, "/standar-pelayanan")))

    return [wander] * VISITORS


def _newest() -> list[Submission]:
    """Submissions people have in their hands."""
    sent = Submission.submitted_at.is_null(False)
    return list(Submission.select().where(sent).order_by(Submission.id.desc()).limit(400))
