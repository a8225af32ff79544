"""One run at a time writes for a source, and what an old holder still tries is refused."""

import os
import subprocess

import pytest
from sqlalchemy import select

from barometer.archive.frontier import count_deaths
from barometer.archive.leases import (
    LEASE,
    Held,
    Lease,
    _start_time,
    is_known_dead,
    release_lease,
    renew_lease,
    take_lease,
    this_process,
)
from barometer.archive.record import Record
from barometer.archive.runs import end_run, start_run
from barometer.archive.tables import runs, sources
from barometer.errors import LeaseLost
from tests.archive.crawling import START, at, begun, leased, states, step, take

DEAD = "elsewhere/1/1"  # another machine: nobody here can tell whether it lives


def name_of_a_dead_process() -> str:
    process = subprocess.Popen(["sleep", "60"])
    machine, _, _ = this_process().split("/")
    name = f"{machine}/{process.pid}/{_start_time(process.pid)}"
    assert not is_known_dead(name)
    process.kill()
    process.wait()
    return name


def test_a_living_holder_is_told_with_the_time_until_it_has_the_lease(record: Record) -> None:
    leased(record, holder=this_process())
    held = take_lease(record, "people", "another", at(10))
    assert held == Held("people", this_process(), START + LEASE)


def test_a_dead_holder_on_this_machine_loses_its_lease_at_once(record: Record) -> None:
    leased(record, holder=name_of_a_dead_process())
    assert take_lease(record, "people", this_process(), at(1)) == Lease("people", 2)


def test_a_holder_elsewhere_keeps_its_lease_until_it_runs_out(record: Record) -> None:
    leased(record, holder=DEAD)
    assert isinstance(take_lease(record, "people", this_process(), START + LEASE / 2), Held)
    assert take_lease(record, "people", this_process(), START + LEASE) == Lease("people", 2)


def test_renewing_keeps_it_for_another_term(record: Record) -> None:
    lease = leased(record, holder=DEAD)
    renew_lease(record, lease, START + LEASE / 2)
    assert isinstance(take_lease(record, "people", "another", START + LEASE), Held)


def test_a_lease_given_back_is_free(record: Record) -> None:
    release_lease(record, leased(record, holder=this_process()))
    assert isinstance(take_lease(record, "people", "another", at(1)), Lease)


def test_giving_back_what_is_anothers_changes_nothing(record: Record) -> None:
    old = leased(record, holder=DEAD)
    leased(record, holder=this_process(), now=START + LEASE)
    release_lease(record, old)
    assert isinstance(take_lease(record, "people", "third", START + LEASE), Held)


def test_a_reused_pid_is_not_the_old_holder() -> None:
    machine, pid, started = this_process().split("/")
    assert not is_known_dead(this_process())
    assert is_known_dead(f"{machine}/{pid}/{int(started) + 1}")


def test_a_pid_of_another_container_says_nothing() -> None:
    machine, _, _ = this_process().split("/")
    other_namespace = machine.rpartition("[")[0] + "[4026539999]"
    gone = name_of_a_dead_process().split("/")[1]
    assert not is_known_dead(f"{other_namespace}/{gone}/1")
    assert not is_known_dead(f"elsewhere/{os.getpid()}/1")


@pytest.mark.parametrize("write", ["renew", "start", "end", "take", "deaths"])
def test_a_stale_token_writes_nothing(record: Record, write: str) -> None:
    old, run_id = begun(record, articles=["http://a.example/1", "http://a.example/2"])
    take(record, old)
    leased(record, now=START + LEASE)
    before = states(record)
    attempts = {
        "renew": lambda: renew_lease(record, old, at(61)),
        "start": lambda: start_run(record, old, [], mode="live", revisit=True, now=at(61)),
        "end": lambda: end_run(record, old, run_id, "finished", at(61)),
        "take": lambda: step(record, old, at(61)),
        "deaths": lambda: count_deaths(record, old, at(61)),
    }
    with pytest.raises(LeaseLost, match="taken over"):
        attempts[write]()
    assert states(record) == before
    with record.reading() as connection:
        assert connection.execute(select(runs.c.state)).scalars().all() == ["running"]
        assert connection.execute(select(sources.c.lease_until)).scalar_one() == START + 2 * LEASE
