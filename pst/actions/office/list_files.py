"""Agencies and people taken from a list the office has already: looked over row by row, then all of it or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pst.actions import lists
from pst.actions.accounts import accounts
from pst.actions.office.agencies import AGENCIES
from pst.exchange.lists import ListRefused, refuse_by_half, rows_of, under_heads
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.questionnaires.kinds import Email
from pst.rules import wording
from pst.rules.items import Item
from pst.rules.office.settings import PHONE, checked
from pst.rules.refusals import Refusal
from pst.rules.review.labels import ROLE_LABELS
from pst.rules.roles import ACCOUNT_ROLES, Role

MOST = 1_000
MAILBOX = Email("", "", "", "", dash_allowed=False)
ROLES = {ROLE_LABELS[role].lower(): role for role in ACCOUNT_ROLES} | {"admin": Role.ADMIN}
AGENCY_HEADS = ("instansi", "nama instansi", "opd", "nama opd", "perangkat daerah", "dinas", "nama dinas", "unit kerja")
SHARED_HEADS = {
    "phone": ("telepon", "telp", "no telepon", "nomor telepon", "no hp", "hp", "nomor hp"),
    "email": ("surel", "alamat surel", "email", "e mail", "alamat email", "surel instansi"),
}

Values = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """One row of the file, by the codes of what is asked; `why` it cannot be taken, or nothing."""

    line: int
    values: Values
    why: str = ""


@dataclass(frozen=True)
class LookedOver:
    """A list before it is taken: rows that are new, those that are here already, those that cannot be taken."""

    new: list[Line] = field(default_factory=list)
    known: list[Line] = field(default_factory=list)
    unusable: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class ListFile:
    """One kind of list. `heads` are the names people give the columns, `key` is what tells two entries apart.

    `known` gives the keys that are here already, `understand` makes values of a row's texts and raises `Refusal`, and
    `add` takes one row inside the transaction.
    """

    items: tuple[Item, ...]
    heads: Mapping[str, tuple[str, ...]]
    key: str
    known: Callable[[], set[str]]
    understand: Callable[[Values], Values]
    add: Callable[[Values, User, datetime], object]


def look_over(kind: ListFile, content: bytes) -> LookedOver:
    """Read a list and say of every row whether it can be taken. Raises `ListRefused`, `UploadRefused`."""
    return _compared(kind, _read(kind, content))


def take(kind: ListFile, content: bytes, actor: User, at: datetime) -> LookedOver:
    """Take every new row. Raises `Refusal` where one cannot be taken: then none is."""
    rows = _read(kind, content)
    with write():
        found = _compared(kind, rows)
        refuse_by_half(found.unusable)
        for line in found.new:
            kind.add(line.values, actor, at)
    return found


def _read(kind: ListFile, content: bytes) -> list[tuple[int, dict[str, str]]]:
    """Each row's line, and its cells by their columns."""
    needed = next(item.label.lower() for item in kind.items if item.code == kind.key)
    lacking = f"Tidak ada kolom {needed}. Beri nama kolomnya pada baris judul."
    heads, rows = under_heads(rows_of(content), kind.heads, kind.key, lacking)
    if len(rows) > MOST:
        raise ListRefused(f"Paling banyak {wording.number(MOST)} baris dalam satu berkas. Pecah berkasnya.")
    return [(number, dict(zip(heads, cells, strict=False))) for number, cells in rows]


def _compared(kind: ListFile, rows: list[tuple[int, dict[str, str]]]) -> LookedOver:
    """Compare each row with those before it and with what is here already."""
    found, known, seen = LookedOver(), kind.known(), dict[str, int]()
    for number, cells in rows:
        line = _line(kind, number, cells)
        key = str(line.values.get(kind.key, "")).casefold()
        if key in known:
            found.known.append(line)
        elif line.why or key in seen:
            found.unusable.append(line if line.why else Line(number, line.values, f"Sama dengan baris {seen[key]}."))
        else:
            found.new.append(line)
        seen.setdefault(key, number)
    return found


def _line(kind: ListFile, number: int, cells: Mapping[str, str]) -> Line:
    texts: Values = {item.code: cells.get(item.code, "") for item in kind.items}
    try:
        values = {item.code: _value(item, texts[item.code]) for item in kind.items}
        return Line(number, kind.understand(values))
    except Refusal as refusal:
        return Line(number, texts, str(refusal))


def _value(item: Item, text: str) -> object:
    if item.kind == "email" and (problem := MAILBOX.problem(text)):
        raise Refusal(f"{item.label}: {problem}")
    try:
        return checked(item, MAILBOX.clean(text) if item.kind == "email" else text)
    except Refusal as refusal:
        raise Refusal(f"{item.label}: {refusal}") from None


def _whole_agency(values: Values) -> Values:
    return {**values, "active": True}


def _add_agency(values: Values, actor: User, at: datetime) -> None:
    lists.add(AGENCIES, values, actor, at)


def _whole_person(values: Values) -> Values:
    """Roles and agency are named; whoever has an agency and no role is an applicant."""
    words = [word.strip().lower() for word in str(values["roles"]).replace(";", ",").split(",") if word.strip()]
    unknown = [word for word in words if word not in ROLES]
    if unknown:
        raise Refusal(
            f"Peran {wording.enumeration(unknown)} tidak dikenal: tulis pemohon, petugas, kepala, atau admin."
        )
    agency = Agency.named(values["agency"]) if values["agency"] else None
    if values["agency"] and agency is None:
        raise Refusal(f"Instansi “{values['agency']}” belum ada dalam daftar.")
    roles = sorted({ROLES[word] for word in words}) or ([Role.APPLICANT] if agency else [])
    if not roles:
        raise Refusal("Peran belum diisi.")
    if Role.APPLICANT in roles and agency is None:
        raise Refusal("Instansi pemohon belum diisi.")
    return {**values, "roles": roles, "agency": agency}


def _add_person(values: Values, actor: User, at: datetime) -> None:
    accounts.create_user(actor=actor, at=at, **values)


AGENCY_LIST = ListFile(
    items=tuple(item for item in AGENCIES.items if item.kind != "check"),
    heads={
        **SHARED_HEADS,
        "name": ("nama", *AGENCY_HEADS),
        "address": ("alamat", "alamat kantor"),
        "leader": ("jabatan pimpinan", "pimpinan", "kepala"),
    },
    key="name",
    known=lambda: {row.name.casefold() for row in Agency.select(Agency.name)},
    understand=_whole_agency,
    add=_add_agency,
)
PEOPLE_LIST = ListFile(
    items=(
        Item("name", "Nama lengkap", required=True, limit=120),
        Item("email", "Alamat surel", "email", required=True, limit=254),
        Item("roles", "Peran"),
        Item("agency", "Instansi"),
        Item("position", "Jabatan", limit=120),
        Item("phone", "Telepon", limit=30, check=PHONE),
    ),
    heads={
        **SHARED_HEADS,
        "name": ("nama", "nama lengkap", "nama pegawai"),
        "roles": ("peran", "role", "tugas"),
        "agency": AGENCY_HEADS,
        "position": ("jabatan",),
    },
    key="email",
    known=lambda: {row.email.casefold() for row in User.select(User.email)},
    understand=_whole_person,
    add=_add_person,
)
