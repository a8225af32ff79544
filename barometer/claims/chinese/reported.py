"""Times that reports tell: the months that 半年报 covers, 上月 beside the month reported, years that share a list, and
the days on which they come out.
"""

from collections.abc import Iterator
from datetime import date

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.values import PeriodMark, PeriodRole, Reading

_ENDS = (("半", 6), ("中", 6), ("一", 3), ("三", 9))


def filed(words: str, year: int | None, seen: date | None) -> Range:
    """Give the period that a company's report covers: the last one over where its year is not named."""
    last = next((month for sign, month in _ENDS if sign in words), 12)
    if year is None and seen is not None:
        year = seen.year - (seen.month <= last)
    return calendar.months(year, 1, last) if year else NO_PERIOD


def seen_from_report(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give 由上月的 as the month before the one that is reported, not the one before publication."""
    found = _year_before_told(text, found) if "上年的" in text else found
    month = next((mark for mark in found if _is_month(mark)), None) if "上月" in text else None
    if month is None or month.first is None:
        return found
    before = calendar.month_before(month.first, 1)
    return [
        replace(mark, first=before[0], last=before[1])
        if mark.start >= month.end and text[mark.end - 2 : mark.end] == "上月" and text[mark.start - 1] in "由从"
        else mark
        for mark in found
    ]


def _year_before_told(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give 由上年的 as the year before the one that is reported."""
    told = next((mark for mark in found if mark.role is PeriodRole.CURRENT and mark.first and mark.last), None)
    if told is None or told.last is None:
        return found
    year = calendar.year_range(told.last.year - 1)
    return [
        replace(mark, first=year[0], last=year[1])
        if mark.start >= told.end and text[mark.start : mark.end] in {"上年", "由上年", "从上年"}
        else mark
        for mark in found
    ]


def _is_month(mark: PeriodMark) -> bool:
    """Say whether a time is one month."""
    if mark.first is None or mark.last is None or mark.role is not PeriodRole.CURRENT:
        return False
    return calendar.months(mark.first.year, mark.first.month, mark.first.month) == (mark.first, mark.last)


_TWO_YEARS = pattern(r"(?P<one>(?:19|20)[0-9]{2}年?)、(?P<two>(?:19|20)[0-9]{2}年)")


def listed_years(text: str) -> Iterator[PeriodMark]:
    """Give two years that a list of numbers shares out: 2024、2025年…分别为."""
    for match in _TWO_YEARS.finditer(text):
        if _SHARED.found_in(text[match.end() :]):
            for year in ("one", "two"):
                start, end = match.span(year)
                yield PeriodMark(start, end, *calendar.year_range(int(text[start : start + 4])))


_SHARED = Words(["分别", "依次"])


_PERIOD_OF_REPORT = ("报告期", "报告期内")


def with_filing(readings: list[Reading]) -> list[Reading]:
    """Give the readings with 报告期 read as the months that the report which the text names first covers."""
    named = next(
        (mark for reading in readings for mark in reading.periods if mark.last and "报" in _words(reading, mark)), None
    )
    if named is None:
        return readings
    return [_in_months_of(reading, named) if "报告期" in reading.text else reading for reading in readings]


def _words(reading: Reading, mark: PeriodMark) -> str:
    return reading.text[mark.start : mark.end]


def _in_months_of(reading: Reading, named: PeriodMark) -> Reading:
    periods = tuple(
        replace(mark, first=named.first, last=named.last, role=PeriodRole.CURRENT)
        if _words(reading, mark) in _PERIOD_OF_REPORT
        else mark
        for mark in reading.periods
    )
    return replace(reading, periods=periods)


_REPORTED = ("刊发", "发布", "发表", "公布", "刊登", "通报", "的报道", "的报告", "的文章", "报道")


def reported(text: str, period: PeriodMark, *, alone: bool) -> PeriodMark:
    """Give a time that only dates a report as one up to which its figures hold, as no time beside their own."""
    if "《" in text and _is_in_title(text, period):
        return replace(period, role=PeriodRole.WINDOW)
    if tells_index(text, period):
        return period
    if period.role is PeriodRole.CURRENT and period.last and text.startswith(_REPORTED, period.end):
        day = period.first == period.last
        if "现有" in text[period.end : period.end + _LONGEST_LED]:
            return replace(period, role=PeriodRole.WINDOW)
        return replace(period, first=None, role=PeriodRole.AS_OF if alone or not day else PeriodRole.WINDOW)
    if period.first == period.last is not None and _ISSUED_ON.match(text[period.end : period.end + _LONGEST_ISSUE]):
        return replace(period, role=PeriodRole.WINDOW)
    return period


def tells_index(text: str, period: PeriodMark) -> bool:
    """Say whether a day is that on which an index came out, and stood so: 德路里4月9日发布的…运价指数为1964美元."""
    day = period.first == period.last is not None
    return day and _INDEX_OUT.match(text[period.end : period.end + _LONGEST_ISSUE]) is not None


_INDEX_OUT = Brief(
    r"^(?:发布|公布)的[^，。；0-9]{2,20}?(?:指数|运价|报价)(?:（[^）]{1,16}）)?(?:为|报|是|录得|收于|收报|涨至|跌至|升至|降至|较|环比)"
)


def _is_in_title(text: str, period: PeriodMark) -> bool:
    """Say whether years stand in brackets in the name of a plan, of which they are: 《行动方案（2026—2028年）》."""
    return text.startswith(("）》", ")》"), period.end) and text.rfind("《", 0, period.start) >= 0


_ISSUED_ON = Brief(r"^，[^，。；：0-9]{2,20}?(?:发布|公布|披露|推出)[^，。；：]{0,24}(?:问卷|调查)")
"""What stands behind the day on which a survey came out, of which no answer is: 10月18日，商会发布问卷调查报告."""
_LONGEST_ISSUE = 60
_LONGEST_LED = 16
"""Characters behind the day of a report within which it turns to what there is now: 11日的报道说，义乌现有….
"""
