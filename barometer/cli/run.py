"""`barometer run` and `barometer demo`: crawl, read, record, index, and say what was found."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from barometer.alerts.sending import Sent
from barometer.archive.frontier import NewRequest, add_requests
from barometer.archive.outbox import register
from barometer.archive.tables import sources as sources_table
from barometer.archive.upsert import insert_new
from barometer.cli.alerts import tell_subscribers
from barometer.cli.summary import progress, show_results
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import Workplace, demo_settings, opened
from barometer.clock import now
from barometer.config import PROJECT, load_settings
from barometer.errors import IndexBusy, ReadError, SearchError, UsageError
from barometer.ingest.drain import CONSUMER, drain
from barometer.model import RequestKind
from barometer.scheduling.crawls import CrawlOptions, crawl_sources
from barometer.scheduling.status import read_status
from barometer.sources import Source, canonical_url, load_sources, match_source
from barometer.sources.recorded import recorded_pages

EDITIONS = PROJECT / "demo"


@click.command()
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@click.option("--replay", type=click.Path(path_type=Path), help="Read a folder of recorded pages, not the network.")
@click.option("--limit", type=click.IntRange(min=1), help="Fetch at most this many pages of each source.")
@click.option("--all-topics", is_flag=True, help="Extract claims from every article, not only from Yiwu trade news.")
@click.option("--revisit", is_flag=True, help="Ask again for pages that were read before.")
def run(names: tuple[str, ...], replay: Path | None, limit: int | None, all_topics: bool, revisit: bool) -> int:
    """Crawl the sources, extract, record and index what they say, and tell subscribers.

    Example: barometer run people global_times --limit 50
    """
    overrides = {"ALL_TOPICS": str(all_topics), "REVISIT": str(revisit)}
    if limit:
        overrides["PAGE_BUDGET"] = str(limit)
    with opened(create=True) as workplace:
        every = load_sources(*workplace.settings.source_folders)
        if replay is not None:
            chosen = _queue_recorded(workplace, every, names, replay)
            overrides |= {"REPLAY": str(replay.resolve()), "ENTRIES": "False", "PAGE_BUDGET": str(limit or 100_000)}
            return crawl_and_tell(workplace, chosen, CrawlOptions("settings.demo", overrides))
        code = crawl_and_tell(workplace, _choose(every, names), CrawlOptions("settings.scrapy", overrides))
        _alert(workplace)
        return code


@click.command()
@click.option("--edition", type=click.IntRange(1, 2), default=1, help="2: some days later, one figure has changed.")
def demo(edition: int) -> int:
    """Do the whole job offline on the bundled sample edition, in a data folder of its own.

    Example: barometer demo, then barometer search 义乌 跨境电商
    """
    folders = [EDITIONS / f"edition-{number}" for number in range(1, edition + 1)]
    overrides = {"REPLAY": os.pathsep.join(str(folder) for folder in folders), "REVISIT": str(edition > 1)}
    settings = demo_settings(load_settings())
    settings = settings.model_copy(update={"more_sources": str(EDITIONS / "sources"), "read_seconds": 3})
    with opened(settings, create=True) as workplace:
        every = load_sources(*settings.source_folders)
        answered = recorded_pages(folders)
        chosen = [name for name, source in every.items() if source.configured and set(source.entry) & set(answered)]
        code = crawl_and_tell(workplace, chosen, CrawlOptions("settings.demo", overrides))
    Terminal().print(
        "\n[bold]Next[/bold]\n"
        "  barometer search 义乌 跨境电商\n"
        "  barometer claims --place Yiwu 增长\n"
        "  barometer export claims --format csv > claims.csv\n"
        + ("  barometer demo --edition 2        some days later: a figure was corrected\n" if edition == 1 else "")
        + "  barometer doctor"
    )
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


def crawl_and_tell(workplace: Workplace, names: Sequence[str], options: CrawlOptions) -> int:
    """Crawl the sources, index what they bring, and show what was found; give the exit code."""
    console = Terminal()
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
    show_results(console, workplace.record, results, started)
    return 0 if all(result.ok for result in results) else 1


def _choose(every: dict[str, Source], names: Sequence[str]) -> list[str]:
    known = {name: source for name, source in every.items() if not source.generic}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UsageError(f"no source {', '.join(unknown)}; there are: {', '.join(known)}")
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
        wanted.setdefault(source.id, []).append(NewRequest(address, kind))
    moment = now()
    with workplace.record.writing() as connection:
        for name, requests in wanted.items():
            insert_new(connection, sources_table, [{"id": name, "state": "configured", "lease_token": 0}], ["id"])
            add_requests(connection, name, requests, moment)
    return sorted(wanted)
