"""Chinese people named without a verb of saying: 陈月娥把样品码好：“…”, and who asks and answers in an interview."""

from collections.abc import Iterator

from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.values import Speaker

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏"
    "韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤俞楼骆虞傅鲍毕裘柳应华施童章季盛翁阮冉洪祝阎葛庞邢舒詹岑柯巫缪竺屠娄卓楚"
)
_NAMED = (
    rf"(?:[{SURNAMES}]\p{{Han}}{{1,2}}?|阿\p{{Han}}|[{SURNAMES}](?:先生|女士|大姐|老板|师傅|阿姨|总|某)"
    rf"|[老小][{SURNAMES}])"
)
_OPENED = pattern(
    rf"(?:^|[，。！？”]|的|[长理人员任主板户商管师贩家手])(?P<name>{_NAMED})"
    r"(?:的心|却|又|已|早|扳|掰|心|把|在|边|指|拿|捧|翻|看|笑|叹|给|向|对|一边|感|坐|站|掰|打开|举|摇|摆|算|点|晒|展|用|说|拍|望|擦|回|直|连|有|也|很|则|便|就|最|信|满|兴"
    r"|忙|正|嗓|声|脸|眉|眼|乐|喜|激|苦|急|累|刚|还|仍|哈|欣|颇)"
    r"[^。！？“”：]{0,30}[：:][“\"]"
)
_SHOWS = Brief(
    rf"(?:^|[，。！？”]|的|[长理人员任主板户商管师贩家手记书民])(?P<name>[{SURNAMES}]\p{{Han}}{{1,2}}?)"
    r"(?:翻开|翻着|打开|拿出|掰着|指着|捧着|亮出|晒出)[^。！？“”：，]{1,10}："
)
"""Who shows what they go on to tell: 村支书陈国平翻开账本：去年集体收入162万元."""
_FEELS = Brief(
    rf"(?:^|[，。！？”]|的|[长理人员任主板户商管师贩家手记书民代])(?P<name>[{SURNAMES}]\p{{Han}}{{1,2}})"
    r"的(?:感受|体会|感觉|看法|判断|经验|经历)[^。！？“”：，]{0,10}："
)
"""Whose feeling is told behind it: 货代赵强的感受更直观：公司3月发出高柜214个."""
_ASKER = Brief(r"^\s*(?:本报|本刊|本网)?(?:记者|问|提问|主持人|Q|《[^》]{1,12}》)\s?[：:]")
_ANSWERER = Brief(r"^\s*(?:答|A|回答)\s?[：:]")
_ANSWERING_BODY = Brief(r"^\s*(?:答|回答|答复)[（(](?P<name>[^）)：:]{2,24})[）)]\s?[：:]")
"""A body that answers a question: 答（义乌海关）：在义乌口岸…."""
_ON_AIR = Brief(
    r"^\s*【(?:同期|采访|现场|受访|连线)[^】]{0,6}】\s?(?:[^，。；：:]{2,30}\s)?(?P<name>[\p{Han}·]{2,8})[：:]"
)
_LABELLED = Brief(
    r"^\s*(?:[^，。；：:“”！!？?、\s]{0,14}(?:采购商|客商|外商|展商|商户|经营户|经销商|批发商|店主|老板娘|老板|负责人|经理|主播|摊主|专家|会长|秘书长|业主|买家|主理人))"
    r"\s?(?P<name>[\p{Han}]{2,4}(?:·[\p{Han}]{1,6})?|[A-Z][a-z]+)\s?(?:[（(][^）)：]{2,20}[）)])?[：:]"
)
"""Somebody whose words follow a label with trade and name: 哈萨克斯坦采购商阿依达：又来义乌啦."""
_OFFICIAL = Brief(
    r"^\s*[^，。；：:“”！!？?、\s]{2,18}(?:处长|局长|主任|厅长|市长|省长|县长|区长|关长|发言人|书记|行长|司长|署长|院长|所长|总队长)"
    rf"(?P<name>[{SURNAMES}]\p{{Han}}{{1,2}})\s?[：:]"
)
"""Who answers with office and name: 省商务厅外贸处处长叶敏：…."""
_ANSWER = Brief(r"^\s*(?P<name>[\p{Han}·]{2,8})\s?(?:[（(][^）)：]{2,20}[）)])?[：:]")


