"""What the status tells: late and failing sources, interrupted runs; and the same figures for Prometheus."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from barometer.alerts.events import Silence, mark_silent
from barometer.alerts.trouble import keep_health
from barometer.archive.leases import Lease, take_lease
from barometer.archive.runs import start_run
from barometer.archive.tables import schedules
from barometer.cli.daemon import show_status
from barometer.cli.terminal import Terminal
from barometer.config import Settings
from barometer.scheduling.metrics import metrics_text
from barometer.scheduling.planning import plan
from barometer.scheduling.schedules import sync_schedules
from barometer.scheduling.status import read_status, silent_sources
from barometer.scheduling.turns import write_turn
from barometer.sources import load_sources
from barometer.sources.health import Health, State

NOW = datetime(2025, 6, 1, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def leading(record, lead, tmp_path):
    (tmp_path / "one.yaml").write_text(
        "name: {zh: 一, en: One}\npublisher: state\nlanguage: zh\nhosts: [one.example]\n"
        "entry: ['https://one.example/']\narticles: ['/a/']\nexpect: {articles_per_week: [3, 9]}\n"
    )
    made = lead()
    sync_schedules(made, load_sources(tmp_path), "Asia/Shanghai", NOW)
    return made


def test_late_is_what_should_have_started_minutes_ago(record, leading):
    assert read_status(record, NOW + 4 * MINUTE).late == ()
    (late,) = read_status(record, NOW + 6 * MINUTE).late
    assert (late.source_id, late.late_by) == ("one", 6 * MINUTE)


def test_what_runs_is_not_late_and_a_dead_run_is_told_as_interrupted(record, leading):
    (claimed,) = plan(leading, NOW, free=1, busy=[], mode="live").start
    (waiting,) = read_status(record, NOW).running
    assert (waiting.run_id, waiting.slot) == (None, claimed.at)
    lease = take_lease(record, "one", "elsewhere/1/1", NOW)
    assert isinstance(lease, Lease)
    run = start_run(record, lease, [], mode="live", revisit=False, now=NOW, slot=claimed.claim)
    status = read_status(record, NOW + 30 * timedelta(seconds=1))
    assert [(one.run_id, one.alive) for one in status.running] == [(run, True)]
    assert status.late == ()
    later = read_status(record, NOW + 2 * MINUTE)  # its lease has run out
    assert [one.alive for one in later.running] == [False]


def test_silent_is_not_failing(record, leading, tmp_path):
    every = load_sources(tmp_path)
    assert silent_sources(record, every, NOW) == {}  # too early to say
    week = NOW + timedelta(days=8)
    assert silent_sources(record, every, week) == {"one": Silence("one", None, 0, 3)}
    with leading.writing() as connection:
        connection.execute(update(schedules).values(failures=2, problem='it "fails"'))
    assert silent_sources(record, every, week) == {}
    assert [one.source_id for one in read_status(record, week).failing] == ["one"]


def test_metrics_are_prometheus_text(record, leading):
    mark_silent(record, {"one": Silence("one", None, 0, 3)})
    keep_health(record, {"one": Health(State.BLOCKED, "HTTP 403")}, NOW)
    text = metrics_text(read_status(record, NOW), leads=True, silence=0.5, memory=1024)
    lines = text.splitlines()
    assert "barometer_leads 1" in lines
    assert 'barometer_source_failures{source="one"} 0' in lines
    assert 'barometer_source_silent{source="one"} 1' in lines
    assert 'barometer_source_trouble{source="one"} 1' in lines
    names = {line.split()[2] for line in lines if line.startswith("# TYPE")}
    told = [line for line in lines if not line.startswith("#")]
    assert {line.partition("{")[0].split()[0] for line in told} <= names
    assert all(float(line.rsplit(" ", 1)[1]) >= 0 for line in told)


def test_in_a_pipe_each_row_is_one_line_and_its_times_name_their_zone(record, leading, monkeypatch, capsys):
    monkeypatch.delenv("COLUMNS", raising=False)
    problem = "unreachable: " + "no route to the host that was asked for, " * 6
    with leading.writing() as connection:
        connection.execute(update(schedules).values(failures=3, problem=problem, ok_at=NOW))
    write_turn(leading, "health", NOW, NOW, told="all is well")
    show_status(Terminal(), read_status(record, NOW), Settings())
    lines = capsys.readouterr().out.splitlines()
    (row,) = [line for line in lines if line.startswith("one ")]
    assert problem.strip() in row
    assert "2025-06-01 12:00" in row
    assert "health (2025-06-01 12:00): all is well" in lines
    assert lines[-1] == "times are of Asia/Shanghai"
    hour = NOW + 60 * MINUTE
    write_turn(leading, "health", hour, hour)  # nothing to tell any more
    show_status(Terminal(), read_status(record, hour), Settings())
    assert "all is well" not in capsys.readouterr().out
