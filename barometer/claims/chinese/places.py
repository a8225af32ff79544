"""Chinese places, with the part that each plays in its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from barometer.claims.chinese.place_parts import is_site, part_of
from barometer.claims.chinese.venues import at_venue, of_no_place, with_causes
from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief
from barometer.claims.text.scanning import WordIndex, by_start, touching, word_index
from barometer.claims.values import PlaceMark

_RELATIVE = {
    "我市": "city", "全市": "city", "本市": "city", "我县": "county", "全县": "county", "该县": "county",
    "全省": "province", "国内": "country",
    "省级财政": "province",
    "我省": "province", "全国": "country", "全区": "district", "省内": "province",
    "该市": "city", "本省": "province", "该省": "province",
    "该国": "nation", "我区": "district", "全镇": "township",
    "我镇": "township", "该镇": "township", "镇里": "township", "镇上": "township",
    "全村": "village", "该村": "village", "我村": "village",
}  # fmt: skip
_LONGER = """
成本省 资本省 出海口 西南通道 东南通道 北海道 新乡村 马里兰 印度洋 今日本 近日本 昨日本 每日本 长江西 黄河南
黄河北 中东部 中东西部 日本海 东海南 中国红 中国节 中国结 中国风 南中国海 西班牙语 海南北
中国式 波斯湾 出河口 台湾海峡 巴西龟 高密度 提高密 提高邮 复合肥 混合肥 综合肥 结合肥 运营口
经营口 兴化工 东营收 东营业 六安全 镇海外 定海外 宁海关 开化工 大平湖 平衡水 均衡水 大连接 重大连 促成都
其中国际 其中国内 其中国有 其中国产 其中国家 上海外仓 线上海外 以上海外 加上海外 登上海外 赶上海外 卖上海外
用上海外 搭上海外 马里奥 马里亚 马里安 马里诺 罗马诺 班列日 前海外 眼前海
城镇里 古镇里 小镇里 乡镇里 城镇上 古镇上 小镇上 乡镇上
"""
_LINES = frozenset({"中欧班列", "中欧（中亚）班列"})
"""Trains that are of China where no other place is told of."""


_AT_HOME = "国内"
"""Of a firm it names a part of the business, so that it tells the place only where a text has no other."""
_VISITED = {
    "访港": "香港", "访澳": "澳门", "在甬": "宁波", "在沪": "上海", "在穗": "广州", "SCFI": "上海", "NCFI": "宁波",
    "美方": "美国",
}  # fmt: skip
"""How a place is called with the verb that visitors come with, 访港旅客, or in the short name of its index."""
_NO_PLACES = frozenset(_LONGER.split())
"""Longer words that hold the name of a place and name none."""
_PARTNER_WORDS = """
对 向 往 输往 发往 销往 运往 出口到 出口至 来自 从 赴 驶往 抵达 飞往 飞抵 运抵 运到 送达 送到 寄往 寄到
面向 与 至 到 开往 远销 进军 吸引 迎来 接待 包括 涵盖 覆盖 辐射 通达 通往 直达 直邮 直发 直飞 直运 直送 连接 卖到 卖往
一款 一瓶 一只 一件 一盒 一双 一箱 这款 原产于 原产
对主办国 对东道主 对邻国 对伙伴国 对成员国 对沿线国家 对主要市场 对传统市场 对第一大市场
辞掉 辞去 离开 告别 布局 登陆 深耕 开拓 自 在 在与
"""
_PARTNER = tuple(_PARTNER_WORDS.split())
_SCOPE_WORDS = """
占 占到 占了 居 位居 位列 列 排名 排 排在 比 较 高于 低于 快于 慢于 高出 领先 优于 好于 名列 随着
稳居 跃居 跻身 进入 入围 迈入 拉动 带动 落后 落后于 跑赢 跑输 快出 快过 高过 超出 强于 弱于 逊于 不及 低出 慢出
"""
_WHOSE = ("", "我", "他", "她", "我们", "他们", "当时", "以前", "之前", "原来", "过去")
_SCOPE = (*_SCOPE_WORDS.split(), *(f"比{whose}在" for whose in _WHOSE))
"""What stands before that which a figure is only set against: 高于全国, 比我在阿克拉租的便宜."""
_MOVING = ("拉动", "带动")
"""What stands before the whole that a part moves, of which it is then told: 拉动全省外贸增长1.9个百分点.

