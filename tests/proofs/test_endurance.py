"""Ten real minutes of the daemon at short intervals: memory, handles and threads stay where they were.

All of its jobs take a turn every second (backup, retention and health less often), ten sources are crawled each
minute, articles come all the time, are indexed, matched, and told to a mail server. `--proof` takes ten minutes,
without it one.
"""

import os
import random
import re
import signal
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

from barometer.alerts.subscribers import subscribe
from barometer.alerts.subscription import Condition, Subscription
from barometer.archive.record import open_record
from barometer.clock import now
from tests.alerts.conftest import Newsroom
from tests.alerts.mail_server import mail_server

PROJECT = Path(__file__).parents[2]
SECONDS = 600
SOURCES = 10
WARM = 0.3  # share of the time after which nothing may grow any more
MEMORY = 1.05  # growth of the median that is noise of the allocator


@dataclass(frozen=True)
class Sample:
    at: float
    memory: int
    handles: int
    threads: int


def look(pid: int, begun: float) -> Sample:
    """Look at a process; its memory is what it holds itself, without the files of index and record that it maps."""
    status = Path(f"/proc/{pid}/status").read_text()
    anonymous = int(re.search(r"RssAnon:\s+(\d+) kB", status)[1]) * 1024
    handles = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    threads = len(list(Path(f"/proc/{pid}/task").iterdir()))
    return Sample(time.monotonic() - begun, anonymous, handles, threads)


class Postbox:
    taken = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd calls it
        self.taken += 1
        return "250 taken"


def source_files(folder: Path) -> Path:
    folder.mkdir()
    for number in range(SOURCES):
        told = f"name: {{zh: 一, en: One}}\npublisher: state\nlanguage: zh\nhosts: [s{number}.example]\n"
        told += f"entry: ['https://s{number}.example/']\narticles: ['/a/']\nschedule: every 1m\n"
        told += "expect: {articles_per_week: [5, 100]}\n"
        (folder / f"s{number}.yaml").write_text(told)
    return folder


def test_nothing_grows(tmp_path, times, at_full_count, capsys):
    seconds, chance = times(SECONDS), random.Random(10)
    # A language's worth of words, not more: the analyzer remembers those it has seen, up to a bound.
    vocabulary = ["".join(chr(0x4E00 + chance.randrange(4000)) for _ in range(3)) for _ in range(3_000)]
    (tmp_path / "data").mkdir()
    url = f"sqlite:///{tmp_path / 'data' / 'record.sqlite3'}"
    record = open_record(url, migrate=True)
    newsroom = Newsroom(record)
    silent = Condition.read({"event": "source_silent"})
    for more in ({"query": "义乌"}, {"query": "出口 -足球", "cadence": "hourly"}, {"condition": silent}):
        one = Subscription(channel="email", target="reader@mail.example", cap=10_000, **more)
        subscribe(record, one, now(), confirmed=True)
    box = Postbox()
    with mail_server(box) as port, (tmp_path / "daemon.log").open("wb") as log:
        environment = {
            **os.environ,
            "PYTHONPATH": str(PROJECT),
            "BAROMETER_DATA": str(tmp_path / "data"),
            "BAROMETER_SOURCES": str(source_files(tmp_path / "sources")),
            "BAROMETER_LEADER_SECONDS": "5",
            "BAROMETER_HEALTH_PORT": "0",
            "BAROMETER_SMTP_URL": f"smtp://127.0.0.1:{port}",
            "BAROMETER_MAIL_FROM": "alerts@barometer.example",
            "BAROMETER_PUBLIC_URL": "https://barometer.example",
            "BAROMETER_SECRET_KEY": "k" * 32,
        }
        command = [sys.executable, str(Path(__file__).with_name("endurance_daemon.py"))]
        daemon = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=log, stderr=log)
        samples, begun, number = [], time.monotonic(), 0
        try:
            while time.monotonic() - begun < seconds:
                number += 1
                words = "，".join(chance.choices(vocabulary, k=80))
                newsroom.publish(f"义乌出口第{number}报", f"义乌出口。{words}", now=now(), source=f"paper{number % 5}")
                time.sleep(0.5)
                assert daemon.poll() is None, (tmp_path / "daemon.log").read_text()[-2000:]
                samples.append(look(daemon.pid, begun))
            stopped = time.monotonic()
            daemon.send_signal(signal.SIGTERM)
            assert daemon.wait(timeout=30) == 0
            stopped = time.monotonic() - stopped
        finally:
            if daemon.poll() is None:
                daemon.kill()
                daemon.wait()
    record.close()
    engine = create_engine(url)
    with engine.connect() as connection:
        by_state = connection.execute(text("SELECT state, count(*) FROM slots GROUP BY state")).all()
        failed = connection.execute(text("SELECT name, problem FROM jobs WHERE problem IS NOT NULL")).all()
        left = connection.execute(text("SELECT count(*) FROM outbox WHERE done_at IS NULL")).scalar_one()
    engine.dispose()
    done = {row[0]: row[1] for row in by_state}
    warm = [sample for sample in samples if sample.at > WARM * seconds]
    early, late = warm[: len(warm) // 3], warm[-len(warm) // 3 :]
    mebibytes = [statistics.median(sample.memory for sample in part) / 2**20 for part in (early, late)]
    handles = [max(sample.handles for sample in part) for part in (early, late)]
    threads = [max(sample.threads for sample in part) for part in (early, late)]
    with capsys.disabled():
        print(
            f"\n{seconds} s: {number} articles, {box.taken} mails, slots {done}, {left} outbox rows left\n"
            f"memory {mebibytes[0]:.1f} -> {mebibytes[1]:.1f} MiB (median of the first and last third once warm), "
            f"handles {handles[0]} -> {handles[1]}, threads {threads[0]} -> {threads[1]}; stopped in {stopped:.2f} s"
        )
    assert failed == []
    assert done.get("ran", 0) >= SOURCES * seconds / 60 * 0.5
    assert box.taken > 3
    assert left < 20
    assert stopped < 10
    if at_full_count:  # a minute is all warming up: pools of threads are still being filled
        assert mebibytes[1] <= mebibytes[0] * MEMORY
        assert handles[1] <= handles[0] + 3
        assert threads[1] <= threads[0] + 2
