"""Chinese marks that hang on their neighbours: 多217列 behind a base, 上涨的9个, 干了11年, 高出杭州32元."""

from collections.abc import Iterator

from barometer.claims.chinese.beside import LONGEST_NET, NET
from barometer.claims.chinese.planned import does_plan
from barometer.claims.chinese.shields import DEEDS
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.values import Cue, Mark, Mention, PlaceMark

TIMES = frozenset({"year", "month", "day", "hour", "minute"})
_SHORT_TIMES = frozenset({"hour", "minute"})
_LENGTHY = """
已经 已有 已 了 少说 足足 整整 只要 只需 仅需 需要 需 要 花 耗 达 长达 磨 最快 最慢 最长 最短 顶多 最多 至少 平均 动辄
大约要 一般 通常 往往 路上走 途中走 只管 敢管 能管 须 须时 需时
"""
_LASTING = tuple(_LENGTHY.split())
_CAREER = pattern(
    r"(?:入行|从业|从艺|从教|经商|务工|打拼|执业|经营\p{Han}{2,8}|[养种做开跑修织]\p{Han}{1,4}|从事[^，。；0-9]{2,14}|[来到在]\p{Han}{2,3}(?:开|做|干|跑"
    r"|卖|经营)?\p{Han}{0,4})(?:了|已|已有)?$"
)
_PASSED = ("过了", "时隔", "历经", "隔了", "收官已有", "落幕已有", "结束已有", "收官已", "结束已")
"""What stands right before a span of time that is a length: 做这一行已经19年."""
_MORE = {
    "多": "up",
    "少": "down",
    "快": "up",
    "慢": "down",
    "高": "up",
    "低": "down",
    "贵": "up",
    "差": "down",
    "早": "down",
    "晚": "up",
}
_AHEAD = {
    "跑赢": "up", "快出": "up", "快过": "up", "高过": "up", "超出": "up", "强于": "up", "大于": "up",
    "跑输": "down", "弱于": "down", "逊于": "down", "不及": "down", "低出": "down", "慢出": "down",
    "高出": "up", "高于": "up", "快于": "up", "领先": "up", "多于": "up", "优于": "up", "领先于": "up",
    "低于": "down", "慢于": "down", "落后": "down", "少于": "down", "落后于": "down",
}  # fmt: skip
_LANE = pattern(
    r"[\p{Han}]{1,2}线(?:、[\p{Han}]{1,2}线)*(?:分别)?报"
    r"|(?:航线|[欧美非亚洲西东]线)每?(?:[24]0英?尺|大|小|高)?(?:标?箱|柜)(?:报|涨|跌)"
    r"|(?:航线|[欧美非亚洲西东]线|英尺箱|英尺柜|大柜|小柜|高柜|整柜|每柜|每标箱|每箱|舱位|即期|现货)(?:[^，。；0-9]|[24]0英?尺){0,8}?(?:报价|运价|运费|价格|舱价|均价)"
    r"|[\p{Han}]{2}(?:至|到|—)[\p{Han}]{2,4}(?:普货|空运|海运|货运|卡航)(?:均价|价格|价)"
    r"|[欧美非亚洲西东]线(?:估计|预计|可能|或|也|还|将|会|再|要)+(?:上涨|下跌|涨|跌|提价)"
)


