"""Decides whether a figure is a fact, a goal or a forecast. The guideline's call 11."""

from datetime import date

from barometer.claims.around_numbers import both_percent
from barometer.claims.case import Case
from barometer.claims.revising import is_revised
from barometer.claims.roles import is_foretold_beside
from barometer.claims.text.expressions import Brief
from barometer.claims.times.calendar import Range, in_force
from barometer.claims.values import Cue, Mark, in_order


def status_of(case: Case, period: Range, published: date | None) -> tuple[str, Mark | None]:
    """Give the status of a figure, or of the one that it is a part of, and the mark that shows it."""
    whole = _whole_of(case) if case.language.base_follows else None
    return _status(case if whole is None else whole, period, published)


def _status(case: Case, period: Range, published: date | None) -> tuple[str, Mark | None]:
    english = case.language.base_follows
    if case.role.name == "old" or case.sizes_project or (english and case.counts_panel) or case.of_rule:
        return "actual", None
    named = _named(case, english=english)
    if named is not None:
        return named, None
    reading, mention = case.reading, case.mention
    answered = case.dimension == "ratio" and case.language.answers(reading.text[mention.end :])
    if answered or (english and _is_of_hopes(case)):
        return "actual", None
    mark = None if case.role.rule == "what a part does" else _governing(case)
    told = bool(reading.periods) or not case.language.base_follows
    ended = told and published is not None and period[1] is not None and period[1] < published
    broken = False
    if mark is not None:
        gap = _without_bases(case, mark.end, mention.start)
        gap = gap.replace("；", "，") if "；" in gap and _is_foretold(case, mark) else gap
        gap = gap.replace("；", "，").replace(";", ",") if _heads_list(case, mark) else gap
        cut = any(mark.end <= speaker.start and speaker.end <= mention.start for speaker in reading.speakers)
        foreseen = _is_of_clause(case, mark) or (mark.value == "forecast" and _is_foreseen(case, mark))
        foreseen = foreseen and not case.language.base_follows
        foreseen = foreseen or (_foresees(case, mark) and not case.language.breaks(gap))
        foreseen = foreseen or (
            mark.value != "actual" and case.language.pays_out(reading.text[mark.start : mention.start])
        )
        if foreseen or case.language.touches(gap) or not (ended or cut or case.language.breaks(gap)):
            return mark.value, mark
        broken = case.language.breaks(gap)
    ahead = _ahead(case) if mark is None or (broken and case.language.base_follows) else None
    ahead = ahead or _sets_out(case, period, published)
    if ahead is not None:
        return ahead.value, ahead
    kept = mark is not None and (not broken or _foresees(case, mark))
    return _by_its_time(case, mark if kept else None, period, published), mark


def _sets_out(case: Case, period: Range, published: date | None) -> Mark | None:
    """Give the word by which a meeting or plan sets out a Chinese figure of a time not over, behind another goal.

    会议提出，今年出口力争突破900亿元；下半年组织参展50场.
    """
    last = period[1]
    if case.language.base_follows or last is None or published is None or last <= published:
        return None
    aimed = case.reading.last(0, case.mention.start, Cue.STATUS)
    cut = case.reading.text.rfind("；", 0, case.mention.start)
    if aimed is None or aimed.value != "target" or aimed.start > cut:
        return None
    ahead = period[0] is not None and period[0] > published  # 今年计划实施项目320个；四季度再开工20个
    return aimed if ahead or _SETS_OUT.search(case.reading.text[: aimed.start]) is not None else None


_SETS_OUT = Brief(
    r"(?:会议|方案|意见|计划|报告|通知|规划|大会|全会|工作会)(?:上)?(?:还|也)?(?:提出|明确|部署|要求|强调|指出)，"
)


def _is_of_hopes(case: Case) -> bool:
    """Say whether points are those by which more hope now: "58 percent expect growth, 7 points more"."""
    before = case.before
    if before is None or case.mention.unit != "percentage_point" or before.unit != "percent":
        return False
    hoping = _HOPES.search(case.reading.text[before.end : case.mention.start])
    return hoping is not None and case.roles[case.index - 1].name in {"bare", "share"}


