"""Firms whose seat an English text tells once, for where it tells of them again: "Haiyun, a Hangzhou-based app"."""

from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.values import PlaceMark, Reading, quotes

_NAMED = pattern(r"\b(?P<name>(?-i:[A-Z])[\w&-]+(?: (?-i:[A-Z])[\w&-]+){0,3}), (?:an?|the) $")
_BASED = "-based"
_LONGEST = 60
_GOES_ON = ("'s ", " ", ", ")


def with_firm_homes(readings: list[Reading]) -> list[Reading]:
    """Give the readings that open on a firm whose seat is told in another one with that seat as their place."""
    homes = {name: mark for reading in readings if not reading.chinese for name, mark in _told(reading)}
    return [_at_home(reading, homes) for reading in readings] if homes else readings


def without_firm_names(readings: list[Reading], lexicon: Lexicon) -> list[Reading]:
    """Give the readings without the province in a firm's name, where an English title tells the town that it is of.

    "Yiwu Market Operator's Profit Jumps" over "Shares of Zhejiang Hengmao Commodity Group advanced".
    """
    titles = [reading for reading in readings if reading.sentence.title and not reading.chinese]
    towns = {mark.name for reading in titles for mark in reading.places if mark.name in lexicon.places}
    around = {name for town in towns if town is not None for name in lexicon.enclosing(town)}
    return [_without_firm_names(reading, around) for reading in readings] if around else readings


def _without_firm_names(reading: Reading, around: set[str]) -> Reading:
    text = reading.text
    kept = tuple(
        mark
        for mark in reading.places
        if mark.name not in around or _FIRM_BEHIND.match(text[mark.end : mark.end + _LONGEST]) is None
    )
    return reading if len(kept) == len(reading.places) else replace(reading, places=kept)


_FIRM_BEHIND = pattern(
    r"^(?-i:(?: [A-Z][\w&-]+){0,4} (?:Group|Holdings?|Co|Corp|Corporation|Company|Inc|Ltd|Logistics|Technology"
    r"|Electronics|Houseware|Industr(?:y|ies|ial)|Trading))\b"
)


def _told(reading: Reading) -> list[tuple[str, PlaceMark]]:
    """Give the firms that a sentence tells the seat of behind their names."""
    found = []
    for mark in reading.places:
        if mark.name is None or not reading.text.startswith(_BASED, mark.end):
            continue
        named = _NAMED.search(reading.text[max(0, mark.start - _LONGEST) : mark.start])
        if named is not None:
            found.append((named.group("name"), mark))
    return found


def _at_home(reading: Reading, homes: dict[str, PlaceMark]) -> Reading:
    """Give a reading with the seat of the firm that it opens on, if it tells of no other place in front of a number."""
    first = reading.mentions[0].start if reading.mentions else len(reading.text)
    if reading.chinese or any(mark.start < first for mark in reading.places):
        return reading
    name = next((name for name in homes if _opens_on(reading.text[:first], name)), None)
    told = len(homes) == 1 and not quotes(reading.text)
    again = _AGAIN.search(reading.text[:first]) if name is None and told else None
    if again is not None:
        seat = replace(next(iter(homes.values())), start=again.start(), end=again.end(), part="subject")
        return replace(reading, places=(seat, *reading.places))
    if name is None:
        return reading
    seat = replace(homes[name], start=0, end=len(name), part="subject", based=True)
    return replace(reading, places=(seat, *reading.places))


_AGAIN = pattern(r"\bthe (?:platform|app)\b")
"""What names again the one platform that a text tells of."""


def _opens_on(text: str, name: str) -> bool:
    return (text.startswith(name) and text.startswith(_GOES_ON, len(name))) or f" {name}'s " in text
