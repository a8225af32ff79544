"""Carries the period of a text on to the figures that have none of their own: to what happened, not to what holds now.

The guideline's call 8. A figure of the present, a plan, a length or a stock keeps no time that was told before it.
"""

from datetime import date

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.times.calendar import NO_PERIOD, in_force, year_range
from barometer.claims.times.choice import turned_from
from barometer.claims.times.guests import is_of_guest
from barometer.claims.times.meaning import LONG_PAST, Clock, Dated
from barometer.claims.times.of_now import is_of_now
from barometer.claims.times.otherwise import is_made_ready, is_set_up_too, is_supposed
from barometer.claims.values import Cue, Reading

_NEAR = 24
"""Characters behind a number within which it is told what it is of."""


def carried(case: Case, kind: str, clock: Clock, last: Dated | None) -> Dated:
    """Carry the period of the text on to what happened in it, not to lengths, rates and ranks that hold as they are.

    Outside a bulletin (`whole`), numbers of things are taken to hold now. A part ("of them") has its whole's period.
    """
    if Cue.PART in case.reading.cues and case.reading.last(case.clause[0], case.clause_end, Cue.PART) is not None:
        if last is None:
            return Dated(clock.last, clock.carried_because, inherited=clock.last != NO_PERIOD)
        if last.mark is None or not turned_from(case, last.mark):
            return last
    if last is not None and _is_of_figure_before(case, kind, last):
        return last
    of_now = is_of_now(case, clock)
    if not of_now and _is_milestone_of_day(case, kind, clock):
        return Dated((None, clock.carried[1]), clock.carried_because, inherited=True)
    if of_now or clock.carried == NO_PERIOD or (_is_apart(case, kind, clock) and not _is_at_fair(case, kind, clock)):
        return Dated()
    first, day = clock.carried
    on_day = kind == "count" and first == day
    ordinal = case.mention.numeral.form == "ordinal"
    milestone = on_day and (ordinal or case.language.sums_up(case.reading.text[: case.mention.start]))
    return Dated((None, day) if milestone else clock.carried, clock.carried_because, inherited=True)


def _is_milestone_of_day(case: Case, kind: str, clock: Clock) -> bool:
    """Say whether a figure is a milestone reached on the day told before: 这是他从义乌发出的第1000个货柜."""
    first, day = clock.carried
    ordinal = case.mention.numeral.form == "ordinal" and kind == "count" and case.dimension != "rank"
    return ordinal and first == day is not None and not case.reading.periods


def _is_of_figure_before(case: Case, kind: str, last: Dated) -> bool:
    """Say whether a figure has the time of the one before it, of which it tells more."""
    if not case.language.base_follows:
        return _sums_up_plan(case) or (last.span == NO_PERIOD and _moved_to_now(case))
    return _tells_more(case, kind, last) or _is_size_of(case)


def _moved_to_now(case: Case) -> bool:
    """Say whether a Chinese change is that by which a price of now has moved, or how many times another it is.

    工人月薪7800元，比五年前多2300元; 空运每公斤42元，是海运的十几倍.
    """
    before = case.before
    if before is None or case.role.name == "old":
        return False
    gap = case.reading.text[before.end : case.mention.start]
    moved = before.unit == case.mention.unit and case.role.name == "change" and gap.startswith(("，比", "，较"))
    times = case.dimension == "times" and gap.startswith("，是")
    moved = moved or (case.mention.unit == "percent" and gap.startswith(("，比", "，较")))
    priced = case.lexicon.dimension(before.unit) == "money" and not any(sign in gap[1:] for sign in "，；。")
    return priced and (moved or times) and not case.reading.periods


def _sums_up_plan(case: Case) -> bool:
    """Say whether a Chinese sum is what was planned before it comes to: 拟每10股派现金红利1.2元，合计派现6.58亿元."""
    if case.before is None or case.last_before(Cue.STATUS) is None:
        return False
    gap = case.reading.text[case.before.end : case.mention.start]
    return len(gap) <= _NEAR and any(f"，{word}" in gap for word in ("合计", "共计", "总计"))


def _is_apart(case: Case, kind: str, clock: Clock) -> bool:
    """Say whether a figure is not of the time carried on: it looks ahead, is of those asked, or holds as it is."""
    goal = _is_listed_goal(clock)
    looks_on = (
        (clock.carried[1] is None and case.last_before(Cue.STATUS) is not None)
        or case.language.habitual(case.reading.text[case.clause[0] : case.mention.start])
        or _is_future(case, clock)
        or is_supposed(case)
        or is_set_up_too(case)
        or is_made_ready(case)
        or (_is_present(case, kind) and not (goal or _is_of_fair_on(case, clock)))
        or _looks_ahead(case, clock)
        or _has_come_since(case, clock)
        or is_of_guest(case, clock)
    )
    polled = case.language.polls(case.reading.text) and not (
        clock.is_of_event() or was_foretold(case.reading, case.mention.start)
    )
    if looks_on or polled:
        return True
    if clock.is_of_event() and _A_YEAR.match(case.reading.text[case.mention.end : case.mention.end + _LONGEST_NOUN]):
        return True  # "its plants turn out 500 million cups a year", told at a fair
    if case.language.base_follows and _HOLDS_BEHIND.match(case.reading.text[case.mention.end :][:_LONGEST_NOUN]):
        return True
    holds = _holds(case, kind, clock) and (kind == "duration" or not goal) and not _is_lasted(case, kind)
    return (holds and not _is_planned_then(case, clock)) or _is_rule(case, clock)


