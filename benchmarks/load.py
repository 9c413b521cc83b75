"""Twenty officers and two hundred visitors at once, as people work: look, think, look on; now and then write.

Everybody is a thread with a connection of its own, so that waiting for one answer holds up nobody else.
"""

import re
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from random import Random
from statistics import median
from urllib.parse import urlencode

from benchmarks import budgets
from benchmarks.budgets import Row
from benchmarks.jobs import BLOCK, TYPED
from benchmarks.measuring import percentile
from benchmarks.pages import APPLICANT, drafts_of
from pst.models.submissions import Submission
from pst.rules.workflow import Status
from tests.factories import PASSWORD

OFFICERS, WRITERS, VISITORS = 20, 20, 180
THINKING = {"officer": 6.0, "writer": 6.0, "visitor": 10.0}
"""Seconds between two clicks, on average; a page is read before the next is asked for."""


@dataclass
class Tally:
    """What all of them saw."""

    taken: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Person:
    """One browser: cookies, one connection, and what it has seen."""

    port: int
    tally: Tally
    chance: Random
    cookies: dict[str, str] = field(default_factory=dict)
    connection: HTTPConnection | None = None

    def ask(self, path: str, form: dict[str, str] | None = None, counted: bool = True, **headers: str) -> str:
        """One request and its answer's text; anything but a page, a redirect or a 404 is wrong."""
        start = time.perf_counter()
        try:
            status, text = self._exchange(path, form, headers)
        except OSError as trouble:
            self.tally.wrong.append(f"{path}: {trouble!r}")
            self.connection = None
            return ""
        if counted:
            self.tally.taken.append((time.perf_counter() - start) * 1000)
        if status >= 400:
            self.tally.wrong.append(f"{path}: {status}")
        return text

    def sign_in(self, email: str) -> None:
        """Through the door, as everybody; not counted, for passwords are slow on purpose."""
        page = self.ask("/masuk", counted=False)
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        form = {"email": email, "password": PASSWORD, "csrf_token": token[1] if token else ""}
        self.ask("/masuk", form, counted=False)

    def think(self, kind: str) -> None:
        time.sleep(self.chance.uniform(0.2, 1.8) * THINKING[kind])

    def _exchange(self, path: str, form: dict[str, str] | None, headers: dict[str, str]) -> tuple[int, str]:
        if self.connection is None:
            self.connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(
            "POST" if form is not None else "GET", path, form and urlencode(form), headers
        )
        answer = self.connection.getresponse()
        body = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, body.decode(errors="replace")


def mixed_load(port: int, seconds: int) -> list[Row]:
    """All of them for so many seconds; the table says how many requests, how many went wrong, how long they took."""
    tally, end = Tally(), time.monotonic() + seconds
    places = _places()
    people = [*((_officer, n) for n in range(OFFICERS)), *((_writer, n) for n in range(WRITERS)),
              *((_visitor, n) for n in range(VISITORS))]  # fmt: skip
    threads = [
        threading.Thread(
            target=part, args=(Person(port, tally, Random(number)), number, places, end), daemon=True
        )
        for number, (part, _) in enumerate(people)
        for number in [people[number][1]]
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + 60)
    for wrong in tally.wrong[:5]:
        print(wrong)
    said = f"{len(people)} orang, {len(tally.taken)} permintaan dalam {seconds} dtk"
    return [
        budgets.at_most(f"beban campuran: galat ({said})", len(tally.wrong), 0, ""),
        budgets.at_most("beban campuran: p95", percentile(tally.taken, 95), budgets.LOAD_MS, "ms",
                        ms=f"{median(tally.taken):.1f}"),
    ]  # fmt: skip


def _places() -> dict[str, list[str]]:
    """Numbers and codes that people hold in their hands."""
    newest = Submission.select().where(Submission.submitted_at.is_null(False)).order_by(Submission.id.desc())
    rows = list(newest.limit(400))
    return {
        "numbers": [row.number for row in rows],
        "codes": [row.code for row in rows],
        "drafts": drafts_of(APPLICANT),
        "mine": [row.number for row in rows if row.status != Status.DRAFT and row.applicant_id == 3],
    }


def _officer(person: Person, number: int, places: dict[str, list[str]], end: float) -> None:
    """An officer: desk, register, one submission, its sections, a search."""
    person.think("officer")
    person.sign_in(f"petugas-{number:02d}@contoh.test" if number else "petugas@contoh.test")
    while time.monotonic() < end:
        case = f"/petugas/permohonan/{person.chance.choice(places['numbers'])}"
        searched = f"/petugas/permohonan?cari={person.chance.choice(('stunting', 'usaha', 'data', '2026'))}"
        for path in (
            "/petugas",
            "/petugas/permohonan",
            case,
            f"{case}?lihat=riwayat",
            searched,
            "/petugas/surat",
        ):
            person.ask(path)
            person.think("officer")
            if time.monotonic() > end:
                return


def _writer(person: Person, number: int, places: dict[str, list[str]], end: float) -> None:
    """An applicant: the list, a draft, its blocks; every look at a block is followed by an autosave."""
    person.think("writer")
    person.sign_in(APPLICANT)
    draft = places["drafts"][number % len(places["drafts"])]
    while time.monotonic() < end:
        person.ask("/permohonan")
        person.think("writer")
        person.ask(f"/permohonan/{draft}")
        person.think("writer")
        page = person.ask(f"/permohonan/{draft}/blok/{BLOCK}")
        hidden = {
            name: found[1] if (found := re.search(rf'name="{name}"[^>]*value="([^"]+)"', page)) else ""
            for name in ("csrf_token", "_once")
        }
        person.think("writer")
        typed = {**hidden, TYPED: f"Nama {person.chance.randrange(10**6)}"}
        person.ask(f"/permohonan/{draft}/blok/{BLOCK}", typed, **{"X-Autosave": "1"})


def _visitor(person: Person, number: int, places: dict[str, list[str]], end: float) -> None:
    """Anybody: first page, catalogue, a search, where a submission stands."""
    while time.monotonic() < end:
        person.think("visitor")
        searched = (
            f"/katalog?cari={person.chance.choice(('survei', 'dinas kesehatan', 'harga pangan', 'ikan'))}"
        )
        code = f"/lacak/{person.chance.choice(places['codes'])}"
        person.ask(person.chance.choice(("/", "/katalog", searched, code, "/standar-pelayanan")))
