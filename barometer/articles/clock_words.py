"""The parts of a printed time that are not the date: digits in every width, hours of the day, zones, month names."""

from dataclasses import dataclass
from datetime import timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import re2

from barometer.model import Precision

_WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord(character): plain
    for characters, plain in (
        ("：∶", ":"),
        ("－‐‑‒–—―", "-"),
        ("／", "/"),
        ("．", "."),
        ("，", ","),
        ("\u200b\ufeff\u200e\u200f\u2060", ""),
    )
    for character in characters
}
_NUMERALS = (
    {"〇": 0, "○": 0, "零": 0} | {name: value + 1 for value, name in enumerate("一二三四五六七八九")} | {"两": 2}
)
_HAN_DATE = re2.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,3})日"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_CLOCK = (
    r"(凌晨|早上|早晨|清晨|早|上午|中午|下午|午后|傍晚|晚上|晚间|夜间|晚)?\s*(\d{1,2})\s?[:时時點点]"
    r"\s?(?:(\d{1,2})(?:\s?[:分]\s?(\d{1,2})(?:[.,]\d+)?秒?|分)?|(半))?\s*([ap]\.?m\b\.?)?"
)
_WEEKDAY = r"(?:[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?"
_AFTER = re2.compile(rf"(?i)^日?[\s,|T·]*{_WEEKDAY}[\s,|]*(?:(?:at|HKT|BJT)\s+)?{_CLOCK}")
_DOTTED = re2.compile(r"(?i)^([\s,|]*(?:at\s+)?\d{1,2})\.(\d{2})(\s?(?:[ap]\.?m|h|hrs|uhr)\b|[\s,|·]*$|\s*[|·,;(（])")
_BEFORE = re2.compile(rf"(?i)(?:^|[^\d:]){_CLOCK}[\s,|]*$")
_OFFSET = re2.compile(r"(?i)^\s*\(?(?:UTC|GMT|Z)?\s*([+-])(\d{1,2}):?(\d{2})?")
_LOST_PLUS = re2.compile(r"^\s(\d{2}):(\d{2})$")
_ABBREVIATION = re2.compile(r"^[\s(（,]*(?:Updated\s+)?([A-Za-z]{1,4}\b|Beijing [Tt]ime|北京时间)")
_HOURS: dict[str, float | str] = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "msk": 3, "gst": 4, "ist": 5.5,
    "bjt": 8, "beijing time": 8, "北京时间": 8, "cst": 8, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "aest": 10,
    "aedt": 11, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "et": "America/New_York", "ct": "America/Chicago", "pt": "America/Los_Angeles",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the day; `minute` and `second` are None when they were not told."""

    hour: int
    told_minute: int | None
    second: int | None

    @property
    def minute(self) -> int:
        """The minute, zero when not told."""
        return self.told_minute or 0

    @property
    def possible(self) -> bool:
        """Whether there is such an hour: 24:00 is the next midnight, second 60 a leap second."""
        return (self.hour < 24 and self.minute < 60 and (self.second or 0) <= 60) or (self.hour, self.minute) == (24, 0)

    @property
    def precision(self) -> Precision:
        """How finely it was told."""
        if self.told_minute is None:
            return Precision.HOUR
        return Precision.MINUTE if self.second is None else Precision.SECOND

    @classmethod
    def of(cls, hour: str, minute: str | None, second: str | None) -> "Clock | None":
        """Make a clock of digits; None when there is no such hour."""
        clock = cls(int(hour), int(minute) if minute else None, int(second) if second else None)
        return clock if clock.possible else None


def plain_text(text: str) -> str:
    """Give the text with ASCII digits and signs, dates in Chinese numerals as digits, and single spaces."""
    narrow = " ".join(text.translate(_WIDE).split())
    return str(_HAN_DATE.sub(_in_digits, narrow)) if "年" in narrow else narrow


def han_number(text: str) -> int:
    """Give the value of a small Chinese numeral (up to 99) or of digits; 0 for none."""
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)
    return _NUMERALS.get(text, 0)


def months(name: str) -> str:
    """Give the number of an English month's name."""
    return str(_MONTHS.index(name[:3].lower()) + 1)


def clock_after(text: str) -> tuple[Clock | None, str]:
    """Read the clock at the beginning of a text that follows a date; give what comes after it too."""
    text = _DOTTED.sub(r"\1:\2\3", text)
    found = _AFTER.search(text)
    if not found:
        return None, text
    return _clock(found.groups()), text[found.end() :]


def clock_before(text: str) -> Clock | None:
    """Read the clock at the end of a text that precedes a date."""
    found = _BEFORE.search(text)
    return _clock(found.groups()) if found else None


def zone_in(text: str, default: str) -> tzinfo:
    """Read the zone at the beginning of a text that follows a clock; the default (IANA name) when there is none."""
    if (found := _OFFSET.search(text)) or (found := _LOST_PLUS.search(text)):
        groups = found.groups()
        sign, hours, minutes = groups if len(groups) == 3 else ("+", *groups)
        if int(hours) <= 14:
            offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
            return timezone(-offset if sign == "-" else offset)
    found = _ABBREVIATION.search(text)
    known = _HOURS.get(found.group(1).lower()) if found else None
    if known is None:
        return ZoneInfo(default)
    return ZoneInfo(known) if isinstance(known, str) else timezone(timedelta(hours=known))


def _in_digits(found: Any) -> str:
    year = "".join(str(_NUMERALS[character]) for character in found.group(1))
    return f"{year}年{han_number(found.group(2))}月{han_number(found.group(3))}日"


def _clock(groups: tuple[str | None, ...]) -> Clock:
    part, hour_text, minute_text, second_text, half, meridiem = groups
    hour = int(hour_text or 0)
    later = part in {"下午", "午后", "傍晚", "晚上", "晚间", "夜间", "晚"} or (meridiem or "").lower().startswith("p")
    earlier = part in {"凌晨", "早上", "早晨", "清晨", "早", "上午"} or (meridiem or "").lower().startswith("a")
    if later and hour < 12:
        hour += 12
    elif earlier and hour == 12:
        hour = 0
    minute = 30 if half else int(minute_text) if minute_text else None
    return Clock(hour, minute, int(second_text) if second_text else None)
