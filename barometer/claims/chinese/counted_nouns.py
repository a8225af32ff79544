"""The classifier behind a Chinese number and the noun counted, which tell its unit: 400家卖家, 六十个装卸工."""

from barometer.claims.chinese.phrases import noun_behind
from barometer.claims.chinese.unit_words import TO_NUMBER, UnitWords
from barometer.claims.text.expressions import pattern

_WINDOW = 12
_ANY = "个"
_KINDS = """
模式 制度 方式 方法 语言 情况 疾病 因素 观点 形式 渠道 类型 语种 可能 声音 做法 选择 路径
机制 办法 说法 途径 货币 技术 动物 植物 病 药
"""
_PARTS = """
配件 零部件 用品 协会 商会 产业 园区 基地 平台 货物 码头 指数 行业
之家 驿站 公寓 学校 学院 医院 食堂 宿舍 电话 来电 留言 评价 投诉 消息 信息 咨询 意见 建议 诉求
"""
_SUFFIXES = tuple(_PARTS.split())
"""What makes a noun that can be counted a part of another: 汽车配件."""
_OF_THEM = ("电话", "来电", "留言", "评价", "投诉", "消息", "信息", "咨询", "意见", "建议", "诉求")
"""What makes people only whose things are counted."""
_OF_BODY = frozenset("门分队委署落件位属")
_ABSTRACT = tuple(_KINDS.split())
"""What 种 counts that is no kind of goods."""
_HOUSES = frozenset("家间户")
_PIECES = frozenset("台件只双套箱把支盒顶条")
"""Classifiers of goods, of which an order holds so many: 80万台的订单."""
_FIRMS = frozenset("家户")
"""Classifiers of firms: 400家卖家 are firms, 400名卖家 people."""
_SORTS = _FIRMS | frozenset("种款类项套")


def counted_noun(text: str, table: UnitWords, end: int) -> tuple[str, bool, int, tuple[int, int] | None]:
    """Read a classifier and the noun behind it, which decides the unit if it is known.

    Gives the unit, whether it was read, where the words that tell it end, and where the noun stands.
    """
    classifier = table.classifiers.longest_at(text, end)
    if classifier == "部" and text[end + 1 : end + 2] in _OF_BODY:
        classifier = None
    stop = end + len(classifier or "")
    if classifier and text[stop : stop + 1] in {"多", "余"}:
        stop += 1
    named = table.nouns.longest_at(text, stop)
    if named == _LAND and text[stop + 1 : stop + 2] in _NO_LAND:
        named = None  # 2条国际航线
    if named and text.startswith(_OF_THEM, stop + len(named)):
        named = None  # 六十多通客户电话
    if named and not _names_more(text, table, stop, len(named)):
        unit = table.nouns[named]
        unit = _of_people(table, unit, classifier) if unit == "parcel" or classifier == "家" else unit
        return unit, True, stop + len(named), (stop, stop + len(named))
    noun = noun_at(text, stop)
    known = _known_noun(text, table, noun) if noun is not None else None
    if noun is not None and known is not None:
        unit, span = known
        if unit == "order" and classifier in _PIECES and text.startswith("的", stop):
            unit = "count"
        tight = noun[0] == stop and text[noun[0] : span[1]].startswith(text[span[0] : span[1]])
        return _of_people(table, unit, classifier), True, span[1] if tight else stop, (noun[0], span[1])
    if classifier is None:
        return "count", False, end, None
    of_before = classifier == _ANY or classifier in _HOUSES
    before = table.noun_before.search(text[max(0, end - _WINDOW * 2) : end]) if of_before else None
    if classifier == _ANY and not noun and not before:
        return "count", False, stop, None
    named_before = table.nouns[before.group("noun").lower()] if before and before.group("noun") != "国" else None
    if named_before and (classifier == _ANY or (classifier in _HOUSES and named_before in {"shop", "count"})):
        return named_before, True, stop, noun
    unit = _unit_of_classifier(text, table, classifier, end, noun)
    abstract = noun is not None and (text.endswith(_ABSTRACT, *noun) or text.startswith(_ABSTRACT, *noun))
    if unit == "product" and abstract:
        unit = "count"
    return unit, True, stop, noun


def _known_noun(text: str, table: UnitWords, noun: tuple[int, int]) -> tuple[str, tuple[int, int]] | None:
    """Give the unit of the last noun behind a classifier whose unit is known, and where it stands."""
    for low, high, unit in reversed(table.named(text[noun[0] : noun[1]])):
        start, end = noun[0] + low, noun[0] + high
        country = text[start:end] == _LAND and (low or text[end : end + 1] in _NO_LAND)
        if not country and not text.startswith(_SUFFIXES, end):
            return unit, (start, end)
    return None


def _of_people(table: UnitWords, unit: str, classifier: str | None) -> str:
    """Give the unit of a noun with its classifier: 5.2万名快递小哥 are people, 三类客商 are no people."""
    if unit == "parcel" and classifier in _OF_PEOPLE:
        return "person"
    if unit != "person" or classifier is None or classifier not in _SORTS:
        return unit
    return "company" if classifier in _FIRMS else table.classifiers[classifier]


def _unit_of_classifier(text: str, table: UnitWords, classifier: str, end: int, noun: tuple[int, int] | None) -> str:
    """Give the unit that a classifier tells where no known noun does: 六十个装卸工 are people, 拉面店780家 shops."""
    if classifier == "家" and noun is None and _OF_SHOPS.search(text[max(0, end - _WINDOW * 2) : end]):
        return "shop"
    return "person" if _is_hand(text, classifier, noun) else table.classifiers[classifier]


_OF_SHOPS = pattern(
    rf"[店铺](?:开业|落地|营业|布局|扩张|在[^，。；0-9]{{1,6}})?(?:开到了?第|开出|开到|开|已开|[新净]增|总数)?{TO_NUMBER}家?$"
)
"""What names shops in front of 家: 全市共有拉面店780家."""
_OF_PEOPLE = frozenset({"名", "位", "个人"})
_LAND, _NO_LAND = "国", frozenset("际内产货企外有标道门宝旗画徽歌潮粹")
"""A word for a country, and what makes another word of it."""
_NO_HANDS = ("加工", "施工", "手工", "开工", "竣工", "复工", "化工", "员工餐")


def _is_hand(text: str, classifier: str, noun: tuple[int, int] | None) -> bool:
    """Say whether what 个 counts are people of a trade, by the last character of its name: 六七十个装卸工."""
    if noun is None or classifier != _ANY or text[noun[1] - 1] not in "工员师者":
        return False
    return not text.endswith(_NO_HANDS, noun[0], noun[1])


def _names_more(text: str, table: UnitWords, start: int, size: int) -> bool:
    """Say whether a noun that can be counted only begins a longer one: 外商投资主体."""
    noun = noun_at(text, start)
    if noun is None or noun[1] <= start + size:
        return False
    return any(end == noun[1] - start for _, end, _ in table.named(text[start : noun[1]]))


def noun_at(text: str, start: int) -> tuple[int, int] | None:
    """Give the words right behind a classifier that may name what is counted."""
    return noun_behind(text, start, start + _WINDOW)
