"""Retry-After and backoff."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.network.retry import backoff, next_pause, read_retry_after

NOW = datetime(2025, 6, 18, 4, 0, tzinfo=UTC)
FIRST = timedelta(seconds=30)


@pytest.mark.parametrize(
    ("value", "pause"),
    [
        ("120", timedelta(seconds=120)),
        (" 0 ", timedelta(0)),
        ("Wed, 18 Jun 2025 04:05:00 GMT", timedelta(minutes=5)),
        ("Wed, 18 Jun 2025 12:05:00 +0800", timedelta(minutes=5)),
        ("Wednesday, 18-Jun-25 04:05:00 GMT", timedelta(minutes=5)),
        ("Wed Jun 18 04:05:00 2025", timedelta(minutes=5)),
        ("Wed, 18 Jun 2025 03:00:00 GMT", timedelta(0)),
        ("Fri, 18 Jun 2055 03:00:00 GMT", timedelta(hours=24)),
        ("9" * 400, timedelta(hours=24)),
        ("000000000000000060", timedelta(seconds=60)),
    ],
)
def test_seconds_and_dates_are_read_and_capped(value: str, pause: timedelta) -> None:
    assert read_retry_after(value, NOW) == pause


@pytest.mark.parametrize("value", [None, "", "soon", "-5", "1.5", "１２０", "Wed, 99 Jun 2025 99:00:00 GMT"])
def test_what_cannot_be_read_leaves_the_pause_to_the_caller(value: str | None) -> None:
    assert read_retry_after(value, NOW) is None


@given(st.text(max_size=40))
def test_any_header_gives_a_pause_within_bounds_or_none(value: str) -> None:
    pause = read_retry_after(value, NOW, longest=timedelta(hours=1))
    assert pause is None or timedelta(0) <= pause <= timedelta(hours=1)


@given(st.integers(0, 86_400))
def test_a_date_and_the_seconds_until_it_say_the_same(seconds: int) -> None:
    date = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert read_retry_after(date, NOW) == read_retry_after(str(seconds), NOW)


def test_backoff_doubles_until_its_cap() -> None:
    pauses = [backoff(attempt, 1.0, FIRST, timedelta(minutes=10)) for attempt in range(1, 8)]
    assert [pause.total_seconds() for pause in pauses] == [30, 60, 120, 240, 480, 600, 600]


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_jitter_keeps_between_half_and_whole(attempt: int, chance: float) -> None:
    longest = timedelta(hours=6)
    whole = backoff(attempt, 1.0, FIRST, longest)
    assert whole / 2 <= backoff(attempt, chance, FIRST, longest) <= whole <= longest


@pytest.mark.parametrize(("attempt", "chance"), [(0, 0.5), (-1, 0.5), (1, 1.5), (1, -0.1)])
def test_backoff_refuses_what_makes_no_sense(attempt: int, chance: float) -> None:
    with pytest.raises(ValueError, match="attempt"):
        backoff(attempt, chance, FIRST)


def test_the_longer_of_backoff_and_retry_after_holds() -> None:
    assert next_pause(1, 1.0, FIRST, retry_after="300", now=NOW) == timedelta(seconds=300)
    assert next_pause(4, 1.0, FIRST, retry_after="1", now=NOW) == timedelta(seconds=240)
    assert next_pause(1, 1.0, FIRST, retry_after=None, now=NOW) == FIRST