_EACH = pattern(
    r"(?P<way>空运|海运|快船|卡航|铁路|陆运|班列)(?:价格?|费用?)?(?:现在|目前|眼下|已经?|要|得|也|就|是|为|涨到|降到|大约|约|一般)*"
    r"每(?:公斤|千克|吨|方|立方米?|标箱|箱|柜|个?(?:大柜|小柜|高柜|货柜|标箱|集装箱)|[24][05]英?尺[柜箱])"
)
"""What it costs to carry so much one way: 空运每公斤42元, 海运每柜."""
_LANE_EACH = Brief(
    r"[\p{Han}]{2}(?:到|至)[\p{Han}]{2,6}(?:的)?(?:现在|目前|眼下|已|要)*每(?:公斤|千克|个?(?:大柜|小柜|高柜|货柜|标箱)|标?箱|柜)(?:约|要)?[0-9]"
)
"""What it costs to carry so much on a lane: 义乌到洛杉矶每公斤45元."""
_CARRIED_WORDS = """
价 运费 线报 线分别报 线涨 线跌 箱报 箱涨 箱跌 柜报 柜涨 柜跌 线估 线预 线可 线或 线也 线还 线将 线会 线再 线要
"""
_CARRIED = Words(_CARRIED_WORDS.split())
_LANE_ROW = Brief(r"线[ 　：:]{1,2}(?P<lane>[\p{Han}]{2,4}(?:至|到|—|-)[\p{Han}]{2,5}) ?[0-9]")
"""A row on one lane: 北美线　杭州至洛杉矶45.8元."""
_LANE_LABEL = Brief(
    r"^\s*[^\p{Han}\s]{0,3}\s?(?P<lane>[\p{Han}]{2,6}(?:(?:至|到|—{1,2}|-|→)[\p{Han}]{2,6}|航线|[欧美非亚洲西东]线))"
    r"[：: 　]{1,2}(?:约|报)?[0-9][0-9.,]*(?:美元|欧元|元)"
)
"""A row that a lane is the label of: 上海—鹿特丹：2310美元/TEU，涨1.2%."""
_NO_QUOTE = ("报道", "报告", "报关", "报名")
_RAW = pattern(
    r"(?P<raw>[每一]吨(?:又|再|已|还|价格)*(?:上涨|下跌|涨|跌|降|贵)了?)(?:约|近|超|逾)?[0-9一二两三四五六七八九十]"
)
"""What a raw material costs more or less, which holds in no town: ABS塑料每吨又涨了600元."""
_EACH_MORE = Brief(r"^每[\p{Han}]{1,2}[多少高低贵]")
_MORE_DONE = Brief(
    r"^(?P<deed>[多少](?:[开设卖运发装签收产做跑接销用招引投建增赚花亏挣]|开行|发送|接待|销售|生产|完成|签约|引进)了?)(?:近|约|逾|超)?[0-9一二两三四五六七八九十百千]"
)
_SOONER = Brief(
    rf"^(?P<deed>[早晚](?:{'|'.join(DEEDS)})了?)(?:近|约|逾|超)?[0-9一二两三四五六七八九十半]+(?:多|余|来)?(?:天|个?月|周|个?小时)"
)
"""How much sooner something is done: 今年订单比往年早来20天."""
_DAYS = Brief(r"^[0-9一二两三四五六七八九十半]+(?:多|余)?(?:天|个?小时|分钟|个月|秒|周)")


_LONGEST_SOONER = 12


def beside_base(text: str, bases: list[Mark]) -> Iterator[Mark]:
    """Give 多 and 少 right behind a base as words of growth: 比去年同期多217列."""
    for base in bases:
        word = text[base.end : base.end + 1]
        low = base.start + text.startswith("于", base.start)
        head = text[max(0, low - 2) : low]
        if base.cue is Cue.BASE and head in _AHEAD:
            yield Mark(low - 2, low, Cue.GROWTH, _AHEAD[head])
        if base.cue is Cue.BASE and text.startswith("新增", base.end):
            yield Mark(base.end, base.end + 2, Cue.GROWTH, "up")
        done = _MORE_DONE.match(text[base.end : base.end + 5]) if word in {"多", "少"} else None
        if base.cue is Cue.BASE and done is not None:
            yield Mark(base.end, base.end + done.end("deed"), Cue.GROWTH, _MORE[word])
            continue
        sooner = _SOONER.match(text[base.end : base.end + _LONGEST_SOONER]) if word and word in "早晚" else None
        if base.cue is Cue.BASE and sooner is not None:
            yield Mark(base.end, base.end + sooner.end("deed"), Cue.GROWTH, _MORE[word])
            continue
        each = _EACH_MORE.match(text[base.end : base.end + 5]) if word == "每" else None
        if base.cue is Cue.BASE and each is not None:
            yield Mark(base.end + each.end() - 1, base.end + each.end(), Cue.GROWTH, _MORE[each.group()[-1]])
        if base.cue is Cue.BASE and word in "快慢" and word and _DAYS.match(text[base.end + 1 : base.end + 8]):
            yield Mark(base.end, base.end + 1, Cue.GROWTH, "down" if word == "快" else "up")
            continue
        if base.cue is Cue.BASE and word in _MORE and text[base.end + 1 : base.end + 2] != "于":
            yield Mark(base.end, base.end + 1, Cue.GROWTH, _MORE[word])


