"""Whatever is typed, sent or asked for, no address answers with a failure of the house (5xx).

Every address is tried in an example office that knows every state: with filters and keys that make no sense, with
bodies that are no form, and with the forms of its pages filled as no form expects.

The same walk through the whole house shows that no room is without a way in: a page whose address asks for nothing is
linked from some page.
"""

import re
from collections.abc import Iterator
from datetime import UTC
from html import unescape
from typing import ClassVar, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from flask import Flask, Request
from flask.testing import FlaskClient
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.test import TestResponse

from pst import create_app
from pst.config import DEMO_PASSWORD
from pst.demo.people import mailbox
from pst.models import base
from pst.models.complaints.boxes import BoxOpening
from pst.models.complaints.complaints import Complaint
from pst.models.frontdesk.visits import Visit
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.web.access import PUBLIC
from tests.demo_office import NOW, demo_settings

PEOPLE = {Role.APPLICANT: "pemohon1", Role.OFFICER: "petugas1", Role.HEAD: "kepala", Role.ADMIN: "admin"}

UNREADABLE = "9" * 5_000
"""More digits than Python reads as one number."""

NUMBERS = ("²", "١٢", str(2**63), UNREADABLE)
"""Digits of other scripts, and numbers that no database or no program can hold."""

DAYS = ("0001-01-01", "9999-12-31")
"""The ends of the calendar, beyond which no day can be reckoned."""

TEXTS = ("", " ", "x" * 10_000, "a\0b", "a\r\nBcc: x@y.z", "//<'\"{{", b"\xff")
"""Nothing, blanks, too much, what breaks headers, addresses and pages, and what is no text at all."""

WORDS = ("²", UNREADABLE, "x" * 3_000, "\0", b"\xff")
PARTS = (*WORDS, "١٢", str(2**63), "-1", "0")
"""What stands in an address where a code, or a number, is expected."""

NO_FORMS: tuple[dict, ...] = (
    {"json": [1, {"a": None}]},
    {"data": b"\xff\0" * 50, "content_type": "multipart/form-data; boundary=x"},
    {"data": b'--x\r\nContent-Disposition: form-data; name="a"', "content_type": "multipart/form-data; boundary=x"},
    {
        "data": b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--",
        "content_type": "multipart/form-data; boundary=x",
    },
)

WITHOUT_A_LINK = {
    "/daftar/terkirim",
    "/lupa-sandi/terkirim",
    "/survei/terima-kasih",
    "/petugas/kantor/pengaturan/surat/contoh-nomor",
}
"""What follows a form once it was sent, and what a form asks for while it is filled."""

FIELDS = "input[name], select[name], textarea[name], button[name]"
FORM = re.compile(r'<form\b[^>]*\smethod="post".*?</form>', re.DOTALL)
LEADS = re.compile(r'\s(?:href|action|hx-get)="([^"]*)"')
KEPT = ("csrf_token", "_run", "step")
"""What a form carries so that it is read at all."""


class Door(NamedTuple):
    """An address as the program knows it, and somebody who may use it."""

    rule: str
    methods: set[str]
    who: str


class Page(NamedTuple):
    """What somebody found behind an address: the page ("" when it is a file), and the filters it read."""

    who: str
    address: str
    text: str
    filters: set[str]


class Filters(ImmutableMultiDict):
    """What follows the question mark; remembers in `asked` what a page wanted to know of it."""

    asked: ClassVar[set[str]] = set()

    def __contains__(self, name):
        self.asked.add(name)
        return super().__contains__(name)

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)

    def getlist(self, name, *more, **named):
        self.asked.add(name)
        return super().getlist(name, *more, **named)


class Asking(Request):
    parameter_storage_class = Filters


@pytest.fixture(scope="module", autouse=True)
def monday_afternoon():
    with time_machine.travel(NOW.replace(tzinfo=UTC), tick=False):
        yield


