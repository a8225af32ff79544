"""What one crawl works with: the record, its source's lease and run, the reading pool, the evidence writer.

Built once when the spider is, opened by the frontier, closed when the spider closes.
"""

import logging
import os
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from scrapy.settings import BaseSettings
from sqlalchemy.exc import SQLAlchemyError

from barometer.archive.evidence import EvidenceWriter
from barometer.archive.frontier import NewRequest, lane_of
from barometer.archive.leases import LEASE, Held, Lease, release_lease, renew_lease, take_lease, this_process
from barometer.archive.prospects import fetched_within
from barometer.archive.record import Record, open_record
from barometer.archive.runs import end_run, start_run
from barometer.archive.slots import COMPLETE, WITHHELD, SlotClaim
from barometer.articles import Topics, load_topics
from barometer.claims import load_lexicon
from barometer.clock import Clock, now
from barometer.config import Settings, load_settings
from barometer.errors import LeaseLost
from barometer.ingest.pool import ReadingPool
from barometer.sources import Source, read_sources
from barometer.sources.schedule import parse_quiet

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How this run differs from the next one: read from Scrapy settings, so that `-s NAME=VALUE` sets them."""

    mode: str
    replay: str
    revisit: bool
    all_topics: bool
    budget: int
    deadline: timedelta
    patience: timedelta
    no_delay: bool
    entries: bool
    slot: SlotClaim | None
    since: datetime | None  # how far a walk through the archive goes back

    @classmethod
    def from_settings(cls, settings: BaseSettings, source: Source) -> "RunOptions":
        """Read the options, the source's own budget where none is given."""
        return cls(
            mode=settings.get("RUN_MODE") or ("replay" if settings.get("REPLAY") else "live"),
            replay=settings.get("REPLAY") or "",
            revisit=settings.getbool("REVISIT"),
            all_topics=settings.getbool("ALL_TOPICS") or source.topic == "all",
            budget=settings.getint("PAGE_BUDGET") or source.budget,
            deadline=timedelta(seconds=settings.getfloat("RUN_SECONDS")),
            patience=timedelta(seconds=settings.getfloat("PATIENCE_SECONDS")),
            no_delay=settings.getbool("NO_DELAY"),
            entries=settings.getbool("ENTRIES"),
            slot=SlotClaim.read(settings.get("SLOT") or ""),
            since=datetime.fromisoformat(settings.get("SINCE")) if settings.get("SINCE") else None,
        )


class Services:
    """The working parts of one crawl. `open` takes the lease and starts the run; without it nothing may be written."""

    def __init__(self, source: Source, settings: Settings, options: RunOptions, clock: Clock = now) -> None:
        self.source = source
        self.settings = settings
        self.options = options
        self.clock = clock
        self.record: Record = open_record(settings.record_url)
        self.topics: Topics = load_topics(settings.topics)
        load_lexicon(settings.indicators)  # a mistake in the file is told before anything is fetched
        self.pool = ReadingPool(workers=1, seconds=settings.read_seconds, indicators=(settings.indicators,))
        self.lease: Lease | None = None
        self.withheld: str | None = None  # why the run was to ask for nothing at all
        self.run_id = 0
        self.evidence: EvidenceWriter | None = None
        self._keeper: LeaseKeeper | None = None

    def open(self, entries: list[NewRequest]) -> Held | None:
        """Take the source's lease and open a run; give who holds it, or the slot to be run, when that is taken."""
        taken = take_lease(self.record, self.source.id, this_process(), self.clock())
        if isinstance(taken, Held):
            return taken
        self.lease = taken
        self._keeper = LeaseKeeper(self.record, taken, self.clock)
        self._keeper.start()
        try:
            self.run_id = start_run(
                self.record,
                taken,
                entries,
                mode=self.options.mode,
                revisit=self.options.revisit,
                now=self.clock(),
                slot=self.options.slot,
                since=self.options.since,
            )
        except LeaseLost as error:
            self._keeper.stop()
            release_lease(self.record, taken)
            self.lease = None
            return Held(self.source.id, str(error), self.clock())
        self.evidence = EvidenceWriter(self.settings.evidence_folder, self.run_id)
        if not self.options.replay:  # while robots.txt is asked for; without a network there is no such while
            self.pool.warm()
        return None

    def close(self, reason: str) -> None:
        """End the run, give the lease back, end the workers."""
        try:
            if self.lease is not None:
                told = WITHHELD + self.withheld if self.withheld and reason == COMPLETE else reason
                end_run(self.record, self.lease, self.run_id, told, self.clock())
                release_lease(self.record, self.lease)
        except LeaseLost as error:
            logger.warning("%s", error)
        finally:  # whatever the record says, no worker is left
            if self._keeper is not None:
                self._keeper.stop()
            if self.evidence is not None:
                self.evidence.close()
            self.pool.close()
            self.record.close()

    def left_today(self) -> int:
        """Give how many pages the source may still be asked for within its day; a replay asks nobody."""
        if self.options.mode == "replay":
            return self.options.budget
        return self.source.daily - fetched_within(self.record, self.source.id, self.clock())

    def is_quiet(self) -> bool:
        """Tell whether the source rests: a person's own run does not, a scheduled one and a walk do."""
        unattended = self.options.slot is not None or self.options.since is not None
        zone = ZoneInfo(self.settings.zone)
        return unattended and parse_quiet(self.source.quiet).holds(self.clock().astimezone(zone).time())

    @property
    def lane(self) -> str:
        """Give the lane of requests that this run fetches."""
        return lane_of(self.options.mode)

    @property
    def held(self) -> Lease:
        """Give the lease. Raises LeaseLost when there is none."""
        if self.lease is None:
            raise LeaseLost(f"source {self.source.id} is not leased by this run")
        return self.lease


class LeaseKeeper(threading.Thread):
    """Renews the lease on a timer of its own, whatever the crawl is busy with; ends this process when it is lost."""

    def __init__(self, record: Record, lease: Lease, clock: Clock) -> None:
        super().__init__(name=f"lease of {lease.source_id}", daemon=True)
        self._record = record
        self._lease = lease
        self._clock = clock
        self._stopped = threading.Event()

    def run(self) -> None:
        """Renew until stopped."""
        while not self._stopped.wait(LEASE.total_seconds() / 4):
            try:
                renew_lease(self._record, self._lease, self._clock())
            except LeaseLost as error:
                logger.critical("%s", error)
                os._exit(3)
            except SQLAlchemyError as error:
                logger.warning("the lease could not be renewed, it is tried again: %s", error)

    def stop(self) -> None:
        """Renew no more."""
        self._stopped.set()
        self.join(timeout=5)


def services_for(source_id: str, settings: BaseSettings) -> Services:
    """Build the services of a source's crawl from the settings of both worlds."""
    own = load_settings()
    source = read_sources(*own.source_folders).need(source_id)
    return Services(source, own, RunOptions.from_settings(settings, source))
