"""The bases of Chinese comparisons, in time or against another place; the times in them date nothing."""

from barometer.claims.chinese.numerals import whole_number
from barometer.claims.text.expressions import Begun, Brief, Parted, Piece, Words, pattern
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, Mark, in_order

_TURNED = r"|改(?:从|由|用|走|搭|乘|道)[^，。；0-9]{1,14}后"
_DONE = (
    r"|自?[^，。；年月日0-9“”]{0,6}(?:启用|建成|扩能|扩建|开业|开通|投用|投产|投运|上线|改造|改革|搬迁|封关运作|封关|治污"
    r"|整治|并网|通车|换装|数字化|扩大|扩编|扩容|提速|实施|落地|上调|下调|加征|生效|出台)(?:后|以来)"
    r"|(?:引入|引进|使用|启用|采用|改用|推行|推出|试行|实行|应用|接入|升级|技改|上马|装上|换上|用上)[^，。；0-9]{0,8}(?:后|以来)"
)
"""Bases that are told by what was done then, none of which a sentence without 后 or 以来 holds: 扩建后, 改用…以来."""
_FORMS = (
    r"(?P<before>(?:较|比|与)(?:前一年|上一年)(?:同期)?(?:的)?(?:相比)?"
    r"|(?:较|比|与)(?:去年|上年)(?:的)?(?:春节|国庆|中秋|端午|五一|元旦)(?:假期|期间|同期)?(?:相比)?)"
    r"|(?P<since>(?:较|比|与)上一?届[^，。；、0-9多少增减高低升降提长缩快慢]{1,6}(?:时|期间)(?:相比)?|(?:较|比|与)上一?届(?:[^，。；、0-9多少增减高低升降提长缩快慢]{1,6})?同期(?:相比)?|(?:较|比)[0-9]{1,2}日|(?:较|比|与)[0-9]{1,2}月[0-9]{1,2}日(?:相比)?|(?:较|比|与)(?:今年|去年|上年|当年|前年)?(?:上半年|下半年"
    r"|[前首][一二两三四五六七八九十0-9]+个?(?:月|季度)|[0-9]{1,2}(?:—|-|至|到)[0-9]{1,2}月(?:份)?"
    r"|[0-9]{1,2}月(?:份)?[上中下]旬|[上中下]旬|(?:[0-9]{1,2}|[一二三四五六七八九十]+)(?:月(?:份)?|季度)(?:末|底)|(?:夏天|冬天|春天|秋天|旺季|淡季"
    r"|节前(?:一[天日])?|节后(?:一[天日])?|年前|高峰时|高峰期|最高时|顶峰时|低谷时|巅峰时|暑假|暑期|寒假|春节|国庆|平均水平))(?:相比|同期)?|(?:较|比|与|是|达到|相当于|为|于)(?:去年"
    r"|上年|前年|上一年|[0-9]{4}年|[一二三四五六七八九十两]+年|上|[0-9]+)?(?:末|底|年末|年底|年初|周|一周|届|前一[天晚日夜周]|[前上]一个?交易日|前周|前|次|上期|上一期|首日|首周"
    r"|首月|(?:投产|开业|投用|运营|创业|成立|上线|开店|办厂|启用|开通|入行|经营)?(?:的)?(?:首年|头一年|第一年)|首届|前日|昨日|昨天|上轮|上届|前一周"
    r"|上周|平时|平日|往年|往常|日常|常年|疫情前|开业前|扩能前|改革前|启用前|之前|以前|往届|月前|原先|原来|过去|以往|从前|早前|此前|当初|最初)(?:水平|高点|低点|峰值|高位|首日|首周)?(?:的)?(?:相比)?"
    r"|(?:超过|超|追平|赶上|赶超|高于|逼近)了?(?:去年|上年|[0-9]{4}年)(?:全年|一年|全月|同期)(?:水平|总量|总额|总和)?"
    r"|(?:较|比|相比|是|相当于|约为)[^，。；：、0-9较比提去上]{1,8}?(?:以前|之前|前)(?:相比)?"
    r"|(?:较|比)(?:其|此前|先前|上次|之前)?(?:[0-9]{1,2}月(?:份)?)?(?:的)?(?:预测|预期|预估)(?:值|水平)?"
    r"|(?:较|比)[0-9]{1,2}月(?:份)?(?:的)?(?:高点|低点|峰值|高位|低位)"
    r"|(?:较|比)[^，。；：、0-9较比]{1,10}?(?:那会儿|那阵子?|那时候?|的时候)"
    r"|(?:较|比)[“\"]?(?:双11|双十一|双12|双十二|618|黑五|大促|开业|疫情|高峰|低谷)[”\"]?(?:时|期间|那天|那阵)(?:相比)?"
    r"|(?:较|比|是|相当于|为|达到|约为)(?:刚|最)?(?:创业|开店|起步|入行|办厂|开行|开通|开业)(?:时|之初|那年)(?:的)?"
    r"|(?:较|比|是|相当于|为|约为)(?:现有|目前|现在|当前)(?:水平|规模|的水平)?的?"
    r"|(?:较|比)(?:那时|当时|彼时|期初|首趟|首列|首次)(?:相比)?"
    r"|(?:与|同|跟)[^，。；：、0-9较比]{1,6}?(?:改造|改革|技改|升级|扩建|搬迁)前(?:相比)?"
    r"<turned>"
    r"|(?:较|比|与)上一(?:届|轮)(?:政策|活动|展会)?(?:同期|相比)?|(?:较|比)上一?(?:单|批|次|趟|回|轮|船|柜)(?:货)?"
    r"|(?:较|比)[“\"][^”\"，。；]{2,10}[”\"](?:推行|实施|上线|启用|开通|落地|改革)前"
    r"|(?:较|比|与|是|为|约为|相当于|达到)[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间|初|末)?(?:的|相比)?"
    r"|(?:是|为|约为|相当于|达到)?(?:原来|原先|原有|此前|以往|过去|平时|平日|往常|往年|当初|最初|改造前|扩建前|升级前|开业时|开通时|建成时)的"
    r"|(?:较|比)[^，。；0-9较比]{1,8}(?:之初|初期|伊始)(?:相比)?"
    r"|(?:较|比|与|同)(?:[^，。；0-9]{0,4})(?:开业|开通|建成|成立|投产|上线|启用|投用)(?:时|初期|之初|当初)(?:相比)?"
    r"|(?:较|比|是|达到|为|相当于|约为)(?:[一二三四五六七八九十两0-9]+)(?:多)?(?:年|个月|天|周)前(?:的)?"
    r"<done>"
    r"|(?:跟|同|与|和)(?:[一二三四五六七八九十两0-9]+|几)(?:年|个月|天|周)(?:之)?前(?:相)?比"
    r"|(?:跟|同)(?:上届|往届|往年|平时|以前|过去|之前|旺季|淡季|年初|节前)(?:相)?比"
    r"|周环比)"
    r"|(?P<quarter>(?:较|比|与)(?:今年|去年|上年)?(?:第)?(?P<bq>[一二三四1234])季度(?:相比)?)"
    r"|(?P<yoy>同比(?:分别)?|按年|(?:较|比|与|同|相比|相较|较之)?(?:于)?(?:去年|上年|上一年|前一年|19[0-9]{2}年|20[0-9]{2}年)(?:的)?(?:同期|同一时[段期]"
    r"|同时段|同日|同一天|同月|同季|假期"
    r"|国庆|春节)(?:时)?(?:相比)?"
    r"|(?:较|比)(?:去年|上年)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?"
    r"|(?:较|比|与|同|相比|相较)(?:于)?(?:去年|上年|上一年|前一年)(?:全年|整年)?(?:的)?(?:相比)?|(?:与|跟|同)(?:去年|上年)(?:同期)?(?:相)?比)"
    r"|(?P<mom>环比(?:分别)?|(?:较|比|与)(?:上|前一?个?|上个|上一个?)月(?:份)?(?:相比)?|按月)"
    r"|(?P<qoq>(?:较|比)(?:上|前一?个?|上个|上一个?)季度?(?:相比)?|按季)"
    r"|(?P<thisyear>(?:较|比)今年)"
    r"|(?P<lastyear>(?:是|为|达到|相当于|约为)(?:去年|上年)(?:全年|一年)?的)"
    r"|(?P<year>(?:较|比|与|是|达到|相当于|为|约为|对比)(?P<base>(?:19|20)[0-9]{2}|前)年(?:同期|全年)?(?:的|相比)?)"
    r"|(?P<month>(?:较|比)(?P<bm>[0-9]{1,2}|[一二三四五六七八九十]+)月(?:份)?)"
)
_BASE = Parted(_FORMS.replace("<turned>", _TURNED).replace("<done>", _DONE))
_PLAIN_BASE = Begun(
    "[12上与为于以前升原去同周和对平建开当往扩按改是最此比环相约赶超跟较达过追逼高]"
    "(?:(?<![12])|(?<=1)9[0-9]{2}年|(?<=2)0[0-9]{2}年)",
    _FORMS.replace("<turned>", "").replace("<done>", ""),
)
"""As `_BASE`, where nothing is told by what was done: so few characters begin one that Python's engine is quicker."""
_THEN = "末底年周届次期投开运营创成办启入头第昨平往日常疫扩改之以月原过从早此当最"
"""What a base tells of begins with: 年初, 首日, 原先; behind a number too, 2025年末."""
_TOLD_OF = (
    rf"(?:去年|上年|前年|[前上中下今首现目刚起夏冬春秋旺淡节高顶低巅暑寒国建的“\"{_THEN}]"
    rf"|[0-9]+[{_THEN}首的季—至到-]|[一二三四五六七八九十两]+[{_THEN}首的季五一二三四六])"
)
_BASED = Brief(
    r"较|比|跟|后|前|以来|按[年月季]|来的|先的|有的|往的|去的|时的|日的|常的|年的|初的"
    r"|年(?:的)?(?:同[期一时日月季]|假期|国庆|春节)|"
    + "|".join(rf"{verb}了?{_TOLD_OF}" for verb in "与同是到于为过超平上近")
    + r"|与[^，。；0-9]{1,4}(?:开业|开通|建成|成立|投产|上线|启用|投用)"
    r"|同[^，。；0-9]{1,4}(?:开业|开通|建成|成立|投产|上线|启用|投用)"
)
"""What every base in time has one of."""
_GAP = Brief(
    r"(?:比|较|高于|低于|快于|慢于|高出|领先|优于|跑赢|跑输|快出|快过|高过|超出|强于|弱于|逊于|低出|慢出)(?:于)?(?:同期|同时期)?(?:全国|全省|全市|全球|全县|同行|我省|周边|面上|平均"
    r"|大盘|其他|国内|行业|市场价|市场|人工|人力|传统|普通|当地|兄弟|均值|平均|浙江|金华|杭州|宁波|线下|城镇居民|农村居民"
    r"|国外)[^，。；0-9增降高低快慢提多少贵便一二两三四五六七八九十半]{0,10}"
)
_EVERY = Brief(
    r"(?:均为|均与|均系|均指|均跟|均和|均比|都跟|都与|都是|均较|全部为|增减幅|涨跌幅|以下(?:数据|增幅|均))[^，。；]{0,8}?"
    r"(?:(?:同比|去年同期|上年同期|(?:上年|去年)(?:全年)?相?比|去年[“”\p{Han}]{0,8}?(?:假期|期间|同期))|(?P<mom>环比|上月|上个月)|(?P<since>上届|往届|上周"
    r"|前一?周|前一[日天]|[0-9]{1,2}月[0-9]{1,2}日(?!的?(?:报价|价格|收盘|成交|行情|运价|均价|挂牌|出厂|零售))|年初|上年末"
    r"|去年底))(?:相比|数据|相较)?"
)

