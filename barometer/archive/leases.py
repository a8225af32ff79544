"""The lease of a source: one run at a time may write for it, and every write shows the token.

A token grows with each taking, so what a paused or forgotten holder still tries to write is refused. A holder that is
known to be dead (same machine, no such process any more) loses its lease at once; any other keeps it until it runs out.
"""

import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select, update

from barometer.archive.record import Record
from barometer.archive.tables import sources
from barometer.archive.upsert import insert_new
from barometer.errors import LeaseLost

LEASE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to write for one source."""

    source_id: str
    token: int


@dataclass(frozen=True, slots=True)
class Held:
    """Why a lease was not given: who has it, and until when at the latest."""

    source_id: str
    holder: str
    until: datetime


def this_process() -> str:
    """Name this process so that another on the same machine can tell whether it still lives: host, pid, start time."""
    return f"{_machine()}/{os.getpid()}/{_start_time(os.getpid())}"


def _machine() -> str:
    """Give host name and pid namespace: containers may share the first, and their pids mean nothing to each other."""
    try:
        namespace = Path("/proc/self/ns/pid").readlink().name
    except OSError:
        namespace = ""
    return f"{socket.gethostname()}[{namespace.removeprefix('pid:').strip('[]')}]"


def _start_time(pid: int) -> str:
    """Give the kernel's start tick of a process, or "" when there is no such process (or no /proc to ask)."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()
    return "" if fields[0] in "ZX" else fields[19]


def is_known_dead(holder: str) -> bool:
    """Tell whether the holder ran on this machine and is gone; False whenever that cannot be known."""
    host, _, rest = holder.partition("/")
    pid, _, started = rest.partition("/")
    if host != _machine() or not pid.isdigit() or not started:
        return False
    return _start_time(int(pid)) != started


def pid_on_this_machine(holder: str) -> int | None:
    """Give the process id of a holder that lives on this machine, None where it does not or that cannot be known."""
    host, _, rest = holder.partition("/")
    pid, _, started = rest.partition("/")
    here = this_process().partition("/")[0]
    return int(pid) if host == here and started and pid.isdigit() and _start_time(int(pid)) == started else None


def is_held(source: Row[Any], now: datetime) -> bool:
    """Tell whether somebody has the lease of this row of `sources`."""
    return bool(source.lease_holder) and source.lease_until > now and not is_known_dead(source.lease_holder)


def take_lease(record: Record, source_id: str, holder: str, now: datetime) -> Lease | Held:
    """Take the source's lease for `holder`, or say who has it."""
    with record.writing() as connection:
        insert_new(connection, sources, [{"id": source_id, "state": "configured", "lease_token": 0}], ["id"])
        row = connection.execute(select(sources).where(sources.c.id == source_id).with_for_update()).one()
        if is_held(row, now):
            return Held(source_id, row.lease_holder, row.lease_until)
        token = row.lease_token + 1
        connection.execute(
            update(sources)
            .where(sources.c.id == source_id)
            .values(lease_token=token, lease_holder=holder, lease_until=now + LEASE)
        )
    return Lease(source_id, token)


def renew_lease(record: Record, lease: Lease, now: datetime) -> None:
    """Keep the lease for another term. Raises LeaseLost when it is another's by now."""
    with record.writing() as connection:
        require_lease(connection, lease)
        connection.execute(update(sources).where(sources.c.id == lease.source_id).values(lease_until=now + LEASE))


def release_lease(record: Record, lease: Lease) -> None:
    """Give the lease back; nothing happens when it is another's by now."""
    with record.writing() as connection:
        connection.execute(
            update(sources)
            .where(sources.c.id == lease.source_id, sources.c.lease_token == lease.token)
            .values(lease_holder=None, lease_until=None)
        )


def require_lease(connection: Connection, lease: Lease) -> None:
    """Make sure, inside a write transaction, that the lease is still ours. Raises LeaseLost otherwise."""
    query = select(sources.c.lease_token).where(sources.c.id == lease.source_id).with_for_update()
    current = connection.execute(query).scalar()
    if current != lease.token:
        raise LeaseLost(
            f"the lease of source {lease.source_id} was taken over (token {lease.token}, now {current}): "
            "this run stops without writing"
        )
