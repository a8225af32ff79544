"""`barometer export`: claims or articles as lines or a table, each with where it comes from."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import click
from sqlalchemy import Select, select

from barometer.archive.record import Record
from barometer.archive.tables import articles, claims, extractions, revisions
from barometer.cli.workplace import Workplace, opened

PROVENANCE = (
    articles.c.title.label("article_title"),
    articles.c.url,
    articles.c.source_id.label("source"),
    articles.c.source_name,
    articles.c.published,
    revisions.c.number.label("revision"),
    revisions.c.seen_at.label("fetched"),
    extractions.c.engine_version,
    revisions.c.digest.label("text_sha256"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
PAGE = 500


@click.command()
@click.argument("what", type=click.Choice(["claims", "articles"]))
@click.argument("query", nargs=-1)
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
def export(what: str, query: tuple[str, ...], form: str) -> None:
    """Write claims or articles to standard output, all of them or those that a query finds.

    Example: barometer export claims 跨境电商 --format csv > claims.csv
    """
    words = " ".join(query)
    with opened() as workplace:
        rows = _claims(workplace, words) if what == "claims" else _articles(workplace, words)
        _write(rows, form)


def _claims(workplace: Workplace, words: str) -> Iterator[Mapping[str, Any]]:
    left_out = {"extraction_id", "value_real", "value_max_real", "position"}
    query = (
        select(*[column for column in claims.c if column.name not in left_out], *PROVENANCE)
        .join(articles, articles.c.extraction_id == claims.c.extraction_id)
        .join(extractions, extractions.c.id == claims.c.extraction_id)
        .join(revisions, revisions.c.id == extractions.c.revision_id)
        .where(articles.c.removed_at.is_(None), articles.c.redirect_to.is_(None))
        .order_by(articles.c.id, claims.c.position)
    )
    if not words:
        yield from _all(workplace.record, query)
        return
    for ids in _found(lambda **page: workplace.index.search_claims(words, **page)):
        yield from _in_order(workplace.record, query.where(claims.c.id.in_(ids)), ids)


def _articles(workplace: Workplace, words: str) -> Iterator[Mapping[str, Any]]:
    left_out = {"root_id", "revision_id", "extraction_id", "version", "redirect_to", "removed_at"}
    query = (
        select(
            *[column for column in articles.c if column.name not in left_out],
            revisions.c.number.label("revision"),
            revisions.c.text,
            revisions.c.digest.label("text_sha256"),
        )
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(articles.c.removed_at.is_(None), articles.c.redirect_to.is_(None))
        .order_by(articles.c.id)
    )
    if not words:
        yield from _all(workplace.record, query)
        return
    for ids in _found(lambda **page: workplace.index.search_articles(words, **page)):
        yield from _in_order(workplace.record, query.where(articles.c.id.in_(ids)), ids)


def _all(record: Record, query: Select[Any]) -> Iterator[Mapping[str, Any]]:
    with record.reading() as connection:
        for row in connection.execution_options(yield_per=PAGE).execute(query).mappings():
            yield dict(row)


def _in_order(record: Record, query: Select[Any], ids: list[Any]) -> Iterator[Mapping[str, Any]]:
    """Give rows in the order in which the search found them."""
    with record.reading() as connection:
        rows = {row["id"]: dict(row) for row in connection.execute(query).mappings()}
    yield from (rows[each] for each in ids if each in rows)


def _found(search: Any) -> Iterator[list[Any]]:
    cursor: str | None = None
    while True:
        hits = search(limit=PAGE, cursor=cursor)
        yield [hit.id for hit in hits.items]
        cursor = hits.next
        if cursor is None:
            return


def _write(rows: Iterable[Mapping[str, Any]], form: str) -> None:
    if form == "jsonl":
        for row in rows:
            click.echo(json.dumps({name: _json(value) for name, value in row.items()}, ensure_ascii=False))
        return
    writer: Any = None
    for row in rows:
        if writer is None:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(row.keys())
        writer.writerow([_cell(value) for value in row.values()])


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def _cell(value: Any) -> Any:
    """Give a cell that no spreadsheet runs: what starts like a formula gets an apostrophe before it."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list):
        return " ".join(str(each) for each in value)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
