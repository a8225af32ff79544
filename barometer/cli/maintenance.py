"""What keeps a record in order: migrate, reindex, reprocess, remove, backup, restore."""

import os
import sys
from pathlib import Path

import click

from barometer.alerts.silence import silence
from barometer.archive.backup import back_up, newest_copy
from barometer.archive.backup import restore as bring_back
from barometer.claims import ENGINE_VERSION
from barometer.cli.workplace import Workplace, opened, records
from barometer.clock import now
from barometer.config import load_settings
from barometer.errors import IndexBusy, RecordError, UsageError
from barometer.ingest.drain import drain
from barometer.ingest.pool import ReadingPool
from barometer.ingest.reindex import reindex as rebuild
from barometer.ingest.removal import find_article, set_removed
from barometer.ingest.reprocess import count_outdated
from barometer.ingest.reprocess import reprocess as read_again
from barometer.sources import load_sources


@click.command()
def reindex() -> None:
    """Build the index anew from the record; searches go on meanwhile.

    Example: barometer reindex
    """
    with opened() as workplace:
        _reindex(workplace)


def _reindex(workplace: Workplace) -> None:
    number, refused = rebuild(workplace.record, workplace.index)
    drain(workplace.record, workplace.index, now)
    counts = workplace.index.count()
    for one in refused[:10]:
        click.echo(f"article {one.article_id} could not be indexed: {one.problem}", err=True)
    click.echo(
        f"read {number} articles of the record; the index has {counts.articles} articles, {counts.claims} claims"
    )


def _drain(workplace: Workplace) -> None:
    try:
        drain(workplace.record, workplace.index, now)
    except IndexBusy as error:
        click.echo(f"the index waits: {error}", err=True)


@click.command()
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
def reprocess(names: tuple[str, ...]) -> int:
    """Read the claims again where this version of the engine has not, or a reading was cut short.

    Nothing is fetched, claims keep their ids, subscribers are told nothing. Stopped at any moment, it goes on the
    next time.

    Example: barometer reprocess
    """
    with opened() as workplace:
        sources = load_sources(*workplace.settings.source_folders)
        if unknown := set(names) - set(sources):
            raise UsageError(f"no source {', '.join(sorted(unknown))}; there are: {', '.join(sources)}")
        number = count_outdated(workplace.record, ENGINE_VERSION, names)
        if not number:
            click.echo(f"every article was read by engine {ENGINE_VERSION}: nothing to do")
            return 0
        workers = max(1, os.cpu_count() or 1)
        pool = ReadingPool(workers, workplace.settings.read_seconds, (workplace.settings.indicators,))
        try:
            hidden = not sys.stderr.isatty()
            with click.progressbar(length=number, label="articles", file=sys.stderr, hidden=hidden) as shown:
                done = read_again(
                    workplace.record,
                    pool,
                    sources,
                    ENGINE_VERSION,
                    now,
                    names=names,
                    at_once=2 * workers,
                    on_progress=shown.update,
                )
        finally:
            pool.close()
        _drain(workplace)
    click.echo(f"read {done.articles} articles again: {done.claims} claims by engine {ENGINE_VERSION}")
    if done.overtaken:
        click.echo(f"{done.overtaken} were changed by a crawl meanwhile, which has read them")
    if done.unread:
        click.echo(f"{done.unread} could not be read in {workplace.settings.read_seconds} s; they stay as they were")
    return 1 if done.unread else 0


@click.command()
@click.argument("article")
@click.option("--undo", is_flag=True, help="Bring a removed article back.")
def remove(article: str, undo: bool) -> None:
    """Take an article, by id or URL, out of index, pages and exports; it stays out when it is crawled again.

    The record and the evidence keep it, so that `--undo` can bring it back.

    Example: barometer remove 1234567890123456
    """
    with opened() as workplace:
        number = find_article(workplace.record, article)
        changed = set_removed(workplace.record, number, not undo, now())
        _drain(workplace)
    state = "back" if undo else "removed"
    click.echo(f"article {number} is {state}" if changed else f"article {number} was {state} already")


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def backup(folder: Path) -> None:
    """Copy the record and its evidence into a folder; the index is not copied, it is built from the record.

    Evidence that is there already is not copied again. A crawl or a daemon may go on meanwhile.

    Example: barometer backup /srv/copies
    """
    with opened() as workplace:
        made = back_up(workplace.record, workplace.settings.evidence_folder, folder, now())
    click.echo(f"copied the record to {made.record} and {made.segments} new segments of evidence")


@click.command()
@click.argument("copy", type=click.Path(exists=True, path_type=Path))
@click.option("--replace", is_flag=True, help="Put a record that is there aside; it is kept beside the new one.")
def restore(copy: Path, replace: bool) -> None:
    """Bring a copy (a folder of copies, or one record-*.sqlite3 in it) back into the data folder, and index it.

    What the copy still had to tell subscribers may have been told since: it is given up, and `alerts retry` sends it.

    Example: barometer restore /srv/copies
    """
    settings = load_settings()
    if settings.database_url:
        raise RecordError("the record is on PostgreSQL (BAROMETER_DATABASE_URL): bring it back with pg_restore")
    chosen = newest_copy(copy) if copy.is_dir() else copy
    segments = bring_back(chosen, settings.data, now(), replace=replace)
    click.echo(f"brought back {chosen} and {segments} segments of evidence")
    with opened(settings, create=True) as workplace:
        given_up = silence(workplace.record, now())
        _reindex(workplace)
    if given_up:
        click.echo(f"{given_up} messages that waited are given up: see `barometer alerts list --state dead`")


@click.command()
def migrate() -> None:
    """Bring the record's tables to this version of the program, or make them.

    Example: barometer migrate
    """
    settings = load_settings()
    for chosen in records(settings) or [settings]:
        with opened(chosen, create=True) as workplace:
            click.echo(f"the record at {workplace.record.engine.url!r} is of this version")
