"""Who a Chinese sentence names as its source."""

from collections.abc import Iterator

from barometer.claims.chinese.names import SURNAMES, interviewed, is_person, opened
from barometer.claims.chinese.source_words import BODIES, NAME, PLANNING, SAY, SOURCE, TO_PRESS
from barometer.claims.text.expressions import Brief, Parted, Piece, Words
from barometer.claims.text.scanning import by_start
from barometer.claims.values import Speaker

_PLANS = Words(["计划，", "打算，", "安排，", "目标，"])
_AFTER_QUOTE = Parted(
    rf"[”\"](?:[，,])?(?P<who>{NAME}{{1,24}}?)(?:[（(][^）)]{{2,20}}[）)])?(?:在[^，。；：]{{2,16}}?时)?(?:笑着|{TO_PRESS}"
    rf"|告诉记者|告诉|补充|一?边[^，。；]{{1,6}}边)?(?:{SAY}|记者|叹气|叹道|叹了口气|摇头|点头|笑了|喊道|念叨|盘算|算了算|吐槽|比划|扳着指头|掰着指头|算着账|算道|信心满满|满怀信心"
    rf"|算账)"
)
_FOOTER = Brief(r"来源[:：]\s?(?P<footer>[^，。；）)\s]{2,16})")
_NETIZEN = Brief(r"(?:网友@?|@)(?P<name>[^：:，。\s@]{1,12})[:：]")
_PRONOUNS = frozenset(
    {
        "他",
        "她",
        "他们",
        "她们",
        "该负责人",
        "该局",
        "报告",
        "周报",
        "月报",
        "季报",
        "快报",
        "对方",
        "其",
        "该企业负责人",
        "同时",
        "该",
    }
)
_TITLE = Brief(
    r"^.*(?:总经理|董事长|负责人|局长|主任|关长助理|副关长|关长|副局长|处长|科长|经理|老板|秘书长|会长|行长|院长|教授|研究员|市长|副市长|书记|店主|老板娘|经营户|商户|主管|副总|创始人|工程师"
    r"|发言人|总领事|领事|大使|省长|县长|区长|总裁|总监|董事|站长|馆长|校长|社长|队长|专家|分析师|分析员|货代|客商|采购商|外商|司机|店员|设计师|主播|创业者|博士|代表|主席|快递员|会计|厂长"
    r"|车间主任|摊主|业主|员工|创办人|合伙人|先行者|村支书|法人代表|操盘手|运营官|执行官|调度员|理事长|菜农|果农|茶农|店长|船长|主理人|绣娘|领队|团长)(?P<name>[\p{Han}]{2,4})$"
)
_HOLDS_POST = Brief(rf"^.{{2,}}[长理任记师员家授监主人商手士官裁](?P<name>[{SURNAMES}]\p{{Han}}{{1,2}})$")
_LEADING = Brief(r"^(?:做[^的]{1,8}的|在[^的]{1,8}的|[^的]{1,12}的)(?P<rest>[^的]{2,8})$")
_DESCRIBED = Brief(rf"^[^的]{{12,20}}的(?P<rest>[{SURNAMES}]\p{{Han}}{{1,2}})$")
"""Somebody named behind a longer account of his trade: 在义乌国际商贸城二区经营箱包的周红梅."""
_THINGS = Brief(
    r"^(?:一[家项份个位名组张]|某|有)|(?:标签|问卷|屏|屏幕|后台|单据|账单|报价单|清单|海报|合同|图表|图|表|榜单|监测|调查|系统|结果|照片|视频|截图|公告栏|数据平台|样本|抽样|抽查"
    r"|研究|数据|机构|业内)$"
)
_NO_SPEAKER = Brief(
    r"(?:来|据|听|[中上时](?:记者|笔者)|后市|走势|行情|(?:^|[^易究务出该])所|细|传|小|可以|应该|应当|不能|难|没|话|就是|严格|总的|一般|具体|老实|坦白|简单|直白|通俗|客观|坦率"
    r"|粗略|保守|乐观|笼统|准确地?|换句话|一句话|换言|形象|反过来|直接|公平|比方|概括|这么|这样|怎么|那么|多|结果|模型|算法|盈利|文章|提示|中|时|后|前|得|得出|显示|也想|还想|确切|比如|例如"
    r"|譬如|日益|正在|还是|理论|不|没|再|只|就|都|[^基产工各]地|(?:^|[^财])经|[我你他她]的|按[月季周日年]|每[月季周日年]|定期)$"
    r"|(?:[一二三四五六七八九]成[多半]?|[0-9]%|分之[一二三四五六七八九]|半数)$"
    r"|^(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:晚间?|早间|午间|盘后|上午|下午)?$|[0-9][:：][0-9]|(?:晚|晚上|上午|下午|早上)开$|^(?:随着|按|照|每|报导|媒体|初步"
    r"|严格|有媒体|外电|坊间)|^(?:一[位名个]|用|如果|因为|所以|虽然|我们|大家|有人|人们|不少|很多|许多|这|那|其中|本文|笔者|记者|谁|什么)"
)
"""What stands before 说 or 介绍 and names nobody: 一般来说, 据说, 有人说."""
_WHEN = (
    r"(?:今年|去年|近日|日前|最新|昨日|昨天|今日|[0-9]{4}年|[0-9]{1,2}月|[0-9]{1,2}日|月初|月底|近期|首次|官方|官网)"
)
_REPORT = Brief(
    rf"(?:{_WHEN}*(?:刊发|发布|公布|发表|披露|推出|出具|通报)[^，。；]*|{_WHEN}+(?:的)?(?:[^，。；的]{{0,4}}(?:文章|报道|报告|数据|简报|公告|消息|统计))?"
    rf"|(?:的)?(?:一[份项])?(?:文章|报道|统计数据|最新数据|统计))$"
)
_WATCHED = Brief(
    r"^(?P<body>[^的]{1,20}(?:局|部|署|委|院|会|厅|办|处|社|公司|集团|中心|协会|商会|海关|银行|大学|所|平台|港|厂))(?:的)?(?:最新|一项|一份|专项|内部|抽样|问卷"
    r"|随机)*(?:监测|调查|研究|系统|统计|测算|监测数据|统计数据|最新数据|调查数据|数据)$"
)
"""A body named with its watching: 国家邮政局监测 is 国家邮政局."""
_GESTURE = Brief(
    r"(?:指着|拿着|翻开|翻着|看着|捧着|掰着|望着|说起|谈起|谈及|说到|坐在|站在|边[^，]{1,4}边|一边|更是|普遍|则是|也都|纷纷|欣喜地|笑着|在[^，。；]{1,14}(?:中|时|上|后|会议"
    r"|发布会|论坛))[^，。；]*$"
)
_STILL = frozenset({"并", "还", "也", "同时", "且", "并且", "另", "此外"})
"""What stands before 警告 where the one named before still speaks."""
_ANONYMOUS = frozenset(
    {
        "数据",
        "官方",
        "统计",
        "有关",
        "记者",
        "最新数据",
        "统计数据",
        "调查",
        "一项调查",
        "介绍",
        "此",
        "相关",
        "业内",
        "悉",
        "最新统计",
        "了解",
        "之",
        "测算",
        "初步",
        "不完全",
        "会上",
        "现场",
    }
)


