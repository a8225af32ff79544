"""Runs the claims engine over gold files and prints the scorer's table for each; --errors adds every wrong field.

    python benchmarks/claims_dev.py [--errors] [--only FIELD] [FILE …]

Gold files lie in $BAROMETER_SHARED/claims (default ../shared); the scorer beside them does the counting.
"""

import argparse
import importlib.util
import os
import sys
import time
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from barometer.claims import extract
from barometer.model import Claim

FILES = ("seed-gold", "dev-en", "dev-zh", "dev-articles-en", "dev-articles-zh")


def folder() -> Path:
    return Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "claims"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("claims_score", folder() / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_row(claim: Claim) -> dict[str, Any]:
    return {
        "quote": claim.quote, "start": claim.start, "end": claim.end, "value": float(claim.value),
        "value_max": None if claim.value_max is None else float(claim.value_max), "unit": claim.unit,
        "kind": claim.kind,
        "modifier": claim.modifier, "indicator": claim.indicator, "place": claim.place,
        "period_start": claim.period_start and claim.period_start.isoformat(),
        "period_end": claim.period_end and claim.period_end.isoformat(),
        "comparison": claim.comparison, "direction": claim.direction, "attributed_to": claim.attributed_to,
        "status": claim.status,
    }  # fmt: skip


def predict(item: dict[str, Any]) -> dict[str, Any]:
    claims = extract(item["text"], date.fromisoformat(item["published"]), item.get("source"))
    return {"id": item["id"], "claims": [as_row(claim) for claim in claims]}


def show_errors(score: ModuleType, item: dict[str, Any], prediction: dict[str, Any], only: str | None) -> None:
    pairs = score.pair(item["claims"], prediction["claims"])
    lines = []
    for gold in item["claims"]:
        match = next((p for g, p in pairs if g is gold), None)
        if match is None:
            lines.append(f"  MISSED «{gold['quote']}» {gold['value']} {gold['unit']}")
            continue
        for field in score.FIELDS:
            if not score.agrees(field, gold, match) and (only is None or only == field):
                keys = ("period_start", "period_end") if field == "period" else (field,)
                want, got = ([row.get(key) for key in keys] for row in (gold, match))
                lines.append(f"  «{gold['quote']}» {field}: want {want} got {got}")
    for extra in prediction["claims"]:
        if not any(p is extra for _, p in pairs):
            lines.append(f"  EXTRA «{extra['quote']}» {extra['value']} {extra['value_max']} {extra['unit']}")
    if lines:
        print(
            f"{item['id']} ({item['published']}, {item.get('source')}): "
            f"{item['text'] if len(item['text']) < 500 else ''}"
        )
        print("\n".join(lines))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=FILES)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only")
    args = parser.parse_args()
    if not folder().is_dir():
        sys.exit(f"{folder()} is not there: set BAROMETER_SHARED to the folder that holds claims/")
    score = scorer()
    for name in args.files:
        path = Path(name) if name.endswith(".jsonl") else folder() / f"{name}.jsonl"
        gold = score.load(path)
        begun = time.perf_counter()
        predictions = {key: predict(item) for key, item in gold.items()}
        spent = time.perf_counter() - begun
        if args.errors:
            for key, item in gold.items():
                show_errors(score, item, predictions[key], args.only)
        result = score.score(gold, predictions)
        full, found = result["full_record"], result["detection"]
        print(
            f"{path.stem:16} detection {found['precision']:.3f}/{found['recall']:.3f}/{found['f1']:.3f}  "
            f"full {full['f1']:.3f}  gold {result['gold_claims']} predicted {result['predicted_claims']}  "
            f"false {result['non_claim_items']['false_claims']}  "
            f"{sum(len(i['text']) for i in gold.values()) / spent:,.0f} chars/s"
        )
        print("  " + "  ".join(f"{field} {value:.3f}" for field, value in result["fields"].items()))


if __name__ == "__main__":
    main()
