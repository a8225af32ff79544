"""Chinese places, with the part that each plays in its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from barometer.claims.chinese.venues import at_venue, with_causes
from barometer.claims.lexicon import Lexicon
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.text.scanning import WordIndex, word_index
from barometer.claims.values import PlaceMark

_RELATIVE = {
    "我市": "city", "全市": "city", "本市": "city", "我县": "county", "全县": "county", "该县": "county",
    "全省": "province", "国内": "country",
    "省级财政": "province",
    "我省": "province", "全国": "country", "全区": "district", "省内": "province",
    "该市": "city", "本省": "province", "该省": "province",
    "我区": "district", "全镇": "district",
}  # fmt: skip
_LONGER = """
成本省 资本省 出海口 西南通道 东南通道 北海道 新乡村 马里兰 印度洋 今日本 近日本 昨日本 每日本 长江西 黄河南
黄河北 中东部 中东西部 日本海 东海南 中国红 中国节 中国结 中国风 南中国海 西班牙语 海南北
中国式 波斯湾 出河口 台湾海峡 巴西龟 高密度 提高密 提高邮 复合肥 混合肥 综合肥 结合肥 运营口
经营口 兴化工 东营收 东营业 六安全 镇海外 定海外 宁海关 开化工 大平湖 平衡水 均衡水 大连接 重大连 促成都
其中国际 其中国内 其中国有 其中国产 其中国家 上海外仓 线上海外 以上海外 加上海外 登上海外 赶上海外 卖上海外
用上海外 搭上海外 马里奥 马里亚 马里安 马里诺 罗马诺 班列日 前海外 眼前海
"""
_LINES = frozenset({"中欧班列", "中欧（中亚）班列"})
"""Trains that are of China where no other place is told of."""


_AT_HOME = "国内"
"""Of a firm it names a part of the business, so that it tells the place only where a text has no other."""
_VISITED = {"访港": "香港", "访澳": "澳门", "在甬": "宁波", "在沪": "上海", "在穗": "广州"}
"""How a place is called with the verb that visitors come with: 访港旅客."""
_NO_PLACES = frozenset(_LONGER.split())
"""Longer words that hold the name of a place and name none."""
_PARTNER_WORDS = """
对 向 往 输往 发往 销往 运往 出口到 出口至 来自 从 赴 驶往 抵达 飞往 飞抵 运抵 运到 送达 送到 寄往 寄到
面向 与 至 到 开往 远销 进军 吸引 迎来 接待 包括 涵盖 覆盖 辐射 通达 通往 直达 连接 卖到 卖往
一款 一瓶 一只 一件 一盒 一双 一箱 这款 原产于 原产 辞掉 辞去 离开 告别 布局 登陆 深耕 开拓 自 在 在与
"""
_PARTNER = tuple(_PARTNER_WORDS.split())
_SCOPE_WORDS = """
占 占到 占了 居 位居 位列 列 排名 排 排在 比 较 高于 低于 快于 慢于 高出 领先 优于 好于 名列 随着
稳居 跃居 跻身 进入 入围 迈入 拉动 带动 落后 落后于 跑赢 跑输 快出 快过 高过 超出 强于 弱于 逊于 不及 低出 慢出
"""
_SCOPE = tuple(_SCOPE_WORDS.split())
_MOVING = ("拉动", "带动")
"""What stands before the whole that a part moves, of which it is then told: 拉动全省外贸增长1.9个百分点.

