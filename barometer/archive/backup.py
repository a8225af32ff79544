"""Copies of the record and its evidence, and bringing them back.

A copy of a record on SQLite is whole and consistent whoever writes meanwhile. Evidence is copied after it: what the
record names is on disk before the record names it, and segments only ever grow. PostgreSQL has tools of its own.
"""

import contextlib
import os
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from barometer.archive.record import Record, open_record
from barometer.archive.tables import leases, sources
from barometer.errors import RecordError

PAGES = 500  # of the database, copied at a time; writers get in between
RECORD = "record.sqlite3"
EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A copy that was made: the record's file, how many evidence segments were new or had grown."""

    record: Path
    segments: int


def copy_record(record: Record, folder: Path, now: datetime) -> Path | None:
    """Copy a record on SQLite into the folder under the moment's name. A copy cut short leaves no file of that name.

    Gives the copy, None for PostgreSQL.
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
    _sync(partial)
    partial.rename(copy)
    return copy


def back_up(record: Record, evidence: Path, folder: Path, now: datetime) -> BackedUp:
    """Copy the record and the evidence into a folder; segments that are there already are not copied again.

    Raises RecordError for a record on PostgreSQL, and for the folder that holds the evidence itself: what is there
    already would count as copied, and be lost with it.
    """
    here, data = folder.resolve(), evidence.resolve().parent
    if here == data or here.is_relative_to(evidence.resolve()):
        raise RecordError(f"{folder} is the data folder itself: a copy there is lost with it; give another folder")
    copy = copy_record(record, folder, now)
    if copy is None:
        raise RecordError("the record is on PostgreSQL: back it up with pg_dump, and copy the evidence folder after it")
    return BackedUp(copy, _copy_segments(evidence, folder / EVIDENCE))


def newest_copy(folder: Path) -> Path:
    """Give the newest copy of a record in a folder of copies. Raises RecordError where there is none."""
    copies = sorted(folder.glob("record-*.sqlite3"))
    if not copies:
        raise RecordError(f"there is no copy of a record (record-*.sqlite3) in {folder}: see `barometer backup --help`")
    return copies[-1]


def restore(copy: Path, data: Path, now: datetime, *, replace: bool = False) -> int:
    """Bring a copy and the evidence beside it back into a data folder; give how many evidence segments came back.

    A record that is there is only put aside when `replace` says so, and kept. Raises RecordError when there is one and
    it does not, when somebody works on it now, or when the copy is damaged.
    """
    _check(copy)
    target = data / RECORD
    if target.exists():
        if not replace:
            raise RecordError(f"there is a record in {data} already: give --replace to put it aside")
        _refuse_while_used(target, now)
    data.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".restored")
    shutil.copyfile(copy, fresh)
    _sync(fresh)
    for suffix in ("", "-wal", "-shm"):
        old = target.with_name(target.name + suffix)
        if old.exists():
            old.rename(target.with_name(f"record-before-{now:%Y%m%dT%H%M%SZ}.sqlite3{suffix}"))
    fresh.rename(target)
    return _copy_segments(copy.parent / EVIDENCE, data / EVIDENCE)


def _check(copy: Path) -> None:
    try:
        with contextlib.closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as opened:
            told = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
            opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise RecordError(f"{copy} is no copy of a record: {error}") from error
    if told != "ok":
        raise RecordError(f"{copy} is damaged: {told}; take an older copy")


def _refuse_while_used(path: Path, now: datetime) -> None:
    record = open_record(f"sqlite:///{path}", migrate=True)
    try:
        with record.reading() as connection:
            leading = connection.execute(select(leases.c.holder).where(leases.c.until > now)).first()
            crawling = connection.execute(select(sources.c.lease_holder).where(sources.c.lease_until > now)).first()
    finally:
        record.close()
    for found in (leading, crawling):
        if found is not None:
            raise RecordError(f"{found[0]} works on the record in {path.parent} now: stop it first")


def _copy_segments(source: Path, target: Path) -> int:
    """Copy the segments that are not there yet or have grown since."""
    copied = 0
    for segment in sorted(source.rglob("*.warc.gz")):
        there = target / segment.relative_to(source)
        if there.exists() and there.stat().st_size >= segment.stat().st_size:
            continue
        there.parent.mkdir(parents=True, exist_ok=True)
        partial = there.with_suffix(".partial")
        shutil.copyfile(segment, partial)
        _sync(partial)
        partial.replace(there)
        copied += 1
    return copied


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