_HOLDS_BEHIND = Brief(
    r"^ to (?:build|set up|construct|fit out|develop)\b"
    r"|^(?: (?:a|an|per) (?:month|day|year|week|piece|pair|box|hour))?, (?:is|are) "
)
"""What makes a sum one that holds, no part of a time told: "cost $36 million to build", "The wage, 9,500 yuan, is"."""
_A_YEAR = Brief(r"^[a-z' -]{0,32} (?:a year(?! ago| earlier| before)|annually|each year|every year|per year)\b")
_LONGEST_NOUN = 48


def _has_come_since(case: Case, clock: Clock) -> bool:
    """Say whether a figure has come about by now, after the closed time carried on: "He has cut prices by 5%"."""
    last, published = clock.carried[1], clock.published
    other = last is not None and published is not None and last != published and not clock.is_of_event()
    told = other and case.last_before(Cue.STATUS) is None  # "forecast to have risen"
    end = case.mention.end if case.mention.numeral.form == "verb" else case.mention.start  # "has been halved"
    return told and case.language.has_come(case.reading.text[case.clause[0] : end])


def _is_planned_then(case: Case, clock: Clock) -> bool:
    """Say whether a Chinese figure is planned for a time to come, told before: 明年有何打算？计划增加到4600个."""
    last = clock.carried[1]
    ahead = last is not None and clock.published is not None and last > clock.published
    planned = clock.planned or case.last_before(Cue.STATUS) is not None
    return ahead and not case.language.base_follows and planned


def _is_lasted(case: Case, kind: str) -> bool:
    """Say whether a length is that which something took in the time told: "Trials took 98 days on average"."""
    return kind in {"duration", "count"} and case.language.lasted(case.reading.text[case.clause[0] : case.clause_end])


def _is_at_fair(case: Case, kind: str, clock: Clock) -> bool:
    """Say whether a figure is what a fair to come will have: "Think four halls and 42,000 square meters!"."""
    told = clock.is_of_event_to_come() and kind in {"amount", "count"} and case.dimension != "money"
    if not told or case.language.is_done(case.reading.text[case.clause[0] : case.clause_end]):
        return False
    return not _is_present(case, kind) and case.last_before(Cue.STATUS) is None


def _is_listed_goal(clock: Clock) -> bool:
    """Say whether the time carried on is the one by which a list of goals is to be reached.

    "By the end of 2027 the city aims to (1) train 30,000 people": so many are not held to be there now.
    """
    end, published = clock.carried[1], clock.published
    return clock.planned and clock.listed and end is not None and published is not None and end > published


def _holds(case: Case, kind: str, clock: Clock) -> bool:
    """Say whether a figure is one that holds as it is: a whole that parts are taken of, a length, a rate, a stock."""
    if case.language.of_all(case.reading.text[: case.mention.start]) or kind == "duration":
        return True
    if _is_granted(case, clock) or (kind == "count" and (_is_flow(case) or _is_told_of_then(case))):
        return False
    sized = case.language.base_follows and not clock.reports and case.dimension in {"area", "length"}
    if sized or _is_told_as_it_is(case, kind, clock):
        return True
    if case.language.since_then(case.reading.text[case.mention.end :]) or (kind == "share" and _is_of_staff(case)):
        return True
    reported = clock.reports and (case.language.base_follows or not case.reading.speakers)
    compared = _is_compared_behind(case) or _is_come_to(case) or _is_set_against_level(case)
    if kind == "rate" and case.dimension != "index" and not (clock.listed or reported or compared):
        return True
    stock = case.dimension == "discrete" and case.mention.unit in _STOCKS
    return kind == "count" and stock and not (clock.whole or clock.is_of_story() or clock.is_of_event())


def _is_flow(case: Case) -> bool:
    """Say whether what is counted went by in the time told: 观看人次, "7.3 million were shipped"."""
    text, end = case.reading.text, case.mention.end
    if case.language.base_follows:
        return _DEALT_IN.match(text[end : end + _LONGEST_NOUN]) is not None
    return text.endswith(_FLOWS, 0, case.mention.start) or _ADDED.search(text[: case.mention.start]) is not None


