"""A daemon as a process: its logs, its signals, its health server; the same for the command and for proofs."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack

import structlog

from barometer.archive.record import Record
from barometer.clock import now
from barometer.config import Settings
from barometer.errors import ConfigError
from barometer.logging import configure_logging
from barometer.scheduling.crawls import CrawlOptions
from barometer.scheduling.daemon import Daemon
from barometer.scheduling.health_server import Health, HealthServer
from barometer.scheduling.jobs import JOBS, Job
from barometer.search.index import Index

STOPS = (signal.SIGTERM, signal.SIGINT)
LEAVE = 8.0  # seconds after being told to stop in which this process is gone, whatever it waits for
LAST_THREADS = 1.0  # seconds that a job which is not over gets when everything else has stopped


def serve_schedules(
    record: Record, index: Index, settings: Settings, options: CrawlOptions, jobs: Sequence[Job] = JOBS
) -> None:
    """Run a daemon in this thread, which has to be the main one, until a signal stops it."""
    configure_logging(json_lines=not sys.stderr.isatty())
    logger = structlog.get_logger("barometer.daemon")
    one = Daemon(record, index, settings, options, now, jobs)
    stop_on_signals(one.stop)
    health = Health(record, now, leads=lambda: one.keeper.is_leading, silence=one.keeper.silence)
    with ExitStack() as stack:
        if settings.health_port:
            try:
                server = HealthServer(settings.health_port, health)
                stack.callback(server.close)
                logger.info("health served", url=f"http://127.0.0.1:{server.port}/readyz")
            except ConfigError as error:
                logger.warning("no health server", problem=str(error))
        one.run()
    _leave_at_once_if_a_job_hangs()


def stop_on_signals(stop: Callable[[], None], leave: float = LEAVE) -> None:
    """Call `stop` on SIGTERM or SIGINT, and end this process some seconds later, whatever it waits for by then.

    A thread hears of the signal, for the main thread hears of none while it waits in C, as for the record's write lock.
    Whatever is cut short is taken up again; crawls die with this process, and its lead is free at once.
    """
    heard, told = socket.socketpair()
    told.setblocking(False)

    def wait(heard: socket.socket, _told: socket.socket) -> None:
        while not set(heard.recv(16)) & set(STOPS):
            pass
        stop()
        time.sleep(leave)
        os._exit(0)

    for number in STOPS:
        signal.signal(number, lambda *_: None)
    signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    threading.Thread(target=wait, args=(heard, told), name="signals", daemon=True).start()


def _leave_at_once_if_a_job_hangs() -> None:
    """Leave without waiting for a job that is not over: each can be cut short anywhere, and is taken up again."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(LAST_THREADS)
            if thread.is_alive():
                sys.stderr.flush()
                os._exit(0)
