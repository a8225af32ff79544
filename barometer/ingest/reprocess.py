"""Reading the claims of recorded articles again: where the engine has changed since, or a reading was cut short.

The text is that of the current revision; nothing is fetched. Claims keep their ids, the index hears of what changed,
subscribers do not: what is read again is no news.
"""

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, or_, select, update

from barometer.archive.outbox import announce, article_subject
from barometer.archive.record import Record
from barometer.archive.tables import articles, extractions, revisions
from barometer.clock import Clock
from barometer.ingest.extracted import Extracted
from barometer.ingest.extraction import UNREAD, told_by, write_extraction
from barometer.ingest.pool import ReadingPool
from barometer.model import OutcomeKind
from barometer.sources import Source

SLICE = 50


@dataclass(slots=True)
class Reprocessed:
    """What came of it: articles read again, claims before and after, articles whose reading was cut short again."""

    articles: int = 0
    claims: int = 0
    unread: int = 0
    overtaken: int = 0  # articles that a crawl changed meanwhile: what it wrote stands


def count_outdated(record: Record, engine_version: str, names: Collection[str] = ()) -> int:
    """Count the articles on topic whose claims were not read to the end by this engine."""
    with record.reading() as connection:
        query = select(func.count()).select_from(_outdated(engine_version, names).subquery())
        return int(connection.execute(query).scalar_one())


def reprocess(
    record: Record,
    pool: ReadingPool,
    sources: Mapping[str, Source],
    engine_version: str,
    clock: Clock,
    *,
    names: Collection[str] = (),
    at_once: int = 2,
    on_progress: Callable[[int], object] = lambda _: None,
) -> Reprocessed:
    """Read every outdated article again, of the named sources or of all; killed at any moment, it goes on next time.

    `at_once` articles are read in the pool together; each is written in a transaction of its own, then `on_progress`
    is told of one more.
    """
    return asyncio.run(_reprocess(record, pool, sources, engine_version, clock, names, at_once, on_progress))


async def _reprocess(
    record: Record,
    pool: ReadingPool,
    sources: Mapping[str, Source],
    engine_version: str,
    clock: Clock,
    names: Collection[str],
    at_once: int,
    on_progress: Callable[[int], object],
) -> Reprocessed:
    done = Reprocessed()
    free = asyncio.Semaphore(at_once)

    async def one(row: Row[Any]) -> None:
        async with free:
            name = told_by(
                sources.get(row.source_id), account=row.account, source_name=row.source_name, language=row.language
            )
            extracted = await pool.extract(row.text, row.published, name)
        _count(done, extracted, written=_write(record, row, extracted, clock()))
        on_progress(1)

    for rows in _slices(record, engine_version, names):
        await asyncio.gather(*(one(row) for row in rows))
    return done


def _count(done: Reprocessed, extracted: Extracted, *, written: bool) -> None:
    if not written:
        done.overtaken += 1
        return
    done.articles += 1
    done.claims += len(extracted.claims)
    done.unread += not extracted.complete


def _slices(record: Record, engine_version: str, names: Collection[str]) -> Iterator[list[Row[Any]]]:
    last = -1
    while True:
        with record.reading() as connection:
            query = _outdated(engine_version, names).where(articles.c.id > last).order_by(articles.c.id).limit(SLICE)
            rows = list(connection.execute(query).all())
        if not rows:
            return
        yield rows
        last = rows[-1].id


def _outdated(engine_version: str, names: Collection[str]) -> Any:
    query = (
        select(articles, revisions.c.text, revisions.c.number)
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .outerjoin(extractions, extractions.c.id == articles.c.extraction_id)
        .where(articles.c.outcome == OutcomeKind.ARTICLE.value, articles.c.redirect_to.is_(None))
        .where(articles.c.removed_at.is_(None))
        .where(
            or_(
                extractions.c.id.is_(None),
                extractions.c.engine_version != engine_version,
                extractions.c.revision_id != articles.c.revision_id,
                extractions.c.complete.is_(False),
            )
        )
    )
    return query.where(articles.c.source_id.in_(names)) if names else query


def _write(record: Record, row: Row[Any], extracted: Extracted, now: datetime) -> bool:
    """Write the extraction unless the article has changed since it was read here; give whether it was written."""
    with record.writing() as connection:
        before = connection.execute(select(articles).where(articles.c.id == row.id).with_for_update()).one()
        if (before.revision_id, before.extraction_id, before.redirect_to) != (row.revision_id, row.extraction_id, None):
            return False
        extraction_id = write_extraction(connection, before, row.revision_id, row.number, row.text, extracted, now)
        problem = before.problem if before.problem != UNREAD else None
        values = {"extraction_id": extraction_id, "problem": problem if extracted.complete else problem or UNREAD}
        if all(getattr(before, name) == value for name, value in values.items()):
            return True
        connection.execute(update(articles).where(articles.c.id == row.id).values(version=before.version + 1, **values))
        announce(connection, article_subject(row.id), now, news=False)
    return True
