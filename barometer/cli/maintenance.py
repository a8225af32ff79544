"""`barometer reindex` and `barometer migrate`: what is derived built anew, the record brought to this version."""

import click

from barometer.cli.workplace import opened
from barometer.clock import now
from barometer.ingest.drain import drain
from barometer.ingest.drain import reindex as rebuild


@click.command()
def reindex() -> None:
    """Build the index anew from the record; searches go on meanwhile.

    Example: barometer reindex
    """
    with opened() as workplace:
        number, refused = rebuild(workplace.record, workplace.index)
        drain(workplace.record, workplace.index, now)
        counts = workplace.index.count()
    for one in refused[:10]:
        click.echo(f"article {one.article_id} could not be indexed: {one.problem}", err=True)
    click.echo(
        f"read {number} articles of the record; the index has {counts.articles} articles, {counts.claims} claims"
    )


@click.command()
def migrate() -> None:
    """Bring the record's tables to this version of the program, or make them.

    Example: barometer migrate
    """
    with opened(create=True) as workplace:
        click.echo(f"the record at {workplace.record.engine.url!r} is of this version")
