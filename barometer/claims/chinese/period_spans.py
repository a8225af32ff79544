"""Which Chinese times date what a sentence tells, and how far two that belong together reach: 自2021年至今年10月底."""

from collections.abc import Iterator
from datetime import date

from barometer.claims.chinese.numerals import whole_number
from barometer.claims.chinese.reported import tells_index
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief
from barometer.claims.times import calendar
from barometer.claims.times.days_told import FESTIVALS
from barometer.claims.values import PeriodMark, PeriodRole

_OPENED = Brief(
    r"^(?:刚|新|正式|才|就)?(?:建成|开业|启用|投用|成立|投产|上线|开通|竣工|落成|开馆|开园|揭牌|挂牌|设立|开张|入驻|投运|推出|发布|出台|印发|实施|落户|获批)"
    r"(?:运营|营业|使用|开业)?的"
)


def _opens_noun(words: str) -> bool:
    return ("的" in words and _OPENED.match(words) is not None) or words.startswith(_PLANS)


_PLANS = ("涨价计划", "提价计划", "停航计划", "复航计划", "排产计划", "涨价通知", "提价通知")
"""What a time names that somebody announced: 班轮公司落实11月上半月涨价计划."""


_ONWARD = Brief(r"^[^，。；0-9]{0,8}$")


_EVENT_PAST = Brief(r"^[^，。；0-9]{2,14}(?:之后|以后|后)[，,]")


def _dates_event(text: str, mark: PeriodMark, published: date | None) -> bool:
    """Say whether a past time dates what happened before the figures were so: 去年上线新系统后，闸口减少到2道."""
    past = mark.first is None or published is None or mark.first <= published
    event = mark.role in {PeriodRole.CURRENT, PeriodRole.AS_OF} and past
    return (
        event
        and "后" in text[mark.end : mark.end + 18]
        and _EVENT_PAST.match(text[mark.end : mark.end + 20]) is not None
    )


def _is_of_cause(text: str, mark: PeriodMark) -> bool:
    """Say whether a time only dates what something was due to: 受上旬连续阴雨影响，鲜菜价格上涨6.7%."""
    return text[mark.start - 1 : mark.start] == "受" and _CAUSE.match(text[mark.end : mark.end + 16]) is not None


def _is_of_saying(text: str, mark: PeriodMark) -> bool:
    """Say whether a day is only that on which somebody spoke: 发言人21日在例行发布会上介绍，海外仓已超3300个."""
    if mark.first is None or mark.first != mark.last or text[mark.end - 1] != "日":
        return False
    spoke = _SPOKE.match(text[mark.end : mark.end + _LONGEST_SPOKE]) is not None
    held = text.startswith(_HELD_THEN, mark.end)  # 董秘在4月22日举行的业绩说明会上表示
    return spoke and (held or _WHO.search(text[: mark.start]) is not None)


_HELD_THEN = ("举行的", "召开的", "举办的")


_SPOKE = Brief(
    r"^(?:在|举行的|召开的|举办的)[^，。；：]{2,18}?(?:会|论坛|采访|活动|调研)(?:上|中|时)?(?:介绍|表示|透露|说|指出|称|通报|宣布|答问)[，：]"
)
_LONGEST_SPOKE = 28
_WHO = Brief(
    r"(?:发言人|负责人|[局厅司处部署院会市县省区关行校社]长|主任|主席|总裁|经理|专家|教授|秘书长|理事长|书记|\p{Han}{2}[部委局署厅])(?:\p{Han}{2,3})?$"
)


def _is_of_asking(text: str, mark: PeriodMark) -> bool:
    """Say whether a day is only that on which a reporter was told: 记者10月24日从县商务局获悉，今年1—9月…."""
    return text.endswith("记者", 0, mark.start) and _ASKED.match(text[mark.end : mark.end + _LONGEST_ASKED]) is not None


_ASKED = Brief(r"^从[^，。；]{2,24}(?:获悉|了解到|得知|证实)")
_LONGEST_ASKED = 32
_THIS_YEAR = frozenset({"今年", "去年", "前年"})
_SALE = Brief(r"^(?:的)?[“\"‘']?(?:618|双(?:11|12|十一|十二))[”\"’']?(?:期间|大促|购物节|我们|[\p{Han}])")
_CAUSE = Brief(r"^[^，。；0-9]{0,12}(?:影响|拖累|冲击|提振|带动|拉动|推动)")