Behind 占全市 that whole is the prefecture of the town told of, be it a city itself.
"""
_AT = ("在", "产自", "出自", "源自", "造自")
"""What stands before the place where something is, or is made."""
_SENT = ("从", "由", "自")
_SENT_ON = pattern(
    r"^[^，。；从由至到往向]{0,10}?(?:发往|运到|运抵|发到|送到|运往|运走|运出|出发|始发|发出|起运|启程|起飞|驶出|驶往|开往|销往|出境|出海|发车|发运|寄出|寄往|开出|拉走)|^[^，。；的]{0,4}(?:采购|进货|拿货|订货)|^(?:到|至)[\p{Han}]{2}"
)
_ABROAD = frozenset({"country", "region", "foreign_city"})
_AND_OTHERS = pattern(
    r"^(?:[、和及][\p{Han}]{2,8}?){0,8}等(?:国|地|国家|地区|[0-9]|[一二三四五六七八九十])|^(?:[0-9]+|[一二两三四五六七八九十]+)个?(?:国家|国)"
)
_OF_WORDS = ("语", "籍", "菜", "风味", "口音", "商会")
_OF_PARTNER = Brief(
    r"^(?:的)?(?:(?:籍)?(?:员工|雇员|店员|翻译|助手|合伙人|妻子|丈夫)|对华|企业(?:参展|组团|亮相)|参展商|展商|(?:连锁)?超市|商超|连锁|零售商|百货公司|站(?:[点订销的G]|卖家|市场)|客户|[一有某几两][个位家名](?:\p{Han}{0,4}?)(?:客户|客商|采购商|买家|超市|零售商|经销商|批发商|进口商|商超|连锁店)|包邮|单子|投资者|投资人|关税|馆|(?:\p{Han}{1,3})?展台|展区|展团|占|约占|分别占|客人|买家|老客户|新客户|客商|采购商|商人|订单|市场占|籍|语|占比|市场占比|份额|产品|制造(?:[^业]|$)|商品占|粉|菜|餐|料理|烤肉|咖啡|红酒|啤酒|人(?:[^均数口员民次才工类力体为群士大气造货工]|$)|小伙|姑娘|商会|消费者|游客|顾客|进口商|经销商|批发商|零售商|市场的|方向|航线|线)"
)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The index that finds Chinese place names, and the place of each; made once from a lexicon."""

    names: WordIndex
    places: Mapping[str, tuple[str, str]]


def place_words(lexicon: Lexicon) -> PlaceWords:
    """Make the table of place names of a lexicon."""
    places = {name: (place.name, place.level) for place in lexicon.places.values() for name in place.names["zh"]}
    places |= {short: places[name] for short, name in _VISITED.items() if name in places}
    return PlaceWords(word_index({*places, *_RELATIVE, *_NO_PLACES, "我国", _WORLD}), places)


def places(text: str, table: PlaceWords) -> list[PlaceMark]:
    """Give the places of a sentence and the part that each plays."""
    found: list[PlaceMark] = []
    for low, end in table.names.spans(text):
        named = text[low:end]
        start = low + named.startswith("在")  # 在义 is short for 在义乌
        if named in _NO_PLACES and named not in table.places:
            continue
        head = text[max(0, start - 8) : start].removesuffix("同期")  # 占同期全国进出口总值
        part = "subject"
        moved = named in _RELATIVE and head.endswith(_MOVING)
        if head.endswith(_SCOPE) and not (head.endswith(_LINE) or moved):
            part = "scope"
        elif head.removesuffix("共建").endswith(_PARTNER) and not head.endswith(_AT):
            part = "partner"
        if (
            found
            and found[-1].part == "partner"
            and text[found[-1].end : start] in {"", "、", "和", "及", "以及", "，"}
        ):
            part = "partner"
        if named in _RELATIVE:
            mark = _relative(text, start, end, part)
            of_whole = moved and named == "全市" and "占全市" in text[:start]
            found.append(replace(mark, level="prefecture") if of_whole else mark)
            continue
        if named == _WORLD:
            if part == "subject" and _OF_WORLD.match(text[end : end + _LONGEST_MARKET]):
                found.append(PlaceMark(start, end, None, "world"))
            continue
        name, level = table.places[named] if named != "我国" else ("China", "country")
        if (
            _is_of_person(text, start, end)
            or _names_other(text, start, end, level, found)
            or (name == "China" and _FAIR.match(text[end : end + _LONGEST_FAIR]))
        ):
            continue
        part = "route" if named in _LINES else part
        part = _part(text, start, end, level, part, found)
        byline = "发自" in text[:start] and _BYLINE.match(text[:start]) is not None
        part = "dateline" if byline else part
        found.append(PlaceMark(start, end, name, level, part))
    if not found:
        return found
    return with_causes(text, at_venue(text, _without_makers(text, _of_platform(text, _listed(text, found)))))


