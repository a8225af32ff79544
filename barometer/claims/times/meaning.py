"""Decides which days a time expression means, seen from the publish date and from the times told before it."""

from dataclasses import dataclass
from datetime import date

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.values import Cue, PeriodMark, PeriodRole, Reading
from barometer.model import Because

LONG_PAST = 150
PAST_QUARTER = 60
"""Days after which a month without a year, told of in a forecast, is the coming one."""


@dataclass(slots=True, unsafe_hash=True)
class Dated:
    """The period of a figure, why, and whether it came from outside the figure's sentence."""

    span: Range = NO_PERIOD
    because: Because | None = None
    inherited: bool = False
    mark: PeriodMark | None = None


@dataclass(slots=True, unsafe_hash=True)
class Clock:
    """What is known of time when a sentence is read: publish date and the period that the text is about.

    `whole` says that the text is a report on one period, `reports` that it is a longer one by who issues it,
    whose rates are those of the period too, `of_index` that the period is the day on which an index stood so. `day` is
    the first day that it tells of, which 同日 in a later paragraph means, `month` the first month ("the month"), and
    `months` the first time that is longer, "the six months". `foretold` says that its figures are only foretold yet,
    though it is over. `story` is the time of which a sentence without figures says that what follows happened then.
    """

    published: date | None
    carried: Range = NO_PERIOD
    carried_because: Because | None = None
    whole: bool = False
    listed: bool = False
    reports: bool = False
    planned: bool = False
    of_index: bool = False
    last: Range = NO_PERIOD
    story: Range = NO_PERIOD
    day: Range = NO_PERIOD
    month: Range = NO_PERIOD
    months: Range = NO_PERIOD
    foretold: bool = False

    def is_of_event(self) -> bool:
        """Say whether the period is the days of a fair or holiday, of which all is told that is told."""
        first, last = self.carried
        return first is not None and last is not None and 0 < (last - first).days <= calendar.LONGEST_EVENT

    def is_of_story(self) -> bool:
        """Say whether the period is one of which a story said that what follows happened then."""
        return self.carried != NO_PERIOD and self.carried == self.story

    def is_of_event_to_come(self) -> bool:
        """Say whether the period is the days of a fair that opens soon after the text is published."""
        first, published = self.carried[0], self.published
        if first is None or published is None or not self.is_of_event():
            return False
        return 0 < (first - published).days <= _NEXT_FAIR


_NEXT_FAIR = 400


def resolved(mark: PeriodMark, reading: Reading, clock: Clock) -> Range:
    """Give the dates of a time expression, with what it takes from the text around it."""
    match mark.role:
        case PeriodRole.SAME:
            return _same(mark, reading, clock)
        case PeriodRole.LATER:
            earlier = _day_before(reading, mark.start) if not mark.shift else _mark_before(reading, mark.start)
            told = clock.last if clock.carried == NO_PERIOD and clock.last[0] == clock.last[1] else clock.carried
            closing = reading.text.endswith("末", mark.start, mark.end)  # 报告期末 is no day told before
            if not (mark.shift or closing) and (told == NO_PERIOD or told[0] != told[1]) and clock.day != NO_PERIOD:
                told = clock.day
            earlier = _of_month_told(earlier, reading, clock) if earlier else None
            base = (earlier.first, earlier.last) if earlier else told
            base = (None, base[1]) if mark.yearless else base
            return calendar.shifted(base, mark.shift)
        case PeriodRole.CURRENT:
            meant = _of_half_over(_of_month_told(mark, reading, clock), reading, clock)
            meant = _of_whole_year(meant, reading, clock)
            return _cut_at_as_of(meant, reading, clock)
        case PeriodRole.AS_OF:
            return _ended(mark, reading, clock)
        case PeriodRole.RUNNING:
            return (mark.first, _running_to(mark, reading, clock))
        case _:
            return (mark.first, mark.last)


def _of_month_told(mark: PeriodMark, reading: Reading, clock: Clock) -> PeriodMark:
    """Give 当月 and 当季 as the month or quarter told last, in a sentence before: 截至3月末…。当月日利用率为9.6小时."""
    told = clock.carried[1] or clock.last[1]
    size = _MONTHS_OF.get(reading.text[mark.start : mark.end])
    before = _mark_before(reading, mark.start)
    filed = before is not None and reading.text.endswith("报", before.start, before.end)  # 公司在年报中解释称，当季….
    if told is None or size is None or (before is not None and not filed):
        return mark
    begins = told.month - (told.month - 1) % size
    first, last = calendar.months(told.year, begins, begins + size - 1)
    return replace(mark, first=first, last=last)


