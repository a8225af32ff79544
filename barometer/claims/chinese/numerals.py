"""Chinese numerals: digits with 万 and 亿, Han numbers, 成, 分之, vague 数千 and 十余万."""

from collections.abc import Sequence
from decimal import Decimal

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Begun, Brief, pattern
from barometer.claims.text.scanning import Spanned, touching
from barometer.claims.values import Numeral, fraction

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
SCALES = {
    "十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10) ** 4, "亿": Decimal(10) ** 8,
    "兆": Decimal(10) ** 12, "w": Decimal(10) ** 4, "k": Decimal(1000), "m": Decimal(10) ** 6,
}  # fmt: skip

_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SCALE = r"[十百千万亿兆]{1,3}"
_HAN = r"[零〇一二两三四五六七八九十百千万亿兆]+"
_MORE = r"[多余几]"
_PIECE = "节家个位人单件辆条张把户间支只双台"
_NUMERAL = Begun(
    r"[0-9零〇一二两三四五六七八九十百千万亿兆半每几]|好几|[数上成近][十百千万亿]|若干|大半|过半",
    rf"(?P<part>(?:{_HAN}|百|千|万)分之(?:{_ARABIC}|{_HAN}点[零〇一二三四五六七八九]+|{_HAN}|半))"
    rf"|(?P<per_of>(?:十|10|一百|100)[{_PIECE}](?:[^，。；,;0-9]{{0,6}}?(?:里|中))?(?:就|便)?约?有(?:{_ARABIC}|{_HAN})[{_PIECE}]|每(?:卖出|售出|卖|出口|生产|产|签|收到)?(?:{_ARABIC}|{_HAN})(?:[个位名家人户件只把根台双辆支条张块单笔箱颗瓶杯套列樘块次场趟][^，。；,;0-9]{{0,8}}?)?[，,]?(?:当中|里|中)?(?:就|便)?约?有(?:{_ARABIC}|{_HAN})[个只把根台双辆支条张块单笔箱颗瓶杯套列樘块次场趟家名人户件位]?)"
    rf"|(?P<tenthspan>[一二两三四五六七八](?:到|至|、|-|—)?[二两三四五六七八九]成)"
    r"|(?P<halftenth>半成)"
    rf"|(?P<tenths>(?:[一二两三四五六七八九]|[1-9](?:\.[0-9])?)成(?:[一二三四五六七八九半])?)"
    r"|(?P<slash>[1-9]/(?:[2-9]|1[0-9]|100)(?:以上|以下|左右|多|强|[的，。、；）,]|$))"
    rf"|(?P<decimal>{_HAN}点[零〇一二三四五六七八九]+(?:{_SCALE})?)"
    rf"|(?P<digits>(?:{_ARABIC})(?:个多?亿|{_MORE}?[ ]?(?:{_SCALE}"
    rf"|[wk]\b))?(?:零?[0-9]+(?:\.[0-9]+)?[千百十]?万)?(?:零?[0-9]+[千百])?{_MORE}?)"
    rf"|(?P<vague>(?:好?几|数|上|成|若干|近)(?:[十百千万亿]+)(?:{_MORE})?)"
    rf"|(?P<teens>(?:{_HAN})?十几(?:{_SCALE})?)"
    r"|(?P<half>(?:一大半|大半|过半|一半|半数|半))"
    rf"|(?P<han>{_HAN}(?:来{_SCALE}|{_MORE}(?:{_SCALE})?)?)",
)
_LONGEST_DIGITS = 16
_DIGITS = frozenset(DIGITS)
_WRITTEN = str.maketrans({char: str(digit) for char, digit in DIGITS.items()})


_KILO = frozenset("瓦克米伏卡")
"""What makes 千 or 兆 before it a part of the unit: 410万千瓦时."""


def numerals(text: str, times: Sequence[Spanned] = ()) -> list[Numeral]:
    """Give every numeral in a sentence with its exact value, but those of `times`, which are dates.

    Whether it counts anything is not decided here.
    """
    found = []
    for match in _NUMERAL.matches(text):
        start, end = match.span()
        if times and touching(times, start, end):
            continue
        of_unit = text[end - 1] in "千兆" and text[end : end + 1] in _KILO and end - start > 1  # 410万千瓦时, 35.6兆瓦
        stop = end - of_unit
        words, form = text[start:stop], match.lastgroup or ""
        if form == "digits" and words.isascii() and words[-1].isdigit():
            plain = _number(words)
            numeral = Numeral(start, stop, plain) if plain is not None else None
        else:
            numeral = _READERS[form](start, stop, words.lower())
        if numeral is not None:
            found.append(numeral)
    return found


