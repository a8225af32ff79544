"""Chinese time expressions, resolved against the publish date."""

import re
from datetime import date, timedelta

from barometer.claims.chinese.bases import FORETOLD
from barometer.claims.chinese.period_dates import READERS, Found, bare
from barometer.claims.chinese.period_spans import (
    numbered_days,
    of_feast,
    of_month_told,
    of_next_year,
    since_done,
    spanning,
    without_seasons,
)
from barometer.claims.chinese.period_words import PERIOD, TIMED
from barometer.claims.chinese.planned import does_plan
from barometer.claims.chinese.reported import listed_years, seen_from_report
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words
from barometer.claims.text.scanning import by_start, touching
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.values import PeriodMark, PeriodRole

_NAMES = tuple(name for name in PERIOD.names if name in READERS)
"""Those of its groups that say what kind of time is told."""
_LEADS_END = ("截至", "截止", "截止到", "截至到", "到", "至")
_LEADS = frozenset({*_LEADS_END, "从", "由"})


def _expression(text: str, match: re.Match[str], published: date | None) -> list[PeriodMark]:
    """Give what one time expression dates; nothing if it only looks like one."""
    start, end = match.span()
    if end - start < _SHORTEST or text.endswith(_NO_TIME_BEHIND.get(text[start], "农历"), 0, start):
        return []
    parts = Found(match.groupdict(""), published)
    name = next(filter(parts.get, _NAMES), "bare")
    if _dates_nothing(text, start, end, name, parts):
        return []
    span = calendar.over_new_year(READERS.get(name, bare)(parts), published)
    if name in {"whole", "close"} and not parts["year"] and published:
        span = calendar.year_range(published.year)
    if name == "years" and "年均" in text[end : end + _NEAR]:
        parts = Found(parts | {"span": "mean"}, published)
    if name == "bare" and text[end - 1] == "的":
        end -= 1
    if parts["lead"] in _LEADS and text[end : end + 1] == "的":
        start += len(parts["lead"])
        parts = Found(parts | {"lead": ""}, published)
    if name == "bare" and (_ISSUE.match(text[end : end + _NEAR]) is not None or _is_of_life(text, start, parts)):
        return [PeriodMark(start, end, None, None, PeriodRole.WINDOW)]
    return _marks(text, start, end, name, span, parts)


def _is_of_life(text: str, start: int, parts: Found) -> bool:
    """Say whether 那年 is that in which somebody did something: 大学毕业那年."""
    return parts["year"] in {"那年", "那一年"} and _OF_LIFE.search(text[:start]) is not None