@pytest.fixture(scope="module")
def house(tmp_path_factory, monday_afternoon):
    """The application on an office full of examples, without the lock (CSRF) that keeps strangers' forms out."""
    app = create_app(demo_settings(tmp_path_factory))
    app.request_class = Asking
    app.config["WTF_CSRF_ENABLED"] = False
    yield app
    base.database.close()


@pytest.fixture(scope="module")
def people(house):
    """A browser of each role, and of somebody who has not signed in."""
    return {who: _browser(house, name) for who, name in {PUBLIC: "", **PEOPLE}.items()}


@pytest.fixture(scope="module")
def pages(house, people):
    """A page that opens, for each address and everybody who may use it; of a file to take away, one is enough."""
    numbers, found, opening = _numbers(), [], {}
    for door in _doors(house):
        known = opening.get(door.rule)
        if "GET" in door.methods and (known is None or known.text):
            page = _that_opens(people[door.who], door, known, numbers)
            opening[door.rule] = page or known
            found += [page] if page else []
    assert len(found) > 120, "the law stands before closed doors"
    return found


def test_filters_that_make_no_sense_are_no_failure(people, pages):
    answers = {}
    for who, address, _, filters in {page.address: page for page in pages}.values():
        for odd in (str(2**63), UNREADABLE, *DAYS) if filters else ():
            asked = f"{address}?{urlencode(dict.fromkeys(filters, odd))}"
            answers[who, address, _short(odd)] = _answer(people[who], asked).status_code
            filters |= Filters.asked  # what is read only where something else was given

    assert {"sebelum", "cari", "dari", "minggu", "keadaan"} <= set().union(*(page.filters for page in pages))
    assert _failures(answers) == []


def test_a_page_that_asks_for_nothing_is_linked_from_some_page(house, pages):
    linked = {urlsplit(unescape(address)).path for page in pages for address in LEADS.findall(page.text)}

    rooms = {rule.rule for rule in house.url_map.iter_rules()} & {page.address for page in pages if page.text}
    assert rooms - linked == WITHOUT_A_LINK


def test_keys_that_no_row_has_are_no_failure(house, people):
    answers = {
        (door.who, method, door.rule, _short(odd)): _status(people[door.who], _filled(door.rule, odd), method=method)
        for door in _one_each(house)
        if "<" in door.rule
        for odd in (PARTS if "<int:" in door.rule else WORDS)
        for method in door.methods
    }

    assert len(answers) > 1_000
    assert _failures(answers) == []


def test_a_real_row_beside_a_key_that_none_has_is_no_failure(house, people):
    numbers = _numbers()
    answers = {
        (door.who, method, address): _status(people[door.who], address, method=method)
        for door in _one_each(house)
        if "<number>" in door.rule and "<int:" in door.rule
        for number in _fitting(door.rule, numbers)
        for address in [_filled(door.rule.replace("<number>", number), str(2**63))]
        for method in door.methods
    }

    assert len(answers) > 100
    assert _failures(answers) == []


def test_forms_filled_as_no_form_expects_are_no_failure(people, pages):
    answers = {}
    for who, action, fields in _forms(pages):
        for odd in (*NUMBERS, *DAYS, *TEXTS):
            filled = [(_odd_name(name), given if name in KEPT else odd) for name, given in fields]
            answers[who, action, _short(odd)] = _status(
                people[who],
                action,
                method="POST",
                data=urlencode(filled),
                content_type="application/x-www-form-urlencoded",
            )

    assert len(answers) > 1_000
    assert _failures(answers) == []


def test_bodies_that_are_no_form_are_no_failure(house, people):
    numbers = _numbers()
    answers = {
        (door.who, door.rule, place): _status(people[door.who], _address(door.rule, numbers), method="POST", **body)
        for door in _one_each(house)
        if "POST" in door.methods
        for place, body in enumerate(NO_FORMS)
    }

    assert _failures(answers) == []


