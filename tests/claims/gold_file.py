"""Reads the gold of our own and compares claims with it, by the guideline's own measure.

A claim of the gold and one that was found are the same if their spans overlap and their numbers are equal. A place or
the like agrees if it is equal, a source if one name holds the other, an indicator if they share half of their words.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from barometer.model import Claim

FOLDER = Path(__file__).parent / "gold"
FILES = ("en", "zh", "en-articles", "zh-articles", "en-later", "zh-later", "en-later-2")
RECORD = ("unit", "kind", "modifier", "period", "comparison", "direction", "status", "place")
"""The fields of a full record."""
FIELDS = (*RECORD, "attributed_to", "indicator", "inherited")
CARRIED = frozenset({"place", "period", "comparison", "attributed_to"})
"""The fields whose inheritance the articles of the gold tell."""
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Wanted:
    """A claim of the gold."""

    quote: str
    start: int
    value: float
    unit: str
    kind: str
    modifier: str = "eq"
    value_max: float | None = None
    indicator: str | None = None
    place: str | None = None
    period: tuple[str | None, str | None] = (None, None)
    comparison: str | None = None
    direction: str | None = None
    attributed_to: str | None = None
    status: str = "actual"
    inherited: tuple[str, ...] | None = None

    @property
    def end(self) -> int:
        """Where the quote ends."""
        return self.start + len(self.quote)


@dataclass(frozen=True)
class Item:
    """A text of the gold and the claims that a reader finds in it."""

    id: str
    text: str
    published: date
    source: str | None
    claims: tuple[Wanted, ...]


def items(name: str) -> Iterator[Item]:
    """Give the items of a file of the gold."""
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        claims = tuple(
            Wanted(**{key: tuple(value) if isinstance(value, list) else value for key, value in claim.items()})
            for claim in row["claims"]
        )
        yield Item(row["id"], row["text"], date.fromisoformat(row["published"]), row.get("source"), claims)


def pairs(wanted: Sequence[Wanted], found: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pair claims of the gold and claims found, each once: those of one unit first, then by what they cover."""
    options = sorted(
        (want.unit != claim.unit, -_cover(want, claim), one, other)
        for one, want in enumerate(wanted)
        for other, claim in enumerate(found)
        if _cover(want, claim) and _same(want.value, claim.value) and _same(want.value_max, claim.value_max)
    )
    paired: dict[int, int] = {}
    for _, _, one, other in options:
        if one not in paired and other not in paired.values():
            paired[one] = other
    return list(paired.items())


def right_fields(want: Wanted, claim: Claim) -> set[str]:
    """Give the fields in which a claim agrees with the gold; `inherited` counts for the fields that are right."""
    plain = set(FIELDS) - {"period", "inherited"}
    right = {name for name in plain if _agrees(name, getattr(want, name), getattr(claim, name))}
    if want.period == tuple(day and day.isoformat() for day in (claim.period_start, claim.period_end)):
        right.add("period")
    told = CARRIED & right
    if want.inherited is None or told & {*want.inherited} == told & {*claim.inherited}:
        right.add("inherited")
    return right


def _cover(want: Wanted, claim: Claim) -> float:
    common = min(want.end, claim.end) - max(want.start, claim.start)
    return max(common, 0) / (max(want.end, claim.end) - min(want.start, claim.start))


def _same(number: float | None, other: object) -> bool:
    if number is None or other is None:
        return number is other
    value = float(str(other))
    return abs(number - value) <= max(1e-6 * max(abs(number), abs(value)), 5e-4)


def _agrees(field: str, want: str | None, found: str | None) -> bool:
    if want is None or found is None:
        return want == found
    if field == "attributed_to":
        return want.lower() in found.lower() or found.lower() in want.lower()
    if field == "indicator":
        one, other = _words(want), _words(found)
        return 2 * (one & other).total() >= 0.5 * (one.total() + other.total())
    return want.lower() == found.lower()


def _words(text: str) -> Counter[str]:
    if _HAN.search(text):
        return Counter(char for char in text if not char.isspace())
    return Counter(re.findall(r"\w+", text.lower()))
