"""The days that the parts of a Chinese time expression stand for, seen from the publish date."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from barometer.claims.chinese.numerals import han_value, whole_number
from barometer.claims.chinese.reported import filed
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range


class Found(dict[str, str]):
    """The parts of a time expression by name, each empty that it has not, and the day from which it is seen."""

    def __init__(self, parts: Mapping[str, str], seen: date | None) -> None:
        super().__init__(parts)
        self.seen = seen

    @property
    def year(self) -> int | None:
        """Give the year that is named."""
        word = self["year"].removesuffix("度").removesuffix("年")
        if word[:2].isdigit():
            return int(word[:4])
        if word.startswith("二〇"):
            value = han_value(word)
            return int(value) if value else None
        if self.seen is None or not word:
            return None
        return self.seen.year + {"去": -1, "前": -2, "明": 1, "上": -1, "上一": -1, "次": 1}.get(word, 0)

    def year_for(self, month: int) -> int | None:
        """Give the year of a month named without one: the latest that has begun."""
        if self["year"]:
            return self.year
        return calendar.past_year_of(month, self.seen) if self.seen else None

    def year_for_day(self, month: int, number: int) -> int | None:
        """Give the year of a day named without one: the latest, or the one that comes soon."""
        if self["year"] or self.seen is None:
            return self.year if self["year"] else None
        return calendar.nearest_year_of(month, number, self.seen)


def _first_months(found: Found) -> Range:
    if not found["year"] and whole_number(found["count"]) == 1:
        return NO_PERIOD  # 头一个月, 开赛前一个月: the first of something that began, or before it
    year = found.year or (found.seen.year if found.seen else None)
    return calendar.months(year, 1, whole_number(found["count"])) if year else NO_PERIOD


def _filing(found: Found) -> Range:
    return filed(found["filing"], found.year if found["year"] else None, found.seen)


def _opening_month(found: Found) -> Range:
    return calendar.months(found.year, 1, 1) if found["year"] and found.year else NO_PERIOD


def _span(found: Found) -> Range:
    first, last = whole_number(found["m1"]), whole_number(found["m2"])
    year = found.year_for(last)
    return calendar.months(year - (first > last), first, last) if year else NO_PERIOD


def _pair(found: Found) -> Range:
    first, last = whole_number(found["p1"]), whole_number(found["p2"])
    year = found.year_for(last)
    return calendar.months(year, first, last) if year else NO_PERIOD


def _two_months(found: Found) -> Range:
    """Give months named as neighbours: 四五月份."""
    first = whole_number(found["twomonths"][:1])
    year = found.year_for(first + 1)
    return calendar.months(year, first, first + 1) if year else NO_PERIOD


def _days(found: Found) -> Range:
    month = whole_number(found["dm"])
    year = found.year_for_day(month, whole_number(found["d1"]))
    if year is None:
        return NO_PERIOD
    first = calendar.day(year, month, whole_number(found["d1"]))
    last = calendar.day(year, whole_number(found["dm2"]) or month, whole_number(found["d2"]))
    return (first, last) if first and last else NO_PERIOD


def _day(found: Found) -> Range:
    month = whole_number(found["ym"])
    year = found.year_for_day(month, whole_number(found["yd"]))
    moment = calendar.day(year, month, whole_number(found["yd"])) if year else None
    return (moment, moment)


def _day_only(found: Found) -> Range:
    """Give the latest day of that number."""
    if found.seen is None:
        return NO_PERIOD
    day = calendar.latest_day(whole_number(found["od"]), found.seen)
    return (day, day)


def _to_report(found: Found) -> Range:
    """Give the time from the year's first day to the end of the last quarter that is over: 年初至报告期末."""
    if found.seen is None:
        return NO_PERIOD
    month = (found.seen.month - 1) // 3 * 3
    return calendar.months(found.seen.year, 1, month) if month else calendar.year_range(found.seen.year - 1)


