"""English time expressions, resolved against the publish date."""

import re
from datetime import date, timedelta
from itertools import pairwise

from barometer.claims.english.months import MONTH
from barometer.claims.english.period_dates import READERS, Found
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Parted, Piece, pattern
from barometer.claims.text.scanning import by_start, touching
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.values import PeriodMark, PeriodRole

_COUNT = r"(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_YEAR = r"(?:(?:19|20)[0-9]{2}\b|(?:this|last|next|the (?:previous|same|current)|the) year\b)"
_OF = rf"(?:,? (?:of |in )?(?P<year>{_YEAR}))?"
_LEAD = (
    r"(?P<lead>\b(?:as of|as at|by|up to|until|till|through|"
    r"since(?: (?:its|the|their|it|they) (?:\w+ ){1,4}?(?:in|on))?|from|starting from|starting|beginning|before|after"
    r"|in|during|over|for|throughout|on|at|between|of|across|within|through)\s+)?"
    r"(?:\b(?:midnight|noon|[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm|a\.m\.|p\.m\.)),? (?:on )?)?"
    r"(?P<edge>(?:the )?(?:end of|close of|beginning of|start of|early|late|mid-?|end-|the whole of"
    r"|all of)\s*(?:the )?)?"
)
_PERIOD = Parted(
    _LEAD + r"(?:(?P<nextyear>the (?:following|next) year\b)|(?:the )?(?:same )?\b(?:"
    rf"(?P<nmonths>(?P<nm>{_COUNT})-month (?:period|figures?|totals?|data|tally|volume|trade|exports?|imports?"
    rf"|sales|foreign trade)\b)"
    rf"|(?P<firstmonths>first (?P<count>{_COUNT}) months\b)"
    rf"|(?P<firstdays>(?P<fd>first|last) (?P<days>{_COUNT}|[123][0-9]|twenty|fifteen) (?P<fdu>days|weeks)"
    rf" of (?P<fdm>{MONTH}))"
    rf"|(?P<monthsto>(?P<mt>{_COUNT})[ -]months?(?: period)? (?:to|through|until|up to|ended|ending)(?: in)? "
    rf"(?:the end of )?(?:[0-9]{{1,2}} )?(?P<mtm>{MONTH})(?: [0-9]{{1,2}}\b)?)"
    r"|(?P<quarterto>(?:(?:the|its|their) (?P<qt>quarter|half-year) (?:to|through)"
    r"|(?:fiscal )?(?:(?:first|second|third|fourth)[ -])?(?P<qte>quarter|half(?:-year)?) (?:that )?(?:ended|ending))"
    rf"(?: on| in)? (?:the end of )?(?:[0-9]{{1,2}} )?(?P<qtm>{MONTH})(?: [0-9]{{1,2}}\b)?)"
    rf"|(?P<weekto>week (?:to|through|ended|ending)(?: on)? (?P<wtm>{MONTH}) (?P<wtd>[0-9]{{1,2}})\b)"
    rf"|(?P<weekof>(?:first|second|third|fourth|last|final|opening) (?:week|weekend|half|part) of (?:{MONTH}))"
    rf"|(?P<yearto>year (?:to|through|ended|ending)(?: in)? (?:the end of )?(?P<ytm>{MONTH})(?: [0-9]{{1,2}}\b)?)"
    rf"|(?P<span>(?P<m1>{MONTH})(?:\s?(?:-to-|-|–|—|to|and|through|until)\s?)(?P<m2>{MONTH})(?:\b))"
    r"|(?P<quarters>first (?P<nq>two|three) quarters\b(?: \(Q1 ?[-–] ?Q[23]\))?|Q1(?:-|–| to )Q(?P<nqn>[23])\b)"
    r"|(?P<quarter>(?P<q>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]quarter\b(?: \(Q[1-4]\))?"
    r"|Q(?P<qn>[1-4])\b)"
    r"|(?P<half>(?P<h>first|second|latter)[ -]half\b(?: year)?(?: \(H[12]\))?|H(?P<hn>[12])\b)"
    r"|(?P<plan>(?P<pn>1[0-9]th|thirteenth|fourteenth|fifteenth) five-year plan(?: "
    r"period)?(?:\s?\(20[0-9]{2}\s?[-–—]\s?20[0-9]{2}\))?)"
    r"|(?P<iso>20[0-9]{2}-[01][0-9]-[0-3][0-9]\b)"
    rf"|(?P<dashed>(?P<dad>[0-3]?[0-9])-(?P<dam>{MONTH})-(?P<daye>20[0-9]{{2}})\b)"
    r"|(?P<years>(?P<y1>(?:19|20)[0-9]{2})(?:\s?(?:-|–|—|to|and|through)\s?(?P<y2>(?:19|20)[0-9]{2})\b"
    r"|[-–/](?P<y2short>[0-9]{2})\b))"
    r"|(?P<festival>May Day\b(?: holidays?)?|(?:labou?r day|national day|new year|dragon boat|qingming|lantern)"
    r"(?: festival)?(?: holidays?| golden week)\b|spring festival(?: holidays?| rush| break)?\b|golden week\b"
    r"|summer holidays?\b)"
    rf"|(?P<date>(?P<dm>{MONTH}) (?P<d1>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:-|–|—|to|and)\s?(?:(?P<dm2>{MONTH}) "
    rf")?(?P<d2>[0-9]{{1,2}})\b)?)\b"
    rf"|(?P<datex>(?:(?P<dx0>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: (?P<dxm0>{MONTH}))?\s?(?:-|–|—|to)\s?)?"
    rf"(?P<dx>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<dxm>{MONTH}))\b"
    rf"|(?P<month>(?P<rel>last |this |next )?(?P<m>{MONTH})(?: alone)?)\b"
    r"|(?P<relmonth>(?P<rm>last|this|next|previous|the same) (?P<ru>month|quarter|week|weekend|fiscal year|half)\b)"
    r"|(?P<now>so far this year|year to date|this year to date|so far in 20[0-9]{2}|since the (?:start|beginning) of "
    r"(?:this|the) year"
    r"|since the start of 20[0-9]{2}|to date this year)"
    r"|(?P<weekday>(?:last |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)"
    r"|(?P<yesterday>yesterday)\b|(?P<day>the same day)"
    r"|(?P<today>(?:now|today|currently|at present|these days|at the moment|nowadays)\b)"
    rf"|(?P<these>(?:(?:the same|that) date"
    rf"|(?:the|those|these|same) (?:{_COUNT} months|(?:two|three) quarters)|(?:january|february)-to-\w+ period"
    rf"|(?:the|same|that) (?:reporting )?period|(?:the|that) same (?:quarter|half)|the month|the quarter"
    rf"|the half-year(?: as a whole)?)\b"
    r"(?: under review)?)"
    r"|(?P<bare>(?:fiscal )?(?:(?:19|20)[0-9]{2}\b|(?:this|last|next|the|that) year\b|year-end\b|year's end\b|(?:full"
    r"|whole)[- ]year\b))"
    r"|(?P<weeks>(?:seven|7) days (?:to|through|ended|ending)(?: on)? (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:this|last|next) (?:week|weekend|summer|winter|spring|autumn|season|decade|christmas|holiday season"
    r"|festive season|easter|halloween)\b)"
    r"|(?P<later>(?:a|one) year later\b)"
    rf"|(?P<yearsago>(?P<ago>{_COUNT}) years ago\b)"
    rf")){_OF}(?P<sofar> so far\b)?"
)


