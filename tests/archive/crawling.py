"""A crawl's steps on the record in a line each, at moments that the test names."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from barometer.archive.frontier import Idle, LeasedRequest, NewRequest, RobotsNeeded, take_next
from barometer.archive.leases import Lease, take_lease
from barometer.archive.record import Record
from barometer.archive.robots import record_robots
from barometer.archive.runs import start_run
from barometer.archive.tables import requests
from barometer.model import RequestKind
from barometer.network.robots import RobotsAnswer

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
AGENT = "Barometer/0.1"
LISTING, ARTICLE, PART = RequestKind.LISTING, RequestKind.ARTICLE, RequestKind.PART
ALLOW = RobotsAnswer(404)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def leased(record: Record, source: str = "people", holder: str = "elsewhere/1/1", now: datetime = START) -> Lease:
    lease = take_lease(record, source, holder, now)
    assert isinstance(lease, Lease)
    return lease


def begun(
    record: Record,
    entries: Iterable[str] = (),
    articles: Iterable[str] = (),
    *,
    source: str = "people",
    now: datetime = START,
    revisit: bool = False,
) -> tuple[Lease, int]:
    """Take the lease and start a run with these entries and articles."""
    lease = leased(record, source, now=now)
    wanted = [*(NewRequest(url, LISTING) for url in entries), *(NewRequest(url, ARTICLE) for url in articles)]
    return lease, start_run(record, lease, wanted, mode="live", revisit=revisit, now=now)


def step(
    record: Record,
    lease: Lease,
    now: datetime = START,
    *,
    delay: float = 0.0,
    patience: float = 60,
    robots: RobotsAnswer = ALLOW,
    alone: bool = True,
) -> LeasedRequest | Idle:
    """Take what is next, answering questions for robots.txt on the way; these take no time."""
    for _ in range(20):
        taken = take_next(record, lease, now, delay=delay, patience=timedelta(seconds=patience), alone=alone)
        if not isinstance(taken, RobotsNeeded):
            return taken
        record_robots(record, taken.host, taken.asked, robots, None, AGENT, now)
    raise AssertionError("robots.txt is asked for again and again")


def take(record: Record, lease: Lease, now: datetime = START, *, alone: bool = True) -> LeasedRequest:
    taken = step(record, lease, now, alone=alone)
    assert isinstance(taken, LeasedRequest), taken
    return taken


def take_all(record: Record, lease: Lease, now: datetime = START) -> list[LeasedRequest]:
    found = []
    while isinstance(taken := step(record, lease, now), LeasedRequest):
        found.append(taken)
    return found


def change(record: Record, url: str, **values: object) -> None:
    """Set columns of one request."""
    with record.writing() as connection:
        assert connection.execute(update(requests).where(requests.c.url == url).values(**values)).rowcount == 1


def rows(record: Record, *columns: str) -> Sequence[tuple[object, ...]]:
    """Give these columns of all requests, in the order in which they were added."""
    with record.reading() as connection:
        query = select(*[requests.c[name] for name in columns]).order_by(requests.c.id)
        return [tuple(row) for row in connection.execute(query)]


def states(record: Record) -> dict[str, str]:
    return {str(url): str(state) for url, state in rows(record, "url", "state")}
