"""One response into the record, in one transaction: its fetch, its links, its part, its article and claims, the outbox.

A crash before the commit leaves the request leased, to be fetched again; a crash after it leaves nothing to do.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from barometer.archive.frontier import HISTORY, IMPORT, NEWS, NewRequest, add_requests, make_due, spare_host
from barometer.archive.leases import Lease, require_lease
from barometer.archive.record import Record
from barometer.archive.tables import article_parts, fetches, requests
from barometer.archive.upsert import insert_or_replace
from barometer.errors import LeaseLost
from barometer.ingest.article import write_article
from barometer.ingest.fetched import Fetched, WholeArticle
from barometer.ingest.parts import addresses_of, expect_part, part_to_json, stored_parts
from barometer.ingest.redirects import follow_redirect, judge_redirect
from barometer.ingest.revisit import LADDER, QUICK_TRIES, Step, next_step
from barometer.ingest.storable import storable_problem
from barometer.model import ArticlePart, Link, OutcomeKind, RequestKind

logger = logging.getLogger(__name__)
TRIES = 3
ASKS_FOR_A_PAUSE = frozenset({429, 503})  # with Retry-After it is the host that asks, not the page
READ_ONCE = frozenset({HISTORY, IMPORT})  # what a person brings in and what is old
READ = frozenset({OutcomeKind.ARTICLE, OutcomeKind.LISTING, OutcomeKind.EMPTY, OutcomeKind.UNCHANGED})


def plan(item: Fetched, visits: int, changed: bool, now: datetime) -> Step:
    """Decide what becomes of the item's request. A redirect that leads nowhere is not tried again the same day."""
    hopeless = item.outcome.kind is OutcomeKind.FAILED and item.redirect_to is not None
    attempts = max(item.request.attempts, QUICK_TRIES - 1) if hopeless else item.request.attempts
    return next_step(
        item.outcome.kind,
        item.request.kind,
        attempts=attempts,
        visits=visits,
        changed=changed,
        retry_after=item.retry_after,
        now=now,
        ladder=() if item.request.lane in READ_ONCE else LADDER,
    )


def record_fetched(record: Record, lease: Lease, run_id: int, item: Fetched, now: datetime) -> Step:
    """Settle the item's request with everything it brought. Raises LeaseLost when it is no longer ours to settle.

    Two sources that meet at one article may lock each other out on PostgreSQL: the one that lost writes again.
    """
    for _ in range(TRIES - 1):
        try:
            return _record_once(record, lease, run_id, item, now)
        except (IntegrityError, OperationalError):
            logger.info("writing %s again: another process was writing the same rows", item.request.url)
    return _record_once(record, lease, run_id, item, now)


def _record_once(record: Record, lease: Lease, run_id: int, item: Fetched, now: datetime) -> Step:
    with record.writing() as connection:
        require_lease(connection, lease)
        row = _leased_row(connection, lease, item)
        item = judge_redirect(connection, row.source_id, item)
        moved = (row.root_id or row.id, row.part) != (item.request.root_id, item.request.part)
        problem = "became part of another article while it was out: read again" if moved else item.outcome.problem
        fetch_id = _write_fetch(connection, run_id, item, storable_problem(problem))
        if item.outcome.kind is OutcomeKind.REDIRECT and item.redirect_to is not None:
            follow_redirect(connection, row, item, run_id, now)
        _add_links(connection, row, item.outcome.links, run_id, now)
        forgotten = row.digest is None and row.outcome is not None  # to be read again, which is no news of the page
        changed = item.digest is not None and item.digest != row.digest and not forgotten
        step = plan(item, row.visits, changed, now)
        if item.retry_after is not None and item.status in ASKS_FOR_A_PAUSE:
            spare_host(connection, row.host, now + item.retry_after)
        again = moved or not _write_article(connection, row, item, fetch_id, now)
        _settle(connection, item, step, run_id, storable_problem(problem), now, again=again)
    return step


def _write_article(connection: Connection, row: Row[Any], item: Fetched, fetch_id: int, now: datetime) -> bool:
    """Write the part and the article that it completes; give whether the article was joined from what is there now."""
    if item.outcome.part is not None and _belongs(connection, row):
        _write_part(connection, row, item, item.outcome.part, fetch_id, now)
    if item.article is None:
        return True
    if not _parts_still(connection, item.request.root_id, item.article):
        return False
    _write_whole(connection, row, item, item.article, fetch_id, now)
    return True


def _belongs(connection: Connection, row: Row[Any]) -> bool:
    """Tell whether the page is still what the part before it links to."""
    if row.part == 1:
        return True
    before = stored_parts(connection, row.root_id).get(row.part - 1)
    return before is not None and before.content.next_url in addresses_of(row.url, row.origin)


