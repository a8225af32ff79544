"""`barometer extract-article` and `barometer extract-claims`: one page or one text in, JSON out."""

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from barometer.articles import read
from barometer.claims import extract, load_lexicon
from barometer.cli.workplace import usable_sources
from barometer.clock import now
from barometer.config import load_settings
from barometer.errors import UsageError
from barometer.exports.formats import json_value
from barometer.model import Claim, RequestKind
from barometer.sources import Source, canonical_url, match_source

UNKNOWN_URL = "https://unknown.invalid/"


@click.command("extract-article")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--url", default=UNKNOWN_URL, help="The page's address, which decides the rules it is read by.")
@click.option("--jsonl", is_flag=True, help='FILE has lines {"id","path","url"}; paths are relative to it.')
def extract_article(file: Path, url: str, jsonl: bool) -> None:
    """Read an article out of a saved page.

    Example: barometer extract-article page.html --url https://www.globaltimes.cn/page/202506/1336001.shtml
    """
    settings = load_settings()
    sources = usable_sources(settings)
    if not jsonl:
        click.echo(_article_json(_bytes(file), url, sources))
        return
    for number, row in _lines(file):
        for name in ("id", "path"):
            if name not in row:
                raise UsageError(f'{file}, line {number}: no {name!r}; lines are {{"id", "path", "url"}}')
        body = _bytes((file.parent if str(file) != "-" else Path()) / row["path"])
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


@click.command("extract-claims")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--published", type=click.DateTime(formats=["%Y-%m-%d"]), help="The day from which periods are told.")
@click.option("--source", help="Who published the text.")
@click.option("--jsonl", is_flag=True, help='FILE has lines {"id","text","published","source"}.')
@click.option("--explain", is_flag=True, help="Show for each field the rule and the words it rests on.")
def extract_claims(file: Path, published: Any, source: str | None, jsonl: bool, explain: bool) -> None:
    """Read the numeric claims of a text.

    Example: echo "Exports rose 5.2% to 88 billion yuan." | barometer extract-claims -
    """
    lexicon = load_lexicon(load_settings().indicators)
    if jsonl:
        for number, row in _lines(file):
            if not isinstance(row.get("text"), str):
                raise UsageError(f'{file}, line {number}: no text; lines are {{"id", "text", "published", "source"}}')
            found = extract(row["text"], _day(row.get("published"), file, number), row.get("source"), lexicon)
            told = {"id": row.get("id"), "claims": [claim_values(claim) for claim in found]}
            click.echo(json.dumps(told, ensure_ascii=False))
        return
    text = _bytes(file).decode("utf-8", "replace")
    for claim in extract(text, published.date() if published else None, source, lexicon):
        if explain:
            _explain(claim, text)
        else:
            click.echo(json.dumps(claim_values(claim), ensure_ascii=False))


def claim_values(claim: Claim) -> dict[str, Any]:
    """Give a claim as JSON values; a number without fraction as an integer."""
    return {
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "value": json_value(claim.value),
        "value_max": None if claim.value_max is None else json_value(claim.value_max),
        "unit": claim.unit,
        "kind": claim.kind,
        "modifier": claim.modifier,
        "indicator": claim.indicator,
        "indicator_id": claim.indicator_id,
        "place": claim.place,
        "period_start": claim.period_start.isoformat() if claim.period_start else None,
        "period_end": claim.period_end.isoformat() if claim.period_end else None,
        "comparison": claim.comparison,
        "direction": claim.direction,
        "attributed_to": claim.attributed_to,
        "status": claim.status,
        "inherited": list(claim.inherited),
    }


def _explain(claim: Claim, text: str) -> None:
    click.secho(f"{claim.quote}  [{claim.start}:{claim.end}]", bold=True)
    values = claim_values(claim)
    reasons = {reason.field: reason for reason in claim.reasons}
    for name, value in values.items():
        if name in {"quote", "start", "end", "inherited"} or value is None:
            continue
        reason = reasons.get("period" if name in {"period_start", "period_end"} else name)
        why = f"  {reason.rule}: “{text[reason.start : reason.end]}”" if reason else ""
        inherited = " (inherited)" if name in claim.inherited else ""
        click.echo(f"  {name:<14}{value}{inherited}{why}")


def _bytes(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        raw = file.read_bytes()
        return gzip.decompress(raw) if file.suffix == ".gz" else raw
    except (OSError, EOFError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from None


def _lines(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_bytes(file).decode("utf-8", "replace").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{file}, line {number}: not JSON: {error}") from None
        if not isinstance(row, dict):
            raise UsageError(f"{file}, line {number}: not a JSON object")
        yield number, row


def _day(value: Any, file: Path, number: int) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise UsageError(f"{file}, line {number}: published {value!r} is no day such as 2025-06-15") from None