_PERSON = Brief(rf"^(?:[{SURNAMES}]\p{{Han}}{{1,2}}|[{SURNAMES}](?:先生|女士|大姐|老板|师傅|阿姨|总|某))$")
_FAMILY = frozenset(SURNAMES) | frozenset("阿老小")
_DOING = (
    r"(?:在|把|是|说|也|正|从|将|对|给|一|带|指|走|开|做|跑|卖|用|算|有|告|和|今|来|干|经|家|的|这[几些两天]|最近|每天)"
)
_ACTING = (
    r"(?:多次|多年|长期|长年|常年|经常|一直|曾经|拉开|打开|推开|翻开|打理|守着|守在|拿起|拿出|看着|望着|指着|坐在|站在"
    r"|住在|住了|去年|研究|关注|跟踪|观察|忙着|放下|接过|经营)"
)
"""What a person does who is told of before being heard: 研究员周维平多次来蹲点。他发现，…."""
_PLAIN = Brief(rf"^\s*(?P<name>{_NAMED}){_DOING}")
_TITLES = (
    "用品商|供应商|生产商|厂主|商人|咖啡商|批发商|经销商|参展商|买家|司机|老板|老板娘|店主|经营户|商户|负责人|经理|主任|局长|会长|厂长|采购商|客商|外商|主播|摊主|创始人|董事长|处长|秘书长"
    "|业主|员工|工人|师傅|站长|村民|书记|校长|教授|菜农|果农|茶农|渔民|店长|船长|主理人|绣娘|理事长|领队|团长"
    "|分析师|研究员|专家|经济学家|货代|总监|总裁|行长|院长|科长|设计师|工程师"
)
_TITLE = Words(_TITLES.split("|"))
_TITLED = Brief(
    rf"(?:{_TITLES})(?P<name>{_NAMED})(?:在|把|是|说|也|正|从|将|对|给|一|带|指|走|开|做|跑|卖|用|算|有|告|和|今|来|介|表|透|又|却|的|刚|早|忙|很|都|更|则"
    rf"|一早|第|经|就|围绕|针对|接受|当[晚天]|昨[晚天]|这[几些两天]|最近|每|，|。|、|：|{_ACTING})"
)
_ABROAD = (
    "阿艾爱安奥巴贝比布达德迪多菲弗法哈赫胡伊贾卡克库拉莱里罕鲁罗马玛麦米穆纳内尼诺帕佩皮齐萨塞沙什斯苏塔特提图托瓦维"
    "门沃西希亚扬尤扎泽桑森姆蒂尔丝丽娜默吉迭戈何洛南奇科夫勒劳依娃莎娅曼优素易卜丁汗辛古普昂埃耶瑟莫泰鲍伯本杰宾彼"
    "利珊琳露凯迈朗威温兹孜努瑞赛索坦廷约雅欣恩佐茨雷夏伦斐瑙奎恰丹亨涅珀蕾琪顿杜冈加姆吉福"
)
_FOREIGN = Brief(
    rf"(?:采购商|参展商|客商|外商|商人|买家|批发商|经销商)(?:"
    rf"(?P<full>[{_ABROAD}]{{2,6}}·[{_ABROAD}]{{2,6}})"
    rf"|(?P<name>[{_ABROAD}]{{2,6}})(?:的|说|在|第|正|刚|也|今|已|这|每|从|把|告|手|带|一|去|来|，|[0-9]|订|下单|采购|买"
    rf"|选|挑|逛|签|拿|跑|又|还|却|笑|坐|站|走|打|给|对|是))"
)
"""Merchants from abroad, whose names are written by their sound: 摩洛哥参展商哈桑的展位, 采购商法里斯·贝塔尼推着车."""
_IN_FULL = Brief(rf"[{_ABROAD}]{{2,6}}·[{_ABROAD}]{{2,6}}")
"""Somebody from abroad named in full: 易卜拉欣·迪亚洛."""
_FROM_ABROAD = Brief(
    rf"来自[\p{{Han}}]{{2,8}}的(?P<name>[{_ABROAD}]{{2,6}}(?:·[{_ABROAD}]{{2,6}})?)(?:[（(][A-Za-z .-]{{2,24}}[）)])?"
    rf"(?:{_DOING}|{_ACTING}|，)"
)
"""Somebody from abroad told of without a trade: 来自也门的萨利赫（Saleh）在义乌住了11年."""


_AGED = Brief(
    rf"岁的(?P<name>{_NAMED})(?:在|把|是|说|也|正|从|将|对|给|一|带|指|走|开|做|跑|卖|用|算|有|告|和|与|今|来|已|又|却|，|。|、|：)"
)


_TRADING = Brief(
    rf"(?:经营|[做卖开]|从事|在)[^，。；：“”的]{{1,16}}的(?P<name>[{SURNAMES}]\p{{Han}}{{1,2}}?)(?:一上午|一下午|一天|{_DOING}|{_ACTING}|已"
    rf"|又|却|刚|很|都|忙|，)"
)
"""Somebody named by trade: 在二区经营五金工具的王巧珍一上午接待了十几位客人."""
_INTRODUCED = pattern(
    rf"(?:^\s*|[，。；”])(?:[^，。；：“”的0-9]{{2,16}}的|“[0-9]{{2}}后”|(?:村民|厂主|店家)?)(?P<name>[{SURNAMES}]\p{{Han}}{{2}})"
    r"(?:专做|主营|主打|卖|跑|开|刚|正|最|倒|更|则|却|不|还|的(?:店|摊|铺|公司|企业|工厂|厂|车间|展位|手机|办公室|仓库|生意|档口|直播间)"
    r"|在[\p{Han}]{1,8}(?:做|开|经营|从事|打拼|摆)|做了|经营着?|干了|守着|入行|告诉|给记者)"
)
"""Somebody introduced by trade, place or shop alone: 斜对面的程建华专做球迷围巾, 吴海琴的店面."""
_LED = Brief(rf"[的”，。；\s][{SURNAMES}]\p{{Han}}{{2}}[专主卖跑开刚正最倒更则却不还的在做经干守入告给]")
"""What such a name has in front and behind; where it is not, nothing more is looked for."""
_DID = Brief(rf"(?:^|[，。])(?P<name>[{SURNAMES}]\p{{Han}}{{2}})\p{{Han}}(?:掉|下|出|起|到|好|来|开|成)?了")
"""Somebody who did something: 去年，应晓燕关掉了两条生产线."""


