"""Opening the record: SQLite in the data folder by default, PostgreSQL where a URL says so.

Write transactions are BEGIN IMMEDIATE on SQLite: a plain BEGIN that reads before it writes loses nearly half of its
transactions to "database is locked" when several processes write (measured), whatever the timeout.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from barometer.archive.versions import newest_version
from barometer.errors import RecordError

BUSY_TIMEOUT_MS = 30_000


@dataclass(frozen=True, slots=True)
class Record:
    """An open record. `reading()` and `writing()` give a connection in one transaction."""

    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one transaction: a snapshot that later writes of others do not change."""
        options = {} if self.engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction, committed at the end of the block, rolled back when it raises."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close every connection of this process."""
        self.engine.dispose()


def open_record(url: str, *, migrate: bool = False) -> Record:
    """Open the record at `url`; with `migrate`, bring its tables to this version first (only a parent process does).

    Raises RecordError when it cannot be opened, or is of another version and `migrate` is off.
    """
    try:
        engine = create_engine(url)
    except (SQLAlchemyError, ImportError) as error:
        raise RecordError(f"the database URL cannot be used: {error}; set BAROMETER_DATABASE_URL") from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    record = Record(engine)
    try:
        if migrate:
            _migrate(engine)
        _check_version(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        told = " ".join(str(getattr(error, "orig", None) or error).split())
        raise RecordError(f"the record at {engine.url!r} cannot be opened: {told}; see BAROMETER_DATA") from error
    except BaseException:
        engine.dispose()
        raise
    return record


def _prepare_sqlite(engine: Engine) -> None:
    path = engine.url.database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine) -> None:
    from barometer.archive.migrating import upgrade  # noqa: PLC0415 - Alembic takes .1 s; few commands migrate

    upgrade(engine)


def _check_version(engine: Engine) -> None:
    wanted = newest_version()
    with engine.connect() as connection:
        found = None
        if inspect(connection).has_table("alembic_version"):
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found != wanted:
        raise RecordError(
            f"the record is of version {found or 'none'}, this program needs {wanted}: run `barometer migrate` once"
        )
