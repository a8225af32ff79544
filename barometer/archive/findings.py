"""What a run found, for the person who started it: counts by source, and the claims that tell most."""

from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any

from sqlalchemy import Row, and_, case, func, literal, or_, select

from barometer.archive.record import Record
from barometer.archive.tables import articles, claims, extractions


@dataclass(frozen=True, slots=True)
class Found:
    """New articles and newly read claims of one source."""

    new_articles: int
    new_claims: int


def found_since(record: Record, since: datetime) -> dict[str, Found]:
    """Count by source what is new since a moment."""
    with record.reading() as connection:
        new = connection.execute(
            select(articles.c.source_id, func.count())
            .where(articles.c.first_seen >= since)
            .group_by(articles.c.source_id)
        ).all()
        read = connection.execute(
            select(articles.c.source_id, func.count())
            .join(extractions, extractions.c.id == articles.c.extraction_id)
            .join(claims, claims.c.extraction_id == extractions.c.id)
            .where(extractions.c.at >= since)
            .group_by(articles.c.source_id)
        ).all()
    counts = {row[0]: row[1] for row in new}, {row[0]: row[1] for row in read}
    return {name: Found(counts[0].get(name, 0), counts[1].get(name, 0)) for name in {*counts[0], *counts[1]}}


def corrected_claims(record: Record, since: datetime, limit: int) -> list[Row[Any]]:
    """Give the claims whose figure a new revision of their article has changed since a moment, with what it was.

    The figure that stood there before is in the columns `old_value`, `old_value_max`, `old_unit`, `old_modifier` and
    `old_direction`.
    """
    earlier, older = extractions.alias("earlier"), claims.alias("older")
    before = (
        select(func.max(earlier.c.id))
        .where(earlier.c.article_id == articles.c.id, earlier.c.revision_id != extractions.c.revision_id)
        .scalar_subquery()
    )
    query = (
        select(
            claims,
            *[older.c[name].label(f"old_{name}") for name in ("value", "value_max", "unit", "modifier", "direction")],
            articles.c.url,
            articles.c.source_id,
            articles.c.published,
        )
        .join(extractions, extractions.c.id == claims.c.extraction_id)
        .join(articles, articles.c.extraction_id == extractions.c.id)
        .join(older, and_(older.c.id == claims.c.id, older.c.extraction_id == before))
        .where(extractions.c.at >= since)
        .where(
            or_(
                older.c.value != claims.c.value,
                func.coalesce(older.c.value_max, "") != func.coalesce(claims.c.value_max, ""),
                older.c.unit != claims.c.unit,
            )
        )
        .order_by(articles.c.id, claims.c.position)
        .limit(limit)
    )
    with record.reading() as connection:
        return list(connection.execute(query).all())


def telling_claims(record: Record, since: datetime, limit: int) -> list[Row[Any]]:
    """Give the claims read since a moment that say most, in few words: one an article, the languages in turn."""
    said = [
        claims.c.indicator_id,
        claims.c.place,
        claims.c.period_end,
        claims.c.comparison,
        claims.c.attributed_to,
    ]
    weight: Any = literal(0)
    for column in said:
        weight = weight + case((column.is_not(None), 1), else_=0)
    ranked = (
        select(
            claims,
            articles.c.url,
            articles.c.title,
            articles.c.source_id,
            articles.c.published,
            articles.c.language,
            weight.label("weight"),
            func.row_number()
            .over(partition_by=articles.c.id, order_by=(weight.desc(), claims.c.position))
            .label("nth"),
        )
        .join(articles, articles.c.extraction_id == claims.c.extraction_id)
        .join(extractions, extractions.c.id == claims.c.extraction_id)
        .where(and_(extractions.c.at >= since, claims.c.indicator.is_not(None)))
        .subquery()
    )
    query = (
        select(ranked)
        .where(ranked.c.nth == 1)
        .order_by(ranked.c.weight.desc(), func.length(ranked.c.sentence), ranked.c.article_id)
        .limit(50 * limit)
    )
    with record.reading() as connection:
        rows = connection.execute(query).all()
    by_language: dict[str, list[Row[Any]]] = {}
    for row in {row.sentence: row for row in reversed(rows)}.values():  # a reprint tells it once more
        by_language.setdefault(row.language, []).insert(0, row)
    turns = [row for turn in zip_longest(*by_language.values()) for row in turn if row is not None]
    return turns[:limit]