_SPOKESMAN = pattern(
    r"(?:^|[，。；、])(?:近日|日前|昨日|[0-9]{1,2}月[0-9]{1,2}日)?，?"
    r"(?P<name>\p{Han}{2,12}(?:负责人|负责同志|发言人))(?:就[^，。；]{2,40}?)?"
    r"(?:回答了?|接受了?|答)[^，。；]{0,8}(?:记者|媒体)"
)
"""Who answers the press without a name, whom 答 behind a question means: 省商务厅有关负责人回答了记者提问."""


def is_person(words: str) -> bool:
    """Say whether some words are a person's name: a surname and one or two characters."""
    return bool(_PERSON.match(words))


def persons(text: str) -> Iterator[tuple[int, int]]:
    """Give the people a sentence is about, whom 他 in a later one may mean."""
    if text[:1] in _FAMILY or text[:1] == " ":
        plain = _PLAIN.match(text)
        if plain is not None:
            yield plain.span("name")
    if "岁的" in text:
        for match in _AGED.finditer(text):
            yield match.span("name")
    if "的" in text and _TRADES.found_in(text):
        yield from (named.span("name") for named in _TRADING.finditer(text))
    led = text[:1] in _FAMILY or text.startswith(("村民", "厂主", "店家"))
    if ("的" in text or "做" in text) and (led or _LED.search(text) is not None):
        yield from (named.span("name") for named in _INTRODUCED.finditer(text))
    if "记者" in text or "媒体" in text:
        yield from (named.span("name") for named in _SPOKESMAN.finditer(text))
    if "了" in text:
        yield from (named.span("name") for named in _DID.finditer(text))
    if _TITLE.found_in(text):
        yield from (named.span("name") for named in _TITLED.finditer(text))
        for match in _FOREIGN.finditer(text) if "商" in text or "买家" in text else ():
            yield match.span("full" if match.group("full") else "name")
    if "来自" in text or "·" in text:
        yield from _from_abroad(text)


def _from_abroad(text: str) -> Iterator[tuple[int, int]]:
    """Give those told to come from abroad, and those named in full as they are there."""
    yield from (named.span("name") for named in _FROM_ABROAD.finditer(text))
    yield from (named.span() for named in _IN_FULL.finditer(text))


_TRADES = Words(["经营", "做", "卖", "开", "从事", "在"])


_QUOTES = ("：“", '："', ':"', ":“")


def opened(text: str) -> Iterator[Speaker]:
    """Give the people whose words a quotation opens without a verb of saying."""
    if any(opens in text for opens in _QUOTES):
        for match in _OPENED.finditer(text):
            yield Speaker(match.start("name"), match.end(), match.span("name"), "quote", person=True)
    elif "：" in text:
        for shown in (*_SHOWS.finditer(text), *_FEELS.finditer(text)):
            yield Speaker(shown.start("name"), shown.end(), shown.span("name"), person=True)


def interviewed(text: str) -> Iterator[Speaker]:
    """Give who asks (scope asks) or may answer (scope answers) at the start of a line."""
    end = _LABEL if text.find("（", 0, _LABEL) < 0 else 2 * _LABEL
    at = text.find("：", 0, end)
    at = at if at >= 0 else text.find(":", 0, end)
    if "【" in text and text[:_LABEL].lstrip().startswith("【") and (aired := _ON_AIR.match(text)) is not None:
        yield Speaker(0, aired.end(), aired.span("name"), person=True)
        return
    if at < 0:
        return
    if (labelled := _LABELLED.match(text)) is not None:
        yield Speaker(0, at + 1, labelled.span("name"), person=True)
    elif _ASKER.match(text):
        yield Speaker(0, at, None, "asks")
    elif (body := _ANSWERING_BODY.match(text)) is not None:
        yield Speaker(0, body.end(), body.span("name"))
    elif _ANSWERER.match(text):
        yield Speaker(0, at, None, "answers", pronoun="person")
    elif (answer := _OFFICIAL.match(text) or _ANSWER.match(text)) is not None:
        yield Speaker(0, at, answer.span("name"), "answers")


_LABEL = 24
