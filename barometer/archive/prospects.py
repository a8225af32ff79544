"""What the next run of a source would fetch, and what it would not, with the reason. Nothing is asked of anybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select

from barometer.archive.frontier import NEWS, REPLAY, host_of
from barometer.archive.record import Record
from barometer.archive.robots import read_decision
from barometer.archive.tables import fetches, hosts, requests, runs

DAY = timedelta(days=1)
LOOKED_AT = (NEWS, REPLAY)  # the sample edition is a replay
_HOST = (
    hosts.c.robots_outcome,
    hosts.c.robots_reason,
    hosts.c.robots_text,
    hosts.c.robots_fetched_at,
    hosts.c.robots_until,
)


@dataclass(frozen=True, slots=True)
class Prospect:
    """One address that the source knows: whether the next run may ask for it, and why not."""

    url: str
    kind: str
    why_not: str | None
    outcome: str | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class HostTold:
    """What a host allows as far as it was asked."""

    host: str
    rules: str
    delay: float | None
    free_at: datetime | None


def prospects(record: Record, source_id: str, agent: str, now: datetime, limit: int) -> tuple[list[Prospect], int]:
    """Give the addresses that are waiting or given up, those due first, and how many there are in all."""
    mine = (requests.c.source_id == source_id, requests.c.lane.in_(LOOKED_AT), requests.c.state != "settled")
    query = (
        select(requests, *_HOST)
        .outerjoin(hosts, hosts.c.host == requests.c.host)
        .where(*mine)
        .order_by(requests.c.state.desc(), requests.c.due, requests.c.id)
        .limit(limit)
    )
    with record.reading() as connection:
        number = connection.execute(select(func.count()).select_from(requests).where(*mine)).scalar_one()
        rows = connection.execute(query).all()
    return [_prospect(row, agent, now) for row in rows], number


def hosts_of(record: Record, urls: tuple[str, ...], now: datetime) -> Iterator[HostTold]:
    """Give what is known of the hosts of these addresses."""
    names = list(dict.fromkeys(host_of(url) for url in urls))
    with record.reading() as connection:
        known = {row.host: row for row in connection.execute(select(hosts).where(hosts.c.host.in_(names)))}
    for name in names:
        row = known.get(name)
        if row is None or row.robots_outcome is None:
            yield HostTold(name, "robots.txt not asked for yet: the next run asks first", None, None)
        else:
            stale = "; it is asked for again at the next run" if row.robots_until <= now else ""
            yield HostTold(name, row.robots_reason + stale, row.robots_delay, row.next_allowed_at)


def fetched_within(record: Record, source_id: str, now: datetime, span: timedelta = DAY) -> int:
    """Count the pages that were asked of the source's sites within a span; pages at hand do not count."""
    query = (
        select(func.count())
        .select_from(fetches)
        .join(runs, runs.c.id == fetches.c.run_id)
        .join(requests, requests.c.id == fetches.c.request_id)
        .where(runs.c.source_id == source_id, runs.c.started_at > now - span - DAY, fetches.c.at > now - span)
        .where(requests.c.at_hand.is_(None), runs.c.mode != "replay")
    )
    with record.reading() as connection:
        return int(connection.execute(query).scalar_one())


def _prospect(row: Row[Any], agent: str, now: datetime) -> Prospect:
    return Prospect(row.url, row.kind, _why_not(row, agent, now), row.outcome, row.problem)


def _why_not(row: Row[Any], agent: str, now: datetime) -> str | None:
    if row.state == "quarantined":
        again = f"; tried again {row.due:%Y-%m-%d %H:%M} UTC" if row.due else ""
        return f"quarantined: {row.problem}{again}"
    if row.state == "leased":
        return "being fetched"
    if row.robots_outcome is not None and row.robots_until > now:
        decision = read_decision(row)
        if not decision.can_fetch(row.url, agent):
            return f"robots.txt does not allow it ({decision.reason})"
    if row.due is not None and row.due > now:
        return f"due {row.due:%Y-%m-%d %H:%M} UTC" + (f", after {row.attempts} failures" if row.attempts else "")
    return None
