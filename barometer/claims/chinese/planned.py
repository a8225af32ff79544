"""Chinese plans told around a number, not right in front of it: 按年度计划…将, 确定了…的全年目标, 完成计划的三成."""

from collections.abc import Iterator
from datetime import date

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.times.calendar import in_force
from barometer.claims.values import Cue, Mark, Mention, PeriodMark

AIMS = Words(["计划", "规划", "方案", "安排", "目标", "完成"])
"""Words without which a sentence tells of no plan."""
_PLANNED = pattern(r"(?:按|根据|依据|按照)[^，。；]{0,16}(?:计划|规划|方案|安排)，")
_SET = Words(["确定", "提出", "定下", "设定", "制定", "明确", "锚定", "瞄准", "围绕", "锁定", "朝着", "冲刺", "下达"])
_GOAL = Brief(r"^(?:以上|以下|左右|以内)?的[\p{Han}]{0,4}目标")
_LONGEST_GOAL = 12
_AIMED_AT = Words(["目标", "计划", "任务", "指标", "预算"])
_DONE = ("完成", "完成了", "已完成", "分别完成")


def as_planned(text: str, marks: list[Mark]) -> list[Mark]:
    """Give the marks with what is to come by a plan named in front of it made a target: 按年度计划，今年将开行."""
    plan = _PLANNED.search(text)
    if plan is None:
        return marks
    return [
        replace(mark, value="target") if mark.cue is Cue.STATUS and mark.start >= plan.end() else mark for mark in marks
    ]


def does_plan(text: str, at: int) -> bool:
    """Say whether 计划 behind 全年 is what somebody does, no plan of the year: 全年计划组织企业1.2万家次."""
    return _DOES_PLAN.match(text[at : at + _LONGEST_DEED]) is not None


_DOES_PLAN = Brief(r"^计划(?:组织|新|实施|完成投|投|建|开行|开通|开展|举办|引进|培育|安排|推|培训|生产|招)")
_LONGEST_DEED = 5


_PROPOSED = pattern(
    r"(?:(?:^|；)\p{Han}{2,6}|报告|规划|方案|纲要|意见|会议|建议|计划)》?(?:还|也|则|同时)?(?:提出|明确|要求)"
)
_MEASURES = Brief(
    r"^(?:了|的)?(?:[0-9]+|[一二三四五六七八九十]+)(?:条|项|个方面)[^，。；0-9]{0,6}(?:举措|措施|任务|意见|政策)"
)
"""What a plan is made of, which is there and no goal: 提出18条举措."""
_LONGEST_MEASURES = 16
_PROPOSING = Words(["提出", "明确", "要求"])


_GRANTS = Words(["补贴", "补助", "资助", "给予", "奖励", "减免"])


def grants(text: str) -> bool:
    """Say whether a sentence tells what somebody is paid or let off: 单件补贴不超过2000元."""
    return _GRANTS.found_in(text) is not None


def proposed(text: str, periods: list[PeriodMark], published: date | None) -> Iterator[Mark]:
    """Give the verb by which a report sets what a time not over is to bring: 报告提出，2026年生产总值增长5%左右."""
    if published is None or not _PROPOSING.found_in(text):
        return
    if grants(text) and any(in_force(period.first, period.last, published) for period in periods):
        return  # 《方案》明确，5月1日至12月31日，每辆补贴2万元, which is paid now
    if any(period.last is not None and period.last > published for period in periods):
        for match in _PROPOSED.finditer(text):
            if _MEASURES.match(text[match.end() : match.end() + _LONGEST_MEASURES]) is None:
                yield Mark(match.end() - 2, match.end(), Cue.STATUS, "target")


def set_down(text: str, marks: list[Mark], proposing: list[Mark]) -> list[Mark]:
    """Give the marks with those of proposing, behind which what is to come is a goal: 提出，到2026年底，全市将建成."""
    stops = ((mark.end, text.find("；", mark.end)) for mark in proposing)
    reaches = [range(first, stop if stop >= 0 else len(text)) for first, stop in stops]
    set_out = (mark.cue is Cue.STATUS and any(mark.start in reach for reach in reaches) for mark in marks)
    told = (replace(mark, value="target") if aims else mark for mark, aims in zip(marks, set_out, strict=True))
    return [*told, *proposing]


_APPROVED = Brief(r"(?P<sets>审议通过|审议并通过|批准|同意)了?[^，。；0-9]{2,24}(?:项目|工程|议案)")
_BUILDING = ("建设期", "达产后", "投产后", "建成后", "建设周期")
"""What tells that a firm is to build something, one of which stands where it is approved."""
_TO_BUILD = Words(_BUILDING)


def approved(text: str) -> Iterator[Mark]:
    """Give the verb by which a firm decides what it is to build: 审议通过了二期项目，建设期18个月."""
    if _TO_BUILD.found_in(text):
        yield from (Mark(*match.span("sets"), Cue.STATUS, "target") for match in _APPROVED.finditer(text))


