"""Every page that links lead to, one of each kind."""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

PAPERS = re.compile(r"\.(pdf|csv|xlsx|json)$|/berkas/\d+$")
NAMES = (
    (re.compile(r"REK-[\d-]+"), "<number>"),
    (re.compile(r"(?<=/lacak/).+|(?<=/verifikasi/).+"), "<code>"),
    (re.compile(r"(?<=/katalog/).+"), "<identity>"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "<day>"),
    (re.compile(r"(?<!/blok)/\d+"), "/<id>"),
)
"""What stands in an address for one of many; blocks of the form are kept apart, each asks something else."""


def kind_of(address: str) -> str:
    """The address without what differs between pages of one kind: `/petugas/permohonan/<number>?lihat=jam`."""
    parts = urlsplit(address)
    path = parts.path
    for pattern, name in NAMES:
        path = pattern.sub(name, path)
    section = parse_qs(parts.query).get("lihat", [])
    return f"{path}?lihat={section[0]}" if section else path


def pages(page: Page, site: str, start: str, within: str) -> Iterator[str]:
    """Opens one page of each kind whose kind matches `within` from its beginning; yields the kind.

    Fails where a link leads to nothing, also one to a paper or out of `within`.
    """
    waiting, met = deque([start]), {kind_of(start)}
    while waiting:
        address = waiting.popleft()
        answer = page.goto(address)
        assert answer and answer.status == 200, f"{address} answered {answer and answer.status}"
        yield kind_of(address)
        for link in _links(page, site):
            if kind_of(link) in met:
                continue
            met.add(kind_of(link))
            if re.match(within, kind_of(link)) and not PAPERS.search(urlsplit(link).path):
                waiting.append(link)
            else:
                assert page.request.get(link).ok, f"{address} leads to {link}, which is nothing"


def _links(page: Page, site: str) -> list[str]:
    found = page.eval_on_selector_all("a[href]", "links => links.map((link) => link.href.split('#')[0])")
    return [address.removeprefix(site) for address in found if address.startswith(site)]
