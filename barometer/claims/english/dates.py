"""English time expressions outside of news prose: "the third week of 2027", "from 4 to 22 January", "past 3 weeks".

The claims engine reads periods by its own patterns; this grammar gives what they leave, for whoever asks for all dates.
All ranges are inclusive. A month without a year is the latest one that has begun.
"""

from datetime import date, timedelta

from barometer.claims.english.date_words import (
    DAY,
    MONTH,
    NTH,
    NUMBER,
    SPELLED_YEAR,
    TENS,
    THIS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    counted,
    days_of_month,
    decade_from,
    first_monday,
    month_number,
    moved_by,
    spelled_year,
    unit_meant,
    week_around,
    whole_number,
    year_meant,
)
from barometer.claims.text.expressions import Match, pattern
from barometer.claims.text.scanning import alternatives
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.times.date_scanning import DateFound, Read, scan

_POINT = (
    rf"(?:{WEEKDAY},? )?(?:the )?{MONTH},? ?{DAY}(?:,? (?:of )?{YEAR})?\b"
    rf"|(?:{WEEKDAY},? )?{DAY} (?:of )?{MONTH}(?:,? {YEAR})?\b"
    rf"|{YEAR} ?,? ?{MONTH}\b|{MONTH} ?,? ?(?:of )?{YEAR}\b"
    rf"|{YEAR}[-/][a-z]{{3}}[-/][0-3]?[0-9]\b|{YEAR}-[01]?[0-9]-[0-3]?[0-9]\b"
    rf"|[01]?[0-9]/[0-3]?[0-9]/{YEAR}\b|[01]?[0-9]/[0-3]?[0-9]\b|{YEAR}\b|today|tomorrow|yesterday|now"
    rf"|(?:next|last|this) {WEEKDAY}\b|week [0-9]{{1,2}}\b|{DAY}\b"
)
_FORMS: tuple[tuple[str, str], ...] = (
    ("month_days", (rf"(?:from |between )?(?P<md1>{DAY})(?: to | ?- ?| until | till "
     rf"| and )(?P<md2>{DAY}),? (?:(?:of|in) )?(?:"
     rf"(?P<mdm>{MONTH})(?:,? (?P<mdy>{YEAR}))?|(?P<mdr>this|next|last) month)\b")),
    ("days_month", (rf"(?P<dmm>{MONTH}) (?:between )?(?P<dm1>{DAY})(?: ?- ?| to "
     rf"| and )(?P<dm2>{DAY})\b(?:,? (?P<dmy>{YEAR}))?")),
    ("day_to_month", (rf"from (?P<dt1>{DAY}) to (?P<dtm>{MONTH}) (?P<dt2>{DAY})\b(?:,? (?P<dty>{YEAR}))?")),
    ("named_span", (rf"(?P<nsr>this|next|last) week (?:between|from) (?P<ns1>{WEEKDAY})"
     rf" (?:and|to) (?P<ns2>{WEEKDAY})\b")),
    ("span", (rf"(?:(?P<lead>from|between|in) )?(?P<p1>{_POINT})(?: to | through | until | till | ?[-–] ?"
     rf"| and )(?P<p2>{_POINT})")),
    ("nth_week", (rf"(?:the )?(?P<nw>first|second|third|fourth|fifth|last) week(?: of)? (?:(?P<nwm>{MONTH})"
     rf"|(?P<nwy>{YEAR})"
     r"|(?P<nwr>this|next|last) (?P<nwu>month|year))\b")),
    ("week_of", (rf"(?:the )?(?:week (?:of|commencing|starting|beginning)(?: on)?"
     rf"|w/c) (?:the )?(?P<wo>(?:{MONTH}[. ]+{DAY}|{DAY}))\b")),
    ("month_of", (rf"month of (?P<mo>{MONTH})[. ]?{DAY}\b")),
    ("week_number", (r"week (?P<wn>[0-9]{1,2})\b")),
    ("part", (rf"(?P<pw>early|late|beginning of|start of|end of|middle of|mid) (?:the )?(?:(?P<pr>this|next"
     rf"|last) (?P<pu>week"
     rf"|month|year)|(?P<pm>{MONTH})|(?P<py>{YEAR}))\b")),
    ("rest", (r"rest (?:of )?(?:the |my |this |current )?(?P<ru>week|month|year)\b")),
    ("earlier", (r"(?P<ew>earlier|later) (?:this|in the) (?P<eu>week|month|year)\b")),
    ("after_next", (r"the (?P<au>week|month|year|weekend) after (?:the )?next\b")),
    ("counted", (rf"(?P<cw>next|coming|upcoming|past|last|previous|within(?: the (?:next|upcoming"
     rf"|coming))?) (?P<cn>{NUMBER}) ?(?P<cu>{UNIT})\b")),
    ("hence", (rf"(?P<hn>{NUMBER}) (?P<hu>{UNIT}) (?:hence|in the future)\b")),
    ("from_day", (rf"(?:for )?(?P<fn>{NUMBER}) (?P<fu>{UNIT}),? (?:starting(?: from)?|from) (?P<fp>{_POINT})")),
    ("quarter", (rf"(?:(?P<q1>{YEAR}) ?(?:the )?)?(?:(?P<qk>[qh])(?P<qn>[1-4])|(?P<qo>first|second|third"
     r"|fourth) quarter)"
     rf"(?: (?:of )?(?:(?P<q2>{YEAR})|(?P<qr>this|next|last) year)| ?(?:of )?(?P<qs>two thousand[a-z -]*))?\b")),
    ("decade", (r"(?:the )?(?P<dd>(?:[12][0-9])?[0-9]0)'?s\b|the '(?P<ds>[0-9]0)s\b")),
    ("decade_word", (rf"the (?:(?P<dwc>nineteen|eighteen|two thousand and"
     rf"|twenty)[ -])?(?P<dw>{alternatives([*TENS, 'tens'])})\b"
     r"|the (?P<dwt>two thousands)\b")),
    ("decades", (rf"the (?P<der>past|last|next|this) (?:(?P<den>{NUMBER}) )?decades?\b|(?P<det>this) decade\b")),
    ("century", (r"(?P<ce>[0-9]{1,2})(?:st|nd|rd|th) +century\b")),
    ("month_relative", (rf"(?P<mrr>this|last|next) (?P<mrm>{MONTH})\b"
     rf"|(?P<mnm>{MONTH}) (?P<mnr>this|last|next) year\b")),
    ("relative", (rf"(?:(?P<rr>{THIS}) )?(?P<rw>weekend)\b|(?P<rr2>{THIS}) (?P<rw2>week|month|year)\b")),
    ("year_month", (rf"(?P<ym>{YEAR}) ?[-/.] ?(?P<ymm>1[0-2]|0?[1-9])\b|(?P<mym>1[0-2]|0?[1-9]) ?[-/] ?(?P<my>{YEAR})\b"
     rf"|(?P<yn>{YEAR}) ?,? ?(?P<ynm>{MONTH})\b|(?P<nm>{MONTH}) ?,? ?(?:of )?(?P<ny>{YEAR})\b"
      rf"|(?P<nm2>{MONTH}) (?P<ny2>[0-9]{{2}})\b"
     rf"|(?P<nms>{MONTH}) of (?P<nys>{SPELLED_YEAR})")),
    ("year", (rf"year (?P<yy>[0-9]{{3}})\b|(?:in|year) (?P<ys>{SPELLED_YEAR}|two hundred and [a-z]+[ -][a-z]+)")),
    ("month", (rf"(?P<mm>{MONTH})\b")),
)  # fmt: skip
_DATES = tuple((name, pattern(rf"\b(?:{form})")) for name, form in _FORMS)


