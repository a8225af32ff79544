"""`barometer sources check`: what a source would fetch and why not; what is read out of one of its pages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import click
from rich.markup import escape

from barometer.archive.prospects import fetched_within, hosts_of, prospects
from barometer.articles import load_topics
from barometer.cli.reading_desk import look_at, reading_pool
from barometer.cli.sources_page import tell_page
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import Workplace, opened, sources_for
from barometer.clock import now
from barometer.config import Settings
from barometer.errors import UsageError
from barometer.ingest.visiting import Visitor
from barometer.scheduling.calendar import is_quiet
from barometer.sources import Source
from barometer.sources.asking import entries_of
from barometer.sources.schedule import parse_quiet

SHOWN = 12


@click.command("check")
@click.argument("name", metavar="SOURCE")
@click.argument("thing", metavar="[URL|FILE]", required=False)
@click.option("--url", help="The address of a saved page, when a FILE is given.")
@click.option("--listing", is_flag=True, help="Read the page as one that lists articles.")
def check(name: str, thing: str | None, url: str | None, listing: bool) -> int:
    """Tell what a source would fetch and why not; with a page, what each of its selectors finds there.

    Without a page nothing is asked of any site. An address is fetched within robots.txt and the source's delay. Of a
    page that lists articles its links are told, and why the others are not followed.

    Example: barometer sources check people, then barometer sources check people saved.html --url ADDRESS
    """
    console = Terminal()
    with opened(create=True) as workplace:
        source = source_named(workplace.settings, name)
        if thing is None:
            _tell_source(console, workplace, source)
            return 0
        page = look_at(thing, url, Visitor(workplace.record, workplace.settings, source.delay))
        with reading_pool(workplace.settings) as pool:
            return tell_page(console, pool, source, page, load_topics(workplace.settings.topics), listing=listing)


def source_named(settings: Settings, name: str) -> Source:
    """Give a source by its name. Raises UsageError that names those there are."""
    every = sources_for(settings, [name]).sources
    if name not in every:
        raise UsageError(f"no source {name}; there are: {', '.join(every)}")
    return every[name]


def _tell_source(console: Terminal, workplace: Workplace, source: Source) -> None:
    moment = now()
    if source.generic:
        state = "takes any page that no other source knows; not crawled on its own"
    elif source.configured:
        state = "configured"
    else:
        state = f"unconfigured, so it is skipped; it needs {', '.join(source.needs) or 'entry points'}"
    console.print(f"[bold]{source.id}[/bold]  {escape(source.name.zh)} / {escape(source.name.en)}: {escape(state)}")
    asked = fetched_within(workplace.record, source.id, moment)
    console.print(
        f"manners   {source.delay:g} s between two requests, {source.budget} pages a run; {asked} in 24 hours"
    )
    console.print(f"schedule  {escape(source.schedule)}{escape(_quiet_told(source, workplace.settings, moment))}")
    entries = entries_of(source, moment)
    for host in hosts_of(workplace.record, tuple(entry.url for entry in entries), moment):
        delay = f"; it asks for {host.delay:g} s between two requests" if host.delay else ""
        console.print(f"host      {escape(host.host)}: {escape(host.rules)}{delay}")
    for entry in entries:
        method = "" if entry.method == "GET" else f"{entry.method} "
        console.print(f"entry     {method}{escape(entry.url)}")
    found, number = prospects(workplace.record, source.id, workplace.settings.user_agent, moment, SHOWN)
    for one in found:
        told = one.why_not or "would be fetched now"
        last = f"; last time {one.outcome}" + (f": {one.problem}" if one.problem else "") if one.outcome else ""
        colour = "yellow" if one.why_not else "green"
        console.print(f"[{colour}]{escape(told)}[/{colour}]{escape(last)}\n          {escape(one.url)}")
    if number > len(found):
        console.print(f"and {number - len(found)} more addresses that wait")


def _quiet_told(source: Source, settings: Settings, moment: datetime) -> str:
    if not source.quiet:
        return ""
    here = ZoneInfo(settings.zone)
    holds = ": now" if is_quiet(parse_quiet(source.quiet), here, moment) else ""
    return f", quiet {source.quiet} {settings.zone}{holds}"
