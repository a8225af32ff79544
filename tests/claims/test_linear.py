"""The cost of reading grows with the length of the text, not faster."""

import time
from datetime import date

import pytest

from barometer.claims import extract

SMALL, LARGE = 4_000, 40_000
PATTERNS = (
    "一百",
    "1,234 ",
    "one and ",
    "7",
    "(【",
    "5%, ",
    "增长5%、",
    "rose by 5 percent and ",
    "同比增长其中义乌",
    "“said Li ",
)


def cost(pattern: str, size: int) -> float:
    text = (pattern * (size // len(pattern) + 1))[:size]
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        extract(text, date(2025, 6, 15))
        best = min(best, time.process_time() - begun)
    return best / size


@pytest.mark.parametrize("pattern", PATTERNS)
def test_cost_per_character_does_not_grow(pattern):
    extract("Exports rose 5%. 出口增长5%。", date(2025, 6, 15))
    assert cost(pattern, LARGE) < 2.5 * cost(pattern, SMALL) + 5e-6


def test_a_line_without_end_is_read_in_pieces_without_losing_claims():
    line = "exports of Yiwu rose 5 percent and " * 300
    assert len(extract(line, date(2025, 6, 15))) == 300