_MONTHS_OF = {"当月": 1, "当季": 3, "当季度": 3}


def _of_half_over(mark: PeriodMark, reading: Reading, clock: Clock) -> PeriodMark:
    """Give a half or quarter as that of the year before, where this year's is not over and nothing is foreseen."""
    first, last, seen = mark.first, mark.last, clock.published
    if first is None or last is None or seen is None or last <= seen:
        return mark
    named = _is_part_of_year(mark, reading) and first.year == seen.year
    parts = (one.first for one in reading.periods if _is_part_of_year(one, reading))
    ahead = any(one is not None and one > seen for one in parts)
    half = reading.text[mark.start : mark.end].lower().endswith(_HALVES)
    if not (named and (half or ahead)) or Cue.STATUS in reading.cues:
        return mark
    return replace(mark, first=first.replace(year=first.year - 1), last=last.replace(year=last.year - 1))


def _is_part_of_year(mark: PeriodMark, reading: Reading) -> bool:
    words = reading.text[mark.start : mark.end].lower()
    return words in _QUARTERS or (mark.yearless and words.endswith(_PARTS_OF_YEAR))


_HALVES = ("half", "半年")
_PARTS_OF_YEAR = (*_HALVES, "quarter", "the fourth", "the third", "the second")
_QUARTERS = frozenset(f"{which}{number}季度" for which in ("", "第") for number in "一二三四1234")


def _of_whole_year(mark: PeriodMark, reading: Reading, clock: Clock) -> PeriodMark:
    """Give "the whole year" as the year over that an English text is about: "in the whole year, prices rose"."""
    told, seen = clock.carried[1] or clock.last[1] or clock.months[1], clock.published
    named = reading.text[mark.start : mark.end].lower().endswith(_WHOLE_YEAR)
    if not named or told is None or seen is None or told.year >= seen.year or mark.last is None:
        return mark
    if mark.last.year != seen.year or reading.last(0, mark.start, Cue.STATUS) is not None:
        return mark
    first, last = calendar.year_range(told.year)
    return replace(mark, first=first, last=last)


_WHOLE_YEAR = ("whole year", "full year", "full-year")


def _ended(mark: PeriodMark, reading: Reading, clock: Clock) -> Range:
    """Give the dates of "as of the end of the year", 年末, whose year the text tells elsewhere."""
    told = _mark_before(reading, mark.start)
    about = (told.last if told is not None else None) or clock.carried[1] or clock.last[1]
    if about is not None and mark.last is not None and reading.text.lower().endswith(" that year", 0, mark.end):
        return mark.first, mark.last.replace(year=about.year)
    ahead = mark.last is not None and clock.published is not None and clock.published < mark.last
    aimed = reading.last(0, mark.start, Cue.STATUS) if ahead else None
    planned = aimed is not None and reading.text[aimed.start : aimed.end].lower() in _AIMS
    if ahead and is_the_year(mark, reading) and not planned:
        closing = reading.text.endswith("year's end", mark.start, mark.end)
        return _ended_year(mark, clock, _mark_before(reading, mark.start) if closing else None)
    near = _mark_before(reading, mark.start) if mark.yearless else None
    return mark.first, _past_end(mark.last, clock, near) if mark.yearless else mark.last


_AIMS = frozenset({"aims", "aim", "plans", "plan", "intends", "hopes", "will"})
"""What makes the end of the year the one to come, whatever year is told of: "aims at 95% by the end of the year"."""


def _running_to(mark: PeriodMark, reading: Reading, clock: Clock) -> date | None:
    """Give the end of a time that runs on: that of an as-of date told with it, 截至10月底…今年累计."""
    ends = [one.last for one in reading.periods if one.role is PeriodRole.AS_OF and one.last is not None]
    if clock.carried[0] is None and clock.carried[1] is not None and "其中" in reading.text[: mark.start]:
        ends.append(clock.carried[1])
    if reading.text.startswith("至此") and clock.carried[0] == clock.carried[1] and clock.carried[1] is not None:
        ends.append(clock.carried[1])
    if mark.first is None or mark.last is None:
        return mark.last
    first, last = mark.first, mark.last
    return next((end for end in ends if first <= end < last), last)