_OF_EVERY = Words(["均", "都跟", "都与", "都是", "全部为", "幅", "以下"])
_EVERY_BASE = Words(
    [
        "日",
        "年相比",
        "年比",
        "同比",
        "同期",
        "假期",
        "期间",
        "上届",
        "往届",
        "上周",
        "前一周",
        "前周",
        "前一日",
        "前一天",
        "年初",
        "上年末",
        "去年底",
        "环比",
        "上月",
        "上个月",
    ]
)
_POINTS_FROM = pattern(
    r"(?P<way>高于|低于|快于|慢于|高出|跑赢|跑输|领先|优于)(?P<other>[^，。；0-9一二两三四五六七八九十]{2,12})"
    r"(?:约|近|超过?|逾)?(?:[0-9.]+|[一二两三四五六七八九十]+)(?:多|余)?个?百分点"
)
"""What a figure is points above or below: 快于整体出口增速14个百分点."""
_FURTHER = Words("高低快慢跑领优")
_SET_AGAINST = Words("比较高低快慢领优跑超强弱逊")
_YEAR_AGO = frozenset({"去年同期", "上年同期"})
_HAD = Brief(
    r"^(?:为|是|仅|只|高达|达|还是|还有|尚|不到|不足|的?(?:这一|这个|该|此)?(?:比例|数字|数据|占比|比重|指标|数值)(?:为|是|仅|只|达))"
)
"""What stands behind 去年同期 where it dates a level of its own."""
FORETOLD = ("预测", "预期", "预计", "预估")
"""What stands behind 低于此前 where the figure is set against what was thought, not against what was."""
_OLD_LEVEL = Brief(r"^(?:的|.的)[0-9]")
"""What ends 较上年同期的1.02亿元, whose number is the level before."""
_PEAK = Brief(r"月(?:份)?(?:的)?(?:高点|低点|峰值|高位|低位)$")
"""What ends a base that tells its own level behind it."""
_NAMED_YEAR = Brief(r"(?:19|20)[0-9]{2}")
_SLOWER = Brief(r"^(?:低于|慢于|落后|跑输|弱于|逊于|低出|慢出)")
_FASTER = Brief(r"^(?:高于|快于|高出|领先|优于|跑赢|快出|快过|高过|超出|强于)")


