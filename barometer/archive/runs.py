"""Runs: one crawl of one source, from the moment its listings become due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, case, func, insert, null, or_, select, update

from barometer.archive.frontier import NewRequest, add_requests, lane_of
from barometer.archive.leases import Lease, require_lease
from barometer.archive.record import Record
from barometer.archive.slots import SlotClaim, attach_run, settle_slots
from barometer.archive.tables import fetches, hosts, requests, runs
from barometer.articles.times import date_in_url
from barometer.model import OutcomeKind, Precision, RequestKind
from barometer.network.robots import RobotsOutcome

EDITION = timedelta(days=3)  # after which the listing of a day is history
READ = ("article", "off_topic", "unchanged", "empty")  # outcomes of pages that a revisit reads again
FINE = (
    OutcomeKind.ARTICLE,
    OutcomeKind.LISTING,
    OutcomeKind.UNCHANGED,
    OutcomeKind.OFF_TOPIC,
    OutcomeKind.REDIRECT,
)


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What one run did, for the table at its end."""

    run_id: int
    source_id: str
    state: str
    reason: str | None
    requests: int
    outcomes: dict[str, int]
    problems: tuple[tuple[str, str, str], ...]  # URL, outcome, what was wrong


def start_run(
    record: Record,
    lease: Lease,
    entries: Sequence[NewRequest],
    *,
    mode: str,
    revisit: bool,
    now: datetime,
    slot: SlotClaim | None = None,
    since: datetime | None = None,
) -> int:
    """Open a run: free what a dead run still held, add the entries, make the source's listings due once.

    Without entries only what waits in the record is fetched. With `revisit`, pages that were read before are due as
    well, whatever the ladder says, and read again, whether they have changed or not. A walk through an archive goes on
    where the last one stopped: what it has read is not due again, unless it goes back further than any before. Gives
    the run's id. Raises LeaseLost when `slot` is another leader's by now.
    """
    with record.writing() as connection:
        require_lease(connection, lease)
        died = connection.execute(
            update(runs).where(runs.c.source_id == lease.source_id, runs.c.state == "running").values(state="died")
        )
        if died.rowcount:
            _free_robots(connection, lease.source_id)
        opened = insert(runs).values(
            source_id=lease.source_id,
            mode=mode,
            state="running",
            token=lease.token,
            started_at=now,
            slot_id=slot.slot_id if slot else None,
            since=since,
        )
        run_id: int = connection.execute(opened.returning(runs.c.id)).scalar_one()
        attach_run(connection, lease, slot, run_id)
        mine = requests.c.source_id == lease.source_id
        connection.execute(
            update(requests).where(mine, requests.c.state == "leased").values(state="waiting", lease_token=None)
        )
        add_requests(connection, lease.source_id, entries, now)
        lane = lane_of(mode)
        if mode != "replay":
            _forget_replayed_robots(connection, lease.source_id, now)
        if since is not None and _goes_further(connection, lease.source_id, run_id, since):
            _read_lists_again(connection, lease.source_id, lane, now)
        if (entries or revisit) and mode != "history":
            _make_due(connection, lease.source_id, lane, entries, now, revisit=revisit)
        connection.execute(
            update(requests)
            .where(mine, requests.c.lane == lane, requests.c.state == "quarantined", requests.c.due <= now)
            .values(state="waiting", deaths=0)
        )
    return run_id


def _make_due(
    connection: Connection,
    source_id: str,
    lane: str,
    entries: Sequence[NewRequest],
    now: datetime,
    *,
    revisit: bool,
) -> None:
    """Make the living lists due, and with `revisit` what was read before.

    A revisit forgets what a page was when it was read: a page that has not changed would answer 304 and not be read,
    and what is left to a later run is to be read there too. Where a feed tells an article beside its page, the digest
    stays, for it says whether the page itself was ever read.
    """
    mine = (requests.c.source_id == source_id, requests.c.lane == lane, requests.c.state.in_(["settled", "waiting"]))
    living = requests.c.id.in_(_living_lists(connection, source_id, lane, entries, now))
    again = update(requests).values(state="waiting", due=now)
    if not revisit:
        connection.execute(again.where(*mine, living))
        return
    told = and_(requests.c.outcome == OutcomeKind.REDIRECT.value, requests.c.redirect_to.is_(None))
    wanted = or_(living, requests.c.outcome.in_(READ), told)
    digest = case((requests.c.told.is_(None), null()), else_=requests.c.digest)
    connection.execute(again.where(*mine, wanted).values(digest=digest, etag=None, last_modified=None))


def _read_lists_again(connection: Connection, source_id: str, lane: str, now: datetime) -> None:
    connection.execute(
        update(requests)
        .where(requests.c.source_id == source_id, requests.c.lane == lane)
        .where(requests.c.kind == RequestKind.LISTING.value)
        .values(state="waiting", due=now, digest=None, etag=None, last_modified=None)
    )


