"""Decides the period of a figure: what its clause says, else what the sentence says, else what the text carries on.

The guideline's call 8. A level before a change keeps only a period of its own.
"""

from collections.abc import Sequence
from datetime import date

from barometer.claims.around_numbers import bare_gap
from barometer.claims.case import Case
from barometer.claims.replacing import replace
from barometer.claims.revising import is_revised
from barometer.claims.roles import is_foretold_beside
from barometer.claims.sharing import shared_out
from barometer.claims.text.expressions import Brief
from barometer.claims.times import calendar
from barometer.claims.times.ahead import foreseen, is_past_plan
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.times.carried import carried
from barometer.claims.times.choice import heads_list, own_mark, sentence_mark
from barometer.claims.times.meaning import Clock, Dated, resolved
from barometer.claims.times.milestones import day_of, is_sooner, is_stock_now, is_sum_reached, milestone
from barometer.claims.times.timeless import is_timeless, of_event
from barometer.claims.times.year_before import is_after, year_before
from barometer.claims.values import Cue, PeriodMark, PeriodRole


def period_of(case: Case, kind: str, clock: Clock, last: Dated | None = None) -> Dated:
    """Give the period of one mention; `last` is that of the mention before it in the sentence."""
    if is_timeless(case, kind, clock):
        return of_event(case, clock)
    dated = bool(case.reading.periods)
    mark = (shared_out(case, _of_one_role(case)) or _of_level_behind(case) or own_mark(case)) if dated else None
    mark = None if mark is not None and _is_of_answer(case, kind, mark, clock) else mark
    if kind == "rank" and mark is None and clock.whole and last is not None and last.span != NO_PERIOD:
        return last
    english = case.language.base_follows
    if kind == "rank" and english and _is_old_rank(case) and mark is not None and mark.start < case.mention.start:
        mark = None
    bound = _bound(case, kind, clock, last, dated=mark is not None)
    if bound is not None:
        return bound
    mark = mark or sentence_mark(case)
    if mark is not None and case.language.answers(case.reading.text[case.mention.end : mark.start]):
        mark = None
    if mark is not None and (of_others := _of_others(case, mark, clock, last)) is not None:
        return of_others
    still = mark is not None and (_holds_now(case, kind, mark) or _is_habit(case, mark))
    still = still or (english and mark is not None and _is_of_thing(case, mark))
    if mark is not None and not heads_list(case, mark) and still:
        return Dated()
    return _of_mark(case, kind, mark, clock, last)


def _of_others(case: Case, mark: PeriodMark, clock: Clock, last: Dated | None) -> Dated | None:
    """Give the period of a figure where the time beside it is that of a plan, of hopes or of what others answered."""
    if is_past_plan(case, mark, clock) or _is_hoped_for(case, mark):
        return Dated()
    if case.before is None:
        return None
    if case.language.base_follows:
        return Dated() if _is_of_hopes_before(case, mark) else None
    return (last or Dated()) if _is_of_answer_before(case, mark) else None


def _is_turned_from(case: Case) -> bool:
    """Say whether the figure before is the pace that a growth turned from: "up 6.4%, from 5.1% in June, ahead of"."""
    return case.before is not None and case.reading.text.endswith("from ", 0, case.before.start)


def _is_of_answer(case: Case, kind: str, mark: PeriodMark, clock: Clock) -> bool:
    """Say whether a time behind a figure is what those asked answered: "more than half expect … by December"."""
    if mark.start < case.mention.end or kind not in {"share", "count"} or case.role.name == "old":
        return False
    over = mark.last is not None and clock.published is not None and mark.last < clock.published
    found = over and case.role.name == "level" and case.language.base_follows  # "found that costs had climbed to 31%"
    return (case.language.polls(case.reading.text) and not found) or _tells_hopes(case)


def _is_hoped_for(case: Case, mark: PeriodMark) -> bool:
    """Say whether a Chinese time is that for which those asked have hopes: 对全年出口有信心的占四成."""
    led = case.dimension == "ratio" and "对" in case.reading.text[max(0, mark.start - 1) : mark.end]
    if not led or case.language.base_follows:
        return False
    return _HOPEFUL.match(case.reading.text[mark.end : mark.end + _NEAR]) is not None


