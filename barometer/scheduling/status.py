"""How the daemon stands, told from the record alone: what runs, what is due, what is late, what went wrong."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from barometer.alerts.events import Silence
from barometer.archive.leadership import LEADER
from barometer.archive.leases import is_held, is_known_dead
from barometer.archive.record import Record
from barometer.archive.tables import (
    articles,
    deliveries,
    fetches,
    jobs,
    leases,
    outbox,
    runs,
    schedules,
    slots,
    sources,
    subscriptions,
)
from barometer.sources import Source

LATE = timedelta(minutes=5)  # what has been due for longer is told as late
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Leader:
    """Who acts: the daemon's host, process id and start; `until` is when its lease runs out."""

    holder: str
    token: int
    until: datetime
    since: datetime
    acts: bool  # the lease is valid and its holder is not known to be dead


@dataclass(frozen=True, slots=True)
class Running:
    """A run that is going on: a slot of the schedule, or by hand (slot None)."""

    source_id: str
    run_id: int | None
    slot: datetime | None
    since: datetime
    fetched: int
    alive: bool  # false: its process is gone, and the next run of the source takes over


@dataclass(frozen=True, slots=True)
class Planned:
    """A source's schedule as it stands."""

    source_id: str
    rule: str
    next_due: datetime | None
    late_by: timedelta | None
    failures: int
    level: int
    ok_at: datetime | None
    problem: str | None
    problem_at: datetime | None
    silence: str | None = None  # why it is held to be silent although it answers
    health: str | None = None  # how it does, from what its runs saw
    health_since: datetime | None = None
    health_reason: str | None = None


@dataclass(frozen=True, slots=True)
class JobState:
    """A job of the daemon and its last turn."""

    name: str
    ended_at: datetime | None
    ok_at: datetime | None
    told: str | None
    problem: str | None
    failures: int


@dataclass(frozen=True, slots=True)
class Status:
    """The daemon as the record shows it."""

    at: datetime
    leader: Leader | None
    running: tuple[Running, ...]
    planned: tuple[Planned, ...]
    jobs: tuple[JobState, ...]
    waiting: Mapping[str, int]  # open outbox rows by consumer
    slots: Mapping[str, int]  # slots by state
    messages: Mapping[str, int]  # of alerts, by state
    subscriptions: Mapping[str, int]  # by state

    @property
    def late(self) -> tuple[Planned, ...]:
        """Give the schedules that ought to have started something some minutes ago."""
        return tuple(one for one in self.planned if one.late_by is not None)

    @property
    def failing(self) -> tuple[Planned, ...]:
        """Give the sources whose last runs failed."""
        return tuple(one for one in self.planned if one.failures)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values for JSON."""
        plain: dict[str, Any] = _plain(asdict(self))
        plain["late"] = [one.source_id for one in self.late]
        plain["failing"] = [one.source_id for one in self.failing]
        return plain


def read_status(record: Record, now: datetime) -> Status:
    """Read how the daemon stands."""
    fetched = select(func.count()).where(fetches.c.run_id == runs.c.id).correlate(runs).scalar_subquery()
    with record.reading() as connection:
        lease = connection.execute(select(leases).where(leases.c.name == LEADER)).one_or_none()
        going = connection.execute(
            select(
                runs,
                slots.c.at,
                sources.c.lease_token,
                sources.c.lease_holder,
                sources.c.lease_until,
                fetched.label("fetched"),
            )
            .join(sources, sources.c.id == runs.c.source_id)
            .outerjoin(slots, slots.c.id == runs.c.slot_id)
            .where(runs.c.state == "running")
            .order_by(runs.c.id)
        ).all()
        claimed = connection.execute(
            select(slots.c.source_id, slots.c.at, slots.c.claimed_at).where(
                slots.c.state == "claimed", slots.c.run_id.is_(None)
            )
        ).all()
        planned = connection.execute(select(schedules).order_by(schedules.c.next_due, schedules.c.source_id)).all()
        turns = connection.execute(select(jobs).order_by(jobs.c.name)).all()
        waiting = connection.execute(
            select(outbox.c.consumer, func.count()).where(outbox.c.done_at.is_(None)).group_by(outbox.c.consumer)
        ).all()
        by_state = connection.execute(select(slots.c.state, func.count()).group_by(slots.c.state)).all()
        messages = connection.execute(select(deliveries.c.state, func.count()).group_by(deliveries.c.state)).all()
        subscribed = connection.execute(
            select(subscriptions.c.state, func.count()).group_by(subscriptions.c.state)
        ).all()
    leader = None
    if lease is not None and lease.holder:
        acts = lease.until > now and not is_known_dead(lease.holder)
        leader = Leader(lease.holder, lease.token, lease.until, lease.taken_at, acts)
    started = [
        Running(
            row.source_id,
            row.id,
            row.at,
            row.started_at,
            row.fetched,
            alive=row.token == row.lease_token and is_held(row, now),
        )
        for row in going
    ]
    started += [Running(row[0], None, row[1], row[2], 0, alive=True) for row in claimed]
    open_sources = {one.source_id for one in started}
    return Status(
        at=now,
        leader=leader,
        running=tuple(started),
        planned=tuple(_planned(row, now, row.source_id in open_sources) for row in planned),
        jobs=tuple(JobState(row.name, row.ended_at, row.ok_at, row.told, row.problem, row.failures) for row in turns),
        waiting={row[0]: row[1] for row in waiting},
        slots={row[0]: row[1] for row in by_state},
        messages={row[0]: row[1] for row in messages},
        subscriptions={row[0]: row[1] for row in subscribed},
    )


def silent_sources(record: Record, every: Mapping[str, Source], now: datetime) -> dict[str, Silence]:
    """Give the sources that answer well and bring fewer new articles than their file expects, each with the figures.

    A source is judged after a week of good runs; one that fails is told as failing, which is another matter.
    """
    with record.reading() as connection:
        rows = connection.execute(
            select(schedules.c.source_id).where(schedules.c.since < now - WEEK, schedules.c.failures == 0)
        ).scalars()
        settled = [name for name in rows if name in every]
        counted = connection.execute(
            select(articles.c.source_id, func.count())
            .where(articles.c.first_seen >= now - WEEK)
            .group_by(articles.c.source_id)
        ).all()
        newest = connection.execute(
            select(articles.c.source_id, func.max(articles.c.first_seen)).group_by(articles.c.source_id)
        ).all()
    found = {row[0]: row[1] for row in counted}
    since = {row[0]: row[1] for row in newest}
    silent = {}
    for name in settled:
        band = every[name].expect.articles_per_week
        if band is not None and found.get(name, 0) < band[0]:
            silent[name] = Silence(name, since.get(name), found.get(name, 0), int(band[0]))
    return silent


def _planned(row: Any, now: datetime, is_open: bool) -> Planned:
    waits = now - row.next_due if row.next_due is not None else timedelta(0)
    return Planned(
        source_id=row.source_id,
        rule=row.rule + (f", quiet {row.quiet}" if row.quiet else ""),
        next_due=row.next_due,
        late_by=waits if waits > LATE and not is_open else None,
        failures=row.failures,
        level=row.level,
        ok_at=row.ok_at,
        problem=row.problem,
        problem_at=row.problem_at,
        silence=row.silence,
        health=row.health,
        health_since=row.health_since,
        health_reason=row.health_reason,
    )


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return round(value.total_seconds())
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
