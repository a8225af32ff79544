"""Every number of a Chinese sentence, also those that no claim would have: 四万万, 三又五分之一, 七五折, 2.5^-1.

It takes folded text (plain digits, simplified characters) and gives offsets in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from barometer.claims.chinese.numerals import DIGITS, SCALES
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.units.quantity import Quantity, power

_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟俩〇", "一二三四五六七八九十百千两零")
_DOUBTFUL = frozenset("肆伍陆拾")
_MAY_JOIN = frozenset("零一二两三四五六七八九十百千万亿兆点分之又折成余多几个负")
_NUMERALS = frozenset("零一二两三四五六七八九十百千万亿兆")
_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+|[0-9]+|\.[0-9]+"
_TOKEN = pattern(
    rf"(?P<power>(?:{_ARABIC})(?:\^|e)[+-]{{0,2}}[0-9]+)"
    rf"|(?P<arabic>(?:{_ARABIC}))"
    r"|(?P<zero>零)|(?P<digit>[一二两三四五六七八九])|(?P<scale>[十百千万亿兆])|(?P<more>[多余几])"
    r"|(?P<over>分之)|(?P<plus>又)|(?P<point>点)|(?P<minus>负|-)|(?P<slash>/)"
)
_LETTERS = {"k": 3, "m": 6, "g": 9, "b": 9, "t": 12}
_WORD = pattern(r"[0-9A-Za-z]")
_ONE_IN_WORDS = pattern(
    r"一(?:切|看|定|般|起|样|直|些|边|旦|律|致|概|方面|同|向|并|带|路|下|点|时|举|味|再|度|流|线|体|手|身|心|生|贯|经)"
    r"|四(?:川|周|处|季)|三(?:亚|峡)|五台山|十(?:足|分)|千(?:方|里|古)|万(?:物|一|事|能|分)|九(?:江|龙|州)|百(?:货|姓)"
)
_LONGEST = 60
_DOZEN = Decimal(12)
_TEN_THOUSAND = Decimal(10000)
_RATIOS = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01"), "百万": Decimal("0.0001"),
           "千万": Decimal("0.00001"), "万万": Decimal("0.000001"), "百万万": Decimal("0.00000001")}  # fmt: skip
_TENTHS = pattern(r"^(折|成)(半|[一二三四五六七八九])?")
_HALVES = pattern(r"(?P<tenth>半成)|(?P<fold>半折)|打(?P<both>对折)|(?P<fifty>半百)")
_PERCENT = pattern(r"^\s*(?:%|个?百分点)")


@dataclass(frozen=True, slots=True)
class _Token:
    name: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Value:
    """A number read so far, and the index of the token behind it."""

    number: Decimal
    after: int
    more: bool = False
    scaled: bool = False


def quantities(text: str) -> list[Quantity]:
    """Give every number, in order: plain ones, percents (百分之, 折, 成, %, 个百分点) with their unit."""
    plain, places = _tight(text.translate(_CAPITALS))
    original = "".join(text[place] for place in places[:-1])
    tokens = [_Token(match.name, *match.span(), match.group().lower()) for match in _TOKEN.finditer(plain)]
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        quantity, index = _read(plain, original, tokens, index)
        if quantity is not None:
            found.append(quantity)
    found.extend(_halves(plain))
    found.sort(key=lambda quantity: quantity.start)
    return [replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in found]


def _tight(text: str) -> tuple[str, list[int]]:
    """Leave out the spaces inside of spelled numbers; give what is left, and where each character of it stood."""
    kept: list[int] = []
    size = len(text)
    index = 0
    while index < size:
        if text[index] == " ":
            stop = index
            while stop < size and text[stop] == " ":
                stop += 1
            before = text[index - 1] if index else " "
            after = text[stop] if stop < size else " "
            if not _joins(before, after):
                kept.extend(range(index, stop))
            index = stop
            continue
        kept.append(index)
        index += 1
    return "".join(text[place] for place in kept), [*kept, size]


def _joins(before: str, after: str) -> bool:
    if before in _MAY_JOIN and after in _MAY_JOIN:
        return True
    digits = "0123456789"
    return (before in digits and after in _MAY_JOIN) or (before in _MAY_JOIN - {"折", "成"} and after in digits)


def _halves(text: str) -> Iterator[Quantity]:
    for match in _HALVES.finditer(text):
        group = match.name
        value, unit = {"tenth": (5, "percent"), "fold": (50, "percent"), "both": (50, "percent")}.get(group, (50, None))
        start, end = match.span(group)
        yield Quantity(start, end, Decimal(value), Decimal(value), unit)


def _read(text: str, original: str, tokens: list[_Token], index: int) -> tuple[Quantity | None, int]:
    """Read the number that begins at a token; give it, if it is one, and the index of the token behind it."""
    first = tokens[index]
    negative = first.name == "minus"
    at = index + 1 if negative else index
    if at >= len(tokens) or (negative and not _signs(text, first, tokens[at])):
        return None, index + 1
    ratio = _ratio(text, tokens, at)
    if ratio is not None:
        quantity, after = ratio
        return quantity, after
    value = _mixed(text, tokens, at)
    if value is None or _in_word(text, original, tokens[at], tokens[value.after - 1]):
        return None, index + 1 if value is None else max(value.after, index + 1)
    start = first.start if negative else tokens[at].start
    end = tokens[value.after - 1].end
    number = -value.number if negative else value.number
    return _with_unit(text, Quantity(start, end, number, None if value.more else number)), value.after


def _signs(text: str, sign: _Token, number: _Token) -> bool:
    """Say whether a minus sign belongs to the number behind it."""
    if number.name not in {"power", "arabic", "digit", "scale", "zero"} or number.start != sign.end:
        return False
    return sign.text == "负" or not (
        sign.start and (_WORD.match(text[sign.start - 1]) or text[sign.start - 1] in "-%)")
    )


def _in_word(text: str, original: str, first: _Token, last: _Token) -> bool:
    """Say whether Han numerals are part of another word: 一切, 陆地, 四川, 万."""
    body = text[first.start : last.end]
    if len(body) == 1 and original[first.start] in _DOUBTFUL:
        return True
    if body and all(char in "百千万亿兆" for char in body):
        return True
    if _ONE_IN_WORDS.match(text[first.start : first.start + 4]) and len(body) == 1:
        return True
    return body in {"两两", "九九", "三三", "一一"} and text[last.end : last.end + 1] != "折"


def _ratio(text: str, tokens: list[_Token], index: int) -> tuple[Quantity, int] | None:
    """Read 百分之…, 千分之…, 万分之… as a percent."""
    at = index
    while at < len(tokens) and tokens[at].name == "scale" and at - index < 3:
        at += 1
    head = text[tokens[index].start : tokens[at - 1].end] if at > index else ""
    glued = index > 0 and tokens[index - 1].end == tokens[index].start and tokens[index - 1].name in {
        "digit", "arabic", "zero", "scale",
    }  # fmt: skip
    if head not in _RATIOS or glued or at >= len(tokens) or tokens[at].name != "over":
        return None
    whole = (
        _Value(Decimal(100), at + 2)
        if text[tokens[at].end : tokens[at].end + 1] == "百" and head == "百"
        else _whole(text, tokens, at + 1)
    )
    if whole is None:
        return None
    end, number = _lettered(text, tokens[whole.after - 1].end, whole.number)
    value = number * _RATIOS[head]
    return Quantity(tokens[index].start, end, value, value, "percent"), whole.after


def _lettered(text: str, end: int, number: Decimal) -> tuple[int, Decimal]:
    """Take k, M, G behind a number into it."""
    at = end + (text[end : end + 1] == " ")
    letter = text[at : at + 1].lower()
    if letter in _LETTERS and letter and not _WORD.match(text[at + 1 : at + 2]):
        return at + 1, number * 10 ** _LETTERS[letter]
    return end, number


def _with_unit(text: str, quantity: Quantity) -> Quantity:
    """Add what follows the number: a letter of scale, a dozen, percent, tenths."""
    number = quantity.low or Decimal(0)
    end, number = _lettered(text, quantity.end, number)
    if text[end : end + 1] == "打":
        end, number = end + 1, number * _DOZEN
    percent = _PERCENT.match(text[end : end + 12])
    if percent:
        return replace(quantity, end=end + percent.end(), low=number, high=number, unit="percent")
    tenths = _TENTHS.match(text[end : end + 2])
    if tenths:
        return _tenths(quantity, end, tenths.group(1), tenths.group(2))
    return replace(quantity, end=end, low=number, high=None if quantity.high is None else number)


def _tenths(quantity: Quantity, end: int, word: str, more: str) -> Quantity:
    """Read 三成, 七成六, 三成半, 七五折 (75), 9折."""
    number = quantity.low or Decimal(0)
    fine = {"半": Decimal(5)}.get(more) or Decimal(DIGITS.get(more, 0)) if more and word == "成" else Decimal(0)
    value = number if word == "折" and number > 10 else number * 10 + fine
    return replace(quantity, end=end + 1 + bool(fine), low=value, high=value, unit="percent")


def _mixed(text: str, tokens: list[_Token], index: int) -> _Value | None:
    """Read a number with its fraction: 三又五分之一, 三分之二, 1 3/5, 3/2."""
    whole = _whole(text, tokens, index)
    if whole is None:
        return None
    at = whole.after
    if at < len(tokens) and tokens[at].name == "plus":
        under = _whole(text, tokens, at + 1)
        part = _fraction(text, tokens, under) if under is not None else None
        if part is not None and abs(part.number) < 1:
            return replace(part, number=whole.number + part.number)
    return _fraction(text, tokens, whole)


def _fraction(text: str, tokens: list[_Token], whole: _Value) -> _Value | None:
    """Read the number before 分之 or / as part of a fraction, or by itself where neither follows."""
    at = whole.after
    if at < len(tokens) and tokens[at].name == "over" and tokens[at].start == tokens[at - 1].end:
        return _divided(text, tokens, at, whole)
    return _slashed(text, tokens, whole)


def _divided(text: str, tokens: list[_Token], at: int, under: _Value) -> _Value | None:
    negative = at + 1 < len(tokens) and tokens[at + 1].name == "minus"
    over = _whole(text, tokens, at + 1 + negative)
    if over is None or not under.number:
        return under
    # the sign before the whole fraction is read with it, so that one here turns it round
    return replace(over, number=(-over.number if negative else over.number) / under.number)


def _slashed(text: str, tokens: list[_Token], whole: _Value) -> _Value:
    """Read 3/5, and 1 3/5 as one and three fifths."""
    at = whole.after
    if at < len(tokens) and tokens[at].name == "slash":
        under = _arabic(tokens, at + 1)
        return _Value(whole.number / under, at + 2) if under else whole
    if (
        at + 2 < len(tokens)
        and tokens[at].name == "arabic"
        and tokens[at + 1].name == "slash"
        and text[tokens[at - 1].end : tokens[at].start] == " "
    ):
        over, under = _arabic(tokens, at), _arabic(tokens, at + 2)
        if over and under:
            return _Value(whole.number + over / under, at + 3)
    return whole


def _arabic(tokens: list[_Token], index: int) -> Decimal | None:
    if index >= len(tokens) or tokens[index].name != "arabic":
        return None
    return Decimal(tokens[index].text.replace(",", ""))


def _whole(text: str, tokens: list[_Token], index: int) -> _Value | None:
    """Read a number without a fraction: 四百五, 5万4千, 两千三点一, 12.32e+14."""
    if index >= len(tokens):
        return None
    first = tokens[index]
    if first.name == "power":
        value = power(first.text.replace(",", ""))
        return None if value is None else _Value(value, index + 1)
    spelled = _spelled_digits(tokens, index) or _counted(text, tokens, index)
    if spelled is None:
        return None
    return _with_point(tokens, spelled)


def _spelled_digits(tokens: list[_Token], index: int) -> _Value | None:
    """Read digits said one by one: 二〇二五, 三八."""
    at = index
    while at < len(tokens) and tokens[at].name in {"digit", "zero"} and (at == index or _touch(tokens, at)):
        at += 1
    follows = at < len(tokens) and tokens[at].name in {"scale", "more"} and _touch(tokens, at)
    if at - index < 2 or follows or at - index > _LONGEST:
        return None
    return _Value(Decimal("".join(str(DIGITS[token.text]) for token in tokens[index:at])), at)


def _touch(tokens: list[_Token], at: int) -> bool:
    return tokens[at].start == tokens[at - 1].end


def _with_point(tokens: list[_Token], whole: _Value) -> _Value:
    """Add the decimals behind 点."""
    at = whole.after
    if at >= len(tokens) or tokens[at].name != "point" or not _touch(tokens, at) or tokens[at - 1].name == "arabic":
        return whole
    stop = at + 1
    while (
        stop < len(tokens)
        and tokens[stop].name in {"digit", "zero"}
        and tokens[stop].text != "两"
        and _touch(tokens, stop)
    ):
        stop += 1
    if stop == at + 1 or stop - at > _LONGEST:
        return whole
    decimals = "".join(str(DIGITS[token.text]) for token in tokens[at + 1 : stop])
    value = _Value(whole.number + Decimal(f"0.{decimals}"), stop)
    while value.after < len(tokens) and tokens[value.after].name == "scale" and _touch(tokens, value.after):
        value = _Value(value.number * SCALES[tokens[value.after].text], value.after + 1)
    return value


class _Count:
    """Adds up digits and scales: parts of 万 and more, the section below, and the digit that waits for its scale."""

    def __init__(self) -> None:
        self.parts: list[Decimal] = []
        self.section = Decimal(0)
        self.waiting: Decimal | None = None
        self.last = Decimal(1)
        self.spelled = False
        self.empty = True

    def take(self, number: Decimal, *, spelled: bool) -> None:
        self.waiting, self.spelled, self.empty = number, spelled, False

    def zero(self) -> None:
        self.last = Decimal(1)

    def scale(self, scale: Decimal) -> None:
        if scale < _TEN_THOUSAND:
            self.section += (Decimal(1) if self.waiting is None else self.waiting) * scale
        else:
            group = self.section + (self.waiting or 0)
            if group:
                while self.parts and self.parts[-1] < scale:
                    group += self.parts.pop()
            else:
                group = self.parts.pop() if self.parts else Decimal(1)
            self.parts.append(group * scale)
            self.section = Decimal(0)
        self.waiting, self.last, self.empty = None, scale, False

    def total(self) -> Decimal:
        rest = self.waiting or Decimal(0)
        if self.spelled and rest < 10 and self.last >= 100:
            rest *= self.last / 10  # 四百五
        return sum(self.parts, Decimal(0)) + self.section + rest


def _counted(text: str, tokens: list[_Token], index: int) -> _Value | None:
    """Read digits with scales: 一百零一万一千, 5亿1万4千6百, 十余万, 七百多."""
    count = _Count()
    more = False
    at = index
    while at < len(tokens) and at - index < _LONGEST:
        token = tokens[at]
        spaced = at > index and token.start != tokens[at - 1].end
        if spaced and not (token.name == "scale" and text[tokens[at - 1].end : token.start].isspace()):
            break
        if token.name == "zero":
            if at == index and not (at + 1 < len(tokens) and tokens[at + 1].name in {"scale", "point"}):
                return _Value(Decimal(0), at + 1)
            count.zero()
            count.empty = False
        elif token.name in {"digit", "arabic"}:
            if count.waiting is not None:
                break
            number = Decimal(DIGITS[token.text]) if token.name == "digit" else Decimal(token.text.replace(",", ""))
            count.take(number, spelled=token.name == "digit")
        elif token.name == "scale":
            count.scale(SCALES[token.text])
        elif token.name == "more" and not count.empty:
            more = True
            count.spelled = False
        else:
            break
        at += 1
    try:
        return None if count.empty or at == index else _Value(count.total(), at, more)
    except InvalidOperation:
        return None
