"""Taking times so that a busy machine does not decide: interleaved with bare, best of a few, medians of rounds.

Whatever else the machine does can only add to a time, so the best of a few looks in a row is nearest to what a page
costs; the median over rounds through all pages and data sets evens out slow minutes.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from flask import Flask
from werkzeug.test import Client, TestResponse

from benchmarks.served import Browser
from pst import clock
from pst.actions.accounts.sessions import open_session
from pst.models import base
from pst.models.accounts.users import User
from pst.models.engines import sqlite


@dataclass
class Times:
    """Milliseconds of one thing, round by round, with the bare page's from the same round."""

    taken: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    def add_round(self, do: Callable[[], Any], bare: Callable[[], Any], samples: int) -> None:
        """One round: this many looks, each followed by one at the bare page; the best of each count."""
        looks = [(timed(do), timed(bare)) for _ in range(samples)]
        self.taken.append(min(taken for taken, _ in looks))
        self.bare.append(min(plain for _, plain in looks))

    @property
    def middle(self) -> float:
        return median(self.taken)

    @property
    def ratio(self) -> float:
        """Against the bare page of the same round, so that a slow minute slows both."""
        return median(taken / bare for taken, bare in zip(self.taken, self.bare, strict=True))


def percentile(values: list[float], part: int) -> float:
    """The value that `part` per cent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)]


def timed(do: Callable[[], Any]) -> float:
    """Milliseconds that passed."""
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def person(email: str) -> User:
    """The account with this address, which must be there."""
    found = User.by_email(email)
    if found is None:
        raise RuntimeError(f"nobody is called {email}")
    return found


def signed_in(app: Flask, email: str) -> Client:
    """A browser inside this process in which this person is signed in; "" is nobody."""
    browser = app.test_client()
    if email:
        with base.write():
            token = open_session(person(email), "pengukuran", clock.now())
        with browser.session_transaction() as session:
            session["_user_id"], session["_fresh"] = token, True
    return browser


def same_person(browser: Client, port: int) -> Browser:
    """The same person in front of a server that has the same database."""
    cookie = browser.get_cookie("pst")
    return Browser(port, {"pst": cookie.value} if cookie else {})


def get(browser: Client, url: str) -> TestResponse:
    """The page, which must be there."""
    answer = browser.get(url)
    if answer.status_code != 200:
        raise RuntimeError(f"{url} answered {answer.status}")
    return answer


class DurableCommit:
    """The least that keeping a submission can cost: as many bytes in as many tables, one commit, the same disk."""

    def __init__(self, folder: Path):
        self.path = folder / f"commit-{os.getpid()}.sqlite3"
        self.database = sqlite.Sqlite(str(self.path), pragmas=sqlite.PRAGMAS)
        self.database.connect()
        for table in ("submission", "revision", "event", "outbox"):
            self.database.execute_sql(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, words TEXT)")
        self.database.execute_sql("CREATE VIRTUAL TABLE found USING fts5(words)")

    def __call__(self) -> None:
        with self.database.atomic("IMMEDIATE"):
            for table, size in (("submission", 4000), ("revision", 4000), ("event", 500), ("outbox", 500)):
                self.database.execute_sql(f"INSERT INTO {table} (words) VALUES (?)", ("x" * size,))
            self.database.execute_sql("INSERT INTO found (words) VALUES ('survei kepuasan masyarakat')")

    def __enter__(self) -> "DurableCommit":
        return self

    def __exit__(self, *_: object) -> None:
        self.database.close()
        for path in self.path.parent.glob(self.path.name + "*"):
            path.unlink()
