"""Decides which of a sentence's time expressions dates a figure: its clause's own, else one of the sentence."""

from barometer.claims.around_numbers import bare_gap
from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief
from barometer.claims.times.calendar import year_range
from barometer.claims.times.reaching_back import dates_event, dates_those, reaches_back
from barometer.claims.values import BESIDE, Cue, Mention, PeriodMark, PeriodRole


def own_mark(case: Case) -> PeriodMark | None:
    """Give the time expression that stands with the mention itself, before or behind it."""
    reading, mention = case.reading, case.mention
    if not reading.periods:
        return None
    before = [mark for mark in reading.periods if case.floor <= mark.start and mark.end <= mention.start]
    if case.language.period_follows:
        before = [mark for mark in before if not _dates_old_before(case, mark)]
    behind = _behind(case) if case.language.period_follows else []
    told = _in_bracket(case, before)
    if told is not None or case.role.name == "old":
        return told or _of_old_level(case, before, behind)
    if case.language.period_follows and behind:
        return _beside(case, before, behind)
    elsewhere = _is_of_elsewhere if case.language.period_follows else _is_of_last
    while before and elsewhere(case, before[-1]):
        before.pop()
    own = before[-1] if before else None
    if own is None or (case.language.period_follows and _names_plan(reading.text, own)):
        return None
    return _of_item(case, own)


def _beside(case: Case, before: list[PeriodMark], behind: list[PeriodMark]) -> PeriodMark:
    """Give the time of a figure that has one behind it: that, or the one in front of it in its clause."""
    reading, mention = case.reading, case.mention
    inside = [mark for mark in before if mark.start >= case.clause[0] and not _is_of_elsewhere(case, mark)]
    grown = next(iter(reading.between(mention.end, behind[0].start, Cue.GROWTH)), None)
    near = behind[0].start - (grown.end if grown is not None else mention.end) <= 2
    stands = bool(inside) and case.before is not None and _stands_at(case, case.before, inside[-1])
    if stands or (inside and _names_plan(reading.text, inside[-1])):
        return behind[0]
    since = reading.text[inside[-1].end : mention.start] if inside else ""
    by_then = behind[0].role is PeriodRole.AS_OF and reading.text.startswith("by ", behind[0].start)
    next_done = any(words in since for words in (" and have ", " and has ", " and had "))  # "have worked since May and"
    aimed = bool(inside) and (" and to " in since or next_done or (by_then and " and " in since))
    if aimed or (near and _is_deadline(case, behind[0])):
        return behind[0]
    if near and inside and (case.index or " and " in reading.text[inside[-1].end : mention.start]):
        apart = case.language.joins(reading.text[inside[-1].end : mention.start])
        if apart or not bare_gap(reading, case.floor, inside[-1].start).strip(" ,"):
            return behind[0]
    kept = bool(inside) and inside[-1].role is not PeriodRole.WINDOW and not _is_of_year(inside[-1], behind[0])
    return inside[-1] if kept else behind[0]


def _names_plan(text: str, mark: PeriodMark) -> bool:
    """Say whether a time only names a plan: "Its 2025-2027 plan sets", "Under its 15th Five-Year Plan"."""
    return text[mark.start : mark.end].lower().endswith(" plan") or text[mark.end : mark.end + 5].lower() == " plan"


def _behind(case: Case) -> list[PeriodMark]:
    """Give the times behind a number in its clause, none of which is only that of a plan or told aside."""
    start, end = case.mention.end, case.clause_end
    behind = [mark for mark in case.reading.periods if start <= mark.start and mark.end <= end]
    behind = [mark for mark in behind if _WHY.match(case.reading.text[start : mark.start]) is None]
    behind = [mark for mark in behind if not _of_next_predicate(case, mark)]
    return [mark for mark in behind if not (_is_of_plan(case, mark) or mark.aside in BESIDE)]


