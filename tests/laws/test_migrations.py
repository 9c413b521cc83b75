"""Law 7: the database that migrations make is the database that the tables describe."""

import ast
from pathlib import Path

from peewee import SqliteDatabase
from playhouse.schema_diff import diff_models

from pst.models import schema
from pst.models.base import Table
from tests.laws.tree import modules, name, nodes

HISTORY = "schema_migration"
"""The runner's own table: which migrations this database has seen."""


def test_the_list_of_tables_names_every_table():
    assert {table.__name__ for table in _heirs(Table)} - {table.__name__ for table in schema.TABLES} == set()


def test_the_migrated_database_has_every_table_column_and_index(db: SqliteDatabase):
    assert str(diff_models(db, schema.TABLES)) == ""


def test_the_migrated_columns_have_the_described_types_and_rules(db: SqliteDatabase):
    described = SqliteDatabase(":memory:")
    with described.bind_ctx(schema.TABLES):
        described.create_tables(schema.TABLES)

    assert _columns(db) == _columns(described)


def test_a_migration_knows_no_table_of_today():
    """One that reads the tables changes with them: old offices and new ones would differ unnoticed."""
    assert {name(path): said for path in modules("migrations") if (said := _imports_of_ours(path))} == {}


def _imports_of_ours(migration: Path) -> list[str]:
    froms = [node.module or "" for node in nodes(migration) if isinstance(node, ast.ImportFrom)]
    plain = [alias.name for node in nodes(migration) if isinstance(node, ast.Import) for alias in node.names]
    return [module for module in froms + plain if module.split(".")[0] == "pst"]


def _heirs(table: type[Table]) -> set[type[Table]]:
    return {heir for child in table.__subclasses__() for heir in {child, *_heirs(child)}}


def _columns(database: SqliteDatabase) -> dict[str, list[tuple]]:
    """Table → (name, type, not null, default, primary key) of each column, and its foreign keys."""
    names = [name for name in database.get_tables() if name != HISTORY]
    return {name: _rows(database, "table_info", name) + _rows(database, "foreign_key_list", name) for name in names}


def _rows(database: SqliteDatabase, pragma: str, table: str) -> list[tuple]:
    """What SQLite knows about the table, in an order that does not depend on when columns were added."""
    position = {"table_info": slice(1, None), "foreign_key_list": slice(2, 7)}[pragma]
    return sorted((row[position] for row in database.execute_sql(f'PRAGMA {pragma}("{table}")')), key=repr)