def _is_of_person(text: str, start: int, end: int) -> bool:
    """Say whether a name is part of that of somebody in a line of names, or online: 通讯员 傅柏林, 网友@佛堂阿东：."""
    head = text[max(0, start - _LONGEST_NAME) : start]
    if "@" in head and _ONLINE.search(head) is not None:
        return "：" in text[end : end + _LONGEST_NAME] or ":" in text[end : end + _LONGEST_NAME]
    if " " not in head and "\u3000" not in head:
        return False
    return text[end : end + 1] in _NAME_ENDS and _BY_NAME.search(head) is not None


_ONLINE = Brief(r"@[^：:，。\s]{0,10}$")
_BY_NAME = Brief(
    r"(?:记者|通讯员|编辑|责编|校对|摄影|摄|作者|文|图)[ \u3000]?(?:\p{Han}{2,4}[ \u3000、])*\p{Han}{1,2}$"
)
_NAME_ENDS = frozenset(["", *" \u3000、。；（("])
_LONGEST_NAME = 24


def _names_other(text: str, start: int, end: int, level: str, found: list[PlaceMark]) -> bool:
    """Say whether a name is part of that of something elsewhere: 长春七街 lies in Yiwu, 中国轻纺城 in Keqiao."""
    if level in _SMALL and found and found[-1].end == start and _is_foreign(found[-1]):
        return True  # 越南平阳 is another 平阳
    if level in _STREET_OF and _STREET.match(text[end : end + _LONGEST_STREET]):
        return True
    if text.startswith("通道", end - 1) and text.startswith("南通", start):
        return True  # 南通道 is the way south
    market = level == "country" and _MARKET.match(text[end : end + _LONGEST_MARKET]) is not None
    return market or _is_contained(text, start, end, found)


def _relative(text: str, start: int, end: int, part: str) -> PlaceMark:
    """Give the mark of 全市, 全国, 国内; `part` is what the words in front make of it."""
    named = text[start:end]
    known = not named.startswith(("我", "本")) and _KNOWN_IN.match(text[end : end + 6]) is not None
    part = "scope" if known or _AMONG.match(text[end : end + 16]) else part
    mean = text.startswith(_MEANS, end) and text.endswith(_IS, 0, start)
    part = "scope" if mean and part == "subject" else part
    home = named == _AT_HOME and part == "subject"
    return PlaceMark(start, end, "China" if home else None, _RELATIVE[named], "route" if home else part)


def _is_contained(text: str, start: int, end: int, found: list[PlaceMark]) -> bool:
    """Say whether a place is only named in another's name or with it: 杭州萧山国际机场, 金华（含义乌）."""
    near = bool(found) and found[-1].end == start
    airport = near and _AIRPORT.match(text[end : end + 4]) is not None
    part = near and found[-1].level == "city" and text[start:end].endswith("街道")  # 浙江义乌后宅街道，一座分拨中心
    return airport or part or text.endswith(("（含", "(含"), 0, start)


