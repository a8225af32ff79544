"""Reads the development corpus: sentences of our own with the claims that a reader finds in them.

One file a phenomenon: a list of items `text`, `published`, optionally `source`, and `claims`. A claim names its quote,
value and unit; `period` is [first, last]; a field that is left out is null (modifier: eq, status: actual). `inherited`
and `attributed_to` are checked only where given. `open` on a claim or an item says why the engine does not reach it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from barometer.model import Claim
from barometer.yaml_files import read_yaml

FOLDER = Path(__file__).parent / "corpus"
FIELDS = frozenset({
    "quote", "value", "value_max", "unit", "kind", "modifier", "place", "period", "comparison", "direction", "status",
    "attributed_to", "indicator", "inherited", "open",
})  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One text of the corpus."""

    name: str
    text: str
    published: date
    source: str | None
    claims: tuple[dict[str, Any], ...]
    open: str | None


def items() -> Iterator[Item]:
    """Give every item of the corpus, by file and place in it."""
    for path in sorted(FOLDER.glob("*/*.yaml")):
        for number, row in enumerate(read_yaml(path.read_text(encoding="utf-8")), start=1):
            name = f"{path.parent.name}/{path.stem}/{number}"
            unknown = {key for claim in row["claims"] for key in claim} - FIELDS
            assert not unknown, f"{name}: unknown field {unknown}"
            missing = [claim["quote"] for claim in row["claims"] if str(claim["quote"]) not in row["text"]]
            assert not missing, f"{name}: not in the text: {missing}"
            reasons = [claim["open"] for claim in row["claims"] if "open" in claim]
            yield Item(
                name, row["text"], row["published"], row.get("source"), tuple(row["claims"]),
                row.get("open") or (reasons[0] if reasons else None),
            )  # fmt: skip


def differences(item: Item, found: list[Claim]) -> list[str]:
    """Give what differs between the claims of an item and those found, one line each."""
    lines = []
    left = list(found)
    seen = 0
    for want in item.claims:
        start = item.text.index(str(want["quote"]), seen)
        seen = start + len(str(want["quote"]))
        value, value_max = Decimal(want["value"]), want.get("value_max")
        match = next(
            (
                claim
                for claim in left
                if claim.start < seen and start < claim.end and claim.value == value
                and claim.value_max == (Decimal(value_max) if value_max else None)
            ),
            None,
        )  # fmt: skip
        if match is None:
            lines.append(f"missed: {want['quote']}")
            continue
        left.remove(match)
        lines.extend(f"{want['quote']}: {line}" for line in _wrong_fields(want, match))
    return lines + [f"no claim: {claim.quote} ({claim.value} {claim.unit})" for claim in left]


def _wrong_fields(want: dict[str, Any], claim: Claim) -> Iterator[str]:
    first, last = want.get("period", (None, None))
    expected = {
        "unit": want["unit"], "kind": want["kind"], "modifier": want.get("modifier", "eq"), "place": want.get("place"),
        "period_start": first, "period_end": last, "comparison": want.get("comparison"),
        "direction": want.get("direction"), "status": want.get("status", "actual"),
    }  # fmt: skip
    for name, value in expected.items():
        if getattr(claim, name) != value:
            yield f"{name} {getattr(claim, name)!r}, not {value!r}"
    if "attributed_to" in want and want["attributed_to"] not in (claim.attributed_to or ""):
        yield f"attributed_to {claim.attributed_to!r}, not {want['attributed_to']!r}"
    if "inherited" in want and list(claim.inherited) != want["inherited"]:
        yield f"inherited {claim.inherited!r}, not {want['inherited']!r}"
