"""`barometer export`: claims or articles as lines or a table, each with where it comes from."""

from typing import Any, BinaryIO

import click

from barometer.cli.asking import QueryCommand, claim_filters
from barometer.errors import UsageError
from barometer.exports.formats import FORMATS, marked_csv_pieces


@click.command(cls=QueryCommand)
@click.argument("what", type=click.Choice(["claims", "articles"]))
@click.argument("query", nargs=-1)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True)
@click.option("--bom", is_flag=True, help="Begin CSV with the mark by which Excel knows Chinese.")
@claim_filters
@click.option("--one-language", is_flag=True, help="Only the words as typed, not their twins in the other language.")
@click.option("--output", type=click.File("wb"), default="-", help="A file; standard output when not given.")
def export(
    what: str,
    query: tuple[str, ...],
    form: str,
    bom: bool,
    one_language: bool,
    output: BinaryIO,
    **filters: Any,
) -> None:
    """Write claims or articles, all of them or those that query and filters find, newest first.

    Filters of claims give, of articles, those with a claim that is all of it.

    Example: barometer export claims 跨境电商 --place Yiwu --format csv > claims.csv
    """
    if bom and form != "csv":
        raise UsageError("--bom is of --format csv: the other formats need none")
    from barometer.cli.exporting import asked_table  # noqa: PLC0415 - record and index: .4 s that --help need not spend

    with asked_table(what, " ".join(query), filters, both_languages=not one_language) as table:
        output.writelines((marked_csv_pieces if bom else FORMATS[form].pieces)(table))
