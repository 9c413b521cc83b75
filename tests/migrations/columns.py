"""What SQLite knows of a database's tables, in an order that does not depend on when columns were added."""

from peewee import SqliteDatabase
from playhouse.schema_diff import diff_models

from pst.models import schema
from pst.models.search import WordIndex

HISTORY = "schema_migration"
"""The runner's own table: which migrations this database has seen."""
POSITIONS = {"table_info": slice(1, None), "foreign_key_list": slice(2, 7)}


def columns(database: SqliteDatabase) -> dict[str, list[tuple]]:
    """Table → (name, type, not null, default, primary key) of each column, and its foreign keys."""
    names = [name for name in database.get_tables() if name != HISTORY]
    return {name: [row for pragma in POSITIONS for row in _rows(database, pragma, name)] for name in names}


def differences(database: SqliteDatabase) -> str:
    """What the tables describe otherwise than the database has it; the engine itself makes the indexes of words."""
    return str(diff_models(database, [table for table in schema.TABLES if not issubclass(table, WordIndex)]))


def triggers(database: SqliteDatabase) -> set[str]:
    """What the tables refuse, by name; a table that is written anew loses them."""
    return {name for (name,) in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}


def _rows(database: SqliteDatabase, pragma: str, table: str) -> list[tuple]:
    return sorted((row[POSITIONS[pragma]] for row in database.execute_sql(f'PRAGMA {pragma}("{table}")')), key=repr)