def _past_end(end: date | None, clock: Clock, near: PeriodMark | None) -> date | None:
    """Give a year's end named without its year: that of the year which the text is about, if it is over."""
    told = near.last if near is not None and near.role is PeriodRole.CURRENT else None
    year = _year_over(clock)
    about, published = told or clock.carried[1] or clock.last[1] or (year[1] if year else None), clock.published
    if end is None or about is None or published is None or about.year >= published.year or end < published:
        return end
    return date(about.year, end.month, end.day)


def is_the_year(mark: PeriodMark, reading: Reading) -> bool:
    """Say whether a time expression is "the year", which the text has told of before."""
    return reading.text[mark.start : mark.end].lower().endswith((" the year", "year's end"))


def _ended_year(mark: PeriodMark, clock: Clock, near: PeriodMark | None) -> Range:
    """Give the end of the year that the text is about, if that is over: "reached 90 at the end of the year"."""
    carried = near.last if near is not None and near.last is not None else clock.carried[1]
    if carried is None or mark.last is None or carried.year >= mark.last.year:
        return mark.first, mark.last
    return mark.first, mark.last.replace(year=carried.year)


def _same(mark: PeriodMark, reading: Reading, clock: Clock) -> Range:
    """Give the dates of "that year", "the five months": those of the year named before, or of the text."""
    near = _mark_before(reading, mark.start)
    if reading.text[mark.start : mark.end].lower().endswith(" the month"):
        end = near.last if near is not None and near.last is not None else clock.carried[1] or clock.month[1]
        return calendar.months(end.year, end.month, end.month) if end is not None else (None, None)
    if not mark.first and not mark.shift and near is not None and near.last is not None:
        now = reading.text.endswith(" this year", mark.start, mark.end) and clock.published is not None
        back = clock.published.year - near.last.year if now and clock.published is not None else 0
        return calendar.shifted((near.first, near.last), back)
    closing = near is not None and near.role is PeriodRole.AS_OF and near.yearless  # 年末人口…，全年人口出生率
    if mark.first and near is not None and near.last is not None and near.role is not PeriodRole.SAME and not closing:
        return calendar.year_range(near.last.year + _comes(near, reading, clock))
    if mark.shift and clock.carried[1] is not None:
        return date(clock.carried[1].year - mark.shift + 1, 1, 1), clock.carried[1]
    one_day = clock.carried[0] is not None and clock.carried[0] == clock.carried[1]
    longer = one_day and reading.text[mark.start : mark.end].lower().endswith(_LONG_TIMES)  # not of what Friday told
    if clock.carried[1] is not None and not (longer and clock.months != NO_PERIOD):
        return calendar.year_range(clock.carried[1].year) if mark.first else _so_many_months(mark, reading, clock)
    return clock.months if longer else _told_before(mark, reading, clock)


def _told_before(mark: PeriodMark, reading: Reading, clock: Clock) -> Range:
    """Give the dates of a time that names again what no sentence near tells: "the six months" of a story's opening."""
    words = reading.text[mark.start : mark.end]
    if words == "全年" and (year := _year_over(clock)) is not None and Cue.STATUS not in reading.cues:
        return year
    if words in _AS_TOLD or words.lower().endswith("the same period"):
        return clock.last
    if words.lower().endswith("the period") and mark.first is None:
        return clock.months
    if words.lower().endswith("the quarter") and _months_in(clock.months) == _IN_MONTHS["quarters"]:
        return clock.months
    return clock.months if _counts(mark, reading, clock.months) else (mark.first, mark.last)


def _year_over(clock: Clock) -> Range | None:
    """Give the year over of which a text told first, which a bare 全年 or 年末 means in all that follows."""
    last, seen = clock.months[1], clock.published
    if last is None or seen is None or last.year != seen.year - 1:
        return None
    return clock.months if clock.months == calendar.year_range(last.year) else None


def _months_in(told: Range) -> int:
    """Give how many months of one year a time has, 0 if it has no first or last day."""
    first, last = told
    return last.month - first.month + 1 if first is not None and last is not None and first.year == last.year else 0


def _counts(mark: PeriodMark, reading: Reading, told: Range) -> bool:
    """Say whether "the six months" are as many as those told first."""
    months = _number_of_months(mark, reading)
    return bool(months) and _months_in(told) == months


