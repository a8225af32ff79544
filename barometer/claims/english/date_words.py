"""The words of English times: months, weekdays, counts and units, and the days that they stand for."""

from datetime import date, timedelta

from barometer.claims.english.grammar import quantities
from barometer.claims.text.expressions import pattern
from barometer.claims.text.scanning import alternatives
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ]
    )
    for name in names.split()
}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "few": 3}
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
         "nineties": 90, "noughties": 0}  # fmt: skip
MONTH = rf"(?:{alternatives(_MONTHS)}\.?)"
WEEKDAY = alternatives(WEEKDAYS)
SPELLED_YEAR = (
    r"(?:(?:one|two) thousand(?: (?:[a-z]+ hundred)?(?: ?and)?(?: ?[a-z]+teen| ?[a-z]+ty(?:[ -][a-z]+)?"
    r"| ?ten| ?[a-z]+)?)?"
    r"|nineteen [a-z]+(?:[ -][a-z]+)?)"
)
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
DAY = r"(?:[0-3]?[0-9](?:st|nd|rd|th)?)"
UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
NUMBER = rf"(?:[0-9]{{1,3}}|{alternatives(_COUNTS)})"
THIS = r"(?:this|the|my|current|same|that|coming|upcoming|next|last|past|previous)"
_DIGITS = pattern(r"[0-9]+")


def whole_number(words: str) -> int:
    """Read the first digits of some words, 0 where there are none."""
    match = _DIGITS.search(words)
    return int(match.group()) if match else 0


def month_number(word: str) -> int:
    """Give the number of a month by its name, 0 for what is none."""
    return _MONTHS.get(word.lower().rstrip("."), 0)


def spelled_year(words: str) -> int:
    """Read "two thousand and eighteen", "nineteen ninety nine"."""
    words = words.lower()
    for century, value in (("nineteen ", 1900), ("eighteen ", 1800)):
        if words.startswith(century):
            rest = quantities(words[len(century) :])
            return value + int(rest[0].low or 0) if rest else 0
    found = quantities(words)
    return int(found[0].low or 0) if found else 0


def year_meant(relative: str, seen: date) -> int:
    """Give the year that "next", "last" or "this" means."""
    return seen.year + {"next": 1, "last": -1, "coming": 1, "upcoming": 1, "past": -1, "previous": -1}.get(relative, 0)


def week_around(day: date) -> Range:
    """Give the week, from Monday on, that a day lies in."""
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


def unit_meant(unit: str, relative: str, seen: date) -> Range:
    """Give "next week", "last month", "this year", "the weekend"."""
    step = year_meant(relative.lower(), seen) - seen.year
    if unit == "week":
        return week_around(seen + timedelta(days=7 * step))
    if unit == "weekend":
        first = week_around(seen + timedelta(days=7 * step))[0] or seen
        return first + timedelta(days=5), first + timedelta(days=6)
    if unit == "month":
        return calendar.month_before(seen, -step)
    return calendar.year_range(seen.year + step)


def moved_by(day: date, count: int, unit: str) -> date:
    """Give the day so many days, weeks, months, years or decades away."""
    unit = unit.rstrip("s")
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    index = day.year * 12 + day.month - 1 + months
    year, month = max(1, min(9998, index // 12)), index % 12 + 1
    end = calendar.month_end(year, month) or day
    return end.replace(day=min(day.day, end.day))


def counted(words: str) -> int:
    """Read how many units of time are told, 300 at the most."""
    return _COUNTS.get(words.lower()) or min(whole_number(words), 300)


def days_of_month(month: int, first: int, last: int, year: int) -> Range:
    """Give the days of a month from one to another, no period where there are no such days."""
    low, high = calendar.day(year, month, first), calendar.day(year, month, last)
    return (low, high) if low and high else NO_PERIOD


def first_monday(year: int) -> date:
    """Give the Monday of the first ISO week."""
    return date.fromisocalendar(year, 1, 1)


def decade_from(first: int) -> Range:
    """Give the ten years that begin with one."""
    return calendar.months(first, 1, 12)[0], calendar.month_end(first + 9, 12)
