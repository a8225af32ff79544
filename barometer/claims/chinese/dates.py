"""Chinese time expressions outside of news prose: 下下周末, 近三年, 十九世纪七十年代, 康熙二十年9月.

The claims engine reads periods by its own patterns; this grammar gives what they leave, for whoever asks for all dates.
All ranges are inclusive. A month without a year is the latest one that has begun.
"""

from datetime import date, timedelta

from barometer.claims.chinese.numerals import han_value
from barometer.claims.text.expressions import Match, pattern
from barometer.claims.text.scanning import alternatives
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.times.date_scanning import DateFound, Read, scan

_ERAS = {"民国": 1911, "康熙": 1661, "雍正": 1722, "乾隆": 1735, "嘉庆": 1795, "道光": 1820, "光绪": 1874, "神龙": 704,
         "贞观": 626, "开元": 712, "洪武": 1367, "永乐": 1402, "万历": 1572}  # fmt: skip
_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_COUNT = r"(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
_YEAR = (
    r"(?:(?:1[0-9]{3}|20[0-9]{2})\s?年|[12一二][零〇一二三四五六七八九]{3}年"
    r"|(?:[0-9]{2}|[零〇一二三四五六七八九]{2})\s?年)"
)
_DAY = rf"(?:{_YEAR}\s?)?{_N}月{_N}日"
_SLASHED = r"(?:[12][0-9]{3}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3})"
_TO = r"\s?(?:到|至|-|–|—|~)\s?"
_WEEKDAY = "一二三四五六日"
_FORMS: tuple[tuple[str, str], ...] = (
    ("era", (rf"(?P<era>{alternatives(_ERAS)})(?P<en>元|{_COUNT})年(?:(?P<em>{_N})月)?")),
    ("from_weekday", (rf"(?:(?P<fm>{_N})月的?最后一个(?:星期|周)(?P<fw>[{_WEEKDAY}])"
     rf"|(?P<fr>[上下]+)(?:个)?(?:周|星期)(?P<fd>[{_WEEKDAY}])){_TO}(?P<ft>{_DAY})")),
    ("days", (rf"(?P<d1>{_DAY}){_TO}(?:(?P<d2>{_DAY})|(?P<d3>{_N})日)")),
    ("slashed", (rf"(?P<s1>{_SLASHED}){_TO}(?P<s2>{_SLASHED})")),
    ("years", (rf"(?P<y1>{_YEAR}|(?:19|20)[0-9]{{2}})(?:{_TO}|\s?与\s?|之后)(?P<y2>{_YEAR}|(?:19"
     rf"|20)[0-9]{{2}})(?:之前|(?:之)?间)?")),
    ("decade", (rf"(?:(?P<dc>上|本|{_COUNT})世纪)?(?P<dn>[0-9]0|[一二三四五六七八九]十)年代")),
    ("nth_week", (rf"(?P<nm>{_N})月(?:份)?的?第(?P<nn>[一二三四五1-5])(?:个)?(?:周|星期)")),
    ("week", (r"(?P<wr>[上下]{1,3}|本|这|当)\s?(?:个)?(?:周|星期|礼拜)(?P<we>末)?")),
    ("counted", (rf"(?P<cw>过去|未来|近|前|上|后|最近|今后)\s?(?P<cn>{_COUNT})\s?(?P<cu>天|周|个?星期|个?月|年)")),
    ("year_month", (rf"(?P<ym>{_YEAR})\s?(?P<mm>{_N})月(?:份)?")),
    ("year", (rf"(?P<yy>[1-9][0-9]{{2}}年|{_YEAR})")),
    ("bare", (r"(?:^|[^0-9.,])(?P<by>(?:19|20)[0-9]{2})(?:[^0-9.,%]|$)")),
)  # fmt: skip
_DATES = tuple((name, pattern(form)) for name, form in _FORMS)
_DAY_PARTS = pattern(rf"(?:(?P<year>{_YEAR})\s?)?(?P<month>{_N})月(?P<day>{_N})日")
_SHORT_CENTURY = 50


def dates(text: str, seen: date) -> list[DateFound]:
    """Give (start, end, first day, last day) of each time expression, as seen from a day; the longest form counts."""
    return scan(text, seen, _DATES, _READERS)


def _number(words: str) -> int:
    if words.isdigit() and words.isascii():
        return int(words)
    return int(han_value(words) or 0)


def _year(words: str) -> int:
    """Read a year, one of two digits as the nearest century has it."""
    number = _number(words.replace(" ", "").removesuffix("年"))
    if number < 100:
        return number + (2000 if number < _SHORT_CENTURY else 1900)
    return number


def _day(words: str, seen: date, year: int = 0) -> date | None:
    match = _DAY_PARTS.search(words)
    if match is None:
        return None
    month, number = _number(match.group("month")), _number(match.group("day"))
    named = _year(match.group("year")) if match.group("year") else year or calendar.past_year_of(month, seen)
    return calendar.day(named, month, number)


