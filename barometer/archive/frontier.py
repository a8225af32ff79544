"""The record as frontier: which request may be sent now, and what became of it.

Rows hold what a request is, never code. A row is `waiting` (due at a time), `leased` (being fetched by the holder of
the source's lease), `settled` (an outcome, nothing planned) or `quarantined` (reading it hung or killed a process).
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, Row, and_, case, func, literal, null, or_, select, update

from barometer.archive.columns import UtcTime
from barometer.archive.leases import Lease, require_lease
from barometer.archive.record import Record
from barometer.archive.robots import read_decision
from barometer.archive.tables import hosts, requests
from barometer.archive.upsert import insert_new
from barometer.model import OutcomeKind, RequestKind
from barometer.network.robots import RobotsDecision, RobotsOutcome

ROBOTS_LEASE = timedelta(seconds=60)
LONGEST_HOST = 260  # scheme://host:port; a name in the DNS has 253 characters at most
QUARANTINE = timedelta(days=1)  # after which a listing, without which nothing new is found, is tried again
# What is crawled day by day waits in the lane of news; what other modes of run fetch waits apart, each in its own lane.
NEWS, IMPORT, HISTORY, REPLAY = "news", "import", "history", "replay"
FIRST = {RequestKind.LISTING: 0, RequestKind.PART: 1, RequestKind.ARTICLE: 2}


def lane_of(mode: str) -> str:
    """Give the lane in which the requests of a mode of run wait."""
    return mode if mode in {IMPORT, HISTORY, REPLAY} else NEWS


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A request to be added unless the source has it already."""

    url: str
    kind: RequestKind
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    hops: int = 0
    origin: str | None = None
    root_id: int | None = None
    part: int = 1
    lane: str = NEWS
    at_hand: Mapping[str, Any] | None = None
    told: str | None = None

    @property
    def fingerprint(self) -> str:
        """Name the request by what would be sent (method, URL, body) and by the lane that it waits in."""
        named = (self.method, self.url, self.body or "", *([] if self.lane == NEWS else [self.lane]))
        return hashlib.sha256("\n".join(named).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class LeasedRequest:
    """A row that this run may fetch now, with what the host's robots.txt said."""

    id: int
    kind: RequestKind
    url: str
    host: str
    method: str
    headers: Mapping[str, str]
    body: str | None
    etag: str | None
    last_modified: str | None
    digest: str | None
    attempts: int
    deaths: int
    hops: int
    root_id: int
    part: int
    origin: str | None
    robots: RobotsDecision
    lane: str = NEWS
    at_hand: Mapping[str, Any] | None = None
    told: str | None = None


@dataclass(frozen=True, slots=True)
class RobotsNeeded:
    """A host whose robots.txt must be fetched before anything else of it; reserved for the one who got this."""

    host: str
    asked: tuple[str, ...]  # the last one is to be asked now


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing may be sent now: `until` is the next moment when something may, None when there is none to wait for."""

    until: datetime | None


def host_of(url: str) -> str:
    """Give scheme://host[:port], the unit of robots.txt (RFC 9309 §2.3) and of delays."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def add_requests(connection: Connection, source_id: str, wanted: Iterable[NewRequest], now: datetime) -> int:
    """Add the requests that the source does not have yet, due now; give how many were new.

    A host longer than any name in the DNS cannot be asked, and is left out.
    """
    rows = [
        {
            "source_id": source_id,
            "fingerprint": one.fingerprint,
            "kind": one.kind.value,
            "url": one.url,
            "host": host_of(one.url),
            "method": one.method,
            "headers": dict(one.headers),
            "body": one.body,
            "state": "waiting",
            "due": now,
            "hops": one.hops,
            "origin": one.origin,
            "root_id": one.root_id,
            "part": one.part,
            "lane": one.lane,
            "at_hand": dict(one.at_hand) if one.at_hand is not None else None,
            "told": one.told,
            "added_at": now,
        }
        for one in wanted
        if len(host_of(one.url)) <= LONGEST_HOST
    ]
    return insert_new(connection, requests, rows, ["source_id", "fingerprint"])


def make_due(connection: Connection, source_id: str, fingerprint: str, run_id: int, now: datetime) -> None:
    """Let a known request be fetched again, once a run: nothing happens when this run has settled it already."""
    connection.execute(
        update(requests)
        .where(
            requests.c.source_id == source_id,
            requests.c.fingerprint == fingerprint,
            requests.c.state.in_(["settled", "waiting"]),
            func.coalesce(requests.c.run_id, -1) != run_id,
        )
        .values(state="waiting", due=now)
    )


def take_next(
    record: Record,
    lease: Lease,
    now: datetime,
    *,
    delay: float,
    patience: timedelta,
    alone: bool = True,
    lane: str = NEWS,
) -> LeasedRequest | RobotsNeeded | Idle:
    """Lease the next due request whose host is free, and reserve that host for `delay` seconds or its Crawl-delay.

    One transaction does both, so that many processes on one host never come closer than its delay. Suspects (a process
    died holding them) come last, and only when the caller has nothing else out (`alone`). What falls due within
    `patience` is worth waiting for. A page at hand is asked of no host, so it waits for none and reserves none.
    """
    mine = _waiting(lease.source_id, lane, alone=alone)
    with record.reading() as connection:
        if _next_row(connection, mine, now) is None:
            return Idle(_next_moment(connection, mine, now, patience, delay))
    with record.writing() as connection:
        require_lease(connection, lease)
        row = _next_row(connection, mine, now)
        if row is None:
            return Idle(now)
        if row.at_hand is not None:
            _lease(connection, row, lease)
            return _leased(row, RobotsDecision(RobotsOutcome.ALLOW_ALL, "the page is at hand", now, now))
        reserved = reserve_host(connection, row.host, now, delay)
        if isinstance(reserved, datetime):
            return Idle(now)  # another process took the host between the two transactions: look again
        if isinstance(reserved, RobotsNeeded):
            return reserved
        _lease(connection, row, lease)
    return _leased(row, reserved)


def spare_host(connection: Connection, host: str, until: datetime) -> None:
    """Ask a host for nothing before a moment, as it wishes; whichever source or run would ask."""
    later = or_(hosts.c.next_allowed_at.is_(None), hosts.c.next_allowed_at < until)
    connection.execute(update(hosts).where(hosts.c.host == host, later).values(next_allowed_at=until))


def reserve_host(
    connection: Connection, host: str, now: datetime, delay: float
) -> RobotsDecision | RobotsNeeded | datetime:
    """Take the host for one request, for `delay` seconds or its Crawl-delay; give what its robots.txt said.

    Gives RobotsNeeded where that has to be asked for first, which the host is reserved for then; and the moment from
    which on the host is free where it is not.
    """
    insert_new(connection, hosts, [{"host": host, "robots_asked": []}], ["host"])
    row = connection.execute(select(hosts).where(hosts.c.host == host).with_for_update()).one()
    free: datetime | None = row.next_allowed_at
    if free is not None and free > now:
        return free
    free_at = now + timedelta(seconds=max(delay, row.robots_delay or 0.0))
    reserve = update(hosts).where(hosts.c.host == host)
    if row.robots_until is None or row.robots_until <= now:
        connection.execute(reserve.values(next_allowed_at=free_at, robots_leased_until=now + ROBOTS_LEASE))
        return RobotsNeeded(host, tuple(row.robots_asked) or (f"{host}/robots.txt",))
    connection.execute(reserve.values(next_allowed_at=free_at))
    return read_decision(row)


def _lease(connection: Connection, row: Row[Any], lease: Lease) -> None:
    connection.execute(update(requests).where(requests.c.id == row.id).values(state="leased", lease_token=lease.token))


def _leased(row: Row[Any], robots: RobotsDecision) -> LeasedRequest:
    return LeasedRequest(
        id=row.id,
        kind=RequestKind(row.kind),
        url=row.url,
        host=row.host,
        method=row.method,
        headers=row.headers,
        body=row.body,
        etag=row.etag,
        last_modified=row.last_modified,
        digest=row.digest,
        attempts=row.attempts,
        deaths=row.deaths,
        hops=row.hops,
        root_id=row.root_id or row.id,
        part=row.part,
        origin=row.origin,
        robots=robots,
        lane=row.lane,
        at_hand=row.at_hand,
        told=row.told,
    )


def _robots_may_be_known(now: datetime) -> Any:
    """Say of a host that its robots.txt was not just found unreachable: then nothing of it is fetched (RFC 9309)."""
    return or_(
        hosts.c.robots_outcome.is_(None),
        hosts.c.robots_outcome != RobotsOutcome.DISALLOW_ALL.value,
        hosts.c.robots_until <= now,
    )


def _host_is_free(now: datetime) -> Any:
    """Say of a host that its delay has passed and nobody is fetching its robots.txt."""
    return and_(
        or_(hosts.c.next_allowed_at.is_(None), hosts.c.next_allowed_at <= now),
        or_(hosts.c.robots_leased_until.is_(None), hosts.c.robots_leased_until <= now),
        _robots_may_be_known(now),
    )


def _waiting(source_id: str, lane: str, *, alone: bool) -> Any:
    mine = and_(requests.c.source_id == source_id, requests.c.state == "waiting", requests.c.lane == lane)
    return mine if alone else and_(mine, requests.c.deaths == 0)


def _at_hand() -> Any:
    return requests.c.at_hand.is_not(null())


def _next_row(connection: Connection, mine: Any, now: datetime) -> Row[Any] | None:
    order = [requests.c.kind == kind.value for kind in sorted(FIRST, key=FIRST.__getitem__)]
    query = (
        select(requests)
        .outerjoin(hosts, hosts.c.host == requests.c.host)
        .where(mine, requests.c.due <= now)
        .where(or_(_at_hand(), hosts.c.host.is_(None), _host_is_free(now)))
        .order_by(requests.c.deaths, *[test.desc() for test in order], requests.c.due, requests.c.id)
        .limit(1)
    )
    return connection.execute(query).one_or_none()


def _next_moment(
    connection: Connection, mine: Any, now: datetime, patience: timedelta, delay: float
) -> datetime | None:
    """Give the earliest time at which a row due within the patience may be sent; a host's delay may be longer."""
    soon = now + patience
    query = (
        select(
            func.min(requests.c.due).label("due"),
            hosts.c.next_allowed_at,
            hosts.c.robots_leased_until,
            hosts.c.robots_delay,
        )
        .outerjoin(hosts, hosts.c.host == requests.c.host)
        .where(mine, requests.c.due <= soon)
        .where(or_(_at_hand(), hosts.c.host.is_(None), _robots_may_be_known(soon)))
        .group_by(requests.c.host, hosts.c.next_allowed_at, hosts.c.robots_leased_until, hosts.c.robots_delay)
    )
    moments = [
        max(time for time in (row.due, row.next_allowed_at, row.robots_leased_until, now) if time is not None)
        for row in connection.execute(query)
        if row.next_allowed_at is None or row.next_allowed_at <= max(soon, now + _own_delay(row.robots_delay, delay))
    ]
    return min(moments, default=None)


def _own_delay(robots_delay: float | None, delay: float) -> timedelta:
    """Give the pause that a host always has between two requests; one it asked for once may be much longer."""
    return timedelta(seconds=max(delay, robots_delay or 0.0))


def count_deaths(record: Record, lease: Lease, now: datetime) -> int:
    """Note that the process holding this lease died by itself; quarantine what was out in two such deaths.

    Only a parent that saw the death calls this: a kill from outside is no fault of the page. A suspect is fetched with
    nothing else beside it, so that a second death is its own. A listing is tried again a day later, for nothing new is
    found without it. Gives how many requests were quarantined.
    """
    out = and_(
        requests.c.source_id == lease.source_id, requests.c.state == "leased", requests.c.lease_token == lease.token
    )
    fatal = and_(out, requests.c.deaths >= 2)
    again = case((requests.c.kind == RequestKind.LISTING.value, literal(now + QUARANTINE, UtcTime())), else_=null())
    with record.writing() as connection:
        require_lease(connection, lease)
        connection.execute(update(requests).where(out).values(deaths=requests.c.deaths + 1))
        roots = connection.execute(select(requests.c.root_id).where(fatal, requests.c.root_id.is_not(None))).scalars()
        connection.execute(  # read again, the article is joined without the part
            update(requests)
            .where(requests.c.id.in_(list(roots)), requests.c.state != "quarantined")
            .values(state="waiting", due=now, digest=None, etag=None, last_modified=None)
        )
        quarantined = connection.execute(
            update(requests)
            .where(fatal)
            .values(
                state="quarantined",
                outcome=OutcomeKind.QUARANTINED.value,
                problem="two processes died while they held it",
                lease_token=None,
                due=again,
            )
        )
        connection.execute(update(requests).where(out).values(state="waiting", lease_token=None))
    return quarantined.rowcount
