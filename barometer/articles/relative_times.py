"""Times told from now: "5 minutes ago", "昨天 23:58", "上周五"."""

from datetime import datetime, timedelta

import re2

from barometer.articles.clock_words import Clock, clock_after, han_number
from barometer.model import Precision

_HAN_AGO = re2.compile(
    r"^(\d{1,4}|[一二两三四五六七八九十]{1,3}|半)\s?个?\s?(秒钟?|分钟|小时|钟头|天|日|周|星期|月|年)\s?[之以]?前"
)
_AGO = re2.compile(
    r"(?i)^(\d{1,4}|an?|one)\s?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)(?:\s+ago$|\s+ago\b|$)"
)
_DAY = re2.compile(r"(?i)^(今天|今日|昨天|昨日|前天|today|yesterday)")
_HAN_WEEKDAY = re2.compile(r"^(上)?(?:星期|周|礼拜)([一二三四五六日天])")
_WEEKDAY = re2.compile(r"(?i)^(?:last\s+)?(mon|tue|wed|thu|fri|sat|sun)[a-z]*$")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NOW = re2.compile(r"(?i)^(?:刚刚|just now)$")
_BACK = {"今天": 0, "今日": 0, "today": 0, "昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2}
_UNITS: dict[str, tuple[timedelta, Precision]] = {
    "s": (timedelta(seconds=1), Precision.SECOND),
    "min": (timedelta(minutes=1), Precision.MINUTE),
    "h": (timedelta(hours=1), Precision.HOUR),
    "d": (timedelta(days=1), Precision.DAY),
    "w": (timedelta(weeks=1), Precision.DAY),
}
_UNIT_OF = {
    "秒": "s", "秒钟": "s", "分钟": "min", "小时": "h", "钟头": "h", "天": "d", "日": "d", "周": "w", "星期": "w",
    "月": "month", "年": "year",
}  # fmt: skip


def relative_time(text: str, now: datetime) -> tuple[datetime, Precision] | None:
    """Read a time told from `now` (which carries the zone); None when the text is none."""
    if _NOW.search(text):
        return now, Precision.MINUTE
    if found := _HAN_AGO.search(text):
        return _ago(found.group(1), _UNIT_OF[found.group(2)], now)
    if found := _AGO.search(text):
        return _ago(found.group(1), _english_unit(found.group(2).lower()), now)
    return _named_day(text, now)


def _named_day(text: str, now: datetime) -> tuple[datetime, Precision] | None:
    if found := _DAY.search(text):
        back = _BACK[found.group(1).lower()]
    elif found := _HAN_WEEKDAY.search(text):
        day = "一二三四五六日".find(found.group(2).replace("天", "日"))
        back = now.weekday() + 7 - day if found.group(1) else (now.weekday() - day) % 7
    elif found := _WEEKDAY.search(text):
        back = (now.weekday() - _WEEKDAYS.index(found.group(1).lower())) % 7 or 7
    else:
        return None
    return _day_with_clock(now - timedelta(days=back), text[found.end() :])


def _english_unit(word: str) -> str:
    if word.startswith("mo"):
        return "month"
    return {"s": "s", "m": "min", "h": "h", "d": "d", "w": "w", "y": "year"}[word[0]]


def _ago(amount: str, unit: str, now: datetime) -> tuple[datetime, Precision]:
    if unit in {"month", "year"}:
        count = 1 if amount == "半" else _count(amount)
        total = (6 if amount == "半" and unit == "year" else count) if unit == "month" or amount == "半" else 12 * count
        year, month = divmod(now.year * 12 + now.month - 1 - total, 12)
        return now.replace(year=max(year, 1), month=month + 1, day=min(now.day, 28)), Precision.MONTH
    step, precision = _UNITS[unit]
    if amount == "半":
        return now - step / 2, precision
    when = now - step * _count(amount)
    return (_midnight(when) if precision is Precision.DAY else when), precision


def _count(amount: str) -> int:
    return 1 if amount.lower() in {"a", "an", "one"} else han_number(amount)


def _day_with_clock(day: datetime, rest: str) -> tuple[datetime, Precision] | None:
    clock: Clock | None = clock_after(rest)[0]
    if clock is None:
        return _midnight(day), Precision.DAY
    if not clock.possible or clock.hour == 24:
        return None
    second = min(clock.second or 0, 59)
    return day.replace(hour=clock.hour, minute=clock.minute, second=second, microsecond=0), clock.precision


def _midnight(day: datetime) -> datetime:
    return day.replace(hour=0, minute=0, second=0, microsecond=0)