_SPEAKS_WORDS = """
@ 统计， 监测， 测算， 公告 数据是 数据也是 数据给出 数据印证 数据佐证 警告 半年报 年报 季报 财报 中报 招股书 上修 下修
据 根据 按照 示 披露 》 报告 规划 通知 简报 公报 方案 白皮书 介绍 说 告诉 透露 指出 坦言 称 预计
预测 认为 判断 研判 调查的 走访的 提醒 感叹 直言 回忆 补充 解释 强调 感慨 谈道 提到 总结 笑 分析 回应
写道 证实 宣布 估算 讲 公布 发布 通报 账 获悉 了解到 得知 记者 ：“ ：" :“ :" 网友 晒出 公开 叹 摇头 点头 喊
念叨 盘算 吐槽 比划 看来 依据 信心 表明 消息 提出 明确 要求 上调 下调 调高 调低 带来 亮出 列出 给出 报出 分享
局： 署： 部： 厅： 委： 关： 会： 行： 院： 援引 引述 的感受 的体会 的感觉 的看法 的判断 的经验 的经历 发布的 公布的
掰着 算着 算道 点出 翻开 翻着 指着 拿出 打开 捧着 打趣 扳着
来自 编制的 提供的 消息： 统计： 监测： 测算： 并指 下指 局: 署: 部: 厅: 委: 关: 会: 行: 院:
声明， 宣言， 协定， 协议， 写道 注意到
指， 指： 发现 估计 推算 反映 记得 回想 算了 计划， 打算， 安排， 目标，
"""
_SPEAKS = Words(_SPEAKS_WORDS.split())
"""Something that every source is told with: a sentence without it names none."""


