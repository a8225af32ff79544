"""What the runs of a source saw, as facts for its health: read from fetches and articles, nothing is asked of sites."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, case, func, select

from barometer.archive.frontier import NEWS, REPLAY
from barometer.archive.record import Record
from barometer.archive.tables import articles, claims, fetches, hosts, requests, revisions, runs
from barometer.model import OutcomeKind, RequestKind
from barometer.network.robots import RobotsOutcome
from barometer.sources import Source
from barometer.sources.health import WEEK, Health, RequestSeen, RunSeen, Seen, State, WeekSeen, judge_health

RUNS = 8  # looked at, from the last one back
WATCHED = (NEWS, REPLAY)
MODES = ("live", "replay")  # what a person brings in and walks through archives say nothing of a source's health


def observe(record: Record, source: Source, now: datetime) -> Seen:
    """Give what is known of how a source does."""
    mine = and_(runs.c.source_id == source.id, runs.c.mode.in_(MODES))
    with record.reading() as connection:
        last = connection.execute(
            select(runs).where(mine, runs.c.state != "running").order_by(runs.c.id.desc()).limit(RUNS)
        ).all()
        since = connection.execute(select(func.min(runs.c.started_at)).where(mine)).scalar()
        last_new = connection.execute(
            select(func.max(articles.c.first_seen)).where(articles.c.source_id == source.id)
        ).scalar()
        seen = [_run(connection, source, row) for row in last]
        week = _week(connection, source, now)
    return Seen(seen, week, since, last_new)


def judged(record: Record, every: Mapping[str, Source], now: datetime) -> dict[str, tuple[Health, datetime | None]]:
    """Give how each source that is crawled does, and when its last new article was seen."""
    found = {}
    for name, source in every.items():
        if source.configured and not source.generic:
            seen = observe(record, source, now)
            found[name] = (judge_health(source, seen, now), seen.last_new)
    return found


def alarms(verdicts: Mapping[str, Health]) -> dict[State, list[str]]:
    """Give the sources that somebody should look at, by what is wrong with them."""
    found: dict[State, list[str]] = {}
    for name, verdict in verdicts.items():
        if verdict.is_alarm:
            found.setdefault(verdict.state, []).append(name)
    return found


def _run(connection: Connection, source: Source, run: Row[Any]) -> RunSeen:
    rows = connection.execute(
        select(fetches, requests.c.url, requests.c.kind)
        .join(requests, requests.c.id == fetches.c.request_id)
        .where(fetches.c.run_id == run.id)
        .order_by(fetches.c.id)
    ).all()
    tries = Counter(row.request_id for row in rows)
    latest = {row.request_id: row for row in rows}
    known = _known_links(connection, [row for row in latest.values() if row.outcome == OutcomeKind.UNCHANGED.value])
    new = and_(
        articles.c.source_id == source.id,
        articles.c.first_seen >= run.started_at,
        articles.c.first_seen <= (run.ended_at or run.started_at + WEEK),
    )
    texts = (
        select(func.count().label("number"))
        .select_from(articles)
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(new)
        .group_by(revisions.c.digest)
        .subquery()
    )
    return RunSeen(
        at=run.started_at,
        requests=tuple(_request(row, tries[row.request_id], known.get(row.request_id)) for row in latest.values()),
        new_articles=connection.execute(select(func.count()).select_from(articles).where(new)).scalar_one(),
        alike=connection.execute(select(func.max(texts.c.number))).scalar() or 0,
        closed=_closed(connection, source, run) if not rows else "",
    )


def _known_links(connection: Connection, rows: list[Row[Any]]) -> dict[int, int]:
    """Give how many links those lists had when they were last read that have not changed since."""
    asked = [row.request_id for row in rows if row.kind == RequestKind.LISTING.value]
    query = (
        select(fetches.c.request_id, fetches.c.links)
        .where(fetches.c.request_id.in_(asked), fetches.c.links.is_not(None))
        .order_by(fetches.c.id)
    )
    return {row[0]: row[1] for row in connection.execute(query)} if asked else {}


def _request(row: Row[Any], tries: int, known: int | None) -> RequestSeen:
    return RequestSeen(
        url=row.url,
        is_listing=row.kind == RequestKind.LISTING.value,
        outcome=row.outcome,
        problem=row.problem or (f"HTTP {row.status}" if row.status else ""),
        tries=tries,
        links=row.links if row.links is not None else known,
        missed=tuple(row.missed) if row.missed is not None else None,
    )


def _closed(connection: Connection, source: Source, run: Row[Any]) -> str:
    """Give why a host of the source was closed in a run that could ask for nothing."""
    waiting = select(requests.c.host).where(requests.c.source_id == source.id, requests.c.lane.in_(WATCHED))
    told = connection.execute(
        select(hosts.c.host, hosts.c.robots_reason)
        .where(hosts.c.host.in_(waiting), hosts.c.robots_outcome == RobotsOutcome.DISALLOW_ALL.value)
        .where(hosts.c.robots_until > run.started_at)
        .limit(1)
    ).first()
    return f"{told.host}: {told.robots_reason}" if told is not None else ""


def _week(connection: Connection, source: Source, now: datetime) -> WeekSeen:
    def number(test: Any) -> Any:
        return func.coalesce(func.sum(case((test, 1), else_=0)), 0)

    new = and_(articles.c.source_id == source.id, articles.c.first_seen > now - WEEK, articles.c.redirect_to.is_(None))
    row = connection.execute(
        select(
            func.count(),
            number(articles.c.published.is_not(None)),
            number(articles.c.title != ""),
            number(articles.c.language == source.language),
            number(articles.c.outcome == "article"),
        ).where(new)
    ).one()
    said = connection.execute(
        select(func.count())
        .select_from(claims)
        .join(articles, articles.c.extraction_id == claims.c.extraction_id)
        .where(new)
    ).scalar_one()
    return WeekSeen(row[0], row[1], row[2], row[3], row[4], said)
