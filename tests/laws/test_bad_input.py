"""Whatever is typed, sent or asked for, no address answers with a failure of the house (5xx).

Every address is tried in an example office that knows every state: with filters and keys that make no sense, with
bodies that are no form, and with the forms of its pages filled as no form expects.

The same walk through the whole house shows that no room is without a way in: a page whose address asks for nothing is
linked from some page.
"""

import re
from collections.abc import Iterator
from datetime import UTC
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup, SoupStrainer
from flask import Flask
from flask.testing import FlaskClient

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
from pst.web.querying import NEWER_THAN, OLDER_THAN
from tests.demo_office import NOW, demo_settings
from tests.laws.test_registers import registers
from tests.laws.tree import modules

PEOPLE = {Role.APPLICANT: "pemohon1", Role.OFFICER: "petugas1", Role.HEAD: "kepala", Role.ADMIN: "admin"}

UNREADABLE = "9" * 5_000
"""More digits than Python reads as one number."""

NUMBERS = ("²", "١٢", str(2**63), UNREADABLE)
"""Digits of other scripts, and numbers that no database or no program can hold."""

DAYS = ("0001-01-01", "9999-12-31")
"""The ends of the calendar, beyond which no day can be reckoned."""

TEXTS = ("", " ", "x" * 10_000, "a\0b", "a\r\nBcc: x@y.z", "//<'\"{{", b"\xff")
"""Nothing, blanks, too much, what breaks headers, addresses and pages, and what is no text at all."""

PARTS = (*NUMBERS, "-1", "0", "x" * 3_000, "\0", b"\xff")
"""What stands in an address where a number or a code is expected."""

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

FILTER = re.compile(r'(?:(?:args|values)(?:\.get\(|\[)|\b(?:text|number|key|_day|_number)(?:_of)?\()"(\w+)"')
FIELDS = "input[name], select[name], textarea[name], button[name]"
FORMS = SoupStrainer("form")
FORM = "application/x-www-form-urlencoded"
KEPT = ("csrf_token", "_run", "step")
"""What a form carries so that it is read at all."""


class Door(NamedTuple):
    """An address as the program knows it, and somebody who may use it."""

    rule: str
    methods: set[str]
    who: str


@pytest.fixture(scope="module", autouse=True)
def monday_afternoon():
    with time_machine.travel(NOW.replace(tzinfo=UTC), tick=False):
        yield


@pytest.fixture(scope="module")
def house(tmp_path_factory, monday_afternoon):
    """The application on an office full of examples, without the lock (CSRF) that keeps strangers' forms out."""
    app = create_app(demo_settings(tmp_path_factory))
    app.config["WTF_CSRF_ENABLED"] = False
    yield app
    base.database.close()


@pytest.fixture(scope="module")
def people(house):
    """A browser of each role, and of somebody who has not signed in."""
    return {who: _browser(house, name) for who, name in {PUBLIC: "", **PEOPLE}.items()}


@pytest.fixture(scope="module")
def pages(house, people):
    """(who, address) of a page that opens, for each address and everybody who may use it."""
    numbers = _numbers()
    tried = ((door.who, _that_opens(people[door.who], door, numbers)) for door in _doors(house))
    found = sorted({(who, address) for who, address in tried if address})
    assert len(found) > 120, "the law stands before closed doors"
    return found


@pytest.fixture(scope="module")
def drawn(people, pages):
    """(who, address, text) of each of these that is drawn for people to read."""
    looked_at = [(who, address, people[who].get(address, buffered=True)) for who, address in pages]
    return [(who, address, answer.text) for who, address, answer in looked_at if answer.mimetype == "text/html"]


