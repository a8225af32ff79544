"""Every number of an English sentence, also those that no claim would have: "two and fifty-four hundredths", 3/4.

It takes folded text and gives offsets in it. Ordinals are given too, marked as such.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from barometer.claims.english.grammar_tokens import (
    DOZENS,
    LARGE_PARTS,
    LETTER,
    ORDINALS,
    SCALES,
    UNITS,
    Token,
    tokens_of,
)
from barometer.claims.english.numerals import TENS
from barometer.claims.text.expressions import pattern
from barometer.claims.units.quantity import Quantity

_GAP = pattern(r"^\s*-?\s*$")
_PERCENT = pattern(r"^\s?-?(?:%|per ?cents?\b|percentages?\b|pct\b)")
_PERCENT_OF = pattern(r"\b(?:per ?cents?) of\s+$")
_LONGEST = 40
_TOO_LARGE_TO_SPEAK = Decimal(10) ** 20
_FALSE_ONE = pattern(r"\b(?:the|this|that|which|no|any|each|every|last|next|another|good|right)\s+$")
_TRUE_ONE = pattern(r"^\s+(?:last|more|of|time)\b")
_CLOCK = pattern(r"^\s?[ap]\.?m\b")
_CODE = pattern(r"(?:^|[^a-z])(?:usd|eur|gbp|cny|rmb|hkd|jpy|aud|cad|nzd|chf|sgd)$")
_END = pattern(r"^\s*(?:[.?!,;]|$)")


@dataclass(frozen=True, slots=True)
class _Value:
    """A number read so far, and the index of the token behind it."""

    number: Decimal
    after: int
    ordinal: bool = False


def quantities(text: str) -> list[Quantity]:
    """Give every number, in order; a percent has that unit. The article "a", and "one" for a thing named, are none."""
    tokens = tokens_of(text)
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        quantity, index = _read(text, tokens, index)
        if quantity is not None:
            found.append(quantity)
    return found


def _read(text: str, tokens: Sequence[Token], index: int) -> tuple[Quantity | None, int]:
    """Read the number that begins at a token; give it, if it is one, and the index of the token behind it."""
    first = tokens[index]
    negative = first.word in {"minus", "negative"} or (first.name == "dash" and _is_sign(text, tokens, index))
    at = index + 1 if negative else index
    if at >= len(tokens):
        return None, index + 1
    value = _mixed(text, tokens, at) if _begins(tokens, at) else None
    if value is None or _false_start(text, tokens, at, value):
        return None, max(index + 1, at if negative else index + 1)
    start, end = (first.start if negative else tokens[at].start), tokens[value.after - 1].end
    number = -value.number if negative else value.number
    unit = None
    percent = _PERCENT.match(text[end : end + 14])
    if percent:
        end, unit = end + percent.end(), "percent"
    elif lead := _PERCENT_OF.search(text[max(0, start - 16) : start]):
        start, unit = start - len(text[max(0, start - 16) : start]) + lead.start(), "percent"
    return Quantity(start, end, number, number, unit, value.ordinal), value.after


def _is_sign(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Say whether a dash is a minus: no letter or digit before it, a number behind it."""
    start, end = tokens[index].start, tokens[index].end
    if start and (LETTER.match(text[start - 1].lower()) or text[start - 1] in ")-"):
        return False
    spaced = text[end : end + 1] == " " and text[max(0, start - 2) : start].strip() != ""
    return index + 1 < len(tokens) and tokens[index + 1].name in {"number", "part"} and not spaced