def dates(text: str, seen: date) -> list[DateFound]:
    """Give (start, end, first day, last day) of each time expression, as seen from a day; the longest form counts."""
    return scan(text, seen, _DATES, _READERS)


def _read_month_days(match: Match, seen: date) -> Range:
    first, last = whole_number(match.group("md1")), whole_number(match.group("md2"))
    if match.group("mdr"):
        month = calendar.month_before(seen, -(year_meant(match.group("mdr").lower(), seen) - seen.year))[0] or seen
        return days_of_month(month.month, first, last, month.year)
    return _in_year(month_number(match.group("mdm")), first, last, match.group("mdy"), seen)


def _in_year(month: int, first: int, last: int, year: str, seen: date) -> Range:
    if year:
        return days_of_month(month, first, last, int(year))
    span = days_of_month(month, first, last, seen.year)
    return span if span[0] is not None and span[0] <= seen else days_of_month(month, first, last, seen.year - 1)


def _read_days_month(match: Match, seen: date) -> Range:
    days = whole_number(match.group("dm1")), whole_number(match.group("dm2"))
    return _in_year(month_number(match.group("dmm")), *days, match.group("dmy"), seen)


def _read_day_to_month(match: Match, seen: date) -> Range:
    days = whole_number(match.group("dt1")), whole_number(match.group("dt2"))
    return _in_year(month_number(match.group("dtm")), *days, match.group("dty"), seen)


