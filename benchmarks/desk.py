"""The front desk: signing the guest book, and its lists as the register grows; on a copy that is thrown away."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from flask import Flask
from werkzeug.test import Client

from benchmarks import budgets, statements
from benchmarks.budgets import Row
from benchmarks.jobs import copy_of
from benchmarks.measuring import DurableCommit, get, same_person, signed_in, timed
from benchmarks.pages import OFFICER
from benchmarks.served import Browser, bare_site, hidden, site
from benchmarks.table import thousands
from pst import clock
from pst.config import Config
from pst.models import base
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.search import VisitIndex
from pst.rules import numbering
from pst.rules.frontdesk.tickets import LETTERS
from tests.factories_desk import GUEST

BOOK = "/petugas/tamu"
ENTRY = f"{BOOK}/baru"
LISTS = (
    ("buku tamu hari ini", BOOK),
    ("buku tamu, semua", f"{BOOK}?semua=1"),
    ("buku tamu, di tengah", f"{BOOK}?semua=1&sebelum={{middle}}"),
    ("buku tamu, disaring layanan", f"{BOOK}?semua=1&layanan=P"),
    ("buku tamu, dicari", f"{BOOK}?semua=1&cari=tamu"),
    ("buku tamu, satu bulan", f"{BOOK}?dari={{month}}&sampai={{today}}"),
)
PORTION = 500
A_YEAR = 365


def measure_desk(app: Flask, config: Config, sizes: list[int], samples: int) -> list[Row]:
    """The entry first; then every list with as many visits as each of the sizes, the smallest first."""
    with copy_of(config) as copy:
        rows = [_entry(app, copy, samples)]
        inside, seen = signed_in(app, OFFICER), {}
        for size in sorted(sizes):
            _fill(size)
            seen[size] = _look(inside, copy, samples)
    smallest = seen[min(seen)]
    return rows + [_row(name, size, looks[name], smallest[name]) for name, _ in LISTS for size, looks in seen.items()]


def _entry(app: Flask, copy: Config, samples: int) -> Row:
    """An officer writes a visitor into the book; the kiosk's last screen does the same."""
    inside, taken, commits, bares = signed_in(app, OFFICER), [], [], []
    with site(copy.folder) as (port, _), bare_site() as bare_port, DurableCommit(copy.folder) as commit:
        browser, bare = same_person(inside, port), Browser(bare_port)
        for turn in range(samples + 1):
            new = {"name": f"Tamu Nomor {turn}", "phone": f"0812 7000 {turn:04d}", "paper": "tidak"}
            form = {**GUEST, **new, **hidden(browser.get(ENTRY))}
            spent = timed(lambda form=form: _post(browser, form))
            if turn:  # the first one loads what is loaded once
                taken.append(spent)
                commits.append(timed(commit))
                bares.append(timed(lambda: bare.get("/")))
    page, spent = median(bares), median(taken)
    allowed = round(5 * page + 3 * median(commits), 2)
    return budgets.at_most("isi buku tamu", spent, allowed, "ms", ratio=f"{spent / page:.1f}")


def _post(browser: Browser, form: dict[str, str]) -> None:
    status, body = browser.ask(ENTRY, form)
    if status != 303:
        raise RuntimeError(f"{ENTRY} answered {status}: {body[:300]!r}")


def _fill(size: int) -> None:
    """Visits up to this many, ten years back, each with a number that was served."""
    have = Visit.select().count()
    with base.write():
        first = (Visit.select(Visit.id).order_by(Visit.id.desc()).scalar() or 0) + 1
        rows = list(_visits(have, size, first))
        for start in range(0, len(rows), PORTION):
            visits = [visit for visit, _ in rows[start : start + PORTION]]
            Visit.insert_many(visits).execute()
            VisitIndex.insert_many([{"rowid": it["id"], "words": it["name"]} for it in visits]).execute()
            Ticket.insert_many([ticket for _, ticket in rows[start : start + PORTION]]).execute()


def _visits(have: int, size: int, first: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    now = clock.now()
    for number in range(have, size):
        at = now - timedelta(days=round((size - number) / size * 10 * A_YEAR), minutes=number % 300)
        yield _visit(first + number - have, number, at), _ticket(first + number - have, number, at)


def _visit(key: int, number: int, at: datetime) -> dict[str, Any]:
    told = {name: value for name, value in GUEST.items() if name not in ("birth_month", "name", "service")}
    return {
        **told,
        "id": key,
        "number": f"KUN-UKUR-{number}",
        "name": f"Tamu Nomor {number}",
        "day": clock.local(at).date(),
        "arrived_at": at,
        "entered_at": at,
        "service": LETTERS[number % len(LETTERS)],
        "privacy": "2026-11",
    }


def _ticket(key: int, number: int, at: datetime) -> dict[str, Any]:
    code = f"UKUR-{number}"
    return {
        "visit": key,
        "day": clock.local(at).date(),
        "service": "Z",
        "sequence": number,
        "number": f"Z-{number % 999:03d}",
        "code": code,
        "code_hash": numbering.hash_code(code),
        "state": "done",
        "since": at,
        "issued_at": at,
        "first_called_at": at + timedelta(minutes=5),
        "served_from": at + timedelta(minutes=6),
        "ended_at": at + timedelta(minutes=20),
    }


Looks = dict[str, tuple[float, float, int]]
"""By the list's name: milliseconds, ratio to bare, queries."""


def _look(inside: Client, copy: Config, samples: int) -> Looks:
    found = {}
    today = clock.today()
    facts = {"middle": Visit.select().count() // 2, "today": today, "month": today - timedelta(days=30)}
    with site(copy.folder) as (port, _), bare_site() as bare_port:
        browser, bare = same_person(inside, port), Browser(bare_port)
        for name, pattern in LISTS:
            url = pattern.format(**facts)
            get(inside, url)
            with statements.listening() as heard:
                get(inside, url)
            browser.get(url)
            rounds = [_round(browser, bare, url) for _ in range(samples)]
            ratio = median(taken / plain for taken, plain in rounds)
            found[name] = median(taken for taken, _ in rounds), ratio, len(statements.queries(heard))
    return found


def _round(browser: Browser, bare: Browser, url: str) -> tuple[float, float]:
    """The best of three looks at the list and at the bare page, in turn: a busy machine can only add to a time."""
    looks = [(timed(lambda: browser.get(url)), timed(lambda: bare.get("/"))) for _ in range(3)]
    return min(taken for taken, _ in looks), min(plain for _, plain in looks)


def _row(name: str, size: int, seen: tuple[float, float, int], smallest: tuple[float, float, int]) -> Row:
    taken, ratio, queries = seen
    growth = ratio / smallest[1]
    holds = ratio <= budgets.LIST_TIMES and queries <= budgets.LIST_QUERIES and growth <= budgets.LIST_GROWTH
    limits = f"≤ {budgets.LIST_TIMES}×, ≤ {budgets.LIST_QUERIES} kueri, tumbuh ≤ {budgets.LIST_GROWTH}×"
    return Row(
        f"{name} · {thousands(size)}",
        f"tumbuh {growth:.2f}×" if seen is not smallest else "",
        limits,
        holds,
        str(queries),
        f"{taken:.2f}",
        f"{ratio:.1f}",
    )
