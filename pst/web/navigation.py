"""What stands in the masthead, for whom."""

from flask import Request

from pst.models.accounts.users import User
from pst.rules.office import guide
from pst.rules.office.guide.page import Page
from pst.rules.roles import STAFF, Role

Links = tuple[tuple[str, str], ...]

PUBLIC = (
    ("Beranda", "/"),
    ("Standar pelayanan", "/standar-pelayanan"),
    ("Katalog", "/katalog"),
    ("Lacak", "/lacak"),
    ("Pengaduan", "/pengaduan"),
)
APPLICANT = (("Permohonan saya", "/permohonan"),)
WORK = (
    ("Pekerjaan", "/petugas"),
    ("Permohonan", "/petugas/permohonan"),
    ("Register surat", "/petugas/surat"),
    ("Pengaduan", "/petugas/pengaduan"),
    ("Buku tamu", "/petugas/tamu"),
)
COUNTER = (("Loket", "/petugas/loket"),)
GUIDE = "/bantuan"
ADMIN = (("Surel keluar", "/petugas/surel"), ("Kantor", "/petugas/kantor"))
BELOW = {
    "/petugas/katalog": "/katalog",
    "/petugas/kalender": "/petugas/permohonan",
    "/petugas/temuan": "/petugas/permohonan",
}
"""Rooms that belong to a link whose address does not begin theirs."""


def for_user(user: User, path: str) -> list[tuple[str, str, bool]]:
    """(label, address, whether we are there) in the order they are read."""
    links = _links(hats(user))
    path = next((link for room, link in BELOW.items() if path.startswith(room)), path)
    here = max(
        (url for _, url in links if path == url or (url != "/" and path.startswith(f"{url}/"))), key=len, default=""
    )
    return [(label, url, url == here) for label, url in links]


def may_apply(user: User) -> bool:
    """Whether an invitation to apply leads this person anywhere: applicants, and visitors through the door."""
    return not user.is_authenticated or user.has(Role.APPLICANT)


def beginning(user: User) -> tuple[str, str]:
    """(label, address) of where this person's work begins."""
    if not user.is_authenticated or not user.roles & STAFF:
        return "Ajukan permohonan", "/permohonan/baru"
    if user.has(Role.OFFICER, Role.HEAD):
        return "Buka pekerjaan", "/petugas"
    return "Buka pengaturan kantor", "/petugas/kantor"


def hats(user: User) -> frozenset[Role]:
    """What this person is here; nothing without an account."""
    return frozenset(user.roles) if user.is_authenticated else frozenset()


def help_at(user: User, request: Request) -> tuple[str, str]:
    """(title, address) of the page of the guide that tells of this place, else of all its pages."""
    endpoint, section = request.endpoint or "", _section(request)
    page = guide.page_of((f"{endpoint}?{section}", endpoint, request.blueprint or ""), hats(user))
    return (page.title, guide_address(page)) if page else ("", GUIDE)


def _section(request: Request) -> str:
    """The part of a case that is shown; an address of broken bytes, which is about to be refused, names none."""
    try:
        return request.args.get("lihat", "")
    except UnicodeDecodeError:
        return ""


def guide_address(page: Page) -> str:
    """Where a page of the guide stands: those of the staff under the staff's own door."""
    return f"{'/petugas' if page.reader.roles else ''}{GUIDE}/{page.name}"


def work_trail(*further: tuple[str, str]) -> list[tuple[str, str]]:
    """The breadcrumbs of a page of the office: the work list, then (label, address) down to this page."""
    return [WORK[0], *further]


def _links(mine: frozenset[Role]) -> Links:
    if not mine:
        return PUBLIC
    if not mine & STAFF:
        return (PUBLIC[0], *APPLICANT, *PUBLIC[2:])
    work = WORK if mine & {Role.OFFICER, Role.HEAD} else ()
    counter = COUNTER if Role.OFFICER in mine else ()
    return (*work, *counter, ("Katalog", "/katalog"), *(ADMIN if Role.ADMIN in mine else ADMIN[:1]))
