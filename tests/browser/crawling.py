"""Every page that links lead to, one of each kind."""

import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

HREF = re.compile(r'<a [^>]*href="(/[^"#]*)')
PAPERS = re.compile(r"\.(pdf|csv|xlsx|json|txt|xml|zip|ics)$|^/api/v1/|/berkas/\d+$")
NAMES = (
    (re.compile(r"[A-Z]{3}-[\d-]+"), "<number>"),
    (re.compile(r"(?<=/lacak/).+|(?<=/verifikasi/).+"), "<code>"),
    (re.compile(r"(?<=/katalog/).+"), "<identity>"),
    (re.compile(r"(?<=/bantuan/).+"), "<task>"),
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


def pages(page: Page, site: str, starts: tuple[str, ...], within: str) -> Iterator[str]:
    """Opens `starts`, and one page of each kind whose kind matches `within` from its beginning; yields the kind.

    Cases differ in what can be done with them: those that are not opened are read for the links they hold.
    Fails where a link leads to nothing, also one to a paper or out of `within`.
    """
    waiting, met, read = deque(starts), set(map(kind_of, starts)), set(starts)
    while waiting:
        address = waiting.popleft()
        answer = page.goto(address)
        assert answer and answer.status == 200, f"{address} answered {answer and answer.status}"
        yield kind_of(address)
        links = _links(page, site)
        for link in links:  # grows while it is walked
            kind, path = kind_of(link), urlsplit(link).path
            drawn = bool(re.match(within, kind)) and not PAPERS.search(path)
            if kind not in met:
                met.add(kind)
                if drawn:
                    waiting.append(link)
                else:
                    assert page.request.get(link).ok, f"{address} leads to {link}, which is nothing"
            elif drawn and "<number>" in kind and path not in read:
                links.extend(map(unescape, HREF.findall(page.request.get(link).text())))
            read.add(path)


def _links(page: Page, site: str) -> list[str]:
    found = page.eval_on_selector_all("a[href]", "links => links.map((link) => link.href.split('#')[0])")
    return [address.removeprefix(site) for address in found if address.startswith(site)]
