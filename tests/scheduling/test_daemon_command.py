"""`barometer daemon` as an operator meets it, on the recorded sample edition: one source, its real crawl."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

PROJECT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


def fetch(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()
    except OSError:
        return 0, ""


class Operated:
    """A daemon in a data folder of its own, and the commands beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.sources = folder / "sources"
        self.sources.mkdir()
        self.add_source("global_times")
        self.environment = {
            **os.environ,
            "BAROMETER_DATA": str(folder / "data"),
            "BAROMETER_SOURCES": str(self.sources),
            "BAROMETER_LEADER_SECONDS": "2",
            "BAROMETER_HEALTH_PORT": str(self.port),
            "COLUMNS": "120",
        }
        self.log = folder / "daemon.log"
        with self.log.open("wb") as log:
            command = [sys.executable, "-m", "barometer", "daemon", "--replay", "demo/edition-1"]
            self.process = subprocess.Popen(command, cwd=PROJECT, env=self.environment, stdout=log, stderr=log)

    def add_source(self, name: str) -> None:
        shipped = (PROJECT / "settings" / "sources" / "global_times.yaml").read_text()
        (self.sources / f"{name}.yaml").write_text(shipped + "\nschedule: every 2h\nquiet: ''\n")

    def status(self) -> tuple[int, dict]:
        done = self.run("daemon", "--status", "--json")
        return done.returncode, json.loads(done.stdout)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "barometer", *arguments],
            cwd=PROJECT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def ask(self, query: str) -> list:
        engine = create_engine(f"sqlite:///{self.folder / 'data' / 'record.sqlite3'}")
        try:
            with engine.connect() as connection:
                return [tuple(row) for row in connection.execute(text(query))]
        finally:
            engine.dispose()

    def wait_for(self, test, seconds: float = 90) -> None:
        deadline = time.monotonic() + seconds
        while not test():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.1)


@pytest.fixture
def operated(tmp_path):
    made = Operated(tmp_path)
    yield made
    if made.process.poll() is None:
        made.process.kill()
    made.process.wait()


def test_from_start_to_stop(operated):
    operated.wait_for(lambda: fetch(operated.port, "/readyz")[0] == 200)
    assert json.loads(fetch(operated.port, "/healthz")[1])["leads"] is True
    assert fetch(operated.port, "/elsewhere")[0] == 404

    # Its first slot is run by the same crawl as by hand, weighed, and indexed.
    operated.wait_for(lambda: operated.ask("SELECT 1 FROM slots WHERE state = 'ran' AND weighed"))
    ((run_id, reason, slot_run),) = operated.ask(
        "SELECT runs.id, runs.reason, slots.run_id FROM runs JOIN slots ON slots.id = runs.slot_id"
    )
    assert (run_id, reason) == (slot_run, "finished")
    # The index hears of articles once it is registered, and then of all that were there before.
    operated.wait_for(lambda: operated.ask("SELECT 1 FROM consumers WHERE name = 'index' AND backfill_after IS NULL"))
    operated.wait_for(lambda: not operated.ask("SELECT 1 FROM outbox WHERE done_at IS NULL"))
    assert len(operated.run("search", "exports", "--json").stdout.splitlines()) >= 1
    log = [json.loads(line) for line in operated.log.read_text().splitlines() if line.startswith("{")]
    assert any(each["event"] == "crawl over" and each.get("run") == run_id for each in log)

    # Sources come, and a broken one is told while the others go on.
    operated.add_source("sister")
    operated.wait_for(lambda: operated.ask("SELECT 1 FROM schedules WHERE source_id = 'sister'"))
    (operated.sources / "broken.yaml").write_text("name: nobody\nschedule: whenever\n")
    operated.wait_for(lambda: operated.ask("SELECT 1 FROM jobs WHERE name = 'sources' AND problem LIKE '%broken%'"))
    code, status = operated.status()
    assert code == 0
    assert {one["source_id"] for one in status["planned"]} == {"global_times", "sister"}
    assert any("broken.yaml" in (job["problem"] or "") for job in status["jobs"])
    log = [json.loads(line) for line in operated.log.read_text().splitlines() if line.startswith("{")]
    told = [each for each in log if each["event"] == "source files are wrong"]
    assert len(told) == 1
    assert told[0]["resting"] == ["broken"]
    assert "broken.yaml" in told[0]["problem"]
    # The source that came with it is crawled, though a file beside its own is wrong.
    operated.wait_for(lambda: operated.ask("SELECT 1 FROM slots WHERE source_id = 'sister' AND state = 'ran'"))
    assert operated.ask("SELECT 1 FROM slots WHERE state = 'failed'") == []
    shown = operated.run("daemon", "--status").stdout
    assert "every 2h" in shown
    assert "broken.yaml" in shown
    metrics = fetch(operated.port, "/metrics")[1]
    assert 'barometer_source_failures{source="global_times"} 0' in metrics
    assert 'barometer_slots{state="ran"}' in metrics

    begun = time.monotonic()
    operated.process.send_signal(signal.SIGTERM)
    assert operated.process.wait(timeout=30) == 0
    assert time.monotonic() - begun < 10
    code, status = operated.status()
    assert (code, status["leader"]) == (1, None)
    left = [path for path in Path("/proc").glob("[0-9]*/environ") if str(operated.folder).encode() in read(path)]
    assert left == []


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
