"""Chinese numbers with their units, classifiers, counted nouns and adjacent modifiers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from barometer.claims.chinese.numerals import han_value, numerals
from barometer.claims.chinese.phrases import noun_behind
from barometer.claims.lexicon import Lexicon
from barometer.claims.scanning import Expression, alternatives, pattern
from barometer.claims.values import Mention, Numeral

_WINDOW = 12
_LONGEST_UNIT = 6
_RANGE_GAPS = frozenset({"-", "–", "—", "~", "至", "到", "～", "──", "——", "或", "、"})
_FROM = pattern(r"(?:由|从|自)(?:原来的|原先的|之前的|此前的|去年的|[^，。；,、]{0,8}的)?$")
_WHOLE = pattern(
    r"翻(?:了)?(?P<nearly>将近|接近|近|约|大约|超过|超|逾|了)?(?:(?P<more>[一两二三四五])番|番|倍|一倍|了一倍)|(?P<half>减半|腰斩|砍半|折半)|(?P<double>倍增|成倍增长)"
)
_SHORT_BOUNDS = frozenset("内起多余")
_BOUND_ENDS = frozenset(["", *"，。、；, 的）”完"])
_NO_RANK = frozenset("季个家次批届代产期条款站轮")
_WORD = pattern(r"[0-9A-Za-z]")
_LEAST_MILESTONE = 100
_ANY = "个"
_HALF = Decimal("0.5")
_HALVED = frozenset({"times", "year", "day", "percent_point"})
_AFTER_HALF = frozenset("价数径年")
_TO_NUMBER = (
    r"(?:数量|总数|数|总量)?(?:已|累计|共|总数|合计|达到|达|增至|增加到|增加至|扩大到|扩至|升至|超过|突破|为|有|约|近|逾|超|至|到|不少于|不低于|"
    r"从|由)*[0-9.万百千十一二三四五六七八九两余多几]*"
)
_TURNS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The tables that find Chinese units, made once from a lexicon."""

    before: Expression
    units: dict[str, str]
    classifiers: dict[str, str]
    nouns: dict[str, str]
    noun: Expression
    noun_before: Expression
    bound_before: Expression
    bound_far: Expression
    bound_after: Expression
    bounds: dict[str, str]
    bounds_after: dict[str, str]


def unit_words(lexicon: Lexicon) -> UnitWords:
    """Make the tables for the units and modifiers of a lexicon."""
    units: dict[str, str] = {}
    classifiers: dict[str, str] = {}
    nouns: dict[str, str] = {}
    before: dict[str, str] = {}
    for unit in lexicon.units.values():
        words = unit.words["zh"]
        units |= {word.lower(): unit.id for word in words.after}
        before |= {word.lower(): unit.id for word in words.before}
        for word in words.classifiers:
            classifiers.setdefault(word, unit.id)
        nouns |= {noun.lower(): unit.id for noun in words.nouns}
    front = alternatives(bound.word for bound in lexicon.bounds_before["zh"])
    back = alternatives(bound.word for bound in lexicon.bounds_after["zh"])
    units |= {word: unit for word, unit in before.items() if word not in units}
    return UnitWords(
        before=pattern(rf"({alternatives(before)})\s?$"),
        units=units,
        classifiers=classifiers,
        nouns=nouns,
        noun=pattern(alternatives(nouns)),
        noun_before=pattern(rf"(?P<noun>{alternatives(nouns)}){_TO_NUMBER}$"),
        bound_before=pattern(rf"(?:{front})(?:了|为|约|近|逾|过|到|达|有|每.)?(?:再)?$"),
        bound_far=pattern(r"(?P<bound>最高|最多|至多|最长|至少|最低|最少|起码)(?:可|能|也|都|要|也要)?\p{Han}{0,3}$"),
        bound_after=pattern(rf"(?:{back})"),
        bounds={bound.word: bound.modifier for bound in lexicon.bounds_before["zh"]},
        bounds_after={bound.word: bound.modifier for bound in lexicon.bounds_after["zh"]},
    )


