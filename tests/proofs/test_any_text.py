"""No text breaks the claims engine or the number grammar, whatever is in it: 100,000 texts."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.claims import test_any_text as claims
from tests.claims import test_numbers as numbers

COUNT = 100_000
SOURCES = st.one_of(st.none(), st.sampled_from(["义乌发布", "Xinhua", "\ud800", ""]))


def many(count: int, test: Callable[..., Any], *strategies: Any, **named: Any) -> None:
    """Run the body of a property test on so many examples."""
    inner = test.hypothesis.inner_test  # how Hypothesis keeps it
    proved = given(*strategies, **named)(inner)
    settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))(proved)()


def test_claims(times: Callable[[int], int]) -> None:
    many(
        times(COUNT), claims.test_any_text_gives_exact_claims, text=claims.TEXTS, published=claims.DAYS, source=SOURCES
    )  # fmt: skip


def test_numbers(times: Callable[[int], int]) -> None:
    many(
        times(COUNT) // 4, numbers.test_no_text_raises, st.lists(numbers.PIECES, max_size=25),
        st.sampled_from(["", " "]), st.dates(),
    )  # fmt: skip
