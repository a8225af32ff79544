"""The days of a holiday or fair that a text tells once, for its other sentences: "over the holiday", 开展首日."""

from collections.abc import Iterator
from datetime import timedelta

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Expression, Words, pattern
from barometer.claims.text.scanning import by_start
from barometer.claims.text.script import is_chinese
from barometer.claims.times.calendar import LONGEST_EVENT
from barometer.claims.values import Cue, PeriodMark, PeriodRole, Reading

_NEAR = 8
"""Sentences at the head of a text within which the days are told."""
_HOLIDAY = {
    True: pattern(r"(?:假期?|长假|黄金周|春节|国庆|五一|元旦|中秋|端午|清明)[”\"]?(?:假期|期间)?[（(]?$"),
    False: pattern(r"\b(?:holidays?|break|golden week|festival|long weekend)[\"”]?,? (?:\(|from |of |between |on )?$"),
}
_FAIR = {
    True: pattern(r"(?:[会展节周赛]|双(?:11|12|十一|十二)|618|大促|(?:活动|展会|展览)期间)[”》]?(?:[（(]|于|将?于)?$"),
    False: pattern(
        r"\b(?:fair|expo|exhibition|show|event|festival|carnival)\b[^.;]{0,130}$"
        r"|^[\s\"“]*(?:held|running|taking place)\b[^.;]{0,40}$"
        r"|\b(?:returns?|returning|returned|comes? back|is back|moves?) (?:to|at) the (?-i:[A-Z])[\w ]{3,60}?"
        r" (?-i:Centre|Center|Halls?|Arena|Complex|Grounds?)\b[^.;]{0,24}$"
    ),
}
"""What stands in front of the days of a holiday or fair, in Chinese and in English."""
_FAIR_BEHIND = Brief(
    r"^(?:上午|下午|晚间?)?，?(?:在[^，。；]{2,12}，)?[^，。；]{0,24}?(?:博览会|交易会|展销会|展览会|博会|展)(?:[（(][^）)]{1,12}[）)])?"
    r"(?:在[^，。；]{2,20})?(?:举行|举办|亮相|开幕|启幕|拉开帷幕|闭幕|落幕|谢幕|收官|落下帷幕)"
    r"|^(?:正式|盛大|如期|隆重)?(?:开幕|启幕|揭幕)(?:[，。；]|$)"
)
"""What stands behind its days where a Chinese text tells them first: 12月16日至18日，第17届贸易博览会在迪拜举行."""
_LONGEST_FAIR = 80
_AGAIN = {
    True: pattern(r"(?:节假日|小?长假|假期|黄金周|节日)(?:期间|里|内|中)|(?:小?长假|假期|黄金周)(?:首|第|末|头|最)?"),
    False: pattern(
        r"\b(?:over|during|in|for|throughout) (?:the|this) (?:[a-z-]+ ){0,2}?(?:holidays?|break|long weekend)\b"
        r"|\b(?:over|during|in|for|throughout) the (?:three|five|seven|eight|nine|[3-9])(?: days|-day period)\b"
    ),
}
_NUMBERED = {
    True: pattern(
        r"(?P<first>(?:开展|开幕|展会|开馆|活动|假期|开市|开园)(?:首日|第一天|当天|首天|头一天|头天|头一日)|首日)|(?P<second>(?:开展|展会|假期)第二天)"
        r"|(?P<last>(?:展会|活动|假期)?(?:最后一天|收官日|闭幕日|闭幕当天))"
    ),
    False: pattern(
        r"\b(?:(?:on|by the end of|during) (?:the|its) )?"
        r"(?:(?P<first>opening|first)|(?P<second>second)|(?P<third>third)|(?P<last>last|final|closing))[- ]day\b"
    ),
}
_NUMBERING = ("首", "第", "末", "头", "最")
"""What goes on behind 假期 where it only says which day of it: 假期首日."""
_PLACES = {"first": 0, "second": 1, "third": 2}
_OTHER = (
    "去年",
    "上年",
    "前年",
    "明年",
    "下个",
    "往年",
    "上届",
    "往届",
    "上个",
    "春节",
    "国庆",
    "中秋",
    "元旦",
    "端午",
    "清明",
    "五一",
)
_OTHERS_DAY = (" of the month", " of the year", " of the week", " of trading", " of school", " of the quarter")


