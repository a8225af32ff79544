"""What a number takes from its neighbours: a conversion its bound, 家 and 件 what they count."""

from barometer.claims.chinese.cue_marks import MOVES, tallied
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.values import Mention, Numeral

_CONVERSION = Brief(r"^(?:[（(](?:合|折合|约合|折|即|相当于)?|的?\p{Han}{2,6}[（(](?:折合|约合|折算|合|折|相当于))$")
_FURTHEST = 12
"""Characters between a sum and its conversion, which may stand behind what is paid: 2000万美元的订单（折合….）."""


def converted(text: str, found: list[Mention]) -> list[Mention]:
    """Give a conversion in brackets the bound of the figure that it converts."""
    if "（" not in text and "(" not in text:
        return found
    told = list(found)
    for index, mention in enumerate(told[1:], start=1):
        last = told[index - 1]
        if mention.modifier == "eq" and last.end < mention.start <= last.end + _FURTHEST:
            money = {mention.unit, last.unit} <= CURRENCIES and mention.unit != last.unit
            if money and _CONVERSION.match(text[last.end : mention.start]):
                told[index] = replace(mention, modifier=last.modifier)
    return told


CURRENCIES = frozenset({"CNY", "USD", "EUR", "JPY", "GBP", "HKD"})


_OF_THEM = ("的", "的有", "的只有", "的仅有", "的还有", "的共", "的为", "的达")
_OF_TIME = ("同期的", "年的", "月的", "末的", "底的", "年初的", "月初的", "季度的", "原来的")
_OF_WHOLE = Brief(r"^(?:中|里|当中)，?(?:其中)?(?:已经?|现已|目前|只|仅)?有(?:约|近|超过?)?$")
"""What stands between a whole and the part of it counted without its noun: 8万个商位中，已有|3万个用上."""
_MORE = Brief(r"(?:比|较)[^，。；]{1,8}(?:多|少|增加|减少|净增|新增)了?$|(?:只剩下?|仅剩|还剩|剩下)(?:约|近|了|不到)?$")
_ITEM = Brief(r"^[\p{Han}]{1,8}[、，]$")
_FIRMS = Brief(
    r"(?:服务|带动|入驻|引进|培育|孵化|聚集|覆盖|惠及|对接)[^，。；0-9、]{0,6}(?:企业|商户|商家|公司|工厂|卖家)$"
)
"""What 家 counts that stands in front of it, whatever follows: 服务本地企业20家以上的海外仓."""
_COUNTED = frozenset({"company", "shop", "person", "country", "city", "product", "order", "vehicle", "parcel"})


def _is_of_them(text: str, last: Mention, mention: Mention) -> bool:
    """Say whether 个 without a known noun counts what was counted before: 上涨的9个, 比上届多180个."""
    if _OF_WHOLE.match(text[last.end : mention.start]) is not None:
        return True
    if text.endswith(_OF_THEM, 0, mention.start):
        other = mention.noun is not None and mention.end < mention.noun[1]  # 来自65国的3500个消费品牌
        return not (other or text.endswith(_OF_TIME, 0, mention.start))
    if mention.noun is None:
        return _MORE.search(text[max(0, mention.start - 14) : mention.start]) is not None
    return last.end < mention.start and _ITEM.match(text[last.end : mention.start]) is not None


def _counts(text: str, mention: Mention) -> bool:
    return mention.unit in _COUNTED or text[mention.numeral.end : mention.numeral.end + 1] == "个"


def like_before(text: str, found: list[Mention]) -> list[Mention]:
    """Count 家 as the same things as the 家 before it, where none of them names a thing: 开店23家, 增至30家."""
    if "家" not in text and "个" not in text:
        return found
    shops = False
    settled: list[Mention] = []
    for one in found:
        mention = one
        if settled and text[mention.numeral.end : mention.numeral.end + 1] == "个" and mention.unit == "count":
            last = next((other for other in reversed(settled) if other.certain and _counts(text, other)), None)
            if last is not None and last.unit in _COUNTED and _is_of_them(text, settled[-1], mention):
                mention = replace(mention, unit=last.unit, certain=True)
        if (
            mention.unit == "count"
            and text.startswith("家", mention.numeral.end)
            and _FIRMS.search(text[: mention.start])
        ):
            mention = replace(mention, unit="company", noun=None, certain=True)
        plain = text[mention.numeral.end : mention.numeral.end + 1] == "家" and mention.noun is None
        if plain and shops and mention.unit == "company":
            mention = replace(mention, unit="shop")
        if plain:
            shops = mention.unit == "shop"
        settled.append(mention)
    return settled


_LISTED = pattern(r"^\s*(?:、|和|与|及|以及)\s*(?:约|近|逾|超|超过)?$")


def lent_back(text: str, found: list[Mention]) -> list[Mention]:
    """Lend the unit that ends a list to the bare numbers before it: 13.6亿、18.2亿和21.9亿美元."""
    settled = list(found)
    for index in range(len(found) - 2, -1, -1):
        one, other = settled[index], settled[index + 1]
        if one.certain:
            continue
        pointed = other.unit in _POINTS and text[one.numeral.end : one.end] == "个"  # 0.6个和0.2个百分点
        bare = (pointed or not one.counted) and one.numeral.form in {"digits", "words"}
        countable = other.certain and other.unit not in {"rank", "times"} and other.kind is None
        if bare and countable and _LISTED.match(text[one.end : other.start] + text[other.start : other.numeral.start]):
            settled[index] = replace(one, unit=other.unit, certain=True)
    return settled