_SET_LOWER = Brief(
    r"[，,](?:[但却而])?(?:仍然?|还是?|也)?(?:[明略]?显?[低高快慢弱强好逊]于|不及|超过)"
    r"(?P<old>(?:(?:(?:19|20)[0-9]{2}年|去年|上年|前年)(?:[0-9]{1,2}月)?"
    r"|上月|上个月|上季度|[一二三四]季度|[上下]半年|[0-9]{1,2}月)"
    r"(?:同期|全年)?(?:的增速|的|增速))[0-9]"
)


_LAST_YEAR = Brief(
    r"[0-9万亿千百家个名位件人次户][，,；](?:而)?"
    r"(?P<old>(?:去年|上年|前年)(?:的)?(?:同期|这时候|此时|同时段|这?个?展会)?(?:则|还|只)?(?:为|是|仅|有))[0-9一二三四五六七八九十]"
)
"""What is told of last year only to be set against the figure before: 参展企业1846家，去年展会为1520家."""


def set_lower(text: str) -> Iterator[Mark]:
    """Give a time whose figure the one before it is set against: 增速将放缓至3%，低于2025年的5.2%."""
    if "去年" in text or "上年" in text or "前年" in text:
        yield from (Mark(*told.span("old"), Cue.OLD, "beside") for told in _LAST_YEAR.finditer(text))
    if "于" in text or "不及" in text or "超过" in text:
        for match in _SET_LOWER.finditer(text):
            yield Mark(*match.span("old"), Cue.OLD, "beside")


def gaps(text: str, places: list[PlaceMark], touched: list[bool]) -> Iterator[Mark]:
    """Give the places that a figure is set against, and what the word before them says: 比全省高, 高出杭州32元."""
    for place, base in zip(places, touched, strict=True):
        if place.part != "scope" or base:
            continue
        head = text[max(0, place.start - 3) : place.start]
        if head[-1:] in {"比", "较"}:
            yield Mark(place.start - 1, place.end, Cue.GAP)
            if text[place.end : place.end + 1] in {"早", "晚"}:
                yield Mark(place.end, place.end + 1, Cue.GROWTH, _MORE[text[place.end]])
            continue
        word = next((word for word in (head, head[-2:]) if word in _AHEAD), None)
        if word is not None:
            yield Mark(place.start, place.end, Cue.GAP)
            yield Mark(place.start - len(word), place.start, Cue.GROWTH, _AHEAD[word])


def lengths(text: str, found: list[Mention]) -> Iterator[Mark]:
    """Give what makes a span of time a length: the words right before it; minutes and hours always are one."""
    for mention in found:
        if mention.unit not in TIMES:
            continue
        if text.endswith(_PASSED, 0, mention.start):
            continue
        bound = mention.unit in _SHORT_TIMES or text[mention.end - 2 : mention.end] in {"以上", "以下"}
        before = text.endswith(_LASTING, 0, mention.start) or text.endswith(_LASTING, 0, mention.numeral.start)
        career = mention.unit == "year" and _CAREER.search(text[max(0, mention.start - 18) : mention.start])
        if (
            bound
            or before
            or text.startswith(_SUFFICES, mention.end)
            or (career and text[mention.end : mention.end + 1] in {"", "的", "了", "，", "。"})
        ):
            yield Mark(mention.start, mention.start, Cue.DURATION)


_SUFFICES = ("就够", "就行", "就能", "便能", "足矣")
"""What stands behind a length that is enough for something: 半天就够了."""


def more_times(text: str, found: list[Mention]) -> Iterator[Mark]:
    """Give 多 right before a number of times as a word of growth: 比五国人口总和多一倍."""
    for mention in found:
        if mention.unit == "times" and mention.kind is None and text[mention.start - 1 : mention.start] == "多":
            yield Mark(mention.start - 1, mention.start, Cue.GROWTH, "up")


_MORE_TO_COME = Brief(
    r"(?:有望|预计|可以|还能|打算|计划|争取)(?P<more>多(?:走|卖|发|接|出|跑|装|做|开|收|赚|订|招)了?)[0-9一二三四五六七八九十百千]"
)
_MORE_BY = Brief(r"(?P<more>多(?:卖|销|接|赚|订)了?)(?:[一二三四五六七八九]成|[0-9.]+%)")
"""What grew by so much, told in a title: 小马挂件多卖四成."""


