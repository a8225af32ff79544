"""Keeping the lead, or waiting for it, on a thread of its own: a slow job must not cost a daemon its lease."""

import os
import signal
import threading
import time
from contextlib import suppress
from datetime import timedelta

import structlog
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from barometer.archive.fencing import stopped_writer
from barometer.archive.leadership import (
    Leadership,
    LedRecord,
    leader_of,
    led,
    release_leadership,
    renew_leadership,
    take_leadership,
)
from barometer.archive.leases import Held
from barometer.archive.record import Record
from barometer.clock import Clock
from barometer.errors import LeaseLost

TERM = 0.5  # share of the takeover limit after which a lease that is not renewed runs out
PACE = 0.1  # share of it between two looks
HANGS = 60.0  # seconds without a sign of life from the main thread after which the lead is let go

logger = structlog.get_logger(__name__)


class LeadKeeper(threading.Thread):
    """Takes the lead when it is free and renews it while the daemon's main thread gives signs of life.

    `record` is the record as the leader must use it, None while another daemon acts: whoever wants to write takes it
    from here, and every transaction checks again.
    """

    def __init__(self, record: Record, holder: str, limit: float, clock: Clock) -> None:
        super().__init__(name="lead keeper", daemon=True)
        self.record: LedRecord | None = None
        self._plain = record
        self._holder = holder
        self._term = timedelta(seconds=limit * TERM)
        self._pause = limit * PACE
        self._patience = timedelta(seconds=limit * PACE)
        self._clock = clock
        self._seen_leading: str | None = None
        self._stopped = threading.Event()
        self._alive_at = time.monotonic()
        self._renewed_at = self._alive_at

    @property
    def is_leading(self) -> bool:
        """Tell whether this daemon acts, as far as it knows."""
        return self.record is not None

    def beat(self) -> None:
        """Give a sign of life."""
        self._alive_at = time.monotonic()

    def silence(self) -> float:
        """Give the seconds since the last sign of life."""
        return time.monotonic() - self._alive_at

    def run(self) -> None:
        """Look after the lease until stopped."""
        while not self._stopped.is_set():
            try:
                self._look()
            except SQLAlchemyError as error:
                logger.warning("the record cannot be reached for the lease", problem=str(getattr(error, "orig", error)))
                if self.record is not None and time.monotonic() - self._renewed_at > self._term.total_seconds():
                    self._step_down("the lease could not be renewed in time")
            self._stopped.wait(self._pause)

    def stop(self) -> None:
        """Look no more, and give the lead back."""
        self._stopped.set()
        self.join(timeout=1)
        held, self.record = self.record, None
        if held is not None:
            release_leadership(self._plain, held.leadership)

    def _look(self) -> None:
        if self.record is None:
            self._try_to_lead()
        elif self.silence() > HANGS:
            logger.error("the main thread hangs: the lead is not renewed", seconds=round(self.silence()))
        else:
            self._renew(self.record.leadership)

    def _try_to_lead(self) -> None:
        if self.silence() > HANGS:
            return
        begun = time.monotonic()
        try:
            taken = take_leadership(self._plain, self._holder, self._clock(), self._term, self._patience)
        except OperationalError:
            self._free_the_record()
            return
        if isinstance(taken, Held):
            if taken.holder != self._seen_leading:
                logger.info("waiting for the lead", leader=taken.holder)
            self._seen_leading = taken.holder
            return
        self._seen_leading = None
        self._renewed_at = begun
        self.record = led(self._plain, taken)
        logger.info("leading", token=taken.token, holder=self._holder)

    def _free_the_record(self) -> None:
        """End a leader whose lease has run out while it is stopped with the write lock: nothing else frees the record.

        Where somebody else is writing, the next look tries again.
        """
        holder = leader_of(self._plain)
        pid = stopped_writer(self._plain, holder) if holder is not None else None
        if pid is not None:
            logger.warning("ending a daemon that is stopped while it holds the record's write lock", holder=holder)
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)

    def _renew(self, leadership: Leadership) -> None:
        begun = time.monotonic()
        try:
            renew_leadership(self._plain, leadership, self._clock(), self._term)
            self._renewed_at = begun
        except LeaseLost as error:
            self._step_down(str(error))

    def _step_down(self, reason: str) -> None:
        if self.record is not None:
            logger.warning("no more leading", token=self.record.leadership.token, reason=reason)
        self.record = None
