"""A register of the product, described once: its list, its filters in the address, its files to take away."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.models.accounts.kept_filters import KeptFilter
from pst.models.narrowing import Filter, Wanted
from pst.models.paging import Page, Place, Sort
from pst.rules.roles import STAFF
from pst.web.downloads import csv_answer, xlsx_answer
from pst.web.navigation import hats
from pst.web.querying import FALLING, ORDER, filters_asked, page_links, place_asked, read_wanted, text_of, with_query
from pst.web.walking import way_into

SEPARATOR, SEMICOLON = "pemisah", "titik-koma"
"""How an address asks for a CSV that Indonesian spreadsheets open without asking."""

FORMATS = (
    ("CSV", {"kind": "csv"}),
    ("CSV titik koma", {"kind": "csv", SEPARATOR: SEMICOLON}),
    ("XLSX", {"kind": "xlsx"}),
)


class Column(NamedTuple):
    """One column of the files: its head, and the cell it makes of a row; the name of a field stands for itself."""

    head: str
    cell: str | Callable[[Any], object]

    def of(self, row: Any) -> object:
        return getattr(row, self.cell) if isinstance(self.cell, str) else self.cell(row)


@dataclass(frozen=True)
class Register:
    """What is the same in every register. The rows of its page are drawn by its own template.

    `address` is the endpoint of the list; `files` that of its files, whose view is given `kind`: csv or xlsx.
    """

    address: str
    filters: tuple[Filter, ...]
    page: Callable[[Wanted, Place], Page]
    sorts: tuple[Sort, ...] = ()
    """The orders it can be read in besides its own."""
    ranked: bool = False
    """Words that are looked for put what fits best on top, and leave no other order."""
    rows: Callable[[Wanted], Iterable[Any]] | None = None
    columns: tuple[Column, ...] = ()
    title: str = ""
    files: str = ""
    file_name: str = ""
    """What its files are called, before the day."""
    personal: str = ""
    """What the log of looks calls it where its files carry personal data: whoever takes one away is remembered."""


class Field(NamedTuple):
    """A filter as its control is drawn."""

    filter: Filter
    value: Any
    options: list[tuple[Any, str]]


class Heading(NamedTuple):
    """A heading that orders the register: where it leads, and the way the rows go now, as `aria-sort` says it."""

    url: str
    way: str


class Kept(NamedTuple):
    """A filter with a name: where it leads, whether the register stands so now, and `drop`, where it is one's own."""

    name: str
    url: str
    chosen: bool
    owner: str
    drop: str


class Listed(NamedTuple):
    """One page of a register, as kit/registers.html draws it; `clear` is the address without filters.

    `sorts` are the headings that order it; `order` says how its rows stand. Where another than
    its own was `asked` for, `unsorted` leads back to that.
    `kept` are the filters with a name that this reader may use here, and `query` what may be kept now.
    `way` is what links to its cases end with, so that their pages lead on through the list.
    """

    rows: list[Any]
    fields: list[Field]
    newer: str
    older: str
    action: str
    clear: str
    way: str
    files: list[tuple[str, str]]
    sorts: dict[str, Heading]
    order: str
    asked: str
    unsorted: str
    kept: list[Kept]
    query: str

    def without(self, *names: str) -> "Listed":
        """The same where nobody asked for these filters: the list is narrowed by them when it opens."""
        return self._replace(
            fields=[field._replace(value=None) if field.filter.name in names else field for field in self.fields],
            clear="",
        )


def wanted_of(register: Register) -> Wanted:
    """What the address asks for, and who asks."""
    return read_wanted(register.filters, text_of)


def listed(register: Register, wanted: Wanted) -> Listed:
    """The page of the register that the address asks for, `wanted` as it was read from there."""
    sorts = () if register.ranked and wanted["cari"] else register.sorts
    place = place_asked(sorts)
    page = register.page(wanted, place)
    action = url_for(register.address)
    may_keep = bool(hats(current_user) & STAFF)
    return Listed(
        rows=page.rows,
        fields=[Field(each, wanted[each.name], list(each.options())) for each in register.filters],
        **page_links(register.address, page),
        action=action,
        clear="" if wanted.is_empty else action,
        way=way_into(filters_asked()),
        files=[(label, with_query(register.files, **how)) for label, how in FORMATS] if register.files else [],
        sorts={sort.label: _heading(register, sort, place) for sort in sorts},
        order=_in_words(place),
        asked=text_of(ORDER) if place.sort else "",
        unsorted=with_query(register.address, **{ORDER: None}) if place.sort else "",
        kept=_kept(action) if may_keep else [],
        query=urlencode(filters_asked()) if may_keep else "",
    )


def _heading(register: Register, sort: Sort, place: Place) -> Heading:
    """Pressed again, a heading turns the order round."""
    chosen = place.sort == sort or (place.sort is None and sort.by is None)
    rising = not place.rising if chosen else sort.rising
    way = ("ascending" if place.rising else "descending") if chosen else ""
    return Heading(with_query(register.address, **{ORDER: f"{'' if rising else FALLING}{sort.name}"}), way)


def _kept(action: str) -> list[Kept]:
    query, me = urlencode(filters_asked()), current_user.id
    return [
        Kept(
            row.name,
            f"{action}?{row.query}",
            row.query == query,
            "" if row.person == me else row.owner,
            url_for("kept_filters.drop", filter_id=row.id) if row.person == me else "",
        )
        for row in KeptFilter.at(action, current_user)
    ]


def _in_words(place: Place) -> str:
    if place.sort is None:
        return "yang terbaru di atas"
    return f"menurut {place.sort.label.lower()}, {'menaik' if place.rising else 'menurun'}"


def narrowed_to(address: str, filters: Mapping[str, Any]) -> str:
    """The page of the register at this address with these filters, as a count leads to it."""
    values: dict[str, Any] = {name: 1 if value is True else value for name, value in filters.items()}
    return url_for(address, **values)


def file_of(register: Register, wanted: Wanted, kind: str) -> Response:
    """The whole register, narrowed like its page, as a table for spreadsheets; a personal one leaves a trace."""
    if register.personal:
        audit.record_look(current_user, register.personal, clock.now(), f"Mengunduh ({kind.upper()})")
    header, cells = table_of(register, wanted)
    name = f"{register.file_name}-{wanted.today}.{kind}"
    if kind == "xlsx":
        return xlsx_answer(register.title, header, cells, name)
    return csv_answer(header, cells, name, ";" if text_of(SEPARATOR) == SEMICOLON else ",")


def serve_files(blueprint: Blueprint, path: str, register: Register, who: Callable[[Any], Any]) -> None:
    """Put the register's files beside its list: `path`.csv and `path`.xlsx, for whom the mark `who` names."""

    @who
    def as_file(kind: str) -> Response:
        """The register as a table for spreadsheets, narrowed as its list is."""
        return file_of(register, wanted_of(register), kind)

    for kind in ("csv", "xlsx"):
        blueprint.add_url_rule(f"{path}.{kind}", "as_file", as_file, defaults={"kind": kind})


def table_of(register: Register, wanted: Wanted) -> tuple[list[str], Iterator[list[object]]]:
    """The heads of its columns, and its rows as they are read."""
    assert register.rows is not None, f"{register.address} is not taken away"
    cells = ([column.of(row) for column in register.columns] for row in register.rows(wanted))
    return [column.head for column in register.columns], cells
