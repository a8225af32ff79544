"""What a person sees of a run: progress while it goes on; then a table, the most telling claims, what to type next."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from rich.console import Console, Group
from rich.live import Live
from rich.markup import escape
from rich.table import Table
from rich.text import Text
from sqlalchemy import Row, func, select

from barometer.archive.findings import Found, corrected_claims, found_since, telling_claims
from barometer.archive.record import Record
from barometer.archive.tables import fetches, requests, runs
from barometer.cli.wording import BASES, period_text, quoted, value_text
from barometer.scheduling.crawls import CrawlResult
from barometer.search.operands import local_day

TOLD_PROBLEMS = 12
TELLING = 6


@contextmanager
def progress(console: Console, record: Record, since: datetime) -> Iterator[Any]:
    """Show, on a terminal, how far each crawl is; give a function that refreshes it. Silent in a pipe."""
    if not console.is_terminal:
        yield lambda: None
        return
    with Live(Text("starting"), console=console, transient=True, auto_refresh=False) as live:
        yield lambda: live.update(_progress(record, since), refresh=True)


def _progress(record: Record, since: datetime) -> Table:
    query = (
        select(runs.c.source_id, runs.c.state, func.count(fetches.c.id))
        .outerjoin(fetches, fetches.c.run_id == runs.c.id)
        .where(runs.c.started_at >= since)
        .group_by(runs.c.id, runs.c.source_id, runs.c.state)
        .order_by(runs.c.id)
    )
    waiting = (
        select(requests.c.source_id, func.count())
        .where(requests.c.state.in_(["waiting", "leased"]), requests.c.outcome.is_(None))
        .group_by(requests.c.source_id)
    )
    with record.reading() as connection:
        rows = connection.execute(query).all()
        left = {row[0]: row[1] for row in connection.execute(waiting)}
    table = Table.grid(padding=(0, 2))
    for source_id, state, done in rows:
        told = "done" if state == "ended" else f"{left.get(source_id, 0)} to go"
        table.add_row(source_id, f"{done} fetched", told)
    return table


def show_results(
    console: Console, record: Record, results: Sequence[CrawlResult], since: datetime, *, replayed: bool
) -> None:
    """Print the table of sources, what was left unread of sites, the problems, and the claims that tell most."""
    found = found_since(record, since)
    console.print(_table(results, found))
    _show_held(console, results)
    if not replayed:
        _show_unread(console, results)
    _show_problems(console, results)
    corrected = corrected_claims(record, since, TOLD_PROBLEMS)
    if corrected:
        console.print("\n[bold]Corrected[/bold]")
        for claim in corrected:
            console.print(_claim(claim, _old_value(claim)))
    claims = telling_claims(record, since, TELLING)
    if claims:
        console.print("\n[bold]What they say[/bold]")
        for claim in claims:
            console.print(_claim(claim))


def _table(results: Sequence[CrawlResult], found: dict[str, Found]) -> Table:
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("source", no_wrap=True)
    for name in ("requests", "articles", "new", "claims", "problems"):
        table.add_column(name, justify="right", no_wrap=True)
    totals = [0] * 5
    for result in results:
        new = found.get(result.source_id, Found(0, 0))
        outcomes = result.run.outcomes if result.run else {}
        numbers = [
            result.run.requests if result.run else 0,
            outcomes.get("article", 0) + outcomes.get("off_topic", 0),
            new.new_articles,
            new.new_claims,
            (len(result.run.problems) if result.run else 0) + (1 if result.problem else 0),
        ]
        totals = [total + number for total, number in zip(totals, numbers, strict=True)]
        table.add_row(escape(result.source_id), *[str(number) for number in numbers])
    table.add_row("[bold]all[/bold]", *[f"[bold]{total}[/bold]" for total in totals])
    return table


def _show_held(console: Console, results: Sequence[CrawlResult]) -> None:
    for result in results:
        if result.held_by is not None:
            console.print(f"{escape(result.source_id)} is being crawled by {escape(result.held_by)}: left to it")


def _show_unread(console: Console, results: Sequence[CrawlResult]) -> None:
    """Say how many pages were asked for and not read, or read without their claims, and how to have them read."""
    for result in results:
        outcomes = result.run.outcomes if result.run else {}
        name, same, off = escape(result.source_id), outcomes.get("unchanged", 0), outcomes.get("off_topic", 0)
        if same:
            told = f"{same} pages have not changed and were not read again"
            console.print(f"{name}: {told}; `run {name} --revisit` reads them")
        if off:
            told = f"{off} articles are off topic, so no claims were read from them"
            how = f"`run {name} --all-topics --revisit`, or `topic: all` in its file, has them read"
            console.print(f"{name}: {told}; {how}")


def _show_problems(console: Console, results: Sequence[CrawlResult]) -> None:
    lines = [(result.source_id, "", result.problem) for result in results if result.problem]
    for result in results:
        lines += [(outcome, url, problem) for url, outcome, problem in (result.run.problems if result.run else ())]
    if not lines:
        return
    console.print("\n[bold]Problems[/bold]")
    for what, url, problem in lines[:TOLD_PROBLEMS]:
        console.print(
            Text.assemble((f"  {what:<12}", "yellow"), (problem or "", ""), (f"\n    {url}" if url else "", "dim"))
        )
    if len(lines) > TOLD_PROBLEMS:
        console.print(f"  and {len(lines) - TOLD_PROBLEMS} more")


def _old_value(claim: Row[Any]) -> str:
    return value_text(claim.old_value, claim.old_value_max, claim.old_unit, claim.old_modifier, claim.old_direction)


def _claim(claim: Row[Any], old: str | None = None) -> Group:
    value = value_text(claim.value, claim.value_max, claim.unit, claim.modifier, claim.direction)
    said = [
        f"(before: {old})" if old else "",
        claim.indicator or "",
        claim.place or "",
        period_text(claim.period_start, claim.period_end),
        BASES.get(claim.comparison or "", ""),
        f"according to {claim.attributed_to}" if claim.attributed_to else "",
    ]
    where = f"{claim.source_id}, {local_day(claim.published)}" if claim.published else claim.source_id
    sentence = Text(f"    {quoted(claim.sentence)}", style="dim")
    sentence.highlight_words([claim.quote], style="bold not dim")
    return Group(
        Text.assemble("  ", (value, "bold cyan"), "  ", " · ".join(part for part in said if part)),
        sentence,
        Text(f"    {where}  {claim.url}", style="dim"),
    )