def _goes_further(connection: Connection, source_id: str, run_id: int, since: datetime) -> bool:
    """Tell whether this walk goes back further than those before it, whose lists were not followed to their end."""
    earlier = select(func.min(runs.c.since)).where(runs.c.source_id == source_id, runs.c.id != run_id)
    reached = connection.execute(earlier).scalar()
    return reached is not None and since < reached


def _forget_replayed_robots(connection: Connection, source_id: str, now: datetime) -> None:
    """Let the sites themselves be asked for the robots.txt that a folder of recorded pages has answered for them."""
    replay = connection.execute(
        select(runs.c.started_at, runs.c.ended_at)
        .where(runs.c.source_id == source_id, runs.c.mode == "replay")
        .order_by(runs.c.id.desc())
        .limit(1)
    ).one_or_none()
    if replay is None:
        return
    mine = select(requests.c.host).where(requests.c.source_id == source_id)
    during = hosts.c.robots_fetched_at.between(replay.started_at, replay.ended_at or now)
    connection.execute(
        update(hosts)
        .where(hosts.c.host.in_(mine), during)
        .values(robots_outcome=None, robots_until=None, robots_delay=None, robots_text=None)
    )


def _living_lists(
    connection: Connection, source_id: str, lane: str, entries: Sequence[NewRequest], now: datetime
) -> list[int]:
    """Give the listings worth asking for again: not those of days gone by, of which there is one more every day."""
    known = connection.execute(
        select(requests.c.id, requests.c.fingerprint, requests.c.url).where(
            requests.c.source_id == source_id,
            requests.c.kind == RequestKind.LISTING.value,
            requests.c.hops == 0,
            requests.c.lane == lane,
        )
    )
    wanted = {entry.fingerprint for entry in entries}
    return [row.id for row in known if row.fingerprint in wanted or not _is_past(row.url, now)]


def _is_past(url: str, now: datetime) -> bool:
    moment = date_in_url(url, now, "Asia/Shanghai")
    return moment is not None and moment.precision is Precision.DAY and moment.when < now - EDITION


def _free_robots(connection: Connection, source_id: str) -> None:
    """Let robots.txt be asked for again at once where a dead run of this source may have been asking for it.

    Another source's live run may be asking too: then it is asked for twice, with the host's delay between.
    """
    wanted = select(requests.c.host).where(requests.c.source_id == source_id, requests.c.state != "settled")
    connection.execute(
        update(hosts)
        .where(hosts.c.robots_leased_until.is_not(None), hosts.c.host.in_(wanted))
        .values(robots_leased_until=None)
    )


def end_run(record: Record, lease: Lease, run_id: int, reason: str, now: datetime) -> None:
    """Close a run; what was still out goes back to waiting."""
    with record.writing() as connection:
        require_lease(connection, lease)
        connection.execute(
            update(requests)
            .where(requests.c.source_id == lease.source_id, requests.c.state == "leased")
            .values(state="waiting", lease_token=None)
        )
        connection.execute(
            update(runs).where(runs.c.id == run_id).values(state="ended", reason=reason[:80], ended_at=now)
        )
        settle_slots(connection, run_id, reason, now)


def summarise_run(record: Record, run_id: int) -> RunSummary:
    """Count what a run fetched, by outcome, with the URLs that had a problem, unreachable robots.txt among them."""
    with record.reading() as connection:
        run = connection.execute(select(runs).where(runs.c.id == run_id)).one()
        counted = connection.execute(
            select(fetches.c.outcome, func.count()).where(fetches.c.run_id == run_id).group_by(fetches.c.outcome)
        ).all()
        fine = [kind.value for kind in FINE]
        told = connection.execute(
            select(requests.c.url, fetches.c.outcome, fetches.c.problem)
            .join(requests, requests.c.id == fetches.c.request_id)
            .where(fetches.c.run_id == run_id)
            .where(or_(fetches.c.problem.is_not(None), fetches.c.outcome.not_in(fine)))
            .order_by(fetches.c.id)
        ).all()
        closed = connection.execute(
            select(hosts.c.host, hosts.c.robots_reason)
            .join(requests, requests.c.host == hosts.c.host)
            .where(
                requests.c.source_id == run.source_id,
                requests.c.state == "waiting",
                requests.c.lane == lane_of(run.mode),
                requests.c.due <= hosts.c.robots_until,
            )
            .where(hosts.c.robots_outcome == RobotsOutcome.DISALLOW_ALL.value)
            .where(hosts.c.robots_until > (run.ended_at or run.started_at))
            .distinct()
            .order_by(hosts.c.host)
        ).all()
    outcomes = {row[0]: row[1] for row in counted}
    problems = tuple((url, outcome, problem or "") for url, outcome, problem in told)
    problems += tuple((f"{row.host}/robots.txt", OutcomeKind.BLOCKED.value, row.robots_reason) for row in closed)
    return RunSummary(run_id, run.source_id, run.state, run.reason, sum(outcomes.values()), outcomes, problems)
