"""The days of a fair that an English text tells apart from its figures: "Held from November 7 to 10"."""

from dataclasses import replace

from barometer.claims.language import is_chinese
from barometer.claims.scanning import pattern
from barometer.claims.values import PeriodMark, PeriodRole, Reading

_EVENT = pattern(
    r"\b(?:fair|expo|exhibition|show|event|festival|carnival)\b[^.;]{0,60}$"
    r"|^[\s\"“]*(?:held|running|taking place)\b[^.;]{0,40}$"
)
_CLOSED = pattern(
    r"\b(?:closed|ended|ends|concluded|concludes|wrapped up|wound up|drew to a close|came to (?:an end|a close)|opened"
    r"|opens|kicked off)\b[^.;]{0,60}$"
)
_NEXT = pattern(r"\bnext (?:edition|fair|expo|show|year)\b")
_NEAR = 8
"""Sentences at the head of a text within which a fair's days are told."""
_LONGEST = 20


def with_fair_days(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the day on which a fair opened or closed widened to all its days."""
    near = [reading for reading in readings if not is_chinese(reading.text)][:_NEAR]
    days = next((mark for reading in near for mark in reading.periods if _is_of_event(reading, mark)), None)
    if days is None:
        return readings
    return [_widened(reading, days) if reading in near else reading for reading in readings]


def _is_of_event(reading: Reading, mark: PeriodMark) -> bool:
    if mark.first is None or mark.last is None or mark.role is not PeriodRole.CURRENT:
        return False
    few = 0 < (mark.last - mark.first).days <= _LONGEST
    return few and _EVENT.search(reading.text[: mark.start]) is not None and not _NEXT.found_in(reading.text)


def _widened(reading: Reading, days: PeriodMark) -> Reading:
    marks = tuple(
        mark._replace(first=days.first, last=days.last, role=PeriodRole.CURRENT, yearless=False)
        if mark.first is not None
        and mark.first == mark.last
        and mark.first in {days.first, days.last}
        and _CLOSED.search(reading.text[: mark.start])
        else mark
        for mark in reading.periods
    )
    return reading if marks == reading.periods else replace(reading, periods=marks)