def _of_next_predicate(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time opens what is told next of the same: "now employs 26 people and last year shipped"."""
    text = case.reading.text
    if not case.language.period_follows:
        return False
    if _AND_TO.search(text[case.mention.end : mark.start]) is not None:
        return True
    led = text.endswith((" and ", " but "), 0, mark.start)
    return led and _DID.match(text[mark.end : mark.end + _LONGEST_DID]) is not None


_DID = Brief(
    r"^ (?:has |had |have |was |were )?(?:[a-z]{2,}ed|sold|sent|made|took|bought|brought|won|grew|rose|fell|ran|cut)\b"
)
_AND_TO = Brief(r", and to [a-z]+ ")
"""What turns to the next thing planned: "a plant at a cost of $2.5 million, and to have 15 percent come from it by"."""
_LONGEST_DID = 24
_WHY = Brief(r"^.{0,40}? (?:as|because|although) (?:[a-z]+ ){1,3}[a-z]+(?:ed|ied|ght|ew|id|ent|ook) [^.;]*$")
"""What turns to why something was so, whose times are its own: "as builders hurried to hand over flats by May"."""


def _of_item(case: Case, own: PeriodMark) -> PeriodMark:
    """Give the time of an item of a list: that of its head, past a time that only dates the item before."""
    first = case.reading.periods[0]
    behind = first is not own and "；" in case.reading.text[own.end : case.mention.start]
    return first if behind and heads_list(case, first) else own


def heads_list(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time opens what heads a Chinese list, and so dates its items: 今年要重点抓好以下工作：…；…."""
    if case.language.base_follows:
        return False
    behind = case.reading.text[mark.end : mark.end + _LONGEST_HEAD]
    return "：" in behind and _HEADS_LIST.match(behind) is not None


def _is_of_elsewhere(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time in front only dates an old level, a relative clause or what another figure is set against."""
    if mark.aside in {"against", "record"} or (case.index and _is_of_old_level(case, mark)):
        return True
    return case.language.base_follows and _is_of_relative(case, mark)


def _is_deadline(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time is that by which an aim is to be reached: "a plan on Thursday to lift sales to 5 by 2030"."""
    words = case.reading.text[mark.start : mark.end].lower()
    return mark.role is PeriodRole.AS_OF and case.language.base_follows and words.startswith("by ")


_PREDICATE = 6
"""Characters of a verb between a percent and the time of what its people expect."""


def _is_of_plan(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time behind a number dates a plan that is told next: "has 90 shops, wants more by 2027"."""
    end = case.mention.end
    plan = next(iter(case.reading.between(end, mark.start, Cue.STATUS)), None)
    return plan is not None and case.language.joins(case.reading.text[end : plan.start])


def _is_of_last(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time dates or tells of the number before: 由7月的下降0.1%转为上涨0.3%."""
    turned = case.role.name == "change" and mark.start >= case.clause[0] and turned_from(case, mark)
    return turned or _tells_of_last(case, mark) or _is_in_quotation_before(case, mark)


def _tells_of_last(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time is part of what is told of the number before: 近三分之二看好明年订单，四成…."""
    before = case.before
    still = not case.language.base_follows and case.reading.text.startswith(_STILL, mark.end)
    if (before is None or before.end > mark.start) and not still:
        return False
    clause = case.reading.clause(mark.start)
    if dates_event(case, mark) or (before is not None and _is_of_those(case, before, mark)):
        return False
    if still and clause != case.clause and case.reading.text[mark.start : mark.end] in _BEFORE:
        return True  # 去年还卖28元，利润率不到一成
    inside = before is not None and clause[0] <= before.start and before.end <= mark.start
    if inside and before is not None and before.unit == "percent" and mark.start - before.end <= _PREDICATE:
        if clause == case.clause and any(case.reading.between(before.end, mark.start, Cue.STATUS)):
            return False  # 近三分之一预计明年利润率将低于5%
        return case.language.share_of(case.reading.text[before.end : mark.end])  # 46.8%预计四季度订单增加
    return inside and clause != case.clause


def _is_of_those(case: Case, before: Mention, mark: PeriodMark) -> bool:
    """Say whether a time is of the milestone before it, or of a part of those counted before."""
    return _dates_milestone(before, mark) or (not case.language.base_follows and dates_those(case, before, mark))


_STILL = ("还", "仅", "才", "只有")
_BEFORE = frozenset({"去年", "前年", "上年", "以前", "过去"})


def _in_bracket(case: Case, before: list[PeriodMark]) -> PeriodMark | None:
    """Give the time that opens the bracket a number stands in: "41.9 billion yuan (2023: 38.6 billion yuan)"."""
    if not before or not case.language.base_follows:
        return None
    text, mark = case.reading.text, before[-1]
    opens = text.endswith("(", 0, mark.start) and text[mark.end : case.mention.start].strip() == ":"
    return mark if opens else None


def _is_of_year(day: PeriodMark, year: PeriodMark) -> bool:
    """Say whether a year is told as it was up to a day in it: "as of Wednesday 86 million had been filed this year"."""
    if day.role is not PeriodRole.AS_OF or day.last is None or year.role is not PeriodRole.CURRENT:
        return False
    return (year.first, year.last) == year_range(day.last.year)


def _of_old_level(case: Case, before: list[PeriodMark], behind: list[PeriodMark]) -> PeriodMark | None:
    """Give the period that is said of an old level itself: 从去年的80亿元, "from 80 billion last year"."""
    mark = case.role.mark
    near = [period for period in before if mark is None or period.end > mark.start]  # 低于2025年的55.2亿元
    if near:
        return near[-1]
    close = case.language.period_follows and behind and _stands_at(case, case.mention, behind[0])
    close = close or (
        case.language.period_follows
        and behind
        and _AT_PLACE.match(case.reading.text[case.mention.end : behind[0].start][:_LONGEST_PLACE]) is not None
    )
    return behind[0] if close and not _opens(case, behind[0]) else None


_AT_PLACE = Brief(r"^ in [A-Z][a-z]+ (?:in )?$")
"""What stands between an old level and its time where it was elsewhere: "compared with 32 in Qatar in 2022"."""
_LONGEST_PLACE = 24


def _opens(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time is when something new begins, so that it dates no old level: "to 5 from 3 starting July 1"."""
    words = case.reading.text[mark.start : mark.end].lower()
    if case.language.base_follows and mark.yearless and mark.first == mark.last is not None:
        raised = case.last_before(Cue.STATUS)
        if raised is not None and case.reading.text[raised.start : raised.end].lower() in {"will", "would", "is to"}:
            return True  # "will raise its duty to 35 percent from 25 percent on January 1"
    return case.language.base_follows and words.startswith(("starting", "beginning", "effective", "from "))


def _is_of_relative(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time only dates a relative clause: "a laboratory that opened in May has cut the cost"."""
    text = case.reading.text
    gap = text[mark.end : case.mention.start]
    return case.language.relative(text[: mark.start], gap) or _is_of_plan_before(case, mark, gap)


def _is_of_plan_before(case: Case, mark: PeriodMark, gap: str) -> bool:
    """Say whether a time dates a plan told before what is done: "to open 20 by 2027 and has already opened 12"."""
    return case.language.turns_to_done(gap) and case.reading.last(0, mark.start, Cue.STATUS) is not None


def _stands_at(case: Case, mention: Mention, mark: PeriodMark) -> bool:
    """Say whether a time stands right behind a number, or behind what it is per: "5,500 yuan a month last year"."""
    gap = mark.start - mention.end
    return gap >= 0 and (gap <= 2 or case.language.per(case.reading.text[mention.end : mark.start]))


def sentence_mark(case: Case) -> PeriodMark | None:
    """Give the last time expression before a mention in its sentence, else the next one."""
    periods, mention = case.reading.periods, case.mention
    if not periods:
        return None
    earlier = [
        mark for mark in periods if mark.end <= mention.start and mark.shift >= 0 and not _is_of_elsewhere(case, mark)
    ]
    if not case.language.period_follows:
        earlier = [mark for mark in earlier if not (_is_of_last(case, mark) or _is_window_before(case, mark))]
    if earlier:
        if case.language.base_follows:
            earlier = [mark for mark in earlier if not _dates_old_before(case, mark)]
        due = next((mark for mark in periods if mark.start >= mention.end and mark.role is PeriodRole.AS_OF), None)
        if due is not None and case.language.base_follows and _names_plan(case.reading.text, earlier[-1]):
            return due  # "Under its 15th Five-Year Plan, Zhejiang aims to have 300 brands … by 2030"
        wide = [mark for mark in earlier if not _is_of_another(case, mark)] or earlier
        return wide[0] if _is_topic(case, wide[0], wide[-1]) else wide[-1]
    later = next((mark for mark in periods if mark.start >= mention.end), None)
    if (
        later is None
        or _WHY.match(case.reading.text[mention.end : later.start]) is not None
        or (case.language.period_follows and _of_next_predicate(case, later))
        or _dates_old(case, later)
        or _dates_other(case, later)
        or later.aside
        or (case.language.present(case.reading, *case.clause) and not _is_when_said(case, later))
    ):
        return None
    return later if reaches_back(case, later) or _dates_milestone(case.mention, later) else None


def _dates_old_before(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time stands right behind the old level before: "up from 47 percent in September, and a third"."""
    before = case.before
    told = before is not None and case.roles[case.index - 1].name == "old" and before.end <= mark.start
    return told and before is not None and not case.reading.text[before.end : mark.start].strip()


def _is_when_said(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time is the month in which something was said, up to whose end it holds: "he said in July"."""
    if mark.role is not PeriodRole.AS_OF or not case.language.period_follows:
        return False
    return case.reading.text.endswith(_SAYING, 0, mark.start)


_SAYING = ("said ", "says ", "announced ", "noted ", "disclosed ", "revealed ")


def _is_window_before(case: Case, mark: PeriodMark) -> bool:
    """Say whether a window only tells of the statement before: 占比降至8.6%，为近五年最低；实际使用外资7350万美元."""
    return mark.role is PeriodRole.WINDOW and "；" in case.reading.text[mark.end : case.mention.start]


def _is_in_quotation_before(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time stands in a whole sentence quoted before: “今年接单提前了20天。”王芳说，协会有300家会员."""
    if mark.role is PeriodRole.WINDOW:
        return False
    if "”" not in case.reading.text:
        return False
    gap = case.reading.text[mark.end : case.mention.start]
    return any(end in gap for end in _QUOTATION_ENDS)


_QUOTATION_ENDS = ("。”", "！”", "？”")


def _dates_milestone(mention: Mention, mark: PeriodMark) -> bool:
    """Say whether a time right behind a milestone is when it was reached: 第9000列于5月19日发车."""
    return mention.numeral.form == "ordinal" and mark.start == mention.end


def _dates_old(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time behind the mention is that of an old level: "two in five, against one in eight in 2019"."""
    return case.language.period_follows and any(
        role.name == "old" and _stands_at(case, other, mark) and not _opens(case, mark)
        for other, role in zip(case.reading.mentions, case.roles, strict=False)
    )


def _dates_other(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time only says when another number was so: "double the $2,480 charged in April"."""
    text = case.reading.text
    ends = [other.end for other in case.reading.mentions if other is not case.mention and other.end <= mark.start]
    return case.language.base_follows and bool(ends) and _ONCE.match(text[max(ends) : mark.start]) is not None


_ONCE = Brief(r"^ (?:charged|paid|seen|recorded|quoted|sold|posted|registered|reported|earned|spent|set) $")


def _is_topic(case: Case, first: PeriodMark, last: PeriodMark) -> bool:
    """Say whether a time set off in front of a sentence goes on, past another that only dates a part of it before."""
    text = case.reading.text
    cut = max(text.rfind("；", 0, case.mention.start), text.rfind(";", 0, case.mention.start))
    reported = first.first == first.last and last.first != last.last  # 1月15日，…公布2025年快报
    if first.role is PeriodRole.AS_OF and last.start == first.end + 1 and not last.yearless:
        return False  # 截至4月14日，今年已开行538列；其中回程班列206列
    set_off = (text[first.end : first.end + 1] in {"，", ","} or heads_list(case, first)) and not reported
    of_part = last.first == last.last and text[: last.start].endswith(("其中", "其中，"))
    return (set_off or of_part) and last.end <= cut and text[last.end : last.end + 1] not in {"，", ","}


_HEADS_LIST = Brief(r"^[^，。；：0-9]{2,16}：")
_LONGEST_HEAD = 20


def _is_of_old_level(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time expression dates an old level in front of the mention: 由去年的80亿元增至…."""
    return turned_from(case, mark) or any(
        role.name == "old"
        and role.mark is not None
        and ((role.mark.start <= mark.start and mark.end <= other.start) or _stands_behind_old(case, other, mark))
        for other, role in zip(case.reading.mentions[: case.index], case.roles, strict=False)
    )


def _stands_behind_old(case: Case, old: Mention, mark: PeriodMark) -> bool:
    """Say whether a time right behind an old level is its own, not that of the new one: 由19.2%降至今年的11.1%."""
    led = not case.language.base_follows and case.reading.text.endswith(("至", "到"), old.end, mark.start)
    return _stands_at(case, old, mark) and not led


def turned_from(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time is that from which something turned, told before the mention: 由上半年的下降2.2%转为增长,
    由一季度下降3.5%转为增长.
    """
    text = case.reading.text
    if case.language.base_follows:
        return False
    if text[mark.end : mark.end + 1] != "的" and "转" not in text[mark.end : case.mention.start]:
        return False
    turned = text[mark.start - 1 : mark.start] in {"由", "从"} or text[mark.start] in "由从"
    return turned and any(mark.end <= other.start for other in case.reading.mentions[: case.index])


def _is_of_another(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time expression dates only the figure that it touches: 2025年的8126.4亿元."""
    text, mentions = case.reading.text, case.reading.mentions[: case.index]
    touched = [other for other in mentions if other.start >= mark.end]
    if len(touched) == 1 and case.role.name == "change":
        return False
    return bool(touched) and text[mark.end : touched[0].start] == "的"
