"""The lease of the leader: of any number of daemons one acts, and every write it makes shows the token.

The rules are those of source leases: a token grows with each taking, a holder known to be dead loses the lease at once,
any other when it runs out. A term that ends further ahead than any holder could have asked for was written by a clock
that ran ahead, and does not count.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select, text, update

from barometer.archive.leases import Held, is_known_dead
from barometer.archive.record import BUSY_TIMEOUT_MS, Record
from barometer.archive.tables import leases
from barometer.archive.upsert import insert_new
from barometer.errors import LeaseLost

LEADER = "leader"
LONGEST_TERM = timedelta(hours=1)
IDLE_MS = 5_000


@dataclass(frozen=True, slots=True)
class Leadership:
    """The right to act as the daemon."""

    token: int
    holder: str


@dataclass(frozen=True, slots=True)
class LedRecord(Record):
    """The record in the hands of the leader: no write transaction goes through without its token being current."""

    leadership: Leadership

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction. Raises LeaseLost, and writes nothing, when another leads by now."""
        with Record.writing(self) as connection:
            if connection.dialect.name == "postgresql":  # a leader stopped in the middle must not keep the lease's row
                connection.execute(text(f"SET LOCAL idle_in_transaction_session_timeout = {IDLE_MS}"))
            require_leadership(connection, self.leadership)
            yield connection


def led(record: Record, leadership: Leadership) -> LedRecord:
    """Give the record as the leader must use it."""
    return LedRecord(record.engine, leadership)


@contextmanager
def _impatient(record: Record, patience: timedelta) -> Iterator[Connection]:
    """Write in one transaction, but wait only so long for others that write."""
    milliseconds = max(1, round(patience.total_seconds() * 1000))
    with record.engine.connect().execution_options(writes=True) as connection:
        driver: Any = connection.connection.dbapi_connection
        lite = connection.dialect.name == "sqlite"
        if lite:
            driver.execute(f"PRAGMA busy_timeout = {milliseconds}")
        try:
            with connection.begin():
                if not lite:
                    connection.execute(text(f"SET LOCAL lock_timeout = {milliseconds}"))
                yield connection
        finally:
            if lite:
                driver.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


def leader_of(record: Record) -> str | None:
    """Give who was the last to take the lead and has not given it back."""
    with record.reading() as connection:
        return connection.execute(select(leases.c.holder).where(leases.c.name == LEADER)).scalar()


def take_leadership(
    record: Record, holder: str, now: datetime, term: timedelta, patience: timedelta = timedelta(seconds=30)
) -> Leadership | Held:
    """Take the lead for one term, or say who has it; whoever only waits to take over writes nothing.

    SQLAlchemy's OperationalError says that somebody kept the record from being written for longer than `patience`.
    """
    with record.reading() as connection:
        held = _held(connection, now, term)
    if held is not None:
        return held
    with _impatient(record, patience) as connection:
        insert_new(connection, leases, [{"name": LEADER, "token": 0}], ["name"])
        row = connection.execute(select(leases.c.token).where(leases.c.name == LEADER).with_for_update()).one()
        held = _held(connection, now, term)
        if held is not None:
            return held
        taken = Leadership(row.token + 1, holder)
        connection.execute(
            update(leases)
            .where(leases.c.name == LEADER)
            .values(token=taken.token, holder=holder, until=now + term, taken_at=now)
        )
    return taken


def renew_leadership(record: Record, leadership: Leadership, now: datetime, term: timedelta) -> None:
    """Keep the lead for another term. Raises LeaseLost when another leads by now."""
    with led(record, leadership).writing() as connection:
        connection.execute(update(leases).where(leases.c.name == LEADER).values(until=now + term))


def release_leadership(record: Record, leadership: Leadership) -> None:
    """Give the lead back, so that another need not wait; nothing happens when another has it by now."""
    with record.writing() as connection:
        connection.execute(
            update(leases)
            .where(leases.c.name == LEADER, leases.c.token == leadership.token)
            .values(holder=None, until=None)
        )


def require_leadership(connection: Connection, leadership: Leadership) -> None:
    """Make sure, inside a write transaction, that the lead is still ours. Raises LeaseLost otherwise."""
    query = select(leases.c.token).where(leases.c.name == LEADER).with_for_update()
    current = connection.execute(query).scalar()
    if current != leadership.token:
        raise LeaseLost(f"another daemon leads by now (token {leadership.token}, now {current}): nothing is written")


def _held(connection: Connection, now: datetime, term: timedelta) -> Held | None:
    row = connection.execute(select(leases).where(leases.c.name == LEADER)).one_or_none()
    if row is None or not row.holder or not now < row.until <= now + max(2 * term, LONGEST_TERM):
        return None
    return None if is_known_dead(row.holder) else Held(LEADER, row.holder, row.until)
