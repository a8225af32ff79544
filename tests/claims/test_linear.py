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
    begun = time.process_time()
    extract(text, date(2025, 6, 15))
    return (time.process_time() - begun) / size


@pytest.mark.parametrize("pattern", PATTERNS)
def test_cost_per_character_does_not_grow(pattern):
    extract("Exports rose 5%. 出口增长5%。", date(2025, 6, 15))
    bound = 2.5 * min(cost(pattern, SMALL) for _ in range(2)) + 5e-6
    assert any(cost(pattern, LARGE) < bound for _ in range(2))  # once more, where the machine was busy


def test_a_line_without_end_is_read_in_pieces_without_losing_claims():
    line = "exports of Yiwu rose 5 percent and " * 300
    assert len(extract(line, date(2025, 6, 15))) == 300
