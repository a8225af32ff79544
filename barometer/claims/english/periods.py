"""English time expressions, resolved against the publish date, and the bases of comparisons, which date nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from barometer.claims import calendar
from barometer.claims.calendar import NO_PERIOD, Range
from barometer.claims.scanning import pattern
from barometer.claims.values import Cue, Mark, PeriodMark, PeriodRole

MONTHS = {
    name: number
    for number, names in enumerate(
        """january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|
        november nov|december dec""".replace("\n", "").split("|"),
        start=1,
    )
    for name in names.split()
}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: number for number, name in enumerate(_DAYS.split())}
_COUNTED = "one two three four five six seven eight nine ten eleven twelve"
_COUNTS = {word: number for number, word in enumerate(_COUNTED.split(), start=1)}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PLANS = {"13th": 13, "14th": 14, "15th": 15, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "12th": 12}

_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_COUNT = r"(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_YEAR = r"(?:(?:19|20)[0-9]{2}\b|(?:this|last|next|the (?:previous|same|current)|the) year\b)"
_OF = rf"(?:,? (?:of |in )?(?P<year>{_YEAR}))?"
_LEAD = (
    r"(?P<lead>\b(?:as of|as at|by|up to|until|till|through|since|from|starting from|starting|beginning|before|after"
    r"|in|during|"
    r"over|for|throughout|on|at|between|of|across|within|through)\s+)?"
    r"(?P<edge>(?:the )?(?:end of|close of|beginning of|start of|early|late|mid-?)\s*(?:the )?)?"
)
_PERIOD = pattern(
    _LEAD + r"(?:the )?(?:same )?(?:"
    rf"(?P<firstmonths>first (?P<count>{_COUNT}) months\b)"
    rf"|(?P<span>(?P<m1>{_MONTH})(?:\s?(?:-|–|—|to|and|through|until)\s?)(?P<m2>{_MONTH})(?:\b))"
    r"|(?P<quarter>(?P<q>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]quarter\b|Q(?P<qn>[1-4])\b)"
    r"|(?P<quarters>first (?P<nq>two|three) quarters\b)"
    r"|(?P<half>(?P<h>first|second|latter)[ -]half\b(?: year)?|H(?P<hn>[12])\b)"
    r"|(?P<plan>(?P<pn>1[0-9]th|thirteenth|fourteenth|fifteenth) five-year plan(?: "
    r"period)?(?:\s?\(20[0-9]{2}\s?[-–—]\s?20[0-9]{2}\))?)"
    r"|(?P<years>(?P<y1>(?:19|20)[0-9]{2})\s?(?:-|–|—|to|and|through)\s?(?P<y2>(?:19|20)[0-9]{2})\b)"
    rf"|(?P<date>(?P<dm>{_MONTH}) (?P<d1>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:-|–|—|to|and)\s?(?:(?P<dm2>{_MONTH}) "
    rf")?(?P<d2>[0-9]{{1,2}})\b)?)\b"
    rf"|(?P<datex>(?P<dx>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<dxm>{_MONTH}))\b"
    rf"|(?P<month>(?P<rel>last |this |next )?(?P<m>{_MONTH})(?: alone)?)\b"
    r"|(?P<relmonth>(?P<rm>last|this|next|previous|the same) (?P<ru>month|quarter|week|weekend|fiscal year|half)\b)"
    r"|(?P<now>so far this year|year to date|this year to date|so far in 20[0-9]{2}|since the (?:start|beginning) of "
    r"(?:this|the) year"
    r"|since the start of 20[0-9]{2}|to date this year)"
    r"|(?P<weekday>(?:last |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)"
    r"|(?P<day>yesterday|the same day)"
    r"|(?P<today>(?:now|today|currently|at present|these days|at the moment|nowadays)\b)"
    rf"|(?P<these>(?:(?:{_COUNT}) months|(?:january|february)-to-\w+ period|five-month period|(?:the|same|that) "
    rf"period)\b(?: under "
    rf"review)?)"
    r"|(?P<bare>(?:fiscal )?(?:(?:19|20)[0-9]{2}\b|(?:this|last|next|the|that) year\b|year-end\b))"
    r"|(?P<weeks>(?:this|last|next) (?:week|weekend|summer|winter|spring|autumn|season|decade)\b)"
    r"|(?P<later>(?:a|one) year later\b|the (?:following|next) year\b)"
    rf"){_OF}(?P<sofar> so far\b)?"
)

_PREVIOUS = r"(?:earlier|ago|before|previously)"
_SAME = (
    r"(?:the )?(?:same|corresponding|comparable|year-earlier|year-ago|prior-year)(?: (?:period|month|months|quarter"
    r"|time|week|day|half|span|"
    r"stretch|figure|level|number|point))?(?:,? (?:(?:of|in|a) )?(?:last year|the previous year|the year before|the "
    r"prior year|"
    r"year (?:earlier|ago)|20[0-9]{2}|a year (?:earlier|ago)))?"
)
_AGAINST = (
    r"(?:(?:as )?(?:compared|up|down) (?:with|to|from|on)|than|from|over|against|versus|on|relative to|vs\.?)(?: "
    r"that| those)?"
    r"(?: the (?:level|figure|number|total|amount|volume)s?)?(?: (?:of|in|for|at|during|recorded in|seen in|a))*"
)
_BASE = pattern(
    r"(?P<yoy>\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\by[/-]?o[/-]?y\b|\b(?:year|yearly) on year\b"
    rf"|\b{_AGAINST} (?:a|one|the) year (?:{_PREVIOUS})\b|\b(?:than|from|on|over) (?:a |the )?(?:previous |prior "
    rf"|last )year\b"
    rf"|\b{_AGAINST} (?:the )?(?:previous|prior|preceding) year\b|\bthan a year\b|\byear-earlier (?:figure|level"
    rf"|period|number)s?\b"
    rf"|\b{_AGAINST} {_SAME}|\bthan last year(?:'s)?\b|\bfrom last year(?:'s)?\b|\b(?:on )?an annual(?:ized)? basis\b"
    r"|\bcompared with last year(?:'s)?\b|\bfrom the year before\b|\blast year's (?:level|figure|total)\b"
    r"|\b(?:exceed|exceeds|exceeded|exceeding|top|surpass|surpassed|beat|match|than) last year's\b|\bon the "
    r"year\b|\bannually\b)"
    r"|(?P<mom>\bmonth[- ]on[- ]month\b|\bmonth[- ]over[- ]month\b|\bm/m\b|\bfrom (?:the )?(?:previous|prior"
    r"|preceding|last) month\b"
    r"|\b(?:than|from|on|over) a month (?:earlier|ago|before)\b|\bthan (?:in )?(?:the )?(?:previous|last) month\b"
    r"|\bon the month\b"
    r"|\bfrom a month (?:earlier|ago)\b)"
    r"|(?P<qoq>\bquarter[- ]on[- ]quarter\b|\bquarter[- ]over[- ]quarter\b|\bq/q\b"
    r"|\b(?:than|from|over|on) (?:in )?(?:the )?(?:previous|prior|preceding|last) quarter\b|\bfrom a quarter earlier\b"
    r"|\b(?:than|from|on) (?:in )?the (?:first|second|third|fourth)(?: quarter)?\b)"
    r"|(?P<since>\bweek[- ]on[- ]week\b|\bon the week\b|\bfrom (?:the |a )?(?:week (?:earlier|before|ago)|previous "
    r"week|week before|last week)\b"
    rf"|\b{_AGAINST} (?:the )?(?:same week) of (?:(?:last year)|20[0-9]{{2}})"
    r"|\bfrom the end of (?:last year|20[0-9]{2}|\w+)\b|\bfrom (?:last )?year-end\b"
    rf"|\b{_AGAINST} (?:\w+|[0-9]+) (?:years?|decades?|weeks?|months?|days?) {_PREVIOUS}\b"
    rf"|\b{_AGAINST} (?:the )?(?:previous|last|prior) (?:edition|fair|event|session|world cup|week|one|show|year's "
    rf"\w+)\b"
    rf"|\b(?:than |from |above |below |compared with |the )(?:that |the )?(?:level |levels )?(?:before|prior to) "
    rf"(?:the )?[\w ]{{3,40}}\b"
    r"|\bthan (?:usual|before|normal|average|planned|previously)\b|\bsince (?:its |the )?(?:launch|opening|start"
    r"|inception|founding)\b"
    rf"|\bpre-(?:pandemic|covid|tariff)(?: levels?)?\b)"
    rf"|(?P<year>\b(?:{_AGAINST}) (?P<base>(?:19|20)[0-9]{{2}})\b(?:'s level)?|\bsince (?P<base2>(?:19"
    rf"|20)[0-9]{{2}})\b|\bthe levels? (?:of|in|seen in) (?P<base3>(?:19|20)[0-9]{{2}})\b)"
    rf"|(?P<month>\b(?:compared with|than|from|over|against)(?: (?:in|that in|the level in))? (?P<bm>{_MONTH})\b)"
)


def bases(text: str) -> list[Mark]:
    """Give the words that name what a figure is compared with; a bare month or year keeps its name as value."""
    found = []
    for match in _BASE.finditer(text):
        why = match.name
        for group in ("yoy", "mom", "qoq", "since", "year", "month"):
            if match.group(group):
                why = group
        value = {
            "year": f"year:{match.group('base') or match.group('base3')}",
            "month": f"month:{MONTHS.get((match.group('bm') or '').lower().rstrip('.'), 0)}",
        }.get(why, why)
        if value != "year:":
            found.append(Mark(*match.span(), Cue.BASE, value))
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    """The groups of one match, as words in lower case."""

    groups: dict[str, str]
    seen: date | None

    def __getitem__(self, name: str) -> str:
        return self.groups.get(name) or ""

    @property
    def lead(self) -> str:
        return " ".join(self["lead"].split())

    @property
    def year(self) -> int | None:
        return _year_of(self["year"], self.seen)

    def year_for(self, month: int) -> int | None:
        """Give the year of a month named without one: the latest, or the next for a plan."""
        if self["year"]:
            return self.year
        if self.seen is None:
            return None
        if self["rel"].strip() == "next":
            return calendar.coming_year_of(month, self.seen)
        return calendar.past_year_of(month, self.seen)


def _year_of(words: str, seen: date | None) -> int | None:
    words = words.lower().strip()
    if words[-4:].isdigit():
        return int(words[-4:])
    if seen is None or not words:
        return None
    return seen.year + {"last year": -1, "the previous year": -1, "next year": 1}.get(words, 0)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)


def _first_months(found: _Found) -> Range:
    year = found.year or (found.seen.year if found.seen else None)
    return calendar.months(year, 1, _number(found["count"])) if year else NO_PERIOD


def _span(found: _Found) -> Range:
    first, last = MONTHS[found["m1"].rstrip(".")], MONTHS[found["m2"].rstrip(".")]
    year = found.year_for(last)
    return calendar.months(year - (first > last), first, last) if year else NO_PERIOD


def _quarter(found: _Found) -> Range:
    number = int(found["qn"]) if found["qn"] else _NTH[found["q"]]
    year = found.year
    if year is None and found.seen and not found["year"]:
        year = calendar.past_year_of(3 * number - 2, found.seen)
    return calendar.quarter(year, number) if year else NO_PERIOD


def _quarters(found: _Found) -> Range:
    year = found.year or (found.seen.year if found.seen else None)
    return calendar.quarter(year, 1, _number(found["nq"])) if year else NO_PERIOD


def _half(found: _Found) -> Range:
    number = int(found["hn"]) if found["hn"] else 1 if found["h"] == "first" else 2
    year = found.year
    if year is None and found.seen:
        year = calendar.past_year_of(6 * number - 5, found.seen)
    return calendar.half(year, number) if year else NO_PERIOD


def _plan(found: _Found) -> Range:
    word = found["pn"]
    return calendar.five_year_plan(_PLANS.get(word) or int(word[:2]))


def _years(found: _Found) -> Range:
    first, last = calendar.year_range(int(found["y1"])), calendar.year_range(int(found["y2"]))
    return (first[0], last[1])


def _date(found: _Found) -> Range:
    month = MONTHS[found["dm"].rstrip(".")]
    year = found.year_for(month)
    if year is None:
        return NO_PERIOD
    first = calendar.day(year, month, int(found["d1"]))
    last_month = MONTHS[found["dm2"].rstrip(".")] if found["dm2"] else month
    last = calendar.day(year, last_month, int(found["d2"])) if found["d2"] else first
    return (first, last) if first and last else NO_PERIOD


def _date_first(found: _Found) -> Range:
    month = MONTHS[found["dxm"].rstrip(".")]
    year = found.year_for(month)
    moment = calendar.day(year, month, int(found["dx"])) if year else None
    return (moment, moment)


def _month(found: _Found) -> Range:
    month = MONTHS[found["m"].rstrip(".")]
    year = found.year_for(month)
    return calendar.months(year, month, month) if year else NO_PERIOD


def _relative(found: _Found) -> Range:
    seen, back = found.seen, {"last": 1, "previous": 1, "next": -1}.get(found["rm"], 0)
    if seen is None:
        return NO_PERIOD
    if found["ru"] == "month":
        return calendar.month_before(seen, back)
    if found["ru"] == "quarter":
        return calendar.quarter_before(seen, back)
    return calendar.year_range(seen.year - back) if found["ru"] == "fiscal year" else NO_PERIOD


def _so_far(found: _Found) -> Range:
    return (date(found.seen.year, 1, 1), found.seen) if found.seen else NO_PERIOD


def _weekday(found: _Found) -> Range:
    if found.seen is None:
        return NO_PERIOD
    moment = calendar.weekday_before(WEEKDAYS[found["weekday"].split()[-1]], found.seen)
    return (moment, moment)


def _bare(found: _Found) -> Range:
    year = _year_of(found["bare"].removeprefix("fiscal "), found.seen)
    return calendar.year_range(year) if year else NO_PERIOD


def _nothing(_found: _Found) -> Range:
    return NO_PERIOD


_READERS: dict[str, Callable[[_Found], Range]] = {
    "firstmonths": _first_months, "span": _span, "quarter": _quarter, "quarters": _quarters, "half": _half,
    "plan": _plan, "years": _years, "date": _date, "datex": _date_first, "month": _month, "relmonth": _relative,
    "now": _so_far, "weekday": _weekday, "day": _nothing, "today": _nothing, "these": _nothing, "bare": _bare,
    "weeks": _nothing,
    "later": _nothing,
}  # fmt: skip
_AS_OF = frozenset({"as of", "as at", "by", "up to", "until", "till", "through", "before"})
_SINCE = frozenset({"since", "from", "starting from", "starting", "beginning"})
_GROUPS = tuple(dict.fromkeys([
    "lead", "edge", "year", "sofar", *_READERS, "count", "m1", "m2", "q", "qn", "nq", "h", "hn", "pn", "y1", "y2",
    "dm", "d1", "dm2", "d2", "dx", "dxm", "rel", "m", "rm", "ru",
]))  # fmt: skip


def periods(text: str, published: date | None) -> list[PeriodMark]:
    """Give the time expressions of a sentence, resolved; those without dates are windows."""
    found = []
    for match in _PERIOD.finditer(text):
        parts = _Found({name: (match.group(name) or "").lower() for name in _GROUPS}, published)
        name = next(name for name in _READERS if parts[name])
        if name == "bare" and parts["bare"] == "the year" and not parts.lead:
            continue
        span = _READERS[name](parts)
        found.append(_mark(match.start(), match.end(), name, span, parts))
    return _of_reports(text, found)


_REPORT = pattern(
    r"\b(?:report|article|statement|survey|story|tally|bulletin|post|interview)\b[^.;0-9]{0,110}?\b(?:in|on|of|from"
    r"|dated) "
    rf"{_MONTH}(?: [0-9]{{1,2}})?,? (?:19|20)[0-9]{{2}}\b"
)
_YEARLESS = frozenset({"span", "date", "datex", "month"})


def _of_reports(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Make the date of a report the day up to which its figures hold."""
    ends = {match.end() for match in _REPORT.finditer(text)}
    return [replace(mark, first=None, role=PeriodRole.AS_OF) if mark.end in ends else mark for mark in found]