def more_to_come(text: str) -> Iterator[Mark]:
    """Give 多 before what is done more as a word of growth: 今年有望多走10个柜."""
    for told in (_MORE_TO_COME, _MORE_BY):
        yield from (Mark(*match.span("more"), Cue.GROWTH, "up") for match in told.finditer(text))


def nets(text: str, found: list[Mention]) -> Iterator[Mark]:
    """Give 净增 with the things named behind it as words of growth: 净增门店186家."""
    for mention in found:
        low = max(0, mention.start - LONGEST_NET)
        net = NET.search(text[low : mention.start]) if mention.unit != "percent" else None
        if net is not None:
            yield Mark(low + net.start(), low + net.end(), Cue.GROWTH, "up" if net.group("way") == "增" else "down")


def lanes(text: str) -> Iterator[Mark]:
    """Give the price of carrying goods on a lane, which holds at no place: 宁波至汉堡航线报价."""
    if _CARRIED.found_in(text):
        for match in _LANE.finditer(text):
            if not text.startswith(_NO_QUOTE, match.end() - 1):
                yield Mark(*match.span(), Cue.PLACELESS)
    if "每" in text:
        yield from _rates_of_each(text)
    if "每吨" in text or "一吨" in text:
        for match in _RAW.finditer(text):
            yield Mark(*match.span("raw"), Cue.PLACELESS)
    if "线" in text:
        yield from (Mark(*row.span("lane"), Cue.PLACELESS) for row in _LANE_ROW.finditer(text))
    if "元" in text and not _LABEL_ENDS.isdisjoint(text) and (labelled := _LANE_LABEL.match(text)) is not None:
        yield Mark(*labelled.span("lane"), Cue.PLACELESS)


_LABEL_ENDS = frozenset("：: 　")
"""What one of stands between the label of a row and its number."""


def _rates_of_each(text: str) -> Iterator[Mark]:
    """Give what it costs to carry so much one way, or on a lane."""
    if "运" in text or "船" in text or "卡航" in text or "铁路" in text or "班列" in text:
        yield from (Mark(*match.span(), Cue.PLACELESS) for match in _EACH.finditer(text))
    if "到" in text or "至" in text:
        yield from (Mark(match.start(), match.end() - 1, Cue.PLACELESS) for match in _LANE_EACH.finditer(text))


_HANDLED = Brief(
    r"^(?P<object>[^，。；]{2,16}?)"
    r"(?:上调|下调|调高|调低|调至|调整|提高|提升|降低|降至|降到|升至|压缩|扩大|扩至|缩短|延长|增加到|减少到|压到|压至|纳入|列为)"
)
_NO_OBJECT = (
    "把",
    "进一步",
    "继续",
    "再",
    "陆续",
    "逐步",
    "会",
    "有望",
    "不",
    "全面",
    "对",
    "于",
    "在",
    "至",
    "到",
    "达",
    "从",
    "由",
    "力争",
    "大幅",
    "小幅",
)


_DONE = Brief(r"(?:已|已经|曾|拟|计划|打算|先后|日前|近日|昨日|昨天|今年|去年|[月日年季度]起?|宣布)$")


_PLANS = Words(["力争", "计划", "目标", "打算", "争取"])


def takes_object(text: str, mark: Mark) -> bool:
    """Say whether 将 only leads to what is handled: 已将综合税率上调10个百分点, 将利率下调35个基点."""
    if text[mark.start : mark.end] != "将" or mark.cue is not Cue.STATUS:
        return False
    planned = text[mark.start - 1 : mark.start] in {"，", "、"} and _PLANS.found_in(text[: mark.start])
    if not planned and _DONE.search(text[max(0, mark.start - 6) : mark.start]) is None:
        return False  # 墨西哥将关税降到15% may be to come
    found = _HANDLED.match(text[mark.end : mark.end + 30])
    return found is not None and not found.group("object").startswith(_NO_OBJECT)


