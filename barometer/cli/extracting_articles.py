"""What `barometer extract-article` reads out of saved pages, as JSON."""

import json
from pathlib import Path
from typing import Any

import click

from barometer.articles import read
from barometer.cli.given_files import json_lines, whole
from barometer.cli.workplace import usable_sources
from barometer.clock import now
from barometer.config import load_settings
from barometer.errors import UsageError
from barometer.model import RequestKind
from barometer.sources import Source, canonical_url, match_source

UNKNOWN_URL = "https://unknown.invalid/"


def print_articles(file: Path, url: str | None, *, jsonl: bool) -> None:
    """Print the article of a page, or with `jsonl` of each page that the file names."""
    settings = load_settings()
    sources = usable_sources(settings)
    if not jsonl:
        click.echo(_article_json(whole(file), UNKNOWN_URL if url is None else url, sources))
        return
    for number, row in json_lines(file):
        for name in ("id", "path"):
            if name not in row:
                raise UsageError(f'{file}, line {number}: no {name!r}; lines are {{"id", "path", "url"}}')
        body = whole((file.parent if str(file) != "-" else Path()) / row["path"])
        click.echo(_article_json(body, row.get("url") or UNKNOWN_URL, sources, row["id"]))


def _article_json(body: bytes, url: str, sources: dict[str, Source], name: Any = None) -> str:
    address = canonical_url(url)
    source = match_source(sources, address)
    if source is None:
        raise UsageError("no source takes this page, and there is no generic one: settings/sources/any.yaml is missing")
    outcome = read(body, {}, address, source, RequestKind.ARTICLE, now())
    part = outcome.part
    values: dict[str, Any] = {
        "title": part.title if part else None,
        "text": part.text if part else None,
        "published": part.published.isoformat() if part and part.published else None,
        "author": part.author if part else None,
        "source_name": part.source_name if part else None,
        "language": part.language if part else None,
    }
    if name is None:
        values |= {"outcome": outcome.kind.value, "problem": outcome.problem, "source": source.id}
    else:
        values = {"id": name, **values}
    return json.dumps(values, ensure_ascii=False)
