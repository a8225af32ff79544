"""What keeps the record small and safe without anybody asking: old rows go, a copy is made."""

import contextlib
import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Select, Table, delete, select

from barometer.archive.leadership import LedRecord
from barometer.archive.record import Record
from barometer.archive.tables import outbox, slots

KEEP_HEARD = timedelta(days=30)
KEEP_SLOTS = timedelta(days=400)
KEEP_COPIES = 7
SLICE = 2_000
PAGES = 500  # of the database, copied at a time; writers get in between


def drop_old_rows(record: LedRecord, now: datetime) -> dict[str, int]:
    """Take out outbox rows that were heard and slots that were settled long ago, in slices; count them by table."""
    heard = select(outbox.c.id).where(outbox.c.done_at < now - KEEP_HEARD)
    settled = select(slots.c.id).where(slots.c.settled_at < now - KEEP_SLOTS)
    return {table.name: _drop(record, table, query) for table, query in ((outbox, heard), (slots, settled))}


def _drop(record: LedRecord, table: Table, wanted: Select[tuple[int]]) -> int:
    gone = 0
    while True:
        with record.reading() as connection:
            ids = list(connection.execute(wanted.limit(SLICE)).scalars())
        if not ids:
            return gone
        with record.writing() as connection:
            connection.execute(delete(table).where(table.c.id.in_(ids)))
        gone += len(ids)


def copy_record(record: Record, folder: Path, now: datetime) -> Path | None:
    """Copy a record on SQLite into the folder, whole and consistent, and keep the last seven copies.

    Gives the copy, None for PostgreSQL, which has tools of its own. A copy cut short leaves no file of that name.
    """
    source = record.engine.url.database
    if record.engine.dialect.name != "sqlite" or not source:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"record-{now:%Y%m%dT%H%M%SZ}.sqlite3"
    partial = copy.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(partial)) as new:
        old.backup(new, pages=PAGES)
        new.execute("PRAGMA journal_mode = DELETE")
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.rename(copy)
    for each in sorted(folder.glob("record-*.sqlite3"))[:-KEEP_COPIES]:
        each.unlink()
    return copy