_HOPEFUL = Brief(r"^[^，。；]{0,14}?(?:信心|乐观|悲观|看好|担忧|担心|谨慎)")
_MODALS = frozenset({"could", "may", "might", "will", "would", "should"})
"""What tells of those counted what will be of them, not what they answered."""


def _tells_hopes(case: Case) -> bool:
    """Say whether a share is of those who hope or plan something: "62 percent of the shops expect sales to rise"."""
    end = case.mention.end
    if not case.language.base_follows or Cue.STATUS not in case.reading.cues:
        return False
    hoping = next(iter(case.reading.between(end + 1, end + 3 * _NEAR, Cue.STATUS)), None)
    if hoping is None:
        return False
    if hoping.start == end + 1:
        return case.reading.text[hoping.start : hoping.end].lower() not in _MODALS
    told = case.reading.text[hoping.start : hoping.end].lower() in _HOPING
    return told and _OF_THOSE.match(case.reading.text[end : hoping.start]) is not None


_HOPING = frozenset({"expect", "expected", "intend", "intended", "foresee", "foresaw", "anticipate", "predict"})
_OF_THOSE = Brief(r"^ of [a-z0-9' -]{3,56} $|^ of [a-z0-9' -]{3,40} in [A-Z][a-z]+ $")
"""What stands between a share and what those hope who it is of."""


