"""A register described: read from the address, shown page by page, taken away as files."""

import csv
import io
from collections import namedtuple

import pytest
from openpyxl import load_workbook

from pst.models.audit import Look
from pst.models.narrowing import Choice, Search, Wanted
from pst.models.paging import Page
from pst.web.registers import Column, Register, file_of, listed, narrowed_to, table_of, wanted_of
from tests import factories

Row = namedtuple("Row", "id number")
ROWS = [Row(2, "B"), Row(1, "A")]
REGISTER = Register(
    address="catalogue.index",
    filters=(Search("cari", "Cari"), Choice("cara", "Cara", labels={"survei": "Survei"})),
    page=lambda wanted, place: Page(ROWS, newer=None, older=1),
    rows=lambda wanted: iter(ROWS),
    columns=(Column("nomor", "number"), Column("nilai", lambda row: row.id / 2)),
    title="Katalog",
    files="catalogue.as_file",
    file_name="katalog",
)


@pytest.fixture
def at(app, monday):
    """`with at(query)`: somebody without an account asks for the register."""
    return lambda query="": app.test_request_context(f"/katalog{query}")


def test_filters_are_read_from_the_address_and_stand_in_their_controls(at):
    with at("?cari=survei+harga&cara=aneh"):
        wanted = wanted_of(REGISTER)
        page = listed(REGISTER, wanted)

    assert (wanted.filters, page.clear) == ({"cari": "survei harga"}, "/katalog")
    assert [(field.value, field.options) for field in page.fields] == [
        ("survei harga", []),
        (None, [("survei", "Survei")]),
    ]


def test_a_list_nobody_narrowed_has_nothing_to_clear(at):
    with at():
        page = listed(REGISTER, wanted_of(REGISTER))

    assert (page.rows, page.clear, page.newer, page.older) == (ROWS, "", "", "/katalog?sebelum=1")


def test_what_narrows_a_list_before_anybody_asks_looks_unset(at):
    with at("?cari=survei&cara=survei"):
        page = listed(REGISTER, wanted_of(REGISTER)).without("cari")

    assert ([field.value for field in page.fields], page.clear) == ([None, "survei"], "")


def test_a_count_leads_to_the_list_with_its_filters(at):
    with at("?cari=x"):
        assert narrowed_to(REGISTER.address, {"cara": "survei", "saya": True}) == "/katalog?cara=survei&saya=1"


@pytest.mark.parametrize(("separator", "sign"), [("", ","), ("?pemisah=titik-koma", ";"), ("?pemisah=x", ",")])
def test_a_table_is_separated_as_it_was_asked_for(at, separator, sign):
    with at(separator):
        answer = file_of(REGISTER, wanted_of(REGISTER), "csv")
        text = b"".join(answer.response).decode("utf-8-sig")
        answer.close()

    assert list(csv.reader(io.StringIO(text), delimiter=sign)) == [["nomor", "nilai"], ["B", "1.0"], ["A", "0.5"]]
    assert answer.headers["Content-Disposition"] == "attachment; filename=katalog-2026-11-23.csv"


def test_a_workbook_holds_the_same(at):
    with at():
        answer = file_of(REGISTER, wanted_of(REGISTER), "xlsx")
        content = b"".join(answer.response)
        answer.close()

    assert list(load_workbook(io.BytesIO(content))["Katalog"].values) == [("nomor", "nilai"), ("B", 1), ("A", 0.5)]


def test_a_table_is_read_row_by_row():
    heads, rows = table_of(REGISTER, Wanted())

    assert (heads, list(rows)) == (["nomor", "nilai"], [["B", 1.0], ["A", 0.5]])


@pytest.mark.parametrize(
    ("address", "what"), [("/petugas/permohonan", "submissions"), ("/petugas/pengaduan/daftar", "complaints")]
)
def test_whoever_takes_a_personal_register_away_is_remembered(browse, address, what):
    browse(factories.an_officer()).get(f"{address}.csv", status=200)

    assert [(look.what, look.why) for look in Look.select()] == [(what, "Mengunduh (CSV)")]
