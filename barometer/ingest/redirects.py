"""A redirect is an outcome: its target is a request of its own, unless following it leads nowhere."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from barometer.archive.frontier import LONGEST_HOST, LeasedRequest, NewRequest, add_requests, host_of, make_due
from barometer.archive.tables import requests
from barometer.ingest.fetched import Fetched
from barometer.ingest.parts import adopt, can_adopt, row_of
from barometer.model import Outcome, OutcomeKind, RequestKind

MOST_HOPS = 5


def judge_redirect(connection: Connection, source_id: str, item: Fetched) -> Fetched:
    """Give the item back, as failed when its redirect is not to be followed: a circle, too many, no place for a part.

    What failed so is given up for the day at once: asking again in seconds would bring the same.
    """
    if item.redirect_to is None or item.outcome.kind is not OutcomeKind.REDIRECT:
        return item
    problem = _refusal(connection, source_id, item.request, item.redirect_to)
    return item if problem is None else replace(item, outcome=Outcome(OutcomeKind.FAILED, problem=problem))


def follow_redirect(connection: Connection, row: Row[Any], item: Fetched, run_id: int, now: datetime) -> None:
    """Make the target of a judged redirect due, as a request of the same kind."""
    one = NewRequest(
        item.redirect_to or "",
        RequestKind(row.kind),
        hops=row.hops + 1,
        origin=row.origin or row.url,
        root_id=row.root_id,
        part=row.part,
        lane=row.lane,
        told=row.told,
    )
    if add_requests(connection, row.source_id, [one], now):
        return
    known = row_of(connection, row.source_id, one.url, row.lane)
    if row.root_id is not None and known is not None and can_adopt(known):
        adopt(connection, known, row.root_id, row.part, now, origin=one.origin)
    make_due(connection, row.source_id, one.fingerprint, run_id, now)


def _refusal(connection: Connection, source_id: str, request: LeasedRequest, target: str) -> str | None:
    if len(host_of(target)) > LONGEST_HOST:
        return f"redirects to a host whose name is too long: {target[:200]}"
    if request.hops >= MOST_HOPS:
        return f"redirected {request.hops + 1} times, the last time to {target}: not followed"
    if _leads_back(connection, source_id, request.url, target, request.lane):
        return f"redirects in a circle, back to {target}"
    if request.kind is RequestKind.PART:
        known = row_of(connection, source_id, target, request.lane)
        its_own = known is None or (known.root_id == request.root_id and known.part == request.part)
        if known is not None and not its_own and (known.id == request.root_id or not can_adopt(known)):
            return f"part {request.part} redirects to another page of an article: {target}"
    return None


def _leads_back(connection: Connection, source_id: str, start: str, target: str, lane: str) -> bool:
    """Tell whether following redirects from the target comes back to the start."""
    for _ in range(MOST_HOPS + 1):
        if target == start:
            return True
        query = select(requests.c.redirect_to).where(
            requests.c.source_id == source_id,
            requests.c.fingerprint == NewRequest(target, RequestKind.ARTICLE, lane=lane).fingerprint,
        )
        following = connection.execute(query).scalar()
        if following is None:
            return False
        target = following
    return False
