"""English numbers with their units, counted nouns and adjacent modifiers."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from barometer.claims.english.hyphened import is_compound, is_of_kind, staffed, without_part
from barometer.claims.english.months import MONTH
from barometer.claims.english.nouns import MILESTONE, counted_noun, first_noun, goods, milestone_noun, noun_unit
from barometer.claims.english.numerals import numerals
from barometer.claims.english.ranks import rank_mentions
from barometer.claims.english.unit_words import WINDOW, UnitWords, bound_behind, bounds_around
from barometer.claims.english.words import Words
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.units.joining import one_range, with_ranges
from barometer.claims.values import Mention, Numeral

_WIDEST_RANGE = 4
_RANGE_GAPS = frozenset({"-", "–", "—", "~", " to ", " - ", " – ", "-to-", " or "})
_FOLDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_VERBS = {
    "double": (2, "multiple"), "triple": (3, "multiple"), "treble": (3, "multiple"), "quadruple": (4, "multiple"),
    "halve": (50, "change"), "halv": (50, "change"), "doubl": (2, "multiple"), "tripl": (3, "multiple"),
    "trebl": (3, "multiple"), "quadrupl": (4, "multiple"),
}  # fmt: skip
_WHOLE = pattern(
    r"\b(?:(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?P<ending>e|es|ed|ing)\b|"
    r"(?P<fold>two|three|four|five|six|seven|eight|nine|ten|[0-9]+(?:\.[0-9]+)?)[ -]?fold\b|"
    r"(?P<twice>twice|thrice)\b)"
)
_INFINITIVE = pattern(r"\b(?:to|will|would|could|may|might|can|should|and|nearly|almost)\s+(?:\w+\s+)?$")
_ABOUT = pattern(r"\b(?:nearly|almost|about|roughly)\s+$")
_LIKENESS = pattern(r"\b(?:my|your|his|her|our|their|its|'s)(?: digital)? $")
"""What makes "double" somebody like another: "her double speaks 36 languages"."""
_RATIO_NEXT = pattern(r"\s+(?:the|that|those|last|its|their|his|her|our|my|what|as)\b")
_RATIO = pattern(
    r"\s+(?:(?:as|the|that|those|its|their|his|her|our|my|what|last|this|normal|usual|average)\b|(?-i:[A-Z])[a-z]+'s\b)"
)
_BETWEEN = pattern(r"\bbetween\s+$")
_FROM = pattern(r"\bfrom\s+(?:(?:the|its|their|an?)\s+)?(?:\w+\s+)?$")
_BY = pattern(r"\bby\s+(?:\w+\s+)?$")
_RANGING = pattern(
    r"\b(?:rang\w*|vary|varies|varied|anywhere|anything|priced|runs?|ran|running|spread\w*"
    r"|stretch(?:es|ing)?)\s+from\s+(?:\w+\s+)?$"
    r"|, (?:now )?down from $"
)
_PARCEL = pattern(r"\b(?:parcels?|courier|express delivery|postal|express)\b")
_LONGEST_MILLE = 13


def mentions(text: str, words: Words, table: UnitWords) -> list[Mention]:
    """Give every number of a sentence with its unit, in order; ranges are joined."""
    found = [_mention(text, words, table, numeral) for numeral in numerals(text)]
    found = [staffed(text, mention) for mention in found]
    found = [*(without_part(mention, later) for mention, later in pairwise(found)), *found[-1:]]
    found = [mention for mention in found if mention.certain or not is_compound(text, mention)]
    found = [one for one in found if not is_of_kind(text, one)]
    found = list(_with_borrowed(text, found))
    found = list(_joined(text, found))
    found = list(_converted(text, found, table))
    found.extend(_whole_words(text, table))
    ranks = list(rank_mentions(text))
    ranked = {rank.numeral.start for rank in ranks}
    found = [mention for mention in found if mention.numeral.start not in ranked] + ranks
    found.sort(key=lambda mention: (mention.numeral.start, -mention.end))
    return [mention for index, mention in enumerate(found) if not index or mention.start >= found[index - 1].end]


def _mention(text: str, words: Words, table: UnitWords, numeral: Numeral) -> Mention:
    start, end, unit, certain = numeral.start, numeral.end, "count", False
    modifier = numeral.modifier
    noun: tuple[int, int] | None = None
    if numeral.form == "ordinal":
        noun, unit = milestone_noun(words, table, end)
        counted = unit != "count"
        noun = first_noun(words, end) if noun is None and not counted and numeral.value >= MILESTONE else noun
        return Mention(start, end, numeral, unit, modifier, noun, certain=counted or noun is not None)
    special = _told_apart(text, table, numeral) or _of_group(text, numeral)
    if special is not None:
        return special
    if numeral.form == "vague" and text[end : end + 4] == " of ":
        end += 3
    front = table.before.search(text[max(0, start - 8) : start])
    if front:
        start -= len(text[max(0, start - 8) : start]) - front.start(1)
        unit, certain = table.units[front.group(1).lower()], True
    modifier, end = bound_behind(text, table, modifier, end)
    back = table.after.match(text[end : end + WINDOW])
    if numeral.form == "half a":
        numeral = (
            replace(numeral, form="words")
            if back
            else replace(numeral, end=start + 4, value=Decimal(50), form="fraction")
        )
        end = numeral.end
    if numeral.form == "fraction":
        unit, certain = "percent", True
    elif back and not (certain and back.group(1).lower() in {"m", "x"}):
        unit, certain = table.units[back.group(1).lower()], True
        noun = (end + back.start(1), end + back.end(1)) if unit == "country" else None
        end += back.end(1)
    elif not certain:
        noun, known = counted_noun(text, words, table, end)
        if noun:
            unit, certain = known, True
            if noun[0] <= end + 1:
                end = noun[1] if " " not in text[noun[0] : noun[1]] else end
    if noun is None and certain:
        noun = goods(text, words, end)
    modifier, start, end = bounds_around(text, table, modifier, start, end)
    return _aged(text, table, Mention(start, end, numeral, unit, modifier, noun, certain))


_DUTY = pattern(r"^ (?:import )?(?:tariffs?|dut(?:y|ies))\b")
"""What zero is a rate of: "enter at zero tariff"."""
_OF_A_UNIT = pattern(r"^ of an? (?P<unit>hour|minute|day|month|year)\b")


def _told_apart(text: str, table: UnitWords, numeral: Numeral) -> Mention | None:
    """Read numbers that bring their unit along: "an hour and a half", "a quarter of an hour", "3 per mille"."""
    start, end, unit = numeral.start, numeral.end, "percent"
    if numeral.form == "spanned":
        unit = table.units[text[start:end].split()[1].lower()]
    elif numeral.form == "fraction" and (whole := _OF_A_UNIT.match(text[end : end + _LONGEST_MILLE])):
        unit = table.units[whole.group("unit").lower()]
        numeral = replace(numeral, value=numeral.value / 100, form="words")
        end += len(whole.group())
    elif numeral.value == 0 and numeral.form == "words" and _DUTY.match(text[end : end + _LONGEST_MILLE]):
        return Mention(start, end, numeral, unit, "eq", None, certain=True)
    elif text[end : end + _LONGEST_MILLE].lower().startswith((" per mille", "‰", " per thousand")):
        numeral = replace(numeral, value=numeral.value / 10)
        end += len(" per mille") if text[end] == " " else 1
    elif numeral.value < _WHOLE_COIN and (coin := _COINS.match(text[end : end + _LONGEST_MILLE])) is not None:
        unit, numeral = _CURRENCY_OF[coin.name], replace(numeral, value=numeral.value / 100)
        end += coin.end(coin.name)
    else:
        return None
    modifier, start, end = bounds_around(text, table, numeral.modifier, start, end)
    return Mention(start, end, numeral, unit, modifier, None, certain=True)


def _of_group(text: str, numeral: Numeral) -> Mention | None:
    """Read how many people a group has, told as a part of its name: "a 140-member delegation from Vietnam"."""
    group = _GROUP.match(text[numeral.end : numeral.end + 2 * WINDOW])
    if group is None:
        return None
    named = numeral.end + group.start("group"), numeral.end + group.end("group")
    end = numeral.end + group.end("size")
    return Mention(numeral.start, end, numeral, "person", numeral.modifier, named, certain=True)


_GROUP = pattern(
    r"^-(?P<size>member|strong|person|people) (?P<group>(?:[A-Za-z][a-z]* ){0,2}?"
    r"(?:delegation|team|crew|group|staff|workforce|panel|mission|committee|contingent|party)"
    r"(?: from (?:the )?(?-i:[A-Z])\w+)?)\b"
)
_COINS = pattern(r"^(?:[ -](?P<cents>(?:US |U\.S\. )?cents?)|(?P<pence>(?-i:p)|[ -]pence))(?:[^a-z]|$)")
_WHOLE_COIN = 100  # "1080p" is a picture
_CURRENCY_OF = {"cents": "USD", "pence": "GBP"}


def _aged(text: str, table: UnitWords, mention: Mention) -> Mention:
    """Give a number without a unit as years where it bounds an age."""
    low = max(0, mention.start - WINDOW)
    named = mention.certain and not _WORKS.match(text[mention.numeral.end : mention.numeral.end + WINDOW])
    staff = None if named else _STAFF_OF.search(text[low : mention.start])
    if staff is not None:
        team = low + staff.start("staff"), low + staff.end("staff")
        return replace(mention, end=mention.numeral.end, unit="person", noun=team, certain=True)
    if (mention.certain and mention.unit != "count") or not _is_age(text, table, mention.numeral, mention.start):
        return mention
    head = text[max(0, mention.start - WINDOW) : mention.start]
    who = _AGED.search(head) or _WHO_IS.search(head)
    shift = mention.start - len(head)
    name = "who" if who is None or who.start("who") >= 0 else "mean"
    noun = (shift + who.start(name), shift + who.end(name)) if who else None
    return replace(mention, unit="year", noun=noun, certain=True, kind="duration")


def _is_age(text: str, table: UnitWords, numeral: Numeral, start: int) -> bool:
    """Say whether a bare number bounds the age of people: "buyers under 30", "over-60s" are such, "aged 18"."""
    head = text[max(0, start - WINDOW) : start]
    if _AGED.search(head):
        return True
    who = _WHO_IS.search(head) if _AGE_BOUND.match(text[start : start + 8]) else None
    person = who is not None and (
        who.group("who").lower() in {"them", "whom", "who"} or noun_unit(who.group("who").lower(), table) == "person"
    )
    return person and numeral.form == "digits" and 10 <= numeral.value <= _OLDEST and numeral.scale == 1


_STAFF_OF = pattern(r"\b(?P<staff>staff|team|workforce|crew|population|membership|audience|payroll) of\s(?:[a-z]+ )?$")
_WORKS = pattern(
    r"^ (?:ships|sells|makes|works|exports|runs|designs|handles|packs) (?:to|from|in|out|for|over|about|around)\b"
)
"""What a staff does, be it a noun too: "her team of 12 ships to 21 countries"."""
_OLDEST = 100
_AGED = pattern(
    r"\b(?P<mean>(?:average |median |mean )?age)(?: (?:of|on|in|among|at)(?: [a-z0-9'-]+){1,10}?)?"
    r" (?:is|was|of|at|stands at|are|(?:has |had )?(?:fallen|fell|risen|rose|dropped|come down|came down"
    r"|gone up|went up) (?:from|to))\s+(?:(?:about|around"
    r"|just|only) )?$|\b(?P<who>aged?)\s+(?:(?:between|from)\s+)?$"
)
_AGE_BOUND = pattern(r"(?:under|over|below|above)\s")
_WHO_IS = pattern(r"\b(?P<who>[a-z]+) (?:who )?(?:(?:are|is|were|was) )?(?:(?:aged|still|just|now) )?$")


def _with_borrowed(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Lend the unit of the number behind it to a bare one: "from 10 to 15 percent", "5, 10 and 25 kilograms"."""
    lent = list(found)
    for index in range(len(found) - 2, -1, -1):
        mention, follower = lent[index], lent[index + 1]
        gap = text[mention.end : follower.start].strip()
        less = gap == "of" and mention.numeral.value < follower.numeral.value
        part = (less or bool(_PART_OF.match(gap))) and follower.unit in _THINGS
        if mention.certain or not follower.certain or not (part or gap in _LENDING) or _year_like(text, mention):
            continue
        if part:
            lent[index] = replace(mention, unit=follower.unit, certain=True)
            continue
        if gap == "," and (follower is found[index + 1] or mention.numeral.form != "digits"):
            continue
        listed = gap in {"and", ","} and not _BETWEEN.search(text[max(0, mention.start - 12) : mention.start])
        small = mention.numeral.scale == 1 and mention.numeral.value < 1000
        scale = follower.numeral.scale if small and not listed else Decimal(1)
        numeral = replace(mention.numeral, value=mention.numeral.value * scale)
        certain = listed or gap == "or"
        lent[index] = replace(mention, unit=follower.unit, numeral=numeral, noun=follower.noun, certain=certain)
    yield from lent


