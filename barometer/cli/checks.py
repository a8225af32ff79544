"""What `barometer doctor` looks at: each check gives a line, or raises BarometerError that says what to do."""

import shutil
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy import func, select

from barometer.archive.record import open_record
from barometer.archive.tables import articles, outbox, requests
from barometer.articles import load_topics
from barometer.claims import ENGINE_VERSION, load_lexicon
from barometer.cli.workplace import opened, records
from barometer.config import Settings
from barometer.errors import BarometerError
from barometer.ingest.drain import CONSUMER
from barometer.ingest.reprocess import count_outdated
from barometer.network.addresses import parse_allowed
from barometer.sources import load_sources

LEAST_FREE = 2**30


def _python(_: Settings) -> str:
    try:
        parts = ", ".join(f"{name} {version(name)}" for name in ("scrapy", "tantivy", "sqlalchemy"))
    except PackageNotFoundError as error:
        raise BarometerError(f"{error.name} is not installed: run `make setup`") from None
    return f"{sys.version.split()[0]}, {parts}"


def _settings(settings: Settings) -> str:
    allowed = parse_allowed(settings.network_allow)
    excepted = f"; {len(allowed)} loopback addresses may be fetched" if allowed else ""
    contact = settings.contact or "none: set BAROMETER_CONTACT so that sites can reach you"
    return f"data in {settings.data}; contact {contact}{excepted}"


def _sources(settings: Settings) -> str:
    every = load_sources(*settings.source_folders)
    load_topics(settings.topics)
    ready = sum(source.configured and not source.generic for source in every.values())
    return f"{len(every)} sources, {ready} configured; topics read"


def _claims(settings: Settings) -> str:
    return f"engine {ENGINE_VERSION}, {len(load_lexicon(settings.indicators).indicators)} indicators"


def _disk(settings: Settings) -> str:
    folder = next(parent for parent in [settings.data.resolve(), *settings.data.resolve().parents] if parent.exists())
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        raise BarometerError(f"{free // 2**20} MiB free at {folder}: make room, or set BAROMETER_DATA elsewhere")
    return f"{free // 2**30} GiB free"


def _record(settings: Settings) -> str:
    told = []
    for chosen in records(settings):
        record = open_record(chosen.record_url)
        with record.reading() as connection:
            number = connection.execute(select(func.count()).select_from(articles)).scalar_one()
            stuck = connection.execute(
                select(func.count()).select_from(requests).where(requests.c.state == "quarantined")
            ).scalar_one()
        outdated = count_outdated(record, ENGINE_VERSION, ())
        record.close()
        again = f"; {outdated} read by another engine: run `barometer reprocess`" if outdated else ""
        told.append(f"{number} articles, {stuck} requests quarantined in {_short(chosen.data)}{again}")
    return "; ".join(told) or "none yet: run `barometer demo` or `barometer run`"


def _index(settings: Settings) -> str:
    return "; ".join(_agreement(chosen) for chosen in records(settings)) or "nothing to index yet"


def _agreement(settings: Settings) -> str:
    """Give how much the index has of the record. Raises BarometerError where they do not agree."""
    with opened(settings) as workplace:
        with workplace.record.reading() as connection:
            waiting = connection.execute(
                select(func.count(func.distinct(outbox.c.subject))).where(
                    outbox.c.consumer == CONSUMER, outbox.c.done_at.is_(None)
                )
            ).scalar_one()
            there = connection.execute(
                select(func.count())
                .select_from(articles)
                .where(articles.c.removed_at.is_(None), articles.c.redirect_to.is_(None))
            ).scalar_one()
        if not there:
            return f"nothing to index yet in {_short(settings.data)}"
        counts = workplace.index.count()
    where = _short(settings.data)
    if not waiting and counts.articles != there:
        raise BarometerError(
            f"{counts.articles} articles, but {there} in the record in {where}: run `barometer reindex`"
        )
    return f"{counts.articles} articles, {counts.claims} claims; {waiting} waiting in {where}"


def _short(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


CHECKS: Mapping[str, Callable[[Settings], str]] = {
    "python": _python,
    "settings": _settings,
    "sources": _sources,
    "claims": _claims,
    "disk": _disk,
    "record": _record,
    "index": _index,
}
