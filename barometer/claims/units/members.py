"""Reads the members that a chamber of commerce or an association counts as firms: "at least 100 members"."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Mention, Reading

_OF_FIRMS = pattern(
    r"\b(?:chambers? of commerce|(?:trade|industry|business|exporters'?) associations?"
    r"|member (?:companies|firms|enterprises|businesses|factories))\b"
)
_MEMBERS = frozenset({"member", "members"})
_OF_PEOPLE = pattern(r"\b(?:family|team|crew|staff|board|committee|council|household|party|group|choir|band) $")
_LEAD = 12


def with_members(readings: list[Reading]) -> list[Reading]:
    """Give the readings with members as firms, if the text is about a body of firms."""
    english = [reading for reading in readings if not reading.chinese]
    if not any("member" in reading.text for reading in english):
        return readings
    if not any(_OF_FIRMS.found_in(reading.text) for reading in english):
        return readings
    return [_of_firms(reading) for reading in readings]


def _of_firms(reading: Reading) -> Reading:
    mentions = tuple(
        replace(one, unit="company") if _counts_members(reading.text, one) else one for one in reading.mentions
    )
    return reading if mentions == reading.mentions else replace(reading, mentions=mentions)


def _counts_members(text: str, one: Mention) -> bool:
    if one.unit != "person" or one.noun is None or text[one.noun[0] : one.noun[1]].lower() not in _MEMBERS:
        return False
    return _OF_PEOPLE.search(text[max(0, one.noun[0] - _LEAD) : one.noun[0]]) is None
