"""Saved searches stay in the record, under one name each."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from barometer.archive.record import Record, open_record
from barometer.archive.saved_searches import NameTaken, all_saved_searches, delete_saved_search, save_search
from barometer.archive.tables import metadata

NOW = datetime(2025, 6, 20, tzinfo=UTC)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    opened = open_record(f"sqlite:///{tmp_path / 'record.sqlite3'}", migrate=True)
    yield opened
    opened.close()


def test_saved_searches_come_back_newest_first(record):
    save_search(record, "义乌出口", "articles", "义乌 出口", {"language": "zh"}, NOW)
    save_search(record, "big sums", "claims", "", {"minimum": "5e9", "unit": "CNY"}, NOW + timedelta(hours=1))
    newest, oldest = all_saved_searches(record)
    assert (newest.name, newest.finds, newest.filters) == ("big sums", "claims", {"minimum": "5e9", "unit": "CNY"})
    assert (oldest.query, oldest.created_at) == ("义乌 出口", NOW)


def test_a_name_is_taken_once_and_nothing_is_replaced(record):
    save_search(record, "mine", "articles", "first", {}, NOW)
    with pytest.raises(NameTaken, match="mine"):
        save_search(record, "mine", "articles", "second", {}, NOW)
    assert [each.query for each in all_saved_searches(record)] == ["first"]


def test_a_deleted_one_is_gone_and_the_others_stay(record):
    first = save_search(record, "a", "articles", "a", {}, NOW)
    kept = save_search(record, "b", "articles", "b", {}, NOW)
    assert delete_saved_search(record, first.id)
    assert not delete_saved_search(record, first.id)
    assert all_saved_searches(record) == [kept]


def test_the_migrations_make_the_tables_of_this_version(record):
    with record.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
