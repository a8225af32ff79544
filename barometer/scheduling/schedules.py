"""Schedules as rows: brought in line with the source files, read for `due`, changed by what runs came to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, delete, func, select, update

from barometer.archive.leadership import LedRecord
from barometer.archive.record import Record
from barometer.archive.runs import FINE
from barometer.archive.slots import WITHHELD
from barometer.archive.tables import articles, fetches, requests, runs, schedules, slots
from barometer.archive.upsert import insert_new
from barometer.scheduling.due import Schedule, Verdict, next_due, weighed
from barometer.sources import Source
from barometer.sources.schedule import parse_quiet, parse_schedule

_FINE = tuple(kind.value for kind in FINE)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the run of a slot came to, for the log."""

    source_id: str
    slot_id: int
    run_id: int | None
    verdict: Verdict
    problem: str | None
    next_due: datetime | None


def load_schedules(record: Record) -> list[Schedule]:
    """Read every schedule as it stands."""
    with record.reading() as connection:
        return [_schedule(row) for row in connection.execute(select(schedules).order_by(schedules.c.source_id))]


def sync_schedules(
    record: LedRecord, sources: Mapping[str, Source], zone: str, now: datetime, *, resting: Collection[str] = ()
) -> list[str]:
    """Give each source that can be crawled its schedule and take the others away; say what was changed.

    Those in `resting`, whose files are wrong just now, keep the schedule they have.
    """
    wanted = {name: source for name, source in sources.items() if source.configured and not source.generic}
    with record.reading() as connection:
        there = {row.source_id: row for row in connection.execute(select(schedules))}
    told = []
    changed = []
    for name, source in wanted.items():
        row = there.get(name)
        if row is None or (row.rule, row.quiet, row.zone) != (source.schedule, source.quiet, zone):
            changed.append(_with_rule(row, source, zone, now))
            told.append(f"{name}: {source.schedule}" + (f", quiet {source.quiet}" if source.quiet else ""))
    gone = sorted(there.keys() - wanted.keys() - set(resting))
    told += [f"{name}: no more" for name in gone]
    if told:
        with record.writing() as connection:
            connection.execute(delete(schedules).where(schedules.c.source_id.in_(gone)))
            for schedule in changed:
                source = wanted[schedule.source_id]
                texts = {"rule": source.schedule, "quiet": source.quiet, "zone": zone}
                new = {"source_id": source.id, "since": schedule.since, **texts}
                insert_new(connection, schedules, [new], ["source_id"])
                save_schedule(connection, schedule, texts)
    return told


def save_schedule(connection: Connection, schedule: Schedule, more: Mapping[str, Any] | None = None) -> None:
    """Write where a schedule stands, within the leader's transaction."""
    connection.execute(
        update(schedules)
        .where(schedules.c.source_id == schedule.source_id)
        .values(
            last_slot=schedule.last_slot,
            next_due=schedule.next_due,
            failures=schedule.failures,
            level=schedule.level,
            pause_until=schedule.pause_until,
            **(more or {}),
        )
    )


def weigh_settled(record: LedRecord, now: datetime) -> list[Weighed]:
    """Let each slot that was settled since the last time change its schedule, once."""
    query = select(slots).where(~slots.c.weighed, slots.c.state.in_(["ran", "failed"])).order_by(slots.c.id)
    with record.reading() as connection:
        settled = connection.execute(query).all()
    return [_weigh(record, slot, now) for slot in settled]


def _weigh(record: LedRecord, slot: Row[Any], now: datetime) -> Weighed:
    with record.writing() as connection:
        verdict, problem = _verdict(connection, slot)
        row = connection.execute(
            select(schedules).where(schedules.c.source_id == slot.source_id).with_for_update()
        ).one_or_none()
        connection.execute(update(slots).where(slots.c.id == slot.id).values(weighed=True))
        later = None
        if row is not None:
            later = weighed(now, _schedule(row), verdict)
            fine = {} if verdict.withheld else {"problem": None, "ok_at": now}
            save_schedule(connection, later, {"problem": problem, "problem_at": now} if verdict.failed else fine)
    return Weighed(slot.source_id, slot.id, slot.run_id, verdict, problem, later.next_due if later else None)