_WANTED = Brief(
    r"(?:今年|明年|年内|下一步|接下来|下半年|未来[^，。；]{1,4}|三年)(?:，)?(?:还|将|再|计划|都|也)?(?P<wants>要)(?:再)?"
    r"(?:新建|新增|新开|新设|建成|建设|建|培育|培训|引进|招引|招募|开行|开通|实现|完成|打造|争取|改造|扩建)"
)


def wanted(text: str) -> Iterator[Mark]:
    """Give 要 before what is to be done in a time as a word of plan: 今年还要新建“村播”点40个."""
    for match in _WANTED.finditer(text):
        yield Mark(*match.span("wants"), Cue.STATUS, "target")


_READY = Brief(
    r"(?:^|[^有作做已了没备])(?P<ready>准备)(?:再|在[^，。；0-9]{1,8})?"
    r"(?:投入|投资|投|新建|扩建|建|新增|新开|开|引进|培训|招|采购|增加|拿出|改造|添|上)了?(?:约|近|超|逾)?[0-9一二三四五六七八九十两百]"
)
_NEXT = Brief(r"^\s*(?:【[^】]{1,6}】)?(?:下一?阶段|下一?步|接下来|今后)[，,]?(?:[^，。；]{1,14}?)?(?P<will>还将|将)")


_NEXT_DONE = ("准备", "下阶段", "下步", "下一阶段", "下一步", "接下来", "今后")
"""What one of tells what is to be done next."""


def to_do_next(text: str, marks: list[Mark]) -> list[Mark]:
    """Give the marks with what is to be done next as aimed at: 下一步，商务局将组织400家企业; 准备投入4500万元."""
    if "准备" in text:
        marks = [*marks, *(Mark(*match.span("ready"), Cue.STATUS, "target") for match in _READY.finditer(text))]
    following = _NEXT.match(text) if "下" in text[:4] or text.startswith(("接", "今后")) else None
    if following is None:
        return marks
    return [
        replace(mark, value="target") if mark.cue is Cue.STATUS and mark.value == "forecast" else mark for mark in marks
    ]


_SUPPOSED = Brief(
    r"(?:^|[，。；：“说称为示])(?P<if>若|如果|假如|倘若|要是|一旦|假设)[^，。；0-9]{1,30}"
    r"(?:升|降|涨|跌|加|增|减|提高|提升|扩大|回落|回升|收窄|放缓|突破|跌破)(?:到|至|幅|超过|约|逾|了)*[0-9一二两三四五六七八九十]"
)
_IF = ("若", "如果", "假如", "要是", "一旦", "假设")
_DOUBTS = ("问题", "不在话下")
_SURE = Brief(r"^(?:左右|以上|以内)?(?:应该|应当|估计|是|都|肯定)*(?:没有?(?:什么)?问题|不成问题|不在话下)")
_LONGEST_SURE = 14


def supposed(text: str, found: list[Mention]) -> Iterator[Mark]:
    """Give as foretold what is only supposed, and what somebody is sure to reach: 若关税升至60%, 增长25%没有问题."""
    yield from (Mark(*match.span("if"), Cue.STATUS, "forecast") for match in _SUPPOSED.finditer(text))
    for mention in found:
        if _SURE.match(text[mention.end : mention.end + _LONGEST_SURE]):
            yield Mark(max(0, mention.start - 1), mention.start, Cue.STATUS, "forecast")


_HANGS = Words([*_BUILDING, *_IF, *_DOUBTS, *_NEXT_DONE])


def hangs_on_plans(text: str) -> bool:
    """Say whether a sentence may tell of what was approved, is supposed or sure, or is to be done next."""
    return _HANGS.found_in(text) is not None


def goals(text: str, found: list[Mention]) -> Iterator[Mark]:
    """Give the numbers that a goal behind them names: 确定了吞吐量突破1亿吨、不少于190万标箱的全年目标."""
    for index, mention in enumerate(found):
        if (
            "目标" in text
            and _GOAL.match(text[mention.end : mention.end + _LONGEST_GOAL])
            and _SET.found_in(text[: mention.start])
        ):
            first = index
            while first and "、" in (gap := text[found[first - 1].end : found[first].start]) and "，" not in gap:
                first -= 1
            yield from (
                Mark(max(0, one.start - 1), one.start, Cue.STATUS, "target") for one in found[first : index + 1]
            )


def shares_done(text: str, found: list[Mention]) -> Iterator[Mark]:
    """Give what makes a percent a share of a plan: 两项指标已分别完成23.7%和21.7%."""
    if "完成" in text and _AIMED_AT.found_in(text):
        for mention in found:
            if mention.unit == "percent" and text.endswith(_DONE, 0, mention.start):
                yield Mark(mention.start - 2, mention.start, Cue.SHARE)