def _mark(start: int, end: int, name: str, span: Range, found: _Found) -> PeriodMark:
    """Give the mark of a time expression: what its first and last words make of its dates."""
    if name == "later":
        return PeriodMark(start, end, None, None, PeriodRole.LATER, 1)
    if name == "these" or (name == "bare" and found["bare"] in {"the year", "that year"}):
        return PeriodMark(start, end, None, None, PeriodRole.SAME)
    if span == NO_PERIOD:
        return PeriodMark(start, end, None, None, PeriodRole.WINDOW)
    if name == "now" or found["sofar"]:
        return PeriodMark(start, end, span[0], found.seen, PeriodRole.RUNNING)
    yearless = name in _YEARLESS and not found["year"]
    return PeriodMark(start, end, *_edged(span, found), yearless=yearless)


def _edged(span: Range, found: _Found) -> tuple[date | None, date | None, PeriodRole]:
    lead = found.lead
    if lead == "before":
        return None, span[0] - timedelta(days=1) if span[0] else None, PeriodRole.AS_OF
    if lead in _AS_OF or (found["edge"].strip(" the").startswith(("end", "close")) and lead != "since"):
        return None, span[1], PeriodRole.AS_OF
    if lead in _SINCE:
        return span[0], None, PeriodRole.RUNNING
    return *span, PeriodRole.CURRENT
