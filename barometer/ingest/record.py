"""One response into the record, in one transaction: its fetch, its links, its part, its article and claims, the outbox.

A crash before the commit leaves the request leased, to be fetched again; a crash after it leaves nothing to do.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from barometer.archive.frontier import NewRequest, add_requests, make_due
from barometer.archive.leases import Lease, require_lease
from barometer.archive.record import Record
from barometer.archive.tables import article_parts, fetches, requests
from barometer.archive.upsert import insert_or_replace
from barometer.errors import LeaseLost
from barometer.ingest.article import write_article
from barometer.ingest.assemble import MOST_PARTS, part_to_json, stored_parts
from barometer.ingest.fetched import Fetched, WholeArticle
from barometer.ingest.revisit import Step, next_step
from barometer.model import Link, OutcomeKind, RequestKind

MOST_HOPS = 5


def plan(item: Fetched, visits: int, changed: bool, now: datetime) -> Step:
    """Decide what becomes of the request of this item."""
    return next_step(
        item.outcome.kind,
        item.request.kind,
        attempts=item.request.attempts,
        visits=visits,
        changed=changed,
        retry_after=item.retry_after,
        now=now,
    )


def record_fetched(record: Record, lease: Lease, run_id: int, item: Fetched, now: datetime) -> Step:
    """Settle the item's request with everything it brought. Raises LeaseLost when it is no longer ours to settle."""
    with record.writing() as connection:
        require_lease(connection, lease)
        row = _leased_row(connection, lease, item)
        problem = item.outcome.problem
        if item.redirect_to is not None:
            problem = _follow_redirect(connection, row, item, run_id, now) or problem
        fetch_id = _write_fetch(connection, run_id, item, problem)
        _add_links(connection, row.source_id, item.outcome.links, run_id, now)
        changed = item.digest is not None and item.digest != row.digest
        step = plan(item, row.visits, changed, now)
        stale = False
        if item.outcome.part is not None:
            _write_part(connection, row, item, fetch_id, now)
        if item.article is not None:
            stale = not _parts_still(connection, item.request.root_id, item.article, item.request.part)
            if not stale:
                _write_whole(connection, row, item, item.article, fetch_id, now)
        _settle(connection, item, step, run_id, problem, now, stale=stale)
    return step


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


def _add_links(connection: Connection, source_id: str, links: Iterable[Link], run_id: int, now: datetime) -> None:
    wanted = [NewRequest(link.url, link.kind) for link in links]
    add_requests(connection, source_id, wanted, now)
    for one in wanted:
        if one.kind is RequestKind.LISTING:
            make_due(connection, source_id, one.fingerprint, run_id, now)


def _follow_redirect(connection: Connection, row: Row[Any], item: Fetched, run_id: int, now: datetime) -> str | None:
    """Add a row for the target; give what is wrong when there is no following it."""
    target = item.redirect_to or ""
    if row.hops >= MOST_HOPS:
        return f"redirected {row.hops + 1} times, the last time to {target}: not followed"
    if _leads_back(connection, row, target):
        return f"redirects in a circle, back to {target}"
    one = NewRequest(
        target,
        RequestKind(row.kind),
        hops=row.hops + 1,
        origin=row.origin or row.url,
        root_id=row.root_id,
        part=row.part,
    )
    if not add_requests(connection, row.source_id, [one], now):
        make_due(connection, row.source_id, one.fingerprint, run_id, now)
    return None


def _leads_back(connection: Connection, row: Row[Any], target: str) -> bool:
    """Tell whether following redirects from the target comes back to this row."""
    for _ in range(MOST_HOPS + 1):
        if target == row.url:
            return True
        query = select(requests.c.redirect_to).where(
            requests.c.source_id == row.source_id, requests.c.url == target, requests.c.redirect_to.is_not(None)
        )
        following = connection.execute(query.limit(1)).scalar()
        if following is None:
            return False
        target = following
    return False


def _write_part(connection: Connection, row: Row[Any], item: Fetched, fetch_id: int, now: datetime) -> None:
    part = item.outcome.part
    if part is None:
        return
    root_id = item.request.root_id
    insert_or_replace(
        connection,
        article_parts,
        {
            "root_id": root_id,
            "number": item.request.part,
            "request_id": item.request.id,
            "fetch_id": fetch_id,
            "digest": item.digest or "",
            "content": part_to_json(part),
        },
        ["root_id", "number"],
    )
    if part.next_url is not None and item.request.part < MOST_PARTS:
        following = NewRequest(part.next_url, RequestKind.PART, root_id=root_id, part=item.request.part + 1)
        add_requests(connection, row.source_id, [following], now)


def _parts_still(connection: Connection, root_id: int, whole: WholeArticle, number: int) -> bool:
    """Tell whether the other parts are those that the article was joined from."""
    stored = stored_parts(connection, root_id)
    others = {ref.number: ref.digest for ref in whole.others}
    now_there = {key: digest for key, (digest, _) in stored.items() if key != number and key in others}
    return now_there == others


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
    stale: bool,
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
    if item.digest is not None and item.outcome.kind not in {OutcomeKind.FAILED, OutcomeKind.QUARANTINED}:
        headers = {name.lower(): value for name, value in item.headers.items()}
        values |= {
            "digest": item.digest,
            "etag": headers.get("etag"),
            "last_modified": headers.get("last-modified"),
        }
    if item.outcome.kind is OutcomeKind.UNCHANGED:
        values.pop("outcome")  # what the page is stands; that it has not changed is told by its fetch
    if stale:  # another part changed while this article was joined: read this page again
        values |= {"state": "waiting", "due": now, "digest": None, "etag": None, "last_modified": None}
    connection.execute(update(requests).where(requests.c.id == item.request.id).values(**values))
