"""Trying every address of the house as one person, and reading whatever comes back: pages, tables, papers, files."""

import io
import itertools
import re
from collections.abc import Iterable, Iterator

from flask import Flask
from openpyxl import load_workbook
from werkzeug.routing import IntegerConverter, Rule

from pst.models.complaints.dialogue import ComplaintFile
from tests.browsing import Browsing
from tests.paper.reading import flat, words_of

LEAVES = ("/keluar", "/akun", "/masuk", "/admin-pertama")
"""Addresses that end or change the session of whoever posts there."""
NEAR = (
    ("/petugas/tamu", "KUN-2026-0001", ("",)),
    ("/petugas/pengaduan/kotak", "BAK-2026-001", ("", "/berita-acara.pdf")),
)
"""(place, key, pages): where a complaint might shine through besides its own addresses."""
CHANGING = re.compile(
    r'name="(?:csrf_token|_once|challenge|_run)" (?:id="\w+" )?(?:type="hidden" )?value="[^"]*"'
    r'|name="csrf-token" content="[^"]*"'
)
"""Tokens, new on every page."""


def everywhere(app: Flask, method: str, number: str) -> list[str]:
    """Every address with the complaint's number and the id of its file in every place, and where it might shine
    through: the visit that was linked with it, the opening of the box it lay in."""
    near = [f"{place}/{key}{page}" for place, key, pages in NEAR for page in pages] if method == "GET" else []
    files = [row.id for row in ComplaintFile.select()]
    return [*every_address(app, method, [number], [1, *files]), *near]


def at_the_desk(app: Flask, number: str) -> list[str]:
    """The addresses of the officers' desk among them."""
    return [
        address
        for address in everywhere(app, "GET", number)
        if address.startswith(("/petugas/pengaduan", "/petugas/tamu"))
    ]


def every_address(app: Flask, method: str, words: Iterable[str], numbers: Iterable[int]) -> Iterator[str]:
    """Each address that takes this method, with every word and number in every place it can stand."""
    for rule in app.url_map.iter_rules():
        if method in (rule.methods or ()):
            yield from _filled(app, rule, list(words), list(numbers))


def opened(person: Browsing, addresses: Iterable[str]) -> dict[str, str]:
    """What each address tells this person, as text; what does not exist for anybody here is left out."""
    told = {}
    for address in addresses:
        answer = person.get(address, expect_errors=True)
        if answer.status_int != 404:
            told[address] = f"{answer.status_int} {answer.headers.get('Location', '')} {read(answer)}"
    return told


def posted(person: Browsing, addresses: Iterable[str]) -> dict[str, tuple[int, str]]:
    """What each address answers to an empty form, with its status."""
    answers = {}
    for address in addresses:
        if not address.startswith(LEAVES):
            answer = person.post(address, {}, expect_errors=True)
            answers[address] = (answer.status_int, f"{answer.headers.get('Location', '')} {read(answer)}")
    return answers


def answer_of(person: Browsing, address: str) -> tuple[int, str]:
    answer = person.get(address, expect_errors=True)
    return answer.status_int, flat(answer.html.find("main").get_text()).split("sebutkan kode rujukan")[0]


def read(answer) -> str:
    """The words of an answer, whatever it is: page, CSV, workbook, PDF."""
    if "spreadsheet" in answer.content_type:
        book = load_workbook(io.BytesIO(answer.body))
        return "\n".join(
            " ".join(str(cell) for cell in row) for sheet in book for row in sheet.iter_rows(values_only=True)
        )
    if answer.content_type == "application/pdf":
        return words_of(answer.body)
    return CHANGING.sub("", answer.body.decode("utf-8", "replace"))


def telling(told: dict[str, str], secrets: Iterable[str]) -> dict[str, list[str]]:
    """Which addresses gave which of these words away; words in the asked address itself do not count as told."""
    found = {
        address: [secret for secret in secrets if secret in text.replace(address, "")] for address, text in told.items()
    }
    return {address: words for address, words in found.items() if words}


def _filled(app: Flask, rule: Rule, words: list[str], numbers: list[int]) -> Iterator[str]:
    kinds = rule._converters
    choices = [numbers if isinstance(kind, IntegerConverter) else words for kind in kinds.values()]
    url = app.url_map.bind("pst.test")
    for values in itertools.product(*choices):
        yield url.build(rule.endpoint, {**dict(zip(kinds, values, strict=True)), **(rule.defaults or {})})
