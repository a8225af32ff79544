"""Decides whether a time named without a year is the next one, as plans and forecasts mean it: "will open in March"."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief
from barometer.claims.times import calendar
from barometer.claims.times.calendar import Range
from barometer.claims.times.meaning import LONG_PAST, PAST_QUARTER, Clock
from barometer.claims.values import Cue, PeriodMark, PeriodRole


def foreseen(case: Case, mark: PeriodMark, span: Range, clock: Clock) -> Range:
    """Move a month named without a year to its next time, where plans or forecasts are told.

    What is only expected may be of a time just over, whose figure is not out yet; what will be done may not.
    """
    day = span[1] or span[0]
    if not mark.yearless or day is None or clock.published is None or case.role.name == "old":
        return span
    against = case.reading.last(case.floor, case.mention.start, Cue.OLD) if case.language.base_follows else None
    if against is not None and against.value == "beside":
        return span  # "would fall by 1.2 percent, compared with a decline of 2.2 percent in November"
    if case.language.base_follows and _RECORDED.search(case.reading.text[max(0, mark.start - _NEAR) : mark.start]):
        return span
    first = mark.first or day
    limit = LONG_PAST if (day - first).days <= _LONGEST_MONTH else PAST_QUARTER
    age = (clock.published - day).days
    planned = age > limit and case.last_before(Cue.STATUS) is not None
    planned = planned or (age > 0 and (_is_due(case, mark) or _is_counted_for(case, mark, span, clock)))
    return calendar.shifted(span, 1) if planned or (span[1] is not None and age > 0 and _will_be(case, mark)) else span


def _is_counted_for(case: Case, mark: PeriodMark, span: Range, clock: Clock) -> bool:
    """Say whether somebody now counts or quotes something for a month about to come: "counts 62 sailings for October".

    A month that comes within so many days is the next one, unless the clause tells of what was done.
    """
    first, last = calendar.shifted(span, 1)
    if not case.language.base_follows or not case.reading.text.startswith("for ", mark.start):
        return False
    month = first is not None and last is not None and (last - first).days < _LONGEST_MONTH
    if first is None or not month or clock.published is None or not 0 < (first - clock.published).days <= _SOON:
        return False
    begins = case.reading.clause(mark.start)[0]
    return _COUNTS.search(case.reading.text[begins : mark.start]) is not None


_SOON = 62
_COUNTS = Brief(
    r"\b(?:counts?|quotes?|lists?|puts?|shows?|sees?|offers?|asks?|charges?|schedules?|is|are|has|have"
    r"|(?:is|are) (?:quoted|listed|booked|offered|scheduled))\b(?! (?:been|was|were))"
)
"""What is done now for a month to come."""


def _is_due(case: Case, mark: PeriodMark) -> bool:
    """Say whether a month is that by which something is expected now: "expects it to hit 95% by December"."""
    status, text = case.last_before(Cue.STATUS), case.reading.text
    if status is None or mark.role is not PeriodRole.AS_OF or not text.startswith("by ", mark.start):
        return False
    return text[status.start : status.end].lower() in _EXPECTS


_EXPECTS = frozenset({"expects", "expect", "plans", "plan", "aims", "aim", "hopes", "hope", "forecasts", "intends"})


def _will_be(case: Case, mark: PeriodMark) -> bool:
    """Say whether the clause of a time tells what will be done then: "will open 20 shops in the fourth quarter"."""
    start, _end = case.reading.clause(mark.start)
    if case.language.base_follows and _ONCE_OPEN.search(case.reading.text[start : mark.start]) is not None:
        return True
    if case.language.base_follows and not case.reading.text[start : mark.start].strip(' "“'):
        return _is_to_be(case.reading.text, mark.end)
    told = case.reading.last(start, mark.start, Cue.STATUS)
    return told is not None and case.language.will(case.reading.text[told.start :])


def _is_to_be(text: str, at: int) -> bool:
    """Say whether what follows a time is its subject and "will": "By the end of May 40 shops will be open"."""
    end = text.find(" will ", at, at + _LONGEST_SUBJECT)
    subject = text[at:end].lstrip(", ")
    if end < 0 or any(mark in subject for mark in ",.;:"):
        return False
    return _NO_SUBJECT.isdisjoint(subject.lower().split())  # "In May it said it will"


_ONCE_OPEN = Brief(
    r"(?:^\s*|\b)(?:when|once|as soon as) (?:it|they|the [a-z -]{2,24}?) (?:opens?|starts?|begins?|launch(?:es)?|goes"
    r"|go|comes?|enters?|is|are|becomes?)\b[^,.;]*$"
)
"""What opens on something that is to come: "When it opens in October, it is expected to house 90 shops"."""
_NO_SUBJECT = frozenset({
    "said", "says", "told", "announced", "decided", "agreed", "promised", "pledged", "that", "which", "who", "and",
    "but", "while", "as", "after", "has", "have", "had",
})  # fmt: skip
_LONGEST_SUBJECT = 80
_RECORDED = Brief(r"\b(?:recorded|seen|registered|posted|logged|reported|reached)(?: (?:in|for|during)(?: the)?)? $")
"""What makes a time one that is over: "slower than the 8.1 percent recorded in the first half"."""
_NEAR = 32
_LONGEST_MONTH = 31


def is_past_plan(case: Case, mark: PeriodMark, clock: Clock) -> bool:
    """Say whether a time stands in a clause before and is not that of the figure: over, and it plans; or to come.

    一季度营收…；拟投入3亿元. 力争年底前压缩至半小时，退货周期已由45天缩短到15天.
    """
    if clock.published is None or mark.last is None:
        return False
    if case.language.base_follows:  # "work began last month; it will cost 4 billion yuan"
        turned = case.reading.text.rfind(";", mark.end, case.mention.start)
        if turned < 0 and (planning := _PLANS_ON.search(case.reading.text[mark.end : case.mention.start])) is not None:
            turned = mark.end + planning.start()
        ahead = turned >= 0 and case.reading.last(turned, case.mention.start, Cue.STATUS) is not None
        return ahead and mark.last < clock.published
    if mark.end > case.clause[0]:
        return False
    if mark.last > clock.published:
        return "已" in case.reading.text[case.clause[0] : case.mention.start]
    plan = case.reading.last(case.clause[0], case.mention.start, Cue.STATUS)
    return mark.last < clock.published and plan is not None and plan.value == "target"


_PLANS_ON = Brief(
    r"(?:^|,)? (?:and|but) (?:(?:[\w'-]+ ){1,4})?(?:is |are |was |now )?(?:aim|plan|hop|intend|propos|target)[a-z]*\b"
)
"""What turns to a plan, behind what was done: "wrote $900,000 worth of orders last year and is aiming for"."""
