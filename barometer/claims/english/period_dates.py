"""The days that the parts of an English time expression stand for, seen from the publish date."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from barometer.claims.english.months import MONTHS
from barometer.claims.text.expressions import Piece
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: number for number, name in enumerate(_DAYS.split())}
_COUNTED = "one two three four five six seven eight nine ten eleven twelve"
_COUNTS = {word: number for number, word in enumerate(_COUNTED.split(), start=1)}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PLANS = {"13th": 13, "14th": 14, "15th": 15, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "12th": 12}


@dataclass(frozen=True, slots=True)
class Found:
    """One match, whose groups are read as words in lower case."""

    match: Piece
    seen: date | None

    def __getitem__(self, name: str) -> str:
        return self.match.group(name).lower()

    @property
    def lead(self) -> str:
        """The words that lead to the time: since, as of."""
        words = self["lead"].split()
        return "since" if words[:1] == ["since"] else " ".join(words)

    @property
    def year(self) -> int | None:
        """The year that is named."""
        return _year_of(self["year"], self.seen)

    def year_for(self, month: int) -> int | None:
        """Give the year of a month named without one: the latest, or the next for a plan."""
        if self["year"]:
            return self.year
        if self.seen is None:
            return None
        if self["rel"].strip() == "next":
            return calendar.coming_year_of(month, self.seen)
        return calendar.past_year_of(month, self.seen) - (self["rel"].strip() == "last" and month == self.seen.month)

    def year_for_day(self, month: int, number: int) -> int | None:
        """Give the year of a day named without one: the latest, or the one that comes soon."""
        if self["year"] or self.seen is None:
            return self.year
        return calendar.nearest_year_of(month, number, self.seen)


def _year_of(words: str, seen: date | None) -> int | None:
    words = words.lower().strip()
    if words[-4:].isdigit():
        return int(words[-4:])
    if seen is None or not words:
        return None
    return seen.year + {"last year": -1, "the previous year": -1, "next year": 1}.get(words, 0)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)


def _first_months(found: Found) -> Range:
    count = _number(found["count"])
    year = found.year or (found.seen.year - (count > found.seen.month) if found.seen else None)
    return calendar.months(year, 1, count) if year else NO_PERIOD


def _first_days(found: Found) -> Range:
    """Give the days of "the first ten days of May", "the first three weeks of June"."""
    month = MONTHS[found["fdm"].rstrip(".")]
    year, count = found.year_for(month), _number(found["days"]) or {"fifteen": 15, "twenty": 20}.get(found["days"], 0)
    count *= 7 if found["fdu"].lower() == "weeks" else 1
    if year is None or not 1 <= count <= _SHORTEST_MONTH:
        return NO_PERIOD
    first, last = calendar.months(year, month, month)
    if first is None or last is None:
        return NO_PERIOD
    if found["fd"] == "first":
        return first, first + timedelta(days=count - 1)
    return last - timedelta(days=count - 1), last


_SHORTEST_MONTH = 28


def _half_of_month(found: Found) -> Range:
    """Give the days of "the first half of October"; a week of a month has none."""
    words = found["weekof"].split()
    if "half" not in words or words[0] not in {"first", "second"}:
        return NO_PERIOD
    number = MONTHS[words[-1].rstrip(".")]
    year = found.year_for(number)
    first, last = calendar.months(year, number, number) if year else NO_PERIOD
    if first is None or last is None:
        return NO_PERIOD
    middle = first.replace(day=_MIDDLE)
    return (first, middle) if words[0] == "first" else (middle + timedelta(days=1), last)


_MIDDLE = 15


def _n_months(found: Found) -> Range:
    """Give the months of "the ten-month figures": the latest such stretch from January on that has ended."""
    count = _number(found["nm"])
    if found.seen is None or not 1 <= count <= 12:
        return NO_PERIOD
    return calendar.months(found.year or found.seen.year - (count >= found.seen.month), 1, count)


def _span(found: Found) -> Range:
    first, last = MONTHS[found["m1"].rstrip(".")], MONTHS[found["m2"].rstrip(".")]
    year = found.year_for(last)
    return calendar.months(year - (first > last), first, last) if year else NO_PERIOD


def _months_to(found: Found) -> Range:
    last = MONTHS[found["mtm"].rstrip(".")]
    year, count = found.year_for(last), _number(found["mt"])
    return _back_from(year, last, count)


def _year_to(found: Found) -> Range:
    """Give the twelve months of "the year to March"."""
    last = MONTHS[found["ytm"].rstrip(".")]
    return _back_from(found.year_for(last), last, 12)


def _quarter_to(found: Found) -> Range:
    """Give the months of "the quarter to March 31", "the half-year ended September"."""
    last = MONTHS[found["qtm"].rstrip(".")]
    return _back_from(found.year_for(last), last, 3 if "quarter" in {found["qt"], found["qte"]} else 6)


def _back_from(year: int | None, last: int, count: int) -> Range:
    if year is None or not 1 <= count <= 12:
        return NO_PERIOD
    first = last - count + 1
    return calendar.months(year if first > 0 else year - 1, first if first > 0 else first + 12, last)


def _quarter(found: Found) -> Range:
    number = int(found["qn"]) if found["qn"] else _NTH[found["q"]]
    year = found.year
    if year is None and found.seen and not found["year"]:
        year = calendar.past_year_of(3 * number - 2, found.seen)
    return calendar.quarter(year, number) if year else NO_PERIOD


def _quarters(found: Found) -> Range:
    year = found.year or (found.seen.year if found.seen else None)
    return calendar.quarter(year, 1, _number(found["nq"] or found["nqn"])) if year else NO_PERIOD


def _half(found: Found) -> Range:
    number = int(found["hn"]) if found["hn"] else 1 if found["h"] == "first" else 2
    year = found.year
    if year is None and found.seen:
        year = calendar.past_year_of(6 * number - 5, found.seen)
    return calendar.half(year, number) if year else NO_PERIOD


def _plan(found: Found) -> Range:
    word = found["pn"]
    return calendar.five_year_plan(_PLANS.get(word) or int(word[:2]))


def _years(found: Found) -> Range:
    begun = int(found["y1"])
    ended = int(found["y2"] or found["y1"][:2] + found["y2short"])
    first, last = calendar.year_range(begun), calendar.year_range(ended)
    return (first[0], last[1]) if begun < ended else first


def _date(found: Found) -> Range:
    month = MONTHS[found["dm"].rstrip(".")]
    year = found.year_for_day(month, int(found["d1"]))
    if year is None:
        return NO_PERIOD
    first = calendar.day(year, month, int(found["d1"]))
    last_month = MONTHS[found["dm2"].rstrip(".")] if found["dm2"] else month
    last = calendar.day(year, last_month, int(found["d2"])) if found["d2"] else first
    return (first, last) if first and last else NO_PERIOD


def _dashed(found: Found) -> Range:
    """Give the day of "16-Jul-2025"."""
    only = calendar.day(int(found["daye"]), MONTHS[found["dam"].rstrip(".")], int(found["dad"]))
    return (only, only)


def _week_to(found: Found) -> Range:
    """Give the seven days of "the week to Nov 12"."""
    month = MONTHS[found["wtm"].rstrip(".")]
    year = found.year_for_day(month, int(found["wtd"]))
    last = calendar.day(year, month, int(found["wtd"])) if year else None
    return (last - timedelta(days=6), last) if last is not None else NO_PERIOD


def _iso(found: Found) -> Range:
    """Give the day of "2023-08-09" (ISO 8601)."""
    only = calendar.day(*map(int, found["iso"].split("-")))
    return (only, only)


def _date_first(found: Found) -> Range:
    """Give "16 November", "10-16 November", "28 October-3 November"."""
    month = MONTHS[found["dxm"].rstrip(".")]
    year = found.year_for_day(month, int(found["dx"]))
    last = calendar.day(year, month, int(found["dx"])) if year else None
    if last is None or year is None or not found["dx0"]:
        return (last, last)
    begun = MONTHS[found["dxm0"].rstrip(".")] if found["dxm0"] else month
    first = calendar.day(year - (begun > month), begun, int(found["dx0"]))
    return (first, last) if first is not None and first < last else (last, last)


def _month(found: Found) -> Range:
    month = MONTHS[found["m"].rstrip(".")]
    year = found.year_for(month)
    return calendar.months(year, month, month) if year else NO_PERIOD


def _relative(found: Found) -> Range:
    seen, back = found.seen, {"last": 1, "previous": 1, "next": -1}.get(found["rm"], 0)
    if seen is None:
        return NO_PERIOD
    if found["ru"] == "month":
        return calendar.month_before(seen, back)
    if found["ru"] == "quarter":
        return calendar.quarter_before(seen, back)
    return calendar.year_range(seen.year - back) if found["ru"] == "fiscal year" else NO_PERIOD


def _so_far(found: Found) -> Range:
    return (date(found.seen.year, 1, 1), found.seen) if found.seen else NO_PERIOD


def _weekday(found: Found) -> Range:
    if found.seen is None:
        return NO_PERIOD
    moment = calendar.weekday_before(WEEKDAYS[found["weekday"].split()[-1]], found.seen)
    return (moment, moment)


def _yesterday(found: Found) -> Range:
    return (found.seen - timedelta(days=1),) * 2 if found.seen else NO_PERIOD


def _bare(found: Found) -> Range:
    year = _year_of(found["bare"].removeprefix("fiscal "), found.seen)
    return calendar.year_range(year) if year else NO_PERIOD


def _years_ago(found: Found) -> Range:
    return calendar.year_range(found.seen.year - _number(found["ago"])) if found.seen else NO_PERIOD


def _nothing(_found: Found) -> Range:
    return NO_PERIOD


READERS: dict[str, Callable[[Found], Range]] = {
    "nmonths": _n_months, "firstmonths": _first_months, "firstdays": _first_days, "monthsto": _months_to,
    "yearto": _year_to, "quarterto": _quarter_to, "weekof": _half_of_month, "weekto": _week_to,
    "festival": _nothing, "span": _span, "quarter": _quarter, "quarters": _quarters, "half": _half, "plan": _plan,
    "years": _years, "iso": _iso, "dashed": _dashed, "date": _date, "datex": _date_first,
    "month": _month, "relmonth": _relative, "now": _so_far,
    "weekday": _weekday, "yesterday": _yesterday, "day": _nothing, "today": _nothing, "these": _nothing,
    "bare": _bare, "weeks": _nothing, "later": _nothing, "nextyear": _nothing, "yearsago": _years_ago,
}  # fmt: skip
