"""Scores the number grammar on the public cases, prints the table beside the bars, and with --left each case left.

    python benchmarks/claims_public.py [--left]

The cases lie in $BAROMETER_SHARED/claims/public (default ../shared); SOURCE.txt there says how they are scored.
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from barometer.claims.numbers import numbers, ranges
from barometer.claims.periods import periods
from barometer.claims.units.quantity import Quantity

BARS = {
    "zh number": 0.97, "zh percentage": 0.97, "zh currency": 0.97, "zh currency+unit": 0.97, "zh numberrange": 0.85,
    "zh period": 52 / 72, "en number": 0.85, "en percentage": 1.0, "en currency": 0.92, "en currency+unit": 0.85,
    "en numberrange": 0.80, "en period": 0.65, "quantulum3 F1": 0.80,
}  # fmt: skip
# The specifications' own names of currencies
CODES = {
    "Dollar": "USD", "Pound": "GBP", "Franc": "FRF", "Peseta": "ESP", "Netherlands guilder": "NLG", "Cent": "CENT",
    "Pence": "PENCE", "Penny": "PENNY", "Finnish markka": "FIM", "Rupee": "INR", "Bitcoin": "BTC", "Sen": "SEN",
    "Satoshi": "SATOSHI",
}  # fmt: skip


@dataclass(slots=True)
class Tally:
    hits: int = 0
    gold: int = 0
    left: list[str] = field(default_factory=list)

    def add(self, text: str, expected: object, hit: bool) -> None:
        self.gold += 1
        self.hits += hit
        if not hit:
            self.left.append(f"{text[:110]!r}: {expected}")


def folder() -> Path:
    return Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "claims" / "public"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def equal(value: object, expected: float | None) -> bool:
    if value is None or expected is None:
        return value is None and expected is None
    return abs(float(str(value)) - expected) <= 1e-6 * max(abs(expected), 1e-9)


def overlaps(quantity: Quantity, claim: dict[str, Any]) -> bool:
    return quantity.start < claim["end"] and claim["start"] < quantity.end


def score_numbers(tallies: dict[str, Tally]) -> None:
    for language in ("zh", "en"):
        for row in rows(folder() / "recognizers-text" / f"{language}.jsonl"):
            kind, text = row["kind"], row["text"]
            if kind not in {"number", "percentage", "currency", "numberrange"}:
                continue
            found = ranges(text, language) if kind == "numberrange" else numbers(text, language)
            for claim in row["claims"]:
                near = [quantity for quantity in found if overlaps(quantity, claim)]
                if kind == "numberrange":
                    hit = any(equal(one.low, claim["low"]) and equal(one.high, claim["high"]) for one in near)
                    tallies[f"{language} {kind}"].add(text, (claim["quote"], claim["low"], claim["high"]), hit)
                    continue
                same = [one for one in near if equal(one.value, claim["value"])]
                tallies[f"{language} {kind}"].add(text, (claim["quote"], claim["value"]), bool(same))
                if kind == "currency":
                    unit = CODES.get(claim["unit"], claim["unit"])
                    hit = any(one.unit == unit for one in same)
                    tallies[f"{language} currency+unit"].add(text, (claim["quote"], unit), hit)


def score_periods(tallies: dict[str, Tally]) -> None:
    for row in rows(folder() / "recognizers-text" / "periods.jsonl"):
        language = row["lang"]
        found = [
            (start, end)
            for _, _, start, end in periods(row["text"], date.fromisoformat(row["published"] or "2016-11-07"), language)
        ]
        for wanted in row["ranges"]:
            hit = any(matches(one, wanted) for one in found)
            tallies[f"{language} period"].add(
                f"{row['text']} ({row['published']})", (wanted["quote"], wanted["past"], wanted["future"], found), hit
            )


def matches(found: tuple[date | None, date | None], wanted: dict[str, Any]) -> bool:
    """Either reading counts. The specifications give an end as the last day or as the day after it: both count."""
    return any(matches_reading(found, wanted[side]) for side in ("past", "future") if wanted.get(side))


def matches_reading(found: tuple[date | None, date | None], reading: dict[str, str]) -> bool:
    start, end = reading.get("startDate"), reading.get("endDate")
    if (found[0].isoformat() if found[0] else None) != start:
        return False
    ends = {found[1].isoformat(), (found[1] + timedelta(days=1)).isoformat()} if found[1] else {None}
    return end in ends


def score_quantulum(tallies: dict[str, Tally]) -> float:
    hits = gold = given = 0
    for row in json.loads((folder() / "quantulum3" / "quantities.json").read_text(encoding="utf-8")):
        left = [*numbers(row["req"], "en")]
        joined = ranges(row["req"], "en")
        spans = [one for one in joined if one.low is not None and one.high is not None and one.low != one.high]
        left = [one for one in left if not any(r.start <= one.start and one.end <= r.end for r in spans)] + spans
        given += len(left)
        for wanted in row["res"]:
            gold += 1
            middle = next((one for one in left if near(one, wanted)), None)
            if middle is not None:
                left.remove(middle)
                hits += 1
            else:
                tallies["quantulum3 F1"].left.append(f"{row['req'][:110]!r}: {wanted['value']} {wanted['surface']!r}")
        for one in left:
            tallies["quantulum3 F1"].left.append(f"{row['req'][:110]!r}: EXTRA {one.low} {one.high}")
    tallies["quantulum3 F1"].hits, tallies["quantulum3 F1"].gold = hits, gold
    precision, recall = hits / given, hits / gold
    print(f"quantulum3: {hits} of {gold} found, {given} given")
    return 2 * precision * recall / (precision + recall)


def near(one: Quantity, wanted: dict[str, Any]) -> bool:
    low = one.low if one.low is not None else one.high
    high = one.high if one.high is not None else one.low
    middle = (float(low or 0) + float(high or 0)) / 2
    return equal(middle, float(wanted["value"]))


def results() -> list[tuple[str, float, Tally]]:
    """Give the share of each kind of cases that is read rightly, with its tally."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    score_numbers(tallies)
    score_periods(tallies)
    quantulum = score_quantulum(tallies)
    shares = {name: tallies[name].hits / max(1, tallies[name].gold) for name in BARS} | {"quantulum3 F1": quantulum}
    return [(name, shares[name], tallies[name]) for name in BARS]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--left", action="store_true")
    args = parser.parse_args()
    if not folder().is_dir():
        sys.exit(f"{folder()} is not there: set BAROMETER_SHARED to the folder that holds claims/")
    for name, share, tally in results():
        said = "" if share >= BARS[name] - 1e-9 else "  MISSED"
        print(f"{name:18} {share:.3f}  ({tally.hits} of {tally.gold})  bar {BARS[name]:.3f}{said}")
        if args.left:
            for line in tally.left:
                print(f"    {line}")


if __name__ == "__main__":
    main()
