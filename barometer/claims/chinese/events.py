"""The days that a Chinese text tells apart from its figures: those of a fair, those of the week of a weekly."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from barometer.claims.chinese.numerals import whole_number
from barometer.claims.replacing import replace
from barometer.claims.reporting import at_hour
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.times import calendar
from barometer.claims.values import Cue, PeriodMark, PeriodRole, Reading

_CLOSES = Words(["闭幕", "落幕", "落下帷幕", "谢幕", "收官", "闭馆"])
_LASTS = pattern(r"为期(?P<days>[0-9]{1,2}|[二两三四五六七八九十]{1,2})天")
_UNTIL = pattern(r"(?:展会|博览会|活动|展览|本届[^，。；]{0,8})?将?(?:持续|延续)(?:到|至)")
_NEXT = Words(["下届", "下一届"])
_NEAR = 8
"""Sentences at the head of a text within which a fair's days are told."""
_LONGEST = 20


def with_event_days(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the day on which a fair opened or closed widened to all its days."""
    heads = sum(reading.sentence.title for reading in readings)
    head, body, rest = readings[:heads], readings[heads : heads + _NEAR], readings[heads + _NEAR :]
    head = [_with_brackets(reading) for reading in head]
    near = [_with_opening(_with_brackets(reading) if at < _NEAR else reading) for at, reading in enumerate(body, heads)]
    opened = next((mark for reading in near for mark in reading.periods if _opens(mark)), None) or _counted_back(near)
    last = _closing(near, opened.first) if opened is not None and opened.first is not None else None
    if opened is not None and opened.first is not None and last is not None:
        near = [_widened(reading, opened.first, last) for reading in near]
    return [*head, *near, *rest]


def _counted_back(near: list[Reading]) -> PeriodMark | None:
    """Give the first day of a fair of which only the last and the length are told: 昨日，为期4天的义博会落幕."""
    for reading in near:
        lasts = _LASTS.search(reading.text) if reading.periods and _CLOSES.found_in(reading.text) else None
        days = whole_number(lasts.group("days")) if lasts is not None else 0
        for mark in reading.periods if days > 1 else ():
            if mark.last is not None and mark.first == mark.last and mark.role is PeriodRole.CURRENT:
                first = mark.last - timedelta(days=days - 1)
                return replace(mark, first=first, last=first)
    return None


_TODAY = frozenset({"今天", "今日", "今晚"})
_LATE = 7


def with_scene_day(readings: list[Reading]) -> list[Reading]:
    """Give the readings with 今天 in what is quoted as the day of the scene on which a text opens: 11月11日23时许."""
    opening = [reading for reading in readings[:_OPENING] if not reading.sentence.title]
    day = next((mark for reading in opening for mark in reading.periods if at_hour(reading.text, mark)), None)
    if day is None:
        return readings
    return [_on_day(reading, day) if "“" in reading.text else reading for reading in readings]


_OPENING = 3


def _on_day(reading: Reading, day: PeriodMark) -> Reading:
    marks = tuple(
        replace(mark, first=day.first, last=day.last) if _is_that_day(reading.text, mark, day) else mark
        for mark in reading.periods
    )
    return reading if marks == reading.periods else replace(reading, periods=marks)


def _is_that_day(text: str, mark: PeriodMark, day: PeriodMark) -> bool:
    """Say whether 今天 was said on the day of the scene, shortly before the text was out."""
    if text[mark.start : mark.end] not in _TODAY or mark.first is None or day.first is None:
        return False
    return 0 < (mark.first - day.first).days <= _LATE


def with_week(readings: list[Reading]) -> list[Reading]:
    """Give the readings of a weekly with 本周 as the days that its title tells, 上周 as those in brackets behind it."""
    titles = [reading for reading in readings if reading.sentence.title and "周" in reading.text]
    week = next((mark for reading in titles for mark in reading.periods if _is_week(mark)), None)
    weeks = {"本周": week} if week is not None else {}
    weeks |= {word: mark for reading in readings[:_NEAR] for word, mark in _weeks_told(reading)}
    readings = [_of_weeks(reading, weeks) for reading in readings] if weeks else readings
    weekly = any(_WEEKLY.found_in(reading.text) for reading in titles)
    return [_from_week_before(reading) for reading in readings] if weekly else readings


_WEEKLY = pattern(
    r"周评|周报|这一周|一周[（(]|周价格|周度|[一每]周(?:行情|运价|价格|市场|指数|物价|报价|快报|速递)|[一每]周\p{Han}{0,8}(?:观察|综述|评述|速览|回顾)"
)


def _from_week_before(reading: Reading) -> Reading:
    """Give a sentence of a weekly with 环比 as against the week before, but where it tells of a month."""
    if "环比" not in reading.text or "月份" in reading.text or any(_is_long(mark) for mark in reading.periods):
        return reading
    marks = tuple(
        replace(mark, value="since") if mark.cue is Cue.BASE and reading.text.startswith("环比", mark.start) else mark
        for mark in reading.marks
    )
    return replace(reading, marks=marks)


def _is_long(mark: PeriodMark) -> bool:
    """Say whether a time is longer than a week."""
    return mark.first is not None and mark.last is not None and (mark.last - mark.first).days > _LONGEST_WEEK


def _weeks_told(reading: Reading) -> Iterator[tuple[str, PeriodMark]]:
    """Give the words for a week with the days in brackets behind them: 上周（11月9日至15日）."""
    if "周（" not in reading.text:
        return
    for mark, later in pairwise(reading.periods):
        word = reading.text[mark.start : mark.end]
        if word in _WEEKS and reading.text[mark.end : later.start] == "（" and _is_week(later):
            yield word, later


_WEEKS = frozenset({"上周", "本周"})


def _is_week(mark: PeriodMark) -> bool:
    days = (mark.last - mark.first).days if mark.first is not None and mark.last is not None else 0
    return mark.role is PeriodRole.CURRENT and _SHORTEST_WEEK <= days <= _LONGEST_WEEK


def _of_weeks(reading: Reading, weeks: dict[str, PeriodMark]) -> Reading:
    if "周" not in reading.text:
        return reading
    marks = tuple(_of_week(mark, weeks.get(reading.text[mark.start : mark.end][-2:])) for mark in reading.periods)
    return replace(reading, periods=marks)


def _of_week(mark: PeriodMark, week: PeriodMark | None) -> PeriodMark:
    return mark if week is None else replace(mark, first=week.first, last=week.last, role=PeriodRole.CURRENT)


_SHORTEST_WEEK, _LONGEST_WEEK = 4, 6
"""Days from the first to the last of a week, of five working days or of seven."""


def _opens(mark: PeriodMark) -> bool:
    return mark.role is PeriodRole.WINDOW and mark.first is not None and mark.first == mark.last


_OPENED = Brief(
    r"^(?:上午|下午|晚间?|早上)?，?[^。；，0-9]{0,4}(?:20[0-9]{2}|第[0-9一二三四五六七八九十]{1,3}届)?[^。；，0-9]{2,24}[展会节][^。；，0-9]{0,16}"
    r"(?:开幕|启幕|揭幕|拉开帷幕)"
)


def _with_opening(reading: Reading) -> Reading:
    """Give a reading with the day told in front of a fair that opened then marked as such: 4月16日，…展在义乌开幕."""
    if not reading.periods or not _OPENING_WORDS.found_in(reading.text):
        return reading
    marks = tuple(
        replace(mark, role=PeriodRole.WINDOW) if _is_opening(reading.text, mark) else mark for mark in reading.periods
    )
    return reading if marks == reading.periods else replace(reading, periods=marks)


def _is_opening(text: str, mark: PeriodMark) -> bool:
    day = mark.role is PeriodRole.CURRENT and mark.first is not None and mark.first == mark.last
    behind = text[mark.end : mark.end + 64] if day else ""
    named = text.endswith(_FAIRS, 0, mark.start) and _OPENED_BEHIND.match(behind) is not None
    return named or _OPENED.match(behind) is not None


_FAIRS = ("展", "会", "节", "展于", "会于", "节于", "）", "）于")
_OPENED_BEHIND = Brief(
    r"^(?:上午|下午|晚间?|早上)?(?:在[^，。；0-9]{2,24}?)?(?:正式|盛大|如期|隆重)?(?:开幕|启幕|揭幕|拉开帷幕|开馆)"
)
"""What stands behind the day of a fair named before it: 博览会21日在义乌开幕."""


_OPENING_WORDS = Words(["开幕", "启幕", "揭幕", "拉开帷幕", "开馆"])
"""What one of tells that a fair opens."""
_DAYS_OF = Brief(r"(?:[会展节周赛][”》]?|为期[0-9二两三四五六七八九十]{1,2}天)[（(]$")


def _in_brackets(reading: Reading) -> PeriodMark | None:
    """Give the days in brackets behind a fair in a sentence that tells that it closed: 门博会（5月26日—28日）落幕."""
    if not reading.periods or not _CLOSES.found_in(reading.text):
        return None
    spans = (mark for mark in reading.periods if mark.role is PeriodRole.CURRENT and mark.first != mark.last)
    return next((mark for mark in spans if mark.last and _DAYS_OF.search(reading.text[: mark.start])), None)


def _with_brackets(reading: Reading) -> Reading:
    days = _in_brackets(reading)
    if days is None:
        return reading
    marks = tuple(
        replace(mark, first=days.first, last=days.last, role=PeriodRole.CURRENT, yearless=False)
        if mark.first == mark.last == days.last
        else mark
        for mark in reading.periods
    )
    return replace(reading, periods=marks)


def _closing(near: list[Reading], opened: date) -> date | None:
    """Give the last day: the one on which it closed, else as many days on as it lasts."""
    for reading in near:
        if _CLOSES.found_in(reading.text):
            for mark in reading.periods:
                if mark.last is not None and mark.first == mark.last and 0 < (mark.last - opened).days <= _LONGEST:
                    return mark.last
    for reading in near:
        end = _until(reading, opened)
        if end is not None and 0 < (end - opened).days <= _LONGEST:
            return end
    for reading in near:
        lasts = _LASTS.search(reading.text)
        if lasts is not None:
            return opened + timedelta(days=max(0, whole_number(lasts.group("days")) - 1))
    return None


def _until(reading: Reading, opened: date) -> date | None:
    """Give the day up to which a sentence says that a fair goes on; one without a month is the next: 将持续至24日."""
    mark = _lasting(reading)
    if mark is None or mark.last is None:
        return None
    bare = _BARE_DAY.match(reading.text[mark.start : mark.end]) is not None
    month = calendar.month_end(opened.year, opened.month) or opened
    return opened + timedelta(days=(mark.last.day - opened.day) % month.day) if bare else mark.last


def _lasting(reading: Reading) -> PeriodMark | None:
    """Give the time up to which a sentence says that a fair goes on."""
    until = _UNTIL.search(reading.text)
    return next((mark for mark in reading.periods if until is not None and mark.end >= until.end()), None)


_BARE_DAY = Brief(r"^[到至]?[0-9]{1,2}日$")


def _widened(reading: Reading, first: date, last: date) -> Reading:
    if _NEXT.found_in(reading.text):
        return reading
    closes, lasting = _CLOSES.found_in(reading.text), _lasting(reading)
    marks = tuple(
        replace(mark, first=first, last=last, role=PeriodRole.CURRENT, yearless=False)
        if _opens(mark) or mark is lasting or (closes and mark.first == mark.last == last)
        else mark
        for mark in reading.periods
    )
    return reading if marks == reading.periods else replace(reading, periods=marks)
