"""Slots: the moments at which a source ought to be crawled, each with the run that did it or covered it.

A slot is claimed by the leader, run by a child that shows the leader's token, and settled in the transaction that ends
its run: `ran`, or `covered` by the run of a later slot or of a person, or `failed` when it was given up. What was
claimed or covered by a run that did not come to its end is open: the next run of the source takes it over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, insert, or_, select, update

from barometer.archive.leases import Lease, is_held
from barometer.archive.record import Record
from barometer.archive.tables import runs, slots, sources
from barometer.archive.upsert import insert_new
from barometer.errors import LeaseLost

WITHHELD = "withheld: "  # how the reason begins of a run that was to ask for nothing: no page left today, quiet hours
COMPLETE = "finished"  # the reason that Scrapy gives for a crawl that came to its end by itself
MOST_STARTS = 50


@dataclass(frozen=True, slots=True)
class SlotClaim:
    """The right to run one slot: its row and the leader's token that claimed it."""

    slot_id: int
    token: int

    def __str__(self) -> str:
        """Write it as a setting of the crawl: `12/3`."""
        return f"{self.slot_id}/{self.token}"

    @classmethod
    def read(cls, text: str) -> "SlotClaim | None":
        """Read it back from a setting; None where there is none."""
        slot_id, _, token = text.partition("/")
        return cls(int(slot_id), int(token)) if slot_id else None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A slot that is to be run by a child of the leader."""

    claim: SlotClaim
    source_id: str
    at: datetime
    again: bool = False  # a run of it was begun before


@dataclass(frozen=True, slots=True)
class CoveredBy:
    """A slot that the run which is going on covers."""

    source_id: str
    run_id: int


@dataclass(frozen=True, slots=True)
class NotYet:
    """A slot that cannot be claimed at the moment."""

    source_id: str
    reason: str


def claim_slot(
    connection: Connection,
    source_id: str,
    at: datetime,
    covered: Sequence[datetime],
    *,
    due: datetime,
    token: int,
    mode: str,
    now: datetime,
) -> Claimed | CoveredBy | NotYet | None:
    """Claim a slot within the leader's transaction, with the earlier ones that its run will cover.

    A run of the source that is going on covers it instead; a slot that is open or held up in another way has to wait.
    None when the slot was dealt with before (a clock was set back).
    """
    lease = _lock_source(connection, source_id, now)
    running = _running(connection, source_id, lease)
    values = {"source_id": source_id, "token": token, "due": due, "claimed_at": now}
    if lease is not None:
        if running is None or running.mode != mode:
            return NotYet(source_id, "another program holds the source's lease")
        earlier = [{**values, "at": each, "state": "covered", "run_id": running.id} for each in (*covered, at)]
        insert_new(connection, slots, earlier, ["source_id", "at"])
        return CoveredBy(source_id, running.id)
    if connection.execute(select(slots.c.id).where(_open(), slots.c.source_id == source_id).limit(1)).first():
        return NotYet(source_id, "an earlier slot is still open")
    insert_new(connection, slots, [{**values, "at": each, "state": "covered"} for each in covered], ["source_id", "at"])
    found = connection.execute(
        select(slots.c.id, slots.c.state).where(slots.c.source_id == source_id, slots.c.at == at)
    ).one_or_none()
    started = {"state": "claimed", "token": token, "starts": 1, "claimed_at": now, "run_id": None, "settled_at": None}
    if found is None:
        added = insert(slots).values({**values, **started, "at": at})
        slot_id: int = connection.execute(added.returning(slots.c.id)).scalar_one()
    elif found.state == "covered":  # by a run under a clock that ran ahead: it has had no run of its own
        slot_id = found.id
        connection.execute(update(slots).where(slots.c.id == slot_id).values(**started))
    else:
        return None
    return Claimed(SlotClaim(slot_id, token), source_id, at)


def sources_with_open_slots(record: Record) -> list[str]:
    """Give the sources that have a slot whose run has not come to its end."""
    query = select(slots.c.source_id).where(_open()).distinct().order_by(slots.c.source_id)
    with record.reading() as connection:
        return list(connection.execute(query).scalars())


def reclaim(
    connection: Connection, source_id: str, *, token: int, mode: str, now: datetime
) -> Claimed | CoveredBy | NotYet | None:
    """Claim again, within the leader's transaction, the slot of a source whose run died.

    None where there is nothing to be done: nothing is open, or its run is going on.
    """
    lease = _lock_source(connection, source_id, now)
    running = _running(connection, source_id, lease)
    open_here = and_(_open(), slots.c.source_id == source_id)
    row = connection.execute(
        select(slots).where(open_here).order_by((slots.c.state == "claimed").desc(), slots.c.at.desc()).limit(1)
    ).one_or_none()
    if row is None or (running is not None and row.run_id == running.id):
        return None
    if lease is not None:
        if running is None or running.mode != mode:
            return NotYet(source_id, "another program holds the source's lease")
        connection.execute(update(slots).where(open_here).values(state="covered", run_id=running.id))
        return CoveredBy(source_id, running.id)
    if row.starts >= MOST_STARTS:
        fail_slot(connection, row.id, f"given up: it was started {row.starts} times and never came to its end", now)
        return None
    connection.execute(
        update(slots)
        .where(slots.c.id == row.id)
        .values(state="claimed", token=token, starts=row.starts + 1, claimed_at=now)
    )
    return Claimed(SlotClaim(row.id, token), source_id, row.at, again=True)


def fail_slot(connection: Connection, slot_id: int, problem: str, now: datetime) -> None:
    """Give a slot up, unless its run has come to its end after all; what it would have covered fails with it.

    That is one failure, however many slots it would have covered: only the slot itself is weighed.
    """
    row = connection.execute(select(slots).where(slots.c.id == slot_id, slots.c.settled_at.is_(None))).one_or_none()
    if row is None:
        return
    same_run = or_(slots.c.run_id.is_(None), slots.c.run_id == row.run_id)
    with_it = and_(_open(), slots.c.source_id == row.source_id, slots.c.state == "covered", same_run)
    failed = {"state": "failed", "problem": problem, "settled_at": now}
    connection.execute(update(slots).where(with_it, slots.c.id != slot_id).values(**failed, weighed=True))
    connection.execute(update(slots).where(slots.c.id == slot_id).values(**failed))


def attach_run(connection: Connection, lease: Lease, claim: SlotClaim | None, run_id: int) -> None:
    """Let a run that begins take over what its source still owes. Raises LeaseLost when its slot is another's by now.

    Runs by hand (without a claim) take over covered slots only: a claimed one waits for the leader.
    """
    unfinished = select(runs.c.id).where(runs.c.source_id == lease.source_id, ~_is_complete(), runs.c.id != run_id)
    owed = and_(
        slots.c.source_id == lease.source_id,
        slots.c.state == "covered",
        slots.c.settled_at.is_(None),
        or_(slots.c.run_id.is_(None), slots.c.run_id.in_(unfinished)),
    )
    connection.execute(update(slots).where(owed).values(run_id=run_id))
    if claim is None:
        return
    mine = and_(
        slots.c.id == claim.slot_id,
        slots.c.source_id == lease.source_id,
        slots.c.state == "claimed",
        slots.c.token == claim.token,
    )
    if connection.execute(update(slots).where(mine).values(run_id=run_id)).rowcount != 1:
        raise LeaseLost(f"slot {claim.slot_id} of {lease.source_id} is another's by now: it is not run here")


def settle_slots(connection: Connection, run_id: int, reason: str, now: datetime) -> None:
    """Settle, in the transaction that ends a run, the slots that it ran or covered; one cut short settles none."""
    if reason != COMPLETE and not reason.startswith(WITHHELD):
        return
    of_run = and_(slots.c.run_id == run_id, slots.c.settled_at.is_(None))
    connection.execute(update(slots).where(of_run, slots.c.state == "claimed").values(state="ran", settled_at=now))
    connection.execute(update(slots).where(of_run, slots.c.state == "covered").values(settled_at=now))


def _lock_source(connection: Connection, source_id: str, now: datetime) -> Lease | None:
    """Keep others from taking the source's lease in this transaction; give the lease where somebody has it."""
    insert_new(connection, sources, [{"id": source_id, "state": "configured", "lease_token": 0}], ["id"])
    row = connection.execute(select(sources).where(sources.c.id == source_id).with_for_update()).one()
    return Lease(source_id, row.lease_token) if is_held(row, now) else None


def _running(connection: Connection, source_id: str, lease: Lease | None) -> Row[Any] | None:
    """Give the run that is going on under this lease."""
    if lease is None:
        return None
    query = select(runs).where(runs.c.source_id == source_id, runs.c.state == "running", runs.c.token == lease.token)
    return connection.execute(query.order_by(runs.c.id.desc()).limit(1)).one_or_none()


def _open() -> ColumnElement[bool]:
    return slots.c.settled_at.is_(None)


def _is_complete() -> ColumnElement[bool]:
    return and_(runs.c.state == "ended", runs.c.reason == COMPLETE)
