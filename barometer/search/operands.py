"""What stands behind a field's colon: dates, periods and amounts as people type them.

Each function takes the text and gives its value, or raises ValueError with what would be right.
Days begin at midnight in Shanghai, where most of what is read here is published.
"""

import calendar
import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from barometer.search.tree import Period, Value

ZONE = "Asia/Shanghai"

_DAY = re.compile(r"(\d{4})(?:[-/年](\d{1,2})(?:[-/月](\d{1,2})日?|月)?|年)?", re.ASCII)
_PART = re.compile(r"(\d{4})年?-?(?:([HhQq])([1-4])|(上半年|下半年|[一二三四]季度))", re.ASCII)
_NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)(万亿|万|亿|k|m|bn|b|t|%)?", re.ASCII)
_SCALES = {"万": 4, "亿": 8, "万亿": 12, "k": 3, "m": 6, "b": 9, "bn": 9, "t": 12, "%": 0}
_SPOKEN = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
}
# What a Chinese keyboard writes for the signs and digits of ASCII: １２．５％, 2024．．2025.
_NARROW = {0xFF01 + each: 0x21 + each for each in range(94)} | {0x3000: " ", 0x2212: "-"}


def read_moment(text: str) -> datetime:
    """The midnight in Shanghai with which a day, month or year begins: 2025-06-01, 2025-06, 2025."""
    first, _ = read_days(text)
    return datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(ZONE))


def local_day(moment: datetime) -> date:
    """The day in Shanghai on which a moment lies."""
    try:
        return moment.astimezone(ZoneInfo(ZONE)).date()
    except OverflowError:
        return moment.date()


def read_days(text: str) -> tuple[date, date]:
    """First and last day of a day, month, quarter, half or year: 2025-06-01, 2025-06, 2025Q2, 2025H1, 2025."""
    narrow = text.translate(_NARROW).strip()
    part = _PART.fullmatch(narrow)
    day = _DAY.fullmatch(narrow)
    try:
        if part:
            return _months(int(part[1]), *_part_months(part))
        if day and day[3]:
            only = date(int(day[1]), int(day[2]), int(day[3]))
            return only, only
        if day and day[2]:
            return _months(int(day[1]), int(day[2]), int(day[2]))
        if day:
            return _months(int(day[1]), 1, 12)
    except ValueError:
        pass
    raise ValueError("write 2025, 2025-06, 2025-06-30, 2025Q2 or 2025H1")


def _part_months(part: re.Match[str]) -> tuple[int, int]:
    if part[4]:
        return _SPOKEN[part[4]]
    size = 6 if part[2] in "Hh" else 3
    last = int(part[3]) * size
    return last - size + 1, last


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def read_period(text: str) -> Period:
    """A period, or everything from one to another: 2025H1, 2024..2025-06."""
    low, dots, high = text.translate(_NARROW).partition("..")
    start, end = read_days(low)
    if dots:
        end = read_days(high)[1]
    if start > end:
        raise ValueError("it ends before it starts: write the earlier one first")
    return Period(start, end)


def read_value(text: str) -> Value:
    """Bounds of a value: >5e9, >=50亿, <3.5, 10..20, or one number that is meant exactly."""
    text = text.translate(_NARROW).replace("≥", ">=").replace("≤", "<=")
    for sign in (">=", "<=", ">", "<", "="):
        if text.startswith(sign):
            number = read_number(text[len(sign) :])
            if sign[0] == ">":
                return Value(minimum=number, above=sign == ">")
            if sign[0] == "<":
                return Value(maximum=number, below=sign == "<")
            return Value(minimum=number, maximum=number)
    low, dots, high = text.partition("..")
    if not dots:
        return Value(minimum=read_number(low), maximum=read_number(low))
    value = Value(
        minimum=read_number(low) if low else None,
        maximum=read_number(high) if high else None,
    )
    if value.minimum is None and value.maximum is None:
        raise ValueError("write a bound, e.g. 10..20")
    if value.minimum is not None and value.maximum is not None and value.minimum > value.maximum:
        raise ValueError("the lower bound comes first, e.g. 10..20")
    return value


def read_number(text: str) -> Decimal:
    """A number with an optional scale: 5e9, 1,200.5, 50亿, 3.2bn, 8%."""
    match = _NUMBER.fullmatch(text.translate(_NARROW).strip())
    try:
        if match:
            return Decimal(match[1].replace(",", "")).scaleb(_SCALES.get((match[2] or "").lower(), 0))
    except InvalidOperation:
        pass
    raise ValueError("write a number, e.g. value:>5e9, value:>=50亿, value:10..20")
