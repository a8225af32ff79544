"""Arithmetic of periods: what "the first five months", "Q1" or "June" is, seen from the publish date.

All ranges are inclusive. A month or year that does not exist gives None, never an error.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

Range: TypeAlias = tuple[date | None, date | None]

NO_PERIOD: Range = (None, None)
LONGEST_EVENT = 24
"""Days from the first to the last of the longest fair, festival or holiday; what is longer is a month or season."""
_FEBRUARY = 2
_LAST_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day(year: int, month: int, number: int) -> date | None:
    """Give a day, or None if there is none such."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def seen_from(published: date | None) -> date | None:
    """Give the day that words of time are counted from, or None: nothing is published at either end of the calendar,
    where a day, week or month before or after would be no date."""
    return published if published is not None and 1000 <= published.year <= 9000 else None


def month_end(year: int, month: int) -> date | None:
    """Give the last day of a month."""
    if 1 <= year <= 9999 and 1 <= month <= 12:
        return date(year, month, _LAST_DAYS[month] if month != _FEBRUARY else monthrange(year, month)[1])
    return None


def months(year: int, first: int, last: int) -> Range:
    """Give the range from the first day of one month to the last day of another, past New Year if earlier."""
    start = day(year, first, 1)
    end = month_end(year + (last < first), last)
    return (start, end) if start and end else NO_PERIOD


def latest_day(number: int, seen: date) -> date | None:
    """Give the latest day of that number up to a day: 11 seen from 5 March is 11 February."""
    found = day(seen.year, seen.month, number)
    if found is not None and found <= seen:
        return found
    before = (seen.year, seen.month - 1) if seen.month > 1 else (seen.year - 1, 12)
    return day(*before, number)


@lru_cache(maxsize=64)  # of every figure the same few years are asked
def year_range(year: int) -> Range:
    """Give a calendar year."""
    return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else NO_PERIOD


def quarter(year: int, number: int, count: int = 1) -> Range:
    """Give a quarter, or `count` quarters from it on."""
    return months(year, 3 * number - 2, 3 * (number + count - 1)) if 1 <= number <= 4 else NO_PERIOD


def half(year: int, number: int) -> Range:
    """Give the first or second half of a year."""
    return months(year, 6 * number - 5, 6 * number) if 1 <= number <= 2 else NO_PERIOD


def five_year_plan(number: int) -> Range:
    """Give the years of China's n-th five-year plan (the 14th is 2021 to 2025)."""
    first = 1951 + 5 * number
    return (date(first, 1, 1), date(first + 4, 12, 31)) if 1 <= number <= 60 else NO_PERIOD


def past_year_of(month: int, seen: date) -> int:
    """Give the year of the latest such month that has begun on the day it is seen from."""
    return seen.year if month <= seen.month else seen.year - 1


def nearest_year_of(month: int, number: int, seen: date) -> int:
    """Give the year of a day told without one: the latest such day, or the next if it is not far off."""
    past = past_year_of(month, seen)
    coming = day(past + 1, month, number)
    return past + 1 if coming is not None and (coming - seen).days <= _SOON else past


_SOON = 31
"""Days ahead within which a day told without its year is the one to come."""


def is_week(span: Range) -> bool:
    """Say whether a period is a week, whose week before is no month or quarter before."""
    first, last = span
    return first is not None and last is not None and _SHORT_WEEK <= (last - first).days <= _LONG_WEEK


_SHORT_WEEK, _LONG_WEEK = 4, 7


def in_force(first: date | None, last: date | None, seen: date | None) -> bool:
    """Say whether days from one to another have begun on a day and go on behind it."""
    return first is not None and last is not None and seen is not None and first <= seen < last


def coming_year_of(month: int, seen: date) -> int:
    """Give the year of the next such month after the day it is seen from."""
    return seen.year if month > seen.month else seen.year + 1


def month_before(seen: date, back: int = 1) -> Range:
    """Give the month so many months before the one seen from; negative numbers look forward."""
    index = seen.year * 12 + seen.month - 1 - back
    return months(index // 12, index % 12 + 1, index % 12 + 1)


def quarter_before(seen: date, back: int = 1) -> Range:
    """Give the quarter so many quarters before the one seen from."""
    index = seen.year * 4 + (seen.month - 1) // 3 - back
    return quarter(index // 4, index % 4 + 1)


def weekday_before(weekday: int, seen: date) -> date:
    """Give the latest such weekday (Monday 0) up to the day seen from."""
    return seen - timedelta(days=(seen.weekday() - weekday) % 7)


def over_new_year(span: Range, published: date | None) -> Range:
    """Give a range that ends before it begins as one over New Year: from 18 December to 16 January of the next year."""
    first, last = span
    if first is None or last is None or first <= last:
        return span
    begun, ends = shifted((first, first), -1)[0], shifted((last, last), 1)[1]
    if published is not None and last <= published < first and published - last < first - published:
        return begun, last
    return first, ends


def shifted(span: Range, years: int) -> Range:
    """Give the same range some years later; a range up to the end of February goes to its end in the other year too."""

    def move(moment: date | None, *, ends: bool) -> date | None:
        if moment is None or not 1 <= moment.year + years <= 9999:
            return None
        year = moment.year + years
        if moment.month != _FEBRUARY:
            return moment.replace(year=year)
        last = monthrange(year, _FEBRUARY)[1]
        at_end = ends and moment.day == monthrange(moment.year, _FEBRUARY)[1]
        return moment.replace(year=year, day=last if at_end else min(moment.day, last))

    return move(span[0], ends=False), move(span[1], ends=span[0] != span[1])