def _number_of_months(mark: PeriodMark, reading: Reading) -> int:
    words = reading.text[mark.start : mark.end].lower().split()
    if len(words) < 2 or words[-1] not in _IN_MONTHS:
        return 0
    return _MONTHS.get(words[-2], 0) * _IN_MONTHS[words[-1]]


def _so_many_months(mark: PeriodMark, reading: Reading, clock: Clock) -> Range:
    """Give the months of the year that "the six months" are where their last, June, was told last."""
    first, last = clock.carried
    months = _number_of_months(mark, reading)
    if first is None or last is None or months != last.month or (first.year, first.month) != (last.year, last.month):
        return clock.carried
    return date(last.year, 1, 1), last


_MONTHS = {
    "10": 10, "11": 11, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
}  # fmt: skip
_IN_MONTHS = {"months": 1, "quarters": 3}
_LONG_TIMES = ("the quarter", "the period", "the half-year", "the half")
_AS_TOLD = frozenset({"报告期", "报告期内", "同期"})
"""Times that are the one told last, be it in the paragraph before."""


def _comes(mark: PeriodMark, reading: Reading, clock: Clock) -> bool:
    """Say whether a month named without its year is yet to come: 旺季将持续到7月底, 全年…."""
    if not mark.yearless or mark.last is None or clock.published is None:
        return False
    told = reading.last(0, mark.start, Cue.STATUS)
    return told is not None and (clock.published - mark.last).days > LONG_PAST


def _cut_at_as_of(mark: PeriodMark, reading: Reading, clock: Clock) -> Range:
    """ "This year" beside an as-of date ends there."""
    year = clock.published.year if clock.published else None
    if mark.first is None or mark.last is None:
        return (mark.first, mark.last)
    if reading.text[mark.start : mark.end].lower() == "this month":
        by = [one.last for one in reading.periods if one.role is PeriodRole.AS_OF and one.start == mark.end + 1]
        return (mark.first, next((end for end in by if end and mark.first <= end <= mark.last), mark.last))
    whole = reading.text[mark.start : mark.end].lower().endswith(_WHOLE_YEAR)  # "its full-year target"
    if whole or (mark.first, mark.last) != calendar.year_range(year or 0):
        return (mark.first, mark.last)
    aimed = reading.last(0, mark.start, Cue.STATUS)
    near = aimed is not None and mark.start - aimed.end <= 1 and not reading.text[:1].isascii()  # 力争年内再新增80家
    if near or any(reading.between(mark.end, mark.end + _NEXT_WORDS, Cue.STATUS)):
        return (mark.first, mark.last)  # 今年计划再开60家 is of the whole year
    ends = [
        one.last
        for one in reading.periods
        if one.role is PeriodRole.AS_OF
        and one.last
        and one is not mark
        and "。”" not in reading.text[mark.end : one.start]
    ]
    # "2026" is the whole year, whatever was told before, and so is that of a plan: "plans to build 30 this year"
    named = reading.text[mark.start : mark.start + 2].isdigit() or (aimed is not None and reading.text[:1].isascii())
    ends += [clock.carried[1]] if clock.carried[0] is None and clock.carried[1] and not named else []
    inside = [end for end in ends if mark.first <= end < mark.last and clock.published and end <= clock.published]
    if not inside and _ALREADY.match(reading.text[mark.end : mark.end + _LONGEST_ALREADY]) is not None:
        return (mark.first, clock.published)  # 今年网购保税进口已突破1亿单
    return (mark.first, inside[0] if inside else mark.last)


_NEXT_WORDS = 4
_ALREADY = Brief(
    r"^[^，。；：0-9年月将拟“”]{0,16}?(?:[“\"][^”\"]{1,8}[”\"][^，。；：0-9]{1,12}?)?已(?:经)?(?:累计)?(?:突破|超过?|达|完成|实现|出口|进口|开行|发送)"
)
_LONGEST_ALREADY = 40


def _day_before(reading: Reading, position: int) -> PeriodMark | None:
    """Give the day named before 当天."""
    days = [mark for mark in reading.periods if mark.end <= position and mark.first == mark.last is not None]
    return days[-1] if days else _mark_before(reading, position)


def _mark_before(reading: Reading, position: int) -> PeriodMark | None:
    found = None
    for mark in reading.periods:
        if mark.end <= position and mark.role not in {PeriodRole.WINDOW, PeriodRole.LATER}:
            found = mark
    return found
