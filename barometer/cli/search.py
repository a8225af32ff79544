"""`barometer search` and `barometer claims`: find articles by words, claims by what they say."""

from typing import Any

import click

from barometer.cli.asking import QueryCommand, article_filters, claim_filters
from barometer.errors import UsageError


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1)
@click.option("--similar", metavar="ARTICLE", help="In place of a query: the articles most like this one (id or URL).")
@article_filters
@click.option("--sort", type=click.Choice(["relevance", "date"]), default="relevance", show_default=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--offset", type=click.IntRange(min=0), default=0)
@click.option("--one-language", is_flag=True, help="Only the words as typed, not their twins in the other language.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a hit.")
def search(
    query: tuple[str, ...],
    similar: str | None,
    sort: str,
    limit: int,
    offset: int,
    one_language: bool,
    as_json: bool,
    **filters: Any,
) -> None:
    """Find articles. Words, "phrases", + - | ( ), title:, source:, after:, value:>5e9 and more.

    Example: barometer search 义乌 跨境电商 --after 2025-06-01
    """
    if bool(query) == (similar is not None):
        raise UsageError("give either a query or --similar ARTICLE")
    from barometer.cli import found  # noqa: PLC0415 - record, index and tables take .5 s that --help need not spend

    if similar is not None:
        found.show_similar(similar, limit, as_json=as_json)
        return
    found.show_articles(
        " ".join(query),
        filters,
        sort="date" if sort == "date" else "relevance",
        limit=limit,
        offset=offset,
        both_languages=not one_language,
        as_json=as_json,
    )


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1)
@claim_filters
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--offset", type=click.IntRange(min=0), default=0)
@click.option("--one-language", is_flag=True, help="Only the words as typed, not their twins in the other language.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a claim.")
def claims(
    query: tuple[str, ...],
    limit: int,
    offset: int,
    one_language: bool,
    as_json: bool,
    **filters: Any,
) -> None:
    """Find claims by their words and by what they say.

    Example: barometer claims 跨境电商 --place Yiwu --min 10 --unit percent
    """
    from barometer.cli import found  # noqa: PLC0415 - record, index and tables take .5 s that --help need not spend

    found.show_claims(
        " ".join(query), filters, limit=limit, offset=offset, both_languages=not one_language, as_json=as_json
    )