def _is_told_of(after: str) -> bool:
    """Say whether a year behind 是 or 为 is only named: nothing, a month or what is of it follows: 均为2025年数据."""
    return after[:1] in _STOPS or _MONTH.match(after) is not None or _FIGURES.match(after) is not None


_STOPS = frozenset(["", *"，。；："])
_MONTH = Brief(r"[0-9]{1,2}月")
_FIGURES = Brief(r"^[\p{Han}]{0,6}?(?:数据|统计|口径)")


_PARTS = ("占", "配")
"""What makes 比 the end of a noun: 占比."""


def _is_no_base(text: str, base: Piece) -> bool:
    """Say whether words name a level of that time, or what was thought: 由去年同期的, 去年同期为, 低于此前预测的."""
    if text.startswith(FORETOLD, base.end()):
        return True
    if text.startswith("比", base.start()) and text.endswith(_PARTS, 0, base.start()):
        return True  # 外销占比去年是45%
    before = text[max(0, base.start() - 1) : base.start()]
    opens = before in {"", "；"} and text.startswith("，", base.end())  # 上年同期，净利润为1.73亿元
    against = before in {"及", "过", "超"} or base.group()[0] in "于超高"  # 低于去年同期的55.2亿元
    against = against and _OLD_LEVEL.match(text[base.end() : base.end() + 2]) is not None
    told = opens or against or before in {"由", "从"} or bool(_HAD.match(text[base.end() : base.end() + 6]))
    return told and base.group().lstrip("超过高于") in _YEAR_AGO