def mentions(text: str, table: UnitWords) -> list[Mention]:
    """Give every number of a sentence that has a unit, in order; ranges are joined."""
    found: list[Mention] = []
    for numeral in numerals(text):
        mention = _mention(text, table, numeral, found[-1].end if found else -1)
        if mention is not None:
            found.append(mention)
    found = list(_joined(text, found))
    found.extend(_whole_words(text, table))
    found.extend(_ranks(text))
    found.sort(key=lambda mention: (mention.numeral.start, -mention.end))
    apart = [mention for index, mention in enumerate(found) if not index or mention.start >= found[index - 1].end]
    return list(_converted(text, _like_before(text, apart)))


_CONVERSION = pattern(r"^[（(](?:合|折合|约合|折|即|相当于)?$")


def _converted(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Give a conversion in brackets the bound of the figure that it converts."""
    last: Mention | None = None
    for mention in found:
        if last is not None and mention.modifier == "eq" and last.end < mention.start <= last.end + 5:
            money = {mention.unit, last.unit} <= _CURRENCIES and mention.unit != last.unit
            if money and _CONVERSION.match(text[last.end : mention.start]):
                mention = replace(mention, modifier=last.modifier)
        last = mention
        yield mention


_CURRENCIES = frozenset({"CNY", "USD", "EUR", "JPY", "GBP", "HKD"})


def _like_before(text: str, found: list[Mention]) -> list[Mention]:
    """Count 家 as the same things as the 家 before it, where none of them names a thing: 开店23家, 增至30家."""
    shops = False
    settled = []
    for mention in found:
        plain = text[mention.numeral.end : mention.numeral.end + 1] == "家" and mention.noun is None
        if plain and shops and mention.unit == "company":
            mention = replace(mention, unit="shop")
        if plain:
            shops = mention.unit == "shop"
        settled.append(mention)
    return settled


def _longest(text: str, start: int, words: dict[str, str]) -> str | None:
    piece = text[start : start + _LONGEST_UNIT].lower()
    return next((piece[:size] for size in range(len(piece), 0, -1) if piece[:size] in words), None)


def _mention(text: str, table: UnitWords, numeral: Numeral, last_end: int) -> Mention | None:
    """Give a number with what stands around it; `last_end` is where the one before it ended: 6%-8% has no minus."""
    start, end = numeral.start, numeral.end
    unit, certain, modifier, value = "count", False, numeral.modifier, numeral
    noun: tuple[int, int] | None = None
    if start and text[start - 1] == "第":
        return _milestone(text, table, numeral)
    front = table.before.search(text[max(0, start - 6) : start])
    if front and numeral.form == "digits":
        start -= len(text[max(0, start - 6) : start]) - front.start()
        unit, certain = table.units[front.group(1).lower()], True
    elif (
        start
        and text[start - 1] in "-−"
        and numeral.form == "digits"
        and not _WORD.match(text[max(0, start - 2) : start - 1])
        and start - 1 != last_end
    ):
        start -= 1
    if numeral.form in {"digits", "words"} and text[end : end + 1] in {"多", "余", "来"}:
        modifier, end = "gt", end + 1
    if text[end : end + 1] == "‰":
        value = replace(numeral, value=numeral.value / 10)
        unit, certain, end = "percent", True, end + 1
    elif numeral.form == "fraction":
        unit, certain = "percent", True
    else:
        word = _longest(text, end + (text[end : end + 1] == " "), table.units)
        if word:
            unit, certain = table.units[word], True
            end += len(word) + (text[end : end + 1] == " ")
            if text[end : end + 2] == "多的" or text[end : end + 1] in {"多", "余"}:
                modifier, end = "gt", end + 1
            elif unit in _HALVED and text[end : end + 1] == "半" and text[end + 1 : end + 2] not in _AFTER_HALF:
                value, end = replace(numeral, value=numeral.value + _HALF), end + 1
        elif not certain:
            unit, certain, end, noun = _classified(text, table, end)
            if not certain and text[end - 2 : end] == "个亿":
                unit, certain = "CNY", True
            elif not certain and numeral.form in {"words", "half"} and end == numeral.end and not _is_zero(text, numeral):
                return None
    if noun is None and certain and unit not in {"percent", "percentage_point", "times"}:
        noun = _noun(text, end)
    modifier, start, end = _bounds(text, table, modifier, start, end)
    counted = not certain and end > numeral.end
    return Mention(start, end, value, unit, modifier, noun, certain, counted)


_TO_ZERO = pattern(r"(?:由|从|至|到|为)$")
_NO_ZERO = "售件食担距碎头部工污排关星散配"


def _is_zero(text: str, numeral: Numeral) -> bool:
    """Say whether 零 is a level: 由零升至7%."""
    if text[numeral.start : numeral.end] != "零" or text[numeral.end : numeral.end + 1] in set(_NO_ZERO):
        return False
    return _TO_ZERO.search(text[max(0, numeral.start - 1) : numeral.start]) is not None


def _milestone(text: str, table: UnitWords, numeral: Numeral) -> Mention | None:
    """Give 第1000列 as a count; small ordinals only number things."""
    if numeral.value < _LEAST_MILESTONE:
        return None
    word = _longest(text, numeral.end, table.units)
    unit, _, end, noun = (
        (table.units[word], True, numeral.end + len(word), None) if word else _classified(text, table, numeral.end)
    )
    if end == numeral.end:
        return None
    return Mention(numeral.start - 1, end, replace(numeral, form="ordinal"), unit, "eq", noun or _noun(text, end))


def _classified(text: str, table: UnitWords, end: int) -> tuple[str, bool, int, tuple[int, int] | None]:
    """Read a classifier and the noun behind it, which decides the unit if it is known."""
    classifier = _longest(text, end, table.classifiers)
    stop = end + len(classifier or "")
    if classifier and text[stop : stop + 1] in {"多", "余"}:
        stop += 1
    named = _longest(text, stop, table.nouns)
    if named:
        return table.nouns[named], True, stop + len(named), (stop, stop + len(named))
    noun = _noun(text, stop)
    if noun:
        known = list(table.noun.finditer(text[noun[0] : noun[1]]))
        if known:
            last = known[-1]
            unit = table.nouns[last.group().lower()]
            tight = text[noun[0] : noun[1]].startswith(last.group())
            span = (noun[0], noun[0] + last.end())
            return unit, True, span[1] if tight else stop, span
    if classifier is None:
        return "count", False, end, None
    before = table.noun_before.search(text[max(0, end - _WINDOW * 2) : end])
    if classifier == _ANY and not noun and not before:
        return "count", False, stop, None
    named_before = table.nouns[before.group("noun").lower()] if before else None
    if named_before and (classifier == _ANY or (classifier == "家" and named_before in {"shop", "count"})):
        return named_before, True, stop, noun
    return table.classifiers[classifier], True, stop, noun


def _noun(text: str, start: int) -> tuple[int, int] | None:
    """Give the words right behind a classifier that may name what is counted."""
    return noun_behind(text, start, start + _WINDOW)


def _bounds(text: str, table: UnitWords, modifier: str, start: int, end: int) -> tuple[str, int, int]:
    back = table.bound_after.match(text[end : end + 5])
    if back and not (
        back.group() in _SHORT_BOUNDS and text[end + back.end() : end + back.end() + 1] not in _BOUND_ENDS
    ):
        modifier, end = table.bounds_after[back.group()], end + back.end()
    head = text[max(0, start - 8) : start]
    front = table.bound_before.search(head)
    if front:
        word = front.group()
        known = next((word[:size] for size in range(len(word), 0, -1) if word[:size] in table.bounds), None)
        if known and (modifier == "eq" or known not in {"约", "近"}):
            modifier = table.bounds[known]
            modifier = table.bounds.get(word[len(known) :].lstrip("了再"), modifier)
            start -= len(head) - front.start()
    elif modifier == "eq" and (far := table.bound_far.search(head)):
        modifier = table.bounds.get(far.group("bound"), modifier)
    return modifier, start, end


def _joined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Join the two ends of a range into one mention; a bare low end takes unit and scale of the high end."""
    index = 0
    while index < len(found):
        low = found[index]
        high = found[index + 1] if index + 1 < len(found) else None
        if high is not None and _is_range(text, low, high):
            first = low.numeral.value
            if not low.certain and low.numeral.scale == 1 and high.numeral.scale >= 10000:
                first *= high.numeral.scale
            numeral = replace(low.numeral, end=high.numeral.end, value=first, value_max=high.numeral.value)
            modifier = low.modifier if low.modifier != "eq" else high.modifier
            yield replace(
                low, end=high.end, numeral=numeral, unit=high.unit, noun=high.noun, certain=True, modifier=modifier
            )
            index += 2
        else:
            yield low
            index += 1


def _is_range(text: str, low: Mention, high: Mention) -> bool:
    gap = text[low.end : high.start].strip()
    if gap not in _RANGE_GAPS or not high.certain or (low.certain and low.unit != high.unit):
        return False
    first = low.numeral.value
    if not low.certain and low.numeral.scale == 1 and high.numeral.scale >= 10000:
        first *= high.numeral.scale
    if first >= high.numeral.value:
        return False
    if gap in {"、", "或"}:
        return False
    return not _FROM.search(text[max(0, low.start - 14) : low.start])


def _whole_words(text: str, table: UnitWords) -> Iterator[Mention]:
    """Give 翻一番, 翻两番, 减半: numbers that are words of their own."""
    for match in _WHOLE.finditer(text):
        start, end = match.span()
        value, kind, unit, direction = Decimal(2), "multiple", "times", "up"
        if match.group("half"):
            value, kind, unit, direction = Decimal(50), "change", "percent", "down"
        elif match.group("more"):
            value = Decimal(2) ** _TURNS[match.group("more")]
        modifier, low, high = _bounds(text, table, table.bounds.get(match.group("nearly"), "eq"), start, end)
        numeral = Numeral(start, end, value, "verb")
        yield Mention(low, high, numeral, unit, modifier, None, certain=True, kind=kind, direction=direction)


_RANK = pattern(
    r"(?:位居|居|位列|列|排名|排在|排|名列|稳居|跃居|跃升|升至|上升至|上升到|跃升至)(?:[^，。；、第首榜前0-9]{0,14}?)(?:（[^）]{1,8}）)?"
    r"(?:(?P<nth>第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:位|名)?)|(?P<head>首位|榜首|之首)|前(?P<top>[一二三四五六七八九十]{1,2}"
    r"|[0-9]{1,3})(?:位|名|强)?)"
    r"|全(?:国|省|市|球|县|区)(?:[^，。；、第0-9]{0,8}?)(?P<whole>第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:位|名)?)"
    r"|(?:进入|跻身|迈入|入围)(?:[^，。；、0-9]{0,10}?)前(?P<into>[一二三四五六七八九十百]{1,2}|[0-9]{1,3})(?:位|名|强)?"
)


def _ranks(text: str) -> Iterator[Mention]:
    """Give ranks: 位居第四, 居首位, 跻身前十."""
    for match in _RANK.finditer(text):
        group = match.name
        start, end = match.span(group)
        if text[end : end + 1] in _NO_RANK:
            continue
        word = match.group(group).strip("第位名")
        value = Decimal(1) if group == "head" else _small(word)
        if value:
            modifier = "le" if group in {"top", "into"} else "eq"
            yield Mention(start, end, Numeral(start, end, value, "ordinal"), "rank", modifier)


def _small(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() and word.isascii() else han_value(word) or Decimal(0)


_FLIGHTS = pattern(r"航班|货机|客机|航线|执飞|机场")
_PARCELS = pattern(r"快递|包裹|邮件|快件|邮政|寄递|跨境小包")


def parcels(text: str, found: list[Mention]) -> list[Mention]:
    """Read 件 as parcels in a sentence about express delivery, 班 as flights in one about flying."""
    if _FLIGHTS.search(text):
        found = [
            replace(one, unit="flight") if one.unit == "count" and text.startswith("班", one.numeral.end) else one
            for one in found
        ]
    if not _PARCELS.search(text):
        return found
    return [
        replace(mention, unit="parcel")
        if mention.unit == "count" and text[mention.numeral.end : mention.end].rstrip("以上内下左右多余").endswith("件")
        else mention
        for mention in found
    ]