_POINTS = frozenset({"percentage_point", "basis_point"})


def index_points(text: str, found: list[Mention]) -> list[Mention]:
    """Read 个点 as points of the index that the sentence tells the level of: 指数报103.47点，涨1.28个点."""
    if "个点" not in text or "指数" not in text:
        return found
    if not (any(one.unit == "index_point" for one in found) or _INDEX_AT.search(text) is not None):
        return found
    return [
        replace(one, unit="index_point") if one.unit == "percent" and text.startswith("个点", one.numeral.end) else one
        for one in found
    ]


_INDEX_AT = Brief(r"指数(?:为|是|报|达|收于|录得|升至|降至|回升至|回落至)?[0-9]+(?:\.[0-9]+)?[，。；（]")
"""An index whose level is told as a bare number: 景气指数为53.6，."""
_FLIGHTS = Words(["航班", "货机", "客机", "航线", "执飞", "机场"])
_PARCEL_WORDS = "业务量 揽收 投递 揽件 派件 发件 快递 包裹 邮件 快件 邮政 寄递 跨境小包"
_PARCELS = Words(_PARCEL_WORDS.split())


_COMPLAINED = Brief(r"(?:申诉|投诉|工单|提案|建议|案)(?:共|达|约|为)*$")
"""What 件 counts that is no parcel, though delivery is told of: 受理用户有效申诉17件."""
_NEAR = 6


def parcels(text: str, found: list[Mention]) -> list[Mention]:
    """Read 件 as parcels in a sentence about express delivery, 班 as flights in one about flying."""
    flights = "班" in text and _FLIGHTS.found_in(text)
    if not (flights or "件" in text) or not any(one.unit == "count" for one in found):
        return found
    if flights:
        found = [replace(one, unit="flight") if _is_flight(text, one) else one for one in found]
    if "件" not in text or not _PARCELS.found_in(text):
        return found
    return [
        replace(mention, unit="parcel")
        if mention.unit == "count"
        and _COMPLAINED.search(text[max(0, mention.start - _NEAR) : mention.start]) is None
        and text[mention.numeral.end : mention.end].rstrip("以上内下左右多余").endswith("件")
        else mention
        for mention in found
    ]


def _is_flight(text: str, mention: Mention) -> bool:
    """Say whether 班 counts flights, no ships of which the same clause tells: 宁波至汉堡的快航每周3班."""
    if mention.unit != "count" or not text.startswith("班", mention.numeral.end):
        return False
    cut = max(text.rfind(sign, 0, mention.start) for sign in "；。，")
    return _BY_SEA.found_in(text[cut + 1 : mention.start]) is None


_BY_SEA = Words(["快航", "快船", "班轮", "海运", "货轮", "船", "渡轮"])

BOUND_ENDS = frozenset(["", *"，。、；, 的）”完"])
_RATIO = pattern(
    r"(?:收入比|之比|倍差|比值|差距比)(?:(?:由|从)[^，。；]{0,8}的|由|从|(?:[0-9.]+)?(?:提高|降|降低|缩小|扩大|上升|下降)?(?:至|到|为)|是|约)*$"
)
_COST = pattern(
    r"(?:费|价|价格|租金|月租|年租|房租|月薪|款|工资|收入|利润|营收|销售额|成本)[^，。；0-9]{0,6}(?:到|至|达|了|近|约|要|有|超|破|过)+$"
)
_EARNED = Brief(r"(?:赚|挣|赔|亏|花)(?:了|到|个|上|近|约|超|逾|过|掉|出)*$")
"""What somebody earns, loses or spends so much, told without its unit: 一个月能赚两万多."""
_HEADS = pattern(
    r"(?:人次|人数|人口|粉丝|人员|工人|员工)(?:数|数量|量)?(?:从[^，。；0-9]{1,6}|首次|只有|仅有|还有|共有|不到|不足|多达|有|涨到|涨至|分别|累计|已|将|达到?|高达|增至|升至|为|约|近|逾|超过?|突破)*$"
)
_TEN_THOUSAND = 10000


def unit_told(text: str, numeral: Numeral, end: int) -> str | None:
    """Give the unit of a bare number that its neighbours tell: a ratio, money or heads in 万, a tally."""
    if text[end - 2 : end] == "个亿":
        return "CNY"
    if text[end : end + 1] in MOVES and tallied(text, numeral.start):
        return "count"
    head = text[max(0, numeral.start - HEAD) : numeral.start]
    if numeral.form == "digits" and ("比" in head or "倍差" in head) and _RATIO.search(head):
        return "times"
    closed = text[end : end + 1] in BOUND_ENDS or text.startswith(("大关", "关口", "门槛"), end)
    if closed and numeral.scale >= _TEN_THOUSAND and _HEADS.search(head):
        return "person"
    if not closed or numeral.scale < _TEN_THOUSAND:
        return None
    return "CNY" if _COST.search(head) or _EARNED.search(head) else None


HEAD = 20
