"""INSERT … ON CONFLICT for the two engines of the record, which spell it alike but import it apart."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Table


def insert_new(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]], key: Sequence[str]) -> int:
    """Insert the rows whose key is not there yet, leave the others as they are; give how many were new."""
    make = _insert_of(connection)
    added = 0
    for row in rows:
        insert = make(table).values(**row).on_conflict_do_nothing(index_elements=list(key))
        # Not rowcount: it is -1 where SQLAlchemy adds a RETURNING of its own, as it does on PostgreSQL.
        added += len(connection.execute(insert.returning(table.c[key[0]])).all())
    return added


def insert_or_replace(connection: Connection, table: Table, row: Mapping[str, Any], key: Sequence[str]) -> None:
    """Insert the row, or give the row of the same key these values."""
    make = _insert_of(connection)
    changes = {name: value for name, value in row.items() if name not in key}
    connection.execute(make(table).values(**row).on_conflict_do_update(index_elements=list(key), set_=changes))


def _insert_of(connection: Connection) -> Any:
    """Give the `insert` of the engine that is connected to, whose dialect is loaded already."""
    return import_module(f"sqlalchemy.dialects.{connection.dialect.name}").insert