def _day_span(found: Found) -> Range:
    """Give days of the month in which it is told: 15日至21日."""
    if found.seen is None:
        return NO_PERIOD
    year, month = found.seen.year, found.seen.month
    first, last = (calendar.day(year, month, whole_number(found[name])) for name in ("da", "db"))
    return (first, last) if first is not None and last is not None and first < last else NO_PERIOD


def _month(found: Found) -> Range:
    month = whole_number(found["m"])
    year = found.year_for(month)
    return calendar.months(year, month, month) if year else NO_PERIOD


def _quarters(found: Found) -> Range:
    year = found.year or (found.seen.year if found.seen else None)
    return calendar.quarter(year, 1, whole_number(found["nq"])) if year else NO_PERIOD


_RECENT = 3


def _nearest_year(seen: date | None, last_month: int) -> int | None:
    """Give the year of a quarter or half that ends with a month: last year's only if it ended some months ago."""
    if seen is None:
        return None
    return seen.year - 1 if last_month > 6 and seen.month + 12 - last_month <= _RECENT else seen.year


def _quarter(found: Found) -> Range:
    first = found["q"] == "首" or found["quarter"] == "首季"
    number = 1 if first else whole_number(found["q"] or found["qo"] or found["qn"])
    year = found.year if found["year"] else _nearest_year(found.seen, 3 * number)
    return calendar.quarter(year, number) if year else NO_PERIOD


def _half(found: Found) -> Range:
    number = 1 if found["h"] == "上" else 2
    year = found.year if found["year"] else _nearest_year(found.seen, 6 * number)
    return calendar.half(year, number) if year else NO_PERIOD


def _relative(found: Found) -> Range:
    if found.seen is None:
        return NO_PERIOD
    back = {"上": 1, "上个": 1, "下": -1, "下个": -1}.get(found["rm"], 0)
    return calendar.month_before(found.seen, back) if found["ru"] == "月" else calendar.quarter_before(found.seen, back)


def _plan(found: Found) -> Range:
    return calendar.five_year_plan(whole_number(found["pn"]))


def _years(found: Found) -> Range:
    return (calendar.year_range(int(found["y1"]))[0], calendar.year_range(int(found["y2"]))[1])


def bare(found: Found) -> Range:
    """Give the year of an expression that names nothing else."""
    year = found.year
    return calendar.year_range(year) if year else NO_PERIOD


def _whole_day(found: Found) -> Range:
    if found.seen is None or found["wholeday"] not in _DAYS_AGO:
        return NO_PERIOD
    day = found.seen - timedelta(days=_DAYS_AGO[found["wholeday"]])
    return (day, day)


_DAYS_AGO = {"今日": 0, "今天": 0, "昨日": 1, "昨天": 1, "昨晚": 1, "前天": 2, "前日": 2}


def _weekday(found: Found) -> Range:
    """Give the last such day of the week up to that of publication: 指数周三下跌."""
    if found.seen is None:
        return NO_PERIOD
    day = calendar.weekday_before("一二三四五".index(found["weekday"][1]), found.seen)
    return (day, day)


def _nothing(_found: Found) -> Range:
    return NO_PERIOD


def _two_years(found: Found) -> Range:
    """Give this year with the next or the last: 今明两年."""
    if found.seen is None:
        return NO_PERIOD
    begun = found.seen.year - (found["twoyears"][0] == "去")
    return calendar.year_range(begun)[0], calendar.year_range(begun + 1)[1]


READERS: dict[str, Callable[[Found], Range]] = {
    "filing": _filing, "opening": _opening_month, "firstmonths": _first_months, "span": _span, "days": _days,
    "day": _day, "ytd": _to_report, "dayspan": _day_span, "dayonly": _day_only, "pair": _pair,
    "twomonths": _two_months, "month": _month,
    "quarters": _quarters, "quarter": _quarter, "half": _half, "relmonth": _relative, "plan": _plan, "years": _years,
    "twoyears": _two_years,
    "whole": bare, "close": bare, "fiveyears": _nothing, "wholeday": _whole_day, "weekday": _weekday, "vague": _nothing,
}  # fmt: skip