def _begins(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.name in {"number", "part", "nth"}:
        return True
    return token.word in UNITS or token.word in TENS or token.word in ORDINALS or token.word in {
        "a", "an", "half", "quarter", "hundred", *SCALES,
    }  # fmt: skip


def _false_start(text: str, tokens: Sequence[Token], index: int, value: _Value) -> bool:
    """Say whether what was read counts nothing: "the one", "a", digits inside a name such as A4."""
    first = tokens[index]
    if first.name in {"number", "part"} and (_CLOCK.match(text[first.end : first.end + 4]) or _of_name(text, first)):
        return True
    if first.word == "one" and value.after == index + 1:
        before = text[max(0, first.start - 12) : first.start]
        return bool(_FALSE_ONE.search(before)) and not _TRUE_ONE.match(text[first.end : first.end + 8])
    return value.after == index + 1 and first.word in SCALES


def _of_name(text: str, first: Token) -> bool:
    """Say whether digits are part of a name or of a unit: A4, km^2; behind the code of a currency they are none."""
    head = text[max(0, first.start - 4) : first.start]
    return head[-1:] == "^" or (head[-1:].isalpha() and not _CODE.search(head))


def _beside(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Say whether a token stands right behind the one before, with spaces or one hyphen between."""
    return index < len(tokens) and bool(_GAP.match(text[tokens[index - 1].end : tokens[index].start]))


def _skip_dash(text: str, tokens: Sequence[Token], index: int) -> int:
    if index < len(tokens) and tokens[index].name == "dash" and _beside(text, tokens, index):
        return index + 1
    return index


def _word(text: str, tokens: Sequence[Token], index: int) -> str:
    """Give the word at an index if it goes on with the number before it, else nothing."""
    return tokens[index].word if 0 < index < len(tokens) and _beside(text, tokens, index) else ""


def _mixed(text: str, tokens: Sequence[Token], index: int) -> _Value | None:
    """Read a number with all its parts: decimals in words, fractions, dozens, "out of"."""
    first = tokens[index]
    if first.name == "nth":
        return _Value(first.number, index + 1, ordinal=True)
    if first.name == "part":
        return _Value(first.number, index + 1)
    article = first.word in {"a", "an"}
    if article or first.word in {"half", "quarter"} or first.word in ORDINALS:
        return _of_article(text, tokens, index, article=article)
    whole = _cardinal(text, tokens, index)
    if whole is None:
        return None
    part = _fraction_behind(text, tokens, index, whole)
    if part is not None:
        return _scaled(text, tokens, part)
    value = _with_part(text, tokens, whole)
    value = _decimals(text, tokens, value)
    if _word(text, tokens, value.after) in DOZENS:
        value = _Value(value.number * 12, value.after + 1)
    return _ratio(text, tokens, value)


def _of_article(text: str, tokens: Sequence[Token], index: int, *, article: bool) -> _Value | None:
    """Read what begins with an article, "half", "quarter" or an ordinal: "a dozen", "half a million", "a hundredth"."""
    at = index + 1 if article else index
    word = _word(text, tokens, at) if article else tokens[at].word
    if word in DOZENS:
        return _Value(Decimal(12), at + 1)
    if word in {"half", "quarter"}:
        return _scaled(text, tokens, _Value(Decimal("0.5") if word == "half" else Decimal("0.25"), at + 1))
    if word in {"hundred", *SCALES, *TENS}:
        whole = _cardinal(text, tokens, at)
        return whole and (_fraction_behind(text, tokens, at, whole) or _with_part(text, tokens, whole))
    if not article:
        return _Value(Decimal(ORDINALS[word]), at + 1, ordinal=True) if word in ORDINALS else None
    under = _denominator(text, tokens, at)
    return _Value(1 / under.number, under.after) if under is not None and under.number not in {1, 2} else None


def _scaled(text: str, tokens: Sequence[Token], value: _Value) -> _Value:
    """Multiply a fraction by what follows: "half a million", "three quarters billion", "two thirds of a million"."""
    at = value.after
    while _word(text, tokens, at) in {"a", "an", "of"}:
        at += 1
    word = _word(text, tokens, at)
    if word in SCALES or (word == "hundred" and at == value.after):
        return _Value(value.number * (SCALES.get(word) or Decimal(100)), at + 1)
    return _Value(value.number * 12, at + 1) if word in DOZENS else value


def _cardinal(text: str, tokens: Sequence[Token], index: int) -> _Value | None:
    """Read a whole number: "two thousand and two hundred", "4 thousand 3 hundred and 21", "three lakh crore"."""
    total = Decimal(0)
    group: Decimal | None = None
    at = after = index
    while at < len(tokens) and at - index < _LONGEST:
        token = tokens[at]
        if at > index and not _beside(text, tokens, at):
            break
        word = token.word
        if at > index and (word == "and" or token.name == "dash"):
            if not _goes_on(text, tokens, at, group):
                break
            at += 1
            continue
        if word in SCALES:
            total = (total or Decimal(1)) * SCALES[word] if group is None else total + group * SCALES[word]
            group = None
        else:
            grown = _grown(tokens, at, total, group)
            if grown is None:
                break
            group = grown
        at += 1
        after = at
    return _Value(total + (group or 0), after) if after > index else None


def _grown(tokens: Sequence[Token], at: int, total: Decimal, group: Decimal | None) -> Decimal | None:
    """Give the group below the next scale with one more word in it, None if that word does not belong to it."""
    token = tokens[at]
    word = token.word
    if token.name == "number":
        spoken = group is not None and 0 < token.number < 100 and _spoken(tokens, at) and _fits(group, Decimal(10))
        fits = spoken or (group is None and (not total or 0 < token.number < 1000))
        return (group or Decimal(0)) + token.number if fits else None
    if word in {"hundred", "hundreds"}:
        whole = group is not None and group >= 1000 and group == group.to_integral_value()
        return None if whole else (group or Decimal(1)) * 100
    number = UNITS[word] if word in UNITS else TENS.get(word)
    if number is None or (group is not None and not _fits(group, number)):
        return None
    return (group or Decimal(0)) + number


def _fits(group: Decimal, number: Decimal) -> bool:
    """Say whether a spoken number can be added to the ones of a group: 200 + 54, 50 + 2."""
    if not number:
        return False
    if group >= _TOO_LARGE_TO_SPEAK:
        return False
    return group % 100 == 0 if number >= 10 else (group % 10 == 0 and group % 100 >= 20) or group % 100 == 0


def _spoken(tokens: Sequence[Token], at: int) -> bool:
    """Say whether digits follow a spoken hundred ("3 hundred and 21") and no further scale follows them."""
    before = [token.word for token in tokens[max(0, at - 2) : at] if token.word != "and"]
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return bool(before) and before[-1] in {"hundred", *SCALES} and follows not in {"hundred", *SCALES}


def _goes_on(text: str, tokens: Sequence[Token], at: int, group: Decimal | None) -> bool:
    """Say whether "and" or a hyphen goes on with the number: a smaller one follows it."""
    following = tokens[at + 1] if at + 1 < len(tokens) and _beside(text, tokens, at + 1) else None
    if following is None:
        return False
    if tokens[at].name == "dash":
        return following.word in UNITS or following.word in {"hundred", *SCALES}
    if tokens[at - 1].word not in {"hundred", *SCALES}:
        return False
    if following.name == "number":
        then = tokens[at + 2].word if at + 2 < len(tokens) else ""
        return 0 < following.number < 100 and then not in {"hundred", *SCALES}
    hundreds = group is not None and "hundred" in _cardinal_words(text, tokens, at + 1)
    part = _part(text, tokens, at + 1)
    return (following.word in UNITS or following.word in TENS) and not hundreds and (part is None or part.number >= 1)


def _cardinal_words(text: str, tokens: Sequence[Token], index: int) -> list[str]:
    words = [tokens[index].word]
    while len(words) < 4 and _word(text, tokens, index + len(words)):
        words.append(tokens[index + len(words)].word)
    return words


def _denominator(text: str, tokens: Sequence[Token], index: int) -> _Value | None:
    """Read "thirds", "twenty-fifth", "hundred trillionths", "hundred fifth" as what a fraction is divided by."""
    at = index
    sum_of = Decimal(0)
    while at - index < 6:
        at = _skip_dash(text, tokens, at)
        word = _word(text, tokens, at)
        plain = word[:-1] if word.endswith("s") and word[:-1] in ORDINALS else word
        if plain in LARGE_PARTS:
            return _Value((sum_of or Decimal(1)) * ORDINALS[plain], at + 1)
        if plain in ORDINALS:
            return _Value(sum_of + ORDINALS[plain], at + 1)
        if word in {"half", "halves", "quarter", "quarters"} and not sum_of:
            return _Value(Decimal(2 if word.startswith("hal") else 4), at + 1)
        if word in TENS:
            sum_of += TENS[word]
        elif word == "hundred":
            sum_of = (sum_of or Decimal(1)) * 100
        else:
            return None
        at += 1
    return None


def _part(text: str, tokens: Sequence[Token], index: int) -> _Value | None:
    """Read a fraction in words from its numerator on: "three quarters", "fifty-four hundredths"."""
    if tokens[index].word in {"a", "an"}:
        under = _denominator(text, tokens, index + 1)
        return _Value(1 / under.number, under.after) if under and under.number != 1 else None
    at = index
    over = Decimal(0)
    while at - index < 4 and (at == index or _word(text, tokens, at)):
        word = tokens[at].word
        if word in TENS or word in UNITS:
            over += UNITS[word] if word in UNITS else TENS[word]
            at = _skip_dash(text, tokens, at + 1)
            under = _denominator(text, tokens, at)
            if under is not None and under.number not in {0, 1}:
                return _Value(over / under.number, under.after)
        else:
            return None
        if at >= len(tokens):
            return None
    return None


def _fraction_behind(text: str, tokens: Sequence[Token], index: int, whole: _Value) -> _Value | None:
    """Read a cardinal as the numerator of the ordinal behind it: "twenty-one fifths", "one hundred thirty fifths"."""
    last = whole.after - 1
    if last > index and tokens[last].word in TENS and tokens[last - 1].word != "and":
        under = _denominator(text, tokens, last)
        over = _cardinal(text, tokens[:last], index)
        if under is not None and over is not None and under.number not in TENS.values():
            return _Value(over.number / under.number, under.after)
    if tokens[last].word in {"hundred", "thousand"} and last > index:
        return _large_under(text, tokens, whole)
    under = _denominator(text, tokens, whole.after) if tokens[last].name == "word" else None
    if under is None or under.number in {0, 1} or (under.number == 2 and tokens[under.after - 1].word == "second"):
        return None
    return _Value(whole.number / under.number, under.after)


def _large_under(text: str, tokens: Sequence[Token], whole: _Value) -> _Value | None:
    """Read "ninety-five hundred fifths" (9500 / 5), "one one hundred fifth" (1 / 105)."""
    under = _denominator(text, tokens, whole.after)
    return _Value(whole.number / under.number, under.after) if under is not None and under.number > 2 else None


def _with_part(text: str, tokens: Sequence[Token], whole: _Value) -> _Value:
    """Add the fraction behind "and": "one and a half", "five and a half million", "3 million and a quarter", 2 1/4."""
    at = whole.after
    if at < len(tokens) and tokens[at].name == "part" and text[tokens[at - 1].end : tokens[at].start].isspace():
        return _Value(whole.number + tokens[at].number, at + 1)
    if _word(text, tokens, at) != "and" or at + 1 >= len(tokens) or not _beside(text, tokens, at + 1):
        return whole
    part = _part(text, tokens, at + 1)
    if part is None or part.number >= 1:
        return whole
    named, behind = SCALES.get(tokens[at - 1].word), SCALES.get(_word(text, tokens, part.after))
    after = part.after + (behind is not None)
    if named is None:
        return _Value((whole.number + part.number) * (behind or 1), after)
    return _Value(whole.number + part.number * (behind or named), after)


def _decimals(text: str, tokens: Sequence[Token], whole: _Value) -> _Value:
    """Add the decimals behind "point": "zero three", "seventy-one"."""
    if _word(text, tokens, whole.after) != "point":
        return whole
    at = whole.after + 1
    digits = ""
    while at - whole.after < _LONGEST and (word := _word(text, tokens, at)) and (word in UNITS or word in TENS):
        value = UNITS[word] if word in UNITS else TENS[word]
        following = _skip_dash(text, tokens, at + 1)
        if word in TENS and 0 < UNITS.get(_word(text, tokens, following), Decimal(0)) < 10:
            value, at = value + UNITS[tokens[following].word], following
        digits += str(value)
        at += 1
    return _Value(whole.number + Decimal(f"0.{digits}"), at) if digits else whole


def _ratio(text: str, tokens: Sequence[Token], over: _Value) -> _Value:
    """Read "two out of five", "1 in twenty-one", "one over 3" as a fraction of one."""
    word = _word(text, tokens, over.after)
    at = over.after + 1
    if word not in {"out of", "in", "over"} or at >= len(tokens) or not _beside(text, tokens, at):
        return over
    under = _cardinal(text, tokens, at) if tokens[at].name in {"number", "word"} and _begins(tokens, at) else None
    if under is None or not under.number or not over.number:
        return over
    if word == "over":
        holds = bool(_END.match(text[tokens[under.after - 1].end : tokens[under.after - 1].end + 4]))
    else:
        year = under.number >= 1900 and tokens[at].name == "number"
        holds = under.number > over.number and not year
    return _Value(over.number / under.number, under.after) if holds else over
