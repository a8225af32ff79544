"""Crawls as child processes: started, watched, started again when they die, and ended with all their children.

A child runs `python -m crawler.child SOURCE`, which is `scrapy crawl SOURCE`, from the project folder, in a session of
its own, and dies with this process. Start crawls from a thread that outlives them, for the kernel's signal follows the
thread.
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
from barometer.archive.slots import SlotClaim
from barometer.archive.tables import runs, sources
from barometer.clock import Clock
from barometer.config import PROJECT, Settings
from barometer.errors import LeaseLost

MOST_STARTS = 5
TICK = 0.2
GRACE = 10.0


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """What all crawls of one command have in common: Scrapy's settings module, and settings over it.

    `command` starts the crawl of a source, whose name and settings follow it; proofs put a quick one in its place.
    """

    module: str = "settings.scrapy"
    overrides: Mapping[str, str] = field(default_factory=dict)
    deadline: timedelta = timedelta(hours=2)  # a crawl that is not over by then is ended from outside
    command: tuple[str, ...] = (sys.executable, "-m", "crawler.child")

    @property
    def mode(self) -> str:
        """Give the mode in which these crawls enter their runs."""
        return self.overrides.get("RUN_MODE") or ("replay" if self.overrides.get("REPLAY") else "live")


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What came of crawling one source: its run, or why there was none."""

    source_id: str
    run: RunSummary | None
    problem: str | None = None
    held_by: str | None = None
    slot: SlotClaim | None = None

    @property
    def ok(self) -> bool:
        """Whether the source ran to the end, or was left to the run that has it."""
        return self.held_by is not None or (self.run is not None and self.problem is None)


@dataclass(slots=True)
class _Crawl:
    source_id: str
    slot: SlotClaim | None
    process: subprocess.Popen[bytes]
    started_at: datetime
    log: Path
    starts: int = 1
    late_since: datetime | None = None  # when we asked it to end because its deadline had come


class Crawls:
    """The crawls that this process has started: watched by `poll`, which never waits.

    A crawl that dies is started again where it stopped; the request that killed it is found out and quarantined.
    """

    def __init__(self, record: Record, settings: Settings, options: CrawlOptions, clock: Clock) -> None:
        self._record = record
        self._settings = settings
        self._options = options
        self._clock = clock
        self._running: list[_Crawl] = []
        self._forgotten = False

    @property
    def sources(self) -> list[str]:
        """Give the sources whose crawl is going on."""
        return [crawl.source_id for crawl in tuple(self._running)]

    def start(self, source_id: str, slot: SlotClaim | None = None) -> None:
        """Start the crawl of a source. Call this from a thread that outlives it."""
        self._running.append(_start(self._settings, source_id, slot, self._options, self._clock()))

    def poll(self) -> list[CrawlResult]:
        """Give the results of crawls that are over; start those that died again, end those that take too long."""
        results = []
        for crawl in [one for one in self._running if one.process.poll() is not None]:
            result = None if self._forgotten else _finish(self._record, crawl, self._clock())
            if result is None and not self._forgotten:
                again = _start(self._settings, crawl.source_id, crawl.slot, self._options, self._clock())
                again.starts = crawl.starts + 1
                self._running[self._running.index(crawl)] = again
                continue
            self._running.remove(crawl)
            if result is not None:
                results.append(result)
        self._end_late()
        return results

    def end(self, grace: float = GRACE) -> None:
        """End all crawls: asked first, after `grace` seconds with all their children."""
        _end(self._running, grace)
        self._running.clear()

    def forget(self) -> None:
        """Leave the crawls to themselves: they have leases of their own, and another watches over their slots now."""
        self._forgotten = True

    def _end_late(self) -> None:
        now = self._clock()
        for crawl in self._running:
            if crawl.late_since is None and now - crawl.started_at > self._options.deadline:
                crawl.late_since = now
                crawl.process.terminate()
            elif crawl.late_since is not None and now - crawl.late_since > timedelta(seconds=GRACE):
                _kill_group(crawl)