def _leased_row(connection: Connection, lease: Lease, item: Fetched) -> Row[Any]:
    query = select(requests).where(
        requests.c.id == item.request.id, requests.c.state == "leased", requests.c.lease_token == lease.token
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise LeaseLost(f"{item.request.url} was settled by another run in the meantime: nothing of it is written")
    return row


def _write_fetch(connection: Connection, run_id: int, item: Fetched, problem: str | None) -> int:
    evidence = item.evidence
    added = insert(fetches).values(
        request_id=item.request.id,
        run_id=run_id,
        at=item.at,
        status=item.status,
        outcome=_told_outcome(item),
        problem=problem,
        digest=item.digest,
        size=len(item.body),
        links=len(item.outcome.links) if item.outcome.kind is OutcomeKind.LISTING else None,
        missed=list(item.outcome.missed) if item.outcome.part is not None or item.outcome.missed else None,
        segment=evidence.segment if evidence else None,
        offset=evidence.offset if evidence else None,
        length=evidence.length if evidence else None,
        evidence_sha256=evidence.sha256 if evidence else None,
    )
    fetch_id: int = connection.execute(added.returning(fetches.c.id)).scalar_one()
    return fetch_id


def _told_outcome(item: Fetched) -> str:
    """Give the outcome as the fetch tells it: an article about something else is off_topic."""
    if item.outcome.kind is OutcomeKind.ARTICLE and item.on_topic is False:
        return OutcomeKind.OFF_TOPIC.value
    return item.outcome.kind.value


def _add_links(connection: Connection, row: Row[Any], links: Iterable[Link], run_id: int, now: datetime) -> None:
    wanted = [
        NewRequest(
            link.url,
            link.kind,
            link.method,
            dict(link.headers),
            link.body,
            part=row.part + 1 if link.turns else 1,
            lane=row.lane,
            told=link.told,
        )
        for link in links
    ]
    if row.lane == HISTORY:  # each page of an archive is read once, and what is known by other ways not at all
        add_requests(connection, row.source_id, _unknown(connection, row.source_id, wanted), now)
        return
    add_requests(connection, row.source_id, wanted, now)
    for one in wanted:
        if one.kind is RequestKind.LISTING:
            make_due(connection, row.source_id, one.fingerprint, run_id, now)


def _unknown(connection: Connection, source_id: str, wanted: Sequence[NewRequest]) -> list[NewRequest]:
    """Leave out the articles that the daily crawl knows already."""
    names = {replace(one, lane=NEWS).fingerprint: one for one in wanted if one.kind is RequestKind.ARTICLE}
    query = select(requests.c.fingerprint).where(
        requests.c.source_id == source_id, requests.c.fingerprint.in_(list(names))
    )
    known = {names[name].url for name in connection.execute(query).scalars()}
    return [one for one in wanted if one.url not in known]


def _write_part(
    connection: Connection, row: Row[Any], item: Fetched, part: ArticlePart, fetch_id: int, now: datetime
) -> None:
    root_id, number = item.request.root_id, item.request.part
    insert_or_replace(
        connection,
        article_parts,
        {
            "root_id": root_id,
            "number": number,
            "request_id": item.request.id,
            "fetch_id": fetch_id,
            "digest": item.digest or "",
            "content": part_to_json(part),
        },
        ["root_id", "number"],
    )
    if part.next_url is not None:
        expect_part(connection, row.source_id, root_id, number + 1, part.next_url, row.lane, now)


def _parts_still(connection: Connection, root_id: int, whole: WholeArticle) -> bool:
    """Tell whether the other parts are those that the article was joined from."""
    stored = stored_parts(connection, root_id)
    return all(ref.number in stored and stored[ref.number].digest == ref.digest for ref in whole.others)


def _write_whole(
    connection: Connection, row: Row[Any], item: Fetched, whole: WholeArticle, fetch_id: int, now: datetime
) -> None:
    root_id = item.request.root_id
    query = select(article_parts.c.fetch_id).where(article_parts.c.root_id == root_id).order_by(article_parts.c.number)
    write_article(
        connection,
        row.source_id,
        root_id,
        whole,
        on_topic=item.on_topic is not False,
        extracted=item.extracted,
        fetch_ids=list(connection.execute(query).scalars()) or [fetch_id],
        now=now,
    )


def _settle(
    connection: Connection,
    item: Fetched,
    step: Step,
    run_id: int,
    problem: str | None,
    now: datetime,
    *,
    again: bool,
) -> None:
    values: dict[str, Any] = {
        "state": step.state,
        "due": step.due,
        "attempts": step.attempts,
        "visits": step.visits,
        "lease_token": None,
        "outcome": _told_outcome(item),
        "problem": problem,
        "run_id": run_id,
        "redirect_to": item.redirect_to,
    }
    if item.outcome.kind is not OutcomeKind.FAILED:
        values["deaths"] = 0
    if item.digest is not None and item.outcome.kind in READ:
        headers = {name.lower(): value for name, value in item.headers.items()}
        values |= {
            "digest": item.digest,
            "etag": headers.get("etag"),
            "last_modified": headers.get("last-modified"),
        }
    if item.outcome.kind is OutcomeKind.UNCHANGED:
        values.pop("outcome")  # what the page is stands; that it has not changed is told by its fetch
    if again:  # another part changed while this article was joined: read this page again
        values |= {"state": "waiting", "due": now, "digest": None, "etag": None, "last_modified": None}
    connection.execute(update(requests).where(requests.c.id == item.request.id).values(**values))
