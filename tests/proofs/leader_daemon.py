"""One of several daemons of a proof: the real one, with quick crawls and a job that leaves a trace of who acts."""

import os
import sys
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from barometer.archive.record import open_record
from barometer.config import load_settings
from barometer.scheduling.crawls import CrawlOptions
from barometer.scheduling.jobs import Desk, Job
from barometer.scheduling.serving import serve_schedules
from barometer.search.opening import open_index

FAKE = Path(__file__).with_name("fake_crawl.py")


def leave_a_trace(desk: Desk) -> str:
    with desk.record.writing() as connection:
        connection.execute(
            text("INSERT INTO acts (token, pid) VALUES (:token, :pid)"),
            {"token": desk.record.leadership.token, "pid": os.getpid()},
        )
    return ""


def main() -> None:
    settings = load_settings()
    options = CrawlOptions(command=(sys.executable, str(FAKE)))
    jobs = (Job("trace", timedelta(milliseconds=200), leave_a_trace),)
    serve_schedules(open_record(settings.record_url), open_index(settings), settings, options, jobs)


if __name__ == "__main__":
    main()