def _read_named_span(match: Match, seen: date) -> Range:
    first = unit_meant("week", match.group("nsr"), seen)[0] or seen
    low, high = WEEKDAYS[match.group("ns1").lower()], WEEKDAYS[match.group("ns2").lower()]
    return first + timedelta(days=low), first + timedelta(days=high)


_PART = pattern(
    rf"(?P<year>{YEAR})|(?P<month>{MONTH})\b|(?P<slash>[01]?[0-9]/[0-3]?[0-9])\b|(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\b"
    rf"|(?P<word>today|tomorrow|yesterday|now)|(?P<week>week [0-9]+)|(?P<rel>(?:next|last|this) {WEEKDAY})"
)


def _parts(words: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for match in _PART.finditer(words):
        parts.setdefault(match.name, match.group().lower())
    return parts


def _resolve(parts: dict[str, str], seen: date) -> Range:
    """Give the days of a point in time from its parts."""
    if "word" in parts:
        moved = {"tomorrow": 1, "yesterday": -1}.get(parts["word"], 0)
        return seen + timedelta(days=moved), seen + timedelta(days=moved)
    if "rel" in parts:
        relative, _, weekday = parts["rel"].partition(" ")
        first = unit_meant("week", relative, seen)[0] or seen
        return first + timedelta(days=WEEKDAYS[weekday]), first + timedelta(days=WEEKDAYS[weekday])
    if "week" in parts:
        return week_around(first_monday(seen.year) + timedelta(days=7 * (whole_number(parts["week"]) - 1)))
    month = month_number(parts.get("month", ""))
    if "slash" in parts:
        month, day = (int(part) for part in parts["slash"].split("/"))
        parts = parts | {"day": str(day)}
    if not month:
        return calendar.year_range(int(parts["year"])) if "year" in parts else NO_PERIOD
    year = int(parts["year"]) if "year" in parts else calendar.past_year_of(month, seen)
    if "day" in parts:
        return days_of_month(month, whole_number(parts["day"]), whole_number(parts["day"]), year)
    return calendar.months(year, month, month)


def _read_span(match: Match, seen: date) -> Range:
    one, two = _parts(match.group("p1")), _parts(match.group("p2"))
    dated = {"year", "month", "slash", "word", "week", "rel"}
    if not (dated & set(one)) or not (dated & set(two)):
        if not (dated & {*one, *two}):
            return NO_PERIOD
        if "month" in one and "day" in two:
            two["month"] = one["month"]
        elif "month" in two and "day" in one:
            one["month"] = two["month"]
        else:
            return NO_PERIOD
    if "year" in two and "year" not in one and not ({"word", "rel", "week"} & set(one)):
        one["year"] = two["year"]
    low, last = _resolve(one, seen)[0], _resolve(two, seen)[1]
    if low is None or last is None:
        return NO_PERIOD
    if low > last:
        low = low.replace(year=low.year - 1, day=min(low.day, 28))
    return low, last


def _read_nth_week(match: Match, seen: date) -> Range:
    which = NTH[match.group("nw").lower()]
    if match.group("nwm"):
        month = month_number(match.group("nwm"))
        return _nth_week(calendar.months(*[calendar.past_year_of(month, seen), month, month]), which)
    if match.group("nwu").lower() == "month":
        return _nth_week(unit_meant("month", match.group("nwr"), seen), which)
    year = int(match.group("nwy")) if match.group("nwy") else year_meant(match.group("nwr").lower(), seen)
    monday = first_monday(year) if which > 0 else first_monday(year + 1)
    return week_around(monday + timedelta(days=7 * (which - 1 if which > 0 else -1)))


def _nth_week(month: Range, which: int) -> Range:
    """Give the n-th week of a month: the first is the one with its first Thursday."""
    if month[0] is None or month[1] is None:
        return NO_PERIOD
    if which < 0:
        return week_around(month[1] - timedelta(days=3))
    monday = month[0] - timedelta(days=month[0].weekday())
    if monday + timedelta(days=3) < month[0]:
        monday += timedelta(days=7)
    return week_around(monday + timedelta(days=7 * (which - 1)))


def _read_week_of(match: Match, seen: date) -> Range:
    parts = _parts(match.group("wo"))
    if "month" not in parts:
        day = calendar.day(seen.year, seen.month, whole_number(parts.get("day", "1")))
        return week_around(day) if day else NO_PERIOD
    day = _resolve(parts, seen)[0]
    return week_around(day) if day else NO_PERIOD


def _read_part(match: Match, seen: date) -> Range:
    """Read "early next month", "end of March", "middle of 2000" as a half or a third of it."""
    where = {"early": "early", "beginning of": "early", "start of": "early", "mid": "mid", "middle of": "mid"}.get(
        match.group("pw").lower(), "late"
    )
    if match.group("py"):
        begins = {"early": 1, "mid": 5, "late": 9}[where]
        return calendar.months(int(match.group("py")), begins, begins + 3)
    month = month_number(match.group("pm"))
    if month:
        return _part_of("month", where, calendar.months(calendar.past_year_of(month, seen), month, month))
    unit = match.group("pu").lower()
    first, last = _part_of(unit, where, unit_meant(unit, match.group("pr"), seen))
    if unit == "week" and where == "late" and first and last and first <= seen < last:
        return seen + timedelta(days=1), last
    return first, last


def _part_of(unit: str, where: str, whole: Range) -> Range:
    """Give the early, middle or late part of a week, month or year."""
    begin, end = whole
    if begin is None or end is None:
        return NO_PERIOD
    if unit == "week":
        early, late = begin + timedelta(days=3), begin + timedelta(days=3)
        mid = begin + timedelta(days=1), begin + timedelta(days=4)
    elif unit == "month":
        early, late = begin.replace(day=15), begin.replace(day=16)
        mid = begin.replace(day=11), begin.replace(day=20)
    else:
        early, late = begin.replace(month=6, day=30), begin.replace(month=7)
        mid = begin.replace(month=5), begin.replace(month=8, day=31)
    return {"early": (begin, early), "late": (late, end)}.get(where, mid)


def _read_rest(match: Match, seen: date) -> Range:
    return seen, unit_meant(match.group("ru").lower(), "this", seen)[1]


def _read_earlier(match: Match, seen: date) -> Range:
    first, last = unit_meant(match.group("eu").lower(), "this", seen)
    return (first, seen) if match.group("ew").lower() == "earlier" else (seen, last)


def _read_after_next(match: Match, seen: date) -> Range:
    unit = match.group("au").lower()
    if unit in {"week", "weekend"}:
        return unit_meant(unit, "next", seen + timedelta(days=7))
    return calendar.month_before(seen, -2) if unit == "month" else calendar.year_range(seen.year + 2)


def _read_counted(match: Match, seen: date) -> Range:
    count, unit, word = counted(match.group("cn")), match.group("cu").lower(), match.group("cw").lower()
    if unit.startswith("decade") or not count:
        return NO_PERIOD
    if word.startswith("within"):
        return seen, moved_by(seen, count, unit)
    if word in {"past", "last", "previous"}:
        return moved_by(seen, -count, unit), seen
    return seen + timedelta(days=1), moved_by(seen, count, unit)


def _read_hence(match: Match, seen: date) -> Range:
    return seen + timedelta(days=1), moved_by(seen, counted(match.group("hn")), match.group("hu").lower())


def _read_from_day(match: Match, seen: date) -> Range:
    first = _resolve(_parts(match.group("fp")), seen)[0]
    count = counted(match.group("fn"))
    return (
        (first, moved_by(first, count, match.group("fu").lower()) - timedelta(days=1)) if first and count else NO_PERIOD
    )


def _read_quarter(match: Match, seen: date) -> Range:
    year = whole_number(match.group("q1") or match.group("q2"))
    if match.group("qr"):
        year = year_meant(match.group("qr").lower(), seen)
    if match.group("qs"):
        year = spelled_year(match.group("qs"))
    number = int(match.group("qn") or 0) or NTH.get(match.group("qo").lower(), 0)
    read = calendar.half if match.group("qk").lower() == "h" else calendar.quarter
    return read(year or seen.year, number)


def _read_decade(match: Match, _seen: date) -> Range:
    word = match.group("dd") or match.group("ds")
    return decade_from(int(word) if len(word) == 4 else 1900 + int(word))


def _read_decade_word(match: Match, _seen: date) -> Range:
    if match.group("dwt"):
        return decade_from(2000)
    word, century = match.group("dw").lower(), match.group("dwc").lower()
    if word == "noughties":
        return decade_from(2000)
    base = {"nineteen": 1900, "eighteen": 1800, "": 1900}.get(century, 2000)
    return decade_from(base + (10 if word == "tens" else TENS[word]))


def _read_decades(match: Match, seen: date) -> Range:
    first = seen.year // 10 * 10
    count = counted(match.group("den")) if match.group("den") else 1
    relative = (match.group("der") or "this").lower()
    if relative in {"past", "last"}:
        return decade_from(first - 10 * count)[0], decade_from(first - 10)[1]
    if relative == "next":
        return decade_from(first + 10)[0], decade_from(first + 10 * count)[1]
    return decade_from(first)


def _read_century(match: Match, _seen: date) -> Range:
    last = 100 * int(match.group("ce"))
    return (date(last - 100, 1, 1), date(last - 1, 12, 31)) if 100 < last < 9999 else NO_PERIOD


def _read_month_relative(match: Match, seen: date) -> Range:
    if match.group("mnm"):
        month = month_number(match.group("mnm"))
        return calendar.months(year_meant(match.group("mnr").lower(), seen), month, month)
    month, relative = month_number(match.group("mrm")), match.group("mrr").lower()
    return calendar.months(year_meant(relative, seen), month, month)


def _read_relative(match: Match, seen: date) -> Range:
    return unit_meant((match.group("rw") or match.group("rw2")).lower(), match.group("rr") or match.group("rr2"), seen)


def _read_year_month(match: Match, _seen: date) -> Range:
    month = whole_number(match.group("ymm") or match.group("mym"))
    month = month or month_number(match.group("ynm") or match.group("nm") or match.group("nm2") or match.group("nms"))
    year = whole_number(match.group("ym") or match.group("my") or match.group("yn") or match.group("ny"))
    if match.group("ny2"):
        short = int(match.group("ny2"))
        year = 1900 + short if short > 31 else 0
    if match.group("nys"):
        year = spelled_year(match.group("nys"))
    return calendar.months(year, month, month) if year else NO_PERIOD


def _read_year(match: Match, _seen: date) -> Range:
    year = whole_number(match.group("yy")) or spelled_year(match.group("ys"))
    return calendar.year_range(year) if 100 < year < 9999 else NO_PERIOD


def _read_month(match: Match, seen: date) -> Range:
    month = month_number(match.group("mm"))
    if match.group("mm") == "may":
        return NO_PERIOD
    return calendar.months(calendar.past_year_of(month, seen), month, month)


def _read_week_number(match: Match, seen: date) -> Range:
    return _resolve({"week": match.group()}, seen)


def _read_month_of(match: Match, seen: date) -> Range:
    month = month_number(match.group("mo"))
    return calendar.months(calendar.past_year_of(month, seen), month, month)


_READERS: dict[str, Read] = {
    "month_days": _read_month_days, "days_month": _read_days_month, "day_to_month": _read_day_to_month,
    "named_span": _read_named_span, "span": _read_span, "nth_week": _read_nth_week, "week_of": _read_week_of,
    "month_of": _read_month_of, "week_number": _read_week_number, "part": _read_part, "rest": _read_rest,
    "earlier": _read_earlier, "after_next": _read_after_next, "counted": _read_counted, "hence": _read_hence,
    "from_day": _read_from_day, "quarter": _read_quarter, "decade": _read_decade, "decade_word": _read_decade_word,
    "decades": _read_decades, "century": _read_century, "month_relative": _read_month_relative,
    "relative": _read_relative, "year_month": _read_year_month, "year": _read_year, "month": _read_month,
}  # fmt: skip
