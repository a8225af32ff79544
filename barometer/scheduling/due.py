"""What is due: pure arithmetic over schedule rows, the whole of the daemon's judgement about time.

Every slot comes to something: it runs, or it is covered by the run of a later one. Slots missed while nobody ran, kept
back by quiet hours or by the pause after failures, are covered together by one run as soon as one may start.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from barometer.scheduling.calendar import BUSIEST, after_quiet, is_quiet, moment_of, next_slot, spacing
from barometer.sources.schedule import Quiet, Rule

LONGEST_PAUSE = timedelta(hours=20)  # less than a day, so that a source of every morning keeps its hour
NO_QUIET = Quiet()
MOST_COVERED = 2_000  # of a long downtime only so many slots are written down, the latest
BUSY = 10  # new articles of one run from which on a source is asked more often
CALM = 2  # at most so many, and it is asked less often again


@dataclass(frozen=True, slots=True)
class Schedule:
    """One source's schedule and where it stands.

    `last_slot` is the latest slot that was dealt with (None: never crawled), `failures` counts runs without any answer
    since the last good one, `level` how often the interval is halved because much is found, `pause_until` keeps a
    failing source back. `next_due` is what `due` said last, for the fast path and for people.
    """

    source_id: str
    rule: Rule
    zone: ZoneInfo
    since: datetime
    quiet: Quiet = NO_QUIET
    last_slot: datetime | None = None
    failures: int = 0
    level: int = 0
    pause_until: datetime | None = None
    next_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A slot that is to run now, with the earlier ones that its run covers, oldest first."""

    schedule: Schedule
    slot: datetime
    moment: datetime  # when it fell due
    covered: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run of a slot tells the schedule; nothing where it was `withheld`, for no page was to be asked for."""

    failed: bool
    new_articles: int = 0
    withheld: bool = False


def due(now: datetime, schedules: Iterable[Schedule]) -> list[Due]:
    """Give the slots that are to run now, at most one a source, the one that fell due first ahead."""
    found = [each for schedule in schedules if (each := _due(now, schedule)) is not None]
    return sorted(found, key=lambda each: (each.moment, each.schedule.source_id))


def rewound(now: datetime, schedules: Iterable[Schedule]) -> list[Schedule]:
    """Give the schedules that a clock which ran ahead has carried into the future, set back to now.

    The slots from now on come again; those that had a run of their own meanwhile are not run a second time, for a slot
    is one row.
    """
    ahead = [each for each in schedules if each.last_slot is not None and each.last_slot > now]
    back = [replace(each, last_slot=now, pause_until=None) for each in ahead]
    return [replace(each, next_due=next_due(now, each)) for each in back]


def next_due(now: datetime, schedule: Schedule) -> datetime:
    """Give when the schedule's next slot may start, as things stand; it may be past."""
    if schedule.last_slot is None:
        moment = min(schedule.since, now)
    else:
        slot = next_slot(schedule.rule, schedule.zone, schedule.source_id, schedule.last_slot, schedule.level)
        moment = moment_of(schedule.rule, schedule.source_id, slot)
    pause = schedule.pause_until
    if pause is not None and moment < pause <= now + LONGEST_PAUSE:  # a longer one was set by a clock that ran ahead
        moment = pause
    return after_quiet(schedule.quiet, schedule.zone, moment)


def claimed(now: datetime, chosen: Due) -> Schedule:
    """Give the schedule after its due slot was claimed."""
    later = replace(chosen.schedule, last_slot=chosen.slot)
    return replace(later, next_due=next_due(now, later))


def weighed(now: datetime, schedule: Schedule, verdict: Verdict) -> Schedule:
    """Give the schedule after a run: kept back when it failed, asked more often when it found much."""
    if verdict.withheld:
        changed = schedule
    elif verdict.failed:
        failures = schedule.failures + 1
        pause = min(spacing(schedule.rule) * (2 ** min(failures - 1, 20) - 0.5), LONGEST_PAUSE)
        changed = replace(schedule, failures=failures, level=0, pause_until=now + pause)
    else:
        step = (verdict.new_articles >= BUSY) - (verdict.new_articles <= CALM)
        level = max(0, min(BUSIEST, schedule.level + step))
        changed = replace(schedule, failures=0, level=level, pause_until=None)
    return replace(changed, next_due=next_due(now, changed))


def _due(now: datetime, schedule: Schedule) -> Due | None:
    if schedule.next_due is not None and schedule.next_due > now:
        return None
    moment = next_due(now, schedule)
    if moment > now or is_quiet(schedule.quiet, schedule.zone, now):
        return None
    if schedule.last_slot is None:
        return Due(schedule, min(schedule.since, now), moment)
    slots: list[datetime] = []
    after = schedule.last_slot
    while True:
        slot = next_slot(schedule.rule, schedule.zone, schedule.source_id, after, schedule.level)
        if slots and moment_of(schedule.rule, schedule.source_id, slot) > now:
            break
        slots.append(slot)
        after = slot
    return Due(schedule, slots[-1], moment, tuple(slots[:-1][-MOST_COVERED:]))
