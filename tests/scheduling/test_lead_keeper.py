"""Who waits for the lead takes it from one that is stopped, even in the middle of a transaction."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from barometer.archive.fencing import stopped_writer
from barometer.archive.leadership import leader_of
from barometer.clock import now
from barometer.scheduling.leading import LeadKeeper

PROJECT = Path(__file__).parents[2]
LIMIT = 2.0
LEADER = """
import sys, time
from datetime import timedelta
from barometer.archive.leadership import led, take_leadership
from barometer.archive.leases import this_process
from barometer.archive.record import open_record
from barometer.clock import now
record = open_record(sys.argv[1])
taken = take_leadership(record, this_process(), now(), timedelta(seconds=1))
if sys.argv[2] == "writing":
    with led(record, taken).writing():
        print("in", flush=True)
        time.sleep(60)
print("in", flush=True)
time.sleep(60)
"""


def start_leader(url: str, how: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", LEADER, url, how],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"in\n"
    process.stdout.close()
    return process


def take_over(record, leader) -> float:
    """Stop the leader and give the seconds until another leads."""
    os.kill(leader.pid, signal.SIGSTOP)
    begun = time.monotonic()
    keeper = LeadKeeper(record, "another/1/1", LIMIT, now)
    keeper.start()
    while not keeper.is_leading:
        keeper.beat()
        assert time.monotonic() - begun < 30, "nobody took over"
        time.sleep(0.01)
    taken = time.monotonic() - begun
    keeper.stop()
    return taken


def test_a_leader_stopped_between_transactions_is_left_alone(record, record_url):
    leader = start_leader(record_url, "idle")
    try:
        assert take_over(record, leader) <= LIMIT
        assert leader.poll() is None
    finally:
        leader.kill()
        leader.wait()


def test_a_leader_stopped_with_the_write_lock_is_ended(record, record_url):
    leader = start_leader(record_url, "writing")
    holder = leader_of(record)
    assert holder is not None
    try:
        assert stopped_writer(record, holder) is None  # it is busy, not stopped
        assert take_over(record, leader) <= LIMIT
        assert leader.wait(timeout=10) == -signal.SIGKILL
    finally:
        leader.kill()
        leader.wait()
    assert stopped_writer(record, holder) is None