def _leads_to_level(text: str, base: Piece) -> bool:
    """Say whether a base tells its own level right behind it: 较上年同期的1.02亿元, 较6月高点6000美元."""
    if base.group("yoy"):
        return base.group()[0] in "较比" and _OLD_LEVEL.match(text[base.end() - 1 : base.end() + 2]) is not None
    return _PEAK.search(base.group()) is not None and text[base.end() : base.end() + 1].isdigit()


_FAR = 8


def _valued(text: str, base: Piece) -> Mark | None:
    """Give the mark of a base with what it is; None for a year that is only named, and 今年 beside no 明年."""
    start, end = base.span()
    if base.group("thisyear"):
        return Mark(start, end, Cue.BASE, "yoy") if "明年" in text[:start] else None
    why = next(
        group
        for group in ("before", "yoy", "mom", "qoq", "since", "lastyear", "year", "quarter", "month")
        if base.group(group)
    )
    value = "yoy" if why == "before" else why
    if why == "year" and base.group()[0] in "是为" and _is_told_of(text[end : end + _FAR]):
        return None  # 最难的是2019年。, 统计期为2024年7月1日至2025年6月30日
    if why == "year":
        value = f"year:{base.group('base') if base.group('base') != '前' else ''}"
    elif why == "month":
        value = f"month:{whole_number(base.group('bm'))}"
    elif why == "quarter":
        value = f"quarter:{whole_number(base.group('bq'))}"
    elif why == "yoy" and (named := _NAMED_YEAR.search(base.group())):
        value = f"year:{named.group()}"
    if base.group().endswith("前") and text[end : end + 1] in _MOVES_ON:
        year = base.group()[1:-1] in {"去年", "上年", "上一年", "前一年"}
        return Mark(start, end - 1, Cue.BASE, "yoy" if year else "since")  # 比上年前移两位
    before_last = why == "since" and base.group().endswith("前") and text.startswith("年", end)
    return Mark(start, end + before_last, Cue.BASE, "year:" if before_last else value)


