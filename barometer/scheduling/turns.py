"""The turns of jobs in the record: when one was last taken, what came of it."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from barometer.archive.leadership import LedRecord
from barometer.archive.tables import jobs
from barometer.archive.upsert import insert_new

FRESH = timedelta(minutes=1)  # an idle turn is written down when the last one is older than this


def is_due(record: LedRecord, name: str, every: timedelta, now: datetime) -> bool:
    """Tell whether a job's turn has come; a last turn in the future was written by a clock that ran ahead."""
    with record.reading() as connection:
        ended = connection.execute(select(jobs.c.ended_at).where(jobs.c.name == name)).scalar()
    return ended is None or not ended <= now < ended + every


def write_turn(
    record: LedRecord, name: str, started: datetime, now: datetime, *, told: str = "", problem: str | None = None
) -> None:
    """Write down a turn: what it did, or why it failed.

    An idle one is written only now and then; what was told before it is so no longer.
    """
    with record.reading() as connection:
        row = connection.execute(select(jobs).where(jobs.c.name == name)).one_or_none()
    fresh = row is not None and row.ended_at is not None and row.ended_at <= now < row.ended_at + FRESH
    if fresh and not told and problem is None and row is not None and not row.failures:
        return
    values = {"started_at": started, "ended_at": now}
    with record.writing() as connection:
        insert_new(connection, jobs, [{"name": name, "failures": 0}], ["name"])
        change = update(jobs).where(jobs.c.name == name)
        if problem is not None:
            connection.execute(change.values(**values, problem=problem, failures=jobs.c.failures + 1))
        else:
            connection.execute(change.values(**values, told=told, ok_at=now, problem=None, failures=0))
