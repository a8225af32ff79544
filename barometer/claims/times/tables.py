"""The times that the heads of a table tell: under 2014年 and 2023年 each number is of its column's year."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from barometer.claims.text.scanning import by_start
from barometer.claims.values import PeriodMark, Reading

Times = Mapping[int, tuple[date, date]]
"""The first and last day that the head of a column tells, by the column's place in the row."""
Cells = Sequence[tuple[int, int]]

_YEAR = re.compile("(?:19|20)[0-9]{2}$")


def times_of_columns(head: Reading, cells: Cells) -> Times:
    """Give the times that fill cells of a line of heads, or begin them: 2014年, 2024年出口额, "2023"."""
    told = {}
    for at, (low, high) in enumerate(cells):
        mark = next((mark for mark in head.periods if mark.start == low and mark.end <= high), None)
        if mark is not None and mark.first is not None and mark.last is not None:
            told[at] = (mark.first, mark.last)
        elif _YEAR.match(head.text[low:high]):
            year = int(head.text[low:high])
            told[at] = (date(year, 1, 1), date(year, 12, 31))
    return told


def in_columns(row: Reading, times: Times, cells: Cells) -> tuple[PeriodMark, ...]:
    """Give the times of a row with that of each column in front of its number."""
    more = [PeriodMark(low - 1, low, *times[at]) for at, (low, _high) in enumerate(cells) if at in times and low]
    own = [mark for mark in row.periods if mark.last is not None]
    return row.periods if own else tuple(by_start([*row.periods, *more]))