_PART_OF = pattern(
    r"^of (?:the|its|their|our|his|her|all|these|those|(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)?'s)(?: [a-z'-]+){0,3}$"
)
_THINGS = frozenset({
    "person", "company", "shop", "country", "city", "product", "count", "train", "vehicle", "flight", "order", "parcel",
})  # fmt: skip
_LENDING = frozenset({"to", "and", "or", "-", "–", ","})


def _year_like(text: str, mention: Mention) -> bool:
    value, grouped = mention.numeral.value, "," in text[mention.numeral.start : mention.numeral.end]
    return not grouped and mention.numeral.form == "digits" and 1900 <= value <= 2100 and value == int(value)


def _joined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Join the two ends of a range into one mention."""

    def join(low: Mention, high: Mention) -> Mention | None:
        if not _is_range(text, low, high):
            return None
        unit = high.unit if high.certain else low.unit
        low = _in_scale(low, high)
        return one_range(low, high, low.numeral.value, unit, certain=low.certain or high.certain)

    return with_ranges(found, join)


_PRICED = pattern(r"(?:[$€£¥]|(?-i:RMB|CNY|USD|EUR|HKD)) ?$")


def _in_scale(low: Mention, high: Mention) -> Mention:
    """Give the low end of "$300-350 million" in the scale of the high one: no unit stands behind it."""
    top, bare = high.numeral, low.end == low.numeral.end
    if not bare or low.numeral.scale != 1 or top.scale <= 1 or low.numeral.value >= top.value / top.scale:
        return low
    return replace(low, numeral=replace(low.numeral, value=low.numeral.value * top.scale, scale=top.scale))


def _converted(text: str, found: list[Mention], table: UnitWords) -> Iterator[Mention]:
    """Give a conversion in brackets the modifier of the figure in front of it, unless it has its own."""
    before: Mention | None = None
    for mention in found:
        if before is not None and mention.modifier == "eq" and text[before.end : mention.start].strip() == "(":
            money = {table.dimensions.get(one.unit) for one in (before, mention)} == {"money"}
            other = money and before.unit != mention.unit
            yield replace(mention, modifier=before.modifier) if other else mention
        else:
            yield mention
        before = mention


def _is_bare(mention: Mention) -> bool:
    """Say whether no unit is written with a number, be it lent one by the next."""
    return (mention.start, mention.end) == (mention.numeral.start, mention.numeral.end)


def _is_range(text: str, low: Mention, high: Mention) -> bool:
    gap = text[low.end : high.start].lower()
    head = text[max(0, low.start - 24) : low.start]
    signed = _PRICED.search(text[: low.numeral.start][-4:]) is not None
    priced = signed and not high.certain and (gap in {"-", "–"} or (gap == " to " and high.numeral.scale > 1))
    aged = low.unit == "year" and low.kind == "duration" and not high.certain and high.numeral.form == "digits"
    loose = gap == " or " and _is_bare(low) and low.numeral.form == high.numeral.form in {"digits", "words"}
    unlike = low.unit != high.unit and not (priced or aged or loose)
    unlike = unlike or (not low.certain and _DAY_OF.search(head) is not None)  # "YIWU, Dec. 12 - Some 300 buyers"
    if unlike or _year_like(text, low) or low.numeral.value >= high.numeral.value:
        return False
    if loose and high.certain:
        return high.numeral.value <= _WIDEST_RANGE * low.numeral.value  # "40 or 50 customers"
    if gap.strip() == "and":
        return bool(_BETWEEN.search(head)) and (high.certain or not low.certain)
    if gap not in _RANGE_GAPS or (gap == " or " and low.certain):
        return False
    if "to" in gap and _is_led_to(head, low, high):
        return False
    return bool(_RANGING.search(head)) or not _FROM.search(head) or _is_old(text, low)


def _is_old(text: str, low: Mention) -> bool:
    """Say whether a range is what something was before: "to within 24 hours from five to eight days"."""
    return _LED_FROM.search(text[max(0, low.start - _LONGEST_LED) : low.start]) is not None


_LONGEST_LED = 48
_SOME = r"(?:(?:within|about|around|just|only|under|over|some|nearly|almost|less than|more than|at most) ){0,2}"
_A_NUMBER = r"(?:[$€£¥]?[0-9][0-9.,]*%?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_LED_FROM = pattern(rf"\bto {_SOME}{_A_NUMBER}(?: [a-z]+)? from {_SOME}$")


_DAY_OF = pattern(rf"\b{MONTH} $")
"""What makes a number the day of a month, which begins no range."""


def _is_led_to(head: str, low: Mention, high: Mention) -> bool:
    """Say whether a number is the level that a difference led to: "rose by 410 to 8,960", "up 3 percent to 40"."""
    far = high.numeral.value > _WIDEST_RANGE * low.numeral.value
    if not low.certain:
        return far and not high.certain and _is_bare(low) and _BY.search(head) is not None
    if _RANGING.search(head):
        return False
    double = high.numeral.value >= 2 * low.numeral.value
    return far or (low.unit != "percent" and double and _BY.search(head) is not None)


def _whole_words(text: str, table: UnitWords) -> Iterator[Mention]:
    """Give "doubled", "halved", "threefold", "twice": numbers that are words of their own."""
    for match in _WHOLE.finditer(text):
        start, end = match.span()
        follow = text[end : end + 12]
        serves = match.group().lower() == "double" and follow.startswith(" as ")  # "booths double as studios"
        unlike = match.group("twice") and not _RATIO.match(follow)
        if serves or unlike or follow.startswith(("-", " as a ", " as an ")):
            continue
        value, kind, direction, unit = Decimal(2), "multiple", "up", "times"
        if match.group("verb"):
            number, kind = _VERBS[match.group("verb").lower()]
            value = Decimal(number)
            if kind == "change":
                unit, direction = "percent", "down"
            elif match.group("ending").lower() == "e":
                about = _RATIO_NEXT.match(follow) and _ABOUT.search(text[max(0, start - 12) : start])
                if _LIKENESS.search(text[max(0, start - 12) : start]):
                    continue
                if about:
                    direction = ""
                elif _INFINITIVE.search(text[max(0, start - 24) : start]):
                    direction = "up"
                elif _RATIO_NEXT.match(follow):
                    direction = ""
                else:
                    continue
        elif match.group("fold"):
            word = match.group("fold").lower()
            value = Decimal(_FOLDS.get(word, 0)) or Decimal(word if word[0].isdigit() else 0)
            direction = ""
        else:
            value = Decimal(3 if match.group("twice").lower() == "thrice" else 2)
            direction = ""
        numeral = Numeral(start, end, value, "verb")
        modifier, low, high = bounds_around(text, table, "eq", start, end)
        yield Mention(low, high, numeral, unit, modifier, None, certain=True, kind=kind, direction=direction or None)


def parcels(text: str, found: list[Mention]) -> list[Mention]:
    """Read "pieces" as parcels in a sentence about parcels."""
    if not _PARCEL.search(text):
        return found
    return [
        replace(mention, unit="parcel")
        if mention.unit == "count"
        and mention.noun
        and text[mention.noun[0] : mention.noun[1]].lower().endswith("pieces")
        else mention
        for mention in found
    ]
