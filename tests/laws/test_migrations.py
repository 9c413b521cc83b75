"""Law 7: the database that migrations make is the database that the tables describe."""

import ast
from pathlib import Path

from peewee import SqliteDatabase

from pst.models import schema
from pst.models.engines.sqlite import Sqlite
from tests.laws.tree import modules, name, nodes
from tests.migrations.columns import columns, differences, triggers


def test_the_migrated_database_has_every_table_column_and_index(db: SqliteDatabase):
    assert differences(db) == ""


def test_the_migrated_columns_have_the_described_types_and_rules(db: SqliteDatabase):
    described = Sqlite(":memory:")
    with described.bind_ctx(schema.TABLES):
        described.create_tables(schema.TABLES)

    assert columns(db) == columns(described)


def test_the_migrated_tables_refuse_what_never_happens(db: SqliteDatabase):
    assert triggers(db) == {
        *("event_stays", "event_remains", "letter_stays", "letter_remains", "letter_stays_void"),
        *("signed_copy_stays", "signed_copy_remains", "initial_stays", "book_entry_stays", "book_entry_remains"),
        *("complaint_letter_stays", "complaint_letter_remains"),
    }


def test_a_migration_knows_no_table_of_today():
    """One that reads the tables changes with them: old offices and new ones would differ unnoticed."""
    assert {name(path): said for path in modules("migrations") if (said := _imports_of_ours(path))} == {}


def _imports_of_ours(migration: Path) -> list[str]:
    froms = [node.module or "" for node in nodes(migration) if isinstance(node, ast.ImportFrom)]
    plain = [alias.name for node in nodes(migration) if isinstance(node, ast.Import) for alias in node.names]
    return [module for module in froms + plain if module.split(".")[0] == "pst"]
