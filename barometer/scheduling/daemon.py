"""The daemon: keeps the lead or waits for it, claims what is due, starts crawls and watches them, does its jobs.

APScheduler turns the clockwork on threads of its own; crawls are started and watched by the thread that calls `run`,
for they die with the thread that started them. Whatever writes does so through the leader's record.
"""

import queue
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.exc import SQLAlchemyError

from barometer.alerts.hearing import Listener
from barometer.archive.leadership import LedRecord
from barometer.archive.leases import this_process
from barometer.archive.record import Record
from barometer.archive.slots import Claimed, fail_slot
from barometer.clock import Clock
from barometer.config import Settings
from barometer.errors import LeaseLost, SourceError
from barometer.scheduling.crawls import CrawlOptions, CrawlResult, Crawls
from barometer.scheduling.jobs import JOBS, Desk, Job
from barometer.scheduling.leading import LeadKeeper
from barometer.scheduling.planning import plan
from barometer.scheduling.schedules import relieve, sync_schedules, weigh_settled
from barometer.scheduling.turns import is_due, write_turn
from barometer.scheduling.watched import WatchedSources
from barometer.search.index import Index

TURN = 0.2  # seconds between two looks of the main thread at its crawls
SLOWEST_TICK = 5.0
GRACE = 6.0  # seconds that crawls get to end by themselves when the daemon is stopped
OFTEN = timedelta(minutes=10)  # at the latest it is looked whether a daily job is due
CLOCK_SET = 2.0  # seconds by which the clock differs from the machine's own count when somebody has set it

logger = structlog.get_logger(__name__)


