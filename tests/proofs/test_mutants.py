"""Faults in the claims core are noticed by the tests: at least 85 of 100 of them."""

import importlib.util
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from barometer.claims import extract
from barometer.model import Claim
from tests.proofs.mutation import Mutant, mutants, survivors

CORE = (
    "calendar", "carrying", "case", "claimable", "comparison", "currency", "headline", "identity", "indicators",
    "kinds", "layout", "measuring", "placing", "ranges", "roles", "sourcing", "standing", "timing",
)  # fmt: skip
MOST = 2_000
SEED = 20260301
LEAST = 0.85
TESTS = Path(__file__).parents[1]
SHARED = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "claims"
# what is run for a module when the corpus notices nothing; the first two play no part in the corpus
UNIT_TESTS = {
    "ranges": ["claims/test_numbers.py", "claims/test_public_cases.py"],
    "currency": ["claims/test_numbers.py", "claims/test_public_cases.py"],
    "identity": ["ingest/test_identity.py"],
}
ALWAYS = ["claims/test_extract.py"]


def unit_tests(module: str) -> list[str]:
    name = module.rpartition(".")[2]
    own = f"claims/test_{name}.py"
    found = UNIT_TESTS.get(name) or ([own] if (TESTS / own).exists() else []) + ALWAYS
    return [str(TESTS / path) for path in found]


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"mutants_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def right_records() -> list[tuple[str, str, str]]:
    """Give every field of the development gold that is right: (item, quote, field), and each false claim."""
    score, held = loaded(SHARED / "score.py"), loaded(TESTS / "claims" / "test_gold.py")
    right = []
    for name in held.BARS:
        for key, item in score.load(SHARED / f"{name}.jsonl").items():
            rows = [held.row(claim) for claim in extract(item["text"], held.day(item), item.get("source"))]
            pairs = score.pair(item["claims"], rows)
            right.extend(
                (key, gold["quote"], field)
                for gold, row in pairs
                for field in score.FIELDS
                if score.agrees(field, gold, row)
            )
            right.extend((key, row["quote"], "false") for row in rows if not any(row is other for _, other in pairs))
    return right


def read(item: Any) -> list[Claim]:
    return extract(item.text, item.published, item.source)


@pytest.fixture(scope="module")
def notices() -> Callable[[Mutant], bool]:
    """Say whether a fault that is in place is noticed: by the corpus, by the gold (what was right is so no more), or by
    the unit tests.
    """
    file = loaded(TESTS / "claims" / "corpus_file.py")
    items = [item for item in file.items() if not file.differences(item, read(item))]
    gold = right_records()

    def notice(mutant: Mutant) -> bool:
        if mutant.module.rpartition(".")[2] not in UNIT_TESTS and (
            any(file.differences(item, read(item)) for item in items) or right_records() != gold
        ):
            return True
        arguments = ["-x", "-q", "-p", "no:cacheprovider", "-k", "not cost and not no_text_raises"]
        return pytest.main([*arguments, *unit_tests(mutant.module)]) != 0

    return notice


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no gold data at {SHARED}: set BAROMETER_SHARED")
def test_faults_are_noticed(notices: Callable[[Mutant], bool], times: Callable[[int], int]) -> None:
    every = [mutant for name in CORE for mutant in mutants(f"barometer.claims.{name}")]
    sound = [Mutant(f"barometer.claims.{name}", -1) for name in CORE]
    assert sorted(survivors(sound, notices), key=str) == sorted(sound, key=str), "tests fail without any fault"
    chosen = random.Random(SEED).sample(every, min(len(every), times(MOST)))
    alive = survivors(chosen, notices)
    by_module = Counter(mutant.module for mutant in chosen)
    left = Counter(mutant.module for mutant in alive)
    for module, count in sorted(by_module.items()):
        print(f"{module:32} {count - left[module]:4} of {count:4} noticed")
    score = 1 - len(alive) / len(chosen)
    print(f"mutation score {score:.3f}: {len(chosen) - len(alive)} of {len(chosen)} noticed, of {len(every)} in all")
    for mutant in sorted(alive, key=str):
        print(f"  not noticed: {mutant}")
    assert score >= LEAST
