"""`barometer sources check`: what a source would fetch and why not; what is read out of one of its pages."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import click
from rich.markup import escape

from barometer.archive.prospects import fetched_within, hosts_of, prospects
from barometer.articles.inspection import Template, inspect
from barometer.cli.reading_desk import Looked, look_at, reading_pool
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import Workplace, opened
from barometer.clock import now
from barometer.config import Settings
from barometer.errors import UsageError
from barometer.ingest.pool import ReadingPool
from barometer.ingest.visiting import Visitor
from barometer.model import Outcome, RequestKind
from barometer.scheduling.calendar import is_quiet
from barometer.sources import Source, canonical_url, load_sources
from barometer.sources.asking import entries_of
from barometer.sources.explaining import explain
from barometer.sources.schedule import parse_quiet

SHOWN = 12
LONGEST = 90


@click.command("check")
@click.argument("name", metavar="SOURCE")
@click.argument("thing", metavar="[URL|FILE]", required=False)
@click.option("--url", help="The address of a saved page, when a FILE is given.")
@click.option("--listing", is_flag=True, help="Read the page as one that lists articles.")
def check(name: str, thing: str | None, url: str | None, listing: bool) -> int:
    """Tell what a source would fetch and why not; with a page, what is read out of it and by which selectors.

    Without a page nothing is asked of any site. An address is fetched within robots.txt and the source's delay.

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
            return _tell_page(console, pool, source, page, listing)


def source_named(settings: Settings, name: str) -> Source:
    """Give a source by its name. Raises UsageError that names those there are."""
    every = load_sources(*settings.source_folders)
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


def _tell_page(console: Terminal, pool: ReadingPool, source: Source, page: Looked, listing: bool) -> int:
    url = canonical_url(page.url)
    what = explain(source, url)
    counts = "nothing that is followed" if what.kind is None else what.kind.value
    console.print(f"address   {escape(url)}\ncounts as {counts}: {escape(what.reason)}")
    if what.key:
        console.print(f"key       {escape(what.key)}")
    if page.status != 200:
        console.print(f"[red]HTTP {page.status}[/red]")
    kind = RequestKind.LISTING if listing or what.kind is RequestKind.LISTING else RequestKind.ARTICLE
    outcome = asyncio.run(pool.read(page.body, page.headers, url, source, kind, now()))
    console.print(f"outcome   [bold]{outcome.kind.value}[/bold]  {escape(outcome.problem or '')}")
    if kind is RequestKind.LISTING:
        _tell_links(console, outcome)
        return 0 if outcome.links else 1
    _tell_article(console, outcome)
    for template in pool.apply(inspect, page.body, page.headers, url, source):
        _tell_template(console, template)
    if outcome.part is not None:
        claims = asyncio.run(pool.extract(f"{outcome.part.title}\n\n{outcome.part.text}", outcome.part.published, None))
        quotes = ", ".join(claim.quote for claim in claims.claims[:5])
        console.print(f"claims    {len(claims.claims)}" + (f": {escape(quotes)}" if quotes else ""))
    return 0 if outcome.part is not None else 1


def _tell_links(console: Terminal, outcome: Outcome) -> None:
    articles = [link for link in outcome.links if link.kind is RequestKind.ARTICLE]
    console.print(f"links     {len(articles)} articles, {len(outcome.links) - len(articles)} further lists")
    for link in outcome.links[:SHOWN]:
        when = f"{link.published:%Y-%m-%d}" if link.published else "undated"
        console.print(f"  {link.kind.value:<8} {when:<11} {escape(_short(link.title))}\n           {escape(link.url)}")


def _tell_article(console: Terminal, outcome: Outcome) -> None:
    part = outcome.part
    if part is None:
        return
    lines = part.text.split("\n")
    told = {
        "title": part.title,
        "published": f"{part.published.isoformat()} ({part.precision})" if part.published else "",
        "source": part.source_name or "",
        "author": part.author or "",
        "editor": part.editor or "",
        "account": part.account or "",
        "next part": part.next_url or "",
        "text": f"{len(lines)} paragraphs, {len(part.text)} characters, {part.language}",
        "  begins": lines[0],
        "  ends": lines[-1],
        "read by": {"rules": "the source's template", "pdf": "the PDF reader"}.get(part.method, "the general reader"),
    }
    for name, value in told.items():
        if value:
            console.print(f"{name:<9} {escape(_short(value))}")


def _tell_template(console: Terminal, template: Template) -> None:
    until = f" (until {template.until})" if template.until else ""
    if not template.fits:
        [body] = [seen for seen in template.fields if seen.field == "body"]
        console.print(
            f"[dim]template {template.number}{until} does not fit: no {escape(' or '.join(body.tried))}[/dim]"
        )
        return
    console.print(f"template  {template.number}{until} fits")
    for seen in template.fields:
        if seen.selector:
            console.print(f"  [green]{seen.field:<12}[/green] {escape(seen.selector)}")
        else:
            console.print(f"  [yellow]{seen.field:<12}[/yellow] nothing at {escape(' | '.join(seen.tried))}")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