def _of_platform(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with a line of trains set back where the platform that runs it is told: 班列（金华平台）."""
    platforms = [place.start for place in found if text.startswith("平台", place.end)]
    if not platforms:
        return found
    return [
        replace(place, part="route")
        if any(place.end <= at and _LINE_OF.match(text[place.end : at]) for at in platforms)
        else place
        for place in found
    ]


_LINE = ("班列", "专列", "系列")
_LINE_OF = Brief(r"^[”\"]?(?:中欧)?(?:国际)?(?:货运)?(?:班列)?[（(]?$")


def _part(text: str, start: int, end: int, level: str, part: str, found: list[PlaceMark]) -> str:
    """Give the part of a place by what stands behind it, too; `part` is what the words in front make of it."""
    head, follows = text[max(0, start - 8) : start], text[end : end + 10]
    polled = part == "partner" and head.endswith(_ASKED_OF) and _POLLED.match(text[end : end + _LONGEST_POLL])
    visited = part == "partner" and _is_visited(head, level, follows, found)
    if polled or visited or (part in {"subject", "partner"} and head.endswith(_SENT) and _SENT_ON.match(follows)):
        part = "subject"
    elif part == "subject" and (_is_partner(level, text[end : end + 36]) or _is_passed(head, level, follows)):
        part = "partner"
    elif part == "subject" and (_of_scholar(text[end : end + 30]) or _is_dateline(head, text[end : end + 24])):
        part = "dateline"
    if part == "subject" and level in {"province", "country"} and _OF_FIRM.match(text[end : end + _LONGEST_FIRM]):
        part = "dateline"  # 浙江木童玩具有限公司 lies where it is told of
    if part == "subject" and head.endswith("在") and _RANKED_AMONG.match(text[end : end + _LONGEST_CAUSE]):
        part = "scope"  # 在金华各县（市、区）中排名第二
    shipped = level in _ABROAD and _SHIPPED.search(head)  # 这柜28万件手机壳发秘鲁
    if part == "subject" and (shipped or follows.startswith(_FROM_THERE) or (found and _is_towards(text[:start]))):
        part = "partner"
    if text[end : end + 1] in {"至", "到", "—", "-"} and part == "subject":
        part = "origin"
    if part == "subject" and _is_of_others(head, level, text[end : end + _LONGEST_CAUSE]):
        part = "partner"
    abroad = found and found[-1].end == start and found[-1].level == level == "country"
    if abroad and part == "subject" and found[-1].part == "subject":
        part = "partner"
    if found and found[-1].part == "origin" and part == "subject" and _TO.match(text[found[-1].end : start]):
        part = "partner"
    return part


def _is_of_others(head: str, level: str, behind: str) -> bool:
    """Say whether a place is only where a cause, some of those counted or most goods come from.

    受美国加征关税影响, 其中浙江企业占一半以上, 鲜切花以厄瓜多尔玫瑰为主.
    """
    if head.endswith("受"):
        return _BECAUSE.match(behind) is not None
    if head.endswith("其中"):
        return behind.startswith(_SHARES)
    return level in _ABROAD and head.endswith("以") and "为主" in behind


def _is_visited(head: str, level: str, follows: str, found: list[PlaceMark]) -> bool:
    """Say whether a town is where those told of come to do something, and no other is told of: 外商到义乌采购."""
    comes = level not in _ABROAD and head.endswith(_COMES) and _VISITS.match(follows) is not None
    return comes and all(place.part != "subject" for place in found)


_POLLED = Brief(r"^[^，。；]{2,20}的(?:\p{Han}{0,4})?(?:问卷|调查|走访|抽样|调研|摸底)")
"""What makes a place behind 对 that of those asked: 对义乌500家外贸企业的问卷调查."""
_LONGEST_POLL = 28
_COMES = ("到", "来到", "赴", "抵达")
_VISITS = Brief(
    r"^(?:市场)?(?:进行|来)?(?:采购|参展|参会|经商|考察|旅游|观光|看货|选品|进货|洽谈|观展|逛展|淘货|拿货|办厂|开店|打卡)"
)
"""What visitors do in the town that they come to: 4.6万名外商到义乌采购."""
_ASKED_OF = ("对", "面向", "针对")
_BYLINE = Brief(r"^[^，。；：]{0,24}发自[\p{Han}]{0,4}$")
"""The line of a story that says where it is written: 澎湃新闻记者 程一诺 发自浙江义乌."""
_SHIPPED = Brief(r"[^开批研出蒸爆频首转散分沙]发$")
_SHARES = tuple(f"{who}{verb}" for who in ("企业", "展商", "参展商", "参展企业") for verb in ("占", "超"))
_OF_FIRM = Brief(
    r"^[\p{Han}]{2,12}?有限公司|^[\p{Han}]{2,8}?(?:业|工贸|科技|股份|集团|贸易|电器|家居|控股)"
    r"(?:有限公司|公司)?(?:副?总经理|董事长|负责人|创始人|副总|总裁|厂长|外贸经理|销售总监|总监)"
)
_LONGEST_FIRM = 20
_TOWARDS = pattern(r"对[^，。；]{1,20}的$")


def _is_towards(head: str) -> bool:
    """Say whether a place is that towards which another does something: 美国对不超过800美元的中国包裹."""
    return head.endswith("的") and "对" in head and _TOWARDS.search(head) is not None


_FROM_THERE = ("产的", "造的", "生产的", "制造的", "司机", "师傅", "小伙", "姑娘", "小哥", "大哥", "大姐", "阿姨")
"""Who or what only comes from a place: 甘肃司机马有福, 瑞安产的密封条."""
_BECAUSE = Brief(r"^[^，。；]{0,14}(?:影响|拖累|冲击|提振|带动|拉动|推动)")
_LONGEST_CAUSE = 18
_MEANS, _IS = ("平均", "均值"), ("是", "为", "相当于", "达到")
"""What makes 全省 the measure that a figure is so many times of: 是全省平均水平的1.8倍."""
_WORLD = "全球"
_OF_WORLD = Brief(
    r"^(?:的)?[\p{Han}]{0,4}(?:市场规模|贸易|经济|需求|销量|出货量|产量|供应|用户|门店|员工|雇员|航运|海运|运力|运量|油价|投资|客运|货运)"
)
"""What stands behind 全球 where a figure is of all the world, not of the town told of before."""
_FAIR = Brief(r"^(?:国际)?[—\p{Han}]{0,14}?(?:博览会|交易会|展览会|展销会|消博会|进博会)")
"""What stands behind 中国 in the name of a fair, whose figures are of where it is held."""
_LONGEST_FAIR = 20
_STREET = Brief(
    r"^[一二三四五六七八九十东西南北中]{0,2}(?:[大小]?街(?:[^道]|$)|路(?:[^线程上径]|$)|大道|巷|弄|社区|小区|新村)"
)
_LONGEST_STREET = 5
_STREET_OF = frozenset({"city", "prefecture", "province", "county", "district"})
"""What stands behind the name of a place that only names a street: 长春七街, 北京路."""
_AIRPORT = Brief(r"^(?:国际)?机场")
_SMALL = frozenset({"county", "district"})


def _is_foreign(place: PlaceMark) -> bool:
    return place.level == "country" and place.name not in {None, "China"}


_MARKET = Brief(
    r"^[\p{Han}]{0,4}(?:五金|轻纺|商品|皮革|家居|珠宝|木雕|领带|陶瓷|灯饰|家具|服装|汽配|皮|木材|石材|水晶|塑料)城"
)
"""What stands behind 中国 in the name of a market, which is no figure of the country."""
_LONGEST_MARKET = 8
_AMONG = Brief(
    r"^[\p{Han}]{0,8}(?:中|里)(?:排|位|分列|分居|居|名列|列|稳居)|^第[0-9一二三四五六七八九十]{1,3}(?:位|名)?"
)
"""What stands behind 全国 where something is ranked in it: 在全国城市中排名第二."""
_RANKED_AMONG = Brief(r"^(?:市|省)?(?:各|所有|全部|[0-9]+个)[^，。；中]{1,12}中(?:排|位|分列|分居|居|名列|列|稳居)")
_KNOWN_IN = Brief(r"^(?:最大|首个|首家|首条|首批|首创|唯一|最早|知名|著名|闻名|最重要|重要)")
"""What stands behind 全国 where it only says how something of another place ranks: 是全国最大的生产基地."""
_OF_SCHOLAR = pattern(
    r"^[\p{Han}]{0,10}(?:大学|学院|研究院|研究所|智库|证券|期货|社科院)[\p{Han}]{0,10}"
    r"(?:教授|研究员|院长|专家|分析师|首席|博士|副教授|学者)"
)
"""What stands behind a place that is only part of the name of whom a scholar works for."""


_SCHOOLS = Words("学院所库券货")


def _of_scholar(follows: str) -> bool:
    return _SCHOOLS.found_in(follows) is not None and _OF_SCHOLAR.match(follows) is not None


_WIRE = (
    "新华社",
    "中新社",
    "中新网",
    "新华网",
    "人民网",
    "央视网",
    "央广网",
    "环球网",
    "本报",
    "法新社",
    "路透社",
    "记者",
)
_SENT_FROM = Brief(r"^(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:电|讯|消息|[（(]记者)|^(?:电|讯)[ （(]")


def _is_dateline(head: str, follows: str) -> bool:
    """Say whether a place only tells where a report was sent from: 新华社北京6月15日电."""
    return head.endswith(_WIRE) and _SENT_FROM.match(follows) is not None


def _is_passed(head: str, level: str, follows: str) -> bool:
    """Say whether goods only pass through a place, 经上海中转, or go to a country, 出口俄罗斯."""
    if level in _ABROAD and (head.endswith(("出口", "进口", "去", "前往", "飞", "回")) or _VISITED_FOR.match(follows)):
        return True
    if head.endswith("距") and "公里的" in follows:
        return True  # 在距上海约300公里的义乌
    return head.endswith("经") and follows.startswith(
        ("发往", "运往", "驶往", "出海", "中转，", "中转。", "转运，", "换装，", "市场采购")
    )


_VISITED_FOR = Brief(r"^(?:参展|考察|出差|拜访|路演|看展|参加展|开拓市场|拓市场)")
"""What somebody from here does in a country: 带着样品到德国参展."""


def _listed(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those of a list made the part of its last: 也门、埃及、叙利亚投资者."""
    if len(found) < 2 or all(place.part != "partner" for place in found):
        return found
    parts = [place.part for place in found]
    for index, (one, other) in reversed(list(enumerate(pairwise(found)))):
        alike = one.level == other.level and text[one.end : other.start] in {"、", "和"}
        if alike and parts[index + 1] == "partner" and parts[index] == "subject":
            parts[index] = "partner"
    return [
        place if place.part == part else replace(place, part=part) for place, part in zip(found, parts, strict=True)
    ]


def _without_makers(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with that which only says whose goods are told of set back, if another place is named."""
    if all(text[place.end : place.end + 1] not in _GOODS_START for place in found):
        return found
    made = [
        bool((_MADE if place.level == "country" else _GOODS).match(text[place.end : place.end + 8])) for place in found
    ]
    found = [
        replace(place, part="partner") if _WARES.match(text[place.end : place.end + 3]) else place for place in found
    ]
    others = any(not own and place.part in {"subject", "origin"} for own, place in zip(made, found, strict=True))
    if not others or not any(made):
        return found
    return [replace(place, part="partner") if own else place for own, place in zip(made, found, strict=True)]


_GOODS = Brief(r"^(?:的)?(?:小商品|货物|货|制造|造)(?:[^出进运量值站场车业]|$)")
_WARES = Brief(r"^货(?:[的占卖最多在、，]|$)")
_TO = pattern(r"^(?:至|到|—|-|——|–|→)+$")
_GOODS_START = frozenset("的小商产参展公媒货家玩服制造品卖企游客供电汽光消")
_MADE = Brief(
    r"^(?:的)?(?:小)?(?:商品|产品|参展商|展商|公司|媒体|货物|货|家电|玩具|服装|制造|造|品牌|卖家|商家|商人|企业|游客|客商|供应商|电动车|汽车|光伏|消费者|客户)(?:[^出进业]|$)"
)


def _is_partner(level: str, follows: str) -> bool:
    """Say whether the words behind a place make it the other side of a trade: 沙特订单, 约旦、也门等国."""
    if level not in _ABROAD:
        return follows.startswith(_OF_WORDS)
    return bool(_AND_OTHERS.match(follows) or _OF_PARTNER.match(follows))
