"""`barometer run` and `barometer demo`: crawl, read, record, index, and say what was found."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from sqlalchemy import func, select

from barometer.alerts.sending import Sent
from barometer.archive.frontier import HISTORY, REPLAY, NewRequest, add_requests
from barometer.archive.outbox import register
from barometer.archive.tables import requests
from barometer.archive.tables import sources as sources_table
from barometer.archive.upsert import insert_new
from barometer.cli.alerts import say_untold, tell_subscribers
from barometer.cli.summary import progress, show_results
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import EDITIONS, Workplace, demo_settings, opened, sources_for, usable_sources
from barometer.clock import now
from barometer.config import load_settings
from barometer.errors import IndexBusy, ReadError, SearchError, UsageError
from barometer.ingest.drain import CONSUMER, drain
from barometer.model import RequestKind
from barometer.scheduling.crawls import CrawlOptions, crawl_sources
from barometer.scheduling.status import read_status
from barometer.sources import Source, canonical_url, match_source
from barometer.sources.asking import entries_of
from barometer.sources.recorded import recorded_pages

RECORDED = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@click.option(
    "--replay", type=RECORDED, help="Read a folder of recorded pages, not the network; subscribers are told nothing."
)
@click.option("--limit", type=click.IntRange(min=1), help="Fetch at most this many pages of each source.")
@click.option("--all-topics", is_flag=True, help="Extract claims from every article, not only from Yiwu trade news.")
@click.option(
    "--revisit", is_flag=True, help="Read pages again that were read before, also those that have not changed."
)
def run(names: tuple[str, ...], replay: Path | None, limit: int | None, all_topics: bool, revisit: bool) -> int:
    """Crawl the sources, extract, record and index what they say, and tell subscribers.

    Example: barometer run people global_times --limit 50
    """
    overrides = {"ALL_TOPICS": str(all_topics), "REVISIT": str(revisit)}
    if limit:
        overrides["PAGE_BUDGET"] = str(limit)
    settings = load_settings()
    read = sources_for(settings, names)
    every, wrong = read.sources, bool(read.problems) and not names
    if replay is None:
        chosen = _choose(every, names)
        with opened(settings, create=True) as workplace:
            code = crawl_and_tell(workplace, chosen, CrawlOptions("settings.scrapy", overrides))
            _alert(workplace)
            return 1 if wrong else code
    _check_names(every, names)
    overrides |= {"REPLAY": str(replay.resolve()), "ENTRIES": "False", "PAGE_BUDGET": str(limit or 100_000)}
    with opened(settings, create=True) as workplace:
        chosen = _queue_recorded(workplace, every, names, replay)
        code = crawl_and_tell(workplace, chosen, CrawlOptions("settings.demo", overrides))
        say_untold(workplace)
        return 1 if wrong else code


@click.command()
@click.argument("names", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Walk back through the archives to this day.")
@click.option("--limit", type=click.IntRange(min=1), help="Fetch at most this many pages of each source.")
def crawl(names: tuple[str, ...], since: datetime | None, limit: int | None) -> int:
    """Crawl sources; with --since, walk back through their archives instead of looking for what is new.

    A walk keeps to robots.txt, the host's delay, quiet hours, and the budgets of a run and a day; what is left waits
    for the next one, which goes on there. Nobody is alerted of what it finds.

    Example: barometer crawl people --since 2025-01-01
    """
    overrides = {"PAGE_BUDGET": str(limit)} if limit else {}
    with opened(create=True) as workplace:
        every = sources_for(workplace.settings, names).sources
        chosen = _choose(every, names)
        if since is not None:
            begin = since.replace(tzinfo=ZoneInfo(workplace.settings.zone))
            if begin > now():
                raise UsageError(f"--since {since:%Y-%m-%d} is in the future")
            overrides |= {"RUN_MODE": "history", "SINCE": begin.isoformat()}
        code = crawl_and_tell(workplace, chosen, CrawlOptions("settings.scrapy", overrides))
        if since is not None:
            _tell_waiting(workplace, chosen)
    return code


def _tell_waiting(workplace: Workplace, names: Sequence[str]) -> None:
    query = (
        select(requests.c.source_id, func.count())
        .where(requests.c.source_id.in_(names), requests.c.lane == HISTORY, requests.c.state == "waiting")
        .group_by(requests.c.source_id)
    )
    with workplace.record.reading() as connection:
        waiting = connection.execute(query).all()
    for name, number in waiting:
        click.echo(f"{name}: {number} addresses of its archive still wait; the same command goes on there")


@click.command()
@click.option("--edition", type=click.IntRange(1, 2), default=1, help="2: some days later, one figure has changed.")
def demo(edition: int) -> int:
    """Do the whole job offline on the bundled sample edition, in a data folder of its own.

    Example: barometer demo, then barometer search 义乌 跨境电商
    """
    folders = [EDITIONS / f"edition-{number}" for number in range(1, edition + 1)]
    overrides = {"REPLAY": os.pathsep.join(str(folder) for folder in folders), "REVISIT": str(edition > 1)}
    settings = demo_settings(load_settings())
    settings = settings.model_copy(update={"read_seconds": 3})
    with opened(settings, create=True) as workplace:
        every = usable_sources(settings)
        asked = {page.url for page in recorded_pages(folders).values()}
        chosen = [
            name
            for name, source in every.items()
            if source.configured and any(one.url in asked for one in entries_of(source, now()))
        ]
        code = crawl_and_tell(workplace, chosen, CrawlOptions("settings.demo", overrides))
        say_untold(workplace)
    _say_what_is_next(edition)
    return code


def _alert(workplace: Workplace) -> None:
    """Tell subscribers what the run found, where no daemon does it; what cannot be sent now waits and is listed."""
    leader = read_status(workplace.record, now()).leader
    if leader is not None and leader.acts:
        return
    matched, done = tell_subscribers(workplace)
    if matched or done != Sent():
        told = f"{matched} new alerts; {done.sent} messages sent, {done.put_off} put off, {done.dead} given up"
        Terminal().print(told + (": see `barometer alerts list`" if done.put_off or done.dead else ""))


def _say_what_is_next(edition: int) -> None:
    """Name the commands to type next, under the name by which this one was called."""
    program = "barometer" if shutil.which("barometer") or os.sep not in sys.argv[0] else _called()
    later = [f"  {program} demo --edition 2        some days later: a figure was corrected"] if edition == 1 else []
    Terminal(soft_wrap=True).print(
        "\n[bold]Next[/bold]",
        f"  {program} search 义乌 跨境电商",
        f"  {program} claims --place Yiwu 增长",
        f"  {program} export claims --format csv > claims.csv",
        *later,
        f"  {program} doctor",
        sep="\n",
        highlight=False,
    )


def _called() -> str:
    path = Path(sys.argv[0])
    return f"{sys.executable} -m barometer" if path.name == "__main__.py" else os.path.relpath(path)


def crawl_and_tell(workplace: Workplace, names: Sequence[str], options: CrawlOptions) -> int:
    """Crawl the sources, index what they bring, and show what was found; give the exit code."""
    console = Terminal(soft_wrap=not sys.stdout.isatty())
    started = now()
    register(workplace.record, CONSUMER, started, backfill=True)

    def on_tick() -> None:
        with suppress(IndexBusy, SearchError):  # the crawl goes on; the rows wait, and are told of at the end
            drain(workplace.record, workplace.index, now)
        refresh()

    with progress(console, workplace.record, started) as refresh:
        results = crawl_sources(workplace.record, workplace.settings, names, options, now, on_tick)
    try:
        drain(workplace.record, workplace.index, now)
    except (IndexBusy, SearchError) as error:
        console.print(f"The index waits: {error}. What was found is recorded; the next run indexes it.")
    show_results(console, workplace.record, results, started, replayed=options.mode == "replay")
    return 0 if all(result.ok for result in results) else 1


def _check_names(every: Mapping[str, Source], names: Sequence[str]) -> None:
    unknown = [name for name in names if name not in every]
    if unknown:
        raise UsageError(f"no source {', '.join(unknown)}; there are: {', '.join(every)}")


def _choose(every: Mapping[str, Source], names: Sequence[str]) -> list[str]:
    known = {name: source for name, source in every.items() if not source.generic}
    _check_names(known, names)
    chosen = [name for name in (names or known) if known[name].configured]
    if not chosen:
        raise UsageError("none of these sources is configured: see `barometer sources list` for what each needs")
    return chosen


def _queue_recorded(workplace: Workplace, every: dict[str, Source], names: Sequence[str], folder: Path) -> list[str]:
    """Make each recorded URL a request of the source whose rules match it; give the sources that got any."""
    wanted: dict[str, list[NewRequest]] = {}
    for url, page in recorded_pages([folder]).items():
        if page.asked is not None:
            continue
        try:
            address = canonical_url(url)
        except ReadError:
            continue
        source = match_source(every, address)
        if source is None or (names and source.id not in names):
            continue
        kind = source.request_kind(address) or RequestKind.ARTICLE
        wanted.setdefault(source.id, []).append(NewRequest(address, kind, lane=REPLAY))
    moment = now()
    with workplace.record.writing() as connection:
        for name, requests in wanted.items():
            insert_new(connection, sources_table, [{"id": name, "state": "configured", "lease_token": 0}], ["id"])
            add_requests(connection, name, requests, moment)
    return sorted(wanted)
