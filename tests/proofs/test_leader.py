"""Several daemons over one record, killed, stopped and woken: one acts, another takes over, every slot runs once.

The daemons are real processes; their crawls are `fake_crawl.py`, which goes through the same leases, runs and slots.
`--proof` kills a hundred leaders, without it ten. The limit for taking over is two seconds here.
"""

import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from barometer.archive.record import open_record
from barometer.scheduling.calendar import moment_of, next_slot
from barometer.scheduling.schedules import load_schedules

PROJECT = Path(__file__).parents[2]
LIMIT = 2.0
DAEMONS = 5


@dataclass
class Scene:
    """Daemons over one record, and what the record says."""

    folder: Path
    processes: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)
    logs_of: dict[int, Path] = field(default_factory=dict)
    started: int = 0

    def __post_init__(self) -> None:
        self.url = f"sqlite:///{self.folder / 'data' / 'record.sqlite3'}"
        (self.folder / "data").mkdir()
        (self.folder / "sources").mkdir()
        open_record(self.url, migrate=True).close()
        self.engine = create_engine(self.url)
        with self.engine.begin() as connection:
            connection.execute(text("CREATE TABLE acts (id INTEGER PRIMARY KEY, token INTEGER, pid INTEGER)"))

    def start(self) -> int:
        self.started += 1
        path = self.folder / f"daemon-{self.started}.log"
        log = path.open("wb")
        process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("leader_daemon.py"))],
            cwd=PROJECT,
            env={
                **os.environ,
                "PYTHONPATH": str(PROJECT),
                "BAROMETER_DATA": str(self.folder / "data"),
                "BAROMETER_SOURCES": str(self.folder / "sources"),
                "BAROMETER_LEADER_SECONDS": str(LIMIT),
                "BAROMETER_HEALTH_PORT": "0",
                "BAROMETER_PROCESSES": "2",
            },
            stdout=log,
            stderr=log,
        )
        log.close()
        self.processes[process.pid] = process
        self.logs_of[process.pid] = path
        return process.pid

    def add_source(self, name: str, schedule: str = "every 1h") -> None:
        text_ = (
            f"name: {{zh: 一, en: One}}\npublisher: state\nlanguage: zh\nhosts: [{name}.example]\n"
            f"entry: ['https://{name}.example/']\narticles: ['/a/']\nschedule: {schedule}\n"
        )
        (self.folder / "sources" / f"{name}.yaml").write_text(text_)

    def ask(self, query: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(text(query)).all())

    def leader(self) -> tuple[int, int]:
        """Token and pid of whoever holds the lead; pid 0 where nobody does."""
        rows = self.ask("SELECT token, holder FROM leases")
        if not rows or not rows[0].holder:
            return (rows[0].token if rows else 0, 0)
        return rows[0].token, int(rows[0].holder.split("/")[1])

    def acting(self) -> tuple[int, int]:
        """Token and pid of whoever acted last."""
        rows = self.ask("SELECT token, pid FROM acts ORDER BY id DESC LIMIT 1")
        return tuple(rows[0]) if rows else (0, 0)

    def wait_for(self, what: str, test: Any, seconds: float) -> float:
        begun = time.monotonic()
        while not test():
            assert time.monotonic() - begun < seconds, f"{what}: not within {seconds} s\n{self.logs()}"
            time.sleep(0.02)
        return time.monotonic() - begun

    def takeover(self, token: int) -> float:
        """Wait until another leads than the one with this token; give the seconds it took."""
        return self.wait_for("takeover", lambda: self.leader()[0] > token and self.leader()[1], 30)

    def kill(self, pid: int) -> None:
        process = self.processes.pop(pid)
        process.kill()
        process.wait()

    def has_standby(self) -> bool:
        """Whether some daemon that does not lead is up and waits: one that is still starting cannot take over."""
        leader = self.leader()[1]
        return leader != 0 and any(pid != leader and self.is_up(pid) for pid in self.processes)

    def is_up(self, pid: int) -> bool:
        """Whether a daemon has begun to look after the lead."""
        return b"lead" in self.logs_of[pid].read_bytes()

    def is_gone(self, pid: int) -> bool:
        """Whether a daemon was ended by another; it is forgotten then."""
        time.sleep(0.05)
        if self.processes[pid].poll() is None:
            return False
        del self.processes[pid]
        return True

    def logs(self) -> str:
        return "\n".join("\n".join([path.name, *path.read_text().splitlines()[-5:]]) for path in self.logs_of.values())

    def stop(self) -> float:
        """Stop all daemons as an operator would; give the seconds that the slowest took."""
        self.wait_for("all daemons up", lambda: all(map(self.is_up, self.processes)), 60)
        begun = time.monotonic()
        for process in self.processes.values():
            process.terminate()
        codes = [process.wait(timeout=30) for process in self.processes.values()]
        assert codes == [0] * len(codes), self.logs()
        self.processes.clear()
        return time.monotonic() - begun


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path)
    yield made
    for process in made.processes.values():
        process.kill()
        process.wait()
    made.engine.dispose()


def check_that_one_acted_at_a_time(scene: Scene) -> int:
    """Acts are numbered as they were committed: no token may act after a higher one, and each belongs to one process.

    Gives how many acts there were.
    """
    acts = scene.ask("SELECT token, pid FROM acts ORDER BY id")
    tokens = [act.token for act in acts]
    assert tokens == sorted(tokens)
    assert all(len({act.pid for act in group}) == 1 for _, group in itertools.groupby(acts, key=lambda act: act.token))
    claims = [row.token for row in scene.ask("SELECT token FROM slots WHERE starts = 1 ORDER BY id")]
    assert claims == sorted(claims)
    return len(acts)


