"""The days of a fair whose opening and closing a Chinese text tells apart: its figures are of all of them."""

from dataclasses import replace
from datetime import date, timedelta

from barometer.claims.chinese.numerals import whole_number
from barometer.claims.scanning import Words, pattern
from barometer.claims.values import PeriodMark, PeriodRole, Reading

_CLOSES = Words(["闭幕", "落幕", "收官", "闭馆"])
_LASTS = pattern(r"为期(?P<days>[0-9]{1,2}|[二两三四五六七八九十]{1,2})天")
_NEXT = Words(["下届", "下一届"])
_NEAR = 8
"""Sentences at the head of a text within which a fair's days are told."""
_LONGEST = 20


def with_event_days(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the day on which a fair opened or closed widened to all its days."""
    near = [reading for reading in readings if not reading.sentence.title][:_NEAR]
    opened = next((mark for reading in near for mark in reading.periods if _opens(mark)), None)
    if opened is None or opened.first is None:
        return readings
    last = _closing(near, opened.first)
    if last is None:
        return readings
    return [_widened(reading, opened.first, last) if reading in near else reading for reading in readings]


def _opens(mark: PeriodMark) -> bool:
    return mark.role is PeriodRole.WINDOW and mark.first is not None and mark.first == mark.last


def _closing(near: list[Reading], opened: date) -> date | None:
    """Give the last day: the one on which it closed, else as many days on as it lasts."""
    for reading in near:
        if _CLOSES.found_in(reading.text):
            for mark in reading.periods:
                if mark.last is not None and mark.first == mark.last and 0 < (mark.last - opened).days <= _LONGEST:
                    return mark.last
    for reading in near:
        lasts = _LASTS.search(reading.text)
        if lasts is not None:
            return opened + timedelta(days=max(0, whole_number(lasts.group("days")) - 1))
    return None


def _widened(reading: Reading, first: date, last: date) -> Reading:
    if _NEXT.found_in(reading.text):
        return reading
    closes = _CLOSES.found_in(reading.text)
    marks = tuple(
        replace(mark, first=first, last=last, role=PeriodRole.CURRENT, yearless=False)
        if _opens(mark) or (closes and mark.first == mark.last == last)
        else mark
        for mark in reading.periods
    )
    return reading if marks == reading.periods else replace(reading, periods=marks)