def relieve(record: LedRecord, now: datetime, mode: str) -> list[str]:
    """End the pause of sources that a person's own run has found well since they failed; give their names.

    Runs of another `mode` say nothing of the sites that this daemon asks.
    """
    answered = select(fetches.c.id).where(fetches.c.run_id == runs.c.id, fetches.c.outcome.in_(_FINE)).exists()
    good = select(runs.c.id).where(
        runs.c.source_id == schedules.c.source_id,
        runs.c.slot_id.is_(None),
        runs.c.mode == mode,
        runs.c.state == "ended",
        runs.c.ended_at > schedules.c.problem_at,
        answered,
    )
    query = select(schedules).where(schedules.c.failures > 0, good.exists()).order_by(schedules.c.source_id)
    with record.reading() as connection:
        rows = connection.execute(query).all()
    for row in rows:
        with record.writing() as connection:
            well = weighed(now, _schedule(row), Verdict(failed=False))
            save_schedule(connection, well, {"problem": None, "ok_at": now})
    return [row.source_id for row in rows]


def _verdict(connection: Connection, slot: Row[Any]) -> tuple[Verdict, str | None]:
    """Judge the runs of a slot: failed is one that got no usable answer at all; give the problem it met most."""
    if slot.state == "failed":
        return Verdict(failed=True), slot.problem
    of_slot = select(runs.c.id).where(runs.c.slot_id == slot.id)
    fine = connection.execute(
        select(func.count()).select_from(fetches).where(fetches.c.run_id.in_(of_slot), fetches.c.outcome.in_(_FINE))
    ).scalar_one()
    if not fine:
        told = connection.execute(
            select(fetches.c.outcome, fetches.c.problem, requests.c.url)
            .join(requests, requests.c.id == fetches.c.request_id)
            .where(fetches.c.run_id.in_(of_slot))
            .order_by(fetches.c.id.desc())
            .limit(1)
        ).one_or_none()
        if told is None:
            return _nothing_asked(connection, slot)
        return Verdict(failed=True), f"{told.outcome}: {told.problem or 'no usable answer'} ({told.url})"
    new = connection.execute(
        select(func.count())
        .select_from(articles)
        .where(
            articles.c.source_id == slot.source_id,
            articles.c.first_seen >= slot.claimed_at,
            articles.c.first_seen <= slot.settled_at,
        )
    ).scalar_one()
    return Verdict(failed=False, new_articles=new), None


def _nothing_asked(connection: Connection, slot: Row[Any]) -> tuple[Verdict, str | None]:
    """Judge a run without a fetch: told to ask for nothing, or kept from it by every host."""
    reason = connection.execute(select(runs.c.reason).where(runs.c.slot_id == slot.id)).scalars().first() or ""
    if reason.startswith(WITHHELD):
        return Verdict(failed=False, withheld=True), reason
    return Verdict(failed=True), "nothing could be asked for: see the robots rules of its hosts"


def _with_rule(row: Row[Any] | None, source: Source, zone: str, now: datetime) -> Schedule:
    """Give the schedule under the rule that the source's file has now, from where it stood."""
    fresh = Schedule(source.id, parse_schedule(source.schedule), ZoneInfo(zone), now.replace(microsecond=0))
    stood = fresh if row is None else _schedule(row)
    changed = replace(stood, rule=fresh.rule, zone=fresh.zone, quiet=parse_quiet(source.quiet), level=0)
    return replace(changed, next_due=next_due(now, changed))


def _schedule(row: Row[Any]) -> Schedule:
    return Schedule(
        source_id=row.source_id,
        rule=parse_schedule(row.rule),
        zone=ZoneInfo(row.zone),
        since=row.since,
        quiet=parse_quiet(row.quiet),
        last_slot=row.last_slot,
        failures=row.failures,
        level=row.level,
        pause_until=row.pause_until,
        next_due=row.next_due,
    )