def _read_era(match: Match, _seen: date) -> Range:
    count = 1 if match.group("en") == "元" else _number(match.group("en"))
    year = _ERAS[match.group("era")] + count
    month = _number(match.group("em")) if match.group("em") else 0
    return calendar.months(year, month, month) if month else calendar.year_range(year)


def _read_days(match: Match, seen: date) -> Range:
    first = _day(match.group("d1"), seen)
    if first is None:
        return NO_PERIOD
    if match.group("d3"):
        last = calendar.day(first.year, first.month, _number(match.group("d3")))
    else:
        last = _day(match.group("d2"), seen, first.year)
    return (first, last) if last is not None and first <= last else NO_PERIOD


def _read_from_weekday(match: Match, seen: date) -> Range:
    """Read 四月的最后一个星期一到十月一日, 上周四到十月一日."""
    weekday = _WEEKDAY.index(match.group("fw") or match.group("fd"))
    if match.group("fm"):
        month = _number(match.group("fm"))
        end = calendar.month_end(calendar.past_year_of(month, seen), month)
        first = calendar.weekday_before(weekday, end) if end else None
    else:
        first = _monday(seen, match.group("fr")) + timedelta(days=weekday)
    last = _day(match.group("ft"), seen, first.year) if first else None
    return (first, last) if first and last else NO_PERIOD


def _slashed(words: str) -> date | None:
    one, two, three = (int(part) for part in words.split("/"))
    return calendar.day(one, two, three) if one > 31 else calendar.day(three, two, one)


def _read_slashed(match: Match, _seen: date) -> Range:
    first, last = _slashed(match.group("s1")), _slashed(match.group("s2"))
    return (first, last) if first and last else NO_PERIOD


def _read_years(match: Match, _seen: date) -> Range:
    first, last = calendar.year_range(_year(match.group("y1"))), calendar.year_range(_year(match.group("y2")))
    if first[0] is None or last[1] is None or first[0] >= last[1]:
        return NO_PERIOD
    if match.group().endswith("之前"):
        return first[0], (last[0] or last[1]) - timedelta(days=1)
    return first[0], last[1]


def _read_decade(match: Match, seen: date) -> Range:
    word = match.group("dc")
    century = seen.year // 100 if word == "本" else seen.year // 100 - 1 if word in {"上", ""} else _number(word) - 1
    first = 100 * century + _number(match.group("dn"))
    return calendar.months(first, 1, 12)[0], calendar.month_end(first + 9, 12)


def _read_nth_week(match: Match, seen: date) -> Range:
    """Give the n-th week of a month: the first is the one with its first Thursday."""
    month = _number(match.group("nm"))
    first = calendar.day(calendar.past_year_of(month, seen), month, 1)
    if first is None:
        return NO_PERIOD
    monday = first - timedelta(days=first.weekday())
    if monday + timedelta(days=3) < first:
        monday += timedelta(days=7)
    monday += timedelta(days=7 * (_number(match.group("nn")) - 1))
    return monday, monday + timedelta(days=6)


def _monday(seen: date, words: str) -> date:
    steps = words.count("下") - words.count("上")
    return seen - timedelta(days=seen.weekday()) + timedelta(days=7 * steps)


def _read_week(match: Match, seen: date) -> Range:
    monday = _monday(seen, match.group("wr"))
    return monday + timedelta(days=5 if match.group("we") else 0), monday + timedelta(days=6)


def _read_counted(match: Match, seen: date) -> Range:
    count, unit = _number(match.group("cn")), match.group("cu").removeprefix("个")
    forward = match.group("cw") in {"未来", "后", "今后"}
    if not count or (match.group("cw") == "上" and unit == "年"):
        return NO_PERIOD
    other = _moved(seen, count if forward else -count, unit)
    return (seen + timedelta(days=1), other) if forward else (other, seen)


def _moved(day: date, count: int, unit: str) -> date:
    if unit in {"天", "周", "星期"}:
        return day + timedelta(days=count * (1 if unit == "天" else 7))
    index = day.year * 12 + day.month - 1 + count * (12 if unit == "年" else 1)
    end = calendar.month_end(max(1, min(9998, index // 12)), index % 12 + 1) or day
    return end.replace(day=min(day.day, end.day))


def _read_year_month(match: Match, _seen: date) -> Range:
    month = _number(match.group("mm"))
    return calendar.months(_year(match.group("ym")), month, month)


def _read_year(match: Match, _seen: date) -> Range:
    return calendar.year_range(_year(match.group("yy")))


def _read_bare(match: Match, _seen: date) -> Range:
    return calendar.year_range(int(match.group("by")))


_READERS: dict[str, Read] = {
    "era": _read_era, "from_weekday": _read_from_weekday, "days": _read_days, "slashed": _read_slashed,
    "years": _read_years, "decade": _read_decade, "nth_week": _read_nth_week, "week": _read_week,
    "counted": _read_counted, "year_month": _read_year_month, "year": _read_year, "bare": _read_bare,
}  # fmt: skip