_THIS_FAIR = {
    True: pattern(
        r"本届[\p{Han}]{0,8}?(?:博览会|交易会|展销会|展览会|展会|农博会|义博会|文交会|博会|大会|夜市|市集|展|会|节)"
        r"|本届(?:成交额|总成交|意向|采购商|客商|展位|展览面积|参展)|本届(?:全省|全市|全县|[\p{Han}]{2}(?:展团|交易团|代表团))|(?:^|[\p{Han}])(?:这次"
        r"|此次)(?:共?有|带来|组织)"
        r"|(?:活动|展会|展览|大促|促销|购物节)期间|双(?:11|12|十一|十二)[”》]?期间"
    ),
    False: pattern(
        r"\b(?:at|during|for) (?:this year's|the current) (?:fair|expo|exhibition|show|event|edition)\b"
        r"|\b(?:in|during|for|throughout|across) the (?:[a-z0-9]+-day )?(?:fair|expo|exhibition|show|event|festival)\b"
        r"|\bThe [0-9]{1,3}(?:st|nd|rd|th) (?-i:[A-Z])[^.,;]{3,90}? (?-i:Fair|Expo|Exhibition|Conference|Congress)"
        r" (?:has )?(?:closed|wrapped|concluded|ended)"
        r"|^\s*The (?:[a-z0-9]+-day )?(?:fair|expo|exhibition|show|event|festival),? (?:has|had|drew|covers|features"
        r"|attracted|brought|boasts|is expected)\b"
    ),
}
"""What names the fair told of again."""


def with_days_told(readings: list[Reading]) -> list[Reading]:
    """Give the readings with a holiday named again, and a numbered day of it or of a fair, as the days told."""
    holiday = _days(readings, _HOLIDAY)
    readings = [_again(reading, holiday, _AGAIN) for reading in readings] if holiday is not None else readings
    days = holiday or _days(readings, _FAIR)
    if days is not None and holiday is None:
        readings = [_of_names(_again(reading, days, _THIS_FAIR), days) for reading in readings]
    opening = _opening(readings)
    readings = [_on_opening(reading, opening) for reading in readings] if opening is not None else readings
    if days is None:
        return readings
    return [_numbered(reading, days, free=holiday is not None) for reading in readings]


def _of_names(reading: Reading, days: PeriodMark) -> Reading:
    """Give an English reading with the year in the name of a fair as its days: "the 2025 China Yiwu … Fair closed"."""
    if reading.chinese or not any(_is_in_name(reading.text, mark, days) for mark in reading.periods):
        return reading
    periods = [
        replace(mark, first=days.first, last=days.last, again=True) if _is_in_name(reading.text, mark, days) else mark
        for mark in reading.periods
    ]
    return replace(reading, periods=tuple(periods))


def _is_in_name(text: str, mark: PeriodMark, days: PeriodMark) -> bool:
    """Say whether a year is that of the fair's days and part of the name of a fair."""
    if mark.first is None or days.first is None or mark.first.year != days.first.year:
        return False
    behind = text[mark.end : mark.end + _LONGEST_NAME]
    return text[mark.end - 4 : mark.end].isdigit() and _NAMED.match(behind) is not None


_NAMED = pattern(
    r"^(?-i:(?: [A-Z][\w&'-]*| of| and| on| for| \([A-Z]\w*\)){1,7}"
    r" (?:Fair|Expo|Exhibition|Forum|Conference|Congress|Summit))\b"
)
_LONGEST_NAME = 96