_HOPES = Brief(r"^ (?:of [^,;.]{3,60} )?(?:expect|foresee|forecast|anticipate|plan|intend|hope)(?:s|ed)?\b[^;.]*, $")


def _named(case: Case, *, english: bool) -> str | None:
    """Give the status that a figure is named by: the growth others had foretold, a goal of so many percent."""
    text, mention = case.reading.text, case.mention
    if english:
        if is_foretold_beside(case):
            return "forecast"
        goal = _GOAL_OF.match(text[mention.end : mention.end + _NEAR_GOAL]) is not None
    else:
        behind = text[mention.end : mention.end + _LONGEST_GOAL]
        goal = "目标" in behind and mention.modifier in _PLAIN and _GOAL.match(behind) is not None
    return "target" if goal else None


def _whole_of(case: Case) -> Case | None:
    """Give the figure that an English one is told as a part of: "expects 100,000 visits, including 3,500 by buyers".

    What was foreseen before has the status of what is foreseen now.
    """
    if case.before is None:
        return None
    if is_revised(case):
        return case.other(case.index - 1)
    gap = case.reading.text[case.before.end : case.mention.start]
    if len(gap) > _LONGEST_PART or not (_INCLUDING.search(gap) or _WHICH_IS.search(gap)):
        return None
    return case.other(case.index - 1)


_LONGEST_PART = 60
_INCLUDING = Brief(r"^[^,;.]*, including $")
_WHICH_IS = Brief(r"^, (?:which|that) would (?:be|mean|represent|amount to|come to) (?:[a-z]+ ){0,3}$")
"""What tells more of a goal or forecast: "a target of 5 billion yuan, which would be as much as 9% above"."""


_GOAL = Brief(r"^(?:左右|上下)?的(?:全年|年度|预期|增长|增速|经济增长)?目标")
"""What makes a Chinese figure a goal: 增长5.5%左右的目标可以实现."""
_LONGEST_GOAL = 12
_GOAL_OF = Brief(r"^ (?:(?:[a-z]+ )?(?:growth|export|annual|full-year|sales|trade) )?(?:goal|target)\b")
_NEAR_GOAL = 36


_PLAIN = frozenset({"eq", "approx"})
"""Modifiers of a goal that is not told as passed: 超过1400亿元的年度目标 is."""


def _by_its_time(case: Case, mark: Mark | None, period: Range, published: date | None) -> str:
    """Give the status of a figure that no word of status reaches, by when it is: what is of a time to come is no fact.

    `mark` is a word of status that reaches so far only where the time is to come.
    """
    if published is None:
        return "actual"
    if mark is None and _is_due(case, period, published):
        return "target"
    if mark is None and in_force(*period, published) and _is_granted(case):
        return "actual"
    ends_ahead = period[1] is not None and period[1] > published
    foreseen = ends_ahead and case.language.foresees(case.reading.text[case.clause[0] : case.mention.start])
    begins_ahead = period[0] is not None and period[0] > published
    done = mark is None and begins_ahead and case.language.is_done(_around(case))
    if period[1] is not None and period[1].year > published.year and not done:
        return mark.value if mark is not None else "forecast" if foreseen else "target"
    if begins_ahead:
        # of a fair to come: "have given tools a zone"
        return mark.value if mark is not None else "actual" if done else "forecast"
    to_come = foreseen or (ends_ahead and _is_milestone(case))
    return "forecast" if mark is None and to_come else "actual"


def _is_granted(case: Case) -> bool:
    """Say whether a figure is what somebody is paid in a time that runs, no fund set aside for each year to come."""
    text = case.reading.text
    return case.language.grants(text) and not ("每年" in text and _SET_ASIDE.search(text) is not None)


_SET_ASIDE = Brief(r"每年(?:将|拟|共)?(?:安排|拿出|统筹|设立)[^，。；]{0,8}(?:资金|经费|基金)")


def _is_milestone(case: Case) -> bool:
    """Say whether a figure is a milestone, which may be one to come: 第10000列班列将于12月8日发车."""
    return case.mention.numeral.form == "ordinal" and case.dimension != "rank"


