"""`barometer import`: what a person has at hand, through the same pipeline as a crawl."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from rich.markup import escape

from barometer.cli.run import crawl_and_tell
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import opened, sources_for
from barometer.clock import now
from barometer.errors import UsageError
from barometer.ingest.importing import Given, Refused, drop_read, given_in_file, queue_given
from barometer.scheduling.crawls import CrawlOptions
from barometer.sources import Source

TOLD = 20


@click.command("import")
@click.argument("things", metavar="URL|FILE...", nargs=-1, required=True)
@click.option("--source", "name", help="The source that the pages belong to; without it, the one whose rules match.")
@click.option("--url", help="The address of a saved page or PDF, when one FILE is given.")
@click.option("--all-topics", is_flag=True, help="Extract claims from every article, not only from Yiwu trade news.")
def import_(things: tuple[str, ...], name: str | None, url: str | None, all_topics: bool) -> int:
    """Import addresses, saved pages, PDF bulletins, lists of addresses (one a line) and WARC files.

    Pages at hand are read as they are; addresses are fetched as in any crawl, within robots.txt and the site's delay.
    Nobody is alerted. The same page twice adds nothing.

    Example: barometer import saved.html bulletin.pdf urls.txt --source people
    """
    console = Terminal()
    with opened(create=True) as workplace:
        every = sources_for(workplace.settings, [name] if name else []).sources
        chosen = _chosen(every, name)
        found = list(_given(things, url))
        given = [one for one in found if isinstance(one, Given)]
        queued, refused = queue_given(workplace.record, workplace.settings.data, every, given, chosen, now())
        refused = [*(one for one in found if isinstance(one, Refused)), *refused]
        _tell_refused(console, refused)
        if not queued:
            return 1
        overrides = {"RUN_MODE": "import", "ENTRIES": "False", "PAGE_BUDGET": "1000000", "ALL_TOPICS": str(all_topics)}
        code = crawl_and_tell(workplace, queued, CrawlOptions("settings.scrapy", overrides))
        left = drop_read(workplace.record, workplace.settings.data)
        if left:
            console.print(f"{left} pages could not be read yet: the next import tries them again")
    return 1 if refused else code


def _chosen(every: dict[str, Source], name: str | None) -> Source | None:
    if name is not None and name not in every:
        raise UsageError(f"no source {name}; there are: {', '.join(every)}")
    return every[name] if name is not None else None


def _given(things: Sequence[str], url: str | None) -> Iterator[Given | Refused]:
    if url is not None and len(things) != 1:
        raise UsageError("--url is the address of one FILE: give one")
    for thing in things:
        if thing.lower().startswith(("http://", "https://")):
            yield Given(thing)
        elif Path(thing).is_file():
            yield from given_in_file(Path(thing), url)
        else:
            yield Refused(thing, "no such file, and no address (http:// or https://)")


def _tell_refused(console: Terminal, refused: Sequence[Refused]) -> None:
    for one in refused[:TOLD]:
        console.print(f"[yellow]not imported[/yellow]  {escape(one.name)}: {escape(one.problem)}")
    if len(refused) > TOLD:
        console.print(f"and {len(refused) - TOLD} more that are not imported")
