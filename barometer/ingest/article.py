"""Writing one whole article: which article it is, whether the text is new, which claims are which."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from barometer.archive.frontier import NEWS
from barometer.archive.outbox import announce, article_subject
from barometer.archive.tables import article_keys, articles, requests, revisions
from barometer.ingest.extracted import Extracted
from barometer.ingest.extraction import UNREAD, write_extraction
from barometer.ingest.fetched import WholeArticle
from barometer.model import OutcomeKind

ID_BITS = 52  # so that an id survives JSON readers that keep numbers as doubles


def article_id_for(key: str, attempt: int = 0) -> int:
    """Give the surrogate id of an article first seen under `key`: the same in every record, whatever the order."""
    digest = hashlib.sha256(f"{key}#{attempt}".encode() if attempt else key.encode()).digest()
    return int.from_bytes(digest[:8]) >> (64 - ID_BITS)


def text_digest(text: str) -> str:
    """Name a text by its SHA-256. Lone surrogates, which some pages hold, count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def write_article(
    connection: Connection,
    source_id: str,
    root_id: int,
    whole: WholeArticle,
    *,
    on_topic: bool,
    extracted: Extracted | None,
    fetch_ids: Sequence[int],
    now: datetime,
) -> int:
    """Write the article, a revision if its text is new, an extraction if there is one; announce it if anything changed.

    Gives the article's id.
    """
    news = _is_news(connection, root_id)
    outcome = OutcomeKind.ARTICLE if on_topic else OutcomeKind.OFF_TOPIC
    known = _find(connection, whole.keys)
    article_id = (
        _survivor(connection, known, now, news=news) if known else _create(connection, source_id, root_id, whole, now)
    )
    before = connection.execute(select(articles).where(articles.c.id == article_id).with_for_update()).one()
    _add_keys(connection, article_id, whole.keys)
    fields = {**_fields(whole, outcome, extracted), "removed_at": before.removed_at}
    revision_id, number, text_changed = _revise(connection, before, whole, fetch_ids, now)
    extraction_id = write_extraction(connection, before, revision_id, number, whole.text, extracted, now)
    fields |= {"revision_id": revision_id, "extraction_id": extraction_id}
    changed = text_changed or len(known) > 1 or any(getattr(before, name) != fields[name] for name in fields)
    fields["last_seen"] = now
    if changed:
        fields["version"] = before.version + 1
    connection.execute(update(articles).where(articles.c.id == article_id).values(**fields))
    if changed:
        announce(connection, article_subject(article_id), now, news=news)
    return article_id


def _is_news(connection: Connection, root_id: int) -> bool:
    """Say whether a page came by the daily crawl: what a person brings in or an archive holds is told to nobody."""
    lane = connection.execute(select(requests.c.lane).where(requests.c.id == root_id)).scalar()
    return lane in {None, NEWS}


def _find(connection: Connection, keys: Sequence[str]) -> list[Row[Any]]:
    """Give the articles that any of the keys names, oldest first."""
    ids = connection.execute(select(article_keys.c.article_id).where(article_keys.c.key.in_(keys))).scalars()
    query = select(articles).where(articles.c.id.in_(set(ids))).order_by(articles.c.first_seen, articles.c.id)
    return list(connection.execute(query).all())


def _survivor(connection: Connection, known: Sequence[Row[Any]], now: datetime, *, news: bool) -> int:
    """Give the oldest of the articles that turned out to be one; the others redirect to it."""
    oldest: int = known[0].id
    for younger in known[1:]:
        connection.execute(
            update(article_keys).where(article_keys.c.article_id == younger.id).values(article_id=oldest)
        )
        connection.execute(
            update(articles)
            .where(articles.c.id == younger.id)
            .values(redirect_to=oldest, extraction_id=None, version=younger.version + 1, last_seen=now)
        )
        announce(connection, article_subject(younger.id), now, news=news)
    return oldest


def _create(connection: Connection, source_id: str, root_id: int, whole: WholeArticle, now: datetime) -> int:
    attempt = 0
    while connection.execute(
        select(articles.c.id).where(articles.c.id == article_id_for(whole.keys[0], attempt))
    ).first():
        attempt += 1
    article_id = article_id_for(whole.keys[0], attempt)
    connection.execute(
        insert(articles).values(
            id=article_id,
            source_id=source_id,
            root_id=root_id,
            url=whole.url,
            outcome="",
            title="",
            language=whole.part.language,
            method=whole.part.method,
            version=0,
            first_seen=now,
            last_seen=now,
        )
    )
    return article_id


def _add_keys(connection: Connection, article_id: int, keys: Sequence[str]) -> None:
    there = set(connection.execute(select(article_keys.c.key).where(article_keys.c.key.in_(keys))).scalars())
    fresh = [{"key": key, "article_id": article_id} for key in keys if key not in there]
    if fresh:
        connection.execute(insert(article_keys), fresh)


def _fields(whole: WholeArticle, outcome: OutcomeKind, extracted: Extracted | None) -> dict[str, Any]:
    part = whole.part
    unread = None if extracted is None or extracted.complete else UNREAD
    return {
        "outcome": outcome.value,
        "title": part.title,
        "published": part.published,
        "published_precision": part.precision.value if part.precision else None,
        "zone": whole.zone,
        "language": part.language,
        "source_name": part.source_name,
        "author": part.author,
        "editor": part.editor,
        "account": part.account,
        "method": part.method,
        "problem": whole.problem or unread,
    }


def _revise(
    connection: Connection, before: Row[Any], whole: WholeArticle, fetch_ids: Sequence[int], now: datetime
) -> tuple[int, int, bool]:
    """Give the current revision's id and number, adding one when the text differs, and whether it was added."""
    digest = text_digest(whole.text)
    last = connection.execute(select(revisions).where(revisions.c.id == before.revision_id)).one_or_none()
    if last is not None and last.digest == digest:
        return last.id, last.number, False
    highest = connection.execute(
        select(func.max(revisions.c.number)).where(revisions.c.article_id == before.id)
    ).scalar_one()
    number = (highest or 0) + 1
    added = insert(revisions).values(
        article_id=before.id,
        number=number,
        seen_at=now,
        title=whole.part.title,
        text=whole.text,
        digest=digest,
        fetch_ids=list(fetch_ids),
    )
    return connection.execute(added.returning(revisions.c.id)).scalar_one(), number, True