def spanning(text: str, found: list[PeriodMark], published: date | None) -> Iterator[PeriodMark]:
    """Join 自2021年开港 and 至今年10月底 into one; leave out a time that only dates a thing: 11月底建成的基地."""
    index = 0
    while index < len(found):
        mark, after = found[index], found[index + 1] if index + 1 < len(found) else None
        index += 1
        dates = mark.role in {PeriodRole.CURRENT, PeriodRole.AS_OF} and not tells_index(text, mark)
        if dates and _opens_noun(text[mark.end : mark.end + 10]):
            continue
        if mark.first is None and text.endswith(_STREAK, 0, mark.start):
            continue
        if after is not None and _is_festival_of(text, mark, after):
            yield replace(mark, end=after.end)
            index += 1
            continue
        mark = _from_today(text, mark, published)
        filed = mark.role is PeriodRole.LATER and text.startswith(_FILED, mark.end)  # 同日公告显示
        if filed or _is_of_saying(text, mark):
            yield replace(mark, role=PeriodRole.WINDOW)
            continue
        if text.startswith(_WEATHER, mark.end):
            continue
        if _dates_event(text, mark, published) or _is_of_cause(text, mark) or _is_of_asking(text, mark):
            continue
        if text[mark.start : mark.end] in _THIS_YEAR and _SALE.match(text[mark.end : mark.end + 10]):
            yield PeriodMark(mark.start, mark.end, None, None, PeriodRole.WINDOW)  # 今年618期间
            continue
        reach = _reach(text, mark, after, published)
        if reach is not None:
            yield reach
            index += 1
            continue
        if after is not None and _is_year_up_to(text, mark, after):
            yield replace(mark, end=after.end, last=after.last, role=PeriodRole.CURRENT)
            index += 1
            continue
        since = mark.role is PeriodRole.RUNNING and mark.last is None
        until = since and after is not None and after.role is PeriodRole.AS_OF and text[after.start] in "至到"
        if until and after is not None and _ONWARD.match(text[mark.end : after.start]):
            yield replace(mark, end=after.end, last=after.last, role=PeriodRole.CURRENT)
            index += 1
            continue
        yield mark


_FILED = ("公告", "晚间公告", "披露的公告", "发布公告", "发布的公告", "另一公告")
_WEATHER = ("入梅", "出梅", "入伏", "出伏", "入冬", "入夏", "立春", "立夏", "立秋", "立冬")
"""What only tells when a season set in: 浙中6月7日入梅，伞具补货提速."""


def of_next_year(text: str, found: list[PeriodMark], published: date | None) -> list[PeriodMark]:
    """Give quarters named behind 明年 in its sentence that year: 明年预计增长4%，但一季度可能只有2%."""
    if published is None or "明年" not in text:
        return found
    told: list[PeriodMark] = []
    since: int | None = None
    for mark in found:
        words = text[mark.start : mark.end]
        if "年" in words.replace("半年", "").replace("全年", ""):
            since = mark.end if words.endswith("明年") else None
        near = since is not None and "；" not in text[since : mark.start]
        told.append(_in_year(mark, published.year + 1) if near and words in _PARTS_OF_YEAR else mark)
    return told


_PARTS_OF_YEAR = frozenset({"一季度", "二季度", "三季度", "四季度", "首季", "上半年", "下半年"})


def _in_year(mark: PeriodMark, year: int) -> PeriodMark:
    if mark.first is None or mark.last is None:
        return mark
    first, last = calendar.months(year, mark.first.month, mark.last.month)
    return replace(mark, first=first, last=last, yearless=False)


def _is_festival_of(text: str, mark: PeriodMark, after: PeriodMark) -> bool:
    """Say whether a festival is named behind its days, which are the time told: 2月15日至23日春节假期."""
    if mark.role is not PeriodRole.CURRENT or mark.first is None or mark.last is None:
        return False
    days = (mark.last - mark.first).days <= calendar.LONGEST_EVENT
    named = text[after.start : after.end] in FESTIVALS and after.role is PeriodRole.WINDOW
    return days and named and text[mark.end : after.start] in {"", "的", "“", "（"}


_STREAK = ("连续", "连续第", "接连", "连着", "已连续")
"""What makes a length of time that of a streak, which dates nothing: 连续五年居全国第三."""


def _is_year_up_to(text: str, mark: PeriodMark, after: PeriodMark) -> bool:
    """Say whether a year is told up to a day of it: 今年截至7月底."""
    this_year = text[mark.start : mark.end] in {"今年", "本年"} and mark.end == after.start
    return this_year and text[after.start] == "截" and after.role is PeriodRole.AS_OF and after.last is not None


