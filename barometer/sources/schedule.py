"""When a source wants to be crawled, as its file says it: `every 6h`, `daily at 08:00`, `cron 0 8,20 * * mon-fri`."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

_EVERY = re.compile(r"every ([1-9]\d{0,3})([mhd])")
_DAILY = re.compile(r"daily at (\d\d):(\d\d)")
_QUIET = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


@dataclass(frozen=True, slots=True)
class Every:
    """At even intervals, day and night; where they begin is the source's own, so that not all start together."""

    interval: timedelta


@dataclass(frozen=True, slots=True)
class Cron:
    """At these minutes, hours and days of a wall clock. Where both kinds of days are given, either one is enough."""

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]  # 0 is Sunday
    either_day: bool

    def falls_on(self, day: date) -> bool:
        """Tell whether the rule has times on this day."""
        by_month, by_week = day.day in self.days, day.isoweekday() % 7 in self.weekdays
        return day.month in self.months and (by_month or by_week if self.either_day else by_month and by_week)


Rule = Every | Cron


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of a wall clock in which no crawl starts: from `start` until before `end`, over midnight where it is less.

    Both are equal where there are none.
    """

    start: time = time(0)
    end: time = time(0)

    def holds(self, moment: time) -> bool:
        """Tell whether a time of day is quiet."""
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


@cache
def parse_schedule(text: str) -> Rule:
    """Read a schedule. Raises ValueError that says what is wrong and what may be written."""
    if found := _EVERY.fullmatch(text):
        return Every(timedelta(**{_UNITS[found[2]]: int(found[1])}))
    if found := _DAILY.fullmatch(text):
        at = _time_of_day(found[1], found[2])
        return Cron(
            (at.minute,), (at.hour,), frozenset(range(1, 32)), frozenset(range(1, 13)), frozenset(range(7)), False
        )
    if text.startswith("cron "):
        return _cron(text.split()[1:])
    raise ValueError(
        f"not a schedule: {text!r}; write `every 30m`, `every 6h`, `every 2d`, `daily at 08:00`, "
        "or `cron` with minute, hour, day, month and weekday"
    )


@cache
def parse_quiet(text: str) -> Quiet:
    """Read quiet hours such as `23:00-06:30`; empty is none. Raises ValueError for what cannot be read."""
    if not text:
        return Quiet()
    found = _QUIET.fullmatch(text)
    if found is None:
        raise ValueError(f"not quiet hours: {text!r}; write for example 23:00-06:30")
    quiet = Quiet(_time_of_day(found[1], found[2]), _time_of_day(found[3], found[4]))
    if quiet.start == quiet.end:
        raise ValueError(f"quiet hours {text!r} begin and end together: leave them out where there are none")
    return quiet


def _time_of_day(hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise ValueError(f"no such time of day: {hour}:{minute}") from None


def _cron(fields: list[str]) -> Cron:
    if len(fields) != 5:
        raise ValueError(f"cron takes minute, hour, day, month and weekday; there are {len(fields)} fields")
    minute, hour, day, month, weekday = fields
    rule = Cron(
        minutes=tuple(sorted(_field("minute", minute, 0, 59))),
        hours=tuple(sorted(_field("hour", hour, 0, 23))),
        days=_field("day", day, 1, 31),
        months=_field("month", month, 1, 12, _MONTHS, 1),
        weekdays=frozenset(number % 7 for number in _field("weekday", weekday, 0, 7, _DAYS, 0)),
        either_day=not day.startswith("*") and not weekday.startswith("*"),
    )
    leap = date(2024, 1, 1)
    if not any(rule.falls_on(leap + timedelta(days=number)) for number in range(366)):
        raise ValueError(f"cron {' '.join(fields)}: no year has such a day")
    return rule


def _field(name: str, text: str, low: int, high: int, words: tuple[str, ...] = (), first: int = 0) -> frozenset[int]:
    """Read one field: `*`, numbers or names, ranges, lists and steps."""
    found: set[int] = set()
    for part in text.lower().split(","):
        span, stepped, step_text = part.partition("/")
        step = int(step_text) if step_text.isascii() and step_text.isdigit() else 0
        if stepped and step < 1:
            raise ValueError(f"cron: the step of the {name} {part!r} is no number above 0")
        if span == "*":
            begin, end = low, high
        else:
            first_text, ranged, last_text = span.partition("-")
            begin = _number(name, first_text, low, high, words, first)
            end = _number(name, last_text, low, high, words, first) if ranged else (high if stepped else begin)
        if begin > end:
            raise ValueError(f"cron: the {name} {part!r} ends before it begins")
        found.update(range(begin, end + 1, step or 1))
    return frozenset(found)


def _number(name: str, text: str, low: int, high: int, words: tuple[str, ...], first: int) -> int:
    if text in words:
        return words.index(text) + first
    if not (text.isascii() and text.isdigit()) or not low <= int(text[:4]) <= high:
        raise ValueError(f"cron: the {name} {text!r} is not from {low} to {high}")
    return int(text)