_MEASURED = pattern(r" (?:volume|trade|exports?|imports?|sales)$")
"""What is measured in some months, and is no part of their name: "its five-month exports"."""
_REPORTED = frozenset({"the period", "the reporting period"})
_CLOSING = pattern(r"(?:the )?(?:end|close)\b")
_AS_OF = frozenset({"as of", "as at", "by", "up to", "until", "till", "through", "before"})
_SINCE = frozenset({"since", "from", "starting from", "starting", "beginning"})


def periods(text: str, published: date | None) -> list[PeriodMark]:
    """Give the time expressions of a sentence, resolved; those without dates are windows."""
    found = []
    text = _COUNT_BEHIND.sub(_masked, text) if "," in text else text
    text = _COUNT_AT_END.sub(_masked, text) if "end of " in text else text
    for match in _PERIOD.finditer(text):
        parts = Found(match, published)
        name = next(name for name in READERS if match.start(name) >= 0)
        if _is_no_time(name, text, match, parts):
            continue
        if parts["these"] == "the month" or (parts["these"] in _REPORTED and _CLOSING.match(parts["edge"])):
            found += _of_the_month(match, parts)
            continue
        span = calendar.over_new_year(READERS[name](parts), published)
        span = _begun(name, span, parts, published)
        ahead = published is not None and span[1] is not None and span[1] > published
        if parts.lead in {"until", "till"} and (ahead or (name in _YEARLESS and not parts["year"])):
            continue
        if parts["today"] == "today" and _ENDED.search(text[: match.start()]):
            found.append(PeriodMark(*match.span(), published, published))
            continue
        measured = name == "nmonths" and _MEASURED.found_in(parts["nmonths"])
        end = match.end("nm") + len("-month") if measured else match.end()
        mark = _mark(match.start(), end, name, span, parts)
        found.append(_of_month_owning(mark) if parts.lead == "from" and text.startswith("'s ", match.end()) else mark)
    found = _up_to_weekday(text, _with_quarters(text, found))
    return _of_reports(text, _of_next_year(text, _of_days_told(text, found)))


