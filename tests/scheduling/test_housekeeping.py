"""Old rows go, a copy of the record is whole, daily jobs are taken once a day whoever leads."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select

from barometer.archive.outbox import register
from barometer.archive.record import open_record
from barometer.archive.tables import outbox
from barometer.scheduling.housekeeping import KEEP_COPIES, drop_old_rows, keep_copy
from barometer.scheduling.turns import is_due, write_turn

NOW = datetime(2025, 6, 1, 4, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def test_rows_heard_long_ago_go_and_those_that_wait_stay(record, lead):
    leading = lead()
    register(leading, "index", NOW, backfill=False)
    done = [None, NOW - 31 * DAY, NOW - 29 * DAY]
    with leading.writing() as connection:
        rows = [{"consumer": "index", "subject": "article:1", "at": NOW - 60 * DAY, "done_at": each} for each in done]
        connection.execute(insert(outbox), rows * 10)
    assert drop_old_rows(leading, NOW) == {"outbox": 10, "slots": 0}
    with record.reading() as connection:
        assert connection.execute(select(func.count()).select_from(outbox)).scalar() == 20


def test_a_copy_is_a_whole_record_and_few_are_kept(record, tmp_path):
    register(record, "index", NOW, backfill=False)
    folder = tmp_path / "backups"
    copies = [keep_copy(record, folder, NOW + number * DAY) for number in range(KEEP_COPIES + 2)]
    assert sorted(folder.iterdir()) == copies[2:]
    copy = open_record(f"sqlite:///{copies[-1]}")
    with copy.reading() as connection:
        assert connection.exec_driver_sql("SELECT name FROM consumers").scalars().all() == ["index"]
    copy.close()


def test_a_copy_cut_short_is_no_copy(record, tmp_path, monkeypatch):
    def broken(*_, **__):
        raise sqlite3.OperationalError("disk full")

    class Connection(sqlite3.Connection):
        backup = broken

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: real(path, factory=Connection))
    with pytest.raises(sqlite3.OperationalError):
        keep_copy(record, tmp_path / "backups", NOW)
    assert list((tmp_path / "backups").glob("record-*.sqlite3")) == []


def test_a_daily_job_is_due_once_a_day_whoever_leads_and_whatever_the_clock_did(record, lead):
    leading = lead()
    assert is_due(leading, "backup", DAY, NOW)
    write_turn(leading, "backup", NOW, NOW, told="copied")
    assert not is_due(lead(NOW + 6 * timedelta(hours=1)), "backup", DAY, NOW + DAY / 2)
    assert is_due(leading, "backup", DAY, NOW + DAY)
    assert is_due(leading, "backup", DAY, NOW - 2 * DAY)  # the last turn was written by a clock that ran ahead
