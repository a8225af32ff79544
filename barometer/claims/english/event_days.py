"""The days of a fair that an English text tells apart from its figures: "Held from November 7 to 10"."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

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
    readings = [_from_first_to_last(reading, at) for at, reading in enumerate(readings)]
    near = [reading for reading in readings if not is_chinese(reading.text)][:_NEAR]
    days = next((mark for reading in near for mark in reading.periods if _is_of_event(reading, mark)), None)
    if days is None:
        return readings
    return [_widened(reading, days) if reading in near else reading for reading in readings]


_OPENS = pattern(
    r"\b(?:fair|expo|exhibition|show|event|festival|carnival|conference|forum)\b[^.;]{0,80}"
    r"\b(?:opens?|opened|kicks? off|kicked off|begins?|began|starts?|started)\b[^.;]{0,60}$"
)
_RUNS = pattern(
    r"^[^.;]{0,24}\b(?:runs?|running|ran|lasts?|lasting|continues?|continuing)(?: [a-z]+)? "
    r"(?:(?:through|until|till|to) (?:the )?)?$"
    r"|^[^.;]{0,24}\b(?:and|to|before|until it) (?:closes?|ends?|closing|ending|concludes?|wraps? up) (?:on )?$"
)


def _from_first_to_last(reading: Reading, at: int) -> Reading:
    """Give a reading with all days of a fair for the first and the last: "opens on Saturday and runs through May 9"."""
    if at >= _NEAR or len(reading.periods) < _ENDS or is_chinese(reading.text):
        return reading
    marks = list(reading.periods)
    for index, (opening, closing) in enumerate(pairwise(marks)):
        first, last = opening.first, closing.last
        if first is not None and last is not None and reading.text[opening.start : opening.end].endswith("day"):
            first += timedelta(weeks=max(0, (last - first).days // 7))  # the weekday before the last day
        if first is None or last is None or opening.first != opening.last or not 0 < (last - first).days <= _LONGEST:
            continue
        runs = _RUNS.match(reading.text[opening.end : closing.start] + _lead(reading.text, closing))
        if runs is not None and _OPENS.search(reading.text[: opening.start]):
            for place in (index, index + 1):
                marks[place] = marks[place]._replace(first=first, last=last, role=PeriodRole.CURRENT, yearless=False)
    return replace(reading, periods=tuple(marks))


def _lead(text: str, mark: PeriodMark) -> str:
    """Give the word that leads a time in, which is part of its mark: "through Sept 28"."""
    word = text[mark.start : mark.end].split(" ", 1)[0].lower()
    return word + " " if word in {"through", "until", "till", "to", "on"} else ""


_ENDS = 2


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