def han_value(words: str) -> Decimal | None:
    """Read a Han numeral such as 四百七十, 两万三, 二〇二五; None if it is none."""
    if len(words) > 24 or not words:
        return None
    if _DIGITS.issuperset(words):
        return Decimal(words.translate(_WRITTEN)) if len(words) <= _LONGEST_DIGITS else None
    total = section = digit = Decimal(0)
    last_scale = Decimal(1)
    for char in words:
        if char in DIGITS:
            digit = Decimal(DIGITS[char])
            continue
        scale = SCALES.get(char)
        if scale is None:
            return None
        if scale >= 10000 and total and not section and not digit:
            total *= scale  # 四万万, 一万亿
        elif scale >= 10000:
            section = (section + digit or Decimal(1)) * scale
            if total and total < scale:
                section, total = (total + section / scale) * scale if section else total * scale, Decimal(0)
            total, section = total + section, Decimal(0)
        else:
            section += (digit or Decimal(1)) * scale
        last_scale, digit = scale, Decimal(0)
    if digit and last_scale > 10 and "零" not in words:
        digit *= last_scale / 10
    return total + section + digit


def whole_number(word: str) -> int:
    """Read a small whole number in digits or words, such as the number of a month; 0 if it is none."""
    if word.isdigit() and word.isascii():
        return int(word)
    value = han_value(word) if word else None
    return int(value) if value is not None else 0


def _number(words: str) -> Decimal | None:
    plain = words.replace(",", "").replace(" ", "")
    if plain and plain.replace(".", "", 1).isdigit() and plain.isascii():
        return Decimal(plain) if len(plain) <= _LONGEST_DIGITS else None
    return han_value(plain)


_ARABIC_HEAD = Brief(r"[0-9,. ]+")


def _digits(start: int, end: int, words: str) -> Numeral | None:
    body, modifier = words, "eq"
    if body[-1] in "多余几":
        body, modifier = body[:-1], "gt"
    head = _ARABIC_HEAD.match(body)
    cut = head.end() if head is not None else 0
    value = _number(body[:cut].rstrip(" ,."))
    if value is None:
        return None
    if cut == len(body):
        return Numeral(start, end, value, "digits", modifier)
    scale, rest, small = Decimal(1), body[cut:], Decimal(0)
    for index, char in enumerate(rest):
        if char in "多余几":
            modifier = "gt"
        elif char in "个零":
            continue
        elif char in SCALES:
            scale *= SCALES[char]
        elif char.isdigit():
            small = _compound(rest[index:])
            break
    return Numeral(start, end, value * scale + small, "digits", modifier, scale=scale)


def _compound(words: str) -> Decimal:
    """Read the smaller part of 3亿5千万."""
    total, number = Decimal(0), ""
    for char in words:
        if char.isdigit() or char == ".":
            number += char
        elif char in SCALES:
            total = (total + (Decimal(number) if number.strip(".") else Decimal(0))) * SCALES[char]
            number = ""
    return total


def _part(start: int, end: int, words: str) -> Numeral | None:
    bottom, _, top = words.partition("分之")
    under = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}.get(bottom) or han_value(bottom)
    over = Decimal("0.5") if top == "半" else _pointed(top)
    return fraction(start, end, over, under)


def _pointed(words: str) -> Decimal | None:
    """Read a number that may hold 点: 一点八."""
    whole, point, rest = words.partition("点")
    if not point:
        return _number(words)
    value = han_value(whole)
    return None if value is None else value + Decimal("0." + "".join(str(DIGITS[char]) for char in rest))


def _per_of(start: int, end: int, words: str) -> Numeral | None:
    numbers = list(_COUNT.finditer(words))
    if len(numbers) < 2:
        return None
    under, over = _number(numbers[0].group()), _number(numbers[-1].group())
    found = fraction(start, end, over, under) if over is not None and under and over <= under else None
    return replace(found, modifier="approx") if found is not None and "约有" in words else found


_COUNT = pattern(rf"(?:{_ARABIC}|{_HAN})")


def _tenths(start: int, end: int, words: str) -> Numeral | None:
    head, _, tail = words.partition("成")
    value = _number(head)
    if value is None:
        return None
    extra = Decimal(5) if tail == "半" else Decimal(DIGITS.get(tail, 0))
    return Numeral(start, end, value * 10 + extra, "fraction")