def _is_due(case: Case, period: Range, published: date) -> bool:
    """Say whether a Chinese figure is to be reached by a day to come, without a word of aim: 9月底前再组织8个团组."""
    if case.language.base_follows or period[0] is not None or period[1] is None or period[1] <= published:
        return False
    due = (mark for mark in case.reading.periods if mark.last == period[1] and mark.end <= case.mention.start)
    return any(case.reading.text.endswith("前", mark.start, mark.end) for mark in due)


def _around(case: Case) -> str:
    """Give the words of the clause before a number and right behind it."""
    text, mention = case.reading.text, case.mention
    return text[case.clause[0] : mention.start] + "|" + text[mention.end : mention.end + _BEHIND]


_BEHIND = 40


def _is_foretold(case: Case, mark: Mark) -> bool:
    """Say whether somebody is said to foresee all that a sentence tells: 发布报告预测，…；业务收入…."""
    if case.language.base_follows or mark.value != "forecast":
        return False
    cut = case.reading.text.rfind("；", 0, case.mention.start)
    if any(cut < period.start < case.mention.start for period in case.reading.periods):
        return False  # another time, of which something else may be told
    telling = list(case.reading.between(0, mark.end, Cue.STATUS))
    return any(
        one.scope == "onward" and one.start <= sign.start <= one.end and sign.value == "forecast"
        for one in case.reading.speakers
        for sign in telling
    )


def _heads_list(case: Case, mark: Mark) -> bool:
    """Say whether a word of status heads a list of all that is aimed at: 主要目标是：, "targets are as follows:"."""
    return _LIST_HEAD.match(case.reading.text[mark.start : mark.start + _LONGEST_HEAD]) is not None


_LIST_HEAD = Brief(
    r"^[\p{Han}]{0,4}(?:目标|任务)[^，。；：:0-9]{0,8}[：:]|^(?:targets?|goals?|aims?|objectives?|expects?)\b[^.;:]{0,40}:"
)
_LONGEST_HEAD = 56


def _foresees(case: Case, mark: Mark) -> bool:
    """Say whether somebody still foresees what is told of a time just over: "expect growth of 3% for August"."""
    text = case.reading.text
    turned = text.endswith(
        _TURNED_FROM, 0, case.mention.start
    )  # "likely to slow to 3 percent from 5.6 percent in 2025"
    if not case.language.base_follows or turned:
        return False
    word = text[mark.start : mark.end].lower()
    guessed = word in _GUESSES and text.startswith((" have ", " be "), mark.end)  # "may have dropped by a fifth"
    return guessed or word in _STILL_FORESEES


_TURNED_FROM = (" from ", " vs ", " versus ", " against ")
_GUESSES = frozenset({"may", "might", "could"})
_STILL_FORESEES = frozenset(
    {"expect", "expects", "predict", "predicts", "project", "projects", "likely", "probably", "seen"}
)


def _is_of_clause(case: Case, mark: Mark) -> bool:
    """Say whether a forecast opens the clause of a figure, which may be of a time over: 预计上半年净利润1亿元."""
    text, inside = case.reading.text, mark.start >= case.clause[0]
    word = text[mark.start : mark.end]
    if word in {"预计", "预期"} and case.language.tells_results(text[mark.end : case.mention.start]):
        return True
    opens = word in {"预计", "预期"} and inside and mark.start - case.clause[0] <= 1
    return (opens and case.floor <= mark.start) or (word == "拟" and inside)


def _is_foreseen(case: Case, mark: Mark) -> bool:
    """Say whether somebody foresees what is told of a time just over: 经济学家预计，9月份出口增速将放缓至3.8%."""
    text = case.reading.text
    told = (one for one in case.reading.between(0, mark.end, Cue.STATUS) if text[one.start : one.end] in _FORESEES)
    return any(
        text[one.end : one.end + 1] == "，"
        and "；" not in text[one.end : case.mention.start]
        and sum(one.end <= period.start < case.mention.start for period in case.reading.periods) <= 1
        for one in told
    )


_FORESEES = frozenset({"预计", "预测", "预期"})


