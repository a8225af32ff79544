"""One number for the whole record, the same for two records that say the same.

Left out, with the reason: times of fetching, leases, attempts, fetches and run ids (they tell how a crawl went, not
what it found); surrogate row ids (they count insertions); evidence places (one process writes one segment); outbox
marks (when a consumer got there). Claim and article ids are in: they must not depend on the order of a crawl.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from barometer.archive.record import Record
from barometer.archive.tables import article_keys, articles, claims, outbox, requests, revisions

ARTICLE_LEFT_OUT = {"root_id", "revision_id", "extraction_id", "version", "first_seen", "last_seen", "removed_at"}
CLAIM_LEFT_OUT = {"extraction_id", "value_real", "value_max_real"}


def record_lines(record: Record) -> list[str]:
    """Give what the digest is made of, one sorted JSON line a fact, so that two records can be compared by eye."""
    with record.reading() as connection:
        lines = [
            *_lines(
                "article",
                connection.execute(select(*[c for c in articles.c if c.name not in ARTICLE_LEFT_OUT])).mappings(),
            ),
            *_lines("key", connection.execute(select(article_keys)).mappings()),
            *_lines(
                "revision",
                connection.execute(
                    select(revisions.c.article_id, revisions.c.number, revisions.c.title, revisions.c.digest)
                ).mappings(),
            ),
            *_lines(
                "claim",
                connection.execute(
                    select(*[c for c in claims.c if c.name not in CLAIM_LEFT_OUT]).join(
                        articles, articles.c.extraction_id == claims.c.extraction_id
                    )
                ).mappings(),
            ),
            *_lines("outbox", connection.execute(select(outbox.c.consumer, outbox.c.subject)).mappings()),
            *_lines(
                "request",
                connection.execute(
                    select(requests.c.source_id, requests.c.url, requests.c.kind, requests.c.state, requests.c.outcome)
                ).mappings(),
            ),
        ]
    return sorted(lines)


def record_digest(record: Record) -> str:
    """Give the SHA-256 of what the record says."""
    return hashlib.sha256("\n".join(record_lines(record)).encode()).hexdigest()


def _lines(kind: str, rows: Iterable[Any]) -> list[str]:
    return [kind + " " + json.dumps(dict(row), sort_keys=True, default=str, ensure_ascii=False) for row in rows]
