"""Sends what is due, in a fresh process for each line of input (minutes by which its clock runs ahead); `-` ends it.

Everything is imported once and the processes are forked, so that a proof can kill hundreds of them.
"""

import os
import sys
import time
from datetime import datetime, timedelta

from barometer.alerts.sending import send_due
from barometer.archive.record import open_record
from barometer.clock import now
from barometer.config import load_settings


def send_until_done(minutes: int) -> None:
    settings = load_settings()
    record = open_record(settings.record_url)

    def clock() -> datetime:
        return now() + timedelta(minutes=minutes)

    while True:
        if send_due(record, settings, clock, limit=20).sent == 0:
            time.sleep(0.05)


def main() -> None:
    for line in sys.stdin:
        if line.strip() == "-":
            return
        child = os.fork()
        if child == 0:
            send_until_done(int(line))
        print(child, flush=True)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
