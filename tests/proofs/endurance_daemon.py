"""The daemon of the endurance proof: the real one with all its jobs at short intervals, and quick crawls."""

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from barometer.archive.record import open_record
from barometer.config import load_settings
from barometer.scheduling.crawls import CrawlOptions
from barometer.scheduling.jobs import JOBS
from barometer.scheduling.serving import serve_schedules
from barometer.search.opening import open_index

FAKE = Path(__file__).with_name("fake_crawl.py")
SECONDS = {"retention": 10, "backup": 20, "health": 2}  # in place of a day and five minutes


def main() -> None:
    settings = load_settings()
    jobs = [replace(job, every=timedelta(seconds=SECONDS.get(job.name, 1))) for job in JOBS]
    options = CrawlOptions(command=(sys.executable, str(FAKE)))
    serve_schedules(open_record(settings.record_url), open_index(settings), settings, options, jobs)


if __name__ == "__main__":
    main()
