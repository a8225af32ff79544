"""The times that a plan names once and then only points back to: "by then", "over the three years", 届时."""

from collections.abc import Iterator
from datetime import date

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Match, pattern
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, PeriodMark, PeriodRole, Reading

_POINTS_BACK = pattern(
    r"\b(?P<end>by (?:then|that time|the same (?:year|date)|(?:the|its) final year|the end of the plan))\b"
    r"|\b(?:over|in|during|across|through) the (?P<years>two|three|four|five|[2-5]|plan) (?:years|period)\b"
)
_BY_THEN = pattern(
    r"(?P<end>届时|到那时|到时候)|(?:^|[，。；])(?P<years>[两三四五])年(?:间|内|安排|累计|共|计划|将|拟|总|培训|培育|建设|新建|新增|引进|改造)"
)
"""What points back to the time that a Chinese plan told before: 届时, 三年安排重大项目28个."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "两": 2, "三": 3, "四": 4, "五": 5}


def with_plan_times(readings: list[Reading]) -> list[Reading]:
    """Give the readings with "by then" and "over the three years" as the times that the text named before."""
    end: date | None = None
    span: tuple[date, date] | None = None
    farthest: tuple[date, date] | None = None
    given = []
    for reading in readings:
        if not reading.periods and end is None:
            given.append(reading)
            continue
        told = farthest if Cue.STATUS in reading.cues else span
        more = [] if end is None and told is None else list(_pointed(reading, end, told))
        given.append(
            replace(reading, periods=tuple(sorted([*reading.periods, *more], key=lambda mark: (mark.start, mark.end))))
            if more
            else reading
        )
        for mark in reading.periods:
            if mark.role is PeriodRole.AS_OF and mark.first is None and mark.last is not None:
                end = mark.last
            elif mark.first is not None and mark.last is not None and mark.last.year > mark.first.year:
                end, span = mark.last, (mark.first, mark.last)
                farthest = span if farthest is None or span[1] > farthest[1] else farthest
    return given


def _pointed(reading: Reading, end: date | None, span: tuple[date, date] | None) -> Iterator[PeriodMark]:
    chinese = reading.chinese
    for match in (_BY_THEN if chinese else _POINTS_BACK).finditer(reading.text):
        found = _meant(match, _named_here(reading, match.start()) or end, span)
        if found is not None and not touching(reading.periods, *match.span()):
            yield found


def _named_here(reading: Reading, before: int) -> date | None:
    """Give the last day up to which something is told earlier in the sentence."""
    marks = [mark for mark in reading.periods if mark.end <= before and mark.role is PeriodRole.AS_OF]
    ends = [mark.last for mark in marks if mark.last is not None]
    return ends[-1] if ends else None


def _meant(match: Match, end: date | None, span: tuple[date, date] | None) -> PeriodMark | None:
    """Give the time that words point back to, or None if none such was named."""
    if match.group("end"):
        return PeriodMark(*match.span("end"), None, end, PeriodRole.AS_OF) if end is not None else None
    words = match.group("years").lower()
    if words == "plan" and span is not None:
        return PeriodMark(*match.span("years"), *span)
    count = _NUMBERS.get(words, 0) or (int(words) if words.isdigit() else 0)
    if span is None or span[1].year - span[0].year + 1 != count:
        return None
    return PeriodMark(*match.span("years"), *span)
