"""What `barometer sources list` prints: every source, its state, what it lacks and what it has brought."""

import json

import click
from rich.markup import escape
from rich.table import Table
from sqlalchemy import func, select

from barometer.archive.tables import articles
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import opened, usable_sources
from barometer.clock import now
from barometer.config import load_settings
from barometer.errors import RecordError
from barometer.sources.asking import entries_of


def print_sources(*, as_json: bool) -> None:
    """Print every source, as a table or as JSON."""
    settings = load_settings()
    every = usable_sources(settings)
    counts = _counts()
    if as_json:
        for name, source in every.items():
            told = {
                "id": name,
                "name": source.name.model_dump(),
                "state": _state(source.configured, source.generic),
                "needs": list(source.needs),
                "entry": [one.url for one in entries_of(source, now())],
                "evidence": source.evidence.model_dump(),
                "articles": counts.get(name, 0),
            }
            click.echo(json.dumps(told, ensure_ascii=False))
        return
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    console = Terminal()
    roomy = console.width >= 100
    table.add_column("source", no_wrap=True)
    table.add_column("state", no_wrap=True)
    table.add_column("articles", justify="right", no_wrap=True)
    if roomy:
        table.add_column("name", overflow="fold")
        table.add_column("pages", no_wrap=True)
        table.add_column("lists", no_wrap=True)
        table.add_column("needs", overflow="fold")
    for name, source in every.items():
        state = _state(source.configured, source.generic)
        both = f"{source.name.zh} / {source.name.en}"
        rests_on = ("", "") if source.generic else (source.evidence.pages, source.evidence.lists)
        lacks = ", ".join(source.needs) or ("" if state != "unconfigured" else "where it begins: entry, ask or urls")
        cells = [name, state, str(counts.get(name, 0)), escape(both), *rests_on, escape(lacks)]
        table.add_row(*(cells if roomy else cells[:3]))
    console.print(table)


def _state(configured: bool, generic: bool) -> str:
    if generic:
        return "on demand"
    return "configured" if configured else "unconfigured"


def _counts() -> dict[str, int]:
    try:
        with opened() as workplace, workplace.record.reading() as connection:
            rows = connection.execute(select(articles.c.source_id, func.count()).group_by(articles.c.source_id)).all()
            return {row[0]: row[1] for row in rows}
    except RecordError:
        return {}
