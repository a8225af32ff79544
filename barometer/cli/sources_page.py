"""What `barometer sources check` tells of one page: what it is, what each selector finds, what is made of it."""

import asyncio

from rich.markup import escape

from barometer.articles import Topics, is_on_topic
from barometer.articles.inspection import Seen, Taken, Template, inspect, not_followed, original_of
from barometer.cli.reading_desk import Looked
from barometer.cli.terminal import Terminal
from barometer.clock import now
from barometer.ingest.answers import judge_status
from barometer.ingest.pool import ReadingPool
from barometer.model import ArticlePart, Outcome, RequestKind
from barometer.sources import Source, canonical_url
from barometer.sources.explaining import explain

SHOWN = 12
LONGEST = 90
READERS = {"rules": "the source's template", "pdf": "the PDF reader", "feed": "what a feed tells of it"}


def tell_page(
    console: Terminal, pool: ReadingPool, source: Source, page: Looked, topics: Topics, *, listing: bool
) -> int:
    """Print it; give the exit code: 1 where nothing could be read. An answer that is no page is not read as one."""
    refused = judge_status(page.status)
    if page.status != 200:
        console.print(f"[red]HTTP {page.status}[/red]" + (": nothing is read of such an answer" if refused else ""))
    url = canonical_url(page.url)
    what = explain(source, url)
    counts = "nothing that is followed" if what.kind is None else what.kind.value
    console.print(f"address   {escape(url)}\ncounts as {counts}: {escape(what.reason)}")
    if what.key:
        console.print(f"key       {escape(what.key)}")
    if refused is not None:
        console.print(f"outcome   [bold]{refused.kind.value}[/bold]  {escape(refused.problem or '')}")
        return 1
    kind = RequestKind.LISTING if listing or what.kind is RequestKind.LISTING else RequestKind.ARTICLE
    outcome = asyncio.run(pool.read(page.body, page.headers, url, source, kind, now()))
    leads = f"it only leads to {outcome.redirect_to}, which a run asks for in its place" if outcome.redirect_to else ""
    console.print(f"outcome   [bold]{outcome.kind.value}[/bold]  {escape(outcome.problem or leads)}")
    if kind is RequestKind.LISTING:
        _tell_links(console, outcome)
        for one in pool.apply(not_followed, page.body, page.headers, url, source):
            console.print(f"[dim]{one.number} links are not followed: {escape(one.reason)}[/dim]")
            for address in one.examples:
                console.print(f"           [dim]{escape(address)}[/dim]")
        return 0 if outcome.links else 1
    original = pool.apply(original_of, page.body, page.headers, url, source)
    if original:
        console.print(f"original  {escape(original)}")
    _tell_article(console, outcome)
    used = outcome.part if outcome.part is not None and outcome.part.method == "rules" else None
    for template in pool.apply(inspect, page.body, page.headers, url, source, now()):
        _tell_template(console, template, used)
        used = None if template.fits else used  # the first that fits is the one that the article was read with
    if outcome.part is not None:
        claims = asyncio.run(pool.extract(f"{outcome.part.title}\n\n{outcome.part.text}", outcome.part.published, None))
        topic = is_on_topic(outcome.part.title, outcome.part.text, topics, source)
        console.print(f"topic     {'on' if topic else '[yellow]off[/yellow]'}: {escape(topic.rule)}")
        quotes = ", ".join(claim.quote for claim in claims.claims[:5])
        unread = "" if topic else ", which a run reads with --all-topics only"
        console.print(f"claims    {len(claims.claims)}{unread}" + (f": {escape(quotes)}" if quotes else ""))
    return 0 if outcome.part is not None else 1


def _tell_links(console: Terminal, outcome: Outcome) -> None:
    articles = [link for link in outcome.links if link.kind is RequestKind.ARTICLE]
    console.print(f"links     {len(articles)} articles, {len(outcome.links) - len(articles)} further lists")
    for link in outcome.links[:SHOWN]:
        when = f"{link.published:%Y-%m-%d}" if link.published else "undated"
        told = " [dim](the feed tells its text)[/dim]" if link.told else ""
        console.print(f"  {link.kind.value:<8} {when:<11} {escape(_short(link.title))}{told}")
        console.print(f"           {escape(link.url)}")


def _tell_article(console: Terminal, outcome: Outcome) -> None:
    part = outcome.part
    if part is None:
        return
    lines = part.text.split("\n")
    told = {
        "title": part.title,
        "published": _published(part, outcome),
        "source": part.source_name or "",
        "author": part.author or "",
        "editor": part.editor or "",
        "account": part.account or "",
        "next part": part.next_url or "",
        "text": f"{len(lines)} paragraphs, {len(part.text)} characters, {part.language}",
        "  begins": lines[0],
        "  ends": lines[-1],
        "read by": READERS.get(part.method, "the general reader"),
    }
    for name, value in told.items():
        if value:
            console.print(f"{name:<9} {escape(_short(value))}")


def _published(part: ArticlePart, outcome: Outcome) -> str:
    if part.published is None:
        return ""
    told = f"{part.published.isoformat()} ({part.precision})"
    return f"{told}, read from the address: no selector found it" if "published" in outcome.missed else told


def _tell_template(console: Terminal, template: Template, used: ArticlePart | None) -> None:
    until = f" (until {template.until})" if template.until else ""
    if not template.fits:
        [body] = template.fields
        told = " or ".join(escape(each) for each in body.tried)
        console.print(f"[dim]template {template.number}{until} does not fit: no {told}[/dim]")
        _tell_passed(console, body)
        return
    console.print(f"template  {template.number}{until} fits")
    for seen in template.fields:
        _tell_seen(console, seen, used)
    for taken in template.taken:
        _tell_taken(console, taken)


def _tell_seen(console: Terminal, seen: Seen, used: ArticlePart | None) -> None:
    _tell_passed(console, seen)
    if not seen.selector:
        passed = {selector for selector, _, _ in seen.passed}
        nothing = " | ".join(each for each in seen.tried if each not in passed)
        if nothing:
            console.print(f"  [yellow]{seen.field:<12}[/yellow] nothing at {escape(nothing)}")
        return
    console.print(f"  [green]{seen.field:<12}[/green] {escape(seen.selector)}\n{'':<15}{escape(_short(seen.text))}")
    read = getattr(used, seen.field, None) if used is not None else None
    if isinstance(read, str) and read != seen.text:
        console.print(f"{'':<15}read as {escape(_short(read))}")


def _tell_passed(console: Terminal, seen: Seen) -> None:
    for selector, text, why in seen.passed:
        console.print(f"  [yellow]{seen.field:<12}[/yellow] {escape(selector)}: found, but {why}")
        console.print(f"{'':<15}{escape(_short(text))}")


def _tell_taken(console: Terminal, taken: Taken) -> None:
    if not taken.number:
        console.print(f"  [dim]{taken.field:<12} {escape(taken.rule)}: nothing[/dim]")
        return
    does = "ends the text at" if taken.field == "stop" else f"takes out {taken.number}:"
    console.print(f"  {taken.field:<12} {escape(taken.rule)}\n{'':<15}{does} {escape(_short(taken.text))}")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
