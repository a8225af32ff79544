"""Crawls as child processes: started, watched, started again when they die, and ended with all their children.

A child runs `python -m scrapy crawl SOURCE` from the project folder, in a session of its own, and dies with this
process. Start crawls from a thread that outlives them, for the kernel's signal follows the thread.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from barometer.archive.frontier import count_deaths
from barometer.archive.leases import Lease, is_known_dead
from barometer.archive.record import Record
from barometer.archive.runs import RunSummary, summarise_run
from barometer.archive.tables import runs, sources
from barometer.clock import Clock
from barometer.config import PROJECT, Settings
from barometer.errors import LeaseLost

MOST_STARTS = 5
TICK = 0.2
GRACE = 10.0


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """What all crawls of one command have in common: Scrapy's settings module, and settings over it."""

    module: str = "settings.scrapy"
    overrides: Mapping[str, str] = field(default_factory=dict)
    deadline: timedelta = timedelta(hours=2)  # a crawl that is not over by then is ended from outside


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What came of crawling one source: its run, or why there was none."""

    source_id: str
    run: RunSummary | None
    problem: str | None = None
    held_by: str | None = None

    @property
    def ok(self) -> bool:
        """Whether the source ran to the end, or was left to the run that has it."""
        return self.held_by is not None or (self.run is not None and self.problem is None)


@dataclass(slots=True)
class _Crawl:
    source_id: str
    process: subprocess.Popen[bytes]
    started_at: datetime
    log: Path
    starts: int = 1
    late: bool = False  # ended by us because its deadline had come


def crawl_sources(
    record: Record,
    settings: Settings,
    source_ids: Sequence[str],
    options: CrawlOptions,
    clock: Clock,
    on_tick: Callable[[], None] = lambda: None,
) -> list[CrawlResult]:
    """Crawl the sources, as many at once as the settings say; call `on_tick` meanwhile, a few times a second.

    A crawl that dies is started again where it stopped; the request that killed it is found out and quarantined.
    """
    waiting = list(source_ids)
    running: list[_Crawl] = []
    results: dict[str, CrawlResult] = {}
    try:
        while waiting or running:
            while waiting and len(running) < settings.processes:
                source_id = waiting.pop(0)
                holder = held_by(record, source_id, clock())
                if holder is not None:
                    results[source_id] = CrawlResult(source_id, None, held_by=holder)
                else:
                    running.append(_start(settings, source_id, options, clock()))
            on_tick()
            time.sleep(TICK)
            _end_late([one for one in running if clock() - one.started_at > options.deadline])
            for crawl in [one for one in running if one.process.poll() is not None]:
                running.remove(crawl)
                result = _finish(record, crawl, clock())
                if result is None:
                    again = _start(settings, crawl.source_id, options, clock())
                    again.starts = crawl.starts + 1
                    running.append(again)
                else:
                    results[crawl.source_id] = result
    finally:
        _end(running)
    return [results[source_id] for source_id in source_ids]


def held_by(record: Record, source_id: str, now: datetime) -> str | None:
    """Give who holds a source's lease, None when it is free."""
    with record.reading() as connection:
        row = connection.execute(select(sources).where(sources.c.id == source_id)).one_or_none()
    if row is None or not row.lease_holder or row.lease_until <= now or is_known_dead(row.lease_holder):
        return None
    return str(row.lease_holder)


def _start(settings: Settings, source_id: str, options: CrawlOptions, now: datetime) -> _Crawl:
    log = settings.data.resolve() / "logs" / f"{source_id}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    arguments = [sys.executable, "-m", "scrapy", "crawl", source_id]
    for name, value in options.overrides.items():
        arguments += ["-s", f"{name}={value}"]
    environment = {
        **os.environ,
        "SCRAPY_SETTINGS_MODULE": options.module,
        "BAROMETER_PARENT": str(os.getpid()),
        **settings.as_environment(),
    }
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, and source ids are checked by their schema
            arguments, cwd=PROJECT, env=environment, stdout=output, stderr=output, start_new_session=True
        )
    return _Crawl(source_id, process, now, log)


def _finish(record: Record, crawl: _Crawl, now: datetime) -> CrawlResult | None:
    """Give the result of a crawl that has stopped, None when it is to be started again."""
    code = crawl.process.returncode
    with record.reading() as connection:
        run = connection.execute(
            select(runs)
            .where(runs.c.source_id == crawl.source_id, runs.c.started_at >= crawl.started_at)
            .order_by(runs.c.id.desc())
            .limit(1)
        ).one_or_none()
    summary = summarise_run(record, run.id) if run is not None else None
    if crawl.late:
        return CrawlResult(crawl.source_id, summary, f"the crawl was ended at its deadline: see {crawl.log}")
    if run is not None and run.state == "ended":
        return CrawlResult(crawl.source_id, summary)
    if run is None and code == 0:
        return CrawlResult(crawl.source_id, None, held_by="another run")
    if run is not None and code < 0:
        with contextlib.suppress(LeaseLost):
            count_deaths(record, Lease(crawl.source_id, run.token), now)
    if crawl.starts < MOST_STARTS and (run is not None or code < 0):
        return None
    told = f"signal {-code}" if code < 0 else f"exit code {code}"
    problem = f"the crawl stopped {crawl.starts} times, the last time with {told}: see {crawl.log}"
    return CrawlResult(crawl.source_id, summary, problem)


def _end_late(crawls: Sequence[_Crawl]) -> None:
    for crawl in crawls:
        crawl.late = True
    _end(crawls)


def _end(crawls: Sequence[_Crawl]) -> None:
    """End crawls: asked first, then with all their children."""
    for crawl in crawls:
        with contextlib.suppress(ProcessLookupError):
            crawl.process.terminate()
    deadline = time.monotonic() + GRACE
    for crawl in crawls:
        with contextlib.suppress(subprocess.TimeoutExpired):
            crawl.process.wait(max(0.0, deadline - time.monotonic()))
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(crawl.process.pid, signal.SIGKILL)
        crawl.process.wait()