def _reach(text: str, mark: PeriodMark, after: PeriodMark | None, published: date | None) -> PeriodMark | None:
    """Give the time from one to another, or to now: 从去年10月到今年4月, 从2月16号到今天, 年初到现在."""
    if (
        published is not None
        and text.endswith("年初", mark.start, mark.end)
        and mark.end - mark.start <= _FROM_NEW_YEAR
    ):
        mark = replace(mark, first=date(published.year, 1, 1), role=PeriodRole.CURRENT)
    if after is None or mark.first is None or _O_CLOCK.match(text[mark.end : after.start]) is None:
        return None
    this_year = text[mark.start : mark.end] in {"今年", "本年"}
    if text[mark.start] not in "从自由" and text[mark.end - 1] not in "月日号初" and not this_year:
        return None
    if text[after.start] not in "到至" or mark.role not in {PeriodRole.CURRENT, PeriodRole.RUNNING}:
        return None
    last = published if text[after.start + 1 : after.end].removesuffix("已") in _NOW else after.last
    if last is None or last <= mark.first:
        return None
    return replace(mark, end=after.end, last=last, role=PeriodRole.CURRENT, yearless=False)


_O_CLOCK = Brief(r"^(?:[0-9]{1,2}(?:点|时|:[0-9]{2}))?$")
"""What may stand between a day and the one up to which it runs: 11月25日0点到12月2日24点."""
_FROM_NEW_YEAR = 3
"""Characters of 年初 and 从年初, which is no 2019年初."""
_NOW = frozenset({"现在", "今天", "今日", "目前", "如今", "眼下"})


def of_month_told(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give 当月 behind the end of a month as that month: 截至3月末…；当月新设企业."""
    told = list(found)
    for index, mark in enumerate(told[1:], start=1):
        day = told[index - 1].last
        if text.startswith("当月", mark.start) and mark.end - mark.start == len("当月") and day is not None:
            first, last = calendar.months(day.year, day.month, day.month)
            told[index] = replace(mark, first=first, last=last, yearless=False)
    return told


def _from_today(text: str, mark: PeriodMark, published: date | None) -> PeriodMark:
    """Give 即日起至11月25日 as what it is, the days from the one of publication."""
    if published is None or mark.role is not PeriodRole.AS_OF or text[mark.start] not in "至到":
        return mark
    if mark.last is None or not text.endswith(_TODAY, 0, mark.start):
        return mark
    last = mark.last if mark.last >= published else calendar.shifted((mark.last, mark.last), 1)[1]
    return replace(mark, first=published, last=last, role=PeriodRole.CURRENT)


_TODAY = ("即日起", "即日", "今日起", "今天起", "今起")


def numbered_days(text: str, published: date | None) -> Iterator[PeriodMark]:
    """Give the latest day of a number that people call it by in speech: “11号一天卖了3.2万单”."""
    if published is None:
        return
    for match in _CALLED.finditer(text):
        day = calendar.latest_day(whole_number(match.group("day")), published)
        if day is not None:
            yield PeriodMark(match.start("day"), match.end("day") + 1, day, day)


_CALLED = Brief(
    r"(?:^|[，。；：“、（]|[在到从就光仅是])(?P<day>[0-9]{1,2})号(?:这|那|当)?(?:一天|天|晚|早上|早晨|上午|下午|凌晨|中午|夜里|零点|开始)"
)


def without_seasons(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give the times without a season that only names the days right in front of it: 10月21日至11月11日旺季期间."""
    ends = {mark.end for mark in found if mark.last is not None}
    return [mark for mark in found if mark.start not in ends or not text.startswith("旺季", mark.start)]


def of_feast(text: str, mark: PeriodMark) -> PeriodMark:
    """Give the year of a feast or sale without dates as a window: 今年“黑五”期间."""
    yearly = text[mark.end - 1] == "年" and mark.role is PeriodRole.CURRENT
    if not yearly or not _FEAST.match(text[mark.end : mark.end + _LONGEST_FEAST]):
        return mark
    return replace(mark, first=None, last=None, role=PeriodRole.WINDOW)


_FEAST = Brief(
    r"^的?[“\"]?(?:黑五|黑色星期五|网一|双11|双十一|双12|双十二|618|斋月|圣诞|圣诞节|开斋节|世界杯|奥运会?|亚运会?|大促)[”\"]?期间"
)
_LONGEST_FEAST = 10


def since_done(text: str, mark: PeriodMark) -> PeriodMark:
    """Give the time when something began as that since when it has been: 2021年9月投用以来."""
    if mark.role is not PeriodRole.CURRENT or not _SINCE_DONE.match(text[mark.end : mark.end + _LONGEST_BEGUN]):
        return mark
    return replace(mark, last=None, role=PeriodRole.RUNNING)


_SINCE_DONE = Brief(
    r"^(?:正式|重新|全面|恢复|试)?(?:投用|启用|开业|开通|开馆|开园|开行|运营|投运|投产|成立|创办|创立|上线|首发|通车|建成|设立|实施|推出|施行"
    r"|开市|开门|营业|开张|开工|复工|启动|开播|开航|首航|挂牌|入驻|落地|执行|生效|封关|运行|放开|恢复|开幕|开展|开服|开放|开学|试运行|试营业|运行)(?:以来|至今)"
)
_LONGEST_BEGUN = 10
