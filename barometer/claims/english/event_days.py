"""The days of a fair that an English text tells apart from its figures: "Held from November 7 to 10"."""

from datetime import timedelta
from itertools import pairwise

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
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
    if all(reading.chinese for reading in readings):
        return readings
    readings = [_from_first_to_last(reading, at) for at, reading in enumerate(readings)]
    near = [reading for reading in readings if not reading.chinese][:_NEAR]
    days = next((mark for reading in near for mark in reading.periods if _is_of_event(reading, mark)), None)
    days = days or _counted_days(near)
    if days is not None:
        readings = [_widened(reading, days) if reading in near else reading for reading in readings]
    return _named_again(readings)


_LONG = pattern(
    r"\b(?P<days>two|three|four|five|six|seven|[2-9])-day (?:[a-z]+ ){0,2}?(?:event|fair|expo|exhibition|show|festival)"
    r"\b"
)
_DAYS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_BEGAN = pattern(r"\b(?:opened|opens|kicked off|began|started|since it opened)\b[^.;,]{0,40}$")


def _counted_days(readings: list[Reading]) -> PeriodMark | None:
    """Give a fair's days by how many there are and its first or last: "The four-day event, which opened on Nov. 1"."""
    long = next((found for reading in readings if (found := _LONG.search(reading.text)) is not None), None)
    if long is None:
        return None
    words = long.group("days").lower()
    more = timedelta(days=(_DAYS.get(words) or int(words)) - 1)
    for reading in readings:
        for mark in reading.periods:
            if mark.first is None or mark.first != mark.last or _CLOSED.search(reading.text[: mark.start]) is None:
                continue
            began = _BEGAN.search(reading.text[: mark.start]) is not None
            first = mark.first if began else mark.first - more
            return replace(mark, first=first, last=first + more, role=PeriodRole.CURRENT, yearless=False)
    return None


def _named_again(readings: list[Reading]) -> list[Reading]:
    """Give the readings with a fair's days for its year and "next week", once it has been told of with its days."""
    days: PeriodMark | None = None
    given = []
    for reading in readings:
        told = [mark for mark in reading.periods if _is_of_event(reading, mark)]
        days = told[-1] if told and not reading.chinese else days
        again = days is not None and not told and bool(reading.periods) and _FAIR.found_in(reading.text)
        given.append(_of_fair(reading, days) if days is not None and again else reading)
    return given


def _of_fair(reading: Reading, days: PeriodMark) -> Reading:
    """Give a reading whose times that only name a fair of known days are those days."""
    text = reading.text
    marks = tuple(
        replace(mark, first=days.first, last=days.last, role=PeriodRole.CURRENT, yearless=False)
        if _names_days(text, mark, days)
        else mark
        for mark in reading.periods
    )
    return reading if marks == reading.periods else replace(reading, periods=marks)


def _names_days(text: str, mark: PeriodMark, days: PeriodMark) -> bool:
    """Say whether a time is the year in a fair's name, or the week or month in which it will be."""
    words = text[mark.start : mark.end].lower()
    if days.first is None or words.endswith(("next week", "next month")):
        return mark.first is None
    if words == "this year":
        held = mark.first is not None and mark.first.year == days.first.year
        return held and _FAIR_OF_THIS_YEAR.match(text[mark.end :]) is not None
    year = words.split(" ")[-1] == str(days.first.year)
    return year and _FAIR_OF_YEAR.match(text[mark.end :]) is not None


_FAIR = pattern(r"\b(?:fair|expo|exhibition|show|event|festival|carnival)\b")
_FAIR_OF_THIS_YEAR = pattern(r"^'s (?:fair|expo|exhibition|show|event|edition)\b")
_FAIR_OF_YEAR = pattern(r"^ (?:(?-i:[A-Z])[\w&'-]+ ){0,6}?(?-i:Fair|Expo|Exhibition|Show|Festival|Carnival)\b")


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
    if at >= _NEAR or len(reading.periods) < _ENDS or reading.chinese:
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
                marks[place] = replace(marks[place], first=first, last=last, role=PeriodRole.CURRENT, yearless=False)
    return replace(reading, periods=tuple(_since_opened(reading.text, marks)))


def _since_opened(text: str, marks: list[PeriodMark]) -> list[PeriodMark]:
    """Give the times with a fair's days for its last and its first: "closed on Tuesday, … since it opened on May 2"."""
    since = next((one for one in marks if one.role is PeriodRole.RUNNING and one.first is not None), None)
    closed = next(
        (one for one in marks if one.first == one.last is not None and _CLOSES.search(text[: one.start])), None
    )
    if since is None or closed is None or since.first is None or closed.last is None:
        return marks
    if not 0 < (closed.last - since.first).days <= _LONGEST:
        return marks
    first, last = since.first, closed.last
    return [
        replace(one, first=first, last=last, role=PeriodRole.CURRENT, yearless=False) if one in (since, closed) else one
        for one in marks
    ]


_CLOSES = pattern(
    r"\b(?:fair|expo|exhibition|show|event|festival|carnival)\b[^.;]{0,80}"
    r"\b(?:closed|ended|concluded|wrapped up|wound up|drew to a close|came to (?:an end|a close))\b[^.;,]{0,24}$"
)


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
        replace(mark, first=days.first, last=days.last, role=PeriodRole.CURRENT, yearless=False)
        if mark.first is not None
        and mark.first == mark.last
        and mark.first in {days.first, days.last}
        and _CLOSED.search(reading.text[: mark.start])
        else mark
        for mark in reading.periods
    )
    return reading if marks == reading.periods else replace(reading, periods=marks)