def _tenth_span(start: int, end: int, words: str) -> Numeral | None:
    """Read 两三成 and 一到两成, two ends that share 成."""
    low, high = DIGITS[words[0]], DIGITS[words[-2]]
    if low >= high:
        return None
    return Numeral(start, end, Decimal(low * 10), "fraction", value_max=Decimal(high * 10))


def _decimal(start: int, end: int, words: str) -> Numeral | None:
    whole, _, rest = words.partition("点")
    cut = next((index for index, char in enumerate(rest) if char not in DIGITS), len(rest))
    value = han_value(whole)
    if value is None:
        return None
    fraction = Decimal("0." + "".join(str(DIGITS[char]) for char in rest[:cut]))
    scale = Decimal(1)
    for char in rest[cut:]:
        scale *= SCALES[char]
    return Numeral(start, end, (value + fraction) * scale, "words", scale=scale)


def _vague(start: int, end: int, words: str) -> Numeral | None:
    head = words.lstrip("好")
    scale = Decimal(1)
    for char in head:
        scale *= SCALES.get(char, Decimal(1))
    if head[0] == "近":
        return Numeral(start + 1, end, scale, "words", scale=scale)
    if scale < 10:
        return None
    return Numeral(start, end, scale, "vague", "ge", scale=scale)


def _teens(start: int, end: int, words: str) -> Numeral | None:
    head, _, tail = words.partition("几")
    value = han_value(head)
    if value is None:
        return None
    scale = Decimal(1)
    for char in tail:
        scale *= SCALES[char]
    return Numeral(start, end, value * scale, "words", "gt", scale=scale)


_VAGUE = frozenset("多余几来")


def _han(start: int, end: int, words: str) -> Numeral | None:
    body, modifier, scale = words, "eq", Decimal(1)
    if not _VAGUE.isdisjoint(body):
        cut = next(index for index, char in enumerate(body) if char in _VAGUE)
        modifier = "approx" if body[cut] == "来" else "gt"
        body, tail = words[:cut], words[cut + 1 :]
        for char in tail:
            scale *= SCALES[char]
    pair = _pair(body) if modifier == "eq" and 1 < len(body) < _LONGEST_DIGITS else None
    if pair is not None:
        return Numeral(start, end, pair[0], "words", value_max=pair[1], scale=SCALES.get(body[-1], Decimal(1)))
    value = han_value(body)
    if value is None:
        return None
    last = SCALES.get(body[-1], Decimal(1)) if body else Decimal(1)
    return Numeral(start, end, value * scale, "words", modifier, scale=max(scale, last))


def _slash(start: int, _end: int, words: str) -> Numeral | None:
    """Read 2/3以上; what stands behind only tells it from a date."""
    over, _, rest = words.partition("/")
    under = rest[: next((index for index, char in enumerate(rest) if not char.isdigit()), len(rest))]
    if int(over) >= int(under):
        return None
    return fraction(start, start + len(over) + 1 + len(under), Decimal(over), Decimal(under))


_NEIGHBOURS = frozenset(
    f"{low}{high}" for low, high in zip("一两二三三四五六七八", "两三三四五五六七八九", strict=True)
) | {"三两"}


def _pair(body: str) -> tuple[Decimal, Decimal] | None:
    """Read two neighbouring digits as a range: 三四, 二十八九, 七八百."""
    at = next((index for index in range(len(body) - 1) if body[index : index + 2] in _NEIGHBOURS), None)
    if at is None:
        return None
    if body[at : at + 2] == "三两":
        return Decimal(2), Decimal(3)
    ends = han_value(body[: at + 1] + body[at + 2 :]), han_value(body[:at] + body[at + 1 :])
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None and ends[0] < ends[1] else None


def _half(start: int, end: int, words: str) -> Numeral | None:
    if words == "半":
        return Numeral(start, end, Decimal("0.5"), "half")
    modifier = "gt" if words in {"过半", "一大半", "大半"} else "eq"
    return Numeral(start, end, Decimal(50), "fraction", modifier)


def _half_tenth(start: int, end: int, _words: str) -> Numeral:
    return Numeral(start, end, Decimal(5), "fraction")


_READERS = {
    "halftenth": _half_tenth,
    "part": _part, "per_of": _per_of, "tenths": _tenths, "tenthspan": _tenth_span, "decimal": _decimal,
    "digits": _digits, "vague": _vague, "slash": _slash, "teens": _teens, "han": _han, "half": _half,
}  # fmt: skip


def negated(numeral: Numeral) -> Numeral:
    """Give the numeral with the minus sign before it taken into its span."""
    return replace(numeral, start=numeral.start - 1)