def _named(text: str, match: Piece) -> tuple[tuple[int, int], str]:
    """Give where the name stands that an expression found, and its words."""
    group = match.name
    start, end = match.span(group)
    if group == "disclosed":
        start += text[start : text.rfind("的", start, end)].rfind("的") + 1
        return (start, end), text[start:end]  # 乐童玩具8月29日晚间披露的半年报
    if group == "said" and _DOES_AND_SAYS.match(text[start : start + 2]):
        return (start, start + 1), text[start]  # 他随手拿起一只杯子介绍
    start, end = _name(text, start, end)
    end += _account(text[end : end + _LONGEST_ACCOUNT])
    words = text[start:end]
    if words.endswith("大") and text.startswith("数据", end):
        words += "数据平台"  # 商务大数据 is nobody, as is what stands on a screen
    return (start, end), words


def _told(text: str, match: Piece) -> Speaker | None:
    """Give the source that an expression found; None where its words name nobody."""
    group = match.name
    span, words = _named(text, match)
    if group == "shown" and words in _OUTCOMES:
        return None  # 结果显示 goes on with the report told of
    thing = group != "said" and _THINGS.search(words) is not None
    if thing and words not in _ANONYMOUS and not words.endswith("数据"):
        return Speaker(match.start(), match.end(), None, "nobody", _part_of(text, match.start()))
    if thing or not words or words in _ANONYMOUS or words in _STILL or _NO_SPEAKER.search(words):
        return None
    if group == "said" and _POINTING.match(words) is not None:
        return Speaker(match.start(), match.end(), None, pronoun="person")  # 林峰打开地图，指着非洲说
    issued = group == "said" and words.endswith(_ISSUED) and match.group().rstrip("：:，, ").endswith(_ISSUING)
    if issued or _is_passed_on(text, match) or _is_no_word(text, match, words):
        return None
    opens = match.group().endswith(_OPENS) or text[match.end() - 1 : match.end() + 1] in _COLON_OPENS
    scope = "sentence" if group in _OF_SENTENCE or match.group().endswith(_REPORTED) else "onward"
    closes = text.endswith("”", 0, match.start()) and _ends(text, match.end())
    scope = "quote" if group == "said" and (opens or closes) else scope
    asks = group in {"shown", "surveyed"} and _ASKS.match(text[span[1] : match.end()]) is not None
    end = span[1] if group == "revised" or asks else match.end()
    return _speaker((match.start(), end), span, words, scope, _part_of(text, match.start()))


_POINTING = Brief(r"^(?:指着|拿着|翻着|翻开|看着|捧着|掰着|望着|摸着|举起|拿起|点开|打开|指了指|拍着|晃着|扬起)")
"""What somebody does who was named before and says what follows: 指着地图上的非洲说."""
_OF_SENTENCE = frozenset({"issued", "firm", "figures", "polled", "planning", "aims"})
"""How somebody is named who is not heard to speak on: 该所编制的指数为…, 铁路部门计划，…."""
_REPORTED = ("反映，", "反映：")


def _ends(text: str, end: int) -> bool:
    """Say whether a sentence ends with who said it, with whom then only what is quoted goes on: “…”王芳说。"""
    return not text[end:].strip("。 ")


