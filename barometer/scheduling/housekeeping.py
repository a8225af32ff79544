"""What keeps the record small and safe without anybody asking: old rows go, a copy is made."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Select, Table, delete, select

from barometer.archive.backup import copy_record
from barometer.archive.leadership import LedRecord
from barometer.archive.record import Record
from barometer.archive.tables import outbox, slots

KEEP_HEARD = timedelta(days=30)
KEEP_SLOTS = timedelta(days=400)
KEEP_COPIES = 7
SLICE = 2_000


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


def keep_copy(record: Record, folder: Path, now: datetime) -> Path | None:
    """Copy a record on SQLite into the folder and keep the last seven copies; give the copy, None for PostgreSQL."""
    copy = copy_record(record, folder, now)
    for each in sorted(folder.glob("record-*.sqlite3"))[:-KEEP_COPIES]:
        each.unlink()
    return copy
