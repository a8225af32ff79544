"""What commands work with: settings, record, index, sources, opened on first use."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import click
from sqlalchemy import select

from barometer.archive.record import Record, open_record
from barometer.archive.tables import articles
from barometer.config import PROJECT, Settings, load_settings
from barometer.errors import RecordError, SourceError
from barometer.search.index import Index
from barometer.search.opening import open_index
from barometer.sources import Source, SourceFiles, read_sources

EDITIONS = PROJECT / "demo"


@dataclass(frozen=True, slots=True)
class Workplace:
    """Settings, the open record and the index."""

    settings: Settings
    record: Record
    index: Index


@contextmanager
def opened(settings: Settings | None = None, *, create: bool = False, look: bool = False) -> Iterator[Workplace]:
    """Open the workplace for one command; with `create` make or migrate the record first.

    Where there is no record yet, the sample edition is shown; with `look` (a command that only reads articles) also
    where the record has no article yet.
    """
    chosen = settings or load_settings()
    if not create and (not has_record(chosen) or (look and _is_bare(chosen))):
        chosen = _sample_edition(chosen)
    if create:
        _check_writable(chosen)
    record = open_record(chosen.record_url, migrate=create)
    try:
        yield Workplace(chosen, record, open_index(chosen))
    finally:
        record.close()


def _check_writable(settings: Settings) -> None:
    """Raise RecordError, before any work is begun, where a command that writes may not."""
    for path in (settings.data, settings.data / "record.sqlite3"):
        if path.exists() and not os.access(path, os.W_OK):
            raise RecordError(f"{path} cannot be written: let it be written, or choose another folder (BAROMETER_DATA)")


def has_record(settings: Settings) -> bool:
    """Tell whether there is a record to open."""
    return bool(settings.database_url) or (settings.data / "record.sqlite3").exists()


def records(settings: Settings) -> list[Settings]:
    """Give the settings of each record there is: the user's, and the sample edition's."""
    return [chosen for chosen in (settings, demo_settings(settings)) if has_record(chosen)]


def usable_sources(settings: Settings) -> dict[str, Source]:
    """Read the source files for a command that can do without the wrong ones; each of these is told in one line."""
    return sources_for(settings, ()).sources


def sources_for(settings: Settings, names: Sequence[str]) -> SourceFiles:
    """Read the source files for a command that was given these names, or none: then the wrong ones are told and left.

    Raises SourceError where the file of a source that was named is wrong; what is wrong with others is not its matter.
    """
    read = read_sources(*settings.source_folders)
    if wrong := [read.problems[name] for name in names if name in read.problems]:
        raise SourceError("\n".join(wrong))
    if not names:
        _tell_wrong(read)
    return read


def _tell_wrong(read: SourceFiles) -> None:
    for name, problem in read.problems.items():
        first, *more = problem.splitlines()
        others = f" (and {len(more)} more)" if more else ""
        click.echo(f"(source {name} is left out, its file is wrong: {first}{others})", err=True)


def _is_bare(settings: Settings) -> bool:
    """Tell whether the record has no article, while the sample edition has a record of its own to show."""
    if settings.database_url or not has_record(demo_settings(settings)):
        return False
    record = open_record(settings.record_url)
    try:
        with record.reading() as connection:
            return connection.execute(select(articles.c.id).limit(1)).first() is None
    finally:
        record.close()


def _sample_edition(settings: Settings) -> Settings:
    """Give the sample edition's settings when that is all there is, and say so."""
    demo = demo_settings(settings)
    if not has_record(demo):
        raise RecordError(f"there is no record in {settings.data} yet: run `barometer demo` or `barometer run` first")
    click.echo(f"(no articles in {settings.data} yet: this is the sample edition, in {demo.data})", err=True)
    return demo


def demo_settings(settings: Settings) -> Settings:
    """Give the settings of the sample edition: the same in a data folder, a record and with sources of its own."""
    folder = {"data": settings.data / "demo", "database_url": "", "more_sources": str(EDITIONS / "sources")}
    return settings.model_copy(update=folder)
