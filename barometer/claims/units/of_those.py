"""Gives a bare number the unit of those named behind it, of whom it is a part: "46 of Pujiang county's 320 firms"."""

import re

from barometer.claims.case import Case

_LONGEST_NAME = 48


def of_those(case: Case) -> str | None:
    """Give the unit of those named behind a number, of whom it is a part: "6,200 of the tenants exported goods"."""
    opens = not case.index and not case.reading.text[: case.mention.start].strip(' "“')
    if not case.language.base_follows or (case.mention.numeral.value < _LEAST_OF_THOSE and not opens):
        return None
    behind = case.reading.text[case.mention.end : case.mention.end + _LONGEST_NAME]
    whole = _OF_SO_MANY.match(behind)
    counted = case.reading.mentions[case.index + 1 : case.index + 2] if whole is not None else ()
    if counted and whole is not None and counted[0].start == case.mention.end + whole.end():
        return counted[0].unit if case.lexicon.dimension(counted[0].unit) == "discrete" else None
    named = _THOSE.match(behind)
    unit = case.language.unit_of(named.group("noun")) if named is not None else None
    return unit if unit is not None and case.lexicon.dimension(unit) == "discrete" else None


def of_named(case: Case, last_unit: str | None) -> str | None:
    """Give the unit of those named in front of a part of them: "Of the trains, 30 went west".

    It is none where other things were counted last, which are meant; boxes are only what such things carry.
    """
    named = None if case.index else _LED.match(case.reading.text[: case.mention.start])
    if named is None or named.group("noun") in _SUMS:
        return None
    if last_unit is not None and last_unit != "teu" and case.lexicon.dimension(last_unit) == "discrete":
        return None
    unit = case.language.unit_of(named.group("noun")) or "count"
    return unit if case.lexicon.dimension(unit) == "discrete" else None


_LED = re.compile(r"Of (?:the|these|those) (?:[a-z]+ )?(?P<noun>[a-z]+s), (?:about |some |nearly |over |only |just )?$")
"""What stands in front of a part: "Of the trains, 30 went west"."""
_SUMS = frozenset({"sales", "exports", "imports", "revenues", "profits", "costs", "earnings", "funds"})
_THOSE = re.compile(
    r" of (?:the|its|their|our|my|his|her|these|those|[A-Z][a-z]+(?: [A-Z][a-z]+)?'s)"
    r" (?:[a-z]+'s )?(?:(?:[a-z]+ )?[A-Z][a-z]+ )?(?P<noun>[a-z' -]{2,24}?s)(?= [a-z]|[,.;])"
)
_OF_SO_MANY = re.compile(r" of (?:the|its|their|our|my|his|her|[A-Z][\w-]+(?: [a-z]+| [A-Z][a-z]+)?'s) (?=[0-9])")
"""What stands between a part and its whole: "46 of Pujiang county's 320 firms"."""
_LEAST_OF_THOSE = 10
