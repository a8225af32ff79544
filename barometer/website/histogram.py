"""Counts by day as the bars of a histogram: days, months or years, so that the bars stay few."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MOST_BARS = 36
HEIGHT = 60
WIDEST = 0.82  # of a bar's place
LAST_MONTH = date(9999, 12, 1)  # behind it there is no day
SLENDER = 0.035  # of the whole width: few bars stay slender


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, how many, the days from `after` up to but not including `before`, and where to draw it."""

    label: str
    count: int
    after: date
    before: date
    x: float
    y: float
    width: float
    height: float


def histogram(days: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """Draw (ISO day, count) pairs in a box one wide for each bar and HEIGHT high; no days give no bars.

    Empty stretches between are bars of no height. A span of more than 36 days is counted by month, of more than 36
    months by year; of more than 36 years that have any, the last 36 are drawn.
    """
    if not days:
        return ()
    counts = {date.fromisoformat(day): count for day, count in days}
    first, last = min(counts), max(counts)
    fitting = (step for step in _STEPS if len(_starts(step[0](first), step[0](last), step[1])) <= MOST_BARS)
    begin, following, label = next(fitting, _STEPS[-1])
    starts = _starts(begin(first), begin(last), following)
    grouped: Counter[date] = Counter()
    for day, count in counts.items():
        grouped[begin(day)] += count
    if len(starts) > MOST_BARS:
        starts = sorted(grouped)[-MOST_BARS:]
    most = max(1, *(grouped[start] for start in starts))
    width = min(WIDEST, SLENDER * len(starts))
    return tuple(
        _bar(number, width, grouped[start] / most, start.isoformat()[:label], grouped[start], start, following(start))
        for number, start in enumerate(starts)
    )


def _starts(first: date, last: date, following: Callable[[date], date]) -> list[date]:
    """The beginnings of all bars, or one more than there may be."""
    starts = [first]
    while starts[-1] < last and len(starts) <= MOST_BARS:
        starts.append(following(starts[-1]))
    return starts


def _bar(number: int, width: float, share: float, label: str, count: int, after: date, before: date) -> Bar:
    height = round(share * HEIGHT, 2)
    return Bar(
        label,
        count,
        after,
        before,
        x=round(number + (1 - width) / 2, 3),
        y=round(HEIGHT - height, 2),
        width=round(width, 3),
        height=height,
    )


def _next_day(start: date) -> date:
    return start + timedelta(days=1) if start < date.max else date.max


def next_month(start: date) -> date:
    """The first day of the month behind that of a first day."""
    return _next_year(start) if start.month == 12 else start.replace(month=start.month + 1)


def _next_year(start: date) -> date:
    return date(start.year + 1, 1, 1) if start.year < date.max.year else date.max


def _same_day(day: date) -> date:
    return day


def _month_of(day: date) -> date:
    return day.replace(day=1)


def _year_of(day: date) -> date:
    return day.replace(month=1, day=1)


# How fine: the day with which a bar begins, the one with which the next begins, characters of the ISO day in its label.
_STEPS: tuple[tuple[Callable[[date], date], Callable[[date], date], int], ...] = (
    (_same_day, _next_day, 10),
    (_month_of, next_month, 7),
    (_year_of, _next_year, 4),
)