Behind 占全市 that whole is the prefecture of the town told of, be it a city itself.
"""
_AT = ("在", "产自", "出自", "源自", "造自")
"""What stands before the place where something is, or is made."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The index that finds Chinese place names, and the place of each; made once from a lexicon."""

    names: WordIndex
    places: Mapping[str, tuple[str, str]]


_SHORTEST_COUNTY = 2
"""A county of so many characters keeps its 县 where it is named: 歙县; others lose it before 全县: 云和全县."""


def place_words(lexicon: Lexicon) -> PlaceWords:
    """Make the table of place names of a lexicon."""
    places = {name: (place.name, place.level) for place in lexicon.places.values() for name in place.names["zh"]}
    places |= {short: places[name] for short, name in _VISITED.items() if name in places}
    places |= {f"在{name}": named for name, named in places.items() if len(name) > 1 and f"在{name[0]}" in places}
    counties = [name for name in places if name.endswith("县") and len(name) > _SHORTEST_COUNTY]
    places |= {f"{name[:-1]}全县": places[name] for name in counties}
    return PlaceWords(word_index({*places, *_RELATIVE, *_NO_PLACES, *_OF_MARKET, "我国", _WORLD}), places)


def places(text: str, table: PlaceWords) -> list[PlaceMark]:
    """Give the places of a sentence and the part that each plays."""
    found: list[PlaceMark] = []
    for low, named in table.names.found(text):
        start, end = low + named.startswith("在"), low + len(named)  # 在义 is short for 在义乌
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
        if named in _OF_MARKET:
            found.append(PlaceMark(start, end, None, "world"))
            continue
        if named == _WORLD:
            if part == "subject" and _OF_WORLD.match(text[end : end + 2 * _LONGEST_MARKET]):
                found.append(PlaceMark(start, end, None, "world"))
            continue
        name, level = table.places[named] if named != "我国" else ("China", "country")
        if (
            _is_of_person(text, start, end)
            or _names_other(text, start, end, level, found)
            or (name == "China" and _FAIR.match(text[end : end + _LONGEST_FAIR]))
            or (named == "中国" and _BRACKETED.match(text[end : end + _LONGEST_FAIR]))
        ):
            continue
        part = "route" if named in _LINES else part
        part = part_of(text, start, end, (name, level), part, found)
        byline = "发自" in text[:start] and _BYLINE.match(text[:start]) is not None
        part = "dateline" if byline else part
        found.append(PlaceMark(start, end, name, "country" if _is_like_land(text, end, (name, level)) else level, part))
    found = _with_nowhere(text, found)
    if not found:
        return found
    return with_causes(text, at_venue(text, _without_makers(text, _of_platform(text, _listed(text, found)))))


