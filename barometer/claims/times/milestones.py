"""Up to which day sums of all so far and milestones hold: "the 6,000th train", "lifting the total to 1 million"."""

from datetime import date

from barometer.claims.case import Case
from barometer.claims.text.expressions import pattern
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.times.meaning import Clock
from barometer.claims.values import Mention, PeriodMark, PeriodRole, Reading


def is_sum_reached(case: Case) -> bool:
    """Say whether a figure is the sum of all so far: "left on May 9, lifting the total to more than 1 million"."""
    if not case.language.base_follows or case.mention.modifier not in {"gt", "ge"}:
        return False
    return _LIFTED.search(case.reading.text[: case.mention.start]) is not None


def is_stock_now(case: Case, mark: PeriodMark) -> bool:
    """Say whether a figure is what there is now, behind what came so far: "opened nine, bringing the total to 99"."""
    if not case.language.base_follows or case.dimension != "discrete" or mark.role is not PeriodRole.RUNNING:
        return False
    brought = _BROUGHT_TO.search(case.reading.text[: case.mention.start])
    return brought is not None and mark.end <= brought.start()


_BROUGHT_TO = pattern(
    r", (?:bringing|taking|lifting|pushing|raising) (?:its |their |the )?(?:total|number|fleet|network|count|tally"
    r"|[a-z]+ (?:total|number|fleet|network))\b[^,;]* to $"
)
_LIFTED = pattern(
    r", (?:lifting|bringing|taking|pushing|raising) (?:its |their |the )?(?:total|cumulative|overall|combined)\b"
    r"[^,;]* to $"
)


def milestone(case: Case, mark: PeriodMark, span: Range, clock: Clock) -> Range:
    """Give the time up to a milestone: to its day, from 1 January if it is one "of the year"."""
    told = mark.role is PeriodRole.SAME and not case.language.base_follows
    if told and (first := clock.carried[0]) is not None and first == clock.carried[1]:
        return date(first.year, 1, 1), first  # 当年发出的第1900列, of the day told before
    day = next((one.last for one in case.reading.periods if one.first is not None and one.first == one.last), None)
    year = calendar.year_range(clock.published.year) if clock.published is not None else NO_PERIOD
    of_year = (mark.first, mark.last) == year or (mark.role is PeriodRole.RUNNING and mark.first == year[0])
    if clock.published is not None and of_year:
        return mark.first, day or _day_told(clock) or clock.published
    return None, span[1]


def _day_told(clock: Clock) -> date | None:
    """Give the day of which the text tells, of the year in which it is published."""
    first, last = clock.carried if clock.carried[0] == clock.carried[1] else clock.last
    same = first is not None and first == last and clock.published is not None and first.year == clock.published.year
    return first if same else None


def day_of(mark: PeriodMark, span: Range, reading: Reading) -> Range:
    """Give the day on which a milestone of the year was reached, for what else is told of it."""
    day = next((one for one in reading.periods if one.first is not None and one.first == one.last), None)
    return (day.first, day.last) if day is not None and day is not mark else span


def is_sooner(case: Case, before: Mention, kind: str) -> bool:
    """Say whether a Chinese figure tells how much sooner the milestone before it came: 突破300万人次，提前11天."""
    if kind != "change" or case.dimension != "time":
        return False
    near = case.mention.start - before.end <= _LONGEST_SOONER and case.reading.text.startswith("，", before.end)
    return near and (before.modifier == "gt" or before.numeral.form == "ordinal")


_LONGEST_SOONER = 12