def speakers(text: str) -> list[Speaker]:
    """Give the sources that a sentence names: a name, or a pronoun that takes one up again."""
    if not _SPEAKS.found_in(text):
        return list(interviewed(text))
    telling = SOURCE.finditer(text)
    if _PLANS.found_in(text):
        telling = [*telling, *PLANNING.finditer(text)]
    found = [named for told in telling if (named := _told(text, told)) is not None]
    for match in _AFTER_QUOTE.finditer(text) if "”" in text or '"' in text else ():
        span = match.span("who")
        if _DOES_AND_SAYS.match(text[span[0] : span[0] + 2]):
            span = (span[0], span[0] + 1)  # ”她一边打包一边说
        span = _name(text, *span)
        words = text[span[0] : span[1]]
        if words and words not in _ANONYMOUS and not _NO_SPEAKER.search(words):
            found.append(_speaker(match.span(), span, words, "quote" if _ends(text, match.end()) else "onward"))
    for one in (*opened(text), *_foreseeing(text)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    if text.startswith(_SURVEYED) and (asked := _SURVEY.search(text)) is not None:
        found.append(Speaker(asked.end() - 1, asked.end() - 1, None, "nobody"))
    found.extend([] if found else _narrated(text))
    found.extend(interviewed(text) if not text.startswith(_MEETINGS) else ())
    if "网友" in text or "@" in text:
        found.extend(Speaker(*one.span(), one.span("name"), "sentence") for one in _NETIZEN.finditer(text))
    return by_start(found)


def _is_passed_on(text: str, match: Piece) -> bool:
    """Say whether words are only part of 数据, or of what somebody quoted was told: “客户告诉我，…”."""
    if match.name == "according":
        return text.endswith("数", 0, match.start())  # 上数据（以下均为大促期间监测数据）
    return "告诉我" in match.group() and text.rfind("“", 0, match.start()) > text.rfind("”", 0, match.start())


def _is_no_word(text: str, match: Piece, words: str) -> bool:
    """Say whether the verb says nothing: 号称“八国联盟”, a screen that 显示信息."""
    if match.name == "shown":
        return text.startswith(("信息", "屏", "器", "在屏", "温度", "时间", "电量"), match.end())
    return match.name == "said" and words.endswith(_SO_CALLED) and "称" in match.group()


_SO_CALLED = ("号", "堪", "俗", "简", "昵", "下", "统", "合")
"""What makes 称 only tell how something is called: 下称“森博会”."""


_MEETINGS = ("会议", "大会", "发布会", "全会")
_DOES_AND_SAYS = Brief(r"[他她][^的们]")
_SURVEYED = ("在", "本期", "本次", "此次", "这次", "接受")
_SURVEY = Brief(r"^(?:在)?(?:本期|本次|此次|这次|接受)(?:问卷|抽样)*(?:调查|访问|走访|受访)的[0-9]")
"""A survey that nobody is named for ends what was told before: 本期问卷访问的260家商户中."""


def _narrated(text: str) -> Iterator[Speaker]:
    """Give what ends the words of whoever spoke before: what a reporter saw."""
    if "记者" in text and _REPORTER.match(text) is not None:
        yield Speaker(0, 0, None, "nobody")


_REPORTER = Brief(
    r"^\s*(?:(?:日前|近日|昨日|昨天|[0-9]{1,2}月[0-9]{1,2}日)，?)?(?:本报|本刊)?记者[^，。；“”从]{0,12}"
    r"(?:走进|来到|走访|看到|注意到|见到|赶到|抵达)"
)
"""What a reporter saw, which nobody else tells: 记者上周走进….."""
_SEER = Brief(
    rf"(?:^|[，；。：”])(?P<seer>{NAME}{{1,20}}?)(?:则|还|也|同时|初步)?"
    r"(?:(?:相对|更|较)?为?(?:谨慎|乐观|保守|悲观)，)?(?:(?:预计|预测|认为|估计|判断)(?:[^的为是，。；：:]|$)|测算，)"
)
_SEES = Words(["预计", "预测", "认为", "估计", "判断", "测算"])
_EVENT = Brief(r"^(?:本届|本次|今年|首届|第)|(?:博|交易|展览|展销|洽谈|峰|展|大|盛)会$")
"""What looks like a body by its last sign and is a fair, which thinks nothing: 本届农博会预计吸引…."""
_SEEING = Brief(rf"(?:{BODIES}|证券|机构|公司|商务厅|联合会|主办方|承办方|组委会|业内人士)$")


def _foreseeing(text: str) -> Iterator[Speaker]:
    """Give who thinks or expects what is told without a sign behind the verb: 王芳预计今年出口将增长5%."""
    for match in _SEER.finditer(text) if _SEES.found_in(text) else ():
        span = _name(text, *match.span("seer"))
        words = text[span[0] : span[1]]
        if words in _ANONYMOUS or _NO_SPEAKER.search(words) or _THINGS.search(words) or _EVENT.search(words):
            continue
        if span[1] < match.end("seer"):
            continue  # 龙游今年预计
        if words in _PRONOUNS or is_person(words) or _SEEING.search(words):
            start = match.start("seer")
            inside = start > 1 and not is_person(words)  # 来自68国的企业参展，主办方预计…
            yield _speaker((start, match.end() - 1), span, words, "sentence", (start, len(text)) if inside else None)


_OUTCOMES = frozenset({"结果", "调查结果", "统计结果", "监测结果"})
_ACCOUNT = Brief(
    r"^发布(?:官方)?(?:公众号|微信|官微|微博|账号)?(?:近日|日前|最新|昨日|昨天|今日|今天|[0-9]+日)?"
    r"(?:通报|消息|称|报道|介绍|透露|表示|显示|披露|提到|援引)"
)


_LONGEST_ACCOUNT = 24


def _account(behind: str) -> int:
    """Give how much of a name 发布 is that stands behind it: 义乌发布近日通报 names the account of that name."""
    return len("发布") if _ACCOUNT.match(behind) else 0


_OPENS = ("“", '"')
_COLON_OPENS = frozenset(["：“", ":“", '："', ':"'])
_ISSUED = ("公报", "白皮书", "指数", "榜单", "名单", "政策", "办法", "方案", "报告", "数据", "标准", "新规", "清单")
_ISSUING = ("发布", "公布", "通报")
"""A title that says what is out names nobody: 公报发布：…."""


def _speaker(
    told: tuple[int, int],
    span: tuple[int, int],
    words: str,
    scope: str = "onward",
    reach: tuple[int, int] | None = None,
) -> Speaker:
    """Give the speaker that some words name, or take up again: 他 a person, 该协会 a body; `told` spans all of it."""
    if words in _PRONOUNS or (words.startswith("该") and len(words) < _LONG_BODY):
        person = words in {"他", "她", "他们", "她们"}
        return Speaker(
            *told,
            None,
            scope,
            reach,
            pronoun="person" if person else "body",
            words=span if words.endswith("报") or words == "报告" else None,
        )
    return Speaker(*told, span, scope, reach, person=is_person(words))


_LONG_BODY = 8


def _part_of(text: str, position: int) -> tuple[int, int] | None:
    """Give what a speaker named behind a semicolon speaks of: what follows it."""
    cut = text.rfind("；", 0, position)
    return (cut + 1, len(text)) if cut >= 0 else None


def footer(text: str) -> tuple[int, int] | None:
    """Give the name in a source line (来源：…)."""
    match = _FOOTER.search(text) if "来源" in text else None
    return match.span("footer") if match else None


_ASKS = Brief(r"^(?:近日|日前|最新)?对[^，。；0-9]{0,12}[0-9]")
"""What stands behind a body that tells how many it asked, which is its own word: 协会对260家企业的调查显示."""
_ABOUT = Brief(
    r"^(?P<body>[^对0-9][^对]{1,15}?)(?:近日|日前|最新)?对[^，。]{2,16}的(?:抽样|问卷|随机|专项|电话|跟踪)*(?:调查|调研|监测|统计|走访|问卷)?$"
)
"""A body named with what its figures are about: 据协会对186家企业的统计, 编制办公室对260家商户的抽样调查."""
_CITING = ("援引", "引述", "引用")
"""Whose figures somebody gives: 日本媒体援引日本法务省的统计数据."""
_NO_NAMES = frozenset({"企业", "公司", "平台", "集团", "协会", "商会", "代表"})
"""What stands behind a trade and names nobody: 货代企业."""
_SOME_ONE = ("一位", "一名")
_LEAST_KNOWN = 6
"""So much stands in 一位宁波货代, who is known by place and trade; 一位商户 is nobody."""


def _name(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim a name to its core: 义乌海关关长助理徐晓峰 is 徐晓峰."""
    words = text[start:end]
    cuts = [found.start() for one in (_REPORT, _GESTURE) if (found := one.search(words)) is not None]
    end = start + min(cuts) if cuts and min(cuts) > 1 else end
    start += text.startswith("的", start, end)
    if "引" in words and (cited := max(text.rfind(word, start, end) for word in _CITING)) > start:
        start, end = cited + 2, end - text.endswith("的", start, end)
    start += 2 if text.startswith(_SOME_ONE, start, end) and end - start >= _LEAST_KNOWN else 0
    words = text[start:end]
    if (body := _ABOUT.match(words) or _WATCHED.match(words)) is not None:
        return start, start + body.end("body")
    titled = _TITLE.match(words) or _HOLDS_POST.match(words)
    if titled is None and "在" in words:
        titled = _TITLE.match(words.partition("在")[0])
    if titled and titled.group("name") not in _NO_NAMES:
        return start + titled.start("name"), start + titled.end("name")
    led = _LEADING.match(words) or _DESCRIBED.match(words)
    if led:
        return start + led.start("rest"), start + led.end("rest")
    for lead in _LEADS if words.startswith(_LEADS) else ():
        if words.startswith(lead) and (len(words) > len(lead) + 1 or words[len(lead) :] in _PRONOUNS):
            return start + len(lead), end
    for tail in _TAILS if words.endswith(_TAILS) else ():
        if words.endswith(tail) and len(words) > len(tail):
            return start, end - len(tail)
    return start, end


_LEAD_WORDS = """
并 而 但 据 来自 近日 日前 不过 其中 随后 有 也有 还有 更有 另有 当地
"""
_LEADS = tuple(_LEAD_WORDS.split())
_TAIL_WORDS = """
也 还 却 则 都 曾 就 便 又 再 此前 初步 最新数据 统计数据 数据 统计 最新 发布 公布 对此 在 私下
"""
_TAILS = tuple(_TAIL_WORDS.split())
"""What stands before or behind a name and is no part of it."""
