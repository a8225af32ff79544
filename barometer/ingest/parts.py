"""The parts of an article in the record: which pages they are, what was read of them, whether more is to be hoped for.

A part belongs to the article whose part before it links to it: when that link changes, another page takes its place.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from barometer.archive.frontier import NewRequest, add_requests
from barometer.archive.tables import article_parts, requests
from barometer.ingest.revisit import QUICK_TRIES
from barometer.model import ArticlePart, OutcomeKind, Precision, RequestKind

MOST_PARTS = 20


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A part as it was read last: digest of its page, the addresses that lead to it, what it holds."""

    digest: str
    addresses: frozenset[str]
    content: ArticlePart


def part_to_json(part: ArticlePart) -> dict[str, Any]:
    """Give a part as JSON values, for the record."""
    values = asdict(part)
    values["published"] = part.published.isoformat() if part.published else None
    values["keys"] = list(part.keys)
    return values


def part_from_json(values: Mapping[str, Any]) -> ArticlePart:
    """Read back what `part_to_json` gave."""
    return ArticlePart(
        **{
            **values,
            "published": datetime.fromisoformat(values["published"]) if values["published"] else None,
            "precision": Precision(values["precision"]) if values["precision"] else None,
            "keys": tuple(values["keys"]),
        }
    )


def stored_parts(connection: Connection, root_id: int) -> dict[int, StoredPart]:
    """Give the parts of an article that are in the record, by number."""
    query = (
        select(article_parts, requests.c.url, requests.c.origin)
        .join(requests, requests.c.id == article_parts.c.request_id)
        .where(article_parts.c.root_id == root_id)
        .order_by(article_parts.c.number)
    )
    return {
        row.number: StoredPart(row.digest, addresses_of(row.url, row.origin), part_from_json(row.content))
        for row in connection.execute(query)
    }


def addresses_of(url: str, origin: str | None) -> frozenset[str]:
    """Give the addresses under which a page is linked: its own, and the one that was redirected to it."""
    return frozenset({url, origin} if origin else {url})


def row_of(connection: Connection, source_id: str, url: str, lane: str) -> Row[Any] | None:
    """Give the source's request for a URL in a lane, if there is one."""
    fingerprint = NewRequest(url, RequestKind.PART, lane=lane).fingerprint
    query = select(requests).where(requests.c.source_id == source_id, requests.c.fingerprint == fingerprint)
    return connection.execute(query).one_or_none()


def can_adopt(row: Row[Any]) -> bool:
    """Tell whether a request may become an article's part: it was added as an article of its own, from a listing."""
    return row.kind == RequestKind.ARTICLE.value and row.root_id is None


def adopt(
    connection: Connection, row: Row[Any], root_id: int, number: int, now: datetime, origin: str | None = None
) -> None:
    """Make a known request the part of an article, to be read as such; one that is out is read again when back."""
    values: dict[str, Any] = {"kind": RequestKind.PART.value, "root_id": root_id, "part": number, "origin": origin}
    values |= {"outcome": None, "attempts": 0, "digest": None, "etag": None, "last_modified": None}
    if row.state in {"waiting", "settled"}:
        values |= {"state": "waiting", "due": now}
    connection.execute(update(requests).where(requests.c.id == row.id).values(**values))


def expect_part(
    connection: Connection, source_id: str, root_id: int, number: int, url: str, lane: str, now: datetime
) -> None:
    """Make the page the article's part `number`: a new request, or one that is known and not read as this part yet."""
    new = NewRequest(url, RequestKind.PART, root_id=root_id, part=number, lane=lane)
    if number > MOST_PARTS or add_requests(connection, source_id, [new], now):
        return
    row = row_of(connection, source_id, url, lane)
    if row is None or row.id == root_id:
        return
    if can_adopt(row):
        adopt(connection, row, root_id, number, now)
    elif row.root_id == root_id and row.part == number and row.outcome == OutcomeKind.ARTICLE.value:
        stored = stored_parts(connection, root_id).get(number)
        if stored is None or url not in stored.addresses:
            adopt(connection, row, root_id, number, now, row.origin)


def why_missing(connection: Connection, source_id: str, root_id: int, number: int, url: str, lane: str) -> str | None:
    """Say why a part that is not stored will not come for now; None while it is to be waited for."""
    row = row_of(connection, source_id, url, lane)
    for _ in range(10):  # redirects of redirects; they end by themselves long before
        if row is None or row.outcome != OutcomeKind.REDIRECT.value or row.redirect_to is None:
            break
        row = row_of(connection, source_id, row.redirect_to, lane)
    if row is None or (can_adopt(row) and row.id != root_id):
        return None
    if row.root_id != root_id or row.part != number:
        return f"part {number} is missing: its link leads to another page, {row.url}"
    tried = row.outcome == OutcomeKind.FAILED.value and row.attempts < QUICK_TRIES
    if row.outcome in {None, OutcomeKind.ARTICLE.value, OutcomeKind.OFF_TOPIC.value} or tried:
        return None
    return f"part {number} is missing: {row.problem or row.outcome}"