def crawl_sources(
    record: Record,
    settings: Settings,
    source_ids: Sequence[str],
    options: CrawlOptions,
    clock: Clock,
    on_tick: Callable[[], None] = lambda: None,
) -> list[CrawlResult]:
    """Crawl the sources, as many at once as the settings say; call `on_tick` meanwhile, a few times a second."""
    waiting = list(source_ids)
    crawls = Crawls(record, settings, options, clock)
    results: dict[str, CrawlResult] = {}
    try:
        while waiting or crawls.sources:
            while waiting and len(crawls.sources) < settings.processes:
                source_id = waiting.pop(0)
                holder = held_by(record, source_id, clock())
                if holder is not None:
                    results[source_id] = CrawlResult(source_id, None, held_by=holder)
                else:
                    crawls.start(source_id)
            on_tick()
            time.sleep(TICK)
            results |= {result.source_id: result for result in crawls.poll()}
    finally:
        crawls.end()
    return [results[source_id] for source_id in source_ids]


def held_by(record: Record, source_id: str, now: datetime) -> str | None:
    """Give who holds a source's lease, None when it is free."""
    with record.reading() as connection:
        row = connection.execute(select(sources).where(sources.c.id == source_id)).one_or_none()
    if row is None or not row.lease_holder or row.lease_until <= now or is_known_dead(row.lease_holder):
        return None
    return str(row.lease_holder)


def _start(settings: Settings, source_id: str, slot: SlotClaim | None, options: CrawlOptions, now: datetime) -> _Crawl:
    log = settings.data.resolve() / "logs" / f"{source_id}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    arguments = [*options.command, source_id]
    overrides = {**options.overrides, "SLOT": str(slot)} if slot is not None else options.overrides
    for name, value in overrides.items():
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
    return _Crawl(source_id, slot, process, now, log)


def _finish(record: Record, crawl: _Crawl, now: datetime) -> CrawlResult | None:
    """Give the result of a crawl that has stopped, None when it is to be started again."""
    code = crawl.process.returncode
    with record.reading() as connection:
        run = connection.execute(
            select(runs)
            .where(runs.c.source_id == crawl.source_id, runs.c.started_at >= crawl.started_at)
            .where(runs.c.slot_id.is_(None) if crawl.slot is None else runs.c.slot_id == crawl.slot.slot_id)
            .order_by(runs.c.id.desc())
            .limit(1)
        ).one_or_none()
    summary = summarise_run(record, run.id) if run is not None else None
    if crawl.late_since is not None:
        return _result(crawl, summary, f"the crawl was ended at its deadline: see {crawl.log}")
    if run is not None and run.state == "ended":
        return _result(crawl, summary)
    if run is None and code == 0:
        return _result(crawl, None, held_by="another run")
    if run is not None and code < 0:
        with contextlib.suppress(LeaseLost):
            count_deaths(record, Lease(crawl.source_id, run.token), now)
    if crawl.starts < MOST_STARTS and (run is not None or code < 0):
        return None
    told = f"signal {-code}" if code < 0 else f"exit code {code}"
    problem = f"the crawl stopped {crawl.starts} times, the last time with {told}: see {crawl.log}"
    return _result(crawl, summary, problem)


def _result(
    crawl: _Crawl, run: RunSummary | None, problem: str | None = None, held_by: str | None = None
) -> CrawlResult:
    return CrawlResult(crawl.source_id, run, problem, held_by, crawl.slot)


def _end(crawls: Sequence[_Crawl], grace: float) -> None:
    """End crawls: asked first, then with all their children."""
    for crawl in crawls:
        with contextlib.suppress(ProcessLookupError):
            crawl.process.terminate()
    deadline = time.monotonic() + grace
    for crawl in crawls:
        with contextlib.suppress(subprocess.TimeoutExpired):
            crawl.process.wait(max(0.0, deadline - time.monotonic()))
        _kill_group(crawl)
        crawl.process.wait()


def _kill_group(crawl: _Crawl) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(crawl.process.pid, signal.SIGKILL)