def _with_nowhere(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with what holds in none, of whose name they are no part: 欧洲 of 欧洲杯."""
    nowhere = list(of_no_place(text))
    if not nowhere:
        return found
    apart = [mark for mark in found if not touching(nowhere, mark.start, mark.end)]
    return by_start([*apart, *nowhere])


_UNION = "European Union"
_LEVIES = Brief(
    r"^(?:也|已|还|将|拟|则|正式|近日|日前|委员会|理事会)*"
    r"(?:敲定|决定|宣布|通过|同意|批准|取消|征收|加征|上调|下调|对[^，。；0-9]{1,12}(?:征|加征|取消))"
)
_LONGEST_LEVY = 18
"""What the union does as one land: 欧盟已敲定，对进口小包每件征收3欧元关税."""


def _is_like_land(text: str, end: int, named: tuple[str, str]) -> bool:
    """Say whether a region is told of as a land is: it levies duties, or a platform has its site or stock there."""
    name, level = named
    levies = name == _UNION and _LEVIES.match(text[end : end + _LONGEST_LEVY]) is not None
    return levies or is_site(level, text[end : end + _LONGEST_LEVY])


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
    if text.startswith("队", end) and not text.startswith(("队伍", "队列"), end):
        return True  # 墨西哥队 plays elsewhere
    behind = text[end : end + 8]
    if _TALKS.match(behind) or ("人" in behind and _NATIVE.match(behind) and _IS_FROM.search(text[:start][-8:])):
        return True
    market = level == "country" and _MARKET.match(text[end : end + _LONGEST_MARKET]) is not None
    return market or _is_contained(text, start, end, found)


_TALKS = Brief(r"^(?:经贸)?(?:会谈|谈判|协定|公约|宣言|共识|峰会)")
"""What stands behind the name of a town where something was agreed: 日内瓦经贸会谈联合声明."""
_NATIVE = Brief(r"^\p{Han}{0,5}人(?:[，。；]|$)")
_IS_FROM = Brief(r"(?:是|系)(?:地道的|土生土长的)?\p{Han}{0,4}$")
"""What makes a place that from which somebody comes: 林晓舟是江西上饶人."""


def _relative(text: str, start: int, end: int, part: str) -> PlaceMark:
    """Give the mark of 全市, 全国, 国内; `part` is what the words in front make of it."""
    named = text[start:end]
    known = not named.startswith(("我", "本")) and _KNOWN_IN.match(text[end : end + 6]) is not None
    of_all = text.startswith("每", end) and _EACH_OF.match(text[end : end + 12]) is not None
    part = "scope" if known or of_all or _AMONG.match(text[end : end + 16]) else part
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


_BYLINE = Brief(r"^[^，。；：]{0,24}发自[\p{Han}]{0,4}$")
"""The line of a story that says where it is written: 澎湃新闻记者 程一诺 发自浙江义乌."""
_MEANS, _IS = ("平均", "均值"), ("是", "为", "相当于", "达到")
"""What makes 全省 the measure that a figure is so many times of: 是全省平均水平的1.8倍."""
_OF_MARKET = frozenset(
    [
        "生意社",
        "卓创资讯",
        "隆众资讯",
        "百川盈孚",
        "金联创",
        "安迅思",
        "WTI",
        "布伦特",
        "国际油价",
        "国际金价",
        "国际铜价",
    ]
)
"""Who quotes the prices of raw materials on the market at large, and what is traded in the world, of no town."""
_WORLD = "全球"
_OF_WORLD = Brief(
    r"^(?:的)?[\p{Han}]{0,10}市场规模|^(?:的)?[\p{Han}]{0,4}(?:贸易|经济|需求|销量|出货量|产量|供应|用户|门店|员工|雇员|航运|海运|运力|运量|油价|投资|客运|货运)"
)
"""What stands behind 全球 where a figure is of all the world, not of the town told of before."""
_FAIR = Brief(r"^(?:国际)?[—\p{Han}]{0,14}?(?:博览会|交易会|展览会|展销会|消博会|进博会)")
"""What stands behind 中国 in the name of a fair, whose figures are of where it is held."""
_BRACKETED = Brief(r"^[（(]\p{Han}{2,5}[)）]\p{Han}")
"""What stands behind 中国 in a name that tells where it is of: 中国（浙江）自由贸易试验区."""
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
_EACH_OF = Brief(r"^每(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,2})\p{Han}{1,6}(?:[，里中就]|有|$)")
"""What stands behind 全国 where a place's share in it is told as one of so many: 全国每10件衬衫就有1件产自大陈."""
_KNOWN_IN = Brief(r"^(?:最大|首个|首家|首条|首批|首创|唯一|最早|知名|著名|闻名|最重要|重要)")
"""What stands behind 全国 where it only says how something of another place ranks: 是全国最大的生产基地."""


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
_GOODS_START = frozenset("的小商产参展公媒货家玩服制造品卖企游客供电汽光消")
_MADE = Brief(
    r"^(?:的)?(?:小)?(?:商品|产品|参展商|展商|公司|媒体|货物|货|家电|玩具|服装|制造|造|品牌|卖家|商家|商人|企业|游客|客商|供应商|电动车|汽车|光伏|消费者|客户)(?:[^出进业]|$)"
)
