"""Publish times as sites print them, with their precision and zone."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import re2

from barometer.model import Precision

_DATE_TIME = re2.compile(
    r"(20\d\d|19\d\d)\s?(?:[-/.年])\s?(\d{1,2})\s?(?:[-/.月])\s?(\d{1,2})日?\s*T?(?:(\d{1,2}):(\d\d)(?::(\d\d))?)?"
)
_ENGLISH = re2.compile(
    r"(?i)(?:(\d{1,2}):(\d\d),\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})"
    r"(?:,?\s+(\d{1,2}):(\d\d)(?:\s*([ap])\.?m)?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time with its zone, as finely as the text told it."""

    when: datetime
    precision: Precision


def parse_time(text: str, now: datetime, zone: str) -> Moment | None:
    """Read the first publish time in a text; None when there is none, or it lies more than a day after now."""
    moment = _chinese(text, zone) or _english(text, zone)
    if moment is None or moment.when.astimezone(UTC) > now.astimezone(UTC) + timedelta(days=1):
        return None
    return moment


def _chinese(text: str, zone: str) -> Moment | None:
    found = _DATE_TIME.search(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(group) if group else None for group in found.groups())
    return _moment(zone, year, month, day, hour, minute, second)


def _english(text: str, zone: str) -> Moment | None:
    found = _ENGLISH.search(text)
    if not found:
        return None
    hour1, minute1, month, day, year, hour2, minute2, half = found.groups()
    hour, minute = (hour2, minute2) if hour2 else (hour1, minute1)
    clock = None if hour is None else int(hour) % 12 + (12 if half in {"p", "P"} else 0) if half else int(hour)
    return _moment(zone, int(year), _MONTHS.index(month.lower()) + 1, int(day), clock, int(minute or 0), None)


def _moment(
    zone: str,
    year: int | None,
    month: int | None,
    day: int | None,
    hour: int | None,
    minute: int | None,
    second: int | None,
) -> Moment | None:
    precision = Precision.DAY if hour is None else Precision.MINUTE if second is None else Precision.SECOND
    try:
        when = datetime(year or 0, month or 0, day or 0, hour or 0, minute or 0, second or 0, tzinfo=ZoneInfo(zone))
    except ValueError:
        return None
    return Moment(when, precision)
