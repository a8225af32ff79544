"""Which times of an English sentence date what it tells, and over which days each reaches."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from barometer.claims.english.place_parts import dateline
from barometer.claims.english.since_clauses import with_since
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.text.scanning import touching
from barometer.claims.times import calendar
from barometer.claims.values import Cue, Mark, PeriodMark, PeriodRole


def dating(text: str, times: Sequence[PeriodMark], bases: list[Mark], published: date | None) -> list[PeriodMark]:
    """Give the times that date figures, without those that only say when somebody spoke, began or was best.

    `bases` are what figures are compared with, whose times date none.
    """
    head = dateline(text)
    told = [_at_end(text, mark) for mark in times if mark.start >= head and _dates(text, mark, bases)]
    told = [_to_be_held(text, mark, published) for mark in told if not _is_when_reported(text, mark, told)]
    return _with_days(text, _without_last_day(text, _of_next_year(text, with_since(text, told), published)))


def _dates(text: str, mark: PeriodMark, bases: list[Mark]) -> bool:
    """Say whether a time may date a figure of its sentence."""
    before = text[max(0, mark.start - _BACK_FAR) : mark.start]
    if text.endswith(_NEW, 0, mark.end) or _RUNS_ON.search(text[max(0, mark.start - _BACK_FAR) : mark.end]):
        return False
    if _names_plan_or_weekday(text, mark) or _is_of_record(text, mark) or _is_of_founding(text, mark):
        return False
    if any(base.cue is Cue.EVERY and touching([base], mark.start, mark.end) for base in bases):
        return False
    week = text[mark.start : mark.end].lower() in _LATELY and text.startswith(" that ", mark.end)
    if (mark.first == mark.last or week or _TELLS_PLAN.match(text[mark.end :])) and _SAID_ON.search(before):
        return False
    if (
        _tells_beside(text, mark)
        or _ISSUED.search(before)
        or _FILED.search(text[max(0, mark.start - 2 * _BACK_FAR) : mark.start])
    ):
        return False
    since = text[mark.start : mark.start + 5].lower() == "since"
    return mark.role is PeriodRole.SPAN or since or not touching(bases, mark.start, mark.end)


def _names_plan_or_weekday(text: str, mark: PeriodMark) -> bool:
    """Say whether a time is only that of a plan told by the way, or any such day: "sells 200 cups on a Saturday"."""
    if text.endswith((" on a ", " every ", " each "), 0, mark.start) and text[: mark.end].endswith("day"):
        return True
    if "plan" not in text[mark.start : mark.end + len(" plan")].lower():
        return False
    part = _PART_OF.search(text[max(0, mark.start - _BACK_FAR) : mark.start])
    return part is not None or _YEAR_OF.search(text[: mark.end]) is not None


_YEAR_OF = pattern(
    r"\b(?:first|second|third|fourth|final|last|opening|fifth) year of (?:the )?[a-z0-9]+ five-year plan$"
)
_PART_OF = pattern(
    r"\b(?:project|part|element|component|pillar|task)s? (?:of|in|under)"
    r" (?:(?:the|its|their) )?(?:(?-i:[A-Z])\w+'s |(?:city|county|province|country|district)'s |national )?$"
)
"""What makes a plan only that to which something belongs: "a key project of Jinhua's 15th Five-Year Plan"."""


def _to_be_held(text: str, mark: PeriodMark, published: date | None) -> PeriodMark:
    """Give the days on which something will be held in the year to come: "The next fair will be held from Oct. 15"."""
    if published is None or not mark.yearless or mark.last is None or mark.first is None or mark.last >= published:
        return mark
    if _HELD_AHEAD.search(text[max(0, mark.start - 2 * _BACK_FAR) : mark.start]) is None:
        return mark
    first, last = calendar.shifted((mark.first, mark.last), 1)
    return replace(mark, first=first, last=last)


_HELD_AHEAD = pattern(
    r"\b(?:will (?:be held|take place|run|open|return|kick off)|(?:is|are) (?:scheduled|slated|set) (?:for|to)"
    r"|(?:is|are) to (?:be held|open|run|take place)"
    r"|(?:fair|expo|exhibition|show|festival|world cup|games|olympics|tournament|finals) (?:kicks off|opens|begins"
    r"|starts|takes place|gets under way|returns|runs))\b[^.;,]*$"
)
_ISSUED = pattern(
    r"\bahead of (?:a |an |the )?(?:[a-z'-]+ ){1,5}(?:on |in |at )?$|"
    r"\b(?:truce|deal|pact|agreement|notices?|circulars?|laws?|policy|policies|decree|statement|document|guidelines?"
    r"|timetable|schedule|scheme|pilot|programme|program|rules|measures|regulations?|system|fee|levy|duty)"
    r" (?:that was |which was )?(?:agreed|announced|issued|reached|struck|released|published|approved|adopted"
    r"|introduced|launched|imposed)"
    r" (?:in |on |at )?$"
)
"""What makes a time only that at which something was agreed or brought in: "under a truce agreed last month"."""


def _tells_beside(text: str, mark: PeriodMark) -> bool:
    """Say whether a time stands in a clause told by the way, set off in front of the main one.

    "Yiwu, where a reform began last December, said that", "On the Yiwu-Madrid line opened in 2014, a trip takes".
    """
    if not text.startswith(", ", mark.end):
        return False
    lead = text[: mark.start]
    return _WHERE.search(lead) is not None or _ON_LINE.match(lead) is not None


_WHERE = pattern(
    r", (?:where|which|whose) [^,;.]{3,80}?(?:[a-z]{2,}ed|began|came into force|took effect|went into (?:use|service))"
    r" (?:in |on |since )?$"
)
_ON_LINE = pattern(
    r"^\s*(?:on|at|in|from|along) [^;.]{3,90}?\b(?:line|route|service|link|airport|port|terminal|market|plant|factory"
    r"|centre|center|warehouse|zone|park|mall|store|fair) (?:which (?:was )?|that (?:was )?)?(?:opened|launched|started"
    r"|built|founded|completed) (?:in |on )?$"
)
_FILED = pattern(
    r"\bin (?:a|an|its|the) (?:[a-z]+ )?(?:filing|statement|disclosure|announcement) (?:with"
    r"|to) the [A-Z][A-Za-z ]{3,48}?"
    r"(?: late| early)?\s(?:on )?$"
)
"""What makes a day that on which something was told an exchange."""


def _is_when_reported(text: str, day: PeriodMark, told: list[PeriodMark]) -> bool:
    """Say whether a day is only that of a report on a time told behind: "on Thursday reported sales of 9 for 2024"."""
    if day.first is None or day.first != day.last or _REPORTS.match(text[day.end : day.end + _BACK_FAR]) is None:
        return False
    return any(mark.start > day.end and mark.first != mark.last and mark.role is PeriodRole.CURRENT for mark in told)


_REPORTS = pattern(
    r"^(?: (?:evening|morning|afternoon|night))? (?:reported|posted|announced|released|published|disclosed|unveiled"
    r"|booked)\b"
)


def _without_last_day(text: str, times: list[PeriodMark]) -> list[PeriodMark]:
    """Give the times without the day on which a fair closed, where all its days are told: its figures are of them."""
    days = [mark for mark in times if mark.first is not None and mark.last is not None and mark.first < mark.last]
    held = [
        mark
        for mark in days
        if mark.last is not None and mark.first is not None and (mark.last - mark.first).days <= _LONGEST_EVENT
        and _EVENT.search(text[: mark.start])
    ]  # fmt: skip
    if not held:
        return times
    return [mark for mark in times if mark in held or not _CLOSED_ON.search(text[: mark.start][-_BACK_FAR:])]


_LONGEST_EVENT = 20
_EVENT = pattern(r"\b(?:fair|expo|exhibition|show|event|festival|conference|forum|summit|carnival)\b[^.;]{0,40}$")
_CLOSED_ON = pattern(
    r"\b(?:closed|ended|concluded|wrapped up|wound up|(?:drew|came) to (?:an end|a close)|finished|opened) $"
)
_BACK_FAR = 48
_TELLS_PLAN = pattern(
    r"^,? (?:that )?(?:it|they|he|she|we|(?:the|its) [a-z]+) (?:[a-z]+ly )?(?:aim|plan|hop|intend|want|would|will|pledg"
    r"|target|expect)[a-z]*\b"
)
"""What is said of a time to come, behind the month in which it was: "said in May it aimed to cover 9,000 firms"."""
_SAID_ON = pattern(
    r"\b(?:said|says|announced|released|published|reported|noted|revealed|disclosed|showed|shows?|indicated|confirmed"
    r"|wrote|writes|told (?:reporters|[A-Z]\w+|an? [a-z ]{3,24}"
    r"|the [A-Za-z ]{3,24}))"
    r"(?: here| late| early| in (?:an?|its|the|their) (?:annual|quarterly|half-year|interim|full-year)"
    r" report(?: late| early)?(?: on)?| in (?:a|an|its|the) (?:[a-z]+ )?(?:statement|filing|report|post|notice|briefing"
    r"|note|email))?\s$"
    r"|\b(?:published|released|issued|conducted|compiled|carried out) by [A-Z][\w' ]{2,32}\s$"
    r"|\bwill (?:release|publish|announce|report|unveil|issue) [a-z' -]{3,40}\s$"
    r"|\b(?:data|figures|results|readings?|reports?|numbers) (?:(?:is|are) )?(?:due|scheduled|expected|set)"
    r"(?: to be (?:released|published|announced)| for release| out)?\s$"
)


def _with_days(text: str, times: list[PeriodMark]) -> list[PeriodMark]:
    """Give the name of a time the days that are told behind it: "the May Day holiday from May 1 to 5"."""
    found = list(times)
    for index, (mark, later) in enumerate(pairwise(times)):
        named = mark.role is PeriodRole.WINDOW and later.role is PeriodRole.CURRENT
        if _OF_EVENT.match(text[mark.end : later.start]) and _is_inside(mark, later):
            found[index] = replace(mark, first=later.first, last=later.last, role=PeriodRole.CURRENT)
        if named and text.startswith("from ", later.start) and _NAMED_ON.match(text[mark.end : later.start]):
            found[index] = replace(mark, first=later.first, last=later.last, role=PeriodRole.CURRENT)
    return found


_LATELY = frozenset({"last month", "last week", "this month", "this week", "earlier this month"})
"""When somebody said what follows: "said last month that it aimed for growth"."""
_NEW = ", new this year"
_RUNS_ON = pattern(r"\b(?:runs|running|lasts|continues|goes on|will run|will last|run) (?:through|until|till) \w+day$")
"""What stands before the day up to which an event goes on: "the fair, which runs through Friday"."""


_OF_EVENT = pattern(
    r"^'s [A-Za-z0-9' -]{0,48}\b(?:festival|fair|expo|show|event|season|promotion|campaign|carnival|holidays?)"
    r"(?:, (?:which|held) (?:ran |runs |lasted |was held )?| \()$"
)
"""What stands between "this year" and the days of its festival: "this year's festival, which ran from Nov. 1 to 11"."""


def _is_inside(mark: PeriodMark, days: PeriodMark) -> bool:
    if days.first is None or days.last is None or days.first == days.last or mark.first is None or mark.last is None:
        return False
    return mark.first <= days.first and days.last <= mark.last and (mark.first, mark.last) != (days.first, days.last)


def _of_next_year(text: str, times: list[PeriodMark], published: date | None) -> list[PeriodMark]:
    """Give the days told behind "next year" in the same clause that year: "Next year's fair is set for April 28"."""
    found = list(times)
    for index, (mark, later) in enumerate(pairwise(times)):
        if published is None or not later.yearless or later.first is None or later.last is None:
            continue
        told = text[mark.start : mark.end].lower().endswith("next year")
        if not told or not _ONE_CLAUSE.match(text[mark.end : later.start]):
            continue
        shifted = calendar.shifted((later.first, later.last), published.year + 1 - later.first.year)
        found[index + 1] = replace(later, first=shifted[0], last=shifted[1], yearless=False)
    return found


_ONE_CLAUSE = pattern(r"^[^,;.0-9]{0,48}$")
_NAMED_ON = pattern(r"^(?: [a-z-]+){0,3},? $")


_ENDED = pattern(r"\b(?:ended|closed|finished) (?:the )?$")
_WITH_STOCK = pattern(r"^ with (?:about |some |around |nearly |more than |over )?[0-9]")


def _at_end(text: str, period: PeriodMark) -> PeriodMark:
    """Give a time that ended with so many as its last day: "Zhejiang ended 2025 with 178,000 robots in service"."""
    ended = period.role is PeriodRole.CURRENT and _ENDED.search(text[max(0, period.start - _BACK_FAR) : period.start])
    if ended and period.first != period.last and _WITH_STOCK.match(text[period.end : period.end + _BACK_FAR]):
        return replace(period, first=None, role=PeriodRole.AS_OF)
    return period


def _is_of_record(text: str, period: PeriodMark) -> bool:
    """Say whether a time only says since when something is a record: "the highest reading since 2016"."""
    if _RECORD_SINCE.search(text[max(0, period.start - 2 * _BACK_FAR) : period.start]):
        return True
    since = text[period.start : period.start + 5].lower() == "since"
    return since and bool(_RECORD.search(text[max(0, period.start - _BACK_FAR) : period.start]))


_RECORD_SINCE = pattern(
    r"\b(?:highest|lowest|best|worst|biggest|largest|fastest|slowest|strongest|weakest) (?:[a-z]+ ){0,3}since"
    r" (?:the |its |their )?[\w' -]{3,40} (?:in |of )?$"
)
"""What makes a time that of what a record is counted from: "the highest since the company's listing in 2017"."""


def _is_of_founding(text: str, period: PeriodMark) -> bool:
    """Say whether a year only says how old somebody is: "His firm, founded in 1998, has 64 employees"."""
    head = text[: period.start]
    if _BORN.search(head) or (_PUT_TO_USE.search(head) and _GOES_ON.match(text[period.end :][:_OPENING])):
        return True
    if _BEFORE_ITS.search(head[-_BACK_FAR:]):
        return True
    if _TELLS_SINCE.match(text[period.start : period.end + len(", said")]) and _WHO.search(text[: period.start]):
        return True  # "Liu Fang, who has traded here since 2003, said"
    if text[period.end : period.end + 1] in {".", ",", ";"} and _BUILT.search(text[: period.start]):
        return True
    if _SINCE_WHEN.match(text) and period.end <= _OPENING:
        return True
    return text[period.end : period.end + 1] in {",", ")"} and bool(_FOUNDED.search(text[: period.start]))


_TELLS_SINCE = pattern(r"^(?:since|in) (?:19|20)[0-9]{2}, (?:said|says|tol)")
_WHO = pattern(r", who\b[^.;\"“]{3,120}$")
_SINCE_WHEN = pattern(
    r"^[\s\"“]*(?:[A-Za-z ]{3,20}: )?(?:first )?(?:founded|established|incorporated|formed|set up|created"
    r"|launched|opened|started|built) (?:in|back in) (?:[^,]|,[0-9]){4,80}, (?:(?:the|its|this) )?(?:[\w'&-]+ ){1,5}?"
    r"(?:now |today |currently |still |also )?"
    r"(?:is|has|employs|holds|runs|operates|sells|ships|makes|owns|covers|boasts|exports|serves|houses|produces"
    r"|supplies|turns)\b"
)
"""When a thing began, told in front of what it is now."""
_BUILT = pattern(
    r"\b(?:built|constructed|completed|covering|covers|designed) (?:[^.;]|\.[0-9])* and (?:was |were )?"
    r"(?:opened|inaugurated|put into (?:use|operation)|entered service|went into operation|began operations?)"
    r" (?:to the public )?(?:in |on )?$"
)
"""When a building opened, told behind its size or cost, which are no part of that time."""
_OPENING = 40
_BORN = pattern(r"\bborn $")
_FOUNDED = pattern(
    r"(?:, |\(|\b(?:unit|arm|firm|company|platform|subsidiary|studio|workshop|factory|plant|association) )(?:first )?"
    r"(?:founded|established|born|incorporated|formed|set up|registered|created)(?: in [A-Z]\w+)? (?:in )?$"
)
_BEGUN = (
    r"(?:first )?(?:founded|established|created|hired|recruited|set up"
    r"|put into (?:use|operation|service)|introduced|installed|launched"
    r"|built|opened|unveiled|formed) (?:in |on |last |this )?$"
)
_PUT_TO_USE = pattern(
    r"(?:^|[^a-z])(?:an?|the|its|their|his|her|our|each|this) (?:[a-z0-9-]+ ){0,3}?(?:system|hub|committee"
    r"|cent(?:er|re)|platform|office|line|service|facility|fund|warehouse|plant|factory|terminal|park|market|app|tool"
    r"|scheme|programme|program|workshop|firm|company|maker|group|association|port|school|route|body|brand|chain|mill"
    rf"|museum) {_BEGUN}"
    rf"|^[\s\"“]*(?:an?|the|its|their|our|his|her) (?:[a-z0-9-]+ ){{1,4}}?{_BEGUN}"
)
_GOES_ON = pattern(r"^ (?:has|have|had|is|was|can|will|to|that|now|spent|sold|made|sent|[a-z]+ed|[a-z]+s)\b|^,")
"""What is told of a thing behind when it came to be: "a gate system put into use in March has cut the time"."""
_BEFORE_ITS = pattern(
    r"\b(?:ahead of|before|prior to|in time for) (?:its|the|their) (?:[a-z-]+ ){0,2}(?:opening|launch|debut|start"
    r"|release"
    r"|listing|inauguration|premiere) (?:on |in )?$"
)
"""What makes a day only that of an opening to come: "has leased 92 percent ahead of its opening on April 18"."""
_RECORD = pattern(
    r"\b(?:highest|lowest|best|worst|biggest|largest|fastest|slowest|strongest|weakest|steepest|sharpest|longest"
    r"|first time|most|first (?:decline|fall|drop|rise|increase|gain|growth|contraction|loss|profit|surplus|deficit))\b"
    r"(?: [a-z'-]+){0,4} $"
)