def _doors(house: Flask) -> Iterator[Door]:
    """Every address, once for everybody who may use it; the way out is used by nobody."""
    for rule in house.url_map.iter_rules():
        access = house.view_functions[rule.endpoint].access
        for who in [PUBLIC] if access == PUBLIC else sorted(access):
            if rule.rule != "/keluar":
                yield Door(rule.rule, rule.methods & {"GET", "POST"}, who)


def _one_each(house: Flask) -> list[Door]:
    """Every address once: what it makes of a key or a body does not depend on who sent it."""
    return list({(door.rule, *sorted(door.methods)): door for door in _doors(house)}.values())


def _browser(house: Flask, name: str) -> FlaskClient:
    browser = house.test_client()
    if name:
        typed = {"email": mailbox(name), "password": DEMO_PASSWORD}
        assert browser.post("/masuk", data=typed).status_code == 303
    return browser


def _numbers() -> dict[str, list[str]]:
    """The numbers of real things, by the beginning of their addresses; the longest beginning that fits counts."""
    tables = {
        "/petugas/pengaduan/kotak": BoxOpening,
        "/petugas/pengaduan": Complaint,
        "/petugas/tamu": Visit,
        "": Submission,
    }
    return {start: [row.number for row in table.select(table.number)] for start, table in tables.items()}


def _fitting(rule: str, numbers: dict[str, list[str]]) -> list[str]:
    return next(known for start, known in numbers.items() if rule.startswith(start))[-12:]


def _that_opens(browser: FlaskClient, door: Door, known: Page | None, numbers: dict[str, list[str]]) -> Page | None:
    """What is behind an address of this kind; behind the same one where it opened for somebody else."""
    rules = [door.rule.replace("<number>", number) for number in _fitting(door.rule, numbers)]
    every = dict.fromkeys(_filled(rule, key) for rule in rules for key in ("1", "5"))
    for address in [known.address] if known else every:
        answer = _answer(browser, address)
        if answer.status_code == 200:
            text = answer.text if answer.mimetype == "text/html" else ""
            return Page(door.who, address, text, set(Filters.asked))
    return None


def _address(rule: str, numbers: dict[str, list[str]]) -> str:
    return _filled(rule.replace("<number>", _fitting(rule, numbers)[0]), "1")


def _filled(rule: str, part: str | bytes) -> str:
    return re.sub(r"<[^>]+>", quote(part, safe=""), rule)


def _forms(pages: list[Page]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(who, action, fields with what stands in the hidden ones) of every form that is posted.

    Each kind of form once, as with keys: what it makes of nonsense does not depend on who sent it.
    """
    found: dict[str, tuple[str, str, list[tuple[str, str]]]] = {}
    for page in pages:
        for written in FORM.findall(page.text):
            form = BeautifulSoup(written, "html.parser")
            action = str(form.form.get("action") or page.address)
            kind = re.sub(r"[A-Z]+-[\d-]+|\d+", "#", action)
            if action != "/keluar" and kind not in found:
                fields = {
                    str(tag["name"]): str(tag.get("value", "")) for tag in form.select(FIELDS) if tag["name"] != "_once"
                }
                found[kind] = (page.who, action, list(fields.items()))
    return list(found.values())


def _odd_name(name: str) -> str:
    """A field named for a row names one that cannot be."""
    return re.sub(r"-\d+$", f"-{UNREADABLE}", name)


def _short(odd: str | bytes) -> str:
    return repr(odd)[:24]


def _answer(browser: FlaskClient, address: str, **how) -> TestResponse:
    """The whole answer: a list may fail while it is written."""
    Filters.asked.clear()
    return browser.open(address, buffered=True, **how)


def _status(browser: FlaskClient, address: str, **how) -> int:
    return _answer(browser, address, **how).status_code


def _failures(answers: dict[tuple, int]) -> list[tuple]:
    """Who asked for what, where the answer was a failure."""
    return [asked for asked, status in answers.items() if status >= 500]
