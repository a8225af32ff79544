"""A record of many synthetic articles, written straight into its tables as a crawl would have left them."""

import hashlib
import itertools
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, update

from barometer.archive.outbox import article_subject, register
from barometer.archive.record import Record
from barometer.archive.tables import articles, claims, extractions, outbox, revisions, sources
from barometer.ingest.drain import CONSUMER
from barometer.search.documents import ArticleDocument, ClaimDocument
from tests.proofs import synthetic

NOW = datetime(2025, 11, 28, tzinfo=UTC)
SLICE = 1_000
Batch = list[tuple[ArticleDocument, list[ClaimDocument]]]


def fill(record: Record, amount: int, *, length: float = 0.2) -> None:
    """Record so many articles with two claims each, all of them waiting in the outbox for the index."""
    register(record, CONSUMER, NOW, backfill=True)
    with record.writing() as connection:
        connection.execute(insert(sources), [{"id": f"source{number}"} for number in range(50)])
    made = synthetic.articles(amount, length=length)
    while batch := list(itertools.islice(made, SLICE)):
        _write(record, batch)


def announce_again(record: Record, ids: list[int]) -> None:
    """A change of these articles, as a new revision would be one."""
    with record.writing() as connection:
        changed = update(articles).where(articles.c.id.in_(ids)).values(version=articles.c.version + 1)
        connection.execute(changed)
        connection.execute(insert(outbox), [_note(each) for each in ids])


def _write(record: Record, batch: Batch) -> None:
    rows: dict[str, list[dict[str, Any]]] = {"articles": [], "revisions": [], "extractions": [], "claims": []}
    for article, held in batch:
        number, text = article.id, f"{article.title}\n\n{article.text}"
        rows["articles"].append(_article(article))
        rows["revisions"].append({
            "id": number, "article_id": number, "number": 1, "seen_at": NOW, "title": article.title, "text": text,
            "digest": hashlib.sha256(text.encode()).hexdigest(), "fetch_ids": [],
        })  # fmt: skip
        rows["extractions"].append({
            "id": number, "article_id": number, "revision_id": number, "engine_version": "1", "at": NOW,
            "complete": True,
        })  # fmt: skip
        rows["claims"] += [_claim(claim, position) for position, claim in enumerate(held)]
    with record.writing() as connection:
        for table in (articles, revisions, extractions, claims):
            connection.execute(insert(table), rows[table.name])
        connection.execute(insert(outbox), [_note(article.id) for article, _ in batch])


def _note(article_id: int) -> dict[str, Any]:
    return {"consumer": CONSUMER, "subject": article_subject(article_id), "at": NOW}


def _article(article: ArticleDocument) -> dict[str, Any]:
    return {
        "id": article.id, "source_id": article.source, "root_id": article.id, "url": article.url, "outcome": "article",
        "title": article.title, "published": article.published, "language": article.language, "method": "synthetic",
        "revision_id": article.id, "extraction_id": article.id, "version": 1, "first_seen": NOW, "last_seen": NOW,
    }  # fmt: skip


def _claim(claim: ClaimDocument, position: int) -> dict[str, Any]:
    return {
        "extraction_id": claim.article_id, "id": claim.id, "article_id": claim.article_id, "position": position,
        "quote": claim.quote, "start": 0, "end": len(claim.quote), "numeral_start": 0, "sentence": claim.sentence,
        "value": claim.value, "value_real": float(claim.value), "unit": claim.unit, "kind": claim.kind,
        "modifier": claim.modifier, "indicator": claim.indicator, "place": claim.place, "status": claim.status,
        "inherited": [],
    }  # fmt: skip
