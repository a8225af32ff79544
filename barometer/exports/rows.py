"""The rows of an export: what the record holds of articles and claims, each with where it comes from."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, ColumnElement, Select, select

from barometer.archive.columns import DecimalText, UtcTime
from barometer.archive.record import Record
from barometer.archive.tables import articles, claims, extractions, revisions
from barometer.exports.table import Table

SLICE = 500
_PROVENANCE = (
    articles.c.title.label("article_title"),
    articles.c.url,
    articles.c.source_id.label("source"),
    articles.c.source_name,
    articles.c.language,
    articles.c.published,
    revisions.c.number.label("revision"),
    revisions.c.seen_at.label("fetched"),
    extractions.c.engine_version,
    revisions.c.digest.label("text_sha256"),
)
# As the index walks: the newest article first, those of no known day last.
_NEWEST_FIRST = (articles.c.published.desc().nulls_last(), articles.c.id.desc())
_NOT_OF_CLAIMS = {"extraction_id", "value_real", "value_max_real", "position"}
_NOT_OF_ARTICLES = {"root_id", "revision_id", "extraction_id", "version", "redirect_to", "removed_at"}


def claim_table(record: Record, ids: Iterable[str] | None = None) -> Table:
    """Give every current claim with its provenance, the newest first, or those with these ids in their order.

    Unknown ids give none.
    """
    query = (
        select(*[column for column in claims.c if column.name not in _NOT_OF_CLAIMS], *_PROVENANCE)
        .join(articles, articles.c.extraction_id == claims.c.extraction_id)
        .join(extractions, extractions.c.id == claims.c.extraction_id)
        .join(revisions, revisions.c.id == extractions.c.revision_id)
        .where(articles.c.removed_at.is_(None), articles.c.redirect_to.is_(None))
    )
    if ids is None:
        return _table(query, _all(record, query.order_by(*_NEWEST_FIRST, claims.c.position)))
    return _table(query, _in_order(record, query, claims.c.id, ids))


def article_table(record: Record, ids: Iterable[int] | None = None) -> Table:
    """Give every article with its current text, the newest first, or those with these ids in their order.

    Unknown ids give none.
    """
    query = (
        select(
            *[column for column in articles.c if column.name not in _NOT_OF_ARTICLES],
            revisions.c.number.label("revision"),
            revisions.c.text,
            revisions.c.digest.label("text_sha256"),
        )
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(articles.c.removed_at.is_(None), articles.c.redirect_to.is_(None))
    )
    if ids is None:
        return _table(query, _all(record, query.order_by(*_NEWEST_FIRST)))
    return _table(query, _in_order(record, query, articles.c.id, ids))


def _table(query: Select[Any], rows: Iterator[Mapping[str, Any]]) -> Table:
    columns = query.selected_columns
    kinds = {name: _kind(column) for name, column in columns.items()}
    ids = frozenset(name for name, column in columns.items() if isinstance(column.type, BigInteger))
    return Table(tuple(columns.keys()), rows, kinds, ids)


def _kind(column: ColumnElement[Any]) -> type:
    for of_ours, kind in ((UtcTime, datetime), (DecimalText, Decimal), (JSON, list)):
        if isinstance(column.type, of_ours):
            return kind
    return column.type.python_type


def _all(record: Record, query: Select[Any]) -> Iterator[Mapping[str, Any]]:
    with record.reading() as connection:
        for row in connection.execution_options(yield_per=SLICE).execute(query).mappings():
            yield dict(row)


def _in_order(record: Record, query: Select[Any], key: Any, ids: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    walk = iter(ids)
    while some := list(itertools.islice(walk, SLICE)):
        with record.reading() as connection:
            rows = {row["id"]: dict(row) for row in connection.execute(query.where(key.in_(some))).mappings()}
        yield from (rows[each] for each in some if each in rows)
