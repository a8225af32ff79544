"""The period grammar by itself: every time expression of a text that has dates, whether it dates a claim or not."""

from collections.abc import Callable, Iterable
from datetime import date

from barometer.claims.chinese import periods as chinese
from barometer.claims.chinese.dates import dates as chinese_dates
from barometer.claims.english import periods as english
from barometer.claims.english.dates import dates as english_dates
from barometer.claims.text.folding import fold
from barometer.claims.text.script import is_chinese
from barometer.claims.times.calendar import NO_PERIOD, seen_from
from barometer.claims.values import PeriodMark

Dates = tuple[int, int, date | None, date | None]


def periods(text: str, published: date, language: str | None = None) -> list[Dates]:
    """Give (start, end, first day, last day) of each time expression, as seen from the day of publishing."""
    folded = fold(text)
    is_zh = is_chinese(folded) if language is None else language == "zh"
    seen = seen_from(published)
    read: Callable[[str, date | None], Iterable[PeriodMark]] = chinese.periods if is_zh else english.periods
    own = [
        (mark.start, mark.end, mark.first, mark.last)
        for mark in read(folded, seen)
        if (mark.first, mark.last) != NO_PERIOD
    ]
    more = chinese_dates(folded, published) if is_zh else english_dates(folded, published)
    return more + own