class Daemon:
    """One daemon of any number over a record; `run` in the main thread, `stop` from a signal handler."""

    def __init__(
        self,
        record: Record,
        index: Index,
        settings: Settings,
        options: CrawlOptions,
        clock: Clock,
        jobs: Sequence[Job] = JOBS,
    ) -> None:
        self.keeper = LeadKeeper(record, this_process(), settings.leader_seconds, clock)
        self._index = index
        self._settings = settings
        self._options = options
        self._clock = clock
        self._jobs = {job.name: job for job in jobs}
        self._sources = WatchedSources(settings.source_folders)
        self._told_problem: str | None = None
        self._listener = Listener()
        self._synced_for: LedRecord | None = None
        self._claimed: queue.SimpleQueue[tuple[LedRecord, Claimed]] = queue.SimpleQueue()
        self._queued: set[str] = set()
        self._crawls: Crawls | None = None
        self._crawls_of: LedRecord | None = None
        self._former: list[Crawls] = []
        self._stopping = False
        self._clockwork = BackgroundScheduler(timezone=UTC)
        self._clock_offset = time.time() - time.monotonic()

    def run(self) -> None:
        """Work until stopped."""
        self.keeper.start()
        self._start_clockwork()
        try:
            while not self._stopping:
                self.keeper.beat()
                try:
                    self._turn()
                except SQLAlchemyError as error:
                    logger.warning("the record cannot be reached", problem=str(getattr(error, "orig", error)))
                    time.sleep(TURN)
        finally:
            self._end()

    def stop(self) -> None:
        """Ask for the end; safe in a signal handler."""
        self._stopping = True

    def _turn(self) -> None:
        """Start what was claimed, see what is over, follow the lead."""
        self._mind_the_clock()
        self._follow_the_lead()
        with suppress(queue.Empty):
            led, claimed = self._claimed.get(timeout=TURN)
            if self._crawls is not None and led is self._crawls_of:
                self._crawls.start(claimed.source_id, claimed.claim)
            self._queued.discard(claimed.source_id)
        if self._crawls is not None and self._crawls_of is not None:
            for result in self._crawls.poll():
                self._heed(self._crawls_of, result)
        for former in self._former:
            former.poll()
        self._former = [former for former in self._former if former.sources]

    def _follow_the_lead(self) -> None:
        led = self.keeper.record
        if led is self._crawls_of:
            return
        if self._crawls is not None:
            self._crawls.forget()
            self._former.append(self._crawls)
        self._crawls_of = led
        self._crawls = None if led is None else Crawls(led, self._settings, self._options, self._clock)

    def _heed(self, led: LedRecord, result: CrawlResult) -> None:
        """Log how a crawl ended; give its slot up when it cannot be run."""
        told = logger.bind(source=result.source_id, slot=result.slot.slot_id if result.slot else None)
        if result.run is not None:
            told = told.bind(run=result.run.run_id, requests=result.run.requests, outcomes=result.run.outcomes)
        if result.problem is None:
            told.info("crawl over" if result.held_by is None else "left to another run")
            return
        told.error("crawl failed", problem=result.problem)
        if result.slot is not None:
            with suppress(LeaseLost), led.writing() as connection:
                fail_slot(connection, result.slot.slot_id, result.problem, self._clock())

    # On APScheduler's threads:

    def _start_clockwork(self) -> None:
        tick = min(SLOWEST_TICK, self._settings.leader_seconds / 6)
        turns: list[tuple[str, timedelta, Callable[[LedRecord], str]]] = [
            ("schedules", timedelta(seconds=tick), self._tick),
            *((job.name, min(job.every, OFTEN), self._job_turn(job)) for job in self._jobs.values()),
        ]
        for name, every, take_turn in turns:
            self._clockwork.add_job(
                self._guarded,
                IntervalTrigger(seconds=every.total_seconds(), timezone=UTC),
                args=(name, take_turn),
                id=name,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
                next_run_time=datetime.now(UTC),
            )
        self._clockwork.start()

    def _job_turn(self, job: Job) -> Callable[[LedRecord], str]:
        def take_turn(led: LedRecord) -> str:
            if job.every > OFTEN and not is_due(led, job.name, job.every, self._clock()):
                return ""
            return job.do(Desk(led, self._settings, self._index, self._sources.current, self._clock, self._listener))

        return take_turn

    def _guarded(self, name: str, take_turn: Callable[[LedRecord], str]) -> None:
        """Take a turn of a job if this daemon leads; whatever goes wrong is written down and the daemon goes on."""
        led = self.keeper.record
        if led is None or self._stopping:
            return
        started = self._clock()
        told, problem = "", None
        try:
            told = take_turn(led)
        except LeaseLost as error:
            logger.warning("a job stopped", job=name, reason=str(error))
            return
        except Exception as error:  # a job that fails must not end the daemon
            problem = f"{type(error).__name__}: {error}"
            logger.exception("a job failed", job=name)
        try:
            daily = name in self._jobs and self._jobs[name].every > OFTEN
            if told or problem or not daily:
                write_turn(led, name, started, self._clock(), told=told, problem=problem)
        except (LeaseLost, SQLAlchemyError) as error:
            logger.warning("a job's turn cannot be written down", job=name, problem=str(error))

    def _tick(self, led: LedRecord) -> str:
        """Bring the schedules up to date and claim what is due."""
        now = self._clock()
        self._refresh_sources(led, now)
        for each in weigh_settled(led, now):
            logger.info(
                "slot settled",
                source=each.source_id,
                slot=each.slot_id,
                run=each.run_id,
                failed=each.verdict.failed,
                new_articles=each.verdict.new_articles,
                problem=each.problem,
                next_due=each.next_due.isoformat() if each.next_due else None,
            )
        for name in relieve(led, now, self._options.mode):
            logger.info("pause ended by a run by hand", source=name)
        crawls = self._crawls
        if crawls is None or self._crawls_of is not led:
            return ""
        busy = {*self._queued, *crawls.sources}
        free = self._settings.processes - len(busy)
        made = plan(led, now, free=free, busy=busy, mode=self._options.mode, resting=self._sources.problems.keys())
        for claimed in made.start:
            logger.info(
                "slot claimed",
                source=claimed.source_id,
                slot=claimed.claim.slot_id,
                token=claimed.claim.token,
                at=claimed.at.isoformat(),
                again=claimed.again,
            )
            self._queued.add(claimed.source_id)
            self._claimed.put((led, claimed))
        for covered in made.covered:
            logger.info("slot covered", source=covered.source_id, run=covered.run_id)
        return f"{len(made.start)} slots claimed" if made.start else ""

    def _refresh_sources(self, led: LedRecord, now: datetime) -> None:
        changed, lines = False, []
        try:
            changed = self._sources.refresh()
            lines = list(self._sources.problems.values())
        except (SourceError, OSError) as error:  # the sources that were read before stay in force
            lines = [str(error)]
        problem = "\n".join(lines) or None
        if problem != self._told_problem:  # once, not at each look
            if problem is not None:
                logger.error("source files are wrong", problem=problem, resting=sorted(self._sources.problems))
            self._told_problem = problem
        if (self._sources.current or self._sources.problems) and (changed or self._synced_for is not led):
            resting = self._sources.problems.keys()
            for told in sync_schedules(led, self._sources.current, self._settings.zone, now, resting=resting):
                logger.info("schedule changed", told=told)
            self._synced_for = led
        if problem is not None or changed:
            write_turn(led, "sources", now, now, told=f"{len(self._sources.current)} read", problem=problem)

    def _mind_the_clock(self) -> None:
        """Let the clockwork begin anew when somebody has set the clock: it would sleep until the old time comes."""
        offset = time.time() - time.monotonic()
        if abs(offset - self._clock_offset) > CLOCK_SET:
            logger.warning("the clock was set", seconds=round(offset - self._clock_offset, 1))
            for job in self._clockwork.get_jobs():
                job.modify(next_run_time=datetime.now(UTC))
        self._clock_offset = offset

    def _end(self) -> None:
        logger.info("stopping")
        self._clockwork.shutdown(wait=False)
        deadline = time.monotonic() + GRACE
        for crawls in [*([self._crawls] if self._crawls is not None else []), *self._former]:
            crawls.end(max(0.0, deadline - time.monotonic()))
        self.keeper.stop()
        logger.info("stopped")
