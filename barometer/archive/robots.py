"""What each host's robots.txt said, shared by every process that may ask that host."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update

from barometer.archive.record import Record
from barometer.archive.tables import hosts
from barometer.network.robots import RobotsAnswer, RobotsDecision, RobotsOutcome, decide, redirect_target


def read_decision(host: Row[Any]) -> RobotsDecision:
    """Give the decision that a host's row holds."""
    return RobotsDecision(
        outcome=RobotsOutcome(host.robots_outcome),
        reason=host.robots_reason,
        fetched_at=host.robots_fetched_at,
        expires_at=host.robots_until,
        text=host.robots_text or "",
    )


def _rested(free_at: datetime | None, now: datetime, delay: timedelta | None) -> datetime | None:
    """Give when the host may be asked next: its delay holds after its robots.txt too, which told it."""
    return free_at if delay is None else max(now + delay, free_at or now)


def record_robots(
    record: Record,
    host: str,
    asked: tuple[str, ...],
    answer: RobotsAnswer,
    location: str | None,
    user_agent: str,
    now: datetime,
) -> RobotsDecision | None:
    """Note what asking for a host's robots.txt gave; None when it points elsewhere, which is asked next."""
    following = redirect_target(asked[-1], answer.status or 0, location, asked)
    with record.writing() as connection:
        row = connection.execute(select(hosts).where(hosts.c.host == host).with_for_update()).one()
        note = update(hosts).where(hosts.c.host == host)
        if following is not None:
            connection.execute(note.values(robots_leased_until=None, robots_asked=[*asked, following]))
            return None
        decision = decide(answer, now, read_decision(row) if row.robots_outcome else None)
        delay = decision.crawl_delay(user_agent)
        connection.execute(
            note.values(
                robots_outcome=decision.outcome.value,
                robots_reason=decision.reason,
                robots_text=decision.text,
                robots_delay=delay.total_seconds() if delay else None,
                robots_fetched_at=decision.fetched_at,
                robots_until=decision.expires_at,
                robots_leased_until=None,
                robots_asked=[],
                next_allowed_at=_rested(row.next_allowed_at, now, delay),
            )
        )
    return decision
