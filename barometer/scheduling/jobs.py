"""What the daemon does beside starting crawls: one function a job, in one table, each with how often it is due.

A job gets the record as the leader must use it, so that a daemon that was replaced meanwhile writes nothing. It gives
what it did in a few words, "" when there was nothing to do, and raises when it failed; the daemon goes on either way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from barometer.alerts.bundling import bundle_due
from barometer.alerts.events import mark_silent, silence_event, tell_events
from barometer.alerts.hearing import CONSUMER as HEARING
from barometer.alerts.hearing import Listener, hear
from barometer.alerts.sending import send_due
from barometer.alerts.trouble import keep_health, trouble_event
from barometer.archive.leadership import LedRecord
from barometer.archive.observed import alarms, judged
from barometer.archive.outbox import register
from barometer.clock import Clock
from barometer.config import Settings
from barometer.errors import IndexBusy
from barometer.ingest.drain import CONSUMER, drain
from barometer.scheduling.housekeeping import drop_old_rows, keep_copy
from barometer.scheduling.status import read_status, silent_sources
from barometer.search.index import Index
from barometer.sources import Source
from barometer.sources.health import State


@dataclass(frozen=True, slots=True)
class Desk:
    """What jobs work with."""

    record: LedRecord
    settings: Settings
    index: Index
    sources: Mapping[str, Source]
    clock: Clock
    listener: Listener  # of this daemon, kept from turn to turn


@dataclass(frozen=True, slots=True)
class Job:
    """One job: its name, the time between two turns, what a turn does."""

    name: str
    every: timedelta
    do: Callable[[Desk], str]


def drain_index(desk: Desk) -> str:
    """Index what waits in the outbox."""
    register(desk.record, CONSUMER, desk.clock(), backfill=True)
    try:
        number = drain(desk.record, desk.index, desk.clock)
    except IndexBusy as error:
        return f"waits: {error}"
    return f"{number} articles indexed" if number else ""


def look_at_health(desk: Desk) -> str:
    """Tell which sources fail, are late, or need somebody to look; changes of these also to who asked to be told."""
    now = desk.clock()
    status = read_status(desk.record, now)
    silent = silent_sources(desk.record, desk.sources, now)
    mark_silent(desk.record, silent)
    events = [silence_event(one) for one in silent.values()]
    found = judged(desk.record, desk.sources, now)
    verdicts = {name: verdict for name, (verdict, _) in found.items()}
    for doing in keep_health(desk.record, verdicts, now):
        event = trouble_event(doing, found[doing.source][1])
        events += [event] if event is not None else []
    tell_events(desk.record, desk.listener, events, now)
    told = {
        "failing": [one.source_id for one in status.failing],
        "late": [one.source_id for one in status.late],
        "silent": sorted(silent),
    }
    told |= {state.value: names for state, names in alarms(verdicts).items() if state is not State.SILENT}
    return "; ".join(f"{name}: {', '.join(names)}" for name, names in told.items() if names) or "all well"


def drop_old(desk: Desk) -> str:
    """Take out what is of no more use."""
    gone = drop_old_rows(desk.record, desk.clock())
    return ", ".join(f"{number} rows of {name}" for name, number in gone.items()) + " dropped"


def back_up(desk: Desk) -> str:
    """Copy the record beside itself; the evidence is never written to again and needs no copy of this kind."""
    copy = keep_copy(desk.record, desk.settings.data / "backups", desk.clock())
    return f"copied to {copy.name}" if copy else "the record is on PostgreSQL: back it up with pg_dump"


def match_alerts(desk: Desk) -> str:
    """Match what is new against the subscriptions, and make messages of what is due to be told."""
    now = desk.clock()
    register(desk.record, HEARING, now, backfill=False)
    matched = hear(desk.record, desk.clock, desk.listener)
    bundled = bundle_due(desk.record, now)
    return f"{matched} alerts, {bundled} messages" if matched or bundled else ""


def send_alerts(desk: Desk) -> str:
    """Send the messages that are due."""
    done = send_due(desk.record, desk.settings, desk.clock)
    told = {"sent": done.sent, "put off": done.put_off, "given up": done.dead}
    return ", ".join(f"{number} {what}" for what, number in told.items() if number)


JOBS: tuple[Job, ...] = (
    Job("index", timedelta(seconds=10), drain_index),
    Job("alerts", timedelta(seconds=10), match_alerts),
    Job("sending", timedelta(seconds=10), send_alerts),
    Job("health", timedelta(minutes=5), look_at_health),
    Job("retention", timedelta(days=1), drop_old),
    Job("backup", timedelta(days=1), back_up),
)
"""Every job of the daemon. One more is a function above and a line here."""
