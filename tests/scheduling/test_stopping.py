"""A daemon that waits for the record's write lock is stopped in time all the same."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).parents[2]
WAITING = """
import sqlite3, sys
from barometer.scheduling.serving import stop_on_signals

stop_on_signals(lambda: print("asked to stop", flush=True), leave=0.5)
print("ready", flush=True)
sqlite3.connect(sys.argv[1], timeout=60).execute("BEGIN IMMEDIATE")
"""


def test_a_main_thread_that_waits_in_sqlite_does_not_keep_the_process(tmp_path):
    path = tmp_path / "record.sqlite3"
    holder = sqlite3.connect(path)
    holder.execute("BEGIN IMMEDIATE")
    command = [sys.executable, "-c", WAITING, str(path)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        assert process.stdout.readline() == "asked to stop\n"
        assert process.wait(timeout=20) == 0  # the lock would have kept it for a minute
    holder.close()
