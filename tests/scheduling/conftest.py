"""The lead over a fresh record."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from barometer.archive.leadership import Leadership, LedRecord, led, take_leadership
from barometer.archive.record import Record

NOW = datetime(2025, 6, 1, 4, 0, tzinfo=UTC)
TERM = timedelta(seconds=30)


@pytest.fixture
def record_url(request: pytest.FixtureRequest, databases: Any) -> str:
    """The URL of a fresh record, on SQLite unless the test asks for an engine."""
    url: str = databases.migrated(getattr(request, "param", "sqlite"))
    return url


@pytest.fixture
def lead(record: Record) -> Callable[..., LedRecord]:
    """Take the lead as another holder, whoever has it."""
    turns = iter(range(1, 100))

    def take(now: datetime = NOW) -> LedRecord:
        taken = take_leadership(record, f"daemon {next(turns)}", now + timedelta(hours=3), TERM)
        assert isinstance(taken, Leadership)
        return led(record, taken)

    return take