def _opening(readings: list[Reading]) -> PeriodMark | None:
    """Give the one day on which a text says that a market opens: 将于3月2日全面开市, "swung open on Wednesday"."""
    found = {
        mark.first: mark
        for reading in readings
        if reading.periods and _OPENING_DAY.found_in(reading.text)
        for mark in reading.periods
        if mark.first is not None and mark.first == mark.last and _opens(reading.text, mark)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _opens(text: str, mark: PeriodMark) -> bool:
    """Say whether a market is said to open on a day."""
    if is_chinese(text):
        return _OPENS_SHOP.match(text[mark.end : mark.end + _LONGEST_OPENING]) is not None
    return _OPENED.search(text[max(0, mark.start - _LONGEST_OPENING) : mark.start]) is not None


_LONGEST_OPENING = 72
_OPENING_DAY = Words(["开市", "开业", "开园", "开馆", "启用", "open", "inaugura", "first day"])
_OPENS_SHOP = Brief(
    r"^(?:（[^）]{2,6}）)?(?:全面|正式|统一|如期|恢复|重新|盛大|迎来)?(?:开市|开业|开园|开馆|启用)"
    r"|^[^。；]{2,40}?(?:市场|中心|商城|商场|商贸城)(?:正式|全面|盛大|如期|迎来|恢复|新春|新年|节后|[鼠牛虎兔龙蛇马羊猴鸡狗猪]年)+"
    r"(?:开市|开业|开园|开馆|启用)"
)
_OPENED = Brief(
    r"\b(?:(?:re)?opened|inaugurated|swung open|(?:re)?opened (?:its|their) (?:doors|gates)"
    r"|threw open (?:its|their) (?:doors|gates)|was inaugurated|open again)"
    r"(?: to [a-z ]{3,24})?(?: (?:after|for|following) [a-z ]{3,32})?(?: at [0-9: apm.]{3,9})?(?: on)? ?$"
)
_OPENING_AGAIN = {
    True: pattern(r"(?:开市|开业|开园|开馆|启用)(?:首日|首天|第一天|头一天|头一日|头天|当天|当日)"),
    False: pattern(
        r"\b(?:on|by the end of|during) (?:its |the )?(?:opening|first) day\b"
        r"|\b(?:attended|at|during|for) (?:the|its) (?:inauguration|opening ceremony|inauguration ceremony)\b"
    ),
}


def _on_opening(reading: Reading, day: PeriodMark) -> Reading:
    """Give a reading with the first day of a market as the one told: 开市首日客流将超过20万人次."""
    if not _OPENING_DAY.found_in(reading.text):
        return reading
    again = _OPENING_AGAIN[reading.chinese]
    spans = [span for span in again.spans(reading.text) if not _is_other(reading, *span)]
    return _dated(reading, [PeriodMark(*span, day.first, day.last) for span in spans])


def _days(readings: list[Reading], told: dict[bool, Expression]) -> PeriodMark | None:
    """Give the days of the one holiday or fair whose days are told at the head of a text."""
    found = {
        (mark.first, mark.last): mark
        for reading in readings[:_NEAR]
        for mark in reading.periods
        if (_is_some_days(mark) or _ran_long(reading, mark))
        and (
            told[reading.chinese].search(reading.text[: mark.start])
            or _opens_fair(reading, mark, told)
            or _names_holiday(reading, mark, told)
        )
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _opens_fair(reading: Reading, mark: PeriodMark, told: dict[bool, Expression]) -> bool:
    behind = reading.text[mark.end : mark.end + _LONGEST_FAIR]
    return told is _FAIR and reading.chinese and _FAIR_BEHIND.match(behind) is not None


def _names_holiday(reading: Reading, mark: PeriodMark, told: dict[bool, Expression]) -> bool:
    """Say whether a Chinese text names the holiday behind its days: 10月1日至8日的长假, 2月15日至23日春节假期."""
    if told is not _HOLIDAY or not reading.chinese:
        return False
    behind = reading.text[mark.end : mark.end + _LONGEST_FREE].removeprefix("的")
    return behind.startswith(_FREE_DAYS) or reading.text.endswith(FESTIVALS, mark.start, mark.end)


_FREE_DAYS = ("假期", "小长假", "长假", "黄金周", "放假")
FESTIVALS = ("春节", "国庆", "中秋", "端午", "五一", "元旦")
_LONGEST_FREE = 4


def _is_some_days(mark: PeriodMark) -> bool:
    if mark.first is None or mark.last is None or mark.role is not PeriodRole.CURRENT:
        return False
    return 0 < (mark.last - mark.first).days <= LONGEST_EVENT


def _ran_long(reading: Reading, mark: PeriodMark) -> bool:
    """Say whether an English text says how long a festival of weeks ran: "which ran from May 13 to June 18"."""
    if mark.first is None or mark.last is None or mark.role is not PeriodRole.CURRENT or reading.chinese:
        return False
    ran = _RAN.search(reading.text[: mark.start][-_LONGEST_RUN:]) is not None
    return ran and 0 < (mark.last - mark.first).days <= _LONGEST_FESTIVAL


_RAN = Brief(r"\b(?:ran|runs|running|lasted|took place) $")
_LONGEST_RUN = 16
_LONGEST_FESTIVAL = 62


def _again(reading: Reading, days: PeriodMark, words: dict[bool, Expression]) -> Reading:
    """Give a reading with the days where it names the holiday or fair and tells no other time of it."""
    spans = [_this(reading.text, *span) for span in words[reading.chinese].spans(reading.text)]
    named = [span for span in spans if not _is_other(reading, *span) and not reading.text.endswith(_NUMBERING, *span)]
    return _dated(reading, [PeriodMark(*span, days.first, days.last, again=True) for span in named])


def _this(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the words stand that name a fair again: 本届 of 本届成交额, which names what was sold there."""
    this = start + len("本届")
    return start, (this if text.startswith("本届", start) and text.startswith(_OF_FAIR, this) else end)


_OF_FAIR = ("成交额", "总成交", "意向", "采购商", "客商", "展位", "展览面积", "参展")


def _numbered(reading: Reading, days: PeriodMark, *, free: bool) -> Reading:
    """Give a reading with the days that it numbers: "on the opening day", 开展首日; `free` days open with no 开市."""
    alone = _without_same_day(reading)
    numbered = _days_numbered(alone, days)
    marks = [mark for mark in numbered if not (free and reading.text.startswith("开", mark.start))]
    return _dated(alone, marks) if marks else reading


def _without_same_day(reading: Reading) -> Reading:
    """Give a Chinese reading without 当天 where it only says of what the day is: 开幕当天."""
    if "当" not in reading.text:
        return reading
    periods = [mark for mark in reading.periods if not _is_same_day(reading.text, mark)]
    return replace(reading, periods=tuple(periods)) if len(periods) < len(reading.periods) else reading


def _is_same_day(text: str, mark: PeriodMark) -> bool:
    """Say whether a time is the day on which something opened or closed."""
    return text.startswith(("当天", "当日"), mark.start) and text.endswith(_BEGUN, 0, mark.start)


_BEGUN = ("开幕", "开展", "开馆", "闭幕", "展会", "活动", "假期", "开园")


def _days_numbered(reading: Reading, days: PeriodMark) -> Iterator[PeriodMark]:
    for match in _NUMBERED[reading.chinese].finditer(reading.text):
        if days.first is None or days.last is None or _is_other(reading, *match.span()):
            continue
        day = days.last if match.group("last") else days.first + timedelta(_PLACES[match.name])
        if day <= days.last:
            yield PeriodMark(*match.span(), day, day)


def _dated(reading: Reading, marks: list[PeriodMark]) -> Reading:
    if not marks:
        return reading
    return replace(reading, periods=tuple(by_start([*reading.periods, *marks])))


def _is_other(reading: Reading, start: int, end: int) -> bool:
    """Say whether words for a holiday or day mean another one, a base, or one whose days stand beside it."""
    text = reading.text
    spans = [(mark.start, mark.end) for mark in reading.periods]
    spans += [(mark.start, mark.end) for mark in reading.marks if mark.cue is Cue.BASE]
    if any(low <= end + 2 and start <= high for low, high in spans) or text.startswith(_OTHERS_DAY, end):
        return True
    return text[max(0, start - 3) : start].rstrip('”"').endswith(_OTHER) or " last year" in text[end : end + 10]