def count_slots(scene: Scene) -> dict[str, int]:
    """Compare the slots with what the schedules ask for."""
    rows = scene.ask("SELECT id, source_id, at, state, starts FROM slots")
    complete = dict(
        tuple(row)
        for row in scene.ask(
            "SELECT slot_id, count(*) FROM runs WHERE state = 'ended' AND reason = 'finished' GROUP BY slot_id"
        )
    )
    record = open_record(scene.url)
    there = {(row.source_id, row.at[:19]) for row in rows}
    due = missed = 0
    for schedule in load_schedules(record):
        assert schedule.last_slot is not None
        slot = schedule.since
        while slot <= schedule.last_slot:
            due += 1
            missed += (schedule.source_id, f"{slot:%Y-%m-%d %H:%M:%S}") not in there
            slot = next_slot(schedule.rule, schedule.zone, schedule.source_id, slot)
            assert moment_of(schedule.rule, schedule.source_id, slot) >= slot
    record.close()
    return {
        "due": due,
        "ran": sum(row.state == "ran" for row in rows),
        "covered": sum(row.state == "covered" for row in rows),
        "unsettled": sum(row.state in {"claimed", "failed"} for row in rows),
        "missed": missed,
        "doubled": sum(number > 1 for number in complete.values()),
        "ran without a run": sum(row.state == "ran" and row.id not in complete for row in rows),
        "started more than once": sum(row.starts > 1 for row in rows),
    }


def test_five_daemons_started_and_killed(scene, times, capsys):
    chance = random.Random(8)
    rounds = times(100)
    scene.add_source("every_minute", "every 1m")
    for _ in range(DAEMONS):
        scene.start()
    scene.wait_for("a first leader", lambda: scene.leader()[1], 120)
    waits: dict[str, list[float]] = {"killed": [], "stopped": []}
    for number in range(rounds):
        scene.add_source(f"round_{number}")
        scene.wait_for("the leader acts", lambda: scene.acting()[0] == scene.leader()[0], 30)
        if number % 2:  # catch it with its hands full
            scene.wait_for("a run", lambda: scene.ask("SELECT 1 FROM runs WHERE state = 'running' LIMIT 1"), 30)
        scene.wait_for("another waits", scene.has_standby, 60)
        token, pid = scene.leader()
        if number % 5 == 4:
            os.kill(pid, signal.SIGSTOP)
            waits["stopped"].append(scene.takeover(token))
            os.kill(pid, signal.SIGCONT)
            time.sleep(chance.uniform(0, 0.5))
        scene.kill(pid)
        if number % 5 != 4:
            waits["killed"].append(scene.takeover(token))
        scene.start()
    settled = "SELECT 1 FROM slots WHERE settled_at IS NULL LIMIT 1"
    every = f"SELECT count(DISTINCT source_id) FROM slots HAVING count(DISTINCT source_id) <= {rounds}"
    scene.wait_for("all slots settled", lambda: not scene.ask(settled) and not scene.ask(every), 60)
    stopped = scene.stop()
    acts = check_that_one_acted_at_a_time(scene)
    counts = count_slots(scene)
    with capsys.disabled():
        print(
            f"\n{DAEMONS} daemons, {scene.started} starts, {rounds} leaders killed: {acts} acts, never two at a time; "
            f"takeover after a kill at most {max(waits['killed']):.2f} s, after a stop {max(waits['stopped']):.2f} s, "
            f"limit {LIMIT} s; stopped in {stopped:.2f} s\n"
            + ", ".join(f"{name} {count}" for name, count in counts.items())
        )
    assert max(waits["killed"] + waits["stopped"]) <= LIMIT
    assert stopped < 10
    assert acts > rounds
    assert (counts["missed"], counts["doubled"], counts["unsettled"], counts["ran without a run"]) == (0, 0, 0, 0)
    assert counts["ran"] + counts["covered"] == counts["due"]
    assert counts["ran"] > rounds


def test_a_stopped_leader_that_is_woken_after_takeover_writes_nothing(scene, times, capsys):
    rounds = times(30)
    scene.add_source("one")
    scene.start()
    scene.start()
    scene.wait_for("a first leader", lambda: scene.acting()[1], 120)
    writes = ended = 0
    for number in range(rounds):
        scene.wait_for("the leader acts", lambda: scene.acting()[0] == scene.leader()[0], 30)
        scene.wait_for("another waits", scene.has_standby, 60)
        token, pid = scene.leader()
        os.kill(pid, signal.SIGSTOP)
        scene.takeover(token)
        scene.add_source(f"more_{number}")  # something to be done at once by whoever believes to lead
        marks = scene.ask("SELECT max(id) FROM acts")[0][0]
        os.kill(pid, signal.SIGCONT)
        enough = f"SELECT 1 FROM acts WHERE id = {marks} + 5"
        scene.wait_for("the new leader acts on", lambda query=enough: scene.ask(query), 30)
        writes += scene.ask(f"SELECT count(*) FROM acts WHERE id > {marks} AND token = {token}")[0][0]
        mine = f"token = {token} AND source_id = 'more_{number}'"
        writes += scene.ask(f"SELECT count(*) FROM slots WHERE {mine}")[0][0]
        if scene.is_gone(pid):
            ended += 1
            scene.start()
    scene.stop()
    told = [json.loads(line) for path in scene.logs_of.values() for line in path.read_text().splitlines()]
    lost = sum(each["event"] == "no more leading" for each in told)
    acts = check_that_one_acted_at_a_time(scene)
    with capsys.disabled():
        print(
            f"\n{rounds} leaders stopped and woken: {writes} writes after waking, {lost} stepped down, "
            f"{ended} ended because they were stopped with the write lock in hand, {acts} acts"
        )
    assert writes == 0
    assert lost + ended == rounds
    assert not [each for each in told if each["event"] == "a job failed"]