def _is_of_hopes_before(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time is what others hope for: "62 percent expect growth in 2026 and one in 10 foresees a fall"."""
    before = next((at for at in range(case.index - 1, -1, -1) if case.reading.mentions[at].end <= mark.start), None)
    if before is None or mark.end > case.mention.start or case.reading.mentions[before].unit != "percent":
        return False
    alike = case.dimension == "ratio" and case.role.name in {"bare", "share"} and _tells_hopes(case.other(before))
    return alike or (before == case.index - 1 and _tells_hopes(case))


def _is_of_answer_before(case: Case, mark: PeriodMark) -> bool:
    """Say whether a Chinese time is what others answered: 46%的商户预计11月订单增加；反映成本偏高的占28%."""
    text, gap = case.reading.text, case.reading.text[mark.end : case.mention.start]
    if "，" not in gap and "；" not in gap:
        return False  # 三分之一预计明年利润率将低于5% is of what they answered
    asked = [one for one in case.reading.mentions if one.end <= mark.start and one.unit == "percent"]
    told = asked and asked[-1].start != case.mention.start
    return bool(told) and case.language.answers(text[asked[-1].end : mark.start])


def _of_one_role(case: Case) -> Sequence[PeriodMark]:
    """Give the times of a sentence that may be a list: 截至4月14日，今年 are none."""
    periods = case.reading.periods
    if len(periods) < 2 or len({mark.role for mark in periods}) == 1:
        return periods
    return [mark for mark in periods if mark.role is not PeriodRole.AS_OF]


def _of_level_behind(case: Case) -> PeriodMark | None:
    """Give the time of the level that a change led to: "grew 13.5 percent to 812,000 tonnes in 2025"."""
    index = case.index + 1
    if not case.language.base_follows or case.role.name != "change" or index >= len(case.roles):
        return None
    level = Case(case.reading, index, case.language, case.lexicon, case.roles)
    gap = bare_gap(case.reading, case.mention.end, level.mention.start).strip()
    mark = own_mark(level) if level.role.name == "level" and gap in {"to", "at"} else None
    return mark if mark is not None and mark.start >= level.mention.end else None


def _bound(case: Case, kind: str, clock: Clock, last: Dated | None, *, dated: bool) -> Dated | None:
    """Give the period that a figure has by what it is, not by a time of its own: an old level, a part, a base named."""
    english = case.language.base_follows
    old = case.role.name == "old" or (english and ((kind == "rank" and _is_old_rank(case)) or is_after(case)))
    revised = english and is_revised(case)
    if revised or (old and not dated):
        if last is not None and (revised or _is_of_others(case)):
            return last
        return year_before(case, last) if last is not None else Dated()
    beside = english and is_foretold_beside(case) and not _is_turned_from(case)
    if last is not None and (beside or _goes_with(case, kind, dated=dated)):
        return last
    if last is not None and last.span[1] is not None and english and not dated and _is_goal_of_year(case):
        return Dated(calendar.year_range(last.span[1].year), last.because)
    if not dated and case.reading.speakers and _is_of_speaker(case):
        return Dated()
    return _by_base(case, clock) if not dated and Cue.BASE in case.reading.cues else None


def _is_of_others(case: Case) -> bool:
    """Say whether a level that another is set against is of others at the same time: "for those in towns"."""
    mark, behind = case.role.mark, case.reading.text[case.mention.end : case.mention.end + _NEAR]
    return mark is not None and mark.value == "beside" and case.language.of_others(behind)


def _is_old_rank(case: Case) -> bool:
    """Say whether a rank is the one held before: "came in seventh, up from eleventh a year earlier"."""
    words = case.reading.text[case.mention.start : case.mention.end].lower()
    return words.startswith(("up from", "down from", "compared", "against", "versus"))


def _is_goal_of_year(case: Case) -> bool:
    """Say whether a figure is the goal for a year that the one before it is a share of."""
    before = case.before
    gap = case.reading.text[before.end : case.mention.start] if before is not None else ""
    return case.language.aims(gap, "") and any(word in gap for word in ("annual", "full-year", "yearly", "year's"))


def _of_mark(case: Case, kind: str, mark: PeriodMark | None, clock: Clock, last: Dated | None) -> Dated:
    """Give the period that a time expression of the sentence makes, or what is carried on where there is none."""
    if mark is None or case.language.aside(case.reading.text[mark.end : case.mention.start]):
        return carried(case, kind, clock, last) if mark is None else Dated()
    because = case.at("time expression", mark.start, mark.end)
    if mark.role is PeriodRole.WINDOW or _holds_beside(case, mark, kind):
        return Dated(NO_PERIOD, because, mark=mark)
    year = _year_in_list(case, mark)
    if year is not None:
        return Dated(calendar.year_range(year), because, mark=mark)
    month = _month_in_list(case, mark)
    if month is not None:
        return Dated(month, because, mark=mark)
    if (
        mark.role is PeriodRole.SPAN
        and mark.last
        and not _is_yearly_mean(case)
        and (kind in {"change", "multiple"} or _is_reached(case) or case.language.when(case.reading.text[mark.end :]))
    ):
        mark = replace(mark, first=date(mark.last.year, 1, 1))
    span = foreseen(case, mark, resolved(mark, case.reading, clock), clock)
    span = _year_before_told(case, mark, _passed_on(case, span, clock), clock)
    before = case.before
    if case.mention.numeral.form == "ordinal" and kind == "count":
        span = milestone(case, mark, span, clock)
    elif is_sum_reached(case) and span[0] == span[1]:
        span = (None, span[1])
    elif is_stock_now(case, mark):
        return Dated()
    elif last is not None and before is not None and before.numeral.form == "ordinal" and last.mark == mark:
        span = last.span if case.dimension == "time" else day_of(mark, span, case.reading)
    from_text = clock.carried[1] is not None and mark.role in {PeriodRole.SAME, PeriodRole.LATER}
    return Dated(span, because, mark=mark, inherited=from_text or mark.again)


def _year_before_told(case: Case, mark: PeriodMark, span: Range, clock: Clock) -> Range:
    """Give the period of an old level of 上年, the year before the one told of: 全年…由上年的68天缩短到51天."""
    if case.role.name != "old" or span != clock.carried:
        return span
    return calendar.shifted(span, -1) if case.reading.text.startswith(("上年", "上一年"), mark.start) else span


def _passed_on(case: Case, span: Range, clock: Clock) -> Range:
    """Give the time up to the day on which a sum of the year was passed: "this year crossed 5 billion on June 3"."""
    published, mention = clock.published, case.mention
    if published is None or mention.modifier != "gt" or case.last_before(Cue.STATUS) is not None:
        return span
    year = calendar.year_range(published.year)
    day = next((one.last for one in case.reading.periods if one.first is not None and one.first == one.last), None)
    days = [one.start for one in case.reading.periods if one.first is not None and one.first == one.last]
    whole = any(
        (one.first, one.last) == year and (one.end <= mention.start or one.end + 1 in days)
        for one in case.reading.periods
    )
    return (year[0], day) if whole and day is not None and span in {year, (day, day)} else span


def _is_yearly_mean(case: Case) -> bool:
    """Say whether a change is the mean of the years of a span: 收案量年均增长13.6%."""
    return "年均" in case.reading.text[case.clause[0] : case.mention.start]


def _by_base(case: Case, clock: Clock) -> Dated | None:
    """Give the month that a base names by the same month of last year: "dearer than in February last year"."""
    bases = case.reading.between(case.mention.end, case.ceiling, Cue.BASE)
    if not bases:
        return None
    behind = bases[0]
    word, _, month = behind.value.partition(":")
    if word != "yoy" or not month.isdigit() or clock.published is None:
        return None
    number = int(month)
    year = calendar.past_year_of(number, clock.published)
    month_now = calendar.months(year, number, number)
    told = [(mark.first, mark.last) for mark in case.reading.periods]
    if month_now not in (*told, clock.carried):
        return None
    return Dated(month_now, case.at("a year after the base", behind.start, behind.end))


def _is_of_speaker(case: Case) -> bool:
    """Say whether a figure only tells about who speaks: "Wu Feng, a haulier with 46 trucks, said"."""
    start = case.mention.start
    for one in case.reading.speakers:
        if one.name is not None and one.name[0] >= 0 and one.name[1] <= start < one.end:
            return True
    return False


def _is_of_thing(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time only names a thing whose price is told of now: "the price of this year's best-seller is"."""
    if case.dimension != "money" or not case.reading.text.startswith("'s ", mark.end):
        return False
    between = case.reading.text[mark.end : max(mark.end, case.mention.start)]
    return _COSTS_NOW.search(between) is not None


_COSTS_NOW = Brief(r"^'s [a-z][^.;]{2,60}? (?:is|are|costs?|sells? for|goes for|fetch(?:es)?)\b")


def _is_habit(case: Case, mark: PeriodMark) -> bool:
    """Say whether the clause of a time expression tells what happens again and again."""
    if case.language.base_follows and _NORMALLY.match(case.reading.text[mark.end : case.mention.start]) is not None:
        return True
    return case.language.habitual(case.reading.text[case.reading.clause(mark.start)[0] : mark.start])


_NORMALLY = Brief(r"^,? [a-z]+ (?:would |will )?(?:normally|usually|typically) ")
"""What makes a time one of every year: "By late April she would normally have orders for 80,000 trees"."""


def _goes_with(case: Case, kind: str, *, dated: bool) -> bool:
    """Say whether a figure has the period of the one before: days before a milestone, a part ("of which")."""
    before = case.before
    if before is not None and not case.language.base_follows:
        return is_sooner(case, before, kind)
    if before is None:
        return False
    converted = case.reading.text[before.end : case.mention.start].strip() == "("
    if converted or (kind == "change" and case.dimension == "time" and before.numeral.form == "ordinal"):
        return True
    behind = case.reading.text[case.mention.end : case.mention.end + _NEAR]
    if kind == "change" and case.dimension == "time" and before.modifier == "gt" and behind.startswith(" earlier than"):
        return True  # "passed the 500-billion-yuan mark on August 26, 31 days earlier than in 2024"
    part = case.reading.last(max(before.end, case.clause[0]), case.mention.start, Cue.PART)
    return not dated and part is not None and not bare_gap(case.reading, before.end, part.start).strip(" ,")


def _holds_now(case: Case, kind: str, mark: PeriodMark) -> bool:
    """Say whether a figure is told of the present, behind a time in the past that dates another statement."""
    if mark.end > case.mention.start or kind in {"change", "multiple"}:
        return False
    if kind == "share":  # "She took over the workshop in 2016 and has moved half of the sales online"
        gap = case.reading.text[mark.end : case.mention.start]
        if not case.language.base_follows:
            return case.language.turns_to_now(gap, as_of=mark.role is PeriodRole.AS_OF)
        return case.language.turns_to_done(gap)
    planned = case.last_before(Cue.STATUS)
    if planned is not None and not case.language.breaks(case.reading.text[planned.end : case.mention.start]):
        return False
    gap = case.reading.text[mark.end : case.mention.start]
    first, last = mark.first, mark.last
    months = first is not None and last is not None and (last - first).days > _LONGEST_MONTH
    if case.language.base_follows:
        left = case.reading.text.startswith(_LEFT, case.mention.end)
        brought = months and _BROUGHT_TO.search(gap) is not None
    else:
        left, brought = False, kind == "rate" and _QUOTES_ON.search(gap) is not None
    return left or brought or case.language.turns_to_now(gap, as_of=mark.role is PeriodRole.AS_OF)


_LEFT = (" remain", " are left", " survive")
"""What tells how many there are still: "Of the 17 dealers she knew in 2019, only five remain"."""
_QUOTES_ON = Brief(r"；“[^”]*$|，”[^“”]{2,12}“[^”]*$")
"""What turns to what somebody says, whose rates hold now: 去年产值约130亿元；“利润率能到25%。”"""
_BROUGHT_TO = Brief(
    r", (?:bringing|taking|lifting|raising|pushing) (?:the|its|their) (?:[a-z]+ )?"
    r"(?:total|number|tally|network|fleet)\b[^.;0-9]{0,40} to (?:about |some |over |more than )?$"
)
"""What tells how many there are now, behind how many were added in months: "nine routes, bringing the total to"."""
_LONGEST_MONTH = 31


_NEAR = 24
"""Characters behind a number within which "a year earlier" is said of it."""


def _year_in_list(case: Case, mark: PeriodMark) -> int | None:
    """Give the year of a number in a list with one for each year of a span: 2023—2025年…依次为120、310和近700家."""
    if mark.role is not PeriodRole.SPAN or mark.first is None or mark.last is None:
        return None
    members = case.members
    years = mark.last.year - mark.first.year + 1
    return mark.first.year + members.index(case.index) if len(members) == years > 1 else None


def _month_in_list(case: Case, mark: PeriodMark) -> Range | None:
    """Give the month of a number in a list with one for each: "3 and 5 percent in March and April, respectively"."""
    if Cue.LIST not in case.reading.cues or " and " not in case.reading.text[mark.start : mark.end]:
        return None
    members = case.members
    if mark.first is None or mark.last is None or len(members) < _LEAST_LISTED:
        return None
    months = 12 * (mark.last.year - mark.first.year) + mark.last.month - mark.first.month + 1
    if months != len(members):
        return None
    year, month = divmod(12 * mark.first.year + mark.first.month - 1 + members.index(case.index), 12)
    return calendar.months(year, month + 1, month + 1)


_LEAST_LISTED = 2


def _is_reached(case: Case) -> bool:
    """Say whether a level is where something had come to by the end of a span: 增加到148个."""
    mark = case.role.mark
    if case.role.name != "level" or mark is None:
        return False
    word = case.reading.text[mark.start : mark.end].lower()
    return word == "to" if case.language.base_follows else word[-1:] in {"到", "至"}


def _holds_beside(case: Case, mark: PeriodMark, kind: str) -> bool:
    """Say whether a figure is a level that holds now, beside a window that runs up to now: no 今年已建成3.6万亩."""
    if mark.role is not PeriodRole.RUNNING or mark.first is None:
        return False
    part = case.reading.text[case.reading.text.rfind("；", 0, case.mention.start) + 1 : case.mention.end]
    if mark.last and case.language.grants(part) and case.reading.text.rfind("；", mark.end, case.mention.start) >= 0:
        return True  # 今年已安排专项资金1.2亿元；对公共海外仓，最高补助200万元
    if case.dimension in {"area", "length"}:
        return not case.language.is_built(case.reading.text[mark.end : case.mention.start])
    return mark.last is not None and kind in {"rate", "duration", "rank"}
