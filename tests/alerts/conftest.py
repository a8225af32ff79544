"""A record with articles in it as a crawl leaves them, and subscriptions to hear of them."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert

from barometer.archive.frontier import lane_of
from barometer.archive.outbox import register
from barometer.archive.record import Record
from barometer.archive.tables import requests, runs, sources
from barometer.archive.upsert import insert_new
from barometer.ingest.article import write_article
from barometer.ingest.extracted import Extracted
from barometer.ingest.fetched import WholeArticle
from barometer.model import ArticlePart, Claim

NOW = datetime(2025, 6, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def record_url(request: pytest.FixtureRequest, databases: Any) -> str:
    url: str = databases.migrated(getattr(request, "param", "sqlite"))
    return url


class Newsroom:
    """Writes articles into the record as a run of a source does."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.numbers = itertools.count(1)
        register(record, "alerts", NOW, backfill=False)

    def publish(self, title: str, text: str, claims: tuple[Claim, ...] = (), **more: Any) -> int:
        source, now = more.get("source", "people"), more.get("now", NOW)
        number = next(self.numbers)
        url = more.get("url", f"https://{source}.example/{number}")
        with self.record.writing() as connection:
            insert_new(connection, sources, [{"id": source, "state": "configured", "lease_token": 0}], ["id"])
            run = insert(runs).values(
                source_id=source, mode=more.get("mode", "live"), state="ended", token=1, started_at=now
            )
            run_id = connection.execute(run.returning(runs.c.id)).scalar_one()
            asked = insert(requests).values(
                source_id=source,
                fingerprint=f"{number:064}",
                kind="article",
                url=url,
                host=f"https://{source}.example",
                state="settled",
                lane=lane_of(more.get("mode", "live")),
                run_id=run_id,
                added_at=now,
            )
            root_id = connection.execute(asked.returning(requests.c.id)).scalar_one()
            part = ArticlePart(title, text, more.get("published", now - timedelta(hours=1)), source_name=source)
            whole = WholeArticle(part, f"{title}\n\n{text}", url, (f"{source}:{more.get('key', number)}",), "UTC")
            extracted = Extracted(claims, "test")
            return write_article(
                connection,
                source,
                root_id,
                whole,
                on_topic=True,
                extracted=extracted,
                fetch_ids=[number],
                now=now,
            )


def make_claim(text: str, quote: str, value: str, **more: Any) -> Claim:
    start = text.index(quote)
    defaults: dict[str, Any] = {"unit": "percent", "kind": "change", "indicator": "exports", "indicator_id": "exports"}
    return Claim(quote, start, start + len(quote), start, Decimal(value), **{**defaults, **more})


@pytest.fixture
def newsroom(record: Record) -> Newsroom:
    return Newsroom(record)


@pytest.fixture
def claim() -> Callable[..., Claim]:
    return make_claim
