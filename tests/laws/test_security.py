"""The tables of security name tests that exist, and the headers that all pages lean on are there.

`deploy/asvs.md` is OWASP ASVS 5.0, level 2; `deploy/threats.md` what was tried against the house. A row that is not
met says so instead of a test.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pst import create_app
from pst.actions.complaints.dialogue import MOST_FILES
from pst.exchange import traces, uploads
from pst.rules.accounts.lockout import BY_ACCOUNT, BY_MAILBOX
from pst.web import downloads
from pst.web.limits import STRICT
from tests.browsing import Browsing
from tests.laws.tree import ROOT

TABLES = {"asvs.md": 40, "threats.md": 25}
"""Each with the least number of its rows."""
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
OPEN = ("tidak dipenuhi", "tidak berlaku", "sebagian")


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_a_test_that_exists_or_says_that_it_is_not_met(table: str):
    rows = _rows(ROOT / "deploy" / table)

    assert len(rows) >= TABLES[table]
    assert [row for row in rows if not TEST.search(row) and not any(word in row.lower() for word in OPEN)] == []
    assert [named for row in rows for named in TEST.findall(row) if not _exists(*named)] == []


def test_every_answer_carries_what_keeps_browsers_from_being_talked_into_something(db, config):
    answer = Browsing(create_app(replace(config, tls=True))).get("/masuk")

    assert "'unsafe" not in answer.headers["Content-Security-Policy"]
    assert {"default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"} <= {
        part.strip() for part in answer.headers["Content-Security-Policy"].split(";")
    }
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-pst=")
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    example = Browsing(create_app(replace(config, demo=True))).get("/masuk")  # it may stand on the host of an office
    assert example.headers["Set-Cookie"].startswith("pst-contoh=")


def test_the_limits_that_are_written_down_are_those_that_hold():
    told = (ROOT / "deploy" / "limits.md").read_text(encoding="utf-8")
    hold = [
        *(f"| {limit} |" for limit in STRICT.values()),
        f"{uploads.LIMIT // 2**20} MB; gambar {uploads.DOTS_LIMIT // 10**6} megapiksel",
        f"PDF {uploads.PAGES_LIMIT} halaman",
        f"{uploads.UNPACKED_LIMIT // 2**20} MB |",
        f"| {MOST_FILES} berkas; PDF {traces.OBJECTS_LIMIT:,}".replace(",", "."),
        f"| {BY_ACCOUNT.free}, lalu menunggu semenit",
        f"| {BY_MAILBOX.free}, lalu menunggu lima menit",
        f"| {downloads.AT_ONCE} |",
    ]

    assert [limit for limit in hold if limit not in told] == []
    assert "dalam 7 hari, berat 30 hari" in told


def _rows(table: Path) -> list[str]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("| ") and not line.startswith(("| Syarat", "| Ancaman"))]


def _exists(file: str, function: str) -> bool:
    path = ROOT / file
    return path.is_file() and f"def {function or 'test_'}" in path.read_text(encoding="utf-8")