_ADDED = Brief(
    r"新增(?:授权|发明|注册|签约|有效)?(?:专利|商标|订单|客户|品种|门店|网点|用户|会员|员工|岗位)(?:约|近|超过?|达|逾)?$"
)
"""What came anew in the time told: 新增专利64项."""
_DEALT_IN = Brief(
    r"^(?: [a-z-]+){0,2} (?:were|was) (?:sold|shipped|exported|sent|delivered|ordered|bought|dispatched|imported"
    r"|picked up|handled|loaded)\b"
)
_FLOWS = ("人次", "成交量", "订单量", "销量", "播放量", "浏览量", "访问量")
"""What is counted over a time: 观看人次超过65万."""


def _is_told_of_then(case: Case) -> bool:
    """Say whether a Chinese count is told of as it was then: “那时候城里的外商不到200人。”"""
    text = case.reading.text
    return not case.language.base_follows and "时" in text and _THEN.search(text[: case.mention.start]) is not None


_THEN = Brief(r"(?:那时候?|那个时候|那会儿|当时|彼时)[^。；”]{0,30}$")


def _is_of_staff(case: Case) -> bool:
    """Say whether a Chinese share is that of some of those who work somewhere: 本地员工占九成六."""
    head = case.reading.text[case.clause[0] : case.mention.start]
    return not case.language.base_follows and head.endswith(_STAFF)


_STAFF = tuple(f"{who}{verb}" for who in ("员工", "工人", "职工", "雇员") for verb in ("占", "占了", "占到", "约占"))


def _is_come_to(case: Case) -> bool:
    """Say whether a rate is what a change of points led to: "widened by 1.8 percentage points to 27.4 percent"."""
    before = case.before
    if before is None or before.unit != "percentage_point" or not case.language.base_follows:
        return False
    return case.role.name == "level" and case.roles[case.index - 1].name == "change"


def _is_compared_behind(case: Case) -> bool:
    """Say whether a rate is set against that of another time behind it: 利润率5.8%，比上年同期下降0.7个百分点."""
    mentions, at = case.reading.mentions, case.index + 1
    if at >= len(mentions) or mentions[at].unit != "percentage_point":
        return False
    reading, points = case.reading, mentions[at]
    bases = [
        *reading.between(case.mention.end, points.end, Cue.BASE),
        *reading.between(points.end, len(reading.text), Cue.BASE),
    ]
    return any(mark.value in {"yoy", "mom", "qoq"} for mark in bases)


def _is_set_against_level(case: Case) -> bool:
    """Say whether an English rate is set against the one of another time: "averaged 4.5 percent, from 4.6 in 2024"."""
    index = case.index + 1
    if not case.language.base_follows or index >= len(case.roles) or case.roles[index].name != "old":
        return False
    moved = case.last_before(Cue.GROWTH)
    set_by_somebody = moved is not None and case.mention.start - moved.end > _LONGEST_MOVE  # "lowered its duty to 24%"
    return case.reading.mentions[index].unit == case.mention.unit and not set_by_somebody


_LONGEST_MOVE = 6


def _is_told_as_it_is(case: Case, kind: str, clock: Clock) -> bool:
    """Say whether the words before a sum, size or stock tell it as it is now: what a plot covers, 企业已超过1100家."""
    text = case.reading.text
    if kind == "count" and case.language.lasting(text[: case.mention.numeral.start], counted=True):
        return True
    sized = case.dimension in {"money", "area", "length"}
    freight = not case.language.base_follows and Cue.PLACELESS in case.reading.cues  # told of the day of its index
    of_index = clock.of_index and not freight
    return sized and (of_index or case.language.lasting(text[: case.mention.start]))


def _is_future(case: Case, clock: Clock) -> bool:
    """Say whether the period carried on is yet to come, and no plan or forecast is told any more."""
    last = clock.carried[1]
    ahead = last is not None and clock.published is not None and last > clock.published
    begins = clock.carried[0]
    if begins is not None and clock.published is not None and begins > clock.published and _is_so_far(case):
        return True
    if ahead and (_is_granted(case, clock) or _is_at_event(case, clock)):
        return False
    if begins is not None and clock.published is not None and clock.is_of_event() and case.language.base_follows:
        told = case.last_before(Cue.STATUS) is not None  # "It is expected to have 4,000 booths"
        return (begins - clock.published).days > LONG_PAST and not told  # the fair to come, of which all is told
    return ahead and not clock.planned and not _is_planned(case)


def _is_planned(case: Case) -> bool:
    """Say whether a word of status stands before a figure, and no turn to why it will be so: 将受冲击，因为…有三成."""
    mark = case.last_before(Cue.STATUS)
    if case.language.base_follows:
        behind = case.reading.text[case.mention.end : case.clause_end]
        return mark is not None or _IS_PLANNED.match(behind) is not None
    if mark is None:
        return False
    return "，因为" not in case.reading.text[mark.end : case.mention.start]


