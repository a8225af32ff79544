"""The slots of a schedule: the moments at which a source ought to be crawled, the same on every machine and every day.

A slot is named by its nominal moment in UTC. A wall-clock rule is read in the operator's zone: a time that a change of
clocks skips comes an hour later, a time that it repeats comes once.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from barometer.sources.schedule import Cron, Every, Quiet, Rule

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FINEST = timedelta(minutes=15)  # a busy source is not asked more often than this, unless its own rule says so
BUSIEST = 2  # doublings of an interval
LONGEST_JITTER = timedelta(minutes=10)
_CHANGE = timedelta(hours=3)  # no change of clocks moves them further
_DAY = timedelta(days=1)
_YEARS = 9  # the 29th of February may be eight years away


def share(*names: object) -> float:
    """Give a number from 0 to less than 1 that always is the same for the same names."""
    digest = hashlib.sha256("\n".join(map(str, names)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def spacing(rule: Rule, level: int = 0) -> timedelta:
    """Give the time between two slots, at least; `level` counts the doublings of a busy source."""
    if isinstance(rule, Every):
        step = rule.interval
        for _ in range(min(level, BUSIEST)):
            if step / 2 < FINEST:
                break
            step /= 2
        return step
    minutes = [hour * 60 + minute for hour in rule.hours for minute in rule.minutes]
    gaps = [after - before for before, after in zip(minutes, [*minutes[1:], minutes[0] + 24 * 60], strict=True)]
    return timedelta(minutes=min(gaps))


def next_slot(rule: Rule, zone: ZoneInfo, source_id: str, after: datetime, level: int = 0) -> datetime:
    """Give the first slot later than `after`, in UTC."""
    if isinstance(rule, Every):
        step = spacing(rule, level)
        phase = timedelta(seconds=int(share("phase", source_id) * rule.interval.total_seconds()))
        start = EPOCH + phase
        return start + ((after - start) // step + 1) * step
    return _next_wall_slot(rule, zone, after)


def moment_of(rule: Rule, source_id: str, slot: datetime) -> datetime:
    """Give when a slot falls due: a little later than its name says, by its own share of a twentieth of the interval.

    The order of slots is kept, whatever the level.
    """
    most = min(LONGEST_JITTER, spacing(rule) / 20)
    return slot + timedelta(seconds=int(share("jitter", source_id, slot.timestamp()) * most.total_seconds()))


def is_quiet(quiet: Quiet, zone: ZoneInfo, moment: datetime) -> bool:
    """Tell whether no crawl may start at this moment."""
    return quiet.holds(moment.astimezone(zone).time())


def after_quiet(quiet: Quiet, zone: ZoneInfo, moment: datetime) -> datetime:
    """Give the moment itself, or the end of the quiet hours in which it lies."""
    if not is_quiet(quiet, zone, moment):
        return moment
    here = moment.astimezone(zone)
    day = here.date() if here.time() < quiet.end else here.date() + _DAY
    ended = datetime.combine(day, quiet.end, zone).astimezone(UTC)
    while is_quiet(quiet, zone, ended):  # clocks were set back over the end
        ended += timedelta(minutes=15)
    return max(ended, moment)


def _next_wall_slot(rule: Cron, zone: ZoneInfo, after: datetime) -> datetime:
    here = after.astimezone(zone).replace(tzinfo=None)
    first = next(_wall_times(rule, here))
    if _offset(zone, here - _CHANGE) == _offset(zone, first + _CHANGE):
        return first.replace(tzinfo=zone).astimezone(UTC)
    found: list[datetime] = []
    for wall in _wall_times(rule, here - _CHANGE):
        if found and wall > min(found).astimezone(zone).replace(tzinfo=None) + _CHANGE:
            break
        moment = wall.replace(tzinfo=zone).astimezone(UTC)
        if moment > after:
            found.append(moment)
    return min(found)


def _wall_times(rule: Cron, after: datetime) -> Iterator[datetime]:
    """Give the rule's times later than `after` on a clock that nobody sets."""
    day = after.date()
    while day.year <= after.year + _YEARS:
        if rule.falls_on(day):
            for hour in rule.hours:
                for minute in rule.minutes:
                    wall = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - a wall clock
                    if wall > after:
                        yield wall
        day += _DAY


def _offset(zone: ZoneInfo, wall: datetime) -> timedelta | None:
    return wall.replace(tzinfo=zone).utcoffset()
