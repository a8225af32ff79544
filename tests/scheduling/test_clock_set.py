"""The clockwork of a daemon when somebody sets the clock: APScheduler by itself would sleep until the old time."""

from datetime import UTC, datetime, timedelta

from barometer.clock import now
from barometer.config import Settings
from barometer.scheduling.crawls import CrawlOptions
from barometer.scheduling.daemon import Daemon
from barometer.scheduling.jobs import JOBS
from barometer.search.embedded import EmbeddedIndex


def test_a_clock_set_back_does_not_put_the_daemon_to_sleep(record, tmp_path):
    settings = Settings(data=tmp_path, sources=tmp_path)
    daemon = Daemon(record, EmbeddedIndex(tmp_path / "index"), settings, CrawlOptions(), now)
    daemon._start_clockwork()
    try:
        daemon._mind_the_clock()
        jobs = daemon._clockwork.get_jobs()
        assert {"schedules", *(job.name for job in JOBS)} == {job.id for job in jobs}
        for job in jobs:
            job.modify(next_run_time=datetime.now(UTC) + timedelta(hours=5))
        daemon._mind_the_clock()
        assert all(job.next_run_time > datetime.now(UTC) + timedelta(hours=4) for job in daemon._clockwork.get_jobs())
        daemon._clock_offset += 5 * 3600  # as if the clock had stood five hours later until now
        daemon._mind_the_clock()
        soon = datetime.now(UTC) + timedelta(minutes=11)
        assert all(job.next_run_time < soon for job in daemon._clockwork.get_jobs())
    finally:
        daemon._clockwork.shutdown(wait=True)