def _ahead(case: Case) -> Mark | None:
    """Give the word of status behind a number that tells what becomes of it: 5亿元有望实现."""
    reading = case.reading
    if reading.text.startswith("-", case.mention.numeral.end) and case.dimension == "area":
        return None  # "The 1,200-square-meter facility will employ six workers"
    if Cue.STATUS not in reading.cues or not reading.between(case.mention.end, len(reading.text), Cue.STATUS):
        return None
    if case.dimension == "ratio" and reading.text[case.mention.end : case.mention.end + 1] == "的":
        return None  # 75.3%的企业打算开拓市场 is what they answered
    start, end = _last_of_list(case)
    ahead = next(iter(reading.between(start, end, Cue.STATUS)), None)
    if ahead is None:
        return None
    ahead = in_order([one for one in reading.between(ahead.start, end, Cue.STATUS) if one.start == ahead.start])[-1]
    stands = case.language.predicates(reading.text[start : ahead.start], reading.text[ahead.start : ahead.end])
    return ahead if stands else None


def _last_of_list(case: Case) -> tuple[int, int]:
    """Give where the words behind a number begin and end, behind the next too if they count together as a subject."""
    mentions, text = case.reading.mentions, case.reading.text
    following = mentions[case.index + 1] if case.index + 1 < len(mentions) else None
    if following is None or not case.language.joined(text[case.mention.end : following.start]):
        return case.mention.end, case.clause_end
    return following.end, Case(case.reading, case.index + 1, case.language, case.lexicon).clause_end


_LEAD = 12
_ACCORDING = ("按", "根据", "依据")


def _head_of_list(case: Case, mark: Mark) -> Mark | None:
    """Give the word that heads a list of goals, where another stands in an item before: 主要目标为：…，力争…；….."""
    if not _ITEM.search(case.reading.text[mark.end : case.mention.start]):
        return None
    return next((one for one in case.reading.between(0, mark.start, Cue.STATUS) if _heads_list(case, one)), None)


_ITEM = Brief(r"[；;]")


def _governing(case: Case) -> Mark | None:
    """Give the last word of status before a number; "will" behind "according to plan" tells of that plan."""
    mark = case.last_before(Cue.STATUS) if Cue.STATUS in case.reading.cues else None
    if mark is not None and (head := _head_of_list(case, mark)) is not None:
        return head
    words = case.reading.text[mark.start : mark.end] if mark is not None else ""
    if " by " in words or words.endswith((" poll", " survey")):
        return None  # "the 5% gain forecast by economists" is of the number before
    if mark is not None and _tells_another(case, mark):
        return None
    if mark is not None and case.language.base_follows and words.lower() in _IS_TO:
        aims = [one for one in case.reading.between(0, mark.start, Cue.STATUS) if one.value == "target"]
        return aims[-1] if aims else mark  # "plans a plant that is to turn out"
    if mark is None or mark.value != "forecast" or case.language.base_follows:
        return mark
    plans = (one for one in case.reading.between(0, mark.start, Cue.STATUS) if one.value == "target")
    return next((plan for plan in plans if _is_planned(case, plan, mark)), mark)


_IS_TO = frozenset({"is to", "are to"})


def _tells_another(case: Case, mark: Mark) -> bool:
    """Say whether a Chinese word of status is what the part before did: 11.5%打算涨价，不足一成考虑裁员."""
    before = case.before
    if before is None or case.language.base_follows or case.roles[case.index - 1].name not in {"bare", "share"}:
        return False
    return before.end == mark.start and both_percent(case)


def _is_planned(case: Case, plan: Mark, mark: Mark) -> bool:
    """Say whether what will be is what a plan in front of it sets: 按计划…将, 力争…将."""
    text = case.reading.text
    according = any(word in text[max(0, plan.start - _LEAD) : plan.start] for word in _ACCORDING)
    near = according or case.reading.clause(plan.start) == case.reading.clause(mark.start)
    return near and not case.language.breaks(text[plan.end : mark.start])


def _without_bases(case: Case, start: int, end: int) -> str:
    """Give the words of a stretch without the bases of comparison in it, whose years are no time of the figure.

    A base may begin in the word of status before: 或比上年.
    """
    words, at = "", start
    for mark in case.reading.between(max(0, start - 1), end, Cue.BASE):
        words += case.reading.text[at : max(at, mark.start)]
        at = max(at, mark.end)
    return words + case.reading.text[at:end]