_IS_PLANNED = Brief(r"^[a-z ,'-]{0,36} (?:is|are) (?:planned|scheduled|earmarked|budgeted|set aside|to be)\b")
"""What tells behind a figure that it is planned: "Investment of 62 billion yuan is planned"."""


def _is_so_far(case: Case) -> bool:
    """Say whether an English figure is told as reached by now, which is of no time to come: "have signed up so far"."""
    words = case.reading.text[case.clause[0] : case.clause_end]
    return case.language.base_follows and "so far" in words and case.language.is_done(words)


def _is_rule(case: Case, clock: Clock) -> bool:
    """Say whether a figure is what a measure without days of its own grants: 《方案》明确，给予最高60%的补助."""
    last, seen = clock.carried[1], clock.published
    ahead = last is not None and seen is not None and last.year > seen.year
    return (clock.planned or ahead) and case.language.grants(case.reading.text) and not _is_granted(case, clock)


def _is_size_of(case: Case) -> bool:
    """Say whether a size is that of the things just counted: "2,900 warehouses, with a total area of 38 million"."""
    if case.before is None or case.dimension != "area":
        return False
    return case.language.sizes(case.reading.text[case.before.end : case.mention.start])


def _is_granted(case: Case, clock: Clock) -> bool:
    """Say whether a figure is what a measure grants that is in force: 每件补贴不超过500元, of 5月1日至12月31日."""
    first, last = clock.carried
    whole_years = first is not None and last is not None and (first, last) == _whole_years(first, last)
    return not whole_years and in_force(first, last, clock.published) and case.language.grants(case.reading.text)


def _whole_years(first: date, last: date) -> tuple[date | None, date | None]:
    """Give the calendar years from that of one day to that of another."""
    return year_range(first.year)[0], year_range(last.year)[1]


def _is_of_fair_on(case: Case, clock: Clock) -> bool:
    """Say whether a figure is told of a fair that is on: "The four-day event has 3,620 booths"."""
    named = case.language.base_follows and case.language.of_fair(case.reading.text)
    return named and clock.is_of_event() and in_force(*clock.carried, clock.published) and case.dimension != "money"


def _is_at_event(case: Case, clock: Clock) -> bool:
    """Say whether a figure but a price is told of a fair that is on: 展会持续至18日，设展位2150个."""
    return clock.is_of_event() and in_force(*clock.carried, clock.published) and case.dimension != "money"


def _tells_more(case: Case, kind: str, last: Dated) -> bool:
    """Say whether a rank, change or ratio only tells more of the figure before it: "costs 9,000 yuan, a fifth less"."""
    if kind == "rank" and last.span != NO_PERIOD:
        return True
    before = case.before
    verb = before is not None and any(case.reading.between(before.end, case.mention.start, Cue.VERB, Cue.LEVEL))
    return before is not None and kind in {"change", "multiple"} and not verb


_WHOLE = pattern(r"\s*of (?:it|them|these|those|that|the (?:total|money|sum|amount|volume|revenue|goods))\b")


def _looks_ahead(case: Case, clock: Clock) -> bool:
    """Say whether a plan or forecast is told, which a time carried on that has ended does not date."""
    mark = case.reading.last(case.clause[0], case.mention.start, Cue.STATUS)
    if clock.foretold or was_foretold(case.reading, case.mention.start):
        return False
    ended = clock.published is not None and clock.carried[1] is not None and clock.carried[1] < clock.published
    return ended and mark is not None


def was_foretold(reading: Reading, end: int) -> bool:
    """Say whether what stands before `end` had been foretold of the time told of: "Economists had forecast a rise"."""
    marks = reading.between(0, end, Cue.STATUS)
    return any(reading.text.endswith(("had ", "have "), 0, mark.start) for mark in marks)


def _is_present(case: Case, kind: str) -> bool:
    """Say whether the verb of a clause tells of now, so that a time told before does not date its figure."""
    compared = kind in {"change", "multiple"} and (case.role.mark is None or case.role.mark.start < case.mention.end)
    compared = compared or (kind == "change" and _is_set_against_same(case))
    if compared or case.reading.row or not case.language.present(case.reading, case.clause[0], case.clause_end):
        return False
    return _WHOLE.match(case.reading.text[case.mention.end : case.mention.end + _NEAR]) is None


def _is_set_against_same(case: Case) -> bool:
    """Say whether a change is that from the same months of another year, so that it is of the months told of."""
    base = next(iter(case.reading.between(case.mention.end, case.ceiling, Cue.BASE)), None)
    return base is not None and " same " in case.reading.text[base.start : base.end]


_STOCKS = frozenset({"company", "shop", "person", "country", "city", "count", "product"})
