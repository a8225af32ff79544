"""What the record says now about an article, as documents for the index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from barometer.archive.record import Record
from barometer.archive.tables import articles, claims, revisions
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.index import Versions

SLICE = 500


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents to put, and ids with versions to take out: articles that were removed or became another's copy."""

    articles: tuple[ArticleDocument, ...]
    claims: tuple[ClaimDocument, ...]
    gone: dict[int, int]


def documents_of(record: Record, article_ids: Sequence[int]) -> Documents:
    """Read the articles as they are now."""
    with record.reading() as connection:
        rows = connection.execute(
            select(articles, revisions.c.text)
            .outerjoin(revisions, revisions.c.id == articles.c.revision_id)
            .where(articles.c.id.in_(article_ids))
            .order_by(articles.c.id)
        ).all()
        current = {row.id: row for row in rows if row.removed_at is None and row.redirect_to is None}
        claim_rows = connection.execute(
            select(claims)
            .join(articles, articles.c.extraction_id == claims.c.extraction_id)
            .where(articles.c.id.in_(list(current)))
            .order_by(claims.c.article_id, claims.c.position)
        ).all()
    gone = {row.id: row.version for row in rows if row.id not in current}
    return Documents(
        tuple(_article(row) for row in current.values()),
        tuple(_claim(row, current[row.article_id]) for row in claim_rows),
        gone,
    )


def all_article_ids(record: Record) -> Iterator[list[int]]:
    """Give the ids of all articles in slices, those that are gone too."""
    last = -1
    while True:
        with record.reading() as connection:
            query = select(articles.c.id).where(articles.c.id > last).order_by(articles.c.id).limit(SLICE)
            found = list(connection.execute(query).scalars())
        if not found:
            return
        yield found
        last = found[-1]


def recorded_versions(record: Record) -> tuple[Versions, dict[str, int]]:
    """Which articles and claims an index of this record has, in which version; and the article of each claim."""
    living = (articles.c.removed_at.is_(None), articles.c.redirect_to.is_(None))
    of_claims = (
        select(claims.c.id, articles.c.version, articles.c.id)
        .join(articles, articles.c.extraction_id == claims.c.extraction_id)
        .where(*living)
    )
    with record.reading() as connection:
        of_articles = connection.execute(select(articles.c.id, articles.c.version).where(*living)).all()
        rows = connection.execute(of_claims).all()
    versions = {row.id: row.version for row in of_articles}
    return Versions(versions, {row[0]: row[1] for row in rows}), {row[0]: row[2] for row in rows}


def _article(row: Row[Any]) -> ArticleDocument:
    _, _, body = (row.text or "").partition("\n\n")
    return ArticleDocument(
        id=row.id,
        version=row.version,
        title=row.title,
        text=body,
        url=row.url,
        source=row.source_id,
        source_name=row.account or row.source_name,
        language=row.language,
        published=row.published,
        fetched=row.last_seen,
        outcome=row.outcome,
        author=row.author,
    )


def _claim(row: Row[Any], article: Row[Any]) -> ClaimDocument:
    return ClaimDocument(
        id=row.id,
        version=article.version,
        article_id=article.id,
        quote=row.quote,
        sentence=row.sentence,
        value=row.value,
        value_max=row.value_max,
        unit=row.unit,
        kind=row.kind,
        modifier=row.modifier,
        indicator=row.indicator,
        indicator_id=row.indicator_id,
        place=row.place,
        period_start=row.period_start,
        period_end=row.period_end,
        comparison=row.comparison,
        direction=row.direction,
        attributed_to=row.attributed_to,
        status=row.status,
        title=article.title,
        url=article.url,
        source=article.source_id,
        source_name=article.account or article.source_name,
        language=article.language,
        published=article.published,
    )
