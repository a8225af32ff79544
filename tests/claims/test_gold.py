"""The development gold, read at run time from $BAROMETER_SHARED: these bars are held, not reached by luck."""

import importlib.util
import os
from datetime import date
from pathlib import Path

import pytest

from barometer.claims import extract

FOLDER = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "claims"
BARS = {  # file: detection F1, full-record F1
    "seed-gold": (1.0, 1.0),
    "dev-en": (0.97, 0.90),
    "dev-zh": (0.97, 0.90),
    "dev-articles-en": (0.95, 0.80),
    "dev-articles-zh": (0.95, 0.80),
}


@pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no gold data at {FOLDER}: set BAROMETER_SHARED")
@pytest.mark.parametrize("name", BARS)
def test_gold_is_reached(name):
    spec = importlib.util.spec_from_file_location("claims_score", FOLDER / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = score.load(FOLDER / f"{name}.jsonl")
    predictions = {
        key: {"claims": [row(claim) for claim in extract(item["text"], day(item), item.get("source"))]}
        for key, item in gold.items()
    }
    result = score.score(gold, predictions)
    detection, full = BARS[name]
    assert result["detection"]["f1"] >= detection
    assert result["full_record"]["f1"] >= full
    assert result["non_claim_items"]["false_claims"] == 0


def day(item):
    return date.fromisoformat(item["published"])


def row(claim):
    plain = {name: getattr(claim, name) for name in claim.__slots__}
    return plain | {
        "value": float(claim.value),
        "value_max": None if claim.value_max is None else float(claim.value_max),
        "period_start": claim.period_start and claim.period_start.isoformat(),
        "period_end": claim.period_end and claim.period_end.isoformat(),
    }
