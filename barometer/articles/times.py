"""Publish times as sites print them: the absolute forms, with their precision and zone.

Own patterns come first, for dateparser costs a millisecond a call; it is asked, once per text, for what they leave.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

import re2

from barometer.articles.clock_words import Clock, clock_after, clock_before, months, plain_text, zone_in
from barometer.articles.relative_times import relative_time
from barometer.model import Precision

_EARLIEST = 1990  # the web's first years; epoch zeros and placeholders lie before
_MOST_CHARACTERS = 400
_COUNTERS = re2.compile(
    r"(?:浏览|访问|阅读|点击|查看)(?:次数|人数|量|数)?\s*[:：]?\s*\d+|ICP备\s*\d+\s*号|电话\s*[:：]?\s*[\d-]+"
)
_RANGE = re2.compile(r"\d{1,2}日?\s*(?:至|到|~|～)\s*\d")
_PUBLISHED = re2.compile(
    r"(?i)(?:发布时间|发布日期|发表时间|发稿时间|publish(?:ed)?(?: time| date| on)?|posted(?: on)?)\s*[】\]]?\s*[:：]?"
)

_YMD = re2.compile(r"(?:^|\D)((\d{4})\s?[-/.年 ]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?)(?:\D|$)")
_MONTH_FIRST = re2.compile(
    r"(?i)(?:^|[^a-z])((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s?(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))(?:\D|$)"
)
_DAY_FIRST = re2.compile(
    r"(?i)(?:^|[^\d:])((\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[\s-]+(\d{4}|\d{2}))(?:\D|$)"
)
_ASCTIME = re2.compile(
    r"(?i)((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?(?:\s+(?:[+-]\d{4}|[A-Z]{3,4}))?)\s+(\d{4}))(?:\D|$)"
)
_SHORT = re2.compile(r"(?:^|\D)((\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2}))(?:\D|$)")
_MONTH_DAY = re2.compile(r"(?:^|\D)((\d{1,2})\s?月\s?(\d{1,2})\s?日)")
_BARE_MONTH_DAY = re2.compile(r"^\D?((\d{1,2})[-/](\d{1,2}))(?:\s+\d{1,2}:\d{2}|\D?$)")
_BARE_DAY = re2.compile(r"^((\d{1,2})日)\s?\d{1,2}:\d{2}")
_COMPACT = re2.compile(r"^\D{0,3}(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?\D{0,3}$")
_YEAR_AND_DAY = re2.compile(r"^[^()（）]*\b\d{1,2}\b[^()（）]*\b(?:19|20)\d\d\b[^()（）]*$")
_EPOCH = re2.compile(r"^(\d{10}|\d{13}|\d{16})(?:\.\d+)?$")
_ORDINAL = re2.compile(r"^(\d{4})-(\d{3})$")
_WEEK = re2.compile(r"^(\d{4})-W(\d{2})-(\d)$")
_MONTH_ONLY = re2.compile(r"^(\d{4})(?:[-/.](\d{1,2})|\s?年(?:\s?(\d{1,2})\s?月)?)?$")
_URL_DATES = tuple(
    re2.compile(pattern)
    for pattern in (
        r"/((?:19|20)\d{2})[-/_](\d{1,2})[-/_](\d{1,2})(?:[/_.-]|$)",
        r"/((?:19|20)\d{2})[-/]?(\d{2})/?(\d{2})(?:[/_.]|$)",
        r"[/_]t((?:19|20)\d{2})(\d{2})(\d{2})[/_.]",
    )
)
_URL_MONTH = re2.compile(r"/((?:19|20)\d{2})[-/]?(\d{2})/")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time with its zone, as finely as the text told it."""

    when: datetime
    precision: Precision


@dataclass(frozen=True, slots=True)
class _Day:
    """A date found in a text, where it stands, and the clock text that stands inside it."""

    day: date
    start: int
    end: int
    inner: str = ""