def _dates_nothing(text: str, start: int, end: int, name: str, parts: Found) -> bool:
    """Say whether what looks like a time is none by the words beside it, or only says of what something is."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if behind in _NOT_BEFORE.get(name, ()) or (before in _ORDERED and parts["lead"] in {"到", "至"}):
        return True  # 五年以上, 订单排到10月
    none = False
    match name:
        case "bare":
            none = not parts["year"] or _names_goods(text, end, parts)
        case "day":  # 新华社杭州6月14日电
            none = _SENT.match(text[end : end + 2]) is not None and _AGENCY.search(text[:start]) is not None
        case "whole":
            none = _is_no_year(text, start, end)
        case "quarter":
            none = behind in _ASKS and parts["qn"] != ""
        case "filing":
            none = parts["filing"] == "年报" and before in _NO_FILING  # 每年报名
        case "relmonth":
            none = parts["ru"] == "季" and text.startswith(_IN_FASHION, end)
        case "wholeday":  # 当天到账
            none = parts["wholeday"] in {"当天", "当日"} and not parts["lead"] and text.startswith(_SAME_DAY, end)
        case "weekday":  # 周一闭馆, 周一至周五 are habits
            none = _TRADED.match(text[end : end + _LONGEST_GOODS]) is None
        case "vague":
            habit = parts["vague"] in _FEASTS and parts["post"] != "期间"  # 节日用品
            none = habit or _is_vague_only(text, parts["vague"], before, end)
    return none


def _is_vague_only(text: str, word: str, before: str, end: int) -> bool:
    """Say whether 现在, 期末, 此前 or a season dates nothing: 转机出现在2003年, 学期末, 暑期出游升温."""
    if word == "现在":
        return before in _APPEARS
    if word == "期末":
        return before.isalpha()
    if word in _SEASONS:
        return text.startswith(_IN_SEASON, end)
    return word in {"此前", "先前"} and text.startswith(FORETOLD, end)


def _names_goods(text: str, end: int, parts: Found) -> bool:
    """Say whether a year only says of which season goods are: 2025年的新样品."""
    return parts["year"][:2].isdigit() and _OF_GOODS.match(text[end : end + _LONGEST_GOODS]) is not None


_TRADED = Brief(
    r"^(?:早盘|盘中|尾盘|午后)?，?(?:收|报|升|跌|大涨|大跌|微涨|微跌|上涨|下跌|攀升|走高|走低|反弹|回落|再涨|再跌|续涨|续跌)"
)
"""What makes a day of the week that of a market: 恒生指数周五收报."""
_OF_LIFE = Brief(r"(?:毕业|结婚|创业|入行|开店|办厂|出国|退伍|大学|成家|辞职|回国|出生|搬家|高考)(?:后|的)?$")
_YEAR_OF_HEAD = Brief(
    r"\s*(?:【[^】]{1,6}】|[0-9]{1,2}[、.．]|[一二三四五六七八九十]{1,2}、|[^\w\s“《]{1,2})?\s?(?P<year>20[0-9]{2})(?=[，：—])"
)
"""A year that heads a section alone: 【02】2026，目标这么定."""
_SAME_DAY = ("到账", "送达", "发货", "办结", "办好", "提货", "放行", "交付", "到货", "通关", "即可", "就能", "便能")
_FEASTS = frozenset({"节日", "节假日", "假日"})
_OF_GOODS = Brief(r"^的?(?:新样品?|新款|新品|日历|挂历|台历|年历|年货)")
"""What stands behind a year that only says of which season goods are: 2025年的新样品."""
_LONGEST_GOODS = 5
_IN_FASHION = ("新品", "新款", "热销", "主打", "流行", "水果", "蔬菜", "果蔬", "鲜果", "商品")
"""What stands behind 当季 that only says that goods are in season."""
_ASKS = frozenset("：:、.")
"""What makes Q1 the first question, no quarter."""
_SENT = Brief(r"电[（(　 ]|电$|讯[（(　 ]")
_AGENCY = Brief(r"^\s*[（(]?(?:[\p{Han}]{0,6}(?:社|报|网|台))[\p{Han}]{0,8}$")
_APPEARS = frozenset("出体表呈发实兑显")
_SEASONS = frozenset({"暑期", "暑假", "旺季", "淡季"})
_IN_SEASON = ("出游", "出行", "旅游", "旺季", "需求", "返校", "消费", "客流", "备货", "临近", "到来")
"""What makes a season only why something was so; the month told before goes on."""


def _is_no_year(text: str, start: int, end: int) -> bool:
    """Say whether 年内 and 全年 only look like the year, or say of what: 三年内, 年内第二低, 全年计划."""
    if text[start - 1 : start] == "占" and text.startswith("的", end):
        return True  # 去年四季度净利润占全年的三分之一
    if text.startswith(_GRANTED, end) and ("补" in text or "奖" in text):
        return True  # 单仓全年不超过80万元
    if not text.startswith("年内", start):
        return text.startswith(_PLANNED, end) and not does_plan(text, end)
    return text[start - 1 : start] in _SOME_YEARS or text.startswith(_RECORDS, end)


def periods(text: str, published: date | None) -> list[PeriodMark]:
    """Give the time expressions of a sentence, resolved; those without dates are windows."""
    found: list[PeriodMark] = list(listed_years(text)) if "、20" in text else []
    for match in PERIOD.matches(text) if TIMED.search(text) is not None else ():
        if not touching(found, *match.span()):
            found.extend(_expression(text, match, published))
    headed = _YEAR_OF_HEAD.match(text) if "20" in text else None
    if headed is not None and not touching(found, *headed.span("year")):
        found.append(PeriodMark(*headed.span("year"), *calendar.year_range(int(headed.group("year")))))
    if "号" in text:
        found.extend(mark for mark in numbered_days(text, published) if not touching(found, mark.start, mark.end))
    if "后" in text:
        found.extend(PeriodMark(*match.span(), None, None, PeriodRole.WINDOW) for match in _ONCE_DONE.finditer(text))
    if "同期" in text:
        befores = (match.span("same") for match in _YEAR_BEFORE.finditer(text))
        found.extend(PeriodMark(*span, None, None, PeriodRole.LATER, shift=-1) for span in befores)
    if not found:
        return []
    found = without_seasons(text, found) if "旺季" in text else found
    found = [of_feast(text, mark) for mark in found] if "期间" in text else found
    found = [since_done(text, mark) for mark in found] if "以来" in text or "至今" in text else found
    found = [_aside(text, _so_far(text, _from_january(text, mark), published)) for mark in found]
    found = _of_year_told(text, by_start(found), published)
    found = of_next_year(text, found, published)
    found = of_month_told(text, found) if "当月" in text else found
    return list(spanning(text, seen_from_report(text, by_start(found)), published))


def _of_year_told(text: str, found: list[PeriodMark], published: date | None) -> list[PeriodMark]:
    """Give months and quarters named behind a year in the same clause that year: 明年展会拟于5月举办."""
    told = list(found)
    for index, mark in enumerate(told[1:], start=1):
        before = told[index - 1]
        if not mark.yearless or mark.first is None or mark.last is None or mark.first.year != mark.last.year:
            continue
        year = _whole_year(text, before, published)
        gap = text[before.end : mark.start]
        if year is not None and len(gap) <= _SAME_CLAUSE and _CLAUSE_END.isdisjoint(gap):
            first, last = calendar.months(year, mark.first.month, mark.last.month)
            if (mark.first.day, mark.last) == (
                1,
                calendar.months(mark.last.year, mark.first.month, mark.last.month)[1],
            ):
                told[index] = replace(mark, first=first, last=last, yearless=False)
    return told


_SAME_CLAUSE = 12
_CLAUSE_END = frozenset("，。；、：0123456789")


def _whole_year(text: str, mark: PeriodMark, published: date | None) -> int | None:
    if text.endswith("明年", mark.start, mark.end) and published is not None:
        return published.year + 1
    whole = mark.first is not None and mark.last is not None and mark.role is PeriodRole.CURRENT
    if not whole or mark.first is None or (mark.first, mark.last) != calendar.year_range(mark.first.year):
        return None
    return mark.first.year


def _from_january(text: str, mark: PeriodMark) -> PeriodMark:
    """Give 年初至6月25日 as what it is, a span from the first day of the year."""
    led = mark.role is PeriodRole.AS_OF and mark.last is not None and text[mark.start] in "至到"
    if not led or mark.last is None or not text.endswith("年初", 0, mark.start):
        return mark
    return replace(mark, first=date(mark.last.year, 1, 1), role=PeriodRole.CURRENT)


_SHARED = Words(["分别", "依次"])


def _aside(text: str, mark: PeriodMark) -> PeriodMark:
    """Give a time that only says when somebody was there before: 上一次到义乌还是2019年."""
    if text[mark.start - 1 : mark.start] not in {"是", "在"}:
        return mark
    told = _LAST_TIME.search(text[max(0, mark.start - _NEAR) : mark.start]) is not None
    return replace(mark, aside="life") if told else mark


_LAST_TIME = Brief(r"(?:上一?次|上一?回|头一次|第一次|首次)[^，。；0-9]{0,12}(?:还是|是在|在|是)$")


def _so_far(text: str, mark: PeriodMark, published: date | None) -> PeriodMark:
    """Give this year as what has passed of it, where something was done in it already: 今年对拉美出口已超过2600万元."""
    this_year = text[mark.start : mark.end] in {"今年", "本年"} and mark.role is PeriodRole.CURRENT
    if not this_year or published is None or not _ALREADY.match(text[mark.end : mark.end + _NEAR]):
        return mark
    return replace(mark, last=published, role=PeriodRole.RUNNING)


_ALREADY = Brief(
    r"^[^，。；0-9将]{1,12}?已经?(?:在[^，。；0-9]{1,8}?)?(?:下单|采购|超过?|达到?|突破|完成|实现|累计|有|出口|进口|签|卖|售|开行|开出|发送|发了|走了|接了|订了|采购了"
    r"|接待|举办"
    r"|组织|培训|服务|建成|新增|引进|接单|发[货出放运]|投放|安排|下达|拨付|兑付|兑现|发放|投入|办理|处理|受理|登记|注册|落地|吸引)"
)


_ONCE_DONE = Brief(r"(?:建成|通车|投产|投用|投运|启用|落成|完工|竣工|达产|满产|运营|封关运作|封关)后")
_YEAR_BEFORE = Brief(r"(?:由|从)(?P<same>(?:去年|上年)同期)")
_OPENS = Brief(r"^(?:正式)?(?:开幕|启幕|揭幕|开赛|拉开|起航|开馆|开展(?:[，。；]|$))")


_ISSUE = Brief(r"^第[0-9一二三四五六七八九十]{1,4}期")
"""What makes a year that of an issue: 周报（2026年第16期）."""
_WEEK_OF = ("当周", "那周", "所在周", "止一周")
"""What makes a day one of a week: 8月15日当周."""


def _shares_out(text: str, start: int, end: int) -> bool:
    """Say whether two months are shared out over two numbers, not over two subjects: 7、8月，增速分别为."""
    shared = _SHARED.spans(text[end:])
    if not shared or text[end : end + 1] == "间":
        return False
    return "月、" in text[start:end] or "、" not in text[end : end + shared[0][0]]


def _marks(text: str, start: int, end: int, name: str, span: Range, parts: Found) -> list[PeriodMark]:
    """Give the marks of one time expression: two for months that a list of numbers shares out, none for an opening."""
    if name == "pair" and _shares_out(text, start, end):
        cut = text.index("、", start)
        first, last = span
        if first is not None and last is not None:
            one = calendar.months(first.year, first.month, first.month)
            two = calendar.months(last.year, last.month, last.month)
            return [PeriodMark(start, cut, *one), PeriodMark(cut + 1, end, *two)]
    if name == "day" and (_OPENS.match(text[end : end + 4]) or text.startswith(_WEEK_OF, end)):
        return [PeriodMark(start, end, *span, PeriodRole.WINDOW)]
    return [_mark(start, end, name, span, parts)]


_NO_TIME_BEHIND = {"前": "提"}  # and 农历 before all others: 提前, 农历四月
_SHORTEST = 2
_NEAR = 50
_RECORDS = ("第", "新高", "新低", "最", "首次", "高点", "低点")
"""What stands behind 年内 that only says how often something was so in it: 年内第二低."""
_GRANTED = ("奖补", "补助", "补贴", "奖励", "资助", "不超过", "最高不超过", "累计不超过", "累计最高", "最多")
"""What stands behind 全年 where a rule says what it pays a year."""
_SOME_YEARS = frozenset("0123456789一两二三四五六七八九十几数")
_PLANNED = ("计划", "目标", "预期目标", "任务", "指标", "盘子")
_NOT_BEFORE = {
    "fiveyears": frozenset("以多左余半期的上下"),
    "dayonly": frozenset("元圆均"),
    "filing": frozenset("关名考送到道价案废备销单率"),
}
"""What stands behind words that only look like a time: 五年以上, 5日元."""
_ORDERED = frozenset("排延约")
_NO_FILING = frozenset("每全历逐多几数半度同当末")
_YEARLESS = frozenset({"half", "span", "twomonths", "days", "day", "pair", "month"})


def _mark(start: int, end: int, name: str, span: Range, found: Found) -> PeriodMark:
    """Give the mark of a time expression: what its first and last words make of its dates."""
    if name == "whole" and not found["year"] and found["whole"] == "全年":
        return PeriodMark(start, end, *span, PeriodRole.SAME)
    if name in _HANGING and (told := _as_told(start, end, found) or _since_new_year(start, end, found)) is not None:
        return told
    if span == NO_PERIOD:
        same = found["vague"] in _SAME or name == "fiveyears"
        role = PeriodRole.SAME if same else PeriodRole.WINDOW
        return PeriodMark(start, end, None, None, role, shift=5 if name == "fiveyears" else 0)
    if name == "bare" and found["year"] in _THAT_YEAR and not (found["edge"] or found["post"]):
        return PeriodMark(start, end, *span, PeriodRole.SAME)
    yearless = name in {*_YEARLESS, "close"} and not found["year"] and not (name == "close" and found["post"] == "前")
    if name == "years" and found["span"] != "mean":
        return PeriodMark(start, end, *span, PeriodRole.SPAN)
    return PeriodMark(start, end, *_edged(name, span, found), yearless=yearless)


def _since_new_year(start: int, end: int, found: Found) -> PeriodMark | None:
    """Give the year as what has passed of it: 年初以来, 年初至今."""
    if found["vague"] != "年初" or found["post"] not in {"以来", "至今"} or found["year"] or found.seen is None:
        return None
    return PeriodMark(start, end, date(found.seen.year, 1, 1), found.seen, PeriodRole.RUNNING)


def _as_told(start: int, end: int, found: Found) -> PeriodMark | None:
    """Give a time that hangs on the one told before it: 当日, 报告期末, 去年同期."""
    closing = found["vague"] == "期末" or (found["vague"] in _SAME and found["edge"] == "末")
    if closing or found["wholeday"] in {"当日", "当天", "当晚", "同日"}:
        to_it = closing or found["lead"].startswith("截")
        return PeriodMark(start, end, None, None, PeriodRole.LATER, yearless=to_it)
    if found["vague"] == "同期" and found["year"] in _YEAR_BACK:
        return PeriodMark(start, end, None, None, PeriodRole.LATER, shift=_YEAR_BACK[found["year"]])
    return None


_HANGING = frozenset({"vague", "wholeday"})
"""The kinds of time that may hang on the one told before."""
_THAT_YEAR = frozenset({"当年", "那年", "那一年"})
_SAME = frozenset({"同期", "报告期", "报告期内"})
_YEAR_BACK = {"去年": -1, "上年": -1, "上一年": -1, "前年": -2}
_TENTHS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None), "上半月": (1, 15), "下半月": (16, None)}
_LONG_GONE = 300


def _long_gone(day: date | None, seen: date | None) -> bool:
    """Say whether a day from which something holds is nearly a year ago, so that the next one is meant: 9月1日起."""
    return day is not None and seen is not None and (seen - day).days > _LONG_GONE


def _next_if_near(span: Range, seen: date | None) -> Range:
    """Give a month by whose end something is to be done as the next one, where that is near: 9月底前再组织8个团组."""
    following = calendar.shifted(span, 1)
    near = seen is not None and following[1] is not None and (following[1] - seen).days <= _NEAR_AHEAD
    return following if near and span[1] is not None and seen is not None and span[1] < seen else span


_NEAR_AHEAD = 200


def _edged(name: str, span: Range, found: Found) -> tuple[date | None, date | None, PeriodRole]:
    lead, edge, post = found["lead"], found["edge"], found["post"]
    if edge in {"底", "末"} and post == "前" and name == "month" and not found["year"]:
        span = _next_if_near(span, found.seen)
    if (
        lead.startswith("截")
        or edge in {"底", "末"}
        or found["plan"].endswith("末")
        or name == "close"
        or (lead in _LEADS_END and (not post or (post == "累计" and found["year"][:1].isdigit())))
    ):
        return None, span[1], PeriodRole.AS_OF
    this_year = name == "bare" and found["year"] in {"今年", "本年"}
    if this_year and post in {"已", "累计", "以来", "至今"}:
        return span[0], found.seen, PeriodRole.RUNNING
    if post in {"起", "开始"} and name == "day" and not found["year"] and _long_gone(span[0], found.seen):
        span = calendar.shifted(span, 1)
    if post in {"以来", "起", "开始", "至今"} or (lead in {"自", "自从"} and post != "期间"):
        return span[0], None, PeriodRole.RUNNING
    if edge in _TENTHS and name == "month" and span[0] is not None and span[1] is not None:
        first, last = _TENTHS[edge]
        return span[0].replace(day=first), span[1] if last is None else span[0].replace(day=last), PeriodRole.CURRENT
    if post in {"前", "之前"} and span[0] is not None:
        return None, span[0] - timedelta(days=1), PeriodRole.AS_OF
    return *span, PeriodRole.CURRENT
