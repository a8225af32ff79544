"""`barometer export`: claims or articles as lines or a table, each with where it comes from."""

from typing import BinaryIO

import click

from barometer.cli.workplace import Workplace, opened
from barometer.exports.formats import FORMATS
from barometer.exports.rows import Table, article_table, claim_table


@click.command()
@click.argument("what", type=click.Choice(["claims", "articles"]))
@click.argument("query", nargs=-1)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True)
@click.option("--one-language", is_flag=True, help="Only the words as typed, not their twins in the other language.")
@click.option("--output", type=click.File("wb"), default="-", help="A file; standard output when not given.")
def export(what: str, query: tuple[str, ...], form: str, one_language: bool, output: BinaryIO) -> None:
    """Write claims or articles, all of them or those that a query finds, newest first.

    Example: barometer export claims 跨境电商 --format csv > claims.csv
    """
    words = " ".join(query)
    with opened(look=True) as workplace:
        make = _claims if what == "claims" else _articles
        table = make(workplace, words, both_languages=not one_language)
        output.writelines(FORMATS[form].pieces(table))


def _claims(workplace: Workplace, words: str, *, both_languages: bool) -> Table:
    if not words:
        return claim_table(workplace.record)
    found = workplace.index.every_claim(words, both_languages=both_languages)
    return claim_table(workplace.record, (claim.id for claim in found))


def _articles(workplace: Workplace, words: str, *, both_languages: bool) -> Table:
    if not words:
        return article_table(workplace.record)
    found = workplace.index.every_article(words, both_languages=both_languages)
    return article_table(workplace.record, (article.id for article in found))