def parse_time(text: str, now: datetime, zone: str, order: str = "YMD") -> Moment | None:
    """Read the publish time in a text: the first after a "published" label, else the first of all.

    Times without a zone are taken in `zone` (an IANA name). `order` decides dates such as 03/04/2026, which are None
    with YMD. None, too, for what is no date, for ranges, and for times more than a day after `now`.
    """
    plain = plain_text(text[: 4 * _MOST_CHARACTERS])[:_MOST_CHARACTERS]
    plain = _COUNTERS.sub(" ", plain).strip()
    if not plain or _RANGE.search(plain):
        return None
    local = now.astimezone(ZoneInfo(zone))
    label = _PUBLISHED.search(plain)
    for candidate in (plain[label.end() :].strip(), plain) if label else (plain,):
        moment = _read(candidate, local, zone, order)
        if moment is not None:
            return moment if _plausible(moment, now) else None
    return None


def date_in_url(url: str, now: datetime, zone: str) -> Moment | None:
    """Read the date, or at least the month, in a URL's path: the last resort for a page that tells none."""
    for match in filter(None, (pattern.search(url) for pattern in _URL_DATES)):
        moment = _at(_date(*match.groups()), None, zone)
        if moment and _plausible(moment, now):
            return moment
    found = _URL_MONTH.search(url)
    day = _date(found.group(1), found.group(2), "1") if found else None
    moment = Moment(datetime(day.year, day.month, 1, tzinfo=ZoneInfo(zone)), Precision.MONTH) if day else None
    return moment if moment and _plausible(moment, now) else None


def _read(text: str, now: datetime, zone: str, order: str) -> Moment | None:
    return (
        _whole(text, zone)
        or _absolute(text, now, zone, order)
        or relative_moment(text, now)
        or _yearless(text, now, zone)
        or _by_dateparser(text, now, zone)
    )


def relative_moment(text: str, now: datetime) -> Moment | None:
    """Read "5 minutes ago", "昨天 23:58" and their like, computed exactly from `now`."""
    found = relative_time(text, now)
    return Moment(*found) if found else None


def _whole(text: str, zone: str) -> Moment | None:
    """Read the forms that must be the whole text: epochs, digits without separators, ISO ordinals, months, years."""
    if found := _EPOCH.search(text):
        digits = found.group(1)
        seconds = int(digits) / 10 ** (len(digits) - 10)
        return Moment(datetime.fromtimestamp(int(seconds), ZoneInfo(zone)), Precision.SECOND)
    if found := _COMPACT.search(text):
        year, month, day, hour, minute, second, zulu = found.groups()
        clock = Clock.of(hour, minute, second) if hour else None
        return _at(_date(year, month, day), clock, "UTC" if zulu else zone) if clock or not hour else None
    if found := _ORDINAL.search(text):
        return _at(_from_format(found.group(0), "%Y-%j"), None, zone)
    if found := _WEEK.search(text):
        return _at(_from_format(found.group(0), "%G-W%V-%u"), None, zone)
    if found := _MONTH_ONLY.search(text):
        month = found.group(2) or found.group(3)
        day = _date(found.group(1), month or "1", "1")
        precision = Precision.MONTH if month else Precision.YEAR
        return Moment(datetime(day.year, day.month, 1, tzinfo=ZoneInfo(zone)), precision) if day else None
    return None


def _absolute(text: str, now: datetime, zone: str, order: str) -> Moment | None:
    """Read the date that stands first in the text, and the clock beside it."""
    found = min(_days(text, now, order), key=lambda item: (item.start, -item.end), default=None)
    return _with_clock(text, found, zone) if found else None


def _days(text: str, now: datetime, order: str) -> Iterator[_Day]:
    for match in _YMD.finditer(text):
        if day := _date(*match.group(2, 3, 4)):
            yield _Day(day, *match.span(1))
            break
    for match in _MONTH_FIRST.finditer(text):
        if day := _date(match.group(4), months(match.group(2)), match.group(3)):
            yield _Day(day, *match.span(1))
            break
    for match in _DAY_FIRST.finditer(text):
        if day := _date(_century(match.group(4)), months(match.group(3)), match.group(2)):
            yield _Day(day, *match.span(1))
            break
    if (match := _ASCTIME.search(text)) and (day := _date(match.group(5), months(match.group(2)), match.group(3))):
        yield _Day(day, match.start(1), match.end(1), match.group(4))
    if (match := _SHORT.search(text)) and (day := _only_reading(match.group(2, 4, 5), now, order)):
        yield _Day(day, *match.span(1))


