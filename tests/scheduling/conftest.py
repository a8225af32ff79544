"""A record to schedule in, copied from one that was migrated once."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from barometer.archive.leadership import Leadership, LedRecord, led, take_leadership
from barometer.archive.record import Record, open_record

NOW = datetime(2025, 6, 1, 4, 0, tzinfo=UTC)
TERM = timedelta(seconds=30)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "record.sqlite3"
    open_record(f"sqlite:///{path}", migrate=True).close()
    return path


@pytest.fixture
def record(migrated: Path, tmp_path: Path) -> Iterator[Record]:
    path = tmp_path / "record.sqlite3"
    shutil.copy(migrated, path)
    made = open_record(f"sqlite:///{path}")
    yield made
    made.close()


@pytest.fixture
def lead(record: Record) -> Callable[..., LedRecord]:
    """Take the lead as another holder, whoever has it."""
    turns = iter(range(1, 100))

    def take(now: datetime = NOW) -> LedRecord:
        taken = take_leadership(record, f"daemon {next(turns)}", now + timedelta(hours=3), TERM)
        assert isinstance(taken, Leadership)
        return led(record, taken)

    return take
