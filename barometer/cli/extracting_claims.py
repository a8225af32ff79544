"""What `barometer extract-claims` reads out of texts, as JSON or explained."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from barometer.claims import extract, load_lexicon
from barometer.cli.given_files import json_lines, whole
from barometer.config import load_settings
from barometer.errors import UsageError
from barometer.exports.formats import json_value
from barometer.model import Claim


def print_claims(file: Path, published: date | None, source: str | None, *, jsonl: bool, explain: bool) -> None:
    """Print the claims of a text, or with `jsonl` of each text that the file holds."""
    lexicon = load_lexicon(load_settings().indicators)
    if jsonl:
        for number, row in json_lines(file):
            if not isinstance(row.get("text"), str):
                raise UsageError(f'{file}, line {number}: no text; lines are {{"id", "text", "published", "source"}}')
            found = extract(row["text"], _day(row.get("published"), file, number), row.get("source"), lexicon)
            told = {"id": row.get("id"), "claims": [claim_values(claim) for claim in found]}
            click.echo(json.dumps(told, ensure_ascii=False))
        return
    text = whole(file).decode("utf-8", "replace")
    for claim in extract(text, published, source, lexicon):
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


def _day(value: Any, file: Path, number: int) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise UsageError(f"{file}, line {number}: published {value!r} is no day such as 2025-06-15") from None