_SAVING = frozenset({"省下", "省了", "省出", "能省", "可省", "节省", "能节省", "可节省", "节省了", "少付"})
_SAVED = Brief(r"^(?:约|近|超|逾|将近)?(?:[0-9.]+[%个]|[一二两三四五六七八九]成|一半|.分之)")
"""Behind 省了 a percent is a change; money saved is none."""
_TIME_SAVED = Brief(
    r"(?:比|较)[^，。；0-9比较]{1,12}(?:能|可|要|约|至少|可以|能够)?(?P<saves>节省|省下?|少用|少花)了?"
    r"(?:约|近|超|逾|将近)?[0-9.一二两三四五六七八九十半]+(?:多|余)?个?(?:天|小时|钟头|月|周|分钟)"
)
"""Time saved against something named is a change: 比海运节省20天."""
_LONGEST_SAVED = 10
_N = "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})"
_TALLY = Brief(rf"{_N}[涨跌升降平][、，]?{_N}[涨跌升降平](?:[、，]?{_N}[涨跌升降平])?(?:[^\p{{Han}}]|$)")
MOVES = frozenset("涨跌升降平")
_LONGEST_TALLY = 12


def tallied(text: str, at: int) -> bool:
    """Say whether a place lies within a count of what rose and what fell: 六涨四跌, 5涨6跌1平."""
    low = max(0, at - _LONGEST_TALLY)
    found = (match.span() for match in _TALLY.finditer(text[low : at + _LONGEST_TALLY]))
    return any(low + start <= at < low + end for start, end in found)


def _is_name(text: str, mark: Mark) -> bool:
    """Say whether a word of plan or forecast is none: 863计划 is a name, 最长可达 a limit, 已安排 what is done."""
    word, before = text[mark.start : mark.end], text[max(0, mark.start - 2) : mark.start]
    if word == "要先" and _FORMERLY.found_in(text[: mark.start]):
        return True  # 以前货要先拉到外地中转
    if word.endswith(("计划", "规划")) and text[mark.end : mark.end + 1] in {"》", "（"} and "《" in text[: mark.start]:
        return True  # 《行动计划》 is a name
    if word == "计划":
        yearly = before == "全年" and not does_plan(text, mark.start)
        return yearly or before[-1:].isdigit() or before[-1:] in {"”", "》"}
    if word[0] == "或" and before in _WAYS:
        return True  # 订单持平或增加 tells of either
    if word == "将" and before.endswith(("已", "已经")):
        return True  # 68%的企业已将部分订单转由当地仓发货
    done = before[-1:] in {"已", "经"} or text.startswith("了", mark.end)  # 春节期间安排了120名职工留守
    done = done or before in {"每年", "每月"}  # 市财政每年安排3000万元
    return (word == "可达" and before[:1] == "最") or (word == "安排" and done)


_FORMERLY = Words(["以前", "过去", "从前", "原先", "早些年", "以往"])
_WAYS = frozenset({"持平", "不变", "增加", "减少", "增长", "上升", "下降", "上涨", "下跌", "回升", "回落"})


def _saves_time(text: str, mark: Mark) -> bool:
    """Say whether a word of saving tells how much less time something takes than another: 比海运节省20天."""
    head = max(text.rfind(sign, 0, mark.start) for sign in "比较")
    saved = _TIME_SAVED.match(text[head : mark.end + _LONGEST_SAVED]) if head >= 0 else None
    return saved is not None and mark.start <= head + saved.start("saves") < mark.end


def names_things(text: str, mark: Mark) -> bool:
    """Say whether a word of growth or plan only names what it is true of: 上涨的9个, 镇里规划的小镇, 5涨6跌."""
    if mark.cue is Cue.GROWTH and text[mark.start : mark.end] in _SAVING:
        return _SAVED.match(text[mark.end : mark.end + 10]) is None and not _saves_time(text, mark)
    if mark.cue is Cue.GROWTH and mark.end - mark.start == 1:
        who = text.startswith("价的", mark.end)  # 考虑涨价的商户不到5%
        return who or (text[mark.start : mark.end] in MOVES and tallied(text, mark.start))
    if mark.cue is Cue.STATUS and _is_name(text, mark):
        return True
    of = text[mark.end : mark.end + 1] == "的" and mark.end - mark.start > 1
    return of and (mark.cue is Cue.GROWTH or text[mark.start : mark.end] == "规划")
