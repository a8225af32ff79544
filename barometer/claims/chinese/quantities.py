"""Chinese numbers with their units, classifiers, counted nouns and adjacent modifiers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from barometer.claims.chinese.changes import with_changes
from barometer.claims.chinese.counted_nouns import counted_noun, noun_at
from barometer.claims.chinese.lent_units import BOUND_ENDS, HEAD, converted, lent_back, like_before, unit_told
from barometer.claims.chinese.low_and_high import joined
from barometer.claims.chinese.modified import bound_behind_noun, bounds_around
from barometer.claims.chinese.numerals import DIGITS, numerals
from barometer.claims.chinese.ranks import ranks
from barometer.claims.chinese.unit_words import UnitWords
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.text.scanning import Spanned
from barometer.claims.values import Mention, Numeral

_SEVERAL = 2
"""So many numbers may make a range or a list, lend each other units or tell one sum twice."""
_WHOLE = Brief(
    r"翻(?:了)?(?P<nearly>将近|接近|近|约|大约|超过|超|逾|了)?(?:(?P<more>[一两二三四五])番|番|倍|一倍|了一倍)|(?P<half>减半|腰斩|砍半|折半)"
    r"|(?P<double>倍增|成倍增长)|(?P<none>零增长)|(?P<free>零关税)"
)
_WORD = Brief(r"[0-9A-Za-z]")
_LEAST_MILESTONE = 100
_LABELS = frozenset({"万", "亿", "千万", "百万", "百", "千", "百亿", "千亿"})
"""Scales that stand alone before money name a class or a column, no sum: 亿元企业, （万元）."""
_HALF = Decimal("0.5")
_HALVED = frozenset({"times", "year", "day"})
_AFTER_TENTH = frozenset(
    "个家件块十百千万种%亿台只条名位户月年日顶双套瓶包袋箱盒本把根斤公克米平方人份杯碗张串片打卷粒颗辆次趟度吨单副"
)
_AFTER_HALF = frozenset("价数径年")
_TURNING = Words(["翻", "半", "斩", "倍", "零增长", "零关税"])
_TURNS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


def mentions(text: str, table: UnitWords, times: Sequence[Spanned] = ()) -> list[Mention]:
    """Give every number of a sentence that has a unit, in order; ranges are joined. Those in `times` are dates."""
    found: list[Mention] = []
    for numeral in numerals(text, times):
        mention = _mention(text, table, numeral, found[-1].end if found else -1)
        if mention is not None:
            found.append(mention)
    if len(found) > 1:
        found = list(joined(text, found))
    others = [*(_whole_words(text, table) if _TURNING.found_in(text) else ()), *ranks(text)]
    if others:
        found = sorted(
            [*found, *others], key=lambda mention: (mention.numeral.start, mention.unit != "rank", -mention.end)
        )
    if len(found) < _SEVERAL:
        return with_changes(text, found)
    apart = [mention for index, mention in enumerate(found) if not index or mention.start >= found[index - 1].end]
    return converted(text, with_changes(text, lent_back(text, like_before(text, apart))))


@dataclass(slots=True, unsafe_hash=True)
class _Counted:
    """What stands behind a number: its unit, whether that was read, where it ends, and the noun counted."""

    numeral: Numeral
    unit: str
    certain: bool
    end: int
    modifier: str
    noun: tuple[int, int] | None = None


def _mention(text: str, table: UnitWords, numeral: Numeral, last_end: int) -> Mention | None:
    """Give a number with what stands around it; `last_end` is where the one before it ended: 6%-8% has no minus."""
    start = numeral.start
    written = numeral.form == "digits"
    if (text[start] == "0" and text[start : start + 2].isdigit()) if written else _is_word(text, numeral):
        return None  # a code; 每一个国家
    if start and text[start - 1] == "第":
        return _milestone(text, table, numeral)
    led = text[start - 1] if written and start else ""
    front = table.before.search(text[max(0, start - 6) : start]) if led in table.sign_ends or led == " " else None
    unit = table.units[front.group(1).lower()] if front else None
    if front:
        start -= len(text[max(0, start - 6) : start]) - front.start()
    elif written and start - 1 != last_end and _is_minus(text, start - 1):
        start -= 1
    counted = _counted(text, table, numeral, unit)
    if counted is None:
        return None
    noun = counted.noun
    if noun is None and counted.certain and counted.unit not in {"percent", "percentage_point", "times"}:
        noun = noun_at(text, counted.end)
    modifier, start, end = bounds_around(text, table, counted.modifier, start, counted.end)
    if modifier == "eq":
        modifier, end = bound_behind_noun(text, noun, end)
    if not written and modifier == "eq" == counted.modifier and text[numeral.start : numeral.end] in _LABELS:
        return None
    classified = not counted.certain and end > numeral.end
    kind = "share" if counted.unit == "percent" and text.startswith("约占", start) else None
    return Mention(start, end, counted.numeral, counted.unit, modifier, noun, counted.certain, classified, kind=kind)


def _is_word(text: str, numeral: Numeral) -> bool:
    """Say whether a number in words only is one: 每一个国家, 另一种, 批零企业, 二期; 两人还涉嫌伪造账本."""
    words = text[numeral.start : numeral.end]
    if words in {"一", "零"} and text[numeral.start - 1 : numeral.start] in _EVERY_ONE:
        return True
    return words == "二" or _is_pronoun(text, numeral)


def _is_pronoun(text: str, numeral: Numeral) -> bool:
    """Say whether 两人 only takes up people told of before: 两人还涉嫌伪造账本."""
    if text[numeral.start : numeral.end] not in {"两", "二", "俩"} or text[numeral.end : numeral.end + 1] != "人":
        return False
    opens = numeral.start == 0 or text[numeral.start - 1] in "，。；：“ "
    return opens and text[numeral.end + 1 : numeral.end + 2] in _SAID_OF_THEM


_SAID_OF_THEM = frozenset("还均都也已将在分一共合是曾又便因从被把向对于说称表")
_EVERY_ONE = frozenset("批每某同另任这那又")


def _is_minus(text: str, at: int) -> bool:
    return at >= 0 and text[at] in "-−" and not _WORD.match(text[max(0, at - 1) : at])


def _counted(text: str, table: UnitWords, numeral: Numeral, unit: str | None) -> _Counted | None:
    """Read what stands behind a number; `unit` is that of a sign in front of it. None: the words count nothing."""
    end, modifier = numeral.end, numeral.modifier
    loose = _more_behind(text, end, numeral.form) if text[end : end + 1] in _MORE else None
    if loose is not None:
        modifier, end = loose, end + 1
    elif text.startswith("出头", end) and text[end + 2 : end + 3] in _ENDS:
        modifier, end = "gt", end + len("出头")  # 净赚两万出头
    if text.startswith("‰", end):
        return _Counted(replace(numeral, value=numeral.value / 10), "percent", True, end + 1, modifier)
    if numeral.form == "fraction":
        return _Counted(numeral, "percent", True, end, modifier)
    worded = _worded(text, table, numeral, end, modifier)
    if worded is not None:
        return worded
    if unit is not None:
        return _Counted(numeral, unit, True, end, modifier)
    unit, certain, stop, noun = _people(text, end) or counted_noun(text, table, end)
    told = unit_told(text, numeral, end) if not certain and stop == end else None
    if told is not None:
        return _Counted(numeral, told, True, end, modifier)
    named = certain and stop == end and _YEAR.match(text[numeral.start : end])  # 2026义乌电商博览会
    plain = not certain and numeral.form in {"words", "half"} and stop == numeral.end and not _opens_range(text, stop)
    plain = plain or bool(named)
    return None if plain and not _is_zero(text, numeral) else _Counted(numeral, unit, certain, stop, modifier, noun)


def _people(text: str, end: int) -> tuple[str, bool, int, tuple[int, int]] | None:
    """Read 个人 behind a number: 40个人."""
    if not text.startswith("个人", end) or text[end + 2 : end + 3] in _MAN_MADE:
        return None
    return "person", True, end + 2, (end + 1, end + 2)


_MAN_MADE = frozenset("工才口均物体居民文行力像造家")
"""What stands behind 个人 where nobody is counted: 3个人工智能项目."""
_YEAR = Brief(r"^(?:19[5-9]|20[0-4])[0-9]$")


def _barely_more(text: str, table: UnitWords, numeral: Numeral) -> _Counted | None:
    """Read 四百出头的摊位: a little more of the things named behind it."""
    end = numeral.end + len("出头")
    noun = noun_at(text, end + 1)
    if noun is None:
        return None
    named = next((unit for start, _, unit in table.named(text[noun[0] : noun[1]]) if start == 0), None)
    return _Counted(numeral, named or "count", named is not None, end, "gt", noun)


_ENDS = frozenset(["", *"，。、；！？”）"])
"""What one of stands behind 出头 where nothing counted follows."""
_MORE = frozenset("多余强弱来")


def _more_behind(text: str, end: int, form: str) -> str | None:
    """Give what 多, 余 or 来 behind a number makes of it; 来 may be a verb."""
    word, after = text[end : end + 1], text[end + 1 : end + 2]
    if word in {"多", "余"} and form in {"digits", "words", "fraction"}:
        return "gt"
    if word in {"强", "弱"} and form == "fraction" and after in BOUND_ENDS:
        return "gt" if word == "强" else "lt"
    return "approx" if word == "来" and form in {"digits", "words"} and after not in _COMING else None


_SUM_ENDS = frozenset(["", *"，。、；！？）)”半多钱零出左上以 0123456789一二三四五六七八九"])


def _is_no_unit(text: str, numeral: Numeral, word: str, end: int) -> bool:
    """Say whether a unit word is none here: 一块屏幕, 8点 that are no points of an index, 平方 of 平方公里."""
    if word == "块":
        if text[numeral.start - 1 : numeral.start] in {"这", "那"} or _SLABS.search(text[: numeral.start][-HEAD:]):
            return True  # 这两块合计占六成 tells of parts, 银幕9.3万块 of screens
        if _PIECES.match(text[end : end + _LONGEST_SIZE]):
            return True  # 2.3万块光伏板
        one = text[numeral.start : numeral.end] == "一"
        return one and (
            text[end : end + 1] not in _SUM_ENDS or _SIZED_PIECE.match(text[end : end + _LONGEST_SIZE]) is not None
        )
    if word == "点":
        whole = "." not in text[numeral.start : numeral.end] and numeral.value < _LEAST_INDEX
        return whole and "指数" not in text and "景气" not in text
    if word == "城":
        return text[end : end + 1] in _PARTS_OF_TOWN or text[numeral.start - 1 : numeral.start] in {"这", "那", "一"}
    return word == "平方" and text[end : end + 1] in {"公", "千"}


_PARTS_OF_TOWN = frozenset("区市镇乡墙门楼投管建")
_OF_THE_YEAR = ("开行的第", "开出的第", "发出的第", "驶出的第", "迎来的第")
"""What makes a small ordinal a count all the same: 今年开行的第22列."""
_SIZED_PIECE = Brief(r" ?[0-9]+(?:\.[0-9]+)? ?(?:英寸|寸|米|厘米|毫米|平方|吋|mm|cm)")
"""What makes 块 a piece: 一块6.7英寸屏幕."""
_LONGEST_SIZE = 12
_PIECES = Brief(
    r"(?:光伏|太阳能|电池|显示|液晶|触摸|大?屏|展板|展牌|面板|路牌|招牌|标牌|奖牌|地砖|瓷砖|砖|玻璃|手表|腕表|硬盘|主板|芯片|充电宝"
    r"|移动电源|木板|钢板|石板|玉石|毛巾|香皂|肥皂|蛋糕|橡皮|地毯|试验田|样板|农田|稻田|绿地|草坪|场地|工地|空地|土地|荒地)"
)
"""What stands behind 块 where it counts things."""
_LEAST_INDEX = 100
_SLABS = pattern(
    r"(?:屏|屏幕|银幕|显示屏|大屏|面板|电池板|光伏板|展板|电池|奖牌|金牌|手表|地块|田|玉石|砖|瓷砖|玻璃)(?:数量?|总数|总量)?"
    r"(?:已|达到?|增至|共|为|有|约|近|逾|超过?|突破|安装|铺设|换上?|更换)*了?$"
)
"""What 块 counts by pieces."""


def _worded(text: str, table: UnitWords, numeral: Numeral, end: int, modifier: str) -> _Counted | None:
    """Read the unit word behind a number: 9毛 are tenths of a yuan, 三个半点 is 3.5 percent."""
    if text.startswith("出头的", end):
        return _barely_more(text, table, numeral)
    at = end + (text[end : end + 1] == " ")
    word = table.units.longest_at(text, at)
    if word is not None and _is_no_unit(text, numeral, word, at + len(word)):
        return None
    if word in _COINS:
        coin = text[at + len(word) : at + len(word) + 1] not in _NO_COIN
        stop = at + len(word)
        cents = _tenth(text, stop) if word == "毛" else None
        tenth = _in_yuan(numeral, _COINS[word], cents or Decimal(0))
        return _with_unit(text, tenth, "CNY", stop + (cents is not None), modifier) if coin else None
    if word is not None:
        return _with_unit(text, numeral, table.units[word], at + len(word), modifier)
    parted = _HALF_OF.get(text[end : end + 2])
    word = table.units.longest_at("个" + text[end + 2 : end + 8], 0) if parted is not None else None
    if parted is None or word is None:
        return None
    numeral = replace(numeral, value=numeral.value + parted)
    return _with_unit(text, numeral, table.units[word], end + 1 + len(word), modifier if parted else "gt")


def _in_yuan(numeral: Numeral, parts: int, cents: Decimal) -> Numeral:
    """Give a number of coins in yuan, both ends of a range: 三四毛 are 0.3 to 0.4."""
    high = None if numeral.value_max is None else numeral.value_max / parts
    return replace(numeral, value=(numeral.value + cents) / parts, value_max=high)


_COINS = {"毛": 10, "角": 10, "毛钱": 10, "角钱": 10, "分钱": 100}
_NO_COIN = frozenset("度落色钢星形逐膜兽楼利线巾绒衣重笔发皮豆囡里坯纱布坑病估茶条")
_HALF_OF = {"个半": Decimal("0.5"), "个多": Decimal(0)}
_COMING = frozenset("自源到访华了往回")
"""What stands behind 来 where it is a verb: 2万人来自, 三成来自."""


def _with_unit(text: str, numeral: Numeral, unit: str, end: int, modifier: str) -> _Counted:
    behind = text[end : end + 1]
    if behind in {"多", "余"}:
        return _Counted(numeral, unit, True, end + 1, "gt")
    if behind == "半" and unit in _HALVED and text[end + 1 : end + 2] not in _AFTER_HALF:
        return _Counted(replace(numeral, value=numeral.value + _HALF), unit, True, end + 1, modifier)
    tenth = _tenth(text, end) if text[end - 1] == "块" else None
    if tenth is not None:
        return _Counted(replace(numeral, value=numeral.value + tenth), unit, True, end + 1, modifier)
    return _Counted(numeral, unit, True, end, modifier)


def _tenth(text: str, at: int) -> Decimal | None:
    """Read the tenths behind 块: 一块五, 9块5."""
    digit, after = text[at : at + 1], text[at + 1 : at + 2]
    if after in _AFTER_TENTH or after.isdigit() or after == "." or not digit:
        return None
    if digit in DIGITS:
        return Decimal(DIGITS[digit]) / 10
    return Decimal(digit) / 10 if digit.isdigit() and digit.isascii() else None


_RANGE_END = frozenset("零一二两三四五六七八九十0123456789")


def _opens_range(text: str, end: int) -> bool:
    """Say whether a number in words is the low end of a range that ends with the unit: 十五到二十天."""
    return text[end : end + 1] in {"到", "至", "—", "~", "-"} and text[end + 1 : end + 2] in _RANGE_END


_TO_ZERO = Brief(r"(?:由|从|至|到|为|(?:由|从)[^，。；]{2,7}的)$")
_NO_ZERO = "售件食担距碎头部工污排关星散配"


def _is_zero(text: str, numeral: Numeral) -> bool:
    """Say whether 零 is a level: 由零升至7%."""
    if text[numeral.start : numeral.end] != "零" or text[numeral.end : numeral.end + 1] in set(_NO_ZERO):
        return False
    return _TO_ZERO.search(text[max(0, numeral.start - 10) : numeral.start]) is not None


def _milestone(text: str, table: UnitWords, numeral: Numeral) -> Mention | None:
    """Give 第1000列 as a count; small ordinals only number things."""
    if numeral.value < _LEAST_MILESTONE and not text.endswith(_OF_THE_YEAR, 0, numeral.start):
        return None
    word = table.units.longest_at(text, numeral.end)
    unit, _, end, noun = (
        (table.units[word], True, numeral.end + len(word), None) if word else counted_noun(text, table, numeral.end)
    )
    if end == numeral.end:
        return None
    return Mention(numeral.start - 1, end, replace(numeral, form="ordinal"), unit, "eq", noun or noun_at(text, end))


def _whole_words(text: str, table: UnitWords) -> Iterator[Mention]:
    """Give 翻一番, 翻两番, 减半, 零增长, 零关税: numbers that are words of their own."""
    for match in _WHOLE.finditer(text):
        start, end = match.span()
        direction: str | None = "up"
        value, kind, unit = Decimal(2), "multiple", "times"
        if match.group("half"):
            value, kind, unit, direction = Decimal(50), "change", "percent", "down"
        elif match.group("free"):
            value, kind, unit, direction = Decimal(0), "rate", "percent", None
        elif match.group("none"):
            if text.endswith("社", 0, start):
                continue  # 社零增长7.4%
            value, kind, unit, direction = Decimal(0), "change", "percent", "flat"
        elif match.group("more"):
            value = Decimal(2) ** _TURNS[match.group("more")]
        modifier, low, high = bounds_around(text, table, table.bounds.get(match.group("nearly"), "eq"), start, end)
        numeral = Numeral(start, end, value, "verb")
        yield Mention(low, high, numeral, unit, modifier, None, certain=True, kind=kind, direction=direction)