_COUNT_BEHIND = re.compile(rf"(?<![A-Za-z])(?:{MONTH}) [0-9]{{1,3}}(?=,[0-9]{{3}}(?![0-9]))", re.IGNORECASE)
"""A number behind a month that is no day of it: "At the end of February 27,400 merchants"."""


_COUNT_AT_END = re.compile(rf"(?<=end of )(?:{MONTH}) [0-9]{{1,2}}(?= [a-z])", re.IGNORECASE)
"""A number behind the end of a month, which has no days: "By the end of May 40 shops had opened"."""


def _masked(match: re.Match[str]) -> str:
    """Give the words with a sign for each figure."""
    return "".join("#" if char.isdigit() else char for char in match.group())


def _up_to_weekday(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give the days from one to the day of the week named behind it as one time: "From May 13 to Sunday"."""
    joined: list[PeriodMark] = []
    for mark in found:
        before = joined[-1] if joined else None
        ends = text[mark.start : mark.end].lower().endswith("day") and mark.first == mark.last
        if before is not None and ends and before.first is not None and text[before.end : mark.start] in _UP_TO:
            begins = before.last is None or before.first == before.last
            if begins and mark.last is not None and before.first < mark.last:
                last = mark.last
                joined[-1] = replace(before, end=mark.end, last=last, role=PeriodRole.CURRENT, yearless=False)
                continue
        joined.append(mark)
    return joined


_UP_TO = frozenset({" to ", " through ", " until "})


def _of_month_owning(mark: PeriodMark) -> PeriodMark:
    """Give a month from whose figure something moved as the month, not as the time since then: "from July's 7.2%"."""
    first = mark.first
    if first is None or mark.last is not None:
        return mark
    return replace(mark, last=calendar.months(first.year, first.month, first.month)[1], role=PeriodRole.CURRENT)


def _is_no_time(name: str, text: str, match: Piece, parts: Found) -> bool:
    """Say whether words only look like a time: a year in a number, a month in a name, the day of a sale."""
    before, behind = text[: match.start()], text[match.end() : match.end() + _NEXT_WORD]
    if name == "years" and parts["y2short"]:
        return parts["y2short"] <= parts["y1"][2:]  # "2023-08" is a month
    if name == "bare":
        plain = parts["bare"] == "the year" and not parts.lead
        busy = parts["bare"] == "year-end" and _BUSY.match(behind)
        aim = parts["bare"].endswith("-year") and _AIM.match(behind)
        return bool(plain or busy or aim or _is_no_year(text, match))
    if name == "yearsago":  # only what opens a sentence dates it: "Two years ago one cost me $1.20"
        return bool(before.strip(' "“') or parts.lead)
    if name == "month":
        return bool(not parts.lead and _EVENT_NAME.match(behind)) or _is_surname(text, match)
    return name == "weekday" and _EVERY.search(before[-_NEXT_WORD:]) is not None


_QUARTER = pattern(r"\bin the (?P<which>first|second|third|fourth)(?:[,.;:)]|$| (?:and|but|to|from|as|while)\b)")
_AGAINST = pattern(r"\b(?:from|than|against|with|to|versus|after|following)\b")
_WHICH = ("first", "second", "third", "fourth")


def _with_quarters(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give also the quarter that is named by its number alone: "in the second quarter, down from 6.9% in the first"."""
    told = [mark for mark in found if text[mark.start : mark.end].lower().endswith("quarter")]
    if not told:
        return found
    more = []
    for match in _QUARTER.finditer(text):
        start, end = match.start(), match.end("which")
        named = min(told, key=lambda mark: abs(mark.start - start))
        if named.first is None or touching(found, start, end):
            continue
        number = _WHICH.index(match.group("which").lower()) + 1
        onward = text.startswith(
            " to ", named.end
        )  # "from 4.9 percent in the first quarter to 6.6 percent in the second"
        against = _AGAINST.search(text[named.end : start]) is not None  # "rose 5 percent in the first, 7 in the second"
        later = number > (named.first.month + 2) // 3 and named.end <= start and against and not onward
        span = calendar.quarter(named.first.year - later, number)
        more.append(PeriodMark(start, end, *span, yearless=named.yearless))
    return by_start([*found, *more]) if more else found


def _of_days_told(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give a holiday the days that follow it: "during the Spring Festival travel season, which ran from Feb. 2 to"."""
    told = list(found)
    for index, (named, days) in enumerate(pairwise(found)):
        long = days.first is not None and days.first != days.last
        if named.role is PeriodRole.WINDOW and long and _RAN.match(text[named.end : days.start]) is not None:
            told[index] = replace(days, start=named.start, end=named.end)
    return told


_RAN = pattern(
    r"^(?: (?:travel|holiday))?(?: (?:season|rush|holidays?|break|period))?(?:, which (?:ran|runs|lasted))? \(?$"
)


def _of_next_year(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give the days of "next year's fair, to be held on April 16-18" in that year."""
    if "next year" not in text.lower():
        return found
    told = list(found)
    for index, (before, mark) in enumerate(pairwise(found), start=1):
        gap = text[before.end : mark.start]
        near = len(gap) <= _NEXT_WORD * 3 and text[before.start : before.end].lower() == "next year"
        near = near and _SET_AGAINST.search(gap) is None
        if near and mark.yearless and mark.first is not None and before.first is not None:
            first, last = calendar.shifted((mark.first, mark.last), before.first.year - mark.first.year)
            told[index] = replace(mark, first=first, last=last, yearless=False)
    return told


_SET_AGAINST = pattern(r"\b(?:compared|against|versus|after|following|than|from)\b")
"""What makes a month behind "next year" one of before: "next year, compared with 2.2 percent in November"."""


def _of_the_month(match: Piece, parts: Found) -> list[PeriodMark]:
    """Give "in the month" and "at the end of the month", which is the one told of; other words for it are no time."""
    if _CLOSING.match(parts["edge"]):
        return [PeriodMark(*match.span(), None, None, PeriodRole.LATER, yearless=True)]
    told = parts.lead in {"in", "for", "during", "over"} and not parts["edge"]
    return [_mark(*match.span(), "these", NO_PERIOD, parts)] if told else []


def _is_no_year(text: str, match: Piece) -> bool:
    """Say whether a year is part of a number or of no year of its own: "Notice No. 12 of 2026", "times of the year"."""
    numbered = _NUMBERED.search(text[max(0, match.start() - _NEXT_WORD) : match.start()])
    return bool(numbered or _SEASON_OF.search(text[max(0, match.start() - _SEASON) : match.end()]))


def _begun(name: str, span: Range, found: Found, published: date | None) -> Range:
    """Give the time from which something new holds, named without its year: the next, where the last is long past."""
    begins = found.lead in _SINCE - {"since"} and name in {"date", "datex"} and not (found["year"] or found["d2"])
    if not begins or published is None or span[0] is None or (published - span[0]).days <= _LONG_BEGUN:
        return span
    return calendar.shifted(span, 1)


_ENDED = pattern(
    r"\b(?:shares?|stocks?|index|benchmark|futures)\b[^;]{0,80}"
    r"\b(?:closed|ended|finished|settled|fell|rose|gained|lost|added|dropped|climbed|jumped|advanced|slid|surged|slipped"
    r"|edged)\b[^;]{0,60}$"
)
"""What makes "today" the day of a report on a market: "Shares closed 1.3 percent lower today"."""
_LONG_BEGUN = 200
_SEASON = 24
_SEASON_OF = pattern(r"\b(?:weeks?|days?|seasons?|times?|stretch|period|most|much|part) of the year$")
"""What names a part of any year: "before the hottest weeks of the year"."""
_NEXT_WORD = 16
_NUMBERED = pattern(r"\bNos?\.? ?[0-9]+ $")
_AIM = pattern(r"^ (?:plan|target|goal|quota|budget|aim)s?\b")
_BUSY = pattern(r"^ (?:rush|sales?|shopping|holidays?|seasons?|peak|demand|orders|bonus)")
_EVERY = pattern(r"\b(?:(?:every|each)(?: other)?|black|cyber|good|super) $")
_EVENT_NAME = Brief(
    r"^ (?:auction|fair|show|expo|edition|festival|meeting|summit|session|round)s?\b"
    r"|^ (?:poll|survey)s?\b(?! (?:of|among|by) )"
)
_SHORT = pattern(r"^(?-i:Jan|Mar|Jun|Jul|Aug|Sep|Dec|June|April|May|August)$")
_FORENAMED = pattern(r"(?:^|[a-z,.\"“'] )(?-i:[A-Z][a-z]+) $")


def _is_surname(text: str, match: Piece) -> bool:
    """Say whether what reads as a month is part of a person's name: "supplier Dai Jun said"."""
    if not _SHORT.match(match.group()):
        return False
    before = _FORENAMED.search(text[max(0, match.start() - 24) : match.start()])
    return before is not None and before.group().split()[-1].lower() not in _LEADING


_LEADING = frozenset(
    {"in", "since", "by", "from", "until", "last", "this", "next", "early", "late", "during", "between"}
)
_REPORT = pattern(
    r"\b(?:report|article|statement|survey|story|tally|bulletin|post|interview)\b[^.;0-9]{0,110}?\b(?:in|on|of|from"
    r"|dated) "
    rf"{MONTH}(?: [0-9]{{1,2}})?,? (?:19|20)[0-9]{{2}}\b"
)
_SAID_IN = pattern(
    rf"\b(?:said|says|announced|noted|disclosed|revealed) (?P<month>in {MONTH})(?:[.,;\"”]|$)"
    rf"|\b(?:report|article|story|statement|bulletin|broadcast|post)(?: (?:published|issued|released|aired))?"
    rf" (?P<month2>in {MONTH}) (?:said|says|showed|put|found|noted|quoted)\b"
)
"""The month in which something was said, up to whose end figures hold that have no other time."""
_YEARLESS = frozenset({"monthsto", "quarterto", "span", "date", "datex", "month", "quarter", "half"})


def _of_reports(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Make the date of a report the day up to which its figures hold."""
    ends = {match.end() for match in _REPORT.finditer(text)}
    ends |= {max(match.end("month"), match.end("month2")) for match in _SAID_IN.finditer(text)}
    return [replace(mark, first=None, role=PeriodRole.AS_OF) if mark.end in ends else mark for mark in found]


def _mark(start: int, end: int, name: str, span: Range, found: Found) -> PeriodMark:
    """Give the mark of a time expression: what its first and last words make of its dates."""
    if name in {"later", "nextyear"}:
        return PeriodMark(start, end, None, None, PeriodRole.LATER, 1)
    if name == "relmonth" and found["rm"] == "the same":
        return PeriodMark(start, end, None, None, PeriodRole.SAME)
    if name == "these" or (found["bare"] in {"the year", "that year"} and not _CLOSING.match(found["edge"])):
        return PeriodMark(start, end, *span, PeriodRole.SAME)
    if span == NO_PERIOD:
        return PeriodMark(start, end, None, None, PeriodRole.WINDOW)
    if name == "now" or found["sofar"]:
        return PeriodMark(start, end, span[0], found.seen, PeriodRole.RUNNING)
    yearless = name in _YEARLESS and not found["year"]
    return PeriodMark(start, end, *_edged(span, found), yearless=yearless)


def _edged(span: Range, found: Found) -> tuple[date | None, date | None, PeriodRole]:
    lead = found.lead
    if lead == "before" and not _CLOSING.match(found["edge"]):
        return None, span[0] - timedelta(days=1) if span[0] else None, PeriodRole.AS_OF
    if (
        lead in _AS_OF
        or found["bare"] in {"year-end", "year's end"}
        or (_CLOSING.match(found["edge"]) and lead != "since")
    ):
        return None, span[1], PeriodRole.AS_OF
    ended = found["m2"] or found["d2"] or found["y2"] or found["dx0"]
    if lead == "between" and found["y2"]:
        return *span, PeriodRole.SPAN
    if lead in _SINCE and not (lead == "from" and ended):
        return span[0], None, PeriodRole.RUNNING
    return *span, PeriodRole.CURRENT
