"""The record's tables: migrated is what the code says, on both engines; a record of another version is refused."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, insert, inspect, select, text

from barometer.archive.migrating import scripts
from barometer.archive.record import Record, _prepare_sqlite, open_record
from barometer.archive.tables import alerts, deliveries, metadata, sources, subscriptions
from barometer.errors import RecordError
from tests.conftest import ENGINES, Databases


def test_the_migrated_tables_are_those_of_the_code(record: Record) -> None:
    with record.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_again_leaves_what_is_there(record: Record, record_url: str) -> None:
    with record.writing() as connection:
        connection.execute(insert(sources).values(id="people", state="configured", lease_token=7))
    again = open_record(record_url, migrate=True)
    with again.reading() as connection:
        assert connection.execute(select(sources.c.lease_token)).scalar_one() == 7
    again.close()


def test_a_child_refuses_a_record_of_an_older_version(record: Record, record_url: str) -> None:
    with record.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(RecordError, match=r"of version 0001, this program needs \d+: run `barometer migrate`"):
        open_record(record_url)


def test_a_record_of_a_newer_version_is_refused_even_by_who_migrates(record: Record, record_url: str) -> None:
    with record.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RecordError, match="newer version"):
        open_record(record_url, migrate=True)
    with pytest.raises(RecordError, match="of version 9999"):
        open_record(record_url)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_empty_database_is_refused_by_a_child(engine: str, databases: Databases) -> None:
    with pytest.raises(RecordError, match="of version none"):
        open_record(databases.empty(engine))


@pytest.mark.parametrize("engine", ENGINES)
def test_several_parents_may_migrate_at_once(engine: str, databases: Databases) -> None:
    url = databases.empty(engine)
    program = "import sys; from barometer.archive.record import open_record; open_record(sys.argv[1], migrate=True)"
    processes = [
        subprocess.Popen([sys.executable, "-c", program, url], stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    told = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 3, told
    open_record(url).close()


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite3").write_text("this is a diary, and no database at all " * 50)
    with pytest.raises(RecordError, match="cannot be opened") as caught:
        open_record(f"sqlite:///{tmp_path / 'record.sqlite3'}")
    assert "\n" not in str(caught.value)


def test_a_password_is_not_told() -> None:
    with pytest.raises(RecordError) as caught:
        open_record("postgresql+psycopg://user:s3cret@127.0.0.1:1/none")
    assert "s3cret" not in str(caught.value)


def test_reading_sees_one_moment(record: Record) -> None:
    with record.reading() as connection:
        assert connection.execute(select(sources.c.id)).all() == []
        with record.writing() as other:
            other.execute(insert(sources).values(id="people", state="configured", lease_token=0))
        assert connection.execute(select(sources.c.id)).all() == []


def test_a_failed_write_leaves_nothing(record: Record) -> None:
    def fail() -> None:
        with record.writing() as connection:
            connection.execute(insert(sources).values(id="people", state="configured", lease_token=0))
            raise ValueError("in the middle")

    with pytest.raises(ValueError, match="in the middle"):
        fail()
    with record.reading() as connection:
        assert connection.execute(select(sources.c.id)).all() == []


@pytest.mark.parametrize("engine", ENGINES)
def test_subscriptions_and_what_they_were_told_survive_the_newest_migrations(engine: str, databases: Databases) -> None:
    url = databases.empty(engine)
    old = create_engine(url)
    if engine == "sqlite":
        _prepare_sqlite(old)
    command.upgrade(scripts(old), "0006")
    now = "'2025-06-02 01:00:00.000000'"
    with old.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO subscriptions (id, state, channel, target, name, query, cadence, language, hour, weekday, "
                "zone, cap, created_at) VALUES (7, 'confirmed', 'email', 'a@b.example', '', '义乌', 'instant', 'zh', "
                f"8, 0, 'UTC', 20, {now})"
            )
        )
        connection.execute(
            text(
                "INSERT INTO articles (id, source_id, root_id, url, outcome, title, language, method, version, "
                f"first_seen, last_seen) VALUES (1, 'people', 1, 'u', 'article', 't', 'zh', 'rules', 1, {now}, {now})"
            )
        )
        connection.execute(
            text(
                "INSERT INTO deliveries (id, subscription_id, kind, state, due, attempts, created_at) VALUES "
                f"(3, 7, 'alerts', 'sent', {now}, 1, {now})"
            )
        )
        connection.execute(
            text(
                "INSERT INTO alerts (id, subscription_id, article_id, at, due, delivery_id) VALUES "
                f"(5, 7, 1, {now}, {now}, 3)"
            )
        )
    old.dispose()
    opened = open_record(url, migrate=True)
    with opened.reading() as connection:
        subscription = connection.execute(select(subscriptions)).one()
        alert = connection.execute(select(alerts)).one()
        delivery = connection.execute(select(deliveries)).one()
    opened.close()
    assert (subscription.id, subscription.query, subscription.both_languages) == (7, "义乌", True)
    assert (alert.article_id, alert.event, alert.delivery_id) == (1, None, delivery.id)


def test_a_migration_that_fails_leaves_nothing_behind(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> None:
    url = databases.empty("sqlite")
    monkeypatch.setattr("alembic.ddl.sqlite.SQLiteImpl.add_constraint", lambda *_: 1 / 0)
    monkeypatch.setattr("alembic.operations.BatchOperations.create_unique_constraint", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        open_record(url, migrate=True)
    engine = create_engine(url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