_MOVES_ON = frozenset("移进")


def bases(text: str) -> list[Mark]:
    """Give the words that name what a figure is compared with, in time or (GAP) in space."""
    found = [] if _OF_EVERY.found_in(text) is None or _EVERY_BASE.found_in(text) is None else _of_every(text)
    for match in _GAP.finditer(text) if _SET_AGAINST.found_in(text) else ():
        start, end = match.span()
        way = "down" if _SLOWER.match(match.group()) else "up" if _FASTER.match(match.group()) else None
        if way is not None:
            found.append(Mark(start, start + 2, Cue.GROWTH, way))
        found.append(Mark(start if way is None else start + 2, end, Cue.GAP))
    if "百分点" in text and _FURTHER.found_in(text):
        found += _points_from(text, found)
    for base in _bases(text) if _BASED.search(text) is not None else ():
        if _is_no_base(text, base):
            continue
        if _leads_to_level(text, base):
            found.append(Mark(base.start(), base.start() + 1, Cue.OLD))
            continue
        mark = _valued(text, base)
        if mark is not None:
            found.append(mark)
    return in_order(found)


def _bases(text: str) -> list[Piece]:
    """Give the words that name a base in time, from left to right."""
    return (_BASE if "后" in text or "以来" in text else _PLAIN_BASE).finditer(text)


def _of_every(text: str) -> list[Mark]:
    """Give what says with which time all figures are compared: 以下数据均为同比."""
    return [
        Mark(*match.span(), Cue.EVERY, next((why for why in ("mom", "since") if match.group(why)), "yoy"))
        for match in _EVERY.finditer(text)
    ]


_TIMES = ("上年", "去年", "前年", "同期", "上期", "上月", "上季", "上周")


def _points_from(text: str, found: list[Mark]) -> list[Mark]:
    """Give what a figure is said to be points above or below, with the word that says so; a time before is none."""
    marks: list[Mark] = []
    for match in _POINTS_FROM.finditer(text):
        start, end = match.start("way"), match.end("other")
        if touching(found, start, end) or any(time in match.group("other") for time in _TIMES):
            continue
        way = "down" if _SLOWER.match(match.group("way")) else "up"
        marks += [Mark(start, start + 2, Cue.GROWTH, way), Mark(start + 2, end, Cue.GAP)]
    return marks