def _only_reading(numbers: tuple[str, str, str], now: datetime, order: str) -> date | None:
    """Read three numbers as a date when one reading only is possible and past, or the source's order decides."""
    first, second, third = numbers
    readings = {"DMY": _date(_century(third), second, first), "MDY": _date(_century(third), first, second)}
    if len(third) == 2:
        readings["YMD"] = _date(_century(first), second, third)
    latest = now.date() + timedelta(days=1)
    possible = {name: day for name, day in readings.items() if day and day <= latest and day.year >= _EARLIEST}
    if order in possible and order != "YMD":
        return possible[order]
    return next(iter(possible.values())) if len(set(possible.values())) == 1 else None


def _yearless(text: str, now: datetime, zone: str) -> Moment | None:
    """Read a month and day, or a day, as the latest such date that is not more than a day ahead."""
    if _YMD.search(text):
        return None
    found = _MONTH_DAY.search(text) or _BARE_MONTH_DAY.search(text)
    if found:
        choices = [_date(str(year), found.group(2), found.group(3)) for year in range(now.year + 1, now.year - 5, -1)]
    elif found := _BARE_DAY.search(text):
        ends = [now.replace(day=1) + timedelta(days=32), now, now.replace(day=1) - timedelta(days=1)]
        choices = [_date(str(end.year), str(end.month), found.group(2)) for end in ends]
    else:
        return None
    latest = now.date() + timedelta(days=1)
    day = next((choice for choice in choices if choice and choice <= latest), None)
    return _with_clock(text, _Day(day, *found.span(1)), zone) if day else None


def _with_clock(text: str, found: _Day, zone: str) -> Moment | None:
    after = found.inner or text[found.end :]
    clock, rest = clock_after(after)
    if clock is None and not found.inner:
        clock, rest = clock_before(text[: found.start]), after
    if clock is None:
        return _at(found.day, None, zone)
    if not clock.possible:
        return None
    # The asctime form without a zone is UTC by the rules of HTTP (RFC 9110, 5.6.7).
    return _at(found.day, clock, zone_in(rest, "UTC" if found.inner else zone))


def _at(day: date | None, clock: Clock | None, zone: str | tzinfo) -> Moment | None:
    """Put date, clock and zone together; a zone that the text tells is kept."""
    if day is None:
        return None
    tz = ZoneInfo(zone) if isinstance(zone, str) else zone
    midnight = datetime(day.year, day.month, day.day, tzinfo=tz)
    if clock is None:
        return Moment(midnight, Precision.DAY)
    when = midnight + timedelta(days=1) if clock.hour == 24 else midnight.replace(hour=clock.hour, minute=clock.minute)
    when = when.replace(second=min(clock.second or 0, 59))
    return Moment(when, clock.precision)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _from_format(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).replace(tzinfo=UTC).date()
    except ValueError:
        return None


def _plausible(moment: Moment, now: datetime) -> bool:
    return moment.when.year >= _EARLIEST and moment.when <= now + timedelta(days=1)


def _by_dateparser(text: str, now: datetime, zone: str) -> Moment | None:
    """Ask dateparser for a short text that tells a year and a day at least and is of no form that was refused above."""
    if len(text) > 40 or not _YEAR_AND_DAY.search(text) or _YMD.search(text) or _SHORT.search(text):
        return None
    when = _dateparser(text, now.replace(tzinfo=None, minute=0, second=0, microsecond=0), zone)
    if when is None:
        return None
    local = when if when.tzinfo else when.replace(tzinfo=ZoneInfo(zone))
    return Moment(local, Precision.MINUTE if ":" in text else Precision.DAY)


@lru_cache(maxsize=1000)
def _dateparser(text: str, now: datetime, zone: str) -> datetime | None:
    import dateparser  # noqa: PLC0415 - .05 s, and our own patterns leave little to it

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "RELATIVE_BASE": now,
        "TIMEZONE": zone,
        "PARSERS": ["absolute-time"],
    }
    try:
        when: datetime | None = dateparser.parse(text, languages=["zh", "en"], settings=settings)
    except (ValueError, OverflowError, TypeError, RecursionError):
        return None
    else:
        return when
