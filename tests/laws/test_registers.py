"""Law 14: what narrows a register narrows all of it: the next page and every file to take away.

A filter is one row of a description. Each is set here as its control would set it; every address that the list then
leads to must, when it is opened, ask for the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from peewee import SqliteDatabase

from pst.models.narrowing import Filter, Flag, Number, Wanted, Words
from pst.models.paging import Page, Place, Sort
from pst.web.querying import place_asked
from pst.web.registers import Register, listed, wanted_of
from tests.factories import user
from tests.laws.tree import PST, modules

ROW = SimpleNamespace(id=5)
A_DAY = "2026-11-23"


def registers() -> list[Register]:
    """Every register there is, in the order of its address."""
    rooms = [".".join(("pst", *path.relative_to(PST).with_suffix("").parts)) for path in modules("views")]
    values = [value for room in rooms for value in vars(import_module(room)).values()]
    found = {value.address: value for value in values if isinstance(value, Register)}
    assert len(found) >= 8, "the law looks for registers in the wrong rooms"
    return [found[address] for address in sorted(found)]


@pytest.mark.parametrize("register", registers(), ids=lambda register: register.address)
def test_filters_survive_the_next_page_and_every_file(app: Flask, db, register: Register):
    asked = {each.name: _typed(each) for each in register.filters}
    turned = replace(register, page=lambda wanted, place: Page([ROW], newer=7, older=3))
    with app.test_request_context(query_string={**asked, "sebelum": 9}):
        wanted = wanted_of(register)
        page = listed(turned, wanted)

    assert wanted.filters.keys() == asked.keys(), "a filter does not understand its own control"
    assert _asked_by(app, register, page.newer) == (wanted.filters, Place(newer_than=7))
    assert _asked_by(app, register, page.older) == (wanted.filters, Place(older_than=3))
    for _, address in page.files:
        assert _asked_by(app, register, address) == (wanted.filters, Place())


@pytest.mark.parametrize("register", registers(), ids=lambda register: register.address)
def test_names_in_addresses_are_kebab_case_and_belong_to_one_filter(register: Register):
    names = [each.name for each in register.filters]

    assert len(set(names)) == len(names)
    assert [name for name in names if not name.replace("-", "").isalpha() or name != name.lower()] == []


@pytest.mark.parametrize(
    ("register", "sort"),
    [(register, sort) for register in registers() for sort in register.sorts],
    ids=lambda it: getattr(it, "address", "") or it.name,
)
@pytest.mark.parametrize("rising", [True, False])
def test_an_order_is_found_in_an_index(plans, register: Register, sort: Sort, rising: bool):
    register.page(Wanted(user("petugas")), Place(sort=sort, rising=rising))

    assert plans and [step for steps in plans for step in steps if "TEMP B-TREE" in step] == []


@pytest.fixture
def plans(db: SqliteDatabase, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """How the database goes about each question it is asked from now on."""
    found, asked = [], db.execute_sql

    def explained(sql: str, params: Sequence = ()) -> Any:
        if "LIMIT" in sql:
            found.append([step for *_, step in asked(f"EXPLAIN QUERY PLAN {sql}", params)])
        return asked(sql, params)

    monkeypatch.setattr(db, "execute_sql", explained)
    return found


def _asked_by(app: Flask, register: Register, address: str) -> tuple[dict, Place]:
    with app.test_request_context(address):
        return dict(wanted_of(register).filters), place_asked()


def _typed(each: Filter) -> str:
    """What the control of this filter would send."""
    if isinstance(each, Number | Flag):
        return "1"
    return "dua kata" if isinstance(each, Words) else next(iter(_options(each)), A_DAY)


def _options(each: Filter) -> Iterator[str]:
    return (str(code) for code, _ in each.options())