def test_filters_that_make_no_sense_are_no_failure(people, pages):
    names = {name for file in modules("views") for name in FILTER.findall(file.read_text(encoding="utf-8"))}
    names |= {OLDER_THAN, NEWER_THAN, *(each.name for register in registers() for each in register.filters)}
    assert {"sebelum", "cari", "dari", "minggu", "keadaan"} <= names, "the law asks for the wrong filters"

    answers = {
        (who, address, _short(odd)): _status(people[who], f"{address}?{urlencode(dict.fromkeys(names, odd))}")
        for address, who in {address: who for who, address in pages}.items()
        for odd in (str(2**63), UNREADABLE, *DAYS)
    }

    assert _failures(answers) == []


def test_a_page_that_asks_for_nothing_is_linked_from_some_page(house, drawn):
    linked = {path for _, _, page in drawn for path in _leads_to(page)}

    rooms = {rule.rule for rule in house.url_map.iter_rules()} & {address for _, address, _ in drawn}
    assert rooms - linked == WITHOUT_A_LINK


def test_keys_that_no_row_has_are_no_failure(house, people):
    answers = {
        (door.who, method, door.rule, _short(odd)): _status(people[door.who], _filled(door.rule, odd), method=method)
        for door in _one_each(house)
        if "<" in door.rule
        for odd in PARTS
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


def test_forms_filled_as_no_form_expects_are_no_failure(people, drawn):
    answers = {}
    for who, action, fields in _forms(drawn):
        for odd in (*NUMBERS, *DAYS, *TEXTS):
            filled = [(_odd_name(name), given if name in KEPT else odd) for name, given in fields]
            answers[who, action, _short(odd)] = _status(
                people[who], action, method="POST", data=urlencode(filled), content_type=FORM
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


def _that_opens(browser: FlaskClient, door: Door, numbers: dict[str, list[str]]) -> str:
    """An address of this kind with a page of ours behind it, "" when there is none."""
    if "GET" not in door.methods:
        return ""
    for number in _fitting(door.rule, numbers):
        for key in ("1", "5"):
            address = _filled(door.rule.replace("<number>", number), key)
            if _status(browser, address) == 200:
                return address
    return ""


def _address(rule: str, numbers: dict[str, list[str]]) -> str:
    return _filled(rule.replace("<number>", _fitting(rule, numbers)[0]), "1")


def _filled(rule: str, part: str | bytes) -> str:
    return re.sub(r"<[^>]+>", quote(part, safe=""), rule)


def _forms(drawn: list[tuple[str, str, str]]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(who, action, fields with what stands in the hidden ones) of every form that is posted.

    Each kind of form once, as with keys: what it makes of nonsense does not depend on who sent it.
    """
    found: dict[str, tuple[str, str, list[tuple[str, str]]]] = {}
    for who, address, page in drawn:
        for form in BeautifulSoup(page, "html.parser", parse_only=FORMS).select('form[method="post"]'):
            action = str(form.get("action") or address)
            fields = {
                str(tag["name"]): str(tag.get("value", "")) for tag in form.select(FIELDS) if tag["name"] != "_once"
            }
            kind = re.sub(r"[A-Z]+-[\d-]+|\d+", "#", action)
            if action != "/keluar" and kind not in found:
                found[kind] = (who, action, list(fields.items()))
    return list(found.values())


def _leads_to(page: str) -> set[str]:
    """The addresses in this house that its links and forms lead to, without what follows the question mark."""
    found = BeautifulSoup(page, "html.parser")
    named = (tag[name] for name in ("href", "action", "hx-get") for tag in found.select(f"[{name}]"))
    return {urlsplit(str(address)).path for address in named}


def _odd_name(name: str) -> str:
    """A field named for a row names one that cannot be."""
    return re.sub(r"-\d+$", f"-{UNREADABLE}", name)


def _short(odd: str | bytes) -> str:
    return repr(odd)[:24]


def _status(browser: FlaskClient, address: str, **how) -> int:
    """How the request was answered, after the whole answer was read: a list may fail while it is written."""
    return browser.open(address, buffered=True, **how).status_code


def _failures(answers: dict[tuple, int]) -> list[tuple]:
    """Who asked for what, where the answer was a failure."""
    return [asked for asked, status in answers.items() if status >= 500]
