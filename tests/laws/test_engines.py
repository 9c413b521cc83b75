"""Law 16: which database the office is kept in is known in `pst/models/engines/` alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.tree import modules, name, nodes

DRIVERS = re.compile(r"(sqlite3|psycopg|playhouse\.(?!migrations$|shortcuts$|migrate$))")
ENGINES = re.compile(r"\w*(Sqlite|Postgresql|MySQL|FTS)\w*(Database|Model)")
OWN_WORDS = re.compile(
    r"\b(PRAGMA|FTS5|sqlite_\w+|pg_\w+|TSVECTOR|BEGIN IMMEDIATE|MATCH(?= \?)|(?:words|stems)(?= : \x22))", re.IGNORECASE
)
FIXED = "migrations"
"""What earlier versions did to the one engine there was stays as it was written."""


def test_nobody_else_speaks_the_words_of_a_database():
    outside = [path for path in modules() if "engines" not in path.parts and FIXED not in path.parts]

    assert {name(path): said for path in outside if (said := list(_spoken(path)))} == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import sqlite3", ["sqlite3"]),
        ("from playhouse.sqlite_ext import FTS5Model", ["playhouse.sqlite_ext", "FTS5Model"]),
        ("from playhouse.shortcuts import model_to_dict", []),
        ("from peewee import SqliteDatabase", ["SqliteDatabase"]),
        ("database.execute_sql('PRAGMA query_only')", ["PRAGMA"]),
        ("parts = [f'words : \"{word}\"' for word in wanted]", ["words"]),
        ('"""It lies beside pst.sqlite3; SQLite keeps one file."""', []),
    ],
)
def test_the_law_hears_them(line: str, found: list[str], tmp_path: Path):
    module = tmp_path / "module.py"
    module.write_text(line, encoding="utf-8")

    assert list(_spoken(module)) == found


def _spoken(module: Path) -> Iterator[str]:
    for node in nodes(module):
        match node:
            case ast.ImportFrom(module=str(source), names=names):
                yield from filter(DRIVERS.match, [source])
                yield from (alias.name for alias in names if ENGINES.fullmatch(alias.name))
            case ast.Import(names=names):
                yield from (alias.name for alias in names if DRIVERS.match(alias.name))
            case ast.Constant(value=str(text)):
                yield from OWN_WORDS.findall(text)
